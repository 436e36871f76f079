"""What goes wrong with the event history is one sentence that says what to do."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.switches import Switches

LOOKS_UP = {"Effect": "Allow", "Action": "cloudtrail:LookupEvents", "Resource": "*"}


@pytest.fixture(autouse=True)
def root(aws: LocalAws, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in aws.environment().items():
        monkeypatch.setenv(name, value)


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    result = CliRunner(env=env).invoke(commands, ["replay", *map(str, arguments)])
    assert "Traceback" not in result.output
    assert result.stdout == ""
    return result


def test_whoever_lacks_the_permission_is_told_its_name(aws: LocalAws) -> None:
    eve = aws.user("eve", {**LOOKS_UP, "Action": "kms:*"})

    result = run(env=aws.environment(eve))

    assert result.exit_code == 1
    assert "needs the IAM action cloudtrail:LookupEvents" in result.stderr


def test_a_profile_that_is_not_there_is_said() -> None:
    result = run("--profile", "nobody")

    assert result.exit_code == 1
    assert "profile (nobody) could not be found" in result.stderr


def test_a_region_that_nobody_named_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)

    result = run()

    assert result.exit_code == 1
    assert "Name a Region" in result.stderr


def test_a_reading_that_breaks_off_says_where_it_goes_on(
    aws: LocalAws, tmp_path: Path
) -> None:
    kms, kept = aws.client("kms"), tmp_path / "kept"
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    for _ in range(50):
        kms.disable_key(KeyId=key)
    Switches(aws.endpoint).set(
        *("cloudtrail", "LookupEvents", "error"),
        name="ExpiredTokenException",
        skip=1,
        times=2,
    )

    first, second = run("--save", kept), run("--save", tmp_path / "new")

    assert (first.exit_code, second.exit_code) == (1, 1)
    assert f"kept in {kept}: the same command goes on there" in first.stderr
    assert "ExpiredTokenException" in second.stderr
    assert "kept" not in second.stderr


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    result = run("--save", tmp_path / "file" / "kept")

    assert result.exit_code == 1
    assert "cannot be written" in result.stderr

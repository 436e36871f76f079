"""Imports go one way: functions, flows, views, domain; wiring alone joins."""

import tomllib
from collections.abc import Mapping

import pytest

from tests.house import LIBRARY, ROOT, File, files, within

ROOMS = "chalice_app."
# What each room may import of the house, and of other people's packages.
MAY: Mapping[str, frozenset[str]] = {
    "domain": frozenset({"domain"}),
    "views": frozenset({"domain", "views"}),
    "flows": frozenset(
        {"domain", "views", "flows", "ports", "posting_ports", "errors"}
    ),
    "ports": frozenset(
        {"table_ports", "posting_ports", "restore_ports", "queue_ports", "domain"}
        | {"settings", "views.words"}
    ),
    "table_ports": frozenset({"posting_ports", "domain"}),
    "posting_ports": frozenset({"domain"}),
    "restore_ports": frozenset({"domain"}),
    "queue_ports": frozenset({"domain"}),
    "settings": frozenset({"views.words", "domain.storm_rule"}),
    "errors": frozenset(),
    "adapters": frozenset(
        {"domain", "views", "errors", "ports", "settings", "adapters"}
    ),
    "functions": frozenset({"flows", "settings", "wiring"}),
    "wiring": frozenset({"adapters", "ports", "settings", "views.words", "wiring"}),
    "preview": frozenset({"domain", "preview", "views"}),
    "__main__": frozenset({"domain", "preview"}),
    "__init__": frozenset(),
}
_CLIENTS = frozenset(
    {
        *("boto3", "botocore", "slack_bolt", "slack_sdk"),
        *(
            f"mypy_boto3_{it}"
            for it in ("dynamodb", "kms", "secretsmanager", "sns", "sqs")
        ),
    }
)
OTHERS: Mapping[str, frozenset[str]] = {
    "adapters": _CLIENTS,
    "functions": frozenset({"chalice", "slack_bolt.request"}),
    "wiring": _CLIENTS,
    "preview": frozenset({"infra"}),
    "__main__": frozenset({"click", "infra"}),
}
APP = files("chalice_app")


def room(file: File) -> str:
    return file.path.relative_to(ROOT / "chalice_app").parts[0].removesuffix(".py")


def test_every_room_has_its_rule() -> None:
    assert {room(file) for file in APP} == MAY.keys()
    assert OTHERS.keys() < MAY.keys()


@pytest.mark.parametrize("file", APP, ids=lambda file: file.name)
def test_a_room_imports_only_what_it_may(file: File) -> None:
    ours = frozenset(f"{ROOMS}{it}" for it in MAY[room(file)])
    allowed = ours | OTHERS.get(room(file), frozenset()) | LIBRARY
    modules = {it for it in file.imports() if it != "chalice_app"}
    assert {it for it in modules if not within(it, allowed)} == set()


@pytest.mark.parametrize("file", files("chalice_app/domain"), ids=lambda it: it.name)
def test_the_domain_touches_nothing_outside(file: File) -> None:
    outside = frozenset({"os", "socket", "pathlib", "urllib", "subprocess", "logging"})
    assert not {it for it in file.imports() if within(it, outside)}


def test_only_the_doors_know_chalice() -> None:
    chalice = frozenset({"chalice"})
    known = {
        file.name
        for file in [File(ROOT / "app.py"), *APP]
        if any(within(it, chalice) for it in file.imports())
    }
    doors = {
        f"chalice_app/functions/{it}.py"
        for it in ("actions", "alerts", "inventory", "slack", "sweep")
    }
    assert known == {"app.py", *doors}


def test_ruff_keeps_the_same_direction() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lint = project["tool"]["ruff"]["lint"]
    banned = lint["flake8-tidy-imports"]["banned-api"]
    assert banned.keys() >= {
        *("boto3", "botocore", "slack_sdk", "slack_bolt", "chalice", "click"),
        *("chalice_app.adapters", "unittest.mock", "time.time"),
        "datetime.datetime.now",
    }
    excused = lint["per-file-ignores"]
    inner = ("chalice_app/domain", "chalice_app/views", "chalice_app/flows")
    assert not [it for it in excused if it.startswith(inner)]

"""The folder of wheels that makes a deploy need no index."""

from pathlib import Path

from infra.sandbox.aws.wheels import wheelhouse


def project(folder: Path, requirements: str) -> Path:
    (folder / "requirements.txt").write_text(requirements, encoding="utf-8")
    return folder


def test_it_is_filled_once_for_each_content_of_the_requirements(tmp_path: Path) -> None:
    first = wheelhouse(project(tmp_path, "# nothing\n"))
    (first / "kept").touch()

    again = wheelhouse(project(tmp_path, "# nothing\n"))
    other = wheelhouse(project(tmp_path, "# nothing else\n"))

    assert (again / "kept").is_file()
    assert other != first
    assert not (other / "kept").exists()
    assert {path.name for path in first.parent.iterdir()} == {first.name, other.name}

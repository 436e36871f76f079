"""What every file of the house keeps to."""

import ast
from collections.abc import Callable

from tests.house import OURS, ROOT, File, files

MOST_LINES = 150
EVERY = [File(ROOT / "app.py"), *files(*OURS)]
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("datetime.datetime.now", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.monotonic", "time.perf_counter"),
    *("time.sleep", "time.gmtime", "time.localtime"),
}


def breaking(rule: Callable[[File], bool], *folders: str) -> list[str]:
    """Name the files that break a rule, so that one failure shows them all."""
    read = files(*folders) if folders else EVERY
    return [file.name for file in read if not rule(file)]


def test_every_file_opens_with_a_sentence() -> None:
    def opens(file: File) -> bool:
        said = ast.get_docstring(file.tree) or ""
        return said.partition("\n\n")[0].endswith((".", ":"))

    assert breaking(opens) == []


def test_no_file_is_longer_than_150_lines() -> None:
    assert breaking(lambda it: len(it.text.splitlines()) <= MOST_LINES) == []


def test_every_file_is_named_for_what_is_in_it() -> None:
    assert breaking(lambda it: it.path.stem not in NO_NAMES) == []


def test_no_error_is_caught_without_a_name() -> None:
    # A check of doctor that fails, however, is something that could not be checked.
    may = {"infra/operator/doctor/examination.py"}

    def caught(node: ast.ExceptHandler) -> bool:
        kind = ast.unparse(node.type) if node.type else ""
        passes_on = kind == "BaseException" and ast.unparse(node.body[-1]) == "raise"
        return passes_on or kind not in {"", "Exception", "BaseException"}

    def names_all(file: File) -> bool:
        nodes = ast.walk(file.tree)
        return all(caught(it) for it in nodes if isinstance(it, ast.ExceptHandler))

    assert set(breaking(names_all)) == may


def test_nothing_is_mocked_or_patched() -> None:
    def plain(file: File) -> bool:
        mocks = {it for it in file.imports() if it.startswith("unittest")}
        return not mocks and "monkeypatch.setattr" not in file.names()

    assert breaking(plain) == []


def test_time_is_an_argument() -> None:
    def timeless(file: File) -> bool:
        return not file.names() & CLOCKS and "time" not in file.imports()

    assert breaking(timeless, "chalice_app") == []


def test_vendor_leads_to_what_is_packed() -> None:
    packed = {path.name: path for path in (ROOT / "vendor").iterdir()}
    assert packed.keys() == {"chalice_app", "reprieve.json"}
    assert packed["chalice_app"].resolve() == ROOT / "chalice_app"
    config = ROOT / ".chalice" / "config.json"
    assert packed["reprieve.json"].resolve() == config
    assert all(path.is_symlink() for path in packed.values())


def test_lambda_gets_bolt_alone_in_one_version() -> None:
    [line] = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    name, pin, version = line.partition("==")
    assert (name, pin) == ("slack-bolt", "==")
    assert version.replace(".", "").isdecimal()

"""Loads an unzipped bundle as Lambda does, with nothing else to import."""

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

# What Lambda's Python runtime has beside the standard library, and what it always sets.
RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six")
ENVIRONMENT = {
    "AWS_LAMBDA_FUNCTION_NAME": "reprieve-dev",
    "AWS_REGION": "eu-west-1",
    "REPRIEVE_STAGE": "dev",
}

# The operator's commands ride along, but need click, which Lambda does not have.
COMMANDS = frozenset({"chalice_app.__main__"})

# -I and -S leave nothing but the standard library on the path.
_PROGRAM = """
import importlib, sys
bundle, runtime, *wanted = sys.argv[1:]
sys.path[:0] = [bundle, runtime]
for dotted in wanted:
    module, _, name = dotted.partition(":")
    loaded = importlib.import_module(module)
    if name and not callable(getattr(loaded, name)):
        raise TypeError(f"{dotted} is not a function")
"""


def failures(bundle: Path, handlers: Sequence[str]) -> Iterator[str]:
    """Give one sentence for each handler, and for the modules, if they do not load."""
    with tempfile.TemporaryDirectory() as runtime:
        link_runtime(Path(runtime))
        for handler in handlers:
            module, _, name = handler.rpartition(".")
            yield from _load(bundle, runtime, handler, [f"{module}:{name}"])
        # A door imports its story on the first call, so that handlers are not enough.
        yield from _load(bundle, runtime, "A module", _modules(bundle))


def _modules(bundle: Path) -> list[str]:
    files = sorted((bundle / "chalice_app").rglob("*.py"))
    found = (".".join(file.relative_to(bundle).with_suffix("").parts) for file in files)
    return [name for name in found if name not in COMMANDS]


def link_runtime(folder: Path) -> None:
    for name in RUNTIME:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            continue
        file = Path(spec.origin)
        source = file.parent if file.name == "__init__.py" else file
        (folder / source.name).symlink_to(source)


def _load(bundle: Path, runtime: str, what: str, wanted: list[str]) -> Iterator[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", _PROGRAM, bundle, runtime, *wanted],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1]
        yield f"{what} does not load in the bundle: {reason}"

"""Says what is wrong with the list of files in a bundle."""

from collections.abc import Iterator, Sequence

LARGEST = 1_000_000
MUST = ("app.py", "reprieve.json", "chalice_app/settings.py")

# Lambda's runtime brings boto3; in the bundle it would be 17 MB more.
MUST_NOT = ("infra/", "tests/", "docs/", "boto3/", "botocore/", "moto/", "ministack/")
BYTECODE = (".pyc", "__pycache__/")


def complaints(names: Sequence[str], size: int) -> Iterator[str]:
    """Give one sentence for each fault."""
    for needed in sorted(set(MUST) - set(names)):
        yield f"The bundle lacks {needed}: is its link in vendor/ there?"
    for name in names:
        yield from _about(name)
    if size > LARGEST:
        yield f"The bundle has {size:,} bytes; {LARGEST:,} are allowed."


def _about(name: str) -> Iterator[str]:
    if name.startswith(MUST_NOT):
        yield f"The bundle holds {name}, which Lambda does not need."
    if name.endswith(BYTECODE):
        yield f"The bundle holds {name}; bytecode changes its hash at every build."

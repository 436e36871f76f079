"""Says what is wrong with the list of files in a bundle."""

from collections.abc import Iterator, Sequence
from importlib.util import source_from_cache

LARGEST = 3_000_000
MUST = ("app.py", "reprieve.json", "chalice_app/settings.py")

# Lambda's runtime brings boto3; in the bundle it would be 17 MB more.
MUST_NOT = ("infra/", "tests/", "docs/", "boto3/", "botocore/", "moto/", "ministack/")


def complaints(names: Sequence[str], size: int) -> Iterator[str]:
    """Give one sentence for each fault."""
    for needed in sorted(set(MUST) - set(names)):
        yield f"The bundle lacks {needed}: is its link in vendor/ there?"
    for name in names:
        if name.startswith(MUST_NOT):
            yield f"The bundle holds {name}, which Lambda does not need."
    compiled = {source_from_cache(name) for name in names if name.endswith(".pyc")}
    for name in sorted({it for it in names if it.endswith(".py")} - compiled):
        yield f"The bundle has {name} without bytecode: each cold start compiles it."
    if size > LARGEST:
        yield f"The bundle has {size:,} bytes; {LARGEST:,} are allowed."

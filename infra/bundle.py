"""Builds the bundle that Lambda gets, and proves that it works there."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import click

from infra.bundle_contents import complaints
from infra.bundle_imports import failures

ROOT = Path(__file__).resolve().parents[1]


class BundleError(click.ClickException):
    """The bundle could not be built, or is not what Lambda needs."""


def build(project: Path, target: Path, *options: str) -> None:
    """Run `chalice package` as an operator would."""
    done = subprocess.run(
        [Path(sys.executable).with_name("chalice"), "package", *options, target],
        cwd=project,
        # Chalice wants some Region, though a bundle is the same in each.
        env={"AWS_DEFAULT_REGION": "us-east-1", **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BundleError(f"`chalice package` failed: {done.stderr.strip()}")


def check(archive: Path, handlers: list[str]) -> None:
    """Raise BundleError with the first thing that is wrong with a bundle."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as bundle:
        bundle.extractall(folder)
        found = [
            *complaints(bundle.namelist(), archive.stat().st_size),
            *failures(Path(folder), handlers),
        ]
    if found:
        raise BundleError(found[0])


def handlers_in(template: Path) -> list[str]:
    """Read the handlers of the packaged functions, as Lambda will resolve them."""
    resources = json.loads(template.read_text(encoding="utf-8"))["Resources"]
    return [
        resource["Properties"]["Handler"]
        for resource in resources.values()
        if resource["Type"] == "AWS::Serverless::Function"
    ]


@click.command()
def main() -> None:
    """Build the bundle under build/ and check it."""
    target = ROOT / "build"
    build(ROOT, target)
    archive, handlers = target / "deployment.zip", handlers_in(target / "sam.json")
    check(archive, handlers)
    size = archive.stat().st_size / 1_000_000
    click.echo(f"{archive.relative_to(ROOT)}: {size:.2f} MB, and these load in it:")
    click.echo("\n".join(f"  {handler}" for handler in sorted(handlers)))


if __name__ == "__main__":
    main()

"""Packs the bundle with bytecode before Chalice, which then takes what it finds."""

import sys
from pathlib import Path

from chalice.deploy.packager import (
    DependencyBuilder,
    LambdaDeploymentPackager,
    PipRunner,
    SubprocessPip,
)
from chalice.utils import UI, OSUtils

from infra.bytecode import add_bytecode, remove_bytecode


def pack(project: Path) -> None:
    """Leave the archive where Chalice looks for one of the same code, before it packs.

    Chalice finds it by a hash of the sources, which bytecode does not change.
    """
    remove_bytecode(project / "chalice_app")
    system = OSUtils()
    pip = PipRunner(pip=SubprocessPip(osutils=system), osutils=system)
    packager = LambdaDeploymentPackager(
        osutils=system, dependency_builder=DependencyBuilder(system, pip), ui=UI()
    )
    runtime = f"python{sys.version_info.major}.{sys.version_info.minor}"
    add_bytecode(Path(packager.create_deployment_package(str(project), runtime)))

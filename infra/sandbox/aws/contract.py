"""Refuses to start on an emulator that lacks a name which this layer depends on."""

import importlib
from collections.abc import Mapping

from infra.sandbox.aws.emulator_names import NAMES

VERSION = "1.5.33"
Names = Mapping[str, Mapping[tuple[str, ...], str]]


class EmulatorChangedError(Exception):
    """The installed ministack is not the one that this layer was written for."""


def missing(names: Names = NAMES) -> list[str]:
    return [
        f"ministack.{module}.{name} is gone: {remedy}"
        for module, groups in names.items()
        for group, remedy in groups.items()
        for name in group
        if not hasattr(importlib.import_module(f"ministack.{module}"), name)
    ]


def require(names: Names = NAMES) -> None:
    gone = missing(names)
    if gone:
        sentences = "\n".join(gone)
        raise EmulatorChangedError(f"This is not ministack {VERSION}.\n{sentences}")

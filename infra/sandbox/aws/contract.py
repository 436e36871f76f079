"""Every private name of the emulator that this layer touches, and what to do when a version lacks it."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass


class EmulatorChangedError(Exception):
    """The installed ministack is not the one that this layer was written for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateName:
    module: str
    name: str
    remedy: str


def _names(module: str, remedies: dict[str, str]) -> tuple[PrivateName, ...]:
    return tuple(
        PrivateName(module=f"ministack.{module}", name=n, remedy=r)
        for n, r in remedies.items()
    )


NAMES = ()


def missing(names: Iterable[PrivateName] = NAMES) -> list[str]:
    return [
        f"{name.module}.{name.name} is gone: {name.remedy}"
        for name in names
        if not hasattr(importlib.import_module(name.module), name.name)
    ]


def require(names: Iterable[PrivateName] = NAMES) -> None:
    gone = missing(names)
    if gone:
        raise EmulatorChangedError(
            "This ministack is not version 1.5.33.\n" + "\n".join(gone)
        )

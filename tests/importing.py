"""Imports modules in a bare process, and prints what they did meanwhile, as JSON."""

import importlib
import json
import os
import socket
import sys
from pathlib import Path
from types import FrameType
from typing import Any

APP = str(Path(__file__).parents[1] / "chalice_app")
done: list[list[str]] = []
importing = ""


def note(what: str) -> None:
    """Note what our own code does; what libraries read for themselves is theirs."""
    if _caller(sys._getframe(2)).startswith(APP):
        done.append([importing, what])


def _caller(frame: FrameType | None) -> str:
    """Skip `os` itself, which is frozen into Python and so has no file, and us."""
    while frame and frame.f_globals.get("__name__") in {"os", __name__}:
        frame = frame.f_back
    return frame.f_code.co_filename if frame else ""


class Trap(dict[str, str]):
    """An environment that notes who looks into it."""

    def __getitem__(self, name: str) -> str:
        note(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        note(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        note(str(name))
        return super().__contains__(name)

    def __iter__(self) -> Any:
        note("all")
        return super().__iter__()


def shut(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened at import")


for owner, name in ((socket.socket, "connect"), (socket, "getaddrinfo")):
    setattr(owner, name, shut)
vars(os)["environ"] = Trap()
for importing in sys.argv[1:]:
    importlib.import_module(importing)
json.dump({"done": done, "modules": sorted(sys.modules)}, sys.stdout)

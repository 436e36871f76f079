"""The faults that are set, and which of them the next call meets."""

import threading
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from infra.sandbox.faults.fault import Fault, Kind


@dataclass(slots=True)
class Book:
    faults: list[Fault] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, fault: Fault) -> None:
        with self.lock:
            self.faults.append(fault)

    def clear(self) -> None:
        with self.lock:
            self.faults.clear()

    def take(self, where: str, operation: str, kinds: Collection[Kind]) -> Fault | None:
        """Give the first fault of these kinds that strikes here, and count it."""
        with self.lock:
            for position, fault in enumerate(self.faults):
                if fault.kind in kinds and fault.strikes(where, operation):
                    left = _counted(fault)
                    self.faults[position : position + 1] = [left] if left else []
                    if not fault.skip:
                        return fault
        return None


def _counted(fault: Fault) -> Fault | None:
    if fault.skip:
        return replace(fault, skip=fault.skip - 1)
    if fault.times is None:
        return fault
    return replace(fault, times=fault.times - 1) if fault.times > 1 else None

"""A case that gets worse by a reading, though no event has announced it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.key import KeyReading
from chalice_app.domain.phase import Phase, phase_of

# How bad a phase is, as far as a reading can lead to it.
_BADNESS: Mapping[Phase, int] = MappingProxyType(
    {
        Phase.CANCELLED: 1,
        Phase.DISABLED: 1,
        Phase.MATERIAL_GONE: 2,
        Phase.WAITING_FOR_REPLICAS: 3,
        Phase.SCHEDULED: 4,
        Phase.DELETED: 5,
    }
)


def seen(case: Case, reading: KeyReading) -> Case:
    """Store what KMS answered, and note if people have yet to hear how bad it is."""
    after = looked_at(case, reading)
    if _badness(after) <= _badness(case):
        return after
    return replace(after, worse=reading.state)


def told_worse(case: Case) -> Case:
    return replace(case, worse=None)


def _badness(case: Case) -> int:
    return _BADNESS.get(phase_of(case), 0)

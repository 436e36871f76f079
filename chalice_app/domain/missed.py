"""Keys in trouble that no event has announced."""

from collections.abc import Mapping
from dataclasses import dataclass

from chalice_app.domain.key import DYING, KeyReading, KeyState
from chalice_app.domain.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What to open cases for, and the disabled keys that are known from now on."""

    keys: tuple[Subject, ...]
    disabled: frozenset[str]


def missed(found: Mapping[Subject, KeyReading], known: frozenset[str] | None) -> Missed:
    """Say which keys need a case; `known`: the disabled keys of the sweep before.

    None: the first sweep. What was disabled before Reprieve came is nobody's news, but
    a key that is dying has a date.
    """
    dying = _in(found, DYING)
    disabled = _in(found, frozenset({KeyState.DISABLED}))
    ids = frozenset(it.id for it in disabled)
    new = ids - known if known is not None else frozenset()
    return Missed(keys=(*dying, *(it for it in disabled if it.id in new)), disabled=ids)


def _in(
    found: Mapping[Subject, KeyReading], states: frozenset[KeyState]
) -> tuple[Subject, ...]:
    return tuple(key for key, reading in found.items() if reading.state in states)

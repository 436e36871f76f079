"""Whether the five Lambdas are there, ready, and may run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chalice_app.domain.watcher.finding import Finding, fatal, wrong

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function as Lambda tells of it; no settings where there is none."""

    name: str
    settings: Json | None = None
    reserved: int | None = None


def judged_function(function: Function, stage: str) -> Iterator[Finding]:
    name, settings = function.name, function.settings
    if settings is None:
        yield fatal("function_missing", function=name, stage=stage)
        return
    if settings.get("State", "Active") != "Active":
        why = settings.get("StateReason", "-")
        yield wrong("function_state", function=name, state=settings["State"], why=why)
    if settings.get("LastUpdateStatus") == "Failed":
        why = settings.get("LastUpdateStatusReason", "-")
        yield wrong("function_update", function=name, why=why)
    if function.reserved == 0:
        yield wrong("function_stopped", function=name)
    given = settings.get("Environment", {}).get("Variables", {}).get("REPRIEVE_STAGE")
    if given != stage:
        yield wrong("function_stage", function=name, given=given, stage=stage)

"""What the operator configured: `.chalice/config.json`, checked key by key.

The file rides in the bundle as `reprieve.json` (see `vendor/`), so that the deploy hook
and Lambda read the same configuration with the same checks. It holds no secret.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from chalice_app.domain.reminder_plan import Plan, is_plan, plan_in
from chalice_app.domain.storm_rule import USUAL, StormRule
from chalice_app.views.words import LANGUAGES, Words, words_in

SECTION = "reprieve"
SLACK_API = "https://slack.com/api/"


class SettingsError(ValueError):
    """A key of the configuration is missing, unknown or not what it must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    stage: str
    email: str
    channel: str
    responders: tuple[str, ...]
    responder_group: str | None
    slack_api: str
    language: str
    storm: StormRule = USUAL
    reminders: Plan = field(default_factory=Plan)
    owner_group: str | None = None  # who is named in the last reminders

    @property
    def anybody_may_press(self) -> bool:
        return bool(self.responders or self.responder_group)

    def name(self, part: str) -> str:
        """Say what a resource of this stage is called."""
        return f"reprieve-{self.stage}-{part}"

    def secret(self, part: str) -> str:
        """Say what a secret of this stage is called."""
        return f"reprieve/{self.stage}/{part}"


def stage_in(environment: Mapping[str, str]) -> str:
    """Say which stage this is; Chalice sets it before it imports `app.py`."""
    return environment.get("REPRIEVE_STAGE", "dev")


def read_settings(document: object, stage: str) -> Settings:
    """Read one stage's section; raise SettingsError, whose text names the key."""
    section = _section(document, stage)
    for key in section:
        if key not in _CHECKS:
            raise SettingsError(_words().say("configuration.unknown", key=key))
    for key, (required, fits) in _CHECKS.items():
        if key not in section and not required:
            continue
        if key not in section or not fits(section[key]):
            raise SettingsError(_words().say(f"configuration.{key}", stage=stage))
    return _settings(section, stage)


def load_settings() -> Settings:
    """Read the configuration of this checkout, or of this Lambda's bundle."""
    root = Path(__file__).resolve().parents[1]
    bundled = root / "reprieve.json"
    source = bundled if bundled.exists() else root / ".chalice" / "config.json"
    document = json.loads(source.read_text(encoding="utf-8"))
    return read_settings(document, stage_in(os.environ))


def _section(document: object, stage: str) -> Mapping[str, object]:
    stages = document.get("stages") if isinstance(document, Mapping) else None
    found = stages.get(stage) if isinstance(stages, Mapping) else None
    section = found.get(SECTION) if isinstance(found, Mapping) else None
    if not isinstance(section, Mapping):
        raise SettingsError(_words().say("configuration.section", stage=stage))
    return section


def _settings(section: Mapping[str, object], stage: str) -> Settings:
    responders = section["responders"]
    listed = isinstance(responders, list)
    reminders: Any = section.get("reminders", {})
    return Settings(
        stage=stage,
        email=str(section["email"]),
        channel=str(section["channel"]),
        responders=tuple(map(str, responders)) if isinstance(responders, list) else (),
        responder_group=None if listed else str(responders),
        slack_api=str(section.get("slack_api", SLACK_API)),
        language=str(section.get("language", "en")),
        storm=_storm(section.get("storm")),
        reminders=plan_in(reminders),
        owner_group=str(section["owner_group"]) if "owner_group" in section else None,
    )


def _storm(given: object) -> StormRule:
    if not isinstance(given, Mapping):
        return USUAL
    minutes = timedelta(minutes=given["within_minutes"])
    return StormRule(more_than=given["more_than"], within=minutes)


def _words() -> Words:
    return words_in("en")


def _text(pattern: str) -> Callable[[object], bool]:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and bool(whole.fullmatch(value))


_GROUP = _text(r"S[A-Z0-9]{8,}")
_USER = _text(r"[UW][A-Z0-9]{8,}")


def _responders(value: object) -> bool:
    listed = isinstance(value, list) and all(map(_USER, value))
    return listed or _GROUP(value)


# The first alerts of a storm come one by one: too many would flood the channel.
_STORM = MappingProxyType({"more_than": range(1, 31), "within_minutes": range(1, 61)})


def _storms(value: object) -> bool:
    if not isinstance(value, Mapping) or value.keys() != _STORM.keys():
        return False
    return all(
        type(value[key]) is int and value[key] in fits for key, fits in _STORM.items()
    )


_CHECKS: Mapping[str, tuple[bool, Callable[[object], bool]]] = MappingProxyType(
    {
        "email": (True, _text(r"|[^@,\s]+@[^@,\s]+")),
        "channel": (True, _text(r"[CG][A-Z0-9]{8,}")),
        "responders": (True, _responders),
        "slack_api": (False, _text(r"(https://[^/\s]+|http://127\.0\.0\.1:\d+)/api/")),
        "language": (False, lambda value: value in LANGUAGES),
        "storm": (False, _storms),
        "reminders": (False, is_plan),
        "owner_group": (False, _GROUP),
    }
)

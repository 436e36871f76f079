"""What the operator configured: `.chalice/config.json`, checked key by key.

The file rides in the bundle as `reprieve.json` (see `vendor/`), so that the deploy hook
and Lambda read the same configuration with the same checks. It holds no secret.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from chalice_app.domain.reminder_plan import Plan, plan_in
from chalice_app.domain.storm_rule import USUAL, StormRule
from chalice_app.settings_checks import CHECKS
from chalice_app.views.words import Words, words_in

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
        if key not in CHECKS:
            raise SettingsError(_words().say("configuration.unknown", key=key))
    for key, (required, fits) in CHECKS.items():
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

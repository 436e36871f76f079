"""A checkout with a configuration, and a drill that has gone the whole way."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from chalice_app.domain.case_parts import Place
from chalice_app.domain.drill import Drill, DrillNews, DrillPress
from infra.sandbox.slack import acme
from tests.fakes.drills import ID
from tests.fakes.places import NOON

SECOND = timedelta(seconds=1)
BEGUN = Drill(
    news=DrillNews(id=ID, event_at=NOON, news_at=NOON + 0.25 * SECOND),
    began_at=NOON + 1 * SECOND,
)


@pytest.fixture
def begun() -> Drill:
    return BEGUN


@pytest.fixture
def posted() -> Drill:
    ts = f"{(NOON + 1.75 * SECOND).timestamp():.6f}"
    return replace(BEGUN, place=Place(channel=acme.CHANNEL, ts=ts))


@pytest.fixture
def pressed(posted: Drill) -> Drill:
    press = DrillPress(
        user=acme.ADA,
        pressed_at=NOON + 60 * SECOND,
        queued_at=NOON + 60.5 * SECOND,
        received_at=NOON + 60.54 * SECOND,
        done_at=NOON + 61 * SECOND,
    )
    return replace(posted, press=press)


@pytest.fixture
def responders() -> list[str]:
    return [acme.ADA]


@pytest.fixture
def checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, responders: list[str]
) -> Path:
    """Stand in a checkout whose stage is `dev`."""
    reprieve = {"email": "", "channel": acme.CHANNEL, "responders": responders}
    stage = {"environment_variables": {"REPRIEVE_STAGE": "dev"}, "reprieve": reprieve}
    (tmp_path / ".chalice").mkdir()
    document = json.dumps({"stages": {"dev": stage}})
    (tmp_path / ".chalice" / "config.json").write_text(document, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path

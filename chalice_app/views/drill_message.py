"""The Slack message of a drill, which nobody can take for an alert."""

from collections.abc import Mapping

from chalice_app.domain.drill import Drill
from chalice_app.domain.press import DRILL
from chalice_app.views.blocks import context, section, text
from chalice_app.views.buttons import drawn
from chalice_app.views.slack_text import Mrkdwn, code, moment, person
from chalice_app.views.words import Words

Json = Mapping[str, object]


def drill_message(drill: Drill, words: Words, *, anybody: bool) -> Json:
    """Draw a drill; `anybody` tells if a responder is configured at all."""
    blocks = [
        {"type": "header", "text": text(words.say("drill.title"))},
        section(Mrkdwn(words.say("drill.body"))),
        *_pressed(drill, words),
        *_actions(drill, words, anybody=anybody),
        _footer(drill, words, anybody=anybody),
    ]
    return {"text": words.say("drill.text"), "blocks": blocks}


def _pressed(drill: Drill, words: Words) -> list[Json]:
    press = drill.press
    if press is None:
        return []
    who, when = person(press.user), moment(press.pressed_at)
    return [section(Mrkdwn(words.say("drill.pressed", person=who, when=when)))]


def _actions(drill: Drill, words: Words, *, anybody: bool) -> list[Json]:
    if not anybody:
        return []
    version = 2 if drill.press else 1
    # Slack asks for a new block_id whenever a message is updated.
    block_id = f"act.{drill.id}.{version}"
    buttons = drawn([DRILL], f"{drill.id}:{version}", None, words)
    return [{"type": "actions", "block_id": block_id, "elements": buttons}]


def _footer(drill: Drill, words: Words, *, anybody: bool) -> Json:
    sent = moment(drill.news.event_at)
    lines = [words.say("drill.footer", id=code(drill.id), when=sent)]
    if not anybody:
        lines.append(words.say("alert.nobody"))
    return context(*(Mrkdwn(line) for line in lines))

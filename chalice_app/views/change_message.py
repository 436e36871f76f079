"""The Slack message about changes of Reprieve's own parts; it has no button."""

from collections import Counter
from collections.abc import Iterator

from chalice_app.domain.watcher.batch import Batch
from chalice_app.domain.watcher.change import Change
from chalice_app.views.blocks import context, section, text
from chalice_app.views.slack_text import Mrkdwn, code, moment
from chalice_app.views.words import Words

_LINES_MOST = 20
_NAME_MOST = 60  # 20 lines of two such names stay under the 3,000 signs of a section


def change_message(batch: Batch, words: Words, stage: str) -> dict[str, object]:
    tale = "silenced" if batch.silences else "upkeep"
    who = code(batch.changes[0].who, _NAME_MOST)
    when = moment(min(it.at for it in batch.changes))
    said = words.say(f"change.{tale}.body", who=who, when=when)
    effects = [words.say(f"change.effect.{it}") for it in batch.silences]
    return {
        "text": words.say(f"change.{tale}.text", who=who),
        "blocks": [
            {"type": "header", "text": text(words.say(f"change.{tale}.title"))},
            section(Mrkdwn("\n".join([said, *effects]))),
            section(Mrkdwn("\n".join(_lines(batch, words)))),
            context(
                Mrkdwn(words.say(f"change.{tale}.next", stage=stage)),
                Mrkdwn(words.say("change.footer")),
            ),
        ],
    }


def silenced_line(batch: Batch, kind: str, words: Words) -> Mrkdwn:
    """Say what a later change of the batch has silenced."""
    change = next(it for it in batch.changes if it.silences == kind)
    return Mrkdwn(
        words.say(
            "change.also",
            who=code(change.who, _NAME_MOST),
            call=_call(change),
            part=code(change.part, _NAME_MOST),
            effect=words.say(f"change.effect.{kind}"),
        )
    )


def _lines(batch: Batch, words: Words) -> Iterator[str]:
    """Give a line for each part and call, what silences first."""
    counted = Counter((it.part, _call(it)) for it in batch.changes)
    for (part, call), times in list(counted.items())[:_LINES_MOST]:
        named = f"{code(part, _NAME_MOST)}: {call}"
        yield f"{named} ({times})" if times > 1 else named
    if batch.full or len(counted) > _LINES_MOST:
        yield words.say("change.more")


def _call(change: Change) -> Mrkdwn:
    """Name the call as CloudTrail does, with the concurrency that it leaves."""
    left = "" if change.reserved is None else f" {change.reserved}"
    return code(f"{change.name}{left}", _NAME_MOST)

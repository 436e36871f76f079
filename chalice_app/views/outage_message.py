"""What is wrong with Reprieve itself, as Slack and an e-mail tell it; no buttons."""

from collections.abc import Iterator, Sequence

from chalice_app.domain.watcher.outage import Outage, Trouble
from chalice_app.views.blocks import context, plain_section, section, text
from chalice_app.views.slack_text import Mrkdwn, clean, escape, utc
from chalice_app.views.words import Words

_TROUBLES_MOST = 20  # a message takes 50 blocks
_LINE_MOST = 500


def outage_message(outage: Outage, words: Words, stage: str) -> dict[str, object]:
    tale = "broken" if outage.open else "whole"
    return {
        "text": words.say(f"watch.{tale}.text"),
        "blocks": [
            {"type": "header", "text": text(words.say(f"watch.{tale}.title"))},
            section(Mrkdwn(words.say(f"watch.{tale}.body"))),
            *(plain_section(it) for it in _lines(outage, words)),
            context(Mrkdwn(words.say(f"watch.{tale}.next", stage=stage))),
        ],
    }


def lines(troubles: Sequence[Trouble], words: Words) -> Mrkdwn:
    """Say what is new, for the thread."""
    told = (_line(it, words) for it in troubles[:_TROUBLES_MOST])
    return escape("\n".join(told))


def notice(outage: Outage, words: Words, stage: str) -> tuple[str, str]:
    """Write the subject and the body about what people have not been mailed yet."""
    said = "\n".join(_line(it, words) for it in outage.unmailed)
    body = words.say("watch.mail.body", lines=said, stage=stage)
    return words.say("watch.mail.subject"), body


def farewell(outage: Outage, words: Words) -> tuple[str, str]:
    said = "\n".join(_line(it, words) for it in outage.troubles)
    return words.say("watch.mail.whole"), words.say("watch.mail.over", lines=said)


def _lines(outage: Outage, words: Words) -> Iterator[str]:
    """Give what is still wrong first."""
    ordered = sorted(outage.troubles, key=lambda it: it.healed_at is not None)
    yield from (_line(it, words) for it in ordered[:_TROUBLES_MOST])
    left = len(ordered) - _TROUBLES_MOST
    if left > 0:
        yield words.say("watch.more", count=left)


def _line(trouble: Trouble, words: Words) -> str:
    said = words.say(f"finding.{trouble.name}", **trouble.values)
    known = {"check": trouble.check, "said": said, "since": utc(trouble.since)}
    if trouble.healed_at:
        when = utc(trouble.healed_at)
        return clean(words.say("watch.healed", when=when, **known), _LINE_MOST)
    return clean(words.say("watch.open", **known), _LINE_MOST)

"""A page on which somebody is reminded of a dying key."""

from dataclasses import replace
from typing import Any

from chalice_app.domain.phase import Phase
from chalice_app.views.reminder_message import Around, in_thread, reminder_message
from chalice_app.views.reminder_notice import of as of_reminder
from infra.sandbox.page.seen import Seen
from infra.sandbox.slack.block_checks import read_message_blocks
from tests.browser.sayings import mailed, said_by_reprieve
from tests.views.drawings import PHASES, WORDS
from tests.views.reminded import said_of, sent


def reminded(seen: Seen) -> Seen:
    """Show one line in the thread, and the last message of its own with its e-mail."""
    found, [top] = said_of(PHASES[Phase.SCHEDULED]), seen.messages
    _, two, _, last = (sent(found, which) for which in range(4))
    around = Around(first="https://acme.slack.com/p1", owners=None, anybody=True)
    said: Any = reminder_message(last, found, around, WORDS)
    blocks = read_message_blocks(said["blocks"])
    line = said_by_reprieve(
        str(in_thread(two, found, WORDS)["text"]),
        f"{two.began_at.timestamp():.6f}",
        thread_ts=top.ts,
        broadcast=True,
    )
    own = said_by_reprieve(
        said["text"], f"{last.began_at.timestamp():.6f}", blocks=blocks
    )
    mail = mailed(*of_reminder(last, found, None, WORDS))
    now = last.began_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    messages = (*seen.messages, line, own)
    return replace(seen, now=now, messages=messages, mails=[*seen.mails, mail])

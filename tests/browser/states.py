"""What the page may have to show, put together without a sandbox."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from chalice_app.domain.phase import Phase
from chalice_app.views.notice import of_saved
from chalice_app.views.review_modal import review_modal
from chalice_app.views.slack_modal import reason_modal
from infra.sandbox.page.seen import Seen
from infra.sandbox.slack import acme
from infra.sandbox.slack.block_checks import read_message_blocks
from infra.sandbox.slack.inputs import input_errors
from infra.sandbox.slack.records import Ephemeral, OpenView
from infra.sandbox.slack.view_checks import read_view
from tests.browser.reminding import reminded
from tests.browser.sayings import mailed, news, said_by_reprieve
from tests.views.drawings import ACT, PHASES, WORDS, drawn
from tests.views.reviewing import sheet

TS = "1772445605.000100"  # five seconds after the events of the drawings
EMPTY = Seen(
    now="2026-03-02T10:00:00Z",
    ahead=0.0,
    keys=[
        {
            "id": "3f6c1f0a-9a51-4c77-8f1d-0c8ab2d57e11",
            "aliases": ["alias/prod/payments"],
            "description": "Payments of the web shop",
            "state": "Enabled",
            "deletion_date": None,
        },
        {
            "id": "9b1d7c52-5f0e-4a38-b0c6-27d1e5a84f90",
            "aliases": ["alias/prod/customer-backups"],
            "description": "Nightly backups of customer data",
            "state": "Disabled",
            "deletion_date": None,
        },
    ],
    mails=[],
    messages=(),
    answers=(),
    views=(),
)
DONE = "deletion cancelled. KMS confirms that the key is `Disabled`."


def dying(seen: Seen) -> Seen:
    return with_key(seen, state="PendingDeletion", deletion_date=1_773_050_400.0)


def with_key(seen: Seen, **changes: Any) -> Seen:
    first, *others = seen.keys
    return replace(seen, keys=[{**first, **changes}, *others])


def alert(phase: Phase, earlier: str | None = None) -> Seen:
    """Show one alert and the e-mail that came with it."""
    said = drawn(PHASES[phase], earlier=earlier)
    blocks = read_message_blocks(said["blocks"])
    top = said_by_reprieve(said["text"], TS, blocks=blocks)
    shown = replace(EMPTY, messages=(top,), mails=[news()])
    return dying(shown) if phase is Phase.SCHEDULED else shown


def thread() -> Seen:
    seen = alert(Phase.CANCELLED)
    ada = f"<@{acme.ADA}>"
    lines = (f"{ada} is looking at it.", f"{ada} pressed: {DONE}")
    said = [
        said_by_reprieve(line, f"{float(TS) + 60 + place:.6f}", thread_ts=TS)
        for place, line in enumerate(lines)
    ]
    return with_key(replace(seen, messages=(*seen.messages, *said)), state="Disabled")


def answer() -> Seen:
    text, ts = f"Done: {DONE}", "1772445700.000100"
    line = Ephemeral(channel=acme.CHANNEL, user=acme.ADA, ts=ts, text=text)
    return replace(thread(), answers=(line,))


def modal(errors: Mapping[str, str] | None = None) -> Seen:
    view = read_view(reason_modal("c:1", "🔴 alias/prod/payments", WORDS))
    opened = OpenView(
        id="V1",
        user=acme.ADA,
        view=view,
        root="V1",
        hash="1.a",
        errors=dict(errors or {}),
    )
    return replace(alert(Phase.SCHEDULED), views=(opened,))


def review() -> Seen:
    view = read_view(review_modal(sheet(), "rp.review.1", WORDS))
    opened = OpenView(
        id="V2",
        user=acme.ADA,
        view=view,
        root="V2",
        hash="1.b",
        errors={"number": "25 keys are chosen."},
    )
    return replace(alert(Phase.SCHEDULED), views=(opened,))


def wrong_reason() -> Seen:
    [opened] = modal().views
    return modal(input_errors(opened.view, {"reason": {"text": "no"}}))


def resolved() -> Seen:
    subject, body = of_saved(ACT, PHASES[Phase.CANCELLED], None, WORDS)
    seen = alert(Phase.RESOLVED)
    return replace(seen, mails=[*seen.mails, mailed(subject, body)])


def broken() -> Seen:
    """Show what Slack would have refused."""
    block = {"type": "video", "title": "<b>no</b>"}
    return replace(EMPTY, messages=(said_by_reprieve("x", TS, blocks=(block,)),))


def crowded() -> Seen:
    """Fill every place with what is too long, and would be markup if it could."""
    long, html = "never-broken-" * 20, "<img src=x onerror=alert(1)>"
    told = said_by_reprieve(f"`{long}` &lt;img src=x onerror=alert(1)&gt;", TS)
    seen = replace(EMPTY, messages=(told,), mails=[mailed(html + long, html + long)])
    named = {"aliases": [f"alias/{long}"], "description": html + long}
    return with_key(seen, **named, state="PendingReplicaDeletion")


STATES: Mapping[str, Callable[[], Seen]] = {
    "empty": lambda: EMPTY,
    "alert": lambda: alert(Phase.SCHEDULED),
    "thread": thread,
    "answer": answer,
    "modal": modal,
    "wrong-reason": wrong_reason,
    "review": review,
    "reminder": lambda: reminded(alert(Phase.SCHEDULED)),
    "resolved": resolved,
    "broken": broken,
    "crowded": crowded,
}

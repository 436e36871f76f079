"""A page without a sandbox behind it: what is to be seen is what one puts there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from infra.sandbox.page.app import page_app
from infra.sandbox.page.said import Act, Said, Wish
from infra.sandbox.page.seen import Seen
from infra.sandbox.page.serving import ended
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Message, Version

EMPTY = Seen(
    now="2026-11-24T12:00:00Z",
    ahead=0.0,
    keys=[],
    mails=[],
    messages=(),
    answers=(),
    views=(),
)


@dataclass
class Scenery:
    """`seen` is what a look gives, `wishes` what came of what the browser sent."""

    seen: Seen = EMPTY
    looks: int = 0
    wishes: list[Wish] = field(default_factory=list)

    def look(self) -> Seen:
        self.looks += 1
        return replace(self.seen)

    def act(self, wish: Wish) -> Said:
        self.wishes.append(wish)
        return Said(ok=True, said="Done.")


@contextmanager
def plain_page(
    scenery: Scenery, acts: Mapping[str, Act] | None = None
) -> Iterator[str]:
    app = page_app(scenery.look, {"/act": scenery.act, **(acts or {})})
    with ended(app) as url:
        yield url


def message(ts: str, text: str, thread_ts: str | None = None) -> Message:
    return Message(
        channel=acme.CHANNEL,
        ts=ts,
        user=acme.REPRIEVE,
        versions=(Version(text=text, written_at=0.0),),
        thread_ts=thread_ts,
    )

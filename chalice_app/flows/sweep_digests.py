"""Story: the sweep has storms drawn that nobody draws any more, and folds doubles."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.flows.fold import fold
from chalice_app.flows.mark_digest import mark_digest
from chalice_app.ports import Tools


def digest_steps(
    posted: Mapping[str, tuple[Place, ...]], tools: Tools
) -> Iterator[Callable[[], None]]:
    """Give what is to be done, each apart; `posted`: our messages of some hours."""
    for digest_id in tools.sweeping.due_digests():
        yield partial(mark_digest, digest_id, tools)
    for item_id, places in posted.items():
        if len(places) > 1:  # a consumer has died after Slack's ok
            yield partial(_fold, item_id, places, tools)


def _fold(item_id: str, places: tuple[Place, ...], tools: Tools) -> None:
    digest = tools.digests.get(item_id)
    for extra in places if digest else ():
        if digest and digest.place and extra != digest.place:
            fold(digest, extra, digest.place, tools)

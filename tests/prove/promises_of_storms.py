"""A storm has one message, whose pages have every key, and one worker that speaks."""

from typing import Any

from chalice_app.adapters.digest_item import digest_in
from chalice_app.domain.case import Case
from chalice_app.domain.digest import by_danger
from chalice_app.views.digest_message import digest_message
from chalice_app.views.digest_page import digest_page
from tests.fakes.journal import Call
from tests.prove.outside import Outside
from tests.prove.promises_kept_now import demand, undated


def the_message(outside: Outside, item_id: str) -> Any:
    """Give what a case's or a digest's message shows; demand that there is one."""
    shown = [
        posted.versions[-1]
        for posted in outside.chat.messages.values()
        if posted.case_id == item_id
    ]
    whole = [it for it in shown if "posted twice" not in it["text"]]
    demand(len(whole) == 1, f"{item_id} has {len(whole)} messages")
    demand(
        len(shown) <= 1 + outside.unseen(),
        f"{item_id} has {len(shown)} messages, folded ones included",
    )
    return whole[0]


def storms_are_told(outside: Outside, cases: list[Case]) -> None:
    alone = {posted.case_id for posted in outside.chat.messages.values()}
    for case in cases:
        demand(
            case.digest is None or case.id not in alone,
            f"case {case.id} of a storm has a message of its own",
        )
    for item in outside.table.items.values():
        if item["pk"].startswith("DIGEST#") and item["sk"] == "DIGEST":
            _told(outside, item, cases)
    _one_speaks(outside)


def _told(outside: Outside, item: Any, cases: list[Case]) -> None:
    digest = digest_in(item)
    demand("due_shard" not in item, f"digest {digest.id} is still due")
    members = by_danger(outside.tools.digests.members(digest.id))
    ours = {it.id: it.version for it in cases if it.digest == digest.id}
    demand(
        {it.case_id: it.version for it in members} == ours,
        f"digest {digest.id} does not know its cases as they are",
    )
    demand(
        undated(the_message(outside, digest.id))
        == undated(digest_message(digest, members, outside.words, anybody=True)),
        f"the message of digest {digest.id} is not its latest version",
    )
    _paged(outside, digest, members)


def _paged(outside: Outside, digest: Any, members: Any) -> None:
    """Demand that every key stands in a page, as it is now."""
    places = [page.place for page in digest.pages]
    shown = [outside.chat.pages[it.ts].versions[-1] for it in places if it]
    for number, page in enumerate(shown):
        now = digest_page(members, number, digest.began_at, outside.words)
        demand(
            undated(page["blocks"]) == undated(now["blocks"]),
            f"page {number} of digest {digest.id} is not as its keys are",
        )
    labels = [it for it in members if it.label not in str(shown)]
    demand(not labels, f"{len(labels)} keys are in no page of {digest.id}")


def _one_speaks(outside: Outside) -> None:
    """Demand that only who has a digest's lease speaks of it."""
    journal, holds = outside.journal, dict[str, int]()
    for call, worker in zip(journal.calls, journal.made_by, strict=True):
        if str(call) == "table.write" and call.answer:
            _follow(call, worker, holds)
        elif str(call) in {"chat.post", "chat.update", "chat.post_page"}:
            digest = _digest_of(outside, call)
            said = str(call.given)
            speaks = not digest or "posted twice" in said or "asked to" in said
            demand(
                speaks or holds.get(digest) == worker,
                f"two workers speak of digest {digest}",
            )


def _follow(call: Call, worker: int, holds: dict[str, int]) -> None:
    for write in call.given:
        digest = str(write.key["pk"]).removeprefix("DIGEST#")
        if "lease_turn" in write.values:
            holds[digest] = worker
        elif "lease_turn" in write.remove:
            holds.pop(digest, None)


def _digest_of(outside: Outside, call: Call) -> str:
    """Name the digest that a call to Slack is about, if it is about one."""
    if str(call) == "chat.post":
        about = str(call.given[1])
    else:
        ts = call.given[0].ts
        tops = outside.chat.messages.values()
        thread = next((it for it in tops if ts in it.pages), None)
        posted = outside.chat.messages.get(ts) or thread
        about = posted.case_id if posted else ""
    return about if (f"DIGEST#{about}", "DIGEST") in outside.table.items else ""

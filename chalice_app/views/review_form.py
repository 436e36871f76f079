"""What the modal of a review carries, and what it says when somebody presses in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalice_app.domain.remedy import Remedy
from chalice_app.domain.review import Form, Review
from chalice_app.views.buttons import REASON_BLOCK, REASON_FIELD

REVIEW_ID = "rp.review.v1"
TURNS = {"back": "rp.review_back", "next": "rp.review_next"}
KEYS = "keys"  # the action id of each group of checkboxes
REMEDY, NUMBER, REASON = "remedy", "number", REASON_BLOCK
FIELD = REASON_FIELD

Json = Mapping[str, Any]


def external_id(trigger_id: str) -> str:
    """Name the modal that one press opens; Slack gives each press its own trigger."""
    return f"rp.review.{trigger_id}"


def metadata(review: Review, page: int, left_out: frozenset[str]) -> str:
    """Write down what the other pages say; this page says the rest itself."""
    elsewhere = sorted(left_out - set(review.page(page)))
    facts = (review.digest, review.id, str(page), str(len(review.cases)))
    return ":".join((*facts, ",".join(elsewhere)))


def form_in(view: Json) -> Form:
    """Read a view as Slack sends it; raise what reading anything else raises."""
    digest, review, page, listed, elsewhere = view["private_metadata"].split(":")
    unticked = set(_offered(view)) - set(_ticked(view))
    return Form(
        review=review,
        digest=digest,
        page=int(page),
        listed=int(listed),
        left_out=frozenset([*filter(None, elsewhere.split(",")), *unticked]),
        remedy=Remedy(_value(view, REMEDY)["selected_option"]["value"]),
        typed=_value(view, NUMBER)["value"] or "",
        reason=_value(view, REASON)["value"] or "",
        drawn=view["hash"],
    )


def _value(view: Json, block: str) -> Json:
    found: Json = view["state"]["values"][block][FIELD]
    return found


def _offered(view: Json) -> Iterator[str]:
    for block in view["blocks"]:
        element = block.get("element", {})
        if element.get("action_id") == KEYS:
            yield from (option["value"] for option in element["options"])


def _ticked(view: Json) -> Iterator[str]:
    for block in view["state"]["values"].values():
        if KEYS in block:
            yield from (it["value"] for it in block[KEYS]["selected_options"])

"""The modal in which a responder chooses among the keys of a digest, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalice_app.domain.digest import Member
from chalice_app.domain.phase_table import Phase
from chalice_app.domain.review import PER_GROUP, Review, before
from chalice_app.views.blocks import Json, section, text
from chalice_app.views.review_form import KEYS, REVIEW_ID, TURNS, metadata
from chalice_app.views.review_inputs import asked
from chalice_app.views.slack_text import Mrkdwn, clean, utc
from chalice_app.views.words import Words

# Slack's limit for the text and for the description of an option.
_OPTION_MOST = 75
_DYING = {Phase.SCHEDULED, Phase.WAITING_FOR_REPLICAS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of a review; `full`: more was left out than the modal can carry."""

    review: Review
    members: Sequence[Member]
    left_out: frozenset[str]
    page: int
    full: bool = False


def reading_modal(external_id: str, words: Words) -> Json:
    """Show at once that the keys are being read."""
    return answer_modal(words.say("review.reading"), external_id, words)


def answer_modal(said: str, external_id: str, words: Words) -> Json:
    """Say one thing, in a modal that asks for nothing."""
    return {
        "type": "modal",
        "external_id": external_id,
        "title": text(words.say("review.title")),
        "close": text(words.say("review.close")),
        "blocks": [section(Mrkdwn(said))],
    }


def review_modal(sheet: Sheet, external_id: str, words: Words) -> Json:
    """Draw a page of keys, all ticked at first, and what is asked of the responder."""
    members = {it.case_id: it for it in sheet.members}
    listed = [members[it] for it in sheet.review.page(sheet.page) if it in members]
    dying = any(
        members[it].phase in _DYING for it in sheet.review.cases if it in members
    )
    chosen = len(sheet.review.cases) - len(sheet.left_out)
    return {
        **answer_modal(_intro(sheet, words), external_id, words),
        "callback_id": REVIEW_ID,
        "private_metadata": metadata(sheet.review, sheet.page, sheet.left_out),
        "submit": text(words.say("review.go")),
        "close": text(words.say("button.back")),
        "blocks": [
            section(Mrkdwn(_intro(sheet, words))),
            *_groups(sheet, listed, words),
            *_turns(sheet, words),
            *asked(chosen, words, dying=dying),
        ],
    }


def _intro(sheet: Sheet, words: Words) -> str:
    return words.say(
        "review.full" if sheet.full else "review.intro",
        count=len(sheet.review.cases),
        left_out=len(sheet.left_out),
        page=sheet.page,
        pages=sheet.review.pages,
    )


def _groups(sheet: Sheet, listed: Sequence[Member], words: Words) -> list[Json]:
    starts = range(0, len(listed), PER_GROUP)
    return [_group(sheet, listed[at : at + PER_GROUP], at, words) for at in starts]


def _group(sheet: Sheet, listed: Sequence[Member], at: int, words: Words) -> Json:
    options = [(it.case_id, _option(it, words)) for it in listed]
    ticked = [option for case_id, option in options if case_id not in sheet.left_out]
    element = {
        "type": "checkboxes",
        "action_id": KEYS,
        "options": [option for _, option in options],
        **({"initial_options": ticked} if ticked else {}),
    }
    first = before(sheet.page) + at
    label = words.say("review.group", first=first + 1, last=first + len(listed))
    return {
        "type": "input",
        # Slack keeps what stands in a block of this id: each page has its own.
        "block_id": f"{KEYS}.{sheet.page}.{at}",
        "optional": True,
        "label": text(label),
        "element": element,
    }


def _option(member: Member, words: Words) -> Json:
    due = utc(member.due) if member.due and member.phase in _DYING else None
    stand = words.say(f"digest_stand.{member.phase}")
    about = f"{stand}, {words.say('review.dies', due=due)}" if due else stand
    return {
        "value": member.case_id,
        "text": text(clean(member.name or member.key, _OPTION_MOST)),
        "description": text(clean(f"{member.label}, {about}", _OPTION_MOST)),
    }


def _turns(sheet: Sheet, words: Words) -> list[Json]:
    """Draw the buttons that lead to the other pages; the value is where to."""
    ways = {"back": sheet.page - 1, "next": sheet.page + 1}
    buttons = [
        {
            "type": "button",
            "action_id": TURNS[way],
            "text": text(words.say(f"review_turn.{way}")),
            "value": str(page),
        }
        for way, page in ways.items()
        if 1 <= page <= sheet.review.pages
    ]
    block = {"type": "actions", "block_id": f"turn.{sheet.page}", "elements": buttons}
    return [block] if buttons else []

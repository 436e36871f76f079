"""What a review asks of the responder: which remedy, how many keys, and why."""

from chalice_app.domain.remedy import Remedy
from chalice_app.views.blocks import Json, text
from chalice_app.views.review_form import FIELD, NUMBER, REASON, REMEDY
from chalice_app.views.words import Words

_REASON_LEAST, _REASON_MOST = 5, 500
_REMEDIES = (Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE)


def asked(chosen: int, words: Words, *, dying: bool) -> list[Json]:
    """Draw the inputs; where no key is dying, only enabling can help."""
    hints = {
        REMEDY: words.say("review.remedy_hint"),
        NUMBER: words.say("review.number_hint", count=chosen),
        REASON: words.say("review.reason_hint"),
    }
    labels = {
        REMEDY: words.say("review.remedy"),
        NUMBER: words.say("review.number"),
        REASON: words.say("review.reason"),
    }
    elements = {
        REMEDY: _remedies(words, dying=dying),
        NUMBER: _number(),
        REASON: _reason(),
    }
    return [
        {
            "type": "input",
            "block_id": name,
            "label": text(labels[name]),
            "hint": text(hints[name]),
            "element": {**element, "action_id": FIELD},
        }
        for name, element in elements.items()
    ]


def _remedies(words: Words, *, dying: bool) -> Json:
    options = [
        {"value": it.value, "text": text(words.say(f"review_remedy.{it}"))}
        for it in _REMEDIES
    ]
    first = options[0] if dying else options[1]
    return {"type": "radio_buttons", "options": options, "initial_option": first}


def _number() -> Json:
    return {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}


def _reason() -> Json:
    return {
        "type": "plain_text_input",
        "multiline": True,
        "min_length": _REASON_LEAST,
        "max_length": _REASON_MOST,
    }

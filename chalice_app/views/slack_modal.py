"""The modal that asks for a reason before a deletion is cancelled."""

from collections.abc import Mapping

from chalice_app.views.blocks import plain_section, section, text
from chalice_app.views.buttons import MODAL_ID, REASON_BLOCK, REASON_FIELD
from chalice_app.views.slack_text import Mrkdwn
from chalice_app.views.words import Words

Json = Mapping[str, object]

_REASON_LEAST, _REASON_MOST = 5, 500


def reason_modal(value: str, about: str, words: Words) -> Json:
    """Ask for a reason; `value` is the button's, `about` the header of its message."""
    field = {
        "type": "plain_text_input",
        "action_id": REASON_FIELD,
        "multiline": True,
        "min_length": _REASON_LEAST,
        "max_length": _REASON_MOST,
    }
    return {
        "type": "modal",
        "callback_id": MODAL_ID,
        "private_metadata": value,
        "title": text(words.say("modal.title")),
        "submit": text(words.say("modal.go")),
        "close": text(words.say("button.back")),
        "blocks": [
            plain_section(about),
            section(Mrkdwn(words.say("modal.body"))),
            {
                "type": "input",
                "block_id": REASON_BLOCK,
                "label": text(words.say("modal.reason")),
                "hint": text(words.say("modal.hint")),
                "element": field,
            },
        ],
    }

"""The part of Block Kit that the local Slack knows; everything else is refused.

Slack has more blocks and elements than these. Reprieve draws only these, so a new
one is a row here first.
"""

from infra.sandbox.slack import limits
from infra.sandbox.slack.input_grammar import INPUTS
from infra.sandbox.slack.rules import Flag, Form, Kinds, Line, Many, OneOf, Rule
from infra.sandbox.slack.text_grammar import either, plain

STYLE = OneOf(values=("primary", "danger"))

CONFIRM = Form(
    required={
        "title": plain(limits.CONFIRM_TITLE),
        "text": either(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_CONFIRM),
        "deny": plain(limits.CONFIRM_DENY),
    },
    optional={"style": STYLE},
)

BUTTON = Form(
    required={"text": plain(limits.BUTTON_TEXT)},
    optional={
        "action_id": Line(most=limits.ACTION_ID),
        "value": Line(most=limits.BUTTON_VALUE),
        "url": Line(most=limits.BUTTON_URL),
        "style": STYLE,
        "confirm": CONFIRM,
        "accessibility_label": Line(most=limits.BUTTON_ACCESSIBILITY_LABEL),
    },
)
BUTTONS = Kinds(forms={"button": BUTTON})

OPTION = Form(
    required={
        "text": plain(limits.OPTION_TEXT),
        "value": Line(most=limits.OPTION_VALUE),
    }
)
SELECT = Form(
    required={"options": Many(of=OPTION, most=limits.SELECT_OPTIONS)},
    optional={
        "action_id": Line(most=limits.ACTION_ID),
        "placeholder": plain(limits.SELECT_PLACEHOLDER),
        "confirm": CONFIRM,
    },
)
ELEMENTS = Kinds(forms={"button": BUTTON, "static_select": SELECT})

BLOCK_ID = {"block_id": Line(most=limits.BLOCK_ID)}

FIELDS = Many(of=either(limits.SECTION_FIELD_TEXT), most=limits.SECTION_FIELDS)

MESSAGE_BLOCKS: dict[str, Rule] = {
    "header": Form(required={"text": plain(limits.HEADER_TEXT)}, optional=BLOCK_ID),
    "section": Form(
        optional={
            **BLOCK_ID,
            "text": either(limits.SECTION_TEXT),
            "fields": FIELDS,
            "accessory": BUTTONS,
            "expand": Flag(),
        },
    ),
    "context": Form(
        required={
            "elements": Many(
                of=either(limits.CONTEXT_TEXT), most=limits.CONTEXT_ELEMENTS
            )
        },
        optional=BLOCK_ID,
    ),
    "actions": Form(
        required={"elements": Many(of=ELEMENTS, most=limits.ACTIONS_ELEMENTS)},
        optional=BLOCK_ID,
    ),
    "divider": Form(optional=BLOCK_ID),
}

INPUT = Form(
    required={
        "label": plain(limits.INPUT_LABEL),
        "element": INPUTS,
    },
    optional={**BLOCK_ID, "hint": plain(limits.INPUT_HINT), "optional": Flag()},
)

MESSAGE = Many(of=Kinds(forms=MESSAGE_BLOCKS), most=limits.BLOCKS_PER_MESSAGE)

MODAL = Form(
    required={
        "title": plain(limits.MODAL_TITLE),
        "blocks": Many(
            of=Kinds(forms={**MESSAGE_BLOCKS, "input": INPUT}),
            most=limits.BLOCKS_PER_MODAL,
        ),
    },
    optional={
        "submit": plain(limits.MODAL_SUBMIT),
        "close": plain(limits.MODAL_CLOSE),
        "private_metadata": Line(most=limits.PRIVATE_METADATA, least=0),
        "callback_id": Line(most=limits.CALLBACK_ID, least=0),
        "external_id": Line(most=limits.EXTERNAL_ID, least=0),
        "clear_on_close": Flag(),
        "notify_on_close": Flag(),
    },
)

VIEW = Kinds(forms={"modal": MODAL})

"""What people can fill in in a modal, as far as the local Slack knows it."""

from infra.sandbox.slack import limits
from infra.sandbox.slack.rules import Flag, Form, Kinds, Line, Many, Rule, Whole
from infra.sandbox.slack.text_grammar import either, plain

_ANY: dict[str, Rule] = {
    "action_id": Line(most=limits.ACTION_ID),
    "focus_on_load": Flag(),
}

TEXT_INPUT = Form(
    optional={
        **_ANY,
        "multiline": Flag(),
        "min_length": Whole(least=0, most=limits.INPUT_LENGTH),
        "max_length": Whole(least=1, most=limits.INPUT_LENGTH),
        "initial_value": Line(most=limits.INPUT_LENGTH, least=0),
        "placeholder": plain(limits.INPUT_PLACEHOLDER),
    },
)

OPTION = Form(
    required={
        "text": either(limits.OPTION_TEXT),
        "value": Line(most=limits.OPTION_VALUE),
    },
    optional={"description": either(limits.OPTION_DESCRIPTION)},
)
OPTIONS = Many(of=OPTION, most=limits.OPTIONS)
CHECKBOXES = Form(
    required={"options": OPTIONS},
    optional={**_ANY, "initial_options": OPTIONS},
)

RADIO_BUTTONS = Form(
    required={"options": OPTIONS},
    optional={**_ANY, "initial_option": OPTION},
)

_NUMBER = Line(most=limits.INPUT_LENGTH)
NUMBER_INPUT = Form(
    required={"is_decimal_allowed": Flag()},
    optional={
        **_ANY,
        "min_value": _NUMBER,
        "max_value": _NUMBER,
        "initial_value": _NUMBER,
        "placeholder": plain(limits.INPUT_PLACEHOLDER),
    },
)

# Slack has more kinds, and takes some of these outside of input blocks, too.
INPUTS = Kinds(
    forms={
        "plain_text_input": TEXT_INPUT,
        "number_input": NUMBER_INPUT,
        "checkboxes": CHECKBOXES,
        "radio_buttons": RADIO_BUTTONS,
    }
)

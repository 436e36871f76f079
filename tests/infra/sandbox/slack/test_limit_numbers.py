"""The numbers themselves: Slack's own SDK, or a page of Slack's, says each."""

import pytest
from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    HeaderBlock,
    InputBlock,
    Option,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.blocks.block_elements import (
    InputInteractiveElement,
    InteractiveElement,
)
from slack_sdk.models.views import View

from infra.sandbox.slack import limits

BY_THE_SDK = {
    "BLOCKS_PER_MODAL": View.blocks_max_length,
    "BLOCK_ID": Block.block_id_max_length,
    "HEADER_TEXT": HeaderBlock.text_max_length,
    "SECTION_TEXT": SectionBlock.text_max_length,
    "SECTION_FIELDS": SectionBlock.fields_max_length,
    "CONTEXT_ELEMENTS": ContextBlock.elements_max_length,
    "ACTIONS_ELEMENTS": ActionsBlock.elements_max_length,
    "INPUT_LABEL": InputBlock.label_max_length,
    "INPUT_HINT": InputBlock.hint_max_length,
    "ACTION_ID": InteractiveElement.action_id_max_length,
    "BUTTON_TEXT": ButtonElement.text_max_length,
    "BUTTON_VALUE": ButtonElement.value_max_length,
    "BUTTON_URL": ButtonElement.url_max_length,
    "BUTTON_ACCESSIBILITY_LABEL": ButtonElement.text_max_length,
    "SELECT_OPTIONS": StaticSelectElement.options_max_length,
    "SELECT_PLACEHOLDER": StaticSelectElement.placeholder_max_length,
    "OPTION_TEXT": Option.label_max_length,
    "OPTION_VALUE": Option.value_max_length,
    "CONFIRM_TITLE": ConfirmObject.title_max_length,
    "CONFIRM_TEXT": ConfirmObject.text_max_length,
    "CONFIRM_CONFIRM": ConfirmObject.confirm_max_length,
    "CONFIRM_DENY": ConfirmObject.deny_max_length,
    "INPUT_PLACEHOLDER": InputInteractiveElement.placeholder_max_length,
    "MODAL_TITLE": View.title_max_length,
    "MODAL_SUBMIT": View.submit_max_length,
    "MODAL_CLOSE": View.close_max_length,
    "PRIVATE_METADATA": View.private_metadata_max_length,
    "CALLBACK_ID": View.callback_id_max_length,
}
BY_SLACKS_PAGES = {
    "BLOCKS_PER_MESSAGE": 50,  # reference/block-kit/blocks
    "BLOCK_TEXT_PER_MESSAGE": 11_000,  # bolt-js issue 2867: 9,597 passed, 11,341 not
    "POST_TEXT": 40_000,  # changelog/2018-04-truncating-really-long-messages
    "UPDATE_TEXT": 4_000,  # reference/methods/chat.update
    "SECTION_FIELD_TEXT": 2_000,  # reference/block-kit/blocks/section-block
    "CONTEXT_TEXT": 3_000,  # reference/block-kit/composition-objects/text-object
    "INPUT_LENGTH": 3_000,  # reference/block-kit/block-elements/plain-text-input
    "OPTIONS": 10,  # reference/block-kit/block-elements/checkboxes-element
    "OPTION_DESCRIPTION": 75,  # reference/block-kit/composition-objects/option-object
    "EXTERNAL_ID": 255,  # reference/views/modal-views
    "VIEW_BYTES": 250_000,  # reference/methods/views.open
}
NUMBERS = BY_THE_SDK | BY_SLACKS_PAGES


@pytest.mark.parametrize("name", NUMBERS)
def test_a_limit_is_slacks_own_number(name: str) -> None:
    assert getattr(limits, name) == NUMBERS[name]


def test_every_number_has_a_source() -> None:
    assert {name for name in dir(limits) if name.isupper()} == NUMBERS.keys()

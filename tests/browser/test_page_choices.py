"""A modal with boxes to tick, filled in by mouse and by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.hands import Hands, Keyboard, Mouse
from tests.browser.states import STATES
from tests.infra.sandbox.page.plain import Scenery
from tests.views.reviewing import IDS


def tick(hands: Hands, box: Locator) -> None:
    """Change a box or a radio button as each kind of hands does."""
    if isinstance(hands, Keyboard):
        hands.reach(box)
        hands.page.keyboard.press("Space")
    else:
        hands.press(box)


@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_what_is_filled_in_is_sent_with_any_button(
    kind: type[Mouse] | type[Keyboard], visit: Visit, scenery: Scenery
) -> None:
    page: Page = visit(STATES["review"]())
    hands, dialog = kind(page), page.get_by_role("dialog")
    expect(dialog.get_by_role("group", name="Keys 1 to 10")).to_be_visible()

    tick(hands, dialog.get_by_role("checkbox", name="service-3"))
    with page.expect_response("**/slack/*"):
        hands.press(dialog.get_by_role("button", name="Next page"))
    hands.write(dialog.get_by_label("How many keys"), "24")
    with page.expect_response("**/slack/*"):
        hands.press(dialog.get_by_role("button", name="Restore keys"))

    turned, submitted = scenery.wishes
    assert turned["action_id"] == "rp.review_next"
    for wish in (turned, submitted):
        kept = wish["values"]["keys.1.0"]
        assert kept == [it for it in IDS[:10] if it != IDS[3]]
        assert wish["values"]["keys.1.10"] == [*IDS[10:20]]
        assert wish["values"]["remedy"] == "cancel_deletion"
    assert submitted["values"]["number"] == "24"

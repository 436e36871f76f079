"""Steps of a story in which days pass: to wait, to put off, to save a key at last."""

from playwright.sync_api import Page, expect

from infra.sandbox.outside import PATIENCE
from tests.browser.hands import Hands
from tests.browser.places import Places


def days_pass(tab: Page, *spans: str) -> None:
    for span in spans:
        tab.get_by_label("Jump ahead").select_option(span)
        with tab.expect_response("**/clock", timeout=PATIENCE * 4000) as told:
            tab.get_by_role("button", name="Jump").click()
        assert told.value.json()["ok"]


def puts_off(hands: Hands, at: Places) -> None:
    expect(at.thread).to_contain_text("Less than 7 days left")
    hands.press(at.menu)
    hands.press(at.alert.get_by_role("button", name="None until 1 day before"))
    expect(at.alert).to_contain_text("Reminders are held back until")


def saves_from_the_reminder(hands: Hands, at: Places) -> None:
    expect(at.reminder).to_contain_text("Less than 24 hours left")
    expect(at.thread.first).not_to_contain_text("Less than 2 days left")
    hands.press(at.reminder.get_by_role("button", name="Cancel and re-enable"))
    hands.press(at.dialog.get_by_role("button", name="Cancel and re-enable"))
    expect(at.heading("Resolved")).to_be_visible()
    expect(at.reminder).to_have_count(0)
    expect(at.past_reminders).to_have_count(1)

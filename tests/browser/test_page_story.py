"""From the console to a saved key, through the deployed Lambdas: by mouse, by keys."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from infra.sandbox.outside import PATIENCE
from infra.sandbox.page.serving import page as served_page
from tests.browser.days import days_pass, puts_off, saves_from_the_reminder
from tests.browser.hands import Hands, Keyboard, Mouse
from tests.browser.places import Places
from tests.unmeasured_world import world

TRIES = 3
ONE_DAY, SEVEN_DAYS = "Less than 24 hours left", "Less than 7 days left"


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    with world() as acme:
        acme.deploy()
        with served_page(acme) as address:
            yield address


@pytest.fixture(params=[Mouse, Keyboard])
def hands(request: pytest.FixtureRequest, tab: Page, url: str) -> Iterator[Hands]:
    tab.goto(url)
    yield request.param(tab)
    assert problems(tab.request.get(f"{url}state").json()) == []
    tab.goto("about:blank")


def problems(state: Any) -> list[str]:
    """Collect what Slack would have refused, or what would mislead."""
    if isinstance(state, list):
        return [found for each in state for found in problems(each)]
    if not isinstance(state, dict):
        return []
    return [*state.get("problems", []), *problems(list(state.values()))]


def test_a_key_is_saved(hands: Hands, tab: Page) -> None:
    way = type(hands).__name__.lower()
    alias = {"mouse": "alias/prod/orders", "keyboard": "alias/prod/customer-backups"}
    at = Places(tab, alias[way])
    schedules(hands, at)
    cancels(hands, at)
    enables(hands, at)


def schedules(hands: Hands, at: Places) -> None:
    """Schedule the deletion as a pipeline; the news come by Slack and by e-mail."""
    hands.choose(at.act_as, "deploy-pipeline (CI role)")
    hands.press(at.row.get_by_role("button", name="Schedule deletion"))
    hands.write(at.days, "6")
    hands.press(at.dialog.get_by_role("button", name="Schedule deletion"))
    expect(at.dialog).to_contain_text("Enter a whole number from 7 to 30.")
    expect(at.days).to_be_focused()
    hands.write(at.days, "7")
    hands.press(at.dialog.get_by_role("button", name="Schedule deletion"))

    expect(at.row).to_contain_text("Pending deletion")
    expect(at.row).to_be_focused()
    expect(at.heading("Key deletion scheduled")).to_be_visible()
    expect(at.mailbox).to_contain_text("An AWS KMS key was scheduled for deletion.")


def cancels(hands: Hands, at: Places) -> None:
    """Leave the modal, open it again, and cancel the deletion as a responder."""
    button = at.alert.get_by_role("button", name="Cancel deletion")
    opens_modal(hands, at)
    expect(at.reason).to_be_focused()
    hands.leave(at.dialog)
    expect(button).to_be_focused()
    opens_modal(hands, at)
    hands.write(at.reason, "no")
    hands.press(at.dialog.get_by_role("button", name="Cancel deletion"))
    expect(at.dialog).to_contain_text("Please use at least 5 characters.")
    expect(at.reason).to_be_focused()
    hands.write(at.reason, "Still in use.")
    hands.press(at.dialog.get_by_role("button", name="Cancel deletion"))

    expect(at.heading("Deletion cancelled")).to_be_visible()
    expect(at.dialog).to_be_hidden()
    assert at.alert.evaluate("one => one.contains(document.activeElement)")
    expect(at.answers.last).to_contain_text("Done: deletion cancelled.")
    expect(at.alert).to_contain_text("Still in use.")
    expect(at.thread).to_contain_text("@Ada pressed: deletion cancelled.")
    expect(at.mail("Deletion cancelled")).to_be_visible()


def enables(hands: Hands, at: Places) -> None:
    """Slack asks first; then the key is as it was."""
    hands.press(at.alert.get_by_role("button", name="Re-enable key"))
    expect(at.dialog).to_contain_text("Re-enable this key?")
    hands.press(at.dialog.get_by_role("button", name="Re-enable key"))

    expect(at.heading("Resolved")).to_be_visible()
    expect(at.row).to_contain_text("Enabled")
    expect(at.mail("Key re-enabled")).to_be_visible()


def opens_modal(hands: Hands, at: Places) -> None:
    """Press again where a cold start took longer than Slack waits."""
    for _ in range(TRIES):
        hands.press(at.alert.get_by_role("button", name="Cancel deletion"))
        try:
            at.reason.wait_for(timeout=PATIENCE * 1000 / TRIES)
        except Error:
            continue
        return
    raise AssertionError("No modal opened.")


def test_days_pass_and_each_reminder_comes_once(tab: Page, url: str) -> None:
    """Put one off, and save the key from the next; after that none comes."""
    tab.goto(url)
    at, hands = Places(tab, "alias/legacy/invoices"), Keyboard(tab)
    hands.press(at.row.get_by_role("button", name="Schedule deletion"))
    hands.press(at.dialog.get_by_role("button", name="Schedule deletion"))
    expect(at.heading("Key deletion scheduled")).to_be_visible()

    days_pass(tab, "7 days", "7 days", "7 days", "3 days")
    puts_off(hands, at)
    days_pass(tab, "3 days", "1 day", "1 day", "12 hours")
    saves_from_the_reminder(hands, at)
    days_pass(tab, "30 days")
    expect(at.reminder_mails).to_have_text(
        [f"[Reprieve] {left}: alias/legacy/invoices" for left in (ONE_DAY, SEVEN_DAYS)]
    )
    expect(at.past_reminders).to_have_count(1)
    assert problems(tab.request.get(f"{url}state").json()) == []
    tab.goto("about:blank")

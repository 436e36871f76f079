"""What the page asks for when somebody presses, and what it keeps to itself."""

from playwright.sync_api import Page, expect

from infra.sandbox.slack import acme
from tests.browser.conftest import Visit
from tests.browser.states import STATES, TS
from tests.infra.sandbox.page.plain import Scenery

KEY = "3f6c1f0a-9a51-4c77-8f1d-0c8ab2d57e11"


def console(page: Page) -> Page:
    """Choose the pipeline to act as."""
    page.get_by_label("Act as").select_option("pipeline")
    return page


def test_a_deletion_is_scheduled_for_the_days_that_were_chosen(
    visit: Visit, scenery: Scenery
) -> None:
    page = console(visit(STATES["empty"]()))
    page.get_by_role("button", name="Schedule deletion").first.click()
    dialog = page.get_by_role("dialog", name="Schedule key deletion")
    expect(dialog).to_contain_text("alias/prod/payments")
    dialog.get_by_label("Waiting period").fill("7")
    dialog.get_by_role("button", name="Schedule deletion").click()

    expect(page.get_by_text("Done.", exact=True)).to_be_visible()
    wish = {"action": "schedule", "key": KEY, "days": 7, "as": "pipeline"}
    assert scenery.wishes == [wish]


def test_days_that_kms_would_refuse_are_not_sent(
    visit: Visit, scenery: Scenery
) -> None:
    page = visit(STATES["empty"]())
    page.get_by_role("button", name="Schedule deletion").first.click()
    dialog, days = page.get_by_role("dialog"), page.get_by_label("Waiting period")
    for wrong in ("6", "31", "7.5", ""):
        days.fill(wrong)
        dialog.get_by_role("button", name="Schedule deletion").click()
        expect(days).to_have_attribute("aria-invalid", "true")
        expect(days).to_have_accessible_description(
            "7 to 30. KMS deletes the key when it is over. "
            "Enter a whole number from 7 to 30."
        )
        expect(days).to_be_focused()
    assert scenery.wishes == []


def test_a_key_is_created_by_its_alias(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["empty"]())
    page.get_by_role("button", name="Create key").click()
    dialog, alias = page.get_by_role("dialog"), page.get_by_label("Alias")
    alias.fill("alias/aws/mine")
    dialog.get_by_role("button", name="Create key").click()
    expect(alias).to_have_attribute("aria-invalid", "true")
    alias.fill("alias/prod/new")
    with page.expect_response("**/kms"):
        dialog.get_by_role("button", name="Create key").click()

    expect(dialog).to_be_hidden()
    wish = {"action": "create", "alias": "alias/prod/new", "as": "administrator"}
    assert scenery.wishes == [wish]


def test_a_press_goes_to_the_message_for_the_person_who_is_chosen(
    visit: Visit, scenery: Scenery
) -> None:
    page = visit(STATES["alert"]())
    page.get_by_label("Press as").select_option("Bo")
    with page.expect_response("**/slack/press"):
        page.get_by_role("button", name="I am looking at it").click()

    assert scenery.wishes == [{"ts": TS, "action_id": "rp.looking", "as": acme.BO}]


def test_slack_asks_before_it_sends(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["alert"]())
    button = page.get_by_role("button", name="Cancel and re-enable")
    dialog = page.get_by_role("dialog", name="Cancel the deletion and re-enable?")
    button.click()
    dialog.get_by_role("button", name="Go back").click()
    button.click()
    page.keyboard.press("Escape")
    button.click()
    assert scenery.wishes == []
    with page.expect_response("**/slack/press"):
        dialog.get_by_role("button", name="Cancel and re-enable").click()

    assert [wish["action_id"] for wish in scenery.wishes] == ["rp.cancel_enable"]


def test_a_modal_sends_what_was_typed(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["modal"]())
    page.get_by_label("Reason").fill("Wrong <account>")
    with page.expect_response("**/slack/submit"):
        page.get_by_role("dialog").get_by_role("button", name="Cancel deletion").click()

    values = {"reason": "Wrong <account>"}
    assert scenery.wishes == [{"view": "V1", "values": values, "as": acme.ADA}]


def test_a_modal_that_is_left_tells_slack(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["modal"]())
    for leave in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="Go back").click(),
    ):
        with page.expect_response("**/slack/close"):
            leave()

    assert scenery.wishes == [{"view": "V1", "as": acme.ADA}] * 2


def test_an_answer_and_a_modal_are_for_one_person(visit: Visit) -> None:
    page = visit(STATES["answer"]())
    expect(page.get_by_text("Only visible to you")).to_be_visible()
    page.get_by_label("Press as").select_option("Bo")
    expect(page.get_by_text("Only visible to you")).to_have_count(0)


def test_days_pass(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["empty"]())
    page.get_by_label("Jump ahead").select_option("7 days")
    with page.expect_response("**/clock"):
        page.get_by_role("button", name="Jump").click()

    assert scenery.wishes == [{"hours": 168}]
    expect(page.locator("#news")).to_have_text("Done.")

"""What changes is drawn as it comes, and takes nobody's focus or words away."""

from dataclasses import replace

from playwright.sync_api import Browser, expect

from chalice_app.domain.phase import Phase
from infra.sandbox.page.seen import Seen
from tests.browser.chromium import visiting
from tests.browser.conftest import Visit
from tests.browser.sayings import mailed
from tests.browser.states import STATES, alert, dying
from tests.infra.sandbox.page.plain import Scenery, plain_page


def renamed(seen: Seen) -> Seen:
    """Change every key, and the header of every message."""
    keys = [{**key, "description": "Changed"} for key in seen.keys]
    return replace(seen, keys=keys, messages=STATES["thread"]().messages)


def test_a_redrawn_control_keeps_the_focus(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["alert"]())
    looking = page.get_by_role("button", name="I am looking at it")
    looking.focus()
    scenery.seen = renamed(scenery.seen)
    page.get_by_role(
        "heading", name="Deletion cancelled, key still disabled"
    ).wait_for()
    expect(looking).to_be_focused()

    schedule = page.get_by_role("button", name="Schedule deletion")
    schedule.focus()
    scenery.seen = replace(scenery.seen, keys=STATES["empty"]().keys[1:])
    expect(page.get_by_text("Changed")).to_have_count(0)
    expect(schedule).to_be_focused()


def test_where_the_control_is_gone_its_surroundings_have_the_focus(
    visit: Visit, scenery: Scenery
) -> None:
    page = visit(STATES["empty"]())
    page.get_by_role("button", name="Disable").focus()
    scenery.seen = dying(scenery.seen)
    expect(page.get_by_role("button", name="Cancel deletion")).to_be_visible()
    expect(page.locator("#keys tr").first).to_be_focused()


def test_a_dialog_that_is_left_gives_the_focus_back(visit: Visit) -> None:
    page = visit(STATES["alert"]())
    for name in ("Schedule deletion", "Create key", "Cancel and re-enable"):
        opener = page.get_by_role("button", name=name).first
        opener.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(opener).to_be_focused()


def test_a_modal_gives_the_focus_back_to_the_button_that_opened_it(
    visit: Visit, scenery: Scenery
) -> None:
    page = visit(STATES["alert"]())
    opener = page.get_by_role("button", name="Cancel deletion").last
    opener.focus()
    scenery.seen = STATES["modal"]()
    expect(page.get_by_label("Reason")).to_be_focused()
    scenery.seen = STATES["alert"]()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_so_it_does_where_the_button_was_drawn_anew_meanwhile(
    visit: Visit, scenery: Scenery
) -> None:
    page = visit(STATES["alert"]())
    opener = page.get_by_role("button", name="Cancel deletion").last
    opener.focus()
    scenery.seen = STATES["modal"]()
    expect(page.get_by_label("Reason")).to_be_focused()
    rewritten = alert(Phase.SCHEDULED, earlier="https://acme.slack.com/archives/C1/p1")
    scenery.seen = replace(rewritten, views=scenery.seen.views)
    expect(page.get_by_text("An earlier alert")).to_be_attached()
    scenery.seen = rewritten
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_what_was_typed_stays_above_the_error(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["modal"]())
    reason = page.get_by_label("Reason")
    reason.fill("no")
    scenery.seen = STATES["wrong-reason"]()
    expect(reason).to_have_accessible_description(
        "Kept in the record, shown in the channel. Do not paste secrets. "
        "Please use at least 5 characters."
    )
    expect(reason).to_have_value("no")
    expect(reason).to_be_focused()


def test_only_what_is_new_is_spoken(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["alert"]())
    news = page.locator("#news")
    assert news.get_attribute("role") == "status"
    expect(news).to_have_text("")
    mail = mailed("Key re-enabled", "Nothing is left to do.")
    scenery.seen = replace(scenery.seen, mails=[*scenery.seen.mails, mail])
    expect(news).to_have_text("New e-mail: Key re-enabled.")
    scenery.seen = replace(scenery.seen, keys=[])
    expect(page.locator("#keys tr")).to_have_count(0)
    expect(news).to_have_text("New e-mail: Key re-enabled.")


def test_a_folded_thread_stays_folded(visit: Visit, scenery: Scenery) -> None:
    page = visit(STATES["thread"]())
    page.get_by_text("2 replies").click()
    line = page.get_by_text("is looking at it.")
    expect(line).to_be_hidden()
    scenery.seen = renamed(STATES["answer"]())
    expect(page.get_by_text("Changed").first).to_be_visible()
    expect(line).to_be_hidden()


def test_what_slack_would_refuse_is_an_error_that_can_be_seen(visit: Visit) -> None:
    page = visit(STATES["broken"]())
    expect(page.get_by_role("alert").first).to_contain_text("unsupported type: video")


def test_an_end_of_the_sandbox_is_said(browser: Browser) -> None:
    with visiting(browser) as context:
        page, scenery = context.new_page(), Scenery()
        with plain_page(scenery) as url:
            page.goto(url)
            expect(page.get_by_text("No alert yet.")).to_be_visible()
        expect(page.get_by_role("alert")).to_contain_text("make demo")

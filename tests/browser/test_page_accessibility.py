"""axe-core complains of nothing, whatever the page shows and however it is seen."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Visit
from tests.browser.states import STATES

AXE = Axe()
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}


def _violations(page: Page) -> list[Any]:
    found: list[Any] = AXE.run(page, options=ONLY_VIOLATIONS).response["violations"]
    return found


def complaints(page: Page) -> list[str]:
    """Look at both widths, light and dark."""
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for each in _violations(page):
                nodes = [node["html"] for node in each["nodes"]]
                found.append(f"{each['id']} at {size['width']}, {scheme}: {nodes}")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            found.append(f"at {size['width']} it is {width} wide")
    return found


@pytest.mark.parametrize("name", STATES)
def test_no_state_has_a_violation(name: str, visit: Visit) -> None:
    assert complaints(visit(STATES[name]())) == []


def test_the_dialogs_of_the_console_have_none(visit: Visit) -> None:
    page = visit(STATES["empty"]())
    page.get_by_role("button", name="Schedule deletion").first.click()
    page.get_by_label("Waiting period").fill("6")
    page.get_by_role("dialog").get_by_role("button", name="Schedule deletion").click()
    assert complaints(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Create key").click()
    assert complaints(page) == []


def test_the_confirm_dialog_has_none(visit: Visit) -> None:
    page = visit(STATES["alert"]())
    page.get_by_role("button", name="Cancel and re-enable").click()
    assert page.get_by_role("dialog").is_visible()
    assert complaints(page) == []


def test_motion_is_taken_away_where_it_is_not_wanted(visit: Visit) -> None:
    page = visit(STATES["alert"]())
    style = "getComputedStyle(document.querySelector('.scrolling')).scrollBehavior"
    assert page.evaluate(style) == "smooth"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(style) == "auto"

"""Pictures of every state of an alert, which `make pictures` keeps in docs/pictures."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from chalice_app.domain.phase import Phase
from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Visit
from tests.browser.pictures import MOST_BYTES, folder
from tests.browser.states import STATES, alert

TALL = ViewportSize(width=WIDE["width"], height=1000)
PAGES = {
    "alert-light": ("alert", WIDE, "light"),
    "alert-dark": ("alert", WIDE, "dark"),
    "alert-light-390": ("alert", NARROW, "light"),
    "alert-dark-390": ("alert", NARROW, "dark"),
    "modal-dark-390": ("wrong-reason", NARROW, "dark"),
    "reminder-light": ("reminder", WIDE, "light"),
    "saved-light": ("answer", WIDE, "light"),
}


def taken(shown: Page | Locator, name: str, otherwise: Path) -> None:
    picture = folder(otherwise) / f"{name}.png"
    shown.screenshot(path=picture, animations="disabled", caret="hide")
    assert picture.stat().st_size < MOST_BYTES


def tall(page: Page) -> Page:
    """Make room, so that no part of a long message is hidden by what scrolls it."""
    page.set_viewport_size(TALL)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_pictured(name: str, visit: Visit, tmp_path: Path) -> None:
    state, size, scheme = PAGES[name]
    page = visit(STATES[state]())
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    taken(page, name, tmp_path)


def test_the_modal_is_pictured(visit: Visit, tmp_path: Path) -> None:
    page = visit(STATES["modal"]())
    page.get_by_label("Reason").fill("Wrong account: this key is still in use.")
    taken(page.get_by_role("dialog"), "modal-light", tmp_path)


def test_a_reminder_is_pictured(visit: Visit, tmp_path: Path) -> None:
    page = tall(visit(STATES["reminder"]()))
    taken(page.locator("#messages > li").last, "reminder", tmp_path)


def test_the_menu_is_pictured(visit: Visit, tmp_path: Path) -> None:
    page = tall(visit(STATES["alert"]()))
    page.get_by_text("Remind me later").click()
    taken(page.locator("#messages > li .actions"), "menu", tmp_path)


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_of_an_alert_is_pictured(
    phase: Phase, visit: Visit, tmp_path: Path
) -> None:
    page = tall(visit(alert(phase)))
    taken(page.locator("#messages > li"), f"phase-{phase}".replace("_", "-"), tmp_path)

"""Two ways to use the page: by mouse alone, and by keyboard alone."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

_MOST_TABS = 80
_RING = "one => getComputedStyle(one).outlineStyle"


class Hands(Protocol):
    def press(self, control: Locator) -> None: ...
    def write(self, field: Locator, text: str) -> None: ...
    def choose(self, field: Locator, name: str) -> None: ...
    def leave(self, dialog: Locator) -> None: ...


@dataclass(frozen=True, slots=True)
class Mouse:
    page: Page

    def press(self, control: Locator) -> None:
        control.click()

    def write(self, field: Locator, text: str) -> None:
        field.click(click_count=3)
        self.page.keyboard.type(text)

    def choose(self, field: Locator, name: str) -> None:
        field.select_option(name)

    def leave(self, dialog: Locator) -> None:
        dialog.get_by_role("button", name="Go back").click()


@dataclass(frozen=True, slots=True)
class Keyboard:
    page: Page

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, field: Locator, name: str) -> None:
        self.reach(field)
        self.page.keyboard.type(name)

    def leave(self, dialog: Locator) -> None:
        self.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()

    def reach(self, control: Locator) -> None:
        """Go on from where the focus is, which a ring must show."""
        expect(control).to_be_visible()
        for _ in range(_MOST_TABS):
            if control.evaluate("one => one === document.activeElement"):
                assert control.evaluate(_RING) != "none"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No Tab leads to {control}")

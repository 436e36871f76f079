"""Debian's Chromium, or the one that $CHROMIUM names, kept from calling home."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDE = ViewportSize(width=1280, height=720)
NARROW = ViewportSize(width=390, height=844)


def found() -> str:
    name = os.environ.get("CHROMIUM") or "chromium"
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(
            f"There is no {name} for the browser tests: see CONTRIBUTING.md."
        )
    return path


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=[*FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(browser: Browser) -> Iterator[BrowserContext]:
    """Read in English and UTC, so that what is shown does not depend on the machine."""
    context = browser.new_context(viewport=WIDE, locale="en-US", timezone_id="UTC")
    try:
        yield context
    finally:
        context.close()

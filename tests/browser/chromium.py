"""Debian's Chromium, or the one that $CHROMIUM names, kept from calling home."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDE, NARROW = {"width": 1280, "height": 720}, {"width": 390, "height": 844}


def found() -> str | None:
    return shutil.which(os.environ.get("CHROMIUM", "chromium"))


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=[*FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """Read in English and UTC, so that what is shown does not depend on the machine."""
    context = browser.new_context(locale="en-US", timezone_id="UTC", **options)
    context.set_default_timeout(15_000)
    try:
        yield context
    finally:
        context.close()

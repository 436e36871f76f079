"""A Chromium for each file, and pages in it that are watched for errors."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from infra.sandbox.outside import PATIENCE
from infra.sandbox.page.seen import Seen
from tests.browser.chromium import chromium, visiting
from tests.infra.sandbox.page.plain import Scenery, plain_page

Visit = Callable[[Seen], Page]
# `make` has told that they are left out, and asks for a Chromium otherwise.
collect_ignore_glob = ["test_*"] if os.environ.get("NO_BROWSER") == "1" else []
POSTS = (
    "/kms",
    "/slack/press",
    "/slack/press-in-view",
    "/slack/submit",
    "/slack/close",
    "/clock",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # While it runs, Playwright keeps an event loop running, and no other may run.
    expect.set_options(timeout=PATIENCE * 1000)
    with chromium() as started:
        yield started


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """Give a page that must say nothing in its console: a refused style would."""
    said: list[str] = []
    with visiting(browser) as context:
        page = context.new_page()
        page.on("console", lambda line: said.append(line.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
    assert said == []


@pytest.fixture
def scenery() -> Scenery:
    return Scenery()


@pytest.fixture
def visit(tab: Page, scenery: Scenery) -> Iterator[Visit]:
    """Open the page on a state; what it asks for is kept, and nothing follows."""
    with ExitStack() as serving:

        def opened(seen: Seen) -> Page:
            scenery.seen = seen
            acts = dict.fromkeys(POSTS, scenery.act)
            tab.goto(serving.enter_context(plain_page(scenery, acts)))
            tab.wait_for_selector("#keys tr")
            return tab

        yield opened
        tab.goto("about:blank")  # before the server ends, which the page would tell

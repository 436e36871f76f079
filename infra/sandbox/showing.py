"""The page is opened, and the terminal follows along, until somebody ends it."""

import sys
from contextlib import suppress

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.browser import Browser
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.invitation import invitation
from infra.sandbox.keyboard import Keyboard
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import Outside
from infra.sandbox.page.serving import page
from infra.sandbox.play import Play
from infra.sandbox.world import World

PORT = 8025


def shown(
    acme: World,
    narrator: Narrator,
    interrupts: Interrupts,
    browser: Browser,
    port: int = PORT,
) -> bool:
    """Whoever ends it has seen what there is, so a signal is no failure here."""
    player = acme.aws.user("you", EVERYTHING)
    with page(acme, port) as url:
        keys = Outside(acme).keys()
        narrator.hint(invitation(acme, player, keys))
        narrator.heading(f"The page, with a KMS console, Slack and the mailbox: {url}")
        if port and f":{port}/" not in url:
            narrator.say(f"Port {port} could not be had, so the page has another one.")
        browser.open(url)
        with suppress(AskedToEndError), interrupts.allowed():
            Play(acme, narrator).run(Keyboard(sys.stdin))
    return True

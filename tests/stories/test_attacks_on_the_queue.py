"""Whoever can write to the queue, but cannot sign as Slack does, changes no key."""

from collections.abc import Callable, Mapping

import pytest

from infra.sandbox.evidence import log_lines
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from tests.stories.attacks import lay_on_queue, press_of_ada, sealed
from tests.stories.trouble import Trouble, assert_untouched

Sealed = Mapping[str, object]


def other_body(body: bytes) -> Sealed:
    """Take the seal of a press that asks for nothing, for one that does."""
    harmless = sealed(body.replace(b"cancel_enable", b"looking"))
    return {**sealed(body), "signature": harmless["signature"]}


FORGERIES: Mapping[str, Callable[[bytes], object]] = {
    "not signed": lambda body: {**sealed(body), "signature": ""},
    "signed with another secret": lambda body: sealed(body, secret="guessed"),
    "signed for another body": other_body,
    "signed for another time": lambda body: {**sealed(body), "timestamp": "1"},
    "signed six minutes ago": lambda body: sealed(body, age=360),
    "signed six minutes ahead": lambda body: sealed(body, age=-360),
    "without a seal": lambda body: {"body": body.decode()},
    "no object": lambda body: [body.decode()],
    "a press with an order in it": lambda body: {
        **sealed(body, secret="guessed"),
        "look": "1",
        "looks": 0,
    },
    "an order of another shape": lambda _body: {"look": "1", "looks": "0"},
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_slack_did_not_sign_goes_to_the_log_and_touches_no_key(
    forgery: str, scene: Scene, dying: Trouble
) -> None:
    body = press_of_ada(scene, dying)
    before = refusals(scene)

    lay_on_queue(scene, FORGERIES[forgery](body))

    after = wait_for(lambda: refusals(scene), lambda found: found > before, PATIENCE)
    assert after > before
    assert_untouched(scene, dying)


def refusals(scene: Scene) -> int:
    lines = log_lines(scene.world.aws, most=100_000)
    return sum("NotFromSlackError: " in line for line in lines)

"""A button in a dialog sends what is filled in, or is refused with a sentence."""

import pytest

from infra.sandbox.page.channel import Channel
from infra.sandbox.page.said import BadWishError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import (
    actions,
    button,
    choosing,
    modal,
    open_view,
    options,
)

PRESS = {"as": acme.ADA, "action_id": "rp.go", "values": {"keys": ["key-1"]}}


@pytest.fixture
def listing(slack: LocalSlack) -> str:
    view = modal(choosing(*options(3)), actions(button(value="2")))
    return str(open_view(slack.store, view)["view"]["id"])


def test_it_reaches_the_app_with_what_is_ticked(
    slack: LocalSlack, app: AppDouble, listing: str
) -> None:
    assert Channel(slack).press_in_view({**PRESS, "view": listing}).ok

    found = app.payloads[0]["view"]["state"]["values"]["keys"]["keys"]
    assert [it["value"] for it in found["selected_options"]] == ["key-1"]


def test_what_is_not_open_or_not_shown_is_said(
    slack: LocalSlack, app: AppDouble, listing: str
) -> None:
    channel = Channel(slack)
    gone = channel.press_in_view({**PRESS, "view": "V0"})
    other = channel.press_in_view({**PRESS, "view": listing, "action_id": "rp.no"})

    assert gone.said == "That dialog is not open any more."
    assert other.said == "The dialog does not show that button any more."
    assert app.payloads == []


@pytest.mark.parametrize("values", [{"keys": "key-1"}, {"other": []}, {"keys": [1]}])
def test_what_the_dialog_cannot_hold_is_refused(
    slack: LocalSlack, listing: str, values: object
) -> None:
    with pytest.raises(BadWishError):
        Channel(slack).press_in_view({**PRESS, "view": listing, "values": values})

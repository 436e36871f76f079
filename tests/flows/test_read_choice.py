"""A choice from a menu is read as the act that it stands for."""

from dataclasses import replace

import pytest

from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.errors import NotFromSlackError
from chalice_app.flows.read_press import read_press
from tests.fakes.presses import SECRET, Pressed

SIGNATURES = SlackSignatures(lambda _at: [SECRET])


def test_a_choice_is_read_from_a_menu_and_no_other() -> None:
    menu = Pressed(button="rp.snooze", value="0123456789:3:snooze_3d")
    press = read_press(menu.record(), SIGNATURES)
    assert (press.case_id, press.version) == ("0123456789", 3)
    assert (press.act, press.remedy) == ("snooze_3d", None)
    for value in ("0123456789:3:enable_key", "0123456789:3", ""):
        with pytest.raises(NotFromSlackError):
            read_press(replace(menu, value=value).record(), SIGNATURES)

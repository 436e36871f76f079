"""The buttons of an alert: one row each, for who draws and for who handles them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from chalice_app.domain.press import DRILL, REVIEW
from chalice_app.domain.quiet import Saying
from chalice_app.domain.remedy import Remedy
from chalice_app.views.blocks import text
from chalice_app.views.words import Words

MODAL_ID = "rp.cancel.v1"
REASON_BLOCK, REASON_FIELD = "reason", "text"
# More would not fit in two rows; a link that has no place is drawn elsewhere.
_MOST = 5

Json = Mapping[str, object]


class Leads(StrEnum):
    """What a press on a button does."""

    QUEUE = "queue"  # handed to `actions`
    MODAL = "modal"  # opens the reason modal, whose submission is handed on
    LIST = "list"  # opens a modal at once, and is handed on so that it is filled
    LINK = "link"  # the browser follows it; Slack still wants an acknowledgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """`words` is the last part of the label's key, and of its confirm dialog's keys.

    `choices` make it a menu of acts: the label is what it says before one is chosen.
    """

    id: str
    words: str
    leads: Leads
    act: str | None = None
    style: str | None = None
    confirm: bool = False
    choices: tuple[str, ...] = ()

    @property
    def acts(self) -> frozenset[str]:
        return frozenset(self.choices) | ({self.act} if self.act else set())


BUTTONS = (
    Button(
        id="rp.cancel",
        words="cancel",
        leads=Leads.MODAL,
        act=Remedy.CANCEL_DELETION,
        style="primary",
    ),
    Button(
        id="rp.cancel_enable",
        words="cancel_enable",
        leads=Leads.QUEUE,
        act=Remedy.CANCEL_AND_ENABLE,
        confirm=True,
    ),
    Button(
        id="rp.enable",
        words="enable",
        leads=Leads.QUEUE,
        act=Remedy.ENABLE_KEY,
        style="primary",
        confirm=True,
    ),
    Button(
        id="rp.review", words="review", leads=Leads.LIST, act=REVIEW, style="primary"
    ),
    Button(id="rp.looking", words="looking", leads=Leads.QUEUE, act=Saying.LOOKING),
    Button(
        id="rp.snooze",
        words="snooze",
        leads=Leads.QUEUE,
        choices=(Saying.SNOOZE_1D, Saying.SNOOZE_3D, Saying.SNOOZE_TO_1D),
    ),
    Button(id="rp.expected", words="expected", leads=Leads.QUEUE, act=Saying.EXPECTED),
    Button(id="rp.intended", words="intended", leads=Leads.QUEUE, act=Saying.INTENDED),
    Button(id="rp.drill", words="drill", leads=Leads.QUEUE, act=DRILL),
    Button(id="rp.console", words="console", leads=Leads.LINK),
)

BY_ID: Mapping[str, Button] = MappingProxyType({it.id: it for it in BUTTONS})


def drawn(acts: Iterable[str], value: str, url: str | None, words: Words) -> list[Json]:
    """Draw the buttons for these acts, and the link to AWS where it has a place."""
    offered = set(acts)
    shown = [
        _menu(it, offered, value, words) if it.choices else _plain(it, value, words)
        for it in BUTTONS
        if not it.acts.isdisjoint(offered)
    ]
    if not (url and has_room(offered)):
        return shown
    links = [it for it in BUTTONS if it.leads is Leads.LINK]
    return shown + [{**_labelled(it, words), "url": url} for it in links]


def has_room(acts: Collection[str]) -> bool:
    """Tell if a link has a place beside the buttons for these acts."""
    return sum(not it.acts.isdisjoint(acts) for it in BUTTONS) < _MOST


def _plain(button: Button, value: str, words: Words) -> Json:
    shown = {**_labelled(button, words), "value": value}
    if button.style:
        shown["style"] = button.style
    if button.confirm:
        shown["confirm"] = _confirm(button.words, words)
    return shown


def _labelled(button: Button, words: Words) -> dict[str, object]:
    label = text(words.say(f"button.{button.words}"))
    return {"type": "button", "action_id": button.id, "text": label}


def _menu(button: Button, offered: Collection[str], value: str, words: Words) -> Json:
    return {
        "type": "static_select",
        "action_id": button.id,
        "placeholder": text(words.say(f"button.{button.words}")),
        "options": [
            {"text": text(words.say(f"choice.{act}")), "value": f"{value}:{act}"}
            for act in button.choices
            if act in offered
        ],
    }


def _confirm(name: str, words: Words) -> Json:
    return {
        "title": text(words.say(f"confirm.{name}.title")),
        "text": text(words.say(f"confirm.{name}.text")),
        "confirm": text(words.say(f"confirm.{name}.go")),
        "deny": text(words.say("button.back")),
    }

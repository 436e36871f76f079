"""The people of the workspace press, submit and leave, as Slack's client lets them."""

from collections.abc import Mapping

from infra.sandbox.page.said import BadWishError, Said, Wish, filled_in, one_of, text
from infra.sandbox.slack.elements import Typed
from infra.sandbox.slack.inputs import Values, input_blocks
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.presses import NoSuchButtonError
from infra.sandbox.slack.records import Delivery, OpenView
from infra.sandbox.slack.submissions import NoSuchViewError

_NO_BUTTON = Said(ok=False, said="The message does not show that button any more.")
_NO_WAY = Said(ok=False, said="The dialog does not show that button any more.")
_NO_VIEW = Said(ok=False, said="That dialog is not open any more.")
_MARKED = Said(ok=False, said="The dialog stays open and says what is wrong.")
_LEFT = Said(ok=True, said="The dialog is closed; nothing was sent.")
_TAKEN = Said(ok=True, said="Reprieve has acknowledged it.")
_LATE = Said(
    ok=False,
    said="Slack waits three seconds, and Reprieve had not acknowledged it by then. "
    "Press once more.",
)


class Channel:
    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack

    def press(self, wish: Wish) -> Said:
        ts, action, user = text(wish, "ts"), text(wish, "action_id"), self._user(wish)
        if ts not in self._slack.store.messages:
            return _NO_BUTTON
        try:
            if "choice" in wish:
                chosen = text(wish, "choice")
                return told(self._slack.choose(ts, action, chosen, user=user))
            return told(self._slack.press(ts, action, user=user))
        except NoSuchButtonError:
            return _NO_BUTTON

    def submit(self, wish: Wish) -> Said:
        name, user = text(wish, "view"), self._user(wish)
        typed, opened = filled_in(wish, "values"), self._opened(name, user)
        if opened is None:
            return _NO_VIEW
        try:
            sent = self._slack.submit(name, _values(opened, typed), user=user)
        except NoSuchViewError:
            return _NO_VIEW
        left = self._opened(name, user)
        return _MARKED if left and (left.errors or left.trouble) else told(sent)

    def press_in_view(self, wish: Wish) -> Said:
        name, user = text(wish, "view"), self._user(wish)
        typed, opened = filled_in(wish, "values"), self._opened(name, user)
        if opened is None:
            return _NO_VIEW
        values, action = _values(opened, typed), text(wish, "action_id")
        try:
            sent = self._slack.press_in_view(name, action, values, user=user)
        except NoSuchButtonError:
            return _NO_WAY
        except NoSuchViewError:
            return _NO_VIEW
        return told(sent)

    def close(self, wish: Wish) -> Said:
        try:
            self._slack.close(text(wish, "view"), user=self._user(wish))
        except NoSuchViewError:
            return _NO_VIEW
        return _LEFT

    def _user(self, wish: Wish) -> str:
        return one_of(wish, "as", self._slack.store.workspace.users)

    def _opened(self, name: str, user: str) -> OpenView | None:
        return next((it for it in self._slack.views(user) if it.id == name), None)


def _values(opened: OpenView, typed: Mapping[str, Typed]) -> Values:
    """Name the element of each block, as Slack's client knows it."""
    elements = {it["block_id"]: it["element"] for it in input_blocks(opened.view)}
    unknown = typed.keys() - elements.keys()
    if unknown:
        raise BadWishError(f"The dialog has no input {sorted(unknown)}.")
    for block, each in typed.items():
        if isinstance(each, tuple) is not (elements[block]["type"] == "checkboxes"):
            raise BadWishError(f"{block!r} does not take that.")
    return {it: {elements[it]["action_id"]: each} for it, each in typed.items()}


def told(sent: Delivery) -> Said:
    if sent.accepted:
        return _TAKEN
    if sent.late:
        return _LATE
    answer = sent.failure or f"HTTP {sent.status}"
    return Said(ok=False, said=f"Reprieve did not take it: {answer}.")

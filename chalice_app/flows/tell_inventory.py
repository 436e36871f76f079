"""Story: people hear, once, what an inventory found beside keys in trouble."""

from dataclasses import replace
from functools import partial

from chalice_app.domain.inventory import Inventory
from chalice_app.domain.subject import key_from_arn
from chalice_app.errors import KmsSilentError
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Tools
from chalice_app.views.inventory_report import About, Listed, message, notice


def tell_inventory(tools: Tools) -> None:
    """Tell what is still untold of the last inventory; what fails, the next one tells.

    Raises TryAgainError and ChatRefusedError, after which the queue delivers again.
    """
    inventory = tools.inventories.get()
    if inventory and not inventory.goes_on:
        inventory = _tell_disabled(inventory, tools)
        _tell_hidden(inventory, tools)


def _tell_disabled(inventory: Inventory, tools: Tools) -> Inventory:
    summary = inventory.untold
    if summary is None:
        return inventory
    tally = summary.tally
    names = tuple(_name(arn, tools) for arn in tally.disabled_named)
    place = key_from_arn(tally.disabled_named[0])
    listed = Listed(
        about=About.DISABLED,
        place=place,
        names=names,
        count=tally.disabled,
        total=tally.keys,
    )
    _report(f"disabled-{summary.number}", listed, tools)
    return _noted(replace(inventory, untold=None), tools)


def _tell_hidden(inventory: Inventory, tools: Tools) -> None:
    """Tell of keys that may not be read, when they are more than people know of."""
    tally = inventory.tally
    if tally.hidden == inventory.hidden_told:
        return
    if tally.hidden > inventory.hidden_told:
        keys = tuple(map(key_from_arn, tally.hidden_named))
        listed = Listed(
            about=About.HIDDEN,
            place=keys[0],
            names=tuple(it.id for it in keys),
            count=tally.hidden,
            total=tally.keys,
        )
        _report(f"hidden-{inventory.number}", listed, tools)
    _noted(replace(inventory, hidden_told=tally.hidden), tools)


def _report(report_id: str, listed: Listed, tools: Tools) -> None:
    report = tools.reports.begin(report_id)
    if not report.noticed:
        tools.notices.send(*notice(listed, tools.words))
        tools.reports.noticed(report_id)
    if report.place is None:
        drawn = message(listed, tools.words)
        post = partial(tools.chat.post, drawn, report_id, kind="report")
        posted = post_once(report, tools.reports, tools.chat, post)
        tools.reports.placed(report_id, posted.places[0])


def _noted(inventory: Inventory, tools: Tools) -> Inventory:
    after = replace(inventory, revision=inventory.revision + 1)
    tools.inventories.put(after)
    return after


def _name(arn: str, tools: Tools) -> str:
    """Call a key by its first alias, else by its id."""
    key = key_from_arn(arn)
    try:
        aliases = tools.keys.read(key).aliases
    except KmsSilentError:
        aliases = None
    return aliases[0] if aliases else key.id

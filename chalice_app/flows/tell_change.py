"""Story: somebody changes Reprieve itself, and the channel hears of it."""

from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.watcher.batch import Batch
from chalice_app.domain.watcher.change import Change
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Tools
from chalice_app.views.change_message import change_message, silenced_line


def receive_change(change: Change, tools: Tools) -> None:
    """Put a change into the message of its batch, once, however often it comes."""
    batch = tools.changes.add(change)
    if batch.place is None:
        posted = post_once(
            batch, tools.changes, tools.chat, partial(_post, batch, tools)
        )
        tools.changes.placed(batch.id, posted.places[0])
        if not posted.adopted:
            tools.changes.shown(batch)
    _catch_up(batch.id, tools)


def _catch_up(batch_id: str, tools: Tools) -> None:
    """Rewrite the message until it shows the newest batch.

    Two rewrites may reach Slack in the wrong order: whoever has written looks again.
    """
    batch = tools.changes.get(batch_id)
    behind = batch is not None and batch.shown < batch.revision
    while batch and batch.place and behind:
        _rewrite(batch, batch.place, tools)
        tools.changes.shown(batch)
        newest = tools.changes.get(batch_id)
        behind = newest is not None and newest.revision > batch.revision
        batch = newest


def _rewrite(batch: Batch, place: Place, tools: Tools) -> None:
    """Show the batch; what is silenced anew is said in the channel again."""
    try:
        tools.chat.update(place, _draw(batch, tools))
    except ChatRefusedError as refused:
        # Whoever took the message away has read it, but not what is new.
        if batch.unsaid or not refused.message_is_gone:
            raise
        return
    for kind in batch.unsaid:
        line = silenced_line(batch, kind, tools.words)
        tools.chat.reply(place, line, broadcast=True)


def _post(batch: Batch, tools: Tools) -> Place:
    return tools.chat.post(_draw(batch, tools), batch.id, kind="watcher")


def _draw(batch: Batch, tools: Tools) -> dict[str, object]:
    return change_message(batch, tools.words, tools.settings.stage)

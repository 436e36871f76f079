"""Story: the topic hands over news of a key, of Reprieve, a drill, or a heartbeat."""

from collections.abc import Mapping

from chalice_app.domain.drill import drill_in
from chalice_app.domain.heartbeat import heartbeat_in
from chalice_app.domain.watcher.change import change_in
from chalice_app.flows.beat import receive_heartbeat
from chalice_app.flows.drill import receive_drill
from chalice_app.flows.measure import counted
from chalice_app.flows.open_case import receive_news
from chalice_app.flows.tell_change import receive_change
from chalice_app.ports import Tools


def receive_note(note: Mapping[str, str], tools: Tools) -> None:
    """Take what SNS delivered; what is neither of the others has to be news of a key.

    Raises TryAgainError and ChatRefusedError, after which Lambda tries again.
    """
    beat_at = heartbeat_in(note)
    if beat_at:
        receive_heartbeat(beat_at, tools)
        return
    drill = drill_in(note)
    change = change_in(note)
    with counted(tools):
        if drill:
            receive_drill(drill, tools)
        elif change:
            receive_change(change, tools)
        else:
            receive_news(note, tools)

"""Story: the topic hands over news of a key, or of a drill."""

from collections.abc import Mapping

from chalice_app.domain.drill import drill_in
from chalice_app.flows.drill import receive_drill
from chalice_app.flows.open_case import receive_news
from chalice_app.ports import Tools


def receive_note(note: Mapping[str, str], tools: Tools) -> None:
    """Take what SNS delivered; what is no drill has to be news of a key.

    Raises TryAgainError and ChatRefusedError, after which Lambda tries again.
    """
    drill = drill_in(note)
    if drill:
        receive_drill(drill, tools)
    else:
        receive_news(note, tools)

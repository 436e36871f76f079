"""What a replay cannot know, said with every replay."""

from infra.operator.replay.listening import NATIVE
from infra.operator.replay.sources import Source
from infra.operator.wording import say


def notes(source: Source) -> tuple[str, ...]:
    return (
        say("replay.note.state"),
        say("replay.note.before"),
        say("replay.note.people"),
        say("replay.note.native", names=", ".join(NATIVE)),
        _about(source),
    )


def _about(source: Source) -> str:
    if source.history:
        return say("replay.note.history", region=source.history.region)
    return say("replay.note.folder")

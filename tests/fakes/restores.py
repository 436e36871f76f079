"""A responder restores the keys of a storm, and its thread tells of it."""

from tests.fakes.reviews import asking, storm, submitting
from tests.fakes.storms import digest_of
from tests.fakes.world import World


def members(world: World) -> list[str]:
    digest = digest_of(world)
    return [it.case_id for it in world.tools.digests.members(digest.id)]


def restored(world: World, without: int = 0, **how: str) -> list[str]:
    """Let Ada review a storm of 12 keys and restore it; give the keys of the digest."""
    arns = storm(world)
    assert world.press(asking(world)) is None
    out = members(world)[:without]
    press = submitting(world, len(arns) - without, out, **how)
    assert world.press(press) is None
    return arns


def thread(world: World) -> list[str]:
    digest = digest_of(world)
    assert digest.place
    return world.chat.messages[digest.place.ts].lines

"""The story, told once and verified step by step."""

from infra.sandbox.evidence import log_lines
from infra.sandbox.interrupts import Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import Outside
from infra.sandbox.scene import NotVerifiedError, Scene
from infra.sandbox.story import CHAPTERS, Chapters
from infra.sandbox.world import World


def told(
    acme: World,
    narrator: Narrator,
    interrupts: Interrupts,
    chapters: Chapters = CHAPTERS,
) -> bool:
    """Tell every chapter; what was not verified ends the story, with Lambda's lines."""
    with interrupts.allowed():
        scene = Scene(world=acme, outside=Outside(acme), narrator=narrator)
        try:
            _tell(scene, chapters)
        except NotVerifiedError as error:
            narrator.failed(str(error))
            for line in log_lines(acme.aws):
                narrator.hint(line)
            return False
        count = narrator.verified_so_far
        narrator.heading(
            f"The story is told. {count} facts were verified from outside."
        )
        return True


def _tell(scene: Scene, chapters: Chapters) -> None:
    for number, (title, chapter) in enumerate(chapters.items(), start=1):
        scene.narrator.heading(f"{number}. {title}")
        chapter(scene)

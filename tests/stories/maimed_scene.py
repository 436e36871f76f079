"""A scene whose patience ends soon after the refusal of what was taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene, T
from tests.stories.permissions import ROLES, Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class MaimedScene(Scene):
    lost: Permission

    @property
    def refused(self) -> bool:
        found = self.world.aws.refused().get(ROLES[self.lost.name], [])
        return any(map(self.lost.covers, found))

    def verify(
        self, expected: str, look: Callable[[], T], fits: Callable[[T], bool]
    ) -> T:
        wait_for(lambda: self.refused or fits(look()), bool, PATIENCE)
        # `super()` knows no class that was made anew for its slots.
        return Scene.verify(self, expected, look, fits)


def maimed(scene: Scene, lost: Permission, brief: float) -> MaimedScene:
    return MaimedScene(
        world=scene.world,
        outside=scene.outside,
        narrator=scene.narrator,
        patience=brief,
        lost=lost,
    )

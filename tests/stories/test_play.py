"""Playing with the running sandbox: a modal, a refusal of the prompt, a gone button."""

from infra.sandbox.narrator import Narrator
from infra.sandbox.play import Play
from infra.sandbox.pressing import asked_for_reason
from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from tests.stories.trouble import scheduled


def test_a_deletion_is_cancelled_by_hand_with_a_reason(scene: Scene) -> None:
    trouble, written = scheduled(scene, "alias/prod/by-hand"), list[str]()
    play = Play(scene.world, Narrator(written.append))
    play.show_buttons()
    number = number_of(written, "alias/prod/by-hand", "Cancel deletion")
    # The first call may find Reprieve asleep; this one wakes it.
    view = asked_for_reason(scene.world.slack, trouble.alert, acme.EVE)
    scene.world.slack.submit(
        view.id, {"reason": {"text": "To be refused"}}, user=acme.EVE
    )

    play.obey(f"press {number} as bo")
    play.obey("no")
    assert "Please use at least 5 characters." in "\n".join(written)
    play.obey("It is still in use")
    scene.key_is(trouble.key, "Disabled")

    scene.alert(trouble.key, "cancelled", "rp.enable", "rp.looking")
    play.obey(f"press {number}")
    assert written[-1] == "The message does not show that button any more."
    play.obey("press 9999")
    assert written[-1].startswith("No such button or person.")
    play.obey("what now?")
    assert written[-1].startswith('Write "press 1"')


def number_of(written: list[str], name: str, label: str) -> int:
    """Find a button's number below the title of the alert that names the key."""
    [title] = [n for n, line in enumerate(written) if line.endswith(name)]
    line = next(it for it in written[title:] if it.endswith(f": {label}"))
    return int(line.removeprefix("press ").split(":")[0])

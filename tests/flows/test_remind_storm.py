"""The keys of a storm are reminded of together, once for each of their moments."""

from datetime import timedelta

from chalice_app.domain.key import KeyState
from infra.sandbox.slack import acme
from tests.fakes.keys import Trouble
from tests.fakes.news import record
from tests.fakes.places import NOON
from tests.fakes.storms import digest_of, draw_all, harm, keys
from tests.fakes.world import World
from tests.flows.dying import DAY, DISABLED, HOUR, subjects, swept_at

DIES = NOON + 30 * DAY
OWN, MANY = 3, 40


def storm(world: World, *, spread: timedelta = timedelta()) -> None:
    """Schedule many deletions, each key's a bit later than the one before."""
    arns = keys(OWN + MANY)
    harm(world, arns)
    list(draw_all(world))
    for place, arn in enumerate(arns):
        world.keys.dies[arn] = DIES + place * spread
    world.sweep()


def of_the_storm(world: World) -> list[str]:
    digest = digest_of(world)
    own = [it for it in world.chat.reminders.values() if digest.id in it.case_id]
    assert {it.inside for it in own} <= {digest.place}
    return [it.versions[0]["text"] for it in own]


def test_forty_keys_have_one_reminder_of_each_moment_and_one_mail(world: World) -> None:
    storm(world, spread=timedelta(minutes=1))

    for before in range(8 * 24, 0, -1):
        swept_at(world, DIES - before * HOUR)
        list(draw_all(world))

    told = of_the_storm(world)
    assert [it.partition(":")[0] for it in told] == [
        "Less than 7 days left",
        "Less than 2 days left",
        "Less than 24 hours left",
        "Less than 4 hours left",
    ]
    label = digest_of(world).label
    assert all(f"storm `{label}`" in it and "delete: 40," in it for it in told)
    assert sum(f"storm {label}" in it for it, _ in world.notices.sent) == 4
    assert sum("Less than 2 days" in it for it in subjects(world)) == OWN + 1


def test_keys_of_one_hour_become_due_together_between_two_sweeps(world: World) -> None:
    storm(world, spread=timedelta(minutes=1))

    swept_at(world, DIES - timedelta(minutes=20) - 4 * HOUR)
    swept_at(world, DIES + timedelta(minutes=20) - 4 * HOUR)

    _, told = of_the_storm(world)
    assert "delete: 40," in told
    assert "Less than 4 hours left" in told


def test_keys_that_somebody_saved_are_not_counted_and_none_is_told_of_none(
    world: World,
) -> None:
    storm(world)
    world.keys.states.update(dict.fromkeys(keys(OWN + 30), KeyState.ENABLED))
    swept_at(world, DIES - 2 * DAY)
    world.keys.states.update(dict.fromkeys(keys(OWN + MANY), KeyState.ENABLED))
    swept_at(world, DIES - 4 * HOUR)

    [told] = of_the_storm(world)
    assert "delete: 10," in told


def test_the_owners_are_named_in_the_last_two_alone(world: World) -> None:
    world.configure(owner_group=acme.RESPONDERS)
    storm(world)

    for days in (7, 2, 1):
        swept_at(world, DIES - days * DAY)

    named = [f"<!subteam^{acme.RESPONDERS}>" in it for it in of_the_storm(world)]
    assert named == [False, False, True]


def test_what_slack_does_not_take_is_mailed_and_posted_by_the_next_sweep(
    world: World,
) -> None:
    storm(world)
    world.chat.joined = False
    swept_at(world, DIES - 2 * DAY, ends=False)
    assert "Less than 2 days left" in subjects(world)
    world.chat.joined = True

    swept_at(world, DIES - 2 * DAY + HOUR)

    label = digest_of(world).label
    assert len(of_the_storm(world)) == 1
    assert sum(label in subject for subject, _ in world.notices.sent) == 1


def test_where_kms_cannot_be_asked_about_one_it_says_so(world: World) -> None:
    storm(world)
    world.keys.on_read = [*[None] * 20, Trouble.THROTTLED]

    swept_at(world, DIES - 2 * DAY)

    [told] = of_the_storm(world)
    assert "delete: 40," in told
    assert "KMS could not be asked about all of them now" in told
    assert "nobody has cancelled" not in told


def test_disabled_keys_of_a_storm_are_told_of_too(world: World) -> None:
    for arn in keys(OWN + MANY):
        world.keys.put(arn, DISABLED)
        world.deliver(record("DisableKey", key=arn, at=world.now))
    list(draw_all(world))
    world.configure(owner_group=acme.RESPONDERS)

    swept_at(world, NOON + 13 * HOUR)
    swept_at(world, NOON + 14 * HOUR)

    [told] = of_the_storm(world)
    assert told.startswith(f"<!subteam^{acme.RESPONDERS}> Disabled for more than 13")
    assert "disabled: 40, the first since" in told


def test_a_storm_whose_message_somebody_deleted_is_told_of_on_its_own(
    world: World,
) -> None:
    storm(world)
    digest = digest_of(world)
    assert digest.place
    del world.chat.messages[digest.place.ts]

    swept_at(world, DIES - 2 * DAY)

    own = [it for it in world.chat.reminders.values() if digest.id in it.case_id]
    assert [it.inside for it in own] == [None]
    assert digest.label in own[0].versions[0]["text"]

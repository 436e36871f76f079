"""The story that `make demo` tells and the tests run: four keys, four chapters."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from infra.sandbox import letters
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.pressing import cancelled_by, enabled_by, refused_to
from infra.sandbox.scene import Scene, refusal
from infra.sandbox.slack import acme
from infra.sandbox.world import EMAIL

Chapters = Mapping[str, Callable[[Scene], None]]
WORKERS = ("actions", "alerts", "inventory", "sweep")
DYING = ("rp.cancel", "rp.cancel_enable", "rp.looking", "rp.intended")
DISABLED = ("rp.enable", "rp.looking", "rp.expected")
CANCELLED = ("rp.enable", "rp.looking")
REFUSED = ("rp.looking", "rp.expected")
_ANY_KMS = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
_ONLY_READ = {"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}


def deployed(scene: Scene) -> None:
    scene.verify(
        "Lambda lists reprieve-dev and its actions, alerts, inventory and sweep.",
        scene.outside.functions,
        lambda found: (
            found == ["reprieve-dev", *(f"reprieve-dev-{it}" for it in WORKERS)]
        ),
    )
    scene.verify(
        f"Both topics, for news and for notices, send e-mail to {EMAIL}.",
        scene.outside.subscribed,
        lambda found: found == [EMAIL, EMAIL],
    )


def deletion_cancelled(scene: Scene) -> None:
    key = scene.key("alias/prod/payments-db", "Card tokens of the payments database")
    alice = scene.world.aws.assume("Deploy", "alice", EVERYTHING)
    scene.say(f"alice, with the role Deploy, schedules {key.name} for deletion.")
    scene.world.aws.client("kms", alice).schedule_key_deletion(
        KeyId=key.id, PendingWindowInDays=7
    )
    scene.key_is(key, "PendingDeletion")
    letters.news_came(scene, key, "scheduled", "alice")
    letters.date_is_right(scene, key)
    alert = scene.alert(key, "scheduled", *DYING)
    cancelled_by(scene, key, alert, acme.ADA)
    alert = scene.alert(key, "cancelled", *CANCELLED)
    enabled_by(scene, key, alert, acme.ADA)


def attempt_refused(scene: Scene) -> None:
    key = scene.key("alias/prod/audit-log", "Archive of the audit log")
    mallory = scene.world.aws.assume("ReadOnly", "mallory", _ONLY_READ)
    kms = scene.world.aws.client("kms", mallory)
    scene.say(f"mallory, with the role ReadOnly, tries to schedule {key.name}.")
    code = refusal(kms.schedule_key_deletion, KeyId=key.id, PendingWindowInDays=7)
    scene.verify(
        "AWS refuses: AccessDeniedException.",
        lambda: code,
        lambda found: found == "AccessDeniedException",
    )
    scene.key_is(key, "Enabled")
    scene.alert(key, "refused", *REFUSED, event="ScheduleKeyDeletion")
    letters.no_news(scene, key)


def disabled_key_enabled(scene: Scene) -> None:
    key = scene.key("alias/prod/search-index", "Snapshots of the search index")
    carol = scene.world.aws.client("kms", scene.world.aws.user("carol", _ANY_KMS))
    scene.say(f"carol, an IAM user, disables {key.name}.")
    carol.disable_key(KeyId=key.id)
    scene.key_is(key, "Disabled")
    letters.news_came(scene, key, "disabled", "carol")
    alert = scene.alert(key, "disabled", *DISABLED)
    enabled_by(scene, key, alert, acme.BO)


def press_refused(scene: Scene) -> None:
    key = scene.key("alias/prod/customer-backups", "Backups of customer data")
    dave = scene.world.aws.client("kms", scene.world.aws.user("dave", _ANY_KMS))
    scene.say(f"dave, an IAM user, schedules {key.name} for deletion.")
    dave.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=30)
    alert = scene.alert(key, "scheduled", *DYING)
    refused_to(scene, key, alert, acme.EVE, "not_listed")
    refused_to(scene, key, alert, acme.STRANGER, "outsider")


CHAPTERS: Chapters = MappingProxyType(
    {
        "Reprieve is deployed": deployed,
        "A key is scheduled for deletion, and two presses save it": deletion_cancelled,
        "An attempt that AWS refuses": attempt_refused,
        "A key is disabled, and one press brings it back": disabled_key_enabled,
        "Two people press who may not": press_refused,
    }
)

"""What fills the star of each family of words; a new family wants a row here."""

from collections.abc import Mapping, Sequence

from chalice_app.domain.ledger import Kind
from chalice_app.domain.phase import Phase
from chalice_app.domain.policy_change import Compared
from chalice_app.domain.press import Verdict
from chalice_app.domain.quiet import SNOOZES, Saying
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.reminder_plan import Danger
from chalice_app.domain.responder import Standing
from chalice_app.domain.restore_parts import Ending
from chalice_app.domain.watcher.change import SILENCES
from chalice_app.settings import Settings
from chalice_app.views.buttons import BUTTONS
from chalice_app.views.inventory_report import About
from chalice_app.views.review_form import TURNS
from tests.spoken import WORDS, placeholders

KMS = {key.removeprefix("kms.") for key in WORDS.sentences if key.startswith("kms.")}
TALES = ("silenced", "upkeep")
FOUND = {
    key.removeprefix("finding."): placeholders(WORDS, key)
    for key in WORDS.sentences
    if key.startswith("finding.")
}
SAID = ["snooze", *(it for it in Saying if it not in SNOOZES)]
CONFIRMED = [it.words for it in BUTTONS if it.confirm]
FAMILIES: Mapping[str, Sequence[str]] = {
    **{f"alert.*.{part}": [*Phase, "unclear"] for part in ("title", "text")},
    "alert.*.body": [*Phase, "unclear", "scheduled_related", "deleted_related"],
    "alert.*.hint": [*Phase, "unclear", "unwell", "not_read"],
    "alert.*.note": ["unclear", "unwell"],
    "alert.field.*": [
        "key",
        "store",
        "place",
        "event",
        "who",
        "when",
        "state",
        "error",
        "tries",
    ],
    "alert.unread_*": ["denied", "passing", "other"],
    "answer.*": [Verdict.ALREADY, Verdict.CHANGED, Verdict.TOO_LATE],
    "button.*": [it.words for it in BUTTONS],
    **{f"change.*.{it}": TALES for it in ("title", "text", "body", "next")},
    "change.effect.*": [*dict.fromkeys(SILENCES.values())],
    **{f"confirm.*.{part}": CONFIRMED for part in ("title", "text", "go")},
    "configuration.*": [*Settings.__slots__],
    "deed.*": [*Remedy],
    **{f"inventory.*.{it}": [*About] for it in ("title", "subject", "body", "next")},
    "finding.*": [*FOUND],
    **{
        f"digest.*.{part}": ["harm", "refused", "resolved"]
        for part in ("title", "text", "body")
    },
    "digest.field.*": ["who", "place", "stand", "when", "due"],
    "digest_line.*": [*Phase],
    "digest_stand.*": [*Phase],
    "kms.*": [*KMS],
    "notice.*": [*Remedy],
    "notice.next_*": ["enabled", "disabled", "other"],
    "policy.*": [it for it in Compared if it is not Compared.NO_BEFORE],
    "preview.*": ["opens", "follows", "in_thread", "aloud"],
    "choice.*": [*SNOOZES],
    "reminder.*": [*Danger, "deletion_related"],
    "reminder.*_known": [*Danger, "unchecked"],
    "storm_reminder.*": [*Danger],
    "storm_reminder.*_known": [*Danger, "unchecked"],
    "restoring_deed.*": [Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE],
    "restoring_end.*": [*Ending],
    "review_fault.*": ["other_number", "none_chosen", "too_many_left_out"],
    "review_remedy.*": [Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE],
    "review_turn.*": [*TURNS],
    "saved.*": [*Remedy],
    **{f"saying.*_{it}": SAID for it in ("since", "line", "noted")},
    "standing.*": [it for it in Standing if it is not Standing.MAY_PRESS],
    **{
        f"watch.*.{it}": ["broken", "whole"] for it in ("title", "text", "body", "next")
    },
    "thread.*": [
        *(Kind.PROVED, Kind.FAILED, "half"),
        *("event", "event_native", "event_refused"),
    ],
}
# Where one family is filled in two places, what each place fills in.
HERE: Mapping[tuple[str, str], Sequence[str]] = {
    ("preview.*", "news"): ["opens", "follows"],
    ("preview.*", "when"): ["in_thread", "aloud"],
    ("preview.*", "said"): ["in_thread", "aloud"],
    ("thread.*", "id"): ["event", "event_native", "event_refused"],
    ("thread.*", "person"): [Kind.PROVED, Kind.FAILED, "half"],
}
NOT_CONFIGURED = {"configuration.stage", "configuration.responder_group"}
# What thread_line gives by `**`; doctor's tests say every finding with its values.
FACTS = frozenset({"deed", "state", "error", "button", "next"}).union(*FOUND.values())
OF_A_LINE = frozenset({"check", "said", "since"})

"""What the thread says of a key policy that somebody has replaced."""

from collections.abc import Sequence

from chalice_app.domain.before import Before
from chalice_app.domain.policy_change import Compared, PolicyChange
from chalice_app.views.slack_text import Mrkdwn, code, moment
from chalice_app.views.words import Words

_MOST = 5
_LONGEST = 80


def of_policy(
    change: PolicyChange, before: Before | None, where: str, words: Words
) -> Mrkdwn:
    """Say what has changed, or why that is not known; `where`: the kept policy."""
    if before is None or change.verdict is Compared.NO_BEFORE:
        return Mrkdwn(words.say("policy.no_before"))
    said = words.say(
        f"policy.{change.verdict}",
        read_at=moment(before.read_at),
        removed=_listed(change.removed, words),
        added=_listed(change.added, words),
        changed=_listed(change.changed, words),
        kept=words.say("policy.kept", where=code(where)),
    )
    return Mrkdwn(said)


def _listed(names: Sequence[str], words: Words) -> str:
    shown = ", ".join(code(it, _LONGEST) for it in names[:_MOST])
    more = len(names) - _MOST
    if more > 0:
        return words.say("policy.more", names=shown, more=more)
    return shown or words.say("policy.none")

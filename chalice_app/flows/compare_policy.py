"""Story: somebody replaces the policy of a key in trouble, and the thread says how."""

from chalice_app.domain.case import Case
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.phase import has_key_to_ask
from chalice_app.domain.policy_change import compared
from chalice_app.errors import KmsSilentError
from chalice_app.ports import Tools
from chalice_app.views.policy_line import of_policy
from chalice_app.views.slack_text import Mrkdwn


def policy_line(event: KeyEvent, case: Case, tools: Tools) -> Mrkdwn | None:
    """Compare KMS's policy with the one that was kept; None for any other event."""
    replaced = event.name == "PutKeyPolicy" and event.succeeded
    if not replaced or not has_key_to_ask(case):
        return None
    before = tools.befores.kept(case.id)
    change = compared(before, _now(case, tools), event.occurred_at)
    where = f"{tools.settings.name('cases')}: CASE#{case.id} / BEFORE"
    return of_policy(change, before, where, tools.words)


def _now(case: Case, tools: Tools) -> str | None:
    """Read the policy of now; None where KMS is silent, for the line does not wait."""
    try:
        return tools.keys.look_around(case.subject).policy
    except KmsSilentError:
        return None

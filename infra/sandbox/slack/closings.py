"""A person leaves a modal, and Slack tells an app that wants to know."""

from infra.sandbox.slack.courier import Courier
from infra.sandbox.slack.payloads import view_closed
from infra.sandbox.slack.records import Delivery
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.submissions import opened_by


def close(store: Store, courier: Courier, view_id: str, user: str) -> Delivery:
    with store.lock:
        left = opened_by(store, view_id, user)
        del store.views[left.id]
    if not left.view.get("notify_on_close", False):
        return courier.record(Delivery(kind="view_closed", sent=False))
    return courier.deliver(view_closed(store, left, user))

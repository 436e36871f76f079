"""What Reprieve and AWS write: a message, the e-mail of an event, any other e-mail."""

from typing import Any

from infra.news_document import render
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Message, Version
from tests.infra.pipeline_facts import TEXT, cloudtrail

ALICE = {
    "principalId": "AROAEXAMPLE:alice",
    "sessionContext": {"sessionIssuer": {"userName": "Deploy"}},
}
DATE = {"deletionDate": "Mar 9, 2026, 10:00:00 AM"}


def said_by_reprieve(text: str, ts: str, **more: Any) -> Message:
    blocks = more.pop("blocks", ())
    version = Version(text=text, blocks=blocks, written_at=0.0)
    return Message(
        channel=acme.CHANNEL, ts=ts, user=acme.REPRIEVE, versions=(version,), **more
    )


def mailed(subject: str, body: str) -> dict[str, str]:
    at = "2026-03-02T10:00:04Z"
    return {"to": "security@acme.example", "subject": subject, "body": body, "at": at}


def news() -> dict[str, str]:
    """Write the e-mail that the template makes of the event."""
    name, detail = "ScheduleKeyDeletion", {"userIdentity": ALICE}
    event = cloudtrail(name, responseElements=DATE, **detail)
    mail = render(TEXT, {**event, "time": "2026-03-02T10:00:00Z"})
    assert mail
    return mailed(mail.subject, mail.body)

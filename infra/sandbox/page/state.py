"""The page's state: what was seen, in the form that the browser draws."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime

from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Json
from infra.sandbox.page.console import OFFERED
from infra.sandbox.page.html.message import ephemeral_html, message_html, view_html
from infra.sandbox.page.people import PEOPLE
from infra.sandbox.page.seen import Seen
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Ephemeral, Message, OpenView
from infra.sandbox.slack.screen import names_of

_SLACK_PEOPLE: Mapping[str, str] = {
    acme.ADA: "responder",
    acme.BO: "responder",
    acme.EVE: "not a responder",
    acme.STRANGER: "guest of another workspace",
}
_NAMES = names_of(acme.ACME)


def state_of(seen: Seen) -> Json:
    channel = acme.ALERTS
    return {
        "now": seen.now,
        "region": REGION,
        "account": ACCOUNT,
        "kms_people": [
            {"id": name, "name": one.name, "about": one.about}
            for name, one in PEOPLE.items()
        ],
        "slack_people": [
            {"id": user, "name": acme.ACME.users[user].display_name, "about": about}
            for user, about in _SLACK_PEOPLE.items()
        ],
        "keys": [_key(one) for one in seen.keys],
        "channel": {"name": f"#{channel.name}", "messages": _channel(seen.messages)},
        "answers": [_answer(one) for one in seen.answers],
        "views": [_view(one) for one in seen.views],
        "mails": [_mail(number, one) for number, one in enumerate(seen.mails)],
    }


def _key(key: Json) -> Json:
    date = key["deletion_date"]
    return {
        "id": key["id"],
        "alias": ", ".join(key["aliases"]),
        "description": key["description"],
        "state": key["state"],
        "deletion_date": iso(datetime.fromtimestamp(date, UTC)) if date else None,
        "actions": list(OFFERED.get(key["state"], ())),
    }


def _channel(messages: tuple[Message, ...]) -> list[Json]:
    return [
        {**_message(top), "thread": [_message(it) for it in _thread(messages, top.ts)]}
        for top in messages
        if top.top_level
    ]


def _thread(messages: tuple[Message, ...], ts: str) -> list[Message]:
    return [it for it in messages if it.thread_ts == ts]


def _message(message: Message) -> Json:
    return {"ts": message.ts, **asdict(message_html(message, _NAMES))}


def _answer(line: Ephemeral) -> Json:
    drawn = asdict(ephemeral_html(line, _NAMES))
    return {"ts": line.ts, "user": line.user, "thread_ts": line.thread_ts, **drawn}


def _view(opened: OpenView) -> Json:
    drawn = asdict(view_html(opened, _NAMES))
    return {"id": opened.id, "user": opened.user, **drawn}


def _mail(number: int, mail: Json) -> Json:
    shown = {name: mail[name] for name in ("to", "subject", "body", "at")}
    return {"id": f"mail-{number}", **shown}

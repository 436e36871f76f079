"""What the mailbox must hold: the e-mail of an event, and Reprieve's own notices."""

import json
from datetime import UTC, datetime, timedelta

from infra.sandbox.aws.shapes import Json
from infra.sandbox.scene import WORDS, Key, Scene
from infra.sandbox.world import EMAIL

_DATE = "Deleted not before (UTC)"
_SECOND = timedelta(seconds=1)


def news_came(scene: Scene, key: Key, news: str, person: str) -> None:
    """Wait for the one e-mail that names key and person, and show it."""
    [mail] = scene.verify(
        f"{EMAIL} has one e-mail about it, which names the key and {person}.",
        lambda: scene.outside.news_about(key.id),
        lambda mails: [_facts(one) for one in mails] == [(EMAIL, news, key.id, person)],
    )
    scene.narrator.mail(mail)


def date_is_right(scene: Scene, key: Key) -> None:
    """Compare the date in the e-mail with the one that KMS gives, to the second."""
    [mail] = scene.outside.news_about(key.id)
    scene.verify(
        "The deletion date in the e-mail is the one that DescribeKey gives.",
        lambda: (_date(mail), _date_of(scene, key)),
        lambda dates: abs(dates[0] - dates[1]) <= _SECOND,
    )


def notice_came(scene: Scene, key: Key, remedy: str) -> None:
    subject = WORDS.say(f"notice.{remedy}", key=key.name)
    mails = scene.verify(
        f'{EMAIL} has a notice with the subject "{subject}".',
        lambda: scene.outside.notices_about(key.name),
        lambda found: [one["subject"] for one in found][-1:] == [subject],
    )
    scene.narrator.mail(mails[-1])


def no_news(scene: Scene, key: Key) -> None:
    scene.verify(
        "No e-mail went out: the subscription's filter leaves refused attempts out.",
        lambda: scene.outside.news_about(key.id),
        lambda found: found == [],
    )


def _facts(mail: Json) -> tuple[str, str, str, str]:
    told = json.loads(mail["body"])
    key = told["Key"].rsplit("/", 1)[-1]
    # A user has a name; a session of a role stands behind the role's id.
    person = told["User name"] or told["Who"].rpartition(":")[2]
    return mail["to"], told["news"], key, person


def _date(mail: Json) -> datetime:
    told = json.loads(mail["body"])[_DATE]
    return datetime.strptime(told, "%b %d, %Y, %I:%M:%S %p").replace(tzinfo=UTC)


def _date_of(scene: Scene, key: Key) -> datetime:
    found = scene.outside.kms.describe_key(KeyId=key.id)["KeyMetadata"]["DeletionDate"]
    return datetime.fromtimestamp(found.timestamp(), UTC)

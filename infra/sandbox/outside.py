"""How things stand, asked of AWS, of Slack and of the mailbox: never of Reprieve."""

import json
import time
from collections.abc import Callable
from typing import TypeVar

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import Json
from infra.sandbox.channel_state import ChannelState, read_channel
from infra.sandbox.world import World

T = TypeVar("T")
PATIENCE = 20.0
_BOT = ":assumed-role/reprieve-"


class Outside:
    def __init__(self, world: World) -> None:
        self._world = world
        administrator = world.aws.assume("Administrator", "olga", EVERYTHING)
        self.kms = world.aws.client("kms", administrator)

    def key_state(self, key: str) -> str:
        try:
            found = self.kms.describe_key(KeyId=key)
        except self.kms.exceptions.NotFoundException:
            return "gone"
        return str(found["KeyMetadata"]["KeyState"])

    def channel(self) -> ChannelState:
        return read_channel(self._world.slack.url)

    def mails(self) -> list[Json]:
        return self._world.aws.mailbox()

    def news_about(self, key: str) -> list[Json]:
        """Give the e-mails that the rules wrote about this key."""
        return [
            m for m in self.mails() if m["body"].startswith("{") and key in m["body"]
        ]

    def notices_about(self, name: str) -> list[Json]:
        """Give the e-mails that Reprieve wrote about this key."""
        return [m for m in self.mails() if name in m["subject"]]

    def calls_by_reprieve(self, key: str) -> list[str]:
        """Name what CloudTrail says that Reprieve's own roles did to this key."""
        return [
            record["eventName"]
            for record in self._world.aws.trail()
            if _BOT in record["userIdentity"].get("arn", "")
            and key in json.dumps(record)
        ]

    def keys(self) -> dict[str, str]:
        """Give the id of each key that has an alias of ours."""
        listed = self.kms.list_aliases()["Aliases"]
        return {
            one["AliasName"]: one["TargetKeyId"]
            for one in listed
            if one.get("TargetKeyId") and not one["AliasName"].startswith("alias/aws/")
        }

    def functions(self) -> list[str]:
        found = self._world.aws.client("lambda").list_functions()["Functions"]
        return sorted(one["FunctionName"] for one in found)

    def subscribed(self) -> list[str]:
        """Give each address that a topic sends e-mail to."""
        found = self._world.aws.client("sns").list_subscriptions()["Subscriptions"]
        return [one["Endpoint"] for one in found if one["Protocol"] == "email"]


def wait_for(look: Callable[[], T], fits: Callable[[T], bool], seconds: float) -> T:
    """Look until it fits or the time is over; the last look is what counts."""
    end, pause = time.monotonic() + seconds, 0.05
    while not fits(found := look()) and time.monotonic() < end:
        time.sleep(pause)
        pause = min(pause * 1.5, 0.2)  # each look takes CPU from what it waits for
    return found

"""The queue of pages, which `inventory` takes out one after the other."""

import json

from chalice_app.adapters.aws_json import AwsJson
from chalice_app.domain.inventory import Turn


class InventoryQueue:
    """The URL is made from the account: no permission is needed to ask for it."""

    def __init__(self, sqs: AwsJson, account: str, name: str) -> None:
        self._sqs = sqs
        self._url = f"{sqs.url}/{account}/{name}"

    def order(self, turn: Turn) -> None:
        """Have a page read. Nobody signs such a message: a page changes no key."""
        body = json.dumps({"inventory": turn.inventory, "page": turn.page})
        self._sqs.ask("SendMessage", QueueUrl=self._url, MessageBody=body)

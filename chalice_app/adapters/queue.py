"""The queue of presses and of orders to look or draw, which `actions` takes out."""

import json

from chalice_app.adapters.aws_json import AwsJson, Service

SQS = Service(name="sqs", version="1.0", target="AmazonSQS")
_LONGEST_DELAY = 900


class PressQueue:
    """The URL is made from the account: no permission is needed to ask for it."""

    def __init__(self, sqs: AwsJson, account: str, name: str) -> None:
        self._sqs = sqs
        self._url = f"{sqs.url}/{account}/{name}"

    def put(self, body: str, timestamp: str, signature: str) -> None:
        """Hand a press on as it came, with Slack's signature; raise TryAgainError."""
        sealed = {"body": body, "timestamp": timestamp, "signature": signature}
        self._send(json.dumps(sealed))

    def order(self, case_id: str, looks: int, seconds: int) -> None:
        """Have a case looked at again; SQS holds a message back for 15 minutes at most.

        Nobody signs such a message: a look changes no key.
        """
        self._order(seconds, look=case_id, looks=looks)

    def draw(self, digest_id: str, turn: int, seconds: int) -> None:
        """Have a digest drawn; it changes no key, so nobody signs it, either."""
        self._order(seconds, digest=digest_id, turn=turn)

    def restore(self, restore_id: str, step: int, seconds: int) -> None:
        """Have a step of a restore done.

        Nobody signs it: what may be done stands in the table, by a responder's press.
        """
        self._order(seconds, restore=restore_id, step=step)

    def soon(self, receipt: str, seconds: int) -> None:
        """Let the queue hand the same press over again after so many seconds."""
        self._sqs.ask(
            "ChangeMessageVisibility",
            QueueUrl=self._url,
            ReceiptHandle=receipt,
            VisibilityTimeout=seconds,
        )

    def _order(self, seconds: int, **order: str | int) -> None:
        self._send(json.dumps(order), DelaySeconds=min(seconds, _LONGEST_DELAY))

    def _send(self, message: str, **how: int) -> None:
        self._sqs.ask("SendMessage", QueueUrl=self._url, MessageBody=message, **how)

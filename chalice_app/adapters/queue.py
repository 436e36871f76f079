"""The queue of presses and second looks, which `actions` takes out."""

import json
from typing import TYPE_CHECKING

from chalice_app.adapters.aws_errors import trying_again

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


_LONGEST_DELAY = 900


class PressQueue:
    """The URL is made from the account: no permission is needed to ask for it."""

    def __init__(self, client: "SQSClient", account: str, name: str) -> None:
        self._client = client
        self._url = f"{client.meta.endpoint_url}/{account}/{name}"

    def put(self, body: str, timestamp: str, signature: str) -> None:
        """Hand a press on as it came, with Slack's signature."""
        sealed = {"body": body, "timestamp": timestamp, "signature": signature}
        self._client.send_message(QueueUrl=self._url, MessageBody=json.dumps(sealed))

    def order(self, case_id: str, looks: int, seconds: int) -> None:
        """Have a case looked at again; SQS holds a message back for 15 minutes at most.

        Nobody signs such a message: a look changes no key.
        """
        with trying_again("queue"):
            self._client.send_message(
                QueueUrl=self._url,
                MessageBody=json.dumps({"look": case_id, "looks": looks}),
                DelaySeconds=min(seconds, _LONGEST_DELAY),
            )

    def soon(self, receipt: str, seconds: int) -> None:
        """Let the queue hand the same press over again after so many seconds."""
        with trying_again("queue"):
            self._client.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=receipt, VisibilityTimeout=seconds
            )

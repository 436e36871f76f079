"""The queue of presses: `slack` puts in, `actions` takes out and may ask again."""

import json
from typing import TYPE_CHECKING

from chalice_app.adapters.aws_errors import trying_again

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class PressQueue:
    """The URL is made from the account: no permission is needed to ask for it."""

    def __init__(self, client: "SQSClient", account: str, name: str) -> None:
        self._client = client
        self._url = f"{client.meta.endpoint_url}/{account}/{name}"

    def put(self, body: str, timestamp: str, signature: str) -> None:
        """Hand a press on as it came, with Slack's signature."""
        sealed = {"body": body, "timestamp": timestamp, "signature": signature}
        self._client.send_message(QueueUrl=self._url, MessageBody=json.dumps(sealed))

    def soon(self, receipt: str, seconds: int) -> None:
        """Let the queue hand the same press over again after so many seconds."""
        with trying_again("queue"):
            self._client.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=receipt, VisibilityTimeout=seconds
            )

"""The notices topic: composed e-mails, with a subject."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chalice_app.adapters.aws_errors import trying_again

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient


class NoticesTopic:
    """`client` makes SNS's client when there is something to send."""

    def __init__(self, client: Callable[[], "SNSClient"], arn: str) -> None:
        self._client = client
        self._arn = arn

    def send(self, subject: str, body: str) -> None:
        with trying_again("notices"):
            self._client().publish(TopicArn=self._arn, Subject=subject, Message=body)

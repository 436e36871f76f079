"""Makes KMS, CloudWatch and every answer's Date follow the sandbox's clock."""

from email.utils import formatdate
from types import SimpleNamespace

from ministack import app
from ministack.services import cloudwatch, kms

from infra.sandbox.aws.clock import Clock


def install(clock: Clock) -> None:
    def http_date(*, usegmt: bool) -> str:
        return formatdate(clock.epoch(), usegmt=usegmt)

    kms.time = cloudwatch.time = SimpleNamespace(time=clock.epoch)
    app.formatdate = http_date

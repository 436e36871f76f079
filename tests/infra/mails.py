"""Waits for e-mails, which arrive a moment after the call that caused them."""

import time

from infra.sandbox.aws.local_aws import LocalAws


def mails_to(aws: LocalAws, address: str, *, at_least: int) -> list[str]:
    """Give the bodies that an address got, once there are enough of them."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        bodies = [mail["body"] for mail in aws.mailbox() if mail["to"] == address]
        if len(bodies) >= at_least:
            return bodies
        time.sleep(0.05)
    raise AssertionError(f"{address} got {len(bodies)} e-mails, not {at_least}.")

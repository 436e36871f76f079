"""What a topic has taken is never nowhere on its way to Lambda."""

import threading

from infra.sandbox.aws.subscribers import UntilAccepted


def test_a_delivery_is_accepted_before_its_sender_goes_on() -> None:
    accepted: list[bool] = []
    slow = threading.Event()

    UntilAccepted(target=lambda: accepted.append(slow.wait(0.05))).start()

    assert accepted == [False]

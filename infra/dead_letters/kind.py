"""The kinds of dead letters, by who could not hand on what."""

from enum import StrEnum


class Kind(StrEnum):
    RULE = "rule"  # EventBridge could not hand an event to the topic
    TOPIC = "topic"  # SNS could not hand news to `alerts`
    ALERTS = "alerts"  # `alerts` failed on news, after all its tries
    SWEEP = "sweep"  # `sweep` failed
    PAGE = "page"  # `inventory` gave up on a page
    PRESS = "press"
    LOOK = "look"
    DIGEST = "digest"  # an order to draw the message of a storm
    RESTORE = "restore"  # an order to go on with many keys that a responder chose
    UNKNOWN = "unknown"

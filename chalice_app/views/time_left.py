"""How long is left for a key, or has passed, as far as it can be said for sure."""

from datetime import timedelta

from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminder_plan import Danger
from chalice_app.views.words import Words

_HOUR = timedelta(hours=1)
_DAY = 24  # hours


def time_left(sent: Sent, words: Words) -> str:
    """Say it by when the reminder was begun: it stays true while time goes on."""
    reminder = sent.reminder
    if reminder.danger is Danger.DELETION:
        return _left(reminder.at - sent.began_at, words)
    return _spent(sent.began_at - reminder.at, words)


def _left(left: timedelta, words: Words) -> str:
    hours = -(-left // _HOUR)  # rounded up
    if hours <= 0:
        return words.say("left.none")
    if hours == 1:
        return words.say("left.hour")
    if hours <= _DAY:
        return words.say("left.hours", hours=hours)
    return words.say("left.days", days=-(-hours // _DAY))


def _spent(spent: timedelta, words: Words) -> str:
    hours = spent // _HOUR
    if hours <= 1:
        return words.say("spent.hour")
    if hours < 2 * _DAY:
        return words.say("spent.hours", hours=hours)
    return words.say("spent.days", days=hours // _DAY)

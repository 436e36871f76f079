"""What somebody says about a case: in the alert, in its thread, and as an answer."""

from chalice_app.domain.quiet import SNOOZES, Quiet
from chalice_app.views.slack_text import Mrkdwn, moment, person, utc
from chalice_app.views.words import Words


def shown(quiet: Quiet, words: Words) -> Mrkdwn:
    """Tell in the alert who has said it, when, and what it holds back."""
    said = words.say(
        f"saying.{_name(quiet)}_since", person=person(quiet.user), at=moment(quiet.at)
    )
    return _with_hold(said, quiet, words)


def plain(quiet: Quiet, words: Words) -> str:
    """Tell it in an e-mail, where people are named by Slack's ids."""
    said = words.say(
        f"saying.{_name(quiet)}_since", person=quiet.user, at=utc(quiet.at)
    )
    if quiet.until is None:
        return said
    return f"{said} {words.say('saying.held', until=utc(quiet.until))}"


def line(quiet: Quiet, words: Words) -> Mrkdwn:
    """Tell it all in the thread."""
    said = words.say(f"saying.{_name(quiet)}_line", person=person(quiet.user))
    return _with_hold(said, quiet, words)


def answer(quiet: Quiet, words: Words) -> Mrkdwn:
    """Tell who has pressed what the alert says now."""
    return _with_hold(words.say(f"saying.{_name(quiet)}_noted"), quiet, words)


def _with_hold(said: str, quiet: Quiet, words: Words) -> Mrkdwn:
    if quiet.until is None:
        return Mrkdwn(said)
    return Mrkdwn(f"{said} {words.say('saying.held', until=moment(quiet.until))}")


def _name(quiet: Quiet) -> str:
    return "snooze" if quiet.saying in SNOOZES else quiet.saying

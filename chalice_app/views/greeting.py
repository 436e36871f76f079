"""The line that says what is told in a channel, and who may press there."""

from collections.abc import Sequence

from chalice_app.views.slack_text import Mrkdwn, code, person
from chalice_app.views.words import Words


def greeting(
    place: tuple[str, str], responders: Sequence[str], group: str | None, words: Words
) -> Mrkdwn:
    """Greet for the keys of an account and Region; `group` stands for responders."""
    account, region = place
    said = words.say(
        "greeting.text",
        account=code(account),
        region=code(region),
        press=_who_may_press(responders, group, words),
    )
    return Mrkdwn(said)


def _who_may_press(responders: Sequence[str], group: str | None, words: Words) -> str:
    button = words.say("button.cancel")
    if group:
        return words.say("greeting.group", group=f"<!subteam^{group}>", button=button)
    if responders:
        people = ", ".join(map(person, responders))
        return words.say("greeting.people", people=people, button=button)
    return words.say("greeting.nobody")

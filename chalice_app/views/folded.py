"""What is left of a second message of a case."""

from chalice_app.domain.case import Case
from chalice_app.domain.digest import Digest
from chalice_app.views.blocks import Json, section
from chalice_app.views.slack_text import Mrkdwn, code, link
from chalice_app.views.words import Words


def folded(case: Case | Digest, first: str | None, words: Words) -> Json:
    """Lead to the message that is kept up to date, by its permalink."""
    label = link(first, case.label) if first else code(case.label)
    line = Mrkdwn(words.say("alert.folded", link=label))
    return {"text": words.say("alert.folded_text"), "blocks": [section(line)]}

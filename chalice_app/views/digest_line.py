"""One short line for each key of a storm: name, how it stands, and its label."""

from chalice_app.domain.digest import Member
from chalice_app.views.slack_text import Mrkdwn, code, utc
from chalice_app.views.words import Words

_NAME_MOST = 40
# Escaped, each of these would be as long as four or five letters: a page would outgrow
# what Slack takes. No name of KMS has them.
_COSTLY = str.maketrans(dict.fromkeys("&<>", "?"))


def digest_line(member: Member, words: Words) -> Mrkdwn:
    """Tell of one key; a page of such lines stays below what Slack takes."""
    name = member.name.translate(_COSTLY) or words.say("digest.nameless")
    due = utc(member.due) if member.due else words.say("digest.no_date")
    said = words.say(f"digest_line.{member.phase}", key=code(name, _NAME_MOST), due=due)
    return Mrkdwn(f"{said} {code(member.label)}")

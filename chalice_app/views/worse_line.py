"""The line that says that a key is worse off than its alert said."""

from chalice_app.domain.case import Case
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.views.slack_text import Mrkdwn, code, moment
from chalice_app.views.words import Words


def worse_line(case: Case, words: Words) -> Mrkdwn:
    due = case.reading.deletion_date if case.reading else None
    phase = phase_of(case)
    if phase is Phase.SCHEDULED and due:
        said = words.say("worse.scheduled", due=moment(due))
    elif phase is Phase.DELETED:
        said = words.say("worse.deleted")
    else:
        said = words.say("worse.other", state=code(case.worse))
    return Mrkdwn(f"{said} {words.say('worse.unannounced')}")

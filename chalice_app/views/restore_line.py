"""What the thread and the e-mail say of many keys that a responder restores."""

from collections.abc import Mapping

from chalice_app.domain.restore_many import counted
from chalice_app.domain.restore_parts import Ending, Progress, Restore, Tally
from chalice_app.views.blocks import section
from chalice_app.views.notice import subject
from chalice_app.views.slack_text import Mrkdwn, clean, code, person, utc
from chalice_app.views.words import Words

Json = Mapping[str, object]

_REASON_MOST = 500


def progress_message(restore: Restore, progress: Progress, words: Words) -> Json:
    """Say how far it is, in a message that is rewritten."""
    said = (_running if progress.left else _ended)(restore, progress, words)
    return {"text": said, "blocks": [section(Mrkdwn(said))]}


def _running(restore: Restore, progress: Progress, words: Words) -> str:
    return words.say(
        "restoring.running",
        person=person(restore.user),
        deed=_deed(restore, words),
        count=len(restore.cases),
        proved=counted(progress, Ending.PROVED),
        left=len(progress.left) + len(progress.later),
        other=sum(it.count for it in progress.tallies if it.ending != Ending.PROVED),
    )


def _ended(restore: Restore, progress: Progress, words: Words) -> str:
    return words.say(
        "restoring.ended",
        person=person(restore.user),
        deed=_deed(restore, words),
        count=len(restore.cases),
        proved=counted(progress, Ending.PROVED),
    )


def _deed(restore: Restore, words: Words) -> str:
    return words.say(f"restoring_deed.{restore.remedy}")


def end_line(restore: Restore, progress: Progress, words: Words) -> Mrkdwn:
    """Tell once how the keys ended, and name the first of those that are not saved."""
    said = words.say(
        "restoring.end",
        person=person(restore.user),
        deed=_deed(restore, words),
        count=len(restore.cases),
        endings=" ".join(_lines(progress, words)),
        reason=code(restore.reason, _REASON_MOST),
    )
    return Mrkdwn(said)


def notice(
    restore: Restore, progress: Progress, link: str | None, words: Words
) -> tuple[str, str]:
    """Write the subject and the body of the one e-mail."""
    proved = counted(progress, Ending.PROVED)
    about = words.say("restoring.subject", proved=proved, count=len(restore.cases))
    body = words.say(
        "restoring.notice",
        deed=_deed(restore, words),
        endings="\n".join(it.replace("`", "") for it in _lines(progress, words)),
        user=restore.user,
        when=utc(restore.asked_at),
        reason=clean(restore.reason, _REASON_MOST),
        link=link or words.say("restoring.no_link"),
    )
    return subject(about), body


def _lines(progress: Progress, words: Words) -> list[str]:
    order = list(Ending)
    tallies = sorted(progress.tallies, key=lambda it: order.index(it.ending))
    return [_line(it, words) for it in tallies]


def _line(tally: Tally, words: Words) -> str:
    named = ", ".join(tally.labels) or words.say("restoring.not_named")
    more = tally.count - len(tally.labels)
    if tally.labels and more:
        named = words.say("restoring.more", labels=named, more=more)
    return words.say(
        f"restoring_end.{tally.ending}",
        count=tally.count,
        detail=code(tally.detail),
        labels=named,
    )

"""The one message of a storm: how many keys, by whom, where, and how they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from chalice_app.domain.digest import Digest, Member
from chalice_app.domain.phase_table import Phase
from chalice_app.views.blocks import context, mrkdwn, section, text
from chalice_app.views.digest_actions import actions
from chalice_app.views.digest_line import digest_line
from chalice_app.views.slack_text import Mrkdwn, code, moment, utc
from chalice_app.views.words import Words

Json = Mapping[str, object]

_FIRST = 5  # lines in the message itself; the thread has them all
_NAMES = 3
_HARMLESS: Mapping[Phase, str] = MappingProxyType(
    {Phase.REFUSED: "refused", Phase.RESOLVED: "resolved"}
)


def digest_message(
    digest: Digest, members: Sequence[Member], words: Words, *, anybody: bool
) -> Json:
    """Draw a storm; the members come ordered, the most endangered first."""
    tone, keys = _tone(members), _keys(members)
    blocks = [
        {
            "type": "header",
            "text": text(words.say(f"digest.{tone}.title", keys=keys)),
        },
        section(Mrkdwn(words.say(f"digest.{tone}.body"))),
        {"type": "section", "fields": _fields(members, words)},
        section(Mrkdwn("\n".join(digest_line(it, words) for it in members[:_FIRST]))),
        *actions(digest, members, words, anybody=anybody),
        context(Mrkdwn(words.say("digest.footer", label=digest.label))),
    ]
    return {"text": _summary(members, words), "blocks": blocks}


def _tone(members: Sequence[Member]) -> str:
    """Say what kind of storm it is: as its most endangered key stands."""
    return _HARMLESS.get(members[0].phase, "harm")


def _keys(members: Sequence[Member]) -> str:
    return f"{len({it.key if it.name else it.case_id for it in members}):,}"


def _fields(members: Sequence[Member], words: Words) -> list[Json]:
    due, times = _earliest(members), [it.at for it in members]
    rows = [
        ("who", _who(members, words)),
        ("place", _named((_place(it) for it in members), words)),
        ("stand", Mrkdwn("\n".join(_stand(members, words)))),
        ("when", Mrkdwn(f"{moment(min(times))}\n{moment(max(times))}")),
        *([("due", moment(due.due))] if due and due.due else []),
    ]
    said = (f"*{words.say(f'digest.field.{name}')}*\n{value}" for name, value in rows)
    return [mrkdwn(Mrkdwn(it)) for it in said]


def _summary(members: Sequence[Member], words: Words) -> str:
    """Say it all in one line: notifications and screen readers get no more."""
    due = _earliest(members)
    return words.say(
        f"digest.{_tone(members)}.text",
        keys=_keys(members),
        place=_named((_place(it) for it in members), words, ", "),
        who=_who(members, words, ", "),
        due=words.say("digest.due", at=utc(due.due)) if due and due.due else "",
    )


def _who(members: Sequence[Member], words: Words, between: str = "\n") -> Mrkdwn:
    unknown = words.say("alert.by_unknown")
    return _named((it.actor or unknown for it in members), words, between)


def _named(names: Iterable[str], words: Words, between: str = "\n") -> Mrkdwn:
    """Name the most frequent, with how often, and how many more there are."""
    counts = Counter(names)
    shown = [f"{code(it, 60)} ({n:,})" for it, n in counts.most_common(_NAMES)]
    more = len(counts) - len(shown)
    rest = [words.say("digest.more", more=f"{more:,}")] if more else []
    return Mrkdwn(between.join([*shown, *rest]))


def _stand(members: Sequence[Member], words: Words) -> list[str]:
    counts = Counter(it.phase for it in members)
    return [
        f"{words.say(f'digest_stand.{phase}')}: {counts[phase]:,}"
        for phase in Phase
        if counts[phase]
    ]


def _earliest(members: Sequence[Member]) -> Member | None:
    dying = [it for it in members if it.phase is Phase.SCHEDULED and it.due]
    return dying[0] if dying else None


def _place(member: Member) -> str:
    return f"{member.account or '?'}, {member.region or '?'}"

"""Dead letters as an operator reads them; strangers' text cannot steer the terminal."""

import json
from collections.abc import Mapping, Sequence

from chalice_app.views.terminal import printable
from infra.dead_letters.kind import Kind
from infra.dead_letters.letter import REDRIVEN, Letter

NONE = "There are no dead letters."
_TO_DO = {
    Kind.PRESS: "It is not carried out any more. See how the key stands in AWS, do by "
    "hand what is still wanted, or press again in Slack.",
    Kind.LOOK: "Nothing to do: the hourly sweep looks at every open case.",
    Kind.PAGE: "Nothing to do: the hourly sweep has the page read again. The log of "
    "the function `inventory` says what is wrong.",
    Kind.DIGEST: "Nothing to do: the hourly sweep has it drawn again.",
    Kind.RESTORE: "Read in the thread of the storm's alert which keys are restored, "
    "and review the others again there.",
    Kind.UNKNOWN: "It cannot be sent again. Read it; if it is about a key, look at the "
    "key in AWS.",
}
_SEND = "Look after the key first. Then: dead-letters --stage {stage} redrive {id}"
_TAKE_OUT = (
    "When nothing in this queue is wanted any more, empty it, so that its alarm can "
    "ring again: aws sqs purge-queue --queue-url {queue}"
)


def as_facts(letter: Letter) -> Mapping[str, object]:
    return {
        "id": letter.raw.id,
        "kind": letter.kind,
        "sent_at": letter.raw.sent_at.isoformat(timespec="seconds"),
        "what": letter.what,
        "why": letter.why,
    }


def as_list(letters: Sequence[Letter]) -> str:
    lines = (
        f"{number}  {it.raw.id}  {it.raw.sent_at:%Y-%m-%d %H:%M}  {it.kind}  {it.what}"
        f"\n   {it.why}"
        for number, it in enumerate(letters, start=1)
    )
    return "\n".join(map(printable, lines)) or NONE


def as_page(letter: Letter, stage: str) -> str:
    facts = (f"{name:8} {value}" for name, value in as_facts(letter).items())
    return "\n".join(
        (
            *map(printable, facts),
            json.dumps(letter.content, indent=2),
            _next(letter, stage),
        )
    )


def _next(letter: Letter, stage: str) -> str:
    if letter.kind in REDRIVEN:
        return _SEND.format(stage=stage, id=letter.raw.id)
    take_out = _TAKE_OUT.format(queue=letter.raw.queue_url)
    return f"{_TO_DO[letter.kind]}\n{take_out}"

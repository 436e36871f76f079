"""What is said of a finding: what was seen, and what to do about it."""

from chalice_app.domain.watcher.finding import Finding
from chalice_app.views.words import words_in
from infra.operator.wording import words

# The sweep says these, too.
_SHARED = words_in("en")


def seen(found: Finding) -> str:
    key = f"doctor.{found.name}.seen"
    if words().knows(key):
        return words().say(key, **found.values)
    return _SHARED.say(f"finding.{found.name}", **found.values)


def remedy(found: Finding) -> str | None:
    key = f"doctor.{found.name}.remedy"
    return words().say(key, **found.values) if words().knows(key) else None

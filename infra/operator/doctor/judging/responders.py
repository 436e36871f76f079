"""Whether somebody may press, and everybody who is listed."""

from collections.abc import Iterator, Mapping

from chalice_app.domain.responder import Person, Standing, standing
from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

People = Mapping[str, Person | None]


def judged_people(
    people: People, home: str, left: int, group: str | None
) -> Iterator[Finding]:
    """Judge each by the rule of a press; `left` were not looked at."""
    listed = frozenset(people)
    stands = {
        id_: standing(it, home_team=home, claimed_team=home, responders=listed)
        for id_, it in people.items()
    }
    may = sorted(it for it, found in stands.items() if found is Standing.MAY_PRESS)
    for id_, found in stands.items():
        if found is not Standing.MAY_PRESS:
            # In a group there may be anybody; who is listed by id was meant to press.
            say = warning if group and may else wrong
            yield say(_REFUSED[found], user=id_)
    if may:
        yield ok("responders_may", users=", ".join(may))
    if left:
        yield warning("responders_left", group=group, count=left)


_REFUSED = {
    Standing.OUTSIDER: "responder_outsider",
    Standing.DEACTIVATED: "responder_deactivated",
    Standing.BOT: "responder_bot",
    Standing.GUEST: "responder_guest",
}

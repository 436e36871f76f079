"""What the sweep and the inventory read and write: due cases, and found keys."""

from collections.abc import Iterator

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.digest_item import SHARD
from chalice_app.adapters.storm_windows import StormWindows
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, put, update
from chalice_app.domain.case import Case
from chalice_app.domain.closing import is_done
from chalice_app.domain.key import KeyReading
from chalice_app.domain.opening import opened_found
from chalice_app.domain.phase import Phase, is_over, phase_of
from chalice_app.domain.storm_rule import USUAL, StormRule
from chalice_app.domain.subject import Subject
from chalice_app.errors import TryAgainError

_TRIES = 8


class CaseSweep:
    def __init__(self, table: Table, rule: StormRule = USUAL) -> None:
        self._table = table
        self._storms = StormWindows(table, rule)

    def due(self) -> Iterator[Case]:
        """Give every case that the sweep has to look at, as it is now."""
        for shard in lay.SHARDS:
            for item in list(self._table.due(shard)):
                head = self._table.read({it: item[it] for it in ("pk", "sk")})
                if head:
                    yield lay.case_in(head)

    def due_digests(self) -> Iterator[str]:
        """Name every digest of which Slack may not have all."""
        for item in list(self._table.due(SHARD)):
            yield item["pk"].removeprefix("DIGEST#")

    def close(self, case_id: str) -> None:
        """Take a case out of the index if it is done, and nobody has written since."""
        head = self._table.read(lay.head_key(case_id))
        if head and is_done(lay.case_in(head)):
            same = Attr("revision").eq(head["revision"])
            self._table.write(update(lay.head_key(case_id), {}, same, lay.DUE))

    def last(self, key: Subject) -> Case | None:
        """Give the open or last case of a key."""
        _, head = self._last(key)
        return lay.case_in(head) if head else None

    def find(self, key: Subject, reading: KeyReading) -> Case | None:
        """Open a case that no event has announced; None if the key has an open one.

        An event may be faster: then its case is the one. Raises TryAgainError.
        """
        for _ in range(_TRIES):
            previous, head = self._last(key)
            if head and (not is_over(lay.case_in(head)) or _goes_on(head)):
                return None
            case = self._opened(opened_found(key, reading, previous))
            if case:
                return case
        raise TryAgainError(key.name)

    def _opened(self, case: Case) -> Case | None:
        case, storm = self._storms.admitted(case)
        unchanged = Attr("case_id").eq(case.previous) if case.previous else NEW
        pointer = put(lay.pointer_item(case, ""), unchanged)
        opened = self._table.write(put(lay.head_item(case)), pointer, *storm)
        return case if opened else None

    def _last(self, key: Subject) -> tuple[str | None, lay.Item | None]:
        pointer = self._table.read(lay.pointer_key(key, ""))
        if pointer is None:
            return None, None
        case_id = str(pointer["case_id"])
        return case_id, self._table.read(lay.head_key(case_id))


def _goes_on(head: lay.Item) -> bool:
    """Tell if the sweep still looks at a resolved case: it tells what it sees there."""
    resolved = phase_of(lay.case_in(head)) is Phase.RESOLVED
    return resolved and lay.DUE[0] in head

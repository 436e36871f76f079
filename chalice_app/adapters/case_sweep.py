"""What the sweep and the inventory read and write: due cases, and found keys."""

from collections.abc import Iterator

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import case_item as lay
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, put, update
from chalice_app.domain.case import Case
from chalice_app.domain.closing import is_done
from chalice_app.domain.key import KeyReading
from chalice_app.domain.opening import opened_found
from chalice_app.domain.phase import Phase, is_over, phase_of
from chalice_app.domain.subject import Subject


class CaseSweep:
    def __init__(self, table: Table) -> None:
        self._table = table

    def due(self) -> Iterator[Case]:
        """Give every case that the sweep has to look at, as it is now."""
        for shard in lay.SHARDS:
            for item in list(self._table.due(shard)):
                head = self._table.read({it: item[it] for it in ("pk", "sk")})
                if head:
                    yield lay.case_in(head)

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

        An event may be faster: then its case is the one.
        """
        previous, head = self._last(key)
        if head and (not is_over(lay.case_in(head)) or _goes_on(head)):
            return None
        case = opened_found(key, reading, previous)
        unchanged = Attr("case_id").eq(previous) if previous else NEW
        item = lay.pointer_item(case, "")
        opened = self._table.write(put(lay.head_item(case)), put(item, unchanged))
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

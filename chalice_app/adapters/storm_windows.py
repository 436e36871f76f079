"""Counts new cases in the table, and puts those of a storm into its digest."""

from collections.abc import Sequence
from dataclasses import replace

from boto3.dynamodb.conditions import Attr

from chalice_app.adapters import digest_item as lay
from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, THERE, Write, put, update
from chalice_app.domain.case import Case
from chalice_app.domain.digest import Digest
from chalice_app.domain.storm import counted, window_of
from chalice_app.domain.storm_rule import USUAL, StormRule


class StormWindows:
    """The window is read for every new case, and written only when it changes.

    While a storm runs that is once in some minutes, so that its cases do not wait for
    one another.
    """

    def __init__(self, table: Table, rule: StormRule = USUAL) -> None:
        self._table = table
        self._rule = rule

    def admitted(self, case: Case) -> tuple[Case, Sequence[Write]]:
        """Give the new case with its digest, if any, and what is written with it."""
        name = window_of(case)
        item, now = self._table.dated(lay.window_key(name))
        before, revision = lay.window_in(item)
        after = counted(before, case, now, self._rule)
        case = replace(case, digest=after.digest)
        writes = [*member_write(case)]
        if after != before:
            unchanged = Attr("revision").eq(revision) if revision else NEW
            writes.append(put(lay.window_item(name, after, revision + 1), unchanged))
        if after.digest and after.digest != before.digest:
            digest = Digest(id=after.digest, began_at=now, window=name)
            writes.append(put(lay.digest_item(digest)))
        return case, writes


def member_write(case: Case) -> Sequence[Write]:
    """Keep what a digest tells of its member, whenever the case changes."""
    if case.digest is None:
        return ()
    facts = lay.member_facts(case)
    return (update(lay.member_key(case), facts, THERE | NEW),)

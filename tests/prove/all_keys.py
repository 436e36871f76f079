"""All keys are read in a history, page by page, and orders of pages come twice."""

from hypothesis.stateful import precondition, rule

from tests.prove.drawn import SOMETIMES, WHICH
from tests.prove.many_keys import ManyKeys
from tests.prove.orders import Page


class AllKeys(ManyKeys):
    @rule()
    def somebody_wants_an_inventory(self) -> None:
        self.outside.under_way.pages.append(Page(None))

    @precondition(lambda self: self.outside.under_way.pages)
    @rule(which=WHICH, again=SOMETIMES)
    def sqs_delivers_a_page(self, *, which: int, again: bool) -> None:
        self.outside.hand_over_page(which, again=again)

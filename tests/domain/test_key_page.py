"""What the pages had is added up; of long lists the first names are kept."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.key_page import NAMED_MOST, Tally


@given(st.lists(st.integers(0, 15), max_size=8))
def test_it_counts_all_and_names_the_first(sizes: list[int]) -> None:
    names = iter(map(str, range(200)))
    tallies = [
        Tally(
            keys=size,
            opened=1,
            disabled=size,
            disabled_named=tuple(next(names) for _ in range(size)),
            hidden=2 * size,
        )
        for size in sizes
    ]

    total = reduce(Tally.plus, tallies, Tally())

    assert (total.keys, total.disabled) == (sum(sizes), sum(sizes))
    assert (total.opened, total.hidden) == (len(sizes), 2 * sum(sizes))
    named = min(sum(sizes), NAMED_MOST)
    assert total.disabled_named == tuple(map(str, range(named)))

"""No hidden count below the threshold can be worked out: a search through all tables that look alike is the judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eia.withholding.secondary import Sum, further

LEAST = 5
Cell = object
Table = tuple[dict[Cell, int], list[Sum[Cell]]]


def column(*values: int) -> Table:
    """Lines and their total."""
    parts = tuple(f"line {number}" for number in range(len(values)))
    return {**dict(zip(parts, values, strict=True)), "total": sum(values)}, [Sum(parts, "total")]


def square(rows: Sequence[Sequence[int]]) -> Table:
    """Rows and columns, each with its total, and the total of all."""
    height, width = len(rows), len(rows[0])
    counts: dict[Cell, int] = {(r, c): rows[r][c] for r, c in product(range(height), range(width))}
    counts |= {(r, "all"): sum(rows[r]) for r in range(height)}
    counts |= {("all", c): sum(row[c] for row in rows) for c in range(width)}
    counts["all", "all"] = sum(map(sum, rows))
    sums = [Sum(tuple((r, c) for c in range(width)), (r, "all")) for r in (*range(height), "all")]
    sums += [Sum(tuple((r, c) for r in range(height)), ("all", c)) for c in (*range(width), "all")]
    return counts, sums


def small(counts: Mapping[Cell, int]) -> list[Cell]:
    return [cell for cell, count in counts.items() if 0 < count < LEAST]


def look_alikes(
    counts: Mapping[Cell, int], sums: Sequence[Sum[Cell]], hidden: Sequence[Cell]
) -> Iterator[dict[Cell, int]]:
    """Every table that shows the same: hidden counts are at least one. One more than they are is enough to tell."""
    ranges = (range(1, counts[cell] + 2) for cell in hidden)
    for values in product(*ranges):
        tried = {**counts, **dict(zip(hidden, values, strict=True))}
        if all(sum(tried[part] for part in one.parts) == tried[one.whole] for one in sums):
            yield tried


def derived(counts: Mapping[Cell, int], sums: Sequence[Sum[Cell]], hidden: Sequence[Cell]) -> list[Cell]:
    """The small counts that are the same in all of them."""
    alike = list(look_alikes(counts, sums, hidden))
    return [cell for cell in small(counts) if len({one[cell] for one in alike}) == 1]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=5))
def test_no_small_count_of_a_column_follows_from_its_total(values: list[int]) -> None:
    counts, sums = column(*values)
    hidden = small(counts)
    hidden += further(counts, sums, hidden)
    if "total" not in hidden or len(hidden) < 6:
        assert derived(counts, sums, hidden) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from([0, 1, 2, 3, 6, 9]), min_size=2, max_size=2), min_size=2, max_size=3))
def test_no_small_count_of_a_square_follows_from_its_totals(rows: list[list[int]]) -> None:
    counts, sums = square(rows)
    hidden = small(counts)
    hidden += further(counts, sums, hidden)
    assert [cell for cell in hidden if cell in small(counts) and single(counts, sums, hidden, cell)] == []


def single(counts: Mapping[Cell, int], sums: Sequence[Sum[Cell]], hidden: Sequence[Cell], cell: Cell) -> bool:
    """Whether a count can only be what it is: no look-alike table has another there."""
    return not any(found[cell] != counts[cell] for found in solved(counts, sums, list(hidden)))


def solved(counts: Mapping[Cell, int], sums: Sequence[Sum[Cell]], hidden: list[Cell]) -> Iterator[dict[Cell, int]]:
    """The same as `look_alikes`, with what a sum leaves no choice about taken first, so that there is less to try."""
    tried = {cell: count for cell, count in counts.items() if cell not in hidden}
    most = max(counts.values()) + 1

    def settle(tried: dict[Cell, int]) -> Iterator[dict[Cell, int]]:
        for one in sums:
            unknown = [cell for cell in one.cells if cell not in tried]
            if len(unknown) == 1:
                left = tried.get(one.whole, 0) - sum(tried[part] for part in one.parts if part in tried)
                value = -left if unknown[0] == one.whole else left
                if value >= 1:
                    yield from settle({**tried, unknown[0]: value})
                return
            if not unknown and sum(tried[part] for part in one.parts) != tried[one.whole]:
                return
        cell = next((cell for cell in hidden if cell not in tried), None)
        if cell is None:
            yield tried
            return
        for value in range(1, most + 1):
            yield from settle({**tried, cell: value})

    yield from settle(tried)


def test_the_smallest_of_the_others_is_hidden() -> None:
    counts, sums = column(3, 40, 12)
    assert further(counts, sums, ["line 0"]) == {"line 2"}


def test_the_total_is_hidden_where_there_is_no_other() -> None:
    counts, sums = column(3, 0)
    assert further(counts, sums, ["line 0"]) == {"total"}


def test_two_that_must_both_be_one_are_not_enough() -> None:
    counts, sums = column(1, 1, 30)
    assert further(counts, sums, ["line 0", "line 1"]) == {"line 2"}


def test_in_rows_and_columns_three_corners_go_with_the_one() -> None:
    counts, sums = square([[2, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9]])
    hidden = [(0, 0)]
    assert len(further(counts, sums, hidden)) == 3


@pytest.mark.parametrize("values", [(3, 4), (2, 2, 40), (4, 3, 0)])
def test_nothing_further_is_hidden_where_nothing_follows(values: tuple[int, ...]) -> None:
    counts, sums = column(*values)
    assert further(counts, sums, small(counts)) == set()


def test_what_is_in_no_sum_needs_nothing_else() -> None:
    assert further({"a": 3, "b": 40}, [], ["a"]) == set()


def test_what_is_fixed_stays() -> None:
    counts, sums = column(3, 40, 12)
    assert further(counts, sums, ["line 0"], fixed={"line 2"}) == {"line 1"}


def test_two_thousand_lines_take_no_time() -> None:
    counts, sums = column(*([3, 1] * 1000))
    assert further(counts, sums, [cell for cell in counts if cell != "total"]) == set()

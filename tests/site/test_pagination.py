"""Long lists in pages, with a way to each."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.grouping import group_pages
from sitegen.site.pagination import make_pager, split_pages


@given(st.lists(st.integers()), st.integers(1, 9))
def test_pages_hold_every_item_once(items: list[int], size: int) -> None:
    """Put together, the pages are the list; only the last may be short, and none but an only one empty."""
    pages = list(split_pages(items, size))
    assert [item for _, _, part in pages for item in part] == items
    assert [number for number, _, _ in pages] == list(range(1, pages[0][1] + 1))
    assert all(len(part) == size for _, _, part in pages[:-1])
    assert pages[-1][2] or len(pages) == 1


@given(st.integers(2, 400).flatmap(lambda count: st.tuples(st.integers(1, count), st.just(count))))
def test_the_pager_leads_on(place: tuple[int, int]) -> None:
    """It names the first, the last and the current page in order, and a gap always leaves out two pages or more."""
    number, count = place
    pager = make_pager(number, count, str)
    assert pager is not None
    numbers = [item.number for item in pager.items]
    assert numbers[0] == 1
    assert numbers[-1] == count
    assert [item.number for item in pager.items if item.current] == [number]
    assert pager.previous == (str(number - 1) if number > 1 else None)
    assert pager.next == (str(number + 1) if number < count else None)
    for before, gap, after in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if gap is None:
            assert before is not None
            assert after is not None
            assert after - before > 2


def test_one_page_needs_no_pager() -> None:
    """A list on one page has no way to others."""
    assert make_pager(1, 1, str) is None


def test_groups_know_what_came_before() -> None:
    """A group that goes on over a page's end says so, and counts all its papers on each page."""
    labelled = [("2025", "a"), ("2024", "b"), ("2024", "c"), ("2024", "d")]
    (_, _, first), (_, _, second) = group_pages(labelled, 2)
    assert [(group.label, group.total, group.continued, group.papers) for group in first] == [
        ("2025", 1, False, ("a",)),
        ("2024", 3, False, ("b",)),
    ]
    assert [(group.label, group.total, group.continued, group.papers) for group in second] == [
        ("2024", 3, True, ("c", "d"))
    ]


def test_an_empty_list_has_one_page_without_groups() -> None:
    """A term without papers still has a page."""
    assert list(group_pages([], 5)) == [(1, 1, ())]

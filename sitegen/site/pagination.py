"""Long lists in pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")

# Pages beside the current one that the pager names.
_NEIGHBOURS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerItem:
    """One page number, or a gap (`number` is None)."""

    number: int | None
    href: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The way to the other pages of a list."""

    number: int
    count: int
    previous: str | None
    next: str | None
    items: tuple[PagerItem, ...]


def split_pages(items: Sequence[Item], size: int) -> Iterator[tuple[int, int, Sequence[Item]]]:
    """Yield (page from 1, number of pages, items) for each page; an empty list still has one page."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield number, count, items[(number - 1) * size : number * size]


def make_pager(number: int, count: int, href: Callable[[int], str]) -> Pager | None:
    """The pager of page `number`; None when the list has only one page. `href` gives the address of a page."""
    if count == 1:
        return None
    return Pager(
        number=number,
        count=count,
        previous=href(number - 1) if number > 1 else None,
        next=href(number + 1) if number < count else None,
        items=tuple(_items(number, count, href)),
    )


def _items(number: int, count: int, href: Callable[[int], str]) -> Iterator[PagerItem]:
    last = 0
    for shown in range(1, count + 1) if count <= 2 * _NEIGHBOURS + 3 else _named(number, count):
        if shown == last + 2:
            yield PagerItem(number=last + 1, href=href(last + 1))
        elif shown > last + 2:
            yield PagerItem(number=None)
        yield PagerItem(number=shown, href=href(shown), current=shown == number)
        last = shown


def _named(number: int, count: int) -> list[int]:
    near = range(max(1, number - _NEIGHBOURS), min(count, number + _NEIGHBOURS) + 1)
    return sorted({1, *near, count})

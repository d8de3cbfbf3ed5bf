"""The numbers of a picture as a table, and the words in which pictures tell them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.site.wording import count_text, number_text, words_list

# More things than this are counted and not named one by one.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One line of a table: what it is about, its page where it has one, and its numbers as printed."""

    label: str
    href: str | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersView:
    """The table beneath a picture: `head` names the first column and those of the numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[NumberRow, ...]


def number_row(label: str, href: str | None, numbers: Sequence[int]) -> NumberRow:
    """A line of whole numbers."""
    return NumberRow(label=label, href=href, cells=tuple(number_text(number) for number in numbers))


def highest(counts: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """The highest of some counts, and the places at which it stands; there must be one."""
    most = max(counts)
    return most, tuple(place for place, count in enumerate(counts) if count == most)


def not_drawn(number: int, what: str, whats: str) -> str:
    """`1 paper without a year is not drawn.`, or nothing for none."""
    if not number:
        return ""
    return f"{count_text(number, 'paper')} {what if number == 1 else whats} not drawn."


def named(labels: Sequence[str], noun: str) -> str:
    """A few labels by name, many by their number: `2014 and 2015`, `7 years`."""
    return words_list(labels) if len(labels) <= MOST_NAMED else count_text(len(labels), noun)


def sentences(*parts: str) -> str:
    """The sentences that there is something to say in, as one text."""
    return " ".join(part for part in parts if part)

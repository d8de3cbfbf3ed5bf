"""Dates, numbers and lists in words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.dates import MONTHS, PartialDate

_FULL_MONTHS = "January February March April May June July August September October November December".split()


# About what a search engine shows of a page's description.
DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as shown: `machine` is for the `datetime` attribute, `remark` says what is inferred or not known."""

    text: str
    machine: str
    remark: str | None = None


def date_view(date: PartialDate | None, *, inferred: bool = False) -> DateView | None:
    """A date as it is known; None when nothing is."""
    if date is None or date == PartialDate():
        return None
    parts = [str(date.day) if date.day else "", MONTHS[date.month - 1] if date.month else "", str(date.year or "")]
    machine = date.iso or "-".join(f"{part:02d}" for part in (date.month, date.day) if part is not None)
    remark = "no year" if date.year is None else "year inferred" if inferred else None
    # A month alone has no machine-readable form: `--05` is not one, and `05` would be something else.
    return DateView(
        text=" ".join(part for part in parts if part),
        machine=machine if date.iso or date.day else "",
        remark=remark,
    )


def day_view(day: datetime.date | None) -> DateView | None:
    """A whole date of the calendar."""
    return None if day is None else date_view(PartialDate(year=day.year, month=day.month, day=day.day))


def month_name(month: int) -> str:
    """The English name of a month from 1 to 12."""
    return _FULL_MONTHS[month - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A short fact: a value and what it is of."""

    value: str
    label: str = ""


def count_fact(number: int, noun: str, plural: str | None = None) -> FactView:
    """A number and its noun."""
    return FactView(value=number_text(number), label=noun if number == 1 else plural or f"{noun}s")


def number_text(number: int) -> str:
    """A whole number with thousands set apart."""
    return f"{number:,}"


def count_text(number: int, noun: str, plural: str | None = None) -> str:
    """`1 paper`, `1,542 papers`."""
    return f"{number_text(number)} {noun if number == 1 else plural or noun + 's'}"


def decimal_text(number: float) -> str:
    """A score as people write it: no digits that say nothing."""
    return f"{number:.10g}"


def origin_text(papers: int, noted: int, records: int, listings: int) -> str:
    """Where `papers` come from: records of saved listings, and `noted` of them from notes alone."""
    read = f"{count_text(records, 'record')} in {count_text(listings, 'saved listing')}"
    if not noted:
        return f"{count_text(papers, 'paper')} from {read}."
    if noted == papers:
        return f"{count_text(papers, 'paper')} from notes."
    return f"{count_text(papers, 'paper')}: {number_text(papers - noted)} from {read}, {number_text(noted)} from notes."


def words_list(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def cut_text(text: str, length: int) -> str:
    """At most `length` characters of a text, cut at a word end where there is one, with `…` in place of the rest."""
    if len(text) <= length:
        return text
    head = text[:length]
    space = head.rfind(" ")
    return (head[:space] if space > length // 2 else head[:-1]).rstrip(" ,;:.") + "…"

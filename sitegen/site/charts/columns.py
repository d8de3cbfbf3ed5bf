"""The columns of a picture over time: years or months in a row, with what lies far off pooled at either end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model.dates import MONTHS
from sitegen.site.wording import month_name

# Columns that can be read side by side on a phone, pooled ones among them.
MOST_COLUMNS = 16
_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The steps of time from `first` to `last`; a `pooled` column holds all before, or all after, the others.

    A step is a year, or a month counted from the year 0 (`month_step`).
    """

    first: int
    last: int
    pooled: bool = False

    def holds(self, step: int) -> bool:
        """Whether a step lies in this column."""
        return self.first <= step <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What stands under a column: `before`, `wide` and `after` in one word, of which narrow screens leave out `wide`.

    `under` is a second line, such as the year of a month.
    """

    before: str
    wide: str
    after: str
    under: str = ""


def time_columns(steps: Iterable[int]) -> tuple[Column, ...]:
    """A column for each step from the first to the last, also for those that nothing falls on; none for no step.

    Spans longer than MOST_COLUMNS keep the stretch of steps that holds most (of equal ones the latest); what is earlier
    and what is later is pooled into one column each.
    """
    counts = Counter(steps)
    if not counts:
        return ()
    low, high = min(counts), max(counts)
    if high - low < MOST_COLUMNS:
        return tuple(Column(first=step, last=step) for step in range(low, high + 1))
    start, end = _fullest(counts, MOST_COLUMNS - 2)
    # What needs no pool at one end has room for one step more at the other.
    start, end = start - (end == high), end + (start == low)
    earlier = [Column(first=low, last=start - 1, pooled=True)] if low < start else []
    later = [Column(first=end + 1, last=high, pooled=True)] if end < high else []
    return (*earlier, *(Column(first=step, last=step) for step in range(start, end + 1)), *later)


def _fullest(counts: Mapping[int, int], length: int) -> tuple[int, int]:
    """The stretch of `length` steps that holds most; one of the fullest ends at a step that holds something."""
    low = min(counts)
    ends = [max(step, low + length - 1) for step in counts]
    held = {end: sum(count for step, count in counts.items() if end - length < step <= end) for end in ends}
    end = max(ends, key=lambda each: (held[each], each))
    return end - length + 1, end


def month_step(year: int, month: int) -> int:
    """A month as a step of time."""
    return year * _MONTHS_OF_YEAR + month - 1


def year_label(column: Column) -> str:
    """`2014`, or `1958–2010` for a pooled column."""
    return str(column.first) if column.first == column.last else f"{column.first}–{column.last}"


def month_label(column: Column) -> str:
    """`May 2026`, or `May 2020–June 2024` for a pooled column."""
    names = [
        f"{month_name(step % _MONTHS_OF_YEAR + 1)} {step // _MONTHS_OF_YEAR}" for step in (column.first, column.last)
    ]
    return names[0] if names[0] == names[1] else "–".join(names)


def year_tick(columns: tuple[Column, ...], place: int) -> Tick:
    """The year under the column at `place`; a pooled column says up to which, or from which."""
    column = columns[place]
    is_first = place == 0
    year = str(column.last if column.pooled and is_first else column.first)
    sign = _sign(column, is_first=is_first)
    return Tick(
        before="",
        wide=sign + year[:-2],
        after=year[-2:],
    )


def month_tick(columns: tuple[Column, ...], place: int) -> Tick:
    """The month under the column at `place`, with its year under the first one and under each January."""
    column = columns[place]
    is_first = place == 0
    year, month = divmod(column.last if column.pooled and is_first else column.first, _MONTHS_OF_YEAR)
    name = MONTHS[month]
    starts = month == 0 or is_first
    return Tick(
        before=_sign(column, is_first=is_first) + name[0],
        wide=name[1:],
        after="",
        under=str(year) if starts else "",
    )


def _sign(column: Column, *, is_first: bool) -> str:
    """What says that a column is a pool of all before, or of all after."""
    return "" if not column.pooled else "≤" if is_first else "≥"

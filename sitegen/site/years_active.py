"""How papers spread over the years, as columns with their numbers beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.paper import Paper, years_of
from sitegen.site.wording import number_text

# The tallest column, in pixels, and the least that can be seen.
HEIGHT, LEAST = 48, 3
# Columns that fit on a phone side by side.
MOST_COLUMNS = 16
_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumn:
    """The papers of a year, or of the years that `label` names, as printed and as a height in pixels."""

    label: str
    count: str
    noun: str
    height: int


def year_columns(papers: Sequence[Paper]) -> tuple[YearColumn, ...]:
    """A column for each year from the first to the last, also for those without a paper; none for a single year.

    Spans of more than `MOST_COLUMNS` years are cut into equal steps (`1990–94`). Papers without a year are in none.
    """
    years = years_of(papers)
    if len(set(years)) <= 1:
        return ()
    step = next(
        (each for each in _STEPS if max(years) // each - min(years) // each < MOST_COLUMNS), max(years) - min(years) + 1
    )
    counts = Counter(year // step for year in years)
    most = max(counts.values())
    return tuple(
        YearColumn(
            label=_label(place * step, step),
            count=number_text(counts[place]),
            noun="paper" if counts[place] == 1 else "papers",
            height=max(LEAST, round(HEIGHT * counts[place] / most)) if counts[place] else 0,
        )
        for place in range(min(counts), max(counts) + 1)
    )


def _label(first: int, step: int) -> str:
    if step == 1:
        return str(first)
    last = first + step - 1
    return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"

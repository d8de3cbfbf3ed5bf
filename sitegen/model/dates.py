"""Dates as listings print them, which may lack a year, a month or a day."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# A leap year: "Feb 29" without a year is a date that can exist.
_ANY_LEAP_YEAR = 2000

_PRINTED = re.compile(rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date of which the year, the month or the day may be unknown; what is known is valid.

    Raises ValueError for a part that no calendar has, or a day without its month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year if self.year is not None else _ANY_LEAP_YEAR, self.month or 1, self.day or 1)

    @property
    def iso(self) -> str | None:
        """ISO 8601, as exact as is known (`2017`, `2017-06`, `2017-06-12`); None without a year."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Orders dates; what is unknown comes before what is known."""
        return (self.year or 0, self.month or 0, self.day or 0)

    def with_year(self, year: int) -> "PartialDate":
        """The same month and day in `year`; raises ValueError for 29 February outside leap years."""
        return PartialDate(year=year, month=self.month, day=self.day)


def parse_printed_date(text: str) -> PartialDate:
    """Read `Apr 4, 2025` or `Apr 4`, in English, as listings print them; raises ValueError otherwise."""
    match = _PRINTED.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a printed date: {text!r}")
    return PartialDate(
        year=int(match["year"]) if match["year"] else None,
        month=MONTHS.index(match["month"]) + 1,
        day=int(match["day"]),
    )


def parse_iso_date(text: str) -> PartialDate:
    """Read `2017`, `2017-06` or `2017-06-12`; raises ValueError otherwise."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not an ISO date: {text!r}")
    return PartialDate(**{name: int(value) for name, value in match.groupdict().items() if value})

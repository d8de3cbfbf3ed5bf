"""A reader's mark of a paper, as a browser exports it."""

import datetime
from dataclasses import dataclass

from sitegen.model.note import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a file of marks says of one paper; None is nothing, also where something was taken away but a star.

    `paper` is the id as the file has it, `line` where. `status_at`, `star_at` and `note_at` are the times at which
    these parts changed, as ISO 8601 in UTC, "" without the part; `on` is the day of the status.
    """

    paper: str
    line: int
    title: str = ""
    status: Status | None = None
    on: datetime.date | None = None
    status_at: str = ""
    star: bool | None = None
    star_at: str = ""
    note: str | None = None
    note_at: str = ""


def newest(one: Mark, other: Mark, *, paper: str) -> Mark:
    """Two marks of one work, known under two ids, as the mark of `paper`: of each part the newer one."""
    statuses = max((one, other), key=lambda mark: mark.status_at)
    stars = max((one, other), key=lambda mark: mark.star_at)
    notes = max((one, other), key=lambda mark: mark.note_at)
    return Mark(
        paper=paper,
        line=min(one.line, other.line),
        title=one.title or other.title,
        status=statuses.status,
        on=statuses.on,
        status_at=statuses.status_at,
        star=stars.star,
        star_at=stars.star_at,
        note=notes.note,
        note_at=notes.note_at,
    )

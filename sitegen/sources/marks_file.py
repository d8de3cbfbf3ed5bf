"""Reading a file of marks that a site exported; docs/marks.md has the format."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.model.mark import Mark
from sitegen.model.note import Status
from sitegen.model.problems import Location, Problem, ProblemsError, Severity

FORMAT = "sitegen-marks"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksFile:
    """The marks of a file in its order, and what of it could not be read, as warnings."""

    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]


class _UnreadableMarkError(ValueError):
    """A mark that is not as the format has it; its message says how."""


def parse_marks(text: str, *, file: str) -> MarksFile:
    """The marks that `text` holds.

    Raises ProblemsError (`no-marks`) where it is no file of marks, or one of a later version. A single mark that cannot
    be read is left out, with a warning (`unreadable-mark`).
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise _no_marks(file, "not JSON, so damaged or no file of marks", line) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _no_marks(file, f"not a file of marks: its `format` is not `{FORMAT}`")
    if found.get("version") != VERSION:
        raise _no_marks(file, f"version {found.get('version')} of the format; this sitegen reads version {VERSION}")
    if not isinstance(found.get("marks"), dict):
        raise _no_marks(file, "damaged: it holds no `marks`")
    return _marks(found["marks"], text, file)


def _no_marks(file: str, message: str, line: int = 1) -> ProblemsError:
    return ProblemsError([Problem(Location(file, line), "no-marks", message)])


def _marks(found: dict[str, Any], text: str, file: str) -> MarksFile:
    marks, problems = [], []
    for (paper, given), line in zip(found.items(), _lines(found, text), strict=True):
        try:
            marks.append(_mark(paper, line, given))
        except _UnreadableMarkError as error:
            message = f"the mark of `{paper}` is left out: {error}"
            problems.append(Problem(Location(file, line), "unreadable-mark", message, Severity.WARNING))
    return MarksFile(marks=tuple(marks), problems=tuple(problems))


def _lines(papers: Iterable[str], text: str) -> Iterator[int]:
    """The line of each paper's mark: that of its key, which no text of a mark looks like, since its quotes are escaped.

    A key that is itself written with escapes is given the line of the mark before.
    """
    place = max(text.find('"marks"'), 0)
    for paper in papers:
        found = re.compile(re.escape(json.dumps(paper, ensure_ascii=False)) + r"\s*:").search(text, place)
        place = found.start() if found else place
        yield text.count("\n", 0, place) + 1


def _mark(paper: str, line: int, given: object) -> Mark:
    if not isinstance(given, dict):
        raise _UnreadableMarkError("it is no object")
    status, status_at = _part(given, "status", str)
    star, star_at = _part(given, "star", bool)
    note, note_at = _part(given, "note", str)
    if status and status not in set(Status):
        raise _UnreadableMarkError(f"`{status}` is no status")
    seen = given.get("paper")
    title = seen.get("title") if isinstance(seen, dict) else None
    return Mark(
        paper=paper,
        line=line,
        title=title if isinstance(title, str) else "",
        status=Status(status) if status else None,
        on=_day(given["status"].get("on")) if status else None,
        status_at=status_at,
        star=star,
        star_at=star_at,
        note=note.strip() or None if note else None,
        note_at=note_at,
    )


def _part(given: dict[str, Any], name: str, kind: type) -> tuple[Any, str]:
    """A part's value and its time in UTC; None and "" where there is none."""
    part = given.get(name)
    if part is None:
        return None, ""
    if not isinstance(part, dict) or not isinstance(part.get("value"), kind):
        raise _UnreadableMarkError(f"its `{name}` has no value")
    try:
        at = datetime.datetime.fromisoformat(str(part.get("at")))
    except ValueError as error:
        raise _UnreadableMarkError(f"its `{name}` does not say when it changed") from error
    zoned = at if at.tzinfo else at.replace(tzinfo=datetime.UTC)
    return part["value"], zoned.astimezone(datetime.UTC).isoformat(timespec="milliseconds")


def _day(text: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None

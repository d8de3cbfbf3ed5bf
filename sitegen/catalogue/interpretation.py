"""Reading a record as a paper: printed texts become dates, numbers, identifiers and links."""

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model.dates import PartialDate, parse_printed_date
from sitegen.model.dump import Dump, Reading, Record
from sitegen.model.paper import FieldSource, Origin, Paper, Provenance, ScoreReading
from sitegen.model.problems import Location, Problem, Severity
from sitegen.model.subjects import resolve_subject
from sitegen.model.text import fold_text
from sitegen.sources.links import arxiv_id_in, doi_in, find_code_urls

_COUNT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<thousands>[kKmM])?")
_SCALES = {None: 1, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureYear:
    """The year in which a dump was saved, which its printed dates leave out.

    `is_inferred` says that nobody stated it: it is one more than the newest year that the dump prints.
    """

    year: int
    is_inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One record read as a paper (without an id yet), with its place in the order of the whole list."""

    paper: Paper
    dump: str
    line: int
    captured: datetime.date

    @property
    def order(self) -> tuple[datetime.date, str, int]:
        """First captured first; a dump that does not say when comes after those that do."""
        return (self.captured, self.dump, self.line)

    @property
    def digest(self) -> str:
        """A hexadecimal digest of what tells works apart: folded title, authors and abstract."""
        parts = [fold_text(self.paper.title), *map(fold_text, self.paper.authors), "", fold_text(self.paper.abstract)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def capture_year(dump: Dump, records: Iterable[Record]) -> CaptureYear | None:
    """When `dump` was saved, as its front matter states or its explicit years let one infer; None if neither does."""
    if dump.metadata.captured is not None:
        return CaptureYear(year=dump.metadata.captured.year, is_inferred=False)
    newest = newest_printed_year(records)
    return None if newest is None else CaptureYear(year=newest + 1, is_inferred=True)


def newest_printed_year(records: Iterable[Record]) -> int | None:
    """The latest year that any record prints explicitly."""
    dates = (_date_of(record.date_text) for record in records)
    return max((date.year for date in dates if date is not None and date.year is not None), default=None)


def capture_problems(reading: Reading) -> tuple[Problem, ...]:
    """A warning where a dump prints years later than the one in which its front matter says that it was saved."""
    captured = reading.dump.metadata.captured
    newest = newest_printed_year(reading.records)
    if captured is None or newest is None or newest <= captured.year:
        return ()
    message = f"`captured` says {captured.year}, but the dump prints dates of {newest}"
    return (Problem(Location(reading.dump.file), "capture-year", message, Severity.WARNING),)


def drafts_of(reading: Reading) -> tuple[Draft, ...]:
    """Every record of a reading as a draft, in printed order."""
    captured = reading.dump.metadata.captured
    year = capture_year(reading.dump, reading.records)
    return tuple(
        Draft(
            paper=paper_from_record(record, year, captured),
            dump=record.dump,
            line=record.line,
            captured=captured or datetime.date.max,
        )
        for record in reading.records
    )


def paper_from_record(
    record: Record, captured_in: CaptureYear | None = None, captured: datetime.date | None = None
) -> Paper:
    """One record as a paper of its own; its `id` is empty until the catalogue gives it one.

    `captured_in` is the dump's capture year: a printed date without a year gets that one.
    """
    date, is_inferred = _with_capture_year(_date_of(record.date_text), captured_in)
    score = _score_of(record.score_text)
    code_urls = [*find_code_urls(record.abstract), *(url for each in record.urls for url in find_code_urls(each))]
    paper = Paper(
        id="",
        title=record.title,
        authors=record.authors,
        authors_truncated=record.authors_truncated,
        author_count=record.author_count,
        byline_confidence=record.byline_confidence,
        abstract=record.abstract,
        is_summary=record.is_summary,
        date=date,
        date_text=record.date_text,
        date_inferred=is_inferred,
        subject=resolve_subject(record.subject_text) if record.subject_text else None,
        subject_text=record.subject_text,
        organizations=record.organizations,
        arxiv_id=next(filter(None, map(arxiv_id_in, record.urls)), None),
        doi=next(filter(None, map(doi_in, record.urls)), None),
        urls=record.urls,
        has_code=record.has_code or record.github_stars_text is not None,
        code_urls=tuple(dict.fromkeys(code_urls)),
        score=score,
        scores=() if score is None else (ScoreReading(score, record.dump, captured),),
        upvotes=count_of(record.upvotes_text),
        comments=count_of(record.comments_text),
        github_stars=count_of(record.github_stars_text),
        submitted_by=record.submitted_by,
        provenance=(Provenance(record.dump, record.line),),
    )
    return _with_sources(paper, record)


def count_of(text: str | None) -> int | None:
    """A printed count (`65`, `1,024`, `1.32k`) as a number; None for none and for `-`."""
    match = _COUNT.fullmatch((text or "").strip())
    if match is None:
        return None
    scale = match["thousands"]
    return round(float(match["number"].replace(",", "")) * _SCALES[scale.lower() if scale else None])


def _score_of(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def _date_of(text: str | None) -> PartialDate | None:
    try:
        return None if text is None else parse_printed_date(text)
    except ValueError:
        return None


def _with_capture_year(date: PartialDate | None, captured_in: CaptureYear | None) -> tuple[PartialDate | None, bool]:
    if date is None or date.year is not None or captured_in is None:
        return date, False
    try:
        return date.with_year(captured_in.year), captured_in.is_inferred
    except ValueError:  # 29 February of a year that has none: the guess was wrong, so the year stays open
        return date, False


# Fields whose value may come from another printed one; the source is where that one stands.
_PRINTED_AS = {
    "arxiv_id": "urls",
    "doi": "urls",
    "code_urls": "abstract",
}
SOURCED_FIELDS = (
    "title", "authors", "author_count", "abstract", "date", "subject", "organizations", "arxiv_id", "doi", "urls",
    "has_code", "code_urls", "score", "upvotes", "comments", "github_stars", "submitted_by",
)  # fmt: skip


def _with_sources(paper: Paper, record: Record) -> Paper:
    lines = dict(record.field_lines)
    sources = []
    for field in SOURCED_FIELDS:
        value = getattr(paper, field)
        if value in (None, (), "", False):
            continue
        line = lines.get(field) or lines.get(_PRINTED_AS.get(field, ""), record.line)
        origin = Origin.INFERRED if field == "date" and paper.date_inferred else Origin.PRINTED
        sources.append(FieldSource(field, origin, record.dump, line))
    return dataclasses.replace(paper, field_sources=tuple(sources))

"""A paper: one work, merged from every record and note that speaks of it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.problems import Location, Problem


@dataclass(frozen=True, slots=True, order=True)
class Provenance:
    """One record that was merged into a paper: the dump's file name and the record's first line."""

    dump: str
    line: int


class Origin(StrEnum):
    """How a value came to be known."""

    PRINTED = "printed"
    NOTE = "note"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, order=True)
class FieldSource:
    """Where one field's value comes from; `file` is a dump's name, or a note's path in the content folder."""

    field: str
    origin: Origin
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """A score that one dump prints, on the source's own scale from 0 to 100."""

    value: float
    dump: str
    captured: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One work of the list, with what is known of it and where each part comes from.

    `date` is None when nothing is printed; its `iso` is None when no year is known. `subject` is an arXiv category
    (`cs.LG`) where the printed code has one meaning, else the code as printed. `scores` are oldest first, `score` the
    newest. `author_count` is set where a listing prints only a number. `has_code` is the source's own mark;
    `code_urls` are links found in the text. `byline_confidence` is below 1 where title and authors were split.
    `note_file` is the path of its note in the content folder.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    authors_truncated: bool = False
    author_count: int | None = None
    byline_confidence: float | None = None
    abstract: str = ""
    is_summary: bool = False
    date: PartialDate | None = None
    date_text: str | None = None
    date_inferred: bool = False
    venue: str | None = None
    subject: str | None = None
    subject_text: str | None = None
    organizations: tuple[str, ...] = ()
    arxiv_id: str | None = None
    doi: str | None = None
    urls: tuple[str, ...] = ()
    has_code: bool = False
    code_urls: tuple[str, ...] = ()
    score: float | None = None
    scores: tuple[ScoreReading, ...] = ()
    upvotes: int | None = None
    comments: int | None = None
    github_stars: int | None = None
    submitted_by: str | None = None
    topics: tuple[str, ...] = ()
    status: Status | None = None
    rating: int | None = None
    star: bool = False
    added: datetime.date | None = None
    finished: datetime.date | None = None
    aliases: tuple[str, ...] = ()
    note: str = ""
    note_file: str | None = None
    provenance: tuple[Provenance, ...] = ()
    field_sources: tuple[FieldSource, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of its date, where one is known."""
        return self.date.year if self.date else None

    @property
    def is_with_code(self) -> bool:
        """Whether a source marks it so, or a link to its code was found."""
        return self.has_code or bool(self.code_urls)


def years_of(papers: Iterable[Paper]) -> list[int]:
    """The years of those papers that have one, in their order."""
    return [paper.year for paper in papers if paper.year is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Two papers that may be one work: why, and the note that would settle it either way."""

    papers: tuple[str, str]
    titles: tuple[str, str]
    reason: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One record as it came to the list: `paper` is the id of its work.

    `reason` says why the record counts as a work that an earlier record spoke of; "" for the first record of a work.
    """

    dump: str
    line: int
    paper: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one dump changed of a work that earlier dumps had listed.

    `before` and `after` are the work without and with the records of `dump`, both without those of later dumps; their
    `field_sources` say where each value was read. `fields` names what differs, at least one.
    """

    dump: str
    fields: tuple[str, ...]
    before: Paper
    after: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How the list grew: every record once, and what changed, both in list order (first captured first)."""

    arrivals: tuple[Arrival, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every paper of the list, in a fixed order, with what reading and merging left open, and how the list grew."""

    papers: tuple[Paper, ...]
    record_count: int
    near_misses: tuple[NearMiss, ...] = ()
    problems: tuple[Problem, ...] = ()
    history: History = History()

"""A saved listing, the blocks read from it, and the account of every line."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sitegen.model.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpMetadata:
    """What a dump's optional front matter states of it.

    `summaries` says that its texts are summaries, and not the abstracts that the papers' authors wrote.
    """

    source: str | None = None
    captured: date | None = None
    url: str | None = None
    query: str | None = None
    summaries: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """One saved listing: its file name, its decoded lines, and what its front matter states.

    `file` is the path as problems print it, `name` the bare file name. `lines[i]` is line `first_line + i` of the
    file: the front matter, which is not part of `lines`, still counts.
    """

    name: str
    file: str
    lines: tuple[str, ...]
    first_line: int = 1
    metadata: DumpMetadata = DumpMetadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One listing block as printed; reading it as a paper is the catalogue's work.

    `line` and `last_line` are the block's first and last line in the file, `text` its lines. `field_lines` says for
    each field that was printed at which line it stands. Texts are as the listing prints them (`score_text` "99.1",
    `github_stars_text` "1.32k", `date_text` "Apr 4, 2025" or "May 29"); None means that nothing was printed.
    `byline_confidence` is from 0 to 1 where title and authors were printed glued and had to be split, otherwise None.
    `is_summary` marks a summary that stands where other listings print the authors' abstract.
    """

    dump: str
    source: str
    line: int
    last_line: int
    text: tuple[str, ...]
    title: str
    authors: tuple[str, ...] = ()
    authors_truncated: bool = False
    author_count: int | None = None
    byline_confidence: float | None = None
    abstract: str = ""
    is_summary: bool = False
    date_text: str | None = None
    subject_text: str | None = None
    organizations: tuple[str, ...] = ()
    score_text: str | None = None
    upvotes_text: str | None = None
    comments_text: str | None = None
    github_stars_text: str | None = None
    submitted_by: str | None = None
    has_code: bool = False
    urls: tuple[str, ...] = ()
    field_lines: tuple[tuple[str, int], ...] = ()


class LineUse(StrEnum):
    """What a non-blank line of a dump turned out to be."""

    RECORD = "record"
    CHROME = "chrome"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingHeader:
    """What a listing's own page says above its papers.

    `title` is the page's (an author's name, `Daily Papers`), `date_text` the listing's day as printed, `query` the
    search it answers; `facts` holds label and value of each printed count (`h-index`, `57`) in printed order.
    """

    title: str | None = None
    date_text: str | None = None
    query: str | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from one dump.

    `uses` names, in line order, every non-blank line of `dump.lines` once: nothing is lost. Each `UNREAD` line has a
    Problem at its own location in `problems`, or is in the range that the one Problem of a whole unread dump names.
    """

    dump: Dump
    source: str | None
    header: ListingHeader
    records: tuple[Record, ...]
    uses: tuple[tuple[int, LineUse], ...]
    problems: tuple[Problem, ...]

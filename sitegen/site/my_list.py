"""My list: what is being read, waits and is done; from the site's own marks until a visitor's stand over them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_html
from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.site import urls
from sitegen.site.chips import MarkView, TopicView, mark_view, topic_view
from sitegen.site.frame import Frame, make_frame
from sitegen.site.known import KnownView, known_view
from sitegen.site.lookups import Lookups
from sitegen.site.rows import byline
from sitegen.site.urls import Href, href_from
from sitegen.site.wording import DateView, day_view, month_name, number_text

# Papers that a section shows; a list of marks is what one person reads.
MOST_ROWS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedView:
    """A paper that bears a mark; `on` is the day from which it holds, where known, and `day` that as ISO."""

    known: KnownView
    href: str
    title: Markup
    byline: str | None
    mark: MarkView
    star: bool
    date: str
    day: str
    on: DateView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The papers that were finished in a month."""

    label: str
    count: str
    rows: tuple[MarkedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """How far one is with a topic; `read` and `waiting` are hundredths of its papers, one at least if any."""

    slug: str
    topic: TopicView
    total: int
    words: str
    read: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MyListView:
    """The page of marks. `aliases` has pairs of a former id and the one of now (`old new`), with commas between.

    `titles` is the address of the script that looks up titles.
    """

    frame: Frame
    title: str
    sentence: str
    reading: tuple[MarkedView, ...]
    queue: tuple[MarkedView, ...]
    months: tuple[MonthView, ...]
    skipped: tuple[MarkedView, ...]
    starred: tuple[MarkedView, ...]
    progress: tuple[ProgressView, ...]
    papers: str
    marked: int
    aliases: str
    titles: str
    sheet: str
    script: str


def make_my_list_view(lookups: Lookups) -> MyListView:
    """The view of My list."""
    href = href_from(urls.MY_LIST)
    by_status = {status: _marked(lookups, status) for status in Status}
    counts = {status: len(papers) for status, papers in by_status.items()}
    rows = {status: tuple(_row(lookups, paper, href) for paper in papers) for status, papers in by_status.items()}
    return MyListView(
        frame=make_frame(lookups, urls.MY_LIST, title="My list", description="What is being read, waits and is done."),
        title=_title(counts),
        sentence=f"Read so far: {number_text(counts[Status.READ])}." if counts[Status.READ] else "",
        reading=rows[Status.READING][:MOST_ROWS],
        queue=rows[Status.TO_READ][:MOST_ROWS],
        months=tuple(_months(lookups, by_status[Status.READ][:MOST_ROWS], href)),
        skipped=rows[Status.SKIPPED][:MOST_ROWS],
        starred=tuple(_row(lookups, paper, href) for paper in lookups.ordered if paper.star)[:MOST_ROWS],
        progress=tuple(_progress(lookups, href)),
        papers=href(urls.papers_path()),
        marked=sum(paper.status is not None or paper.star for paper in lookups.ordered),
        aliases=",".join(f"{alias} {paper.id}" for paper in lookups.ordered for alias in paper.aliases),
        titles=href(lookups.assets.path("marks-titles.js")),
        sheet=href(lookups.assets.path("my-list.css")),
        script=href(lookups.assets.path("marks-page.js")),
    )


def _title(counts: dict[Status, int]) -> str:
    if not any(counts.values()):
        return "Nothing marked yet"
    return f"{number_text(counts[Status.READING])} in progress, {number_text(counts[Status.TO_READ])} waiting"


def _marked(lookups: Lookups, status: Status) -> tuple[Paper, ...]:
    """The papers of a status, the last marked first, those without a day last in the order of the list."""
    papers = [paper for paper in lookups.ordered if paper.status is status]
    return tuple(sorted(papers, key=lambda paper: _day(paper) or "", reverse=True))


def _day(paper: Paper) -> str:
    day = paper.finished if paper.status is Status.READ else paper.added
    return day.isoformat() if day else ""


def _row(lookups: Lookups, paper: Paper, href: Href) -> MarkedView:
    return MarkedView(
        known=known_view(lookups, paper),
        href=href(urls.paper_path(paper.id)),
        title=latex_to_html(paper.title, links=False),
        byline=byline(paper),
        mark=mark_view(paper.status),
        star=paper.star,
        date=(paper.date.iso or "") if paper.date else "",
        day=_day(paper),
        on=day_view(paper.finished if paper.status is Status.READ else paper.added),
    )


def _months(lookups: Lookups, papers: Sequence[Paper], href: Href) -> Iterator[MonthView]:
    for month, group in groupby(papers, key=lambda paper: _day(paper)[:7]):
        rows = tuple(_row(lookups, paper, href) for paper in group)
        label = f"{month_name(int(month[5:]))} {month[:4]}" if month else "No day known"
        yield MonthView(label=label, count=number_text(len(rows)), rows=rows)


def _progress(lookups: Lookups, href: Href) -> Iterator[ProgressView]:
    """Every topic, the one with the most marked papers first: scripts count anew and hide those without any."""
    topics = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    statuses = {paper.id: paper.status for paper in lookups.ordered}
    found = []
    for term in topics.terms if topics else ():
        counts = Counter(statuses[paper_id] for paper_id in term.papers)
        waiting = counts[Status.TO_READ] + counts[Status.READING]
        found.append((term, counts[Status.READ], waiting))
    for term, read, waiting in sorted(found, key=lambda each: (-each[1] - each[2], each[0].label)):
        total = len(term.papers)
        yield ProgressView(
            slug=term.slug,
            topic=topic_view(term, href),
            total=total,
            words=_progress_words(read, waiting, total),
            read=_hundredths(read, total),
            waiting=_hundredths(waiting, total),
        )


def _progress_words(read: int, waiting: int, total: int) -> str:
    counts = ((read, "read"), (waiting, "waiting"))
    return ", ".join([*(f"{number_text(count)} {word}" for count, word in counts if count), f"of {number_text(total)}"])


def _hundredths(part: int, whole: int) -> int:
    return max(1, round(100 * part / whole)) if part else 0

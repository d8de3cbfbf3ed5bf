"""What the dumps left open: lines that could not be read, doubtful bylines, near misses, values that are missing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_html
from sitegen.model.paper import NearMiss, Paper
from sitegen.site import urls
from sitegen.site.dump_pages import dump_slugs
from sitegen.site.frame import Frame, make_frame
from sitegen.site.lookups import Lookups
from sitegen.site.provenance import Place
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, number_text, origin_text, words_list
from sitegen.sources.byline import low_confidence

# Papers that a section names; the rest is only counted.
MOST_NAMED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """A problem and the line it stands at."""

    place: Place
    message: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink:
    """A paper by its title."""

    title: Markup
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineView:
    """A title and authors that were printed glued, as they were split, and a note that would settle it."""

    paper: PaperLink
    authors: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMissView:
    """Two papers that may be one, and the note for either answer."""

    papers: tuple[PaperLink, PaperLink]
    reason: str
    same: str
    different: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """Papers of which something is not known; `unnamed` counts those that are not named."""

    label: str
    fragment: str
    count: str
    papers: tuple[PaperLink, ...]
    unnamed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """The page of what is left open."""

    frame: Frame
    summary: str
    problems: tuple[ProblemView, ...]
    bylines: tuple[BylineView, ...]
    near_misses: tuple[NearMissView, ...]
    missing: tuple[MissingView, ...]


_MISSING: tuple[tuple[str, str, Callable[[Paper], bool]], ...] = (
    ("No abstract or summary", "no-abstract", lambda paper: not paper.abstract),
    ("Authors not listed", "no-authors", lambda paper: not paper.authors),
    ("No date", "no-date", lambda paper: paper.date is None),
    ("No year", "no-year", lambda paper: paper.date is not None and paper.year is None),
    ("No topic", "no-topic", lambda paper: not paper.topics),
)


def make_health_view(lookups: Lookups) -> HealthView:
    """The view of the page of what is left open."""
    href = urls.href_from(urls.HEALTH)
    problems = tuple(_problems(lookups, href))
    bylines = tuple(_bylines(lookups, href))
    near_misses = tuple(_near_miss(lookups, miss, href) for miss in lookups.catalogue.near_misses)
    return HealthView(
        frame=make_frame(
            lookups,
            urls.HEALTH,
            title="What is left open",
            description="What the listings left open: unread lines, doubtful bylines, near misses, missing values.",
        ),
        summary=_summary(lookups, len(problems), len(bylines), len(near_misses)),
        problems=problems,
        bylines=bylines,
        near_misses=near_misses,
        missing=tuple(_missing(lookups, href)),
    )


def _summary(lookups: Lookups, problems: int, bylines: int, near_misses: int) -> str:
    catalogue = lookups.catalogue
    read = origin_text(len(catalogue.papers), lookups.noted, catalogue.record_count, len(lookups.readings))
    counts = (
        (problems, "problem", "problems"),
        (bylines, "doubtful byline", "doubtful bylines"),
        (near_misses, "near miss", "near misses"),
    )
    parts = [count_text(number, noun, plural) for number, noun, plural in counts if number]
    if parts:
        return f"{read} Left open: {words_list(parts)}."
    return f"{read} Every line was read, and no byline or likeness is in doubt."


def _paper_link(paper: Paper, href: Href) -> PaperLink:
    return PaperLink(title=latex_to_html(paper.title, links=False), href=href(urls.paper_path(paper.id)))


def _problems(lookups: Lookups, href: Href) -> Iterator[ProblemView]:
    pages = _dump_pages(lookups)
    names = {reading.dump.file: reading.dump.name for reading in lookups.readings.values()}
    found = {problem for reading in lookups.readings.values() for problem in reading.problems}
    for problem in sorted(found | set(lookups.catalogue.problems)):
        page = pages.get(problem.location.file)
        yield ProblemView(
            # The dump's own name: where the content folder lies is nobody's business, and differs from run to run.
            place=Place(
                file=names.get(problem.location.file, problem.location.file),
                line=problem.location.line,
                href=href(page) if page else None,
            ),
            message=problem.message,
            code=problem.code,
        )


def _dump_pages(lookups: Lookups) -> dict[str, str]:
    """The page of each dump, under the name by which problems call its file."""
    return {
        lookups.readings[name].dump.file: urls.term_path(TaxonomyKind.DUMPS, slug)
        for name, slug in dump_slugs(lookups).items()
        if name in lookups.readings
    }


def _bylines(lookups: Lookups, href: Href) -> Iterator[BylineView]:
    papers = lookups.catalogue.papers
    doubtful = [(confidence, paper) for paper in papers if (confidence := low_confidence(paper)) is not None]
    for confidence, paper in sorted(doubtful, key=lambda item: (item[0], item[1].id)):
        yield BylineView(
            paper=_paper_link(paper, href),
            authors=", ".join(paper.authors) or "no authors",
            confidence=f"{confidence:.2f}",
            note=front_matter(id=paper.id, title=paper.title, authors=list(paper.authors)),
        )


def _near_miss(lookups: Lookups, miss: NearMiss, href: Href) -> NearMissView:
    first, second = (lookups.papers[paper_id] for paper_id in miss.papers)
    return NearMissView(
        papers=(_paper_link(first, href), _paper_link(second, href)),
        reason=miss.reason,
        same=front_matter(id=first.id, same_as=[second.id]),
        different=front_matter(id=first.id, different_from=[second.id]),
    )


def front_matter(**values: str | list[str]) -> str:
    """The YAML front matter of a note: JSON strings and lists are YAML."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(("---", *lines, "---"))


def _missing(lookups: Lookups, href: Href) -> Iterator[MissingView]:
    for label, fragment, is_missing in _MISSING:
        papers = [paper for paper in lookups.ordered if is_missing(paper)]
        if papers:
            rest = len(papers) - MOST_NAMED
            yield MissingView(
                label=label,
                fragment=fragment,
                count=number_text(len(papers)),
                papers=tuple(_paper_link(paper, href) for paper in papers[:MOST_NAMED]),
                unnamed=f"and {count_text(rest, 'more paper', 'more papers')}" if rest > 0 else "",
            )

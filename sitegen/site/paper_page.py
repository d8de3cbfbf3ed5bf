"""The page of one paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_html, latex_to_text
from sitegen.model.paper import Paper
from sitegen.model.problems import Location
from sitegen.model.subjects import subject_name
from sitegen.site import wording
from sitegen.site.chips import (
    ChoiceView,
    MarkView,
    RatingView,
    TopicView,
    choice_views,
    mark_view,
    rating_view,
    topic_views,
)
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.known import KnownView, known_view
from sitegen.site.lookups import Lookups
from sitegen.site.outward import WayOut, searches, ways_out
from sitegen.site.own_words import own_words
from sitegen.site.provenance import FieldView, RecordView, field_views, record_views
from sitegen.site.reasons import ReasonView, reason_views
from sitegen.site.related import RelatedView, further_views, related_views
from sitegen.site.rows import byline
from sitegen.site.score_line import ScoreLine, score_line
from sitegen.site.urls import Href, href_from, paper_path, term_path
from sitegen.site.wording import DateView, FactView


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name, with the address of its page where the site has one, and what it stands for."""

    label: str
    href: str | None
    meaning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """A score of the past and the dump that printed it."""

    value: str
    source: str
    captured: DateView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """All that a paper's page shows; what is None or empty is said in words or left out."""

    frame: Frame
    known: KnownView
    byline: str | None
    title: Markup
    authors: tuple[NameView, ...]
    authors_remark: str | None
    topics: tuple[TopicView, ...]
    text_label: str
    paragraphs: tuple[Markup, ...]
    date: DateView | None
    date_printed: str | None
    subject: NameView | None
    organizations: tuple[NameView, ...]
    venue: str | None
    score: str | None
    score_line: ScoreLine | None
    earlier_scores: tuple[ScoreView, ...]
    facts: tuple[FactView, ...]
    mark: MarkView
    marks: tuple[ChoiceView, ...]
    star: bool
    rating: RatingView | None
    added: DateView | None
    finished: DateView | None
    ways_out: tuple[WayOut, ...]
    searches: tuple[WayOut, ...]
    code_remark: str | None
    note: Markup | None
    reasons: tuple[ReasonView, ...]
    reasons_remark: str | None
    records: tuple[RecordView, ...]
    note_file: str | None
    fields: tuple[FieldView, ...]
    related: tuple[RelatedView, ...]
    further: tuple[RelatedView, ...]
    previous: Link | None
    next: Link | None
    script: str


def make_paper_view(lookups: Lookups, paper_id: str) -> PaperView:
    """The view of one paper's page."""
    paper = lookups.papers[paper_id]
    path = paper_path(paper_id)
    href = href_from(path)
    reasons = reason_views(lookups, paper, href)
    return PaperView(
        known=known_view(lookups, paper),
        byline=byline(paper),
        frame=make_frame(lookups, path, title=latex_to_text(paper.title), description=_description(paper)),
        title=latex_to_html(paper.title),
        authors=_names(lookups, TaxonomyKind.AUTHORS, paper, paper.authors, href),
        authors_remark=_authors_remark(paper),
        topics=topic_views(lookups, paper, href),
        text_label="Summary" if paper.is_summary else "Abstract",
        paragraphs=tuple(latex_to_html(part, boxes=True) for part in paper.abstract.split("\n\n") if part.strip()),
        date=wording.date_view(paper.date, inferred=paper.date_inferred),
        date_printed=_date_printed(paper),
        subject=_subject(lookups, paper, href),
        organizations=_names(lookups, TaxonomyKind.ORGANIZATIONS, paper, paper.organizations, href),
        venue=paper.venue,
        score=None if paper.score is None else wording.decimal_text(paper.score),
        score_line=score_line(paper.scores),
        earlier_scores=_earlier_scores(paper),
        facts=tuple(_facts(paper)),
        mark=mark_view(paper.status),
        marks=choice_views(paper.status),
        star=paper.star,
        rating=rating_view(paper.rating),
        added=wording.day_view(paper.added),
        finished=wording.day_view(paper.finished),
        ways_out=ways_out(paper),
        searches=searches(paper),
        code_remark="marked in the listing, without a link" if paper.has_code and not paper.code_urls else None,
        note=_note(paper),
        reasons=reasons,
        reasons_remark=_reasons_remark(reasons),
        records=record_views(lookups, paper, href),
        note_file=paper.note_file,
        fields=field_views(lookups, paper, href),
        related=related_views(lookups, paper, href),
        further=further_views(lookups, paper, href),
        previous=_neighbour(lookups, paper, -1, href),
        next=_neighbour(lookups, paper, 1, href),
        script=href(lookups.assets.path("paper.js")),
    )


def _note(paper: Paper) -> Markup | None:
    if not paper.note.strip():
        return None
    return own_words(paper.note, Location(paper.note_file or paper.id))


def _description(paper: Paper) -> str:
    text = " ".join(latex_to_text(paper.abstract).split())
    return (
        wording.cut_text(text, wording.DESCRIPTION_LENGTH)
        if text
        else f"A paper by {byline(paper) or 'unlisted authors'}."
    )


def _authors_remark(paper: Paper) -> str | None:
    if paper.authors:
        return "and others, as printed" if paper.authors_truncated else None
    if paper.author_count:
        return f"{wording.count_text(paper.author_count, 'author')}, not named"
    return "Authors not listed"


def _date_printed(paper: Paper) -> str | None:
    if paper.date_text and (paper.date_inferred or paper.date is None):
        return paper.date_text
    return None


def _names(
    lookups: Lookups, kind: TaxonomyKind, paper: Paper, names: tuple[str, ...], href: Href
) -> tuple[NameView, ...]:
    return tuple(_name(lookups, kind, paper, name, href) for name in names)


def _name(lookups: Lookups, kind: TaxonomyKind, paper: Paper, name: str, href: Href) -> NameView:
    term = lookups.term_named(kind, paper, name)
    return NameView(label=name, href=href(term_path(kind, term.slug)) if term else None)


def _reasons_remark(reasons: tuple[ReasonView, ...]) -> str | None:
    found = any(reason.phrases for reason in reasons)
    return "The phrases that were found, and what they weigh together." if found else None


def _subject(lookups: Lookups, paper: Paper, href: Href) -> NameView | None:
    if paper.subject is None:
        return None
    term = next(iter(lookups.terms_of(TaxonomyKind.SUBJECTS, paper)), None)
    return NameView(
        label=paper.subject,
        href=href(term_path(TaxonomyKind.SUBJECTS, term.slug)) if term else None,
        meaning=subject_name(paper.subject),
    )


def _earlier_scores(paper: Paper) -> tuple[ScoreView, ...]:
    return tuple(
        ScoreView(value=wording.decimal_text(each.value), source=each.dump, captured=wording.day_view(each.captured))
        for each in reversed(paper.scores[:-1])
    )


def _facts(paper: Paper) -> Iterator[FactView]:
    counts = (("Upvotes", paper.upvotes), ("Comments", paper.comments), ("GitHub stars", paper.github_stars))
    for label, count in counts:
        if count is not None:
            yield FactView(label=label, value=wording.number_text(count))
    if paper.submitted_by:
        yield FactView(label="Submitted by", value=paper.submitted_by)


def _neighbour(lookups: Lookups, paper: Paper, step: int, href: Href) -> Link | None:
    place = lookups.places[paper.id] + step
    if not 0 <= place < len(lookups.ordered):
        return None
    other = lookups.ordered[place]
    return Link(label=latex_to_text(other.title), href=href(paper_path(other.id)))

"""What a term stands beside most often, in a sentence with links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper, years_of
from sitegen.model.text import fold_text
from sitegen.site import urls
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, number_text
from sitegen.taxonomy.terms import Term

# Topics, and people, that the sentence names.
MOST_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A part of a sentence; `href` is None where it is no link."""

    text: str
    href: str | None = None


def company_sentence(
    lookups: Lookups, kind: TaxonomyKind, term: Term, papers: Sequence[Paper], href: Href
) -> tuple[Words, ...]:
    """How many papers there are, from when to when, on what and with whom most often; nothing for no paper.

    A name is worth telling when it stands in two papers, or when there are no more names than the sentence has room
    for; nothing is called frequent that is met once, and of a single paper nothing is counted.
    """
    if not papers:
        return ()
    parts = [Words(text=f"{count_text(len(papers), 'paper')}{_span(papers)}")]
    topics = named(lookups, TaxonomyKind.TOPICS, term, papers)
    if topics:
        often, lead = ("often ", "also on ") if kind is TaxonomyKind.TOPICS else ("most often ", "on ")
        often = often if topics[0][1] > 1 else ""
        parts += _names(f", {often}{lead}", TaxonomyKind.TOPICS, topics, href, len(papers))
    if TaxonomyKind.AUTHORS in lookups.taxonomies:
        parts += _people(lookups, kind, term, papers, href)
    return (*parts, Words(text=f".{_dated_part(papers)}"))


def _people(lookups: Lookups, kind: TaxonomyKind, term: Term, papers: Sequence[Paper], href: Href) -> Iterator[Words]:
    """By or with how many people; where bylines are missing or cut, no more than is known."""
    people = lookups.terms.get(TaxonomyKind.AUTHORS, {})
    names = {each.slug for paper in papers for each in people.get(paper.id, ()) if each != term}
    if not names:
        return
    noun = "co-author" if kind is TaxonomyKind.AUTHORS else "author"
    least = "at least " if any(paper.authors_truncated for paper in papers) else ""
    named_in = sum(bool(paper.authors) for paper in papers)
    if named_in < len(papers):
        verb = "names its" if named_in == 1 else "name their"
        lead = f"; {number_text(named_in)} {verb} authors, {least}{number_text(len(names))}"
    else:
        lead = f"; {'with' if noun == 'co-author' else 'by'} {least}{count_text(len(names), noun)}"
    most = named(lookups, TaxonomyKind.AUTHORS, term, papers)
    if not most:
        yield Words(text=lead)
        return
    often = "most often " if most[0][1] > 1 else ""
    yield from _names(f"{lead}, {often}", TaxonomyKind.AUTHORS, most, href, len(papers))


def _span(papers: Sequence[Paper]) -> str:
    """From when to when papers are, if all of them say so."""
    years = years_of(papers)
    if len(years) < len(papers):
        return ""
    return f" from {min(years)} to {max(years)}" if min(years) < max(years) else f" of {years[0]}"


def _dated_part(papers: Sequence[Paper]) -> str:
    """The same for those that say so, where some do not."""
    years = years_of(papers)
    if not 0 < len(years) < len(papers):
        return ""
    verb = "has" if len(years) == 1 else "have"
    span = f"from {min(years)} to {max(years)}" if min(years) < max(years) else str(years[0])
    return f" {number_text(len(years))} {verb} a year, {span}."


def named(lookups: Lookups, kind: TaxonomyKind, term: Term, papers: Sequence[Paper]) -> list[tuple[Term, int]]:
    """The terms of a kind that a sentence about a term's papers names, with their counts, the most frequent first."""
    found = [(other, count) for other, count in frequent(lookups, kind, papers) if other != term]
    worth = [item for item in found if item[1] > 1]
    return (worth or (found if len(found) <= MOST_NAMED else []))[:MOST_NAMED]


def frequent(lookups: Lookups, kind: TaxonomyKind, papers: Sequence[Paper]) -> list[tuple[Term, int]]:
    """The terms of a kind among papers, each with how many have it, the most frequent first."""
    counts: dict[str, int] = {}
    terms: dict[str, Term] = {}
    if kind not in lookups.taxonomies:
        return []
    for paper in papers:
        for term in lookups.terms_of(kind, paper):
            terms[term.slug] = term
            counts[term.slug] = counts.get(term.slug, 0) + 1
    most = sorted(counts, key=lambda slug: (-counts[slug], terms[slug].number, terms[slug].label, slug))
    return [(terms[slug], counts[slug]) for slug in most]


def _names(lead: str, kind: TaxonomyKind, terms: Sequence[tuple[Term, int]], href: Href, total: int) -> Iterator[Words]:
    for place, (term, count) in enumerate(terms):
        yield Words(text=lead if place == 0 else " and " if place == len(terms) - 1 else ", ")
        yield Words(text=term.label, href=href(urls.term_path(kind, term.slug)))
        if total > 1:
            yield Words(text=f" ({number_text(count)})")


def printed_forms(label: str, papers: Sequence[Paper]) -> str:
    """The ways in which listings print an author's name, with their counts; "" where there is but one."""
    key, counts = fold_text(label), dict[str, int]()
    for paper in papers:
        for name in paper.authors:
            if fold_text(name) == key:
                counts[name] = counts.get(name, 0) + 1
    if len(counts) <= 1:
        return ""
    return ", ".join(f"{name} ({number_text(counts[name])})" for name in sorted(counts, key=lambda n: (-counts[n], n)))

"""Who or what has most papers, as bars beside the names."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.site.charts.numbers import MOST_NAMED, NumberRow, NumbersView, number_row, sentences
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.drawing import share_text
from sitegen.site.index_order import has_sizes
from sitegen.site.urls import Href, index_path, term_path
from sitegen.site.wording import count_text, number_text, words_list
from sitegen.taxonomy.terms import Taxonomy, Term

# Names that are drawn at most, and how many there must be for leaving out those that share the last place.
MOST_BARS, LEAST_BARS = 15, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RankBar:
    """One name with its papers; `width` is in hundredths of the picture, `topic` is set where the name is a topic's."""

    label: str
    href: str
    topic: TopicView | None
    count: str
    noun: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankChart:
    """The names with most papers, most first; `index` leads to all of them."""

    kind: str
    heading: str
    index: str
    caption: str
    bars: tuple[RankBar, ...]
    numbers: NumbersView


def rank_chart(taxonomy: Taxonomy, papers: int, href: Href) -> RankChart | str:
    """The picture of the terms with most papers, or the sentence that says why there is none.

    `papers` is how many there are in all, with and without a term.
    """
    terms = sorted((term for term in taxonomy.terms if term.papers), key=lambda term: -len(term.papers))
    plural, singular = taxonomy.label.lower(), taxonomy.singular.lower()
    if not terms:
        return f"No paper has {_article(singular)} {singular}, so there is no picture of {plural}."
    most = len(terms[0].papers)
    if most == len(terms[-1].papers):
        return f"{_alike(len(terms), singular, plural, most)}, so there is no picture of {plural} by count."
    shown = terms[: shown_ranks([len(term.papers) for term in terms])]
    return RankChart(
        kind=taxonomy.kind,
        heading=f"{taxonomy.label} by papers",
        index=href(index_path(taxonomy.kind, by_size=has_sizes(taxonomy))),
        caption=sentences(_first(shown), _rest(terms, shown, singular, plural)),
        bars=tuple(_bar(taxonomy.kind, term, most, href) for term in shown),
        numbers=NumbersView(
            caption=f"{taxonomy.label} with most papers",
            head=(taxonomy.singular, "Papers", "Share"),
            rows=tuple(_row(taxonomy.kind, term, papers, href) for term in shown),
        ),
    )


def shown_ranks(counts: Sequence[int]) -> int:
    """How many of some counts, highest first, are drawn.

    A cut between equal counts would be arbitrary, so that the last equals are left out together, unless hardly any
    would remain; then they are cut, and the caption says so.
    """
    if len(counts) <= MOST_BARS:
        return len(counts)
    if counts[MOST_BARS - 1] != counts[MOST_BARS]:
        return MOST_BARS
    whole = sum(count > counts[MOST_BARS] for count in counts)
    return whole if whole >= LEAST_BARS else MOST_BARS


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _alike(number: int, singular: str, plural: str, papers: int) -> str:
    each = count_text(papers, "paper")
    return (
        f"The only {singular} has {each}" if number == 1 else f"Each of the {number_text(number)} {plural} has {each}"
    )


def _bar(kind: TaxonomyKind, term: Term, most: int, href: Href) -> RankBar:
    return RankBar(
        label=term.label,
        href=href(term_path(kind, term.slug)),
        topic=topic_view(term, href) if kind is TaxonomyKind.TOPICS else None,
        count=number_text(len(term.papers)),
        noun="paper" if len(term.papers) == 1 else "papers",
        width=share_text(len(term.papers), most),
    )


def _row(kind: TaxonomyKind, term: Term, papers: int, href: Href) -> NumberRow:
    row = number_row(term.label, href(term_path(kind, term.slug)), (len(term.papers),))
    return NumberRow(label=row.label, href=row.href, cells=(*row.cells, f"{100 * len(term.papers) / papers:.1f} %"))


def _first(shown: Sequence[Term]) -> str:
    most = len(shown[0].papers)
    labels = [term.label for term in shown if len(term.papers) == most]
    if len(labels) == 1:
        return f"Most papers: {labels[0]}, with {number_text(most)}."
    if len(labels) <= MOST_NAMED:
        return f"Most papers: {words_list(labels)}, with {number_text(most)} each."
    return f"{number_text(len(labels))} share the first place with {count_text(most, 'paper')} each."


def _rest(terms: Sequence[Term], shown: Sequence[Term], singular: str, plural: str) -> str:
    """How many are not drawn, and how many of all have a single paper."""
    single = sum(len(term.papers) == 1 for term in terms)
    verb = "has" if single == 1 else "have"
    everyone = count_text(len(terms), singular, plural)
    alone = f"{number_text(single)} of {everyone} {verb} a single paper." if single else ""
    if len(shown) == len(terms):
        return alone
    least = len(shown[-1].papers)
    same = sum(len(term.papers) == least for term in terms) - sum(len(term.papers) == least for term in shown)
    if same:
        return sentences(f"{number_text(same)} more have {number_text(least)}, like the last one drawn.", alone)
    return sentences(f"Drawn are those with {number_text(least)} or more.", alone)

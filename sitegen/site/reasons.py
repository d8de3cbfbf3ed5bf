"""Why a paper has its topics."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import decimal_text
from sitegen.taxonomy.terms import PhraseMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseView:
    """A phrase that was found, and where."""

    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """A topic and the phrases that gave it; without phrases a note did. `score` is what the phrases add up to."""

    topic: TopicView
    phrases: tuple[PhraseView, ...]
    score: str


def reason_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[ReasonView, ...]:
    """The reasons for a paper's topics, the most fitting first."""
    terms = {term.slug: term for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)}
    return tuple(
        ReasonView(
            topic=topic_view(terms[match.topic], href),
            phrases=tuple(map(_phrase_view, match.phrases)),
            score=decimal_text(round(match.score, 2)),
        )
        for match in lookups.topic_matches.get(paper.id, ())
        if match.topic in terms
    )


def _phrase_view(match: PhraseMatch) -> PhraseView:
    return PhraseView(text=match.phrase, place=f"in the {match.field}")

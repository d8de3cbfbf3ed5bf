"""Why a paper has its topics."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_text
from sitegen.model.paper import Paper
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import decimal_text
from sitegen.taxonomy.terms import PhraseMatch
from sitegen.taxonomy.topic_words import WILDCARD, comparable_word, phrase_patterns

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseView:
    """A phrase that was found, as the paper writes it, and where."""

    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """A topic and the phrases that gave it; without phrases a note did. `score` is what the phrases add up to."""

    topic: TopicView
    phrases: tuple[PhraseView, ...]
    score: str


class Text:
    """A text and its words, to look phrases up in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [comparable_word(text[start:end]) for start, end in self.spans]

    def as_written(self, phrase: str) -> str | None:
        """The first words that a phrase stands for, as they are written; None where there are none."""
        found = [place for pattern in phrase_patterns(phrase) for place in self._places(pattern)]
        if not found:
            return None
        first, last = min(found)
        return self.text[self.spans[first][0] : self.spans[last][1]]

    def _places(self, pattern: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """The numbers of the first and the last word wherever a pattern stands."""
        for first, word in enumerate(self.words):
            if _answers(word, pattern[0]):
                following = self.words[first : first + len(pattern)]
                if len(following) == len(pattern) and all(map(_answers, following, pattern)):
                    yield first, first + len(pattern) - 1


def _answers(word: str, pattern_word: str) -> bool:
    if pattern_word.endswith(WILDCARD):
        return word.startswith(pattern_word[: -len(WILDCARD)])
    return word == pattern_word


def reason_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[ReasonView, ...]:
    """The reasons for a paper's topics, the most fitting first."""
    terms = {term.slug: term for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)}
    texts = {"title": Text(latex_to_text(paper.title)), "abstract": Text(latex_to_text(paper.abstract))}
    return tuple(
        ReasonView(
            topic=topic_view(terms[match.topic], href),
            phrases=tuple(_phrase_view(each, texts) for each in match.phrases),
            score=decimal_text(round(match.score, 2)),
        )
        for match in lookups.topic_matches.get(paper.id, ())
        if match.topic in terms
    )


def _phrase_view(match: PhraseMatch, texts: dict[str, Text]) -> PhraseView:
    """The phrase of topics.yaml stands only where its words cannot be found again, as inside a formula."""
    written = texts[match.field].as_written(match.phrase)
    return PhraseView(text=written or match.phrase, place=f"in the {match.field}")

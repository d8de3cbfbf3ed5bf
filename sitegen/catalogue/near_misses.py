"""Pairs of papers that may be one work, for a person to settle."""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.catalogue.agreement import abstract_likeness
from sitegen.catalogue.identity import is_cut, title_key, titles_beginning_with
from sitegen.model.paper import NearMiss, Paper
from sitegen.model.problems import Location
from sitegen.model.text import fold_text, fold_words

LIKE_TITLES = 0.92
# Words at either end by which like titles are brought together, and the largest such set that is compared in pairs.
_BLOCK_WORDS = 3
_LARGEST_BLOCK = 60
# Folded characters by which abstracts are held to begin alike, and how many a shorter abstract must have.
_ABSTRACT_START = 200
_SHORTEST_ABSTRACT = 80


def find_near_misses(papers: Sequence[Paper]) -> tuple[NearMiss, ...]:
    """Every pair worth a look, in catalogue order, each with the strongest reason.

    Reasons: equal titles of works held apart, a cut title that fits, the same abstract under two titles, and titles
    that differ by a few characters. Compares only papers that share a beginning or an end, so it stays near linear.
    """
    found: dict[tuple[int, int], str] = {}
    for first, second, reason in _candidates(papers):
        found.setdefault((min(first, second), max(first, second)), reason)
    return tuple(_near_miss(papers[first], papers[second], reason) for (first, second), reason in sorted(found.items()))


def _near_miss(first: Paper, second: Paper, reason: str) -> NearMiss:
    place = second.provenance[0] if second.provenance else None
    location = Location(place.dump, place.line) if place else Location(second.note_file or "")
    return NearMiss(papers=(first.id, second.id), titles=(first.title, second.title), reason=reason, location=location)


def _candidates(papers: Sequence[Paper]) -> Iterator[tuple[int, int, str]]:
    yield from _equal_titles(papers)
    yield from _cut_titles(papers)
    yield from _equal_abstracts(papers)
    yield from _like_titles(papers)


def _pairs(groups: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    for places in groups.values():
        for number, second in enumerate(places[1:_LARGEST_BLOCK], 1):
            yield from ((first, second) for first in places[:number])


def _equal_titles(papers: Sequence[Paper]) -> Iterator[tuple[int, int, str]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        groups[title_key(paper.title)].append(index)
    for first, second in _pairs(groups):
        if _may_be_one(papers[first], papers[second]):
            yield first, second, "the same title, but abstracts or authors that do not fit"


def _cut_titles(papers: Sequence[Paper]) -> Iterator[tuple[int, int, str]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        if not is_cut(paper.title):
            places[title_key(paper.title)].append(index)
    titles = sorted(places)
    cut = [(index, paper) for index, paper in enumerate(papers) if is_cut(paper.title)]
    for index, paper in cut:
        fitting = (place for title in titles_beginning_with(title_key(paper.title), titles) for place in places[title])
        for place in fitting:
            if abstract_likeness(paper, papers[place]) is None:
                yield index, place, "a cut title that begins like this one, and no abstract to tell by"


def _equal_abstracts(papers: Sequence[Paper]) -> Iterator[tuple[int, int, str]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        start = fold_text(paper.abstract[: 3 * _ABSTRACT_START])[:_ABSTRACT_START] if paper.abstract else ""
        if len(start) >= _SHORTEST_ABSTRACT:
            groups[start].append(index)
    for first, second in _pairs(groups):
        if _may_be_one(papers[first], papers[second]):
            yield first, second, "two titles over abstracts that begin alike"


def _like_titles(papers: Sequence[Paper]) -> Iterator[tuple[int, int, str]]:
    groups: dict[str, list[int]] = defaultdict(list)
    keys = [title_key(paper.title) for paper in papers]
    for index, paper in enumerate(papers):
        words = fold_words(paper.title)
        if len(words) > _BLOCK_WORDS:
            groups["^" + " ".join(words[:_BLOCK_WORDS])].append(index)
            groups["$" + " ".join(words[-_BLOCK_WORDS:])].append(index)
    for first, second in _pairs(groups):
        if _are_like(keys[first], keys[second]) and _may_be_one(papers[first], papers[second]):
            yield first, second, "titles that differ by a few letters"


def _are_like(first: str, second: str) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    if 2 * shorter / (shorter + longer) < LIKE_TITLES or _digits(first) != _digits(second):
        return False
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= LIKE_TITLES and matcher.ratio() >= LIKE_TITLES


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _may_be_one(first: Paper, second: Paper) -> bool:
    """Whether identifiers leave it open: papers of one arXiv id were merged, and those of two are two works."""
    return not (first.arxiv_id and second.arxiv_id)

"""Where few papers are like one: others by its authors or on its topics, to fill the list."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.related import MOST_RELATED, Related
from sitegen.model.paper import Paper
from sitegen.taxonomy.terms import Term

# Of one author or topic so many papers on either side in the list: enough for six where some of them are related, and
# the work for a paper is bounded.
_AROUND = MOST_RELATED

_TermsByPaper = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """Another paper by its id, with the authors and the topics that it shares, as they are called."""

    paper: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]


class _Lines:
    """Where the papers of each term stand in the list."""

    def __init__(self, terms: _TermsByPaper, places: Mapping[str, int]) -> None:
        self._terms = terms
        every = {term.slug: term for each in terms.values() for term in each}
        self._lines = {slug: sorted(map(places.__getitem__, term.papers)) for slug, term in every.items()}

    def around(self, paper_id: str, place: int) -> Iterator[int]:
        """The places of those next to a paper that share a term with it, and its own."""
        for term in self._terms.get(paper_id, ()):
            line = self._lines[term.slug]
            at = bisect_left(line, place)
            yield from line[max(0, at - _AROUND) : at + _AROUND + 1]

    def shared(self, paper_id: str, other: str) -> tuple[str, ...]:
        """What two papers share, in the order of the first."""
        there = {term.slug for term in self._terms.get(other, ())}
        return tuple([term.label for term in self._terms.get(paper_id, ()) if term.slug in there])


def find_further(
    ordered: Sequence[Paper],
    related: Mapping[str, Sequence[Related]],
    *,
    authors: _TermsByPaper,
    topics: _TermsByPaper,
    works: Mapping[str, str],
) -> dict[str, tuple[Further, ...]]:
    """For each paper with fewer than six related ones as many others as are missing, or as there are.

    Those that share most authors come first, then most topics, then those nearest in the list. Of papers that are one
    work (`works` has its name) there is one in both lists together, and none that is the paper itself.
    """
    places = {paper.id: place for place, paper in enumerate(ordered)}
    lines = _Lines(authors, places), _Lines(topics, places)
    found = {}
    for paper in ordered:
        missing = MOST_RELATED - len(related[paper.id])
        if missing > 0:
            seen = {works.get(each, each) for each in (paper.id, *[near.paper for near in related[paper.id]])}
            found[paper.id] = tuple(_first(_nearest_first(ordered, places[paper.id], lines), missing, seen, works))
    return found


def _nearest_first(ordered: Sequence[Paper], place: int, lines: tuple[_Lines, _Lines]) -> Iterator[Further]:
    paper_id = ordered[place].id
    around = {other for line in lines for other in line.around(paper_id, place)} - {place}
    ranked = []
    for other in around:
        authors, topics = (line.shared(paper_id, ordered[other].id) for line in lines)
        ranked.append((-len(authors), -len(topics), abs(other - place), other, authors, topics))
    for _, _, _, other, authors, topics in sorted(ranked):
        yield Further(paper=ordered[other].id, authors=authors, topics=topics)


def _first(further: Iterator[Further], most: int, seen: set[str], works: Mapping[str, str]) -> Iterator[Further]:
    for each in further:
        work = works.get(each.paper, each.paper)
        if work not in seen:
            seen.add(work)
            yield each
            most -= 1
            if not most:
                return

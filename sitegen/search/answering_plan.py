"""One clause of a query in terms of the index: which terms it stands for, and which papers meet it.

`static/search-plan.js` holds the same rules for the browser.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.search.numbers import utf16_order
from sitegen.search.query import Clause
from sitegen.search.reader_patterns import expand
from sitegen.search.reader_terms import TermIndex
from sitegen.words.text import STOP_WORDS, has_unspaced, query_terms, term_of, together

MOST_SHARDS = 12  # files that the beginning of a word may take
LARGE = 2000  # papers from which on one or two letters are too little of a word
MOST_WORDS = 400  # terms that a pattern or a beginning stands for

# Endings of words that a stem lacks: `generaliza` has to find `gener`, the stem of `generalization`.
ENDINGS = (
    "ability able ably al alities ality alization alize alized alizes alizing ally ance ances ant ate ated ates ating "
    "ation ational ations ative atively ator ators e ed ement ements ence ences ent er ers es ful fully fulness "
    "ibility ible ic ical ically ied ies ing ings ion ional ions ism isms ist ists ities ity ive ively iveness ivity "
    "ization izations ize ized izer izers izes izing ly ment ments ness or ors ous ously ousness s y"
).split()

_DOUBLED = re.compile(r"([^aeiouylsz])\1\Z")
_ONE_OR_TWO_LETTERS = re.compile("[a-z]{1,2}")
_BEGINNING = re.compile(r"([^*]+)\*")
_PIECES = re.compile("[-']")

# Alternatives, each a list of needs, each a list of terms of which any will do; the first was typed.
Ways = list[list[list[str]]]


@dataclass(slots=True, kw_only=True)
class Plan:
    """A clause with its terms in the order in which they are needed, and those that were typed in full.

    `papers` has for each paper that may meet the clause the fields (as bits) in which it may; reading the texts of
    phrases takes papers out of it. `is_short` says that it is too little of a word to be taken as the beginning of one;
    `wide` are patterns that stand for more words than are looked for, each with the number of these.
    """

    clause: Clause
    terms: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    papers: dict[int, int] = field(default_factory=dict)
    is_short: bool = False
    wide: list[tuple[str, int]] = field(default_factory=list)

    @property
    def is_phrase(self) -> bool:
        """Whether it is of words that have to stand together."""
        return self.clause.phrase and len(self.clause.words) > 1


def plan_of(index: TermIndex, clause: Clause) -> Plan:
    """The plan of a clause. Raises SearchFileError where a file that it needs is not what it has to be."""
    plan = Plan(clause=clause)
    fields = range(len(index.fields)) if clause.field is None else [index.fields.index(clause.field)]
    if clause.wildcard and clause.words[0] == "*":
        plan.papers = dict.fromkeys(range(index.count), 1)
        return plan
    ways = [_alternatives(index, plan, word) for word in clause.words]
    needs = [terms for way in ways for alternative in way for terms in alternative]
    plan.exact = frozenset(terms[0] for terms in needs if terms)
    plan.terms = tuple(filter(index.has, dict.fromkeys(term for terms in needs for term in terms)))
    plan.papers = _phrase_fields(index, plan, ways, fields) if plan.is_phrase else _meeting_all(index, ways, fields)
    return plan


def completions(word: str) -> list[str]:
    """The stems of words of which more is typed than their stems hold."""
    # `grokk`: the stem of `grokking` has lost the doubled letter already.
    doubled = [term_of(word + "ing")] if _DOUBLED.search(word) else []
    return list(dict.fromkeys([*doubled, *_completed(word)]))


def _completed(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        for have in range(1, len(ending)):
            if len(word) > have + 1 and word.endswith(ending[:have]):
                yield term_of(word + ending[have:])


def _commonest(index: TermIndex, terms: list[str]) -> list[str]:
    """The terms that stand in most papers, of equals the first; all of them where they are not too many."""
    if len(terms) <= MOST_WORDS:
        return terms
    wanted = set(terms)
    counts = {entry.term: entry.documents for entry in index.vocabulary() if entry.term in wanted}
    return sorted(terms, key=lambda term: (-counts[term], utf16_order(term)))[:MOST_WORDS]


def _growth(index: TermIndex, beginning: str) -> list[str] | None:
    """The terms of all words that begin so; None where the browser would have too many to load."""
    if index.count > LARGE and _ONE_OR_TWO_LETTERS.fullmatch(beginning):
        return None
    if index.shards_of(beginning) > MOST_SHARDS:
        return None
    begun = list(index.starting(beginning))
    return _commonest(index, list(dict.fromkeys([*begun, *filter(index.has, completions(beginning))])))


def _pattern_terms(index: TermIndex, plan: Plan, pattern: str, edits: int = 0) -> list[str]:
    """The terms that a pattern stands for, or that are near to a word; the plan says where they had to be cut."""
    begins = None if edits else _BEGINNING.fullmatch(pattern)
    terms = list(index.starting(begins[1])) if begins else expand(index, pattern, edits)
    if len(terms) > MOST_WORDS:
        plan.wide.append((pattern, len(terms)))
    return _commonest(index, terms)


def _grown(index: TermIndex, plan: Plan, needs: list[list[str]], piece: str) -> list[list[str]]:
    """A word that is being typed stands for all that begins so, where that is not too much."""
    last = needs[-1]
    grown = _growth(index, last[0] if has_unspaced(piece) else piece)
    if grown is None:
        plan.is_short = True
        return needs
    return [*needs[:-1], list(dict.fromkeys([*last, *grown]))]


def _alternatives(index: TermIndex, plan: Plan, word: str) -> Ways:
    """How a word can be met."""
    clause = plan.clause
    if clause.wildcard:
        return [[_pattern_terms(index, plan, word)]]
    alternatives = [[[term] for term in terms] for terms in query_terms(word)]
    if clause.edits and len(alternatives[0]) == 1:
        return [[_pattern_terms(index, plan, alternatives[0][0][0], clause.edits)]]
    ways = []
    for number, needs in enumerate(alternatives):
        last = needs[-1][0]
        if clause.open:
            piece = _PIECES.split(word)[-1] if number or len(needs) > 1 else together(word) or word
            ways.append(_grown(index, plan, needs, piece))
        elif has_unspaced(last) and len(last) == 1:
            # One character of a run without spaces stands in the index with its neighbour.
            ways.append(_grown(index, plan, needs, last))
        else:
            ways.append(needs)
    return ways


def _papers_with(index: TermIndex, terms: Iterable[str], fields: Iterable[int]) -> set[int]:
    """The papers that hold any of the terms, in one of the fields."""
    found: set[int] = set()
    for record in filter(None, map(index.find, terms)):
        for place in fields:
            if weights := record.fields[place]:
                found.update(weights.documents)
    return found


def _papers_meeting(index: TermIndex, way: Ways, fields: Sequence[int]) -> set[int]:
    """The papers that meet one of the alternatives."""
    return {paper for needs in way for paper in _common([_papers_with(index, terms, fields) for terms in needs])}


def _meeting_all(index: TermIndex, ways: Iterable[Ways], fields: Sequence[int]) -> dict[int, int]:
    return dict.fromkeys(_common([_papers_meeting(index, way, fields) for way in ways]), 1)


def _common(sets: Sequence[set[int]]) -> set[int]:
    return sets[0].intersection(*sets[1:])


def _phrase_fields(index: TermIndex, plan: Plan, ways: Sequence[Ways], fields: Iterable[int]) -> dict[int, int]:
    """For each paper the fields that hold all words of a phrase.

    Abstracts hold no stop words: they are left to the reading of the text.
    """
    words = plan.clause.words
    is_untold = all(word in STOP_WORDS for word in words)
    told = [way for word, way in zip(words, ways, strict=True) if is_untold or word not in STOP_WORDS]
    bits: dict[int, int] = {}
    for place in fields:
        for document in _meeting_all(index, told, [place]):
            bits[document] = bits.get(document, 0) | 1 << place
    return bits

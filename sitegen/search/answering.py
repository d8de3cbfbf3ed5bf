"""What is typed → which papers are found, in what order: the same as on the site's own search page.

lunr gives the scores; which papers match is decided here. `static/search-found.js` holds the same rules for the
browser. The command line asks a finished query; only where nothing has its last word as it stands, that is taken as the
beginning of one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sitegen.search.answering_meant import suggestion
from sitegen.search.answering_phrases import read_phrases
from sitegen.search.answering_plan import MOST_WORDS, Plan, plan_of
from sitegen.search.lunr_scores import LunrClause, Scores, lunr_scores
from sitegen.search.query import SPACE, Clause, Role, parse
from sitegen.search.reader import SearchFiles
from sitegen.search.reader_store import Store
from sitegen.search.reader_terms import TermIndex

EXACT_BOOST = 16  # of a word as typed so far, beside all that begins like it: more than rarity can make up for


class Kind(Enum):
    """How an answer came about: nothing is asked, papers have all that is needed, some of it, or there are none."""

    EMPTY = "empty"
    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper by its number, with its score."""

    document: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All hits, best first; `others` have some of the words only; `remarks` are sentences.

    `suggestion` is what may have been meant, where words that were typed are nowhere.
    """

    kind: Kind
    hits: tuple[Hit, ...] = ()
    others: int = 0
    remarks: tuple[str, ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A site's search: its index, and what it shows of papers."""

    index: TermIndex
    store: Store


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The papers that meet every needed clause, and those that meet any; how many each meets, and the scores."""

    plans: tuple[Plan, ...]
    met: Mapping[int, int]
    all: tuple[int, ...]
    some: tuple[int, ...]
    scores: Scores
    read: int
    unread: int

    def order(self, document: int) -> tuple[int, float, int]:
        """Hits go by how many of the needed clauses they meet, by score, by number."""
        return (-self.met.get(document, 0), -self.scores.get(document, 0.0), document)


def open_search(files: SearchFiles) -> Search:
    """The search of a site's files."""
    return Search(index=TermIndex(files), store=Store(files))


def answer(search: Search, typed: str, *, some: bool = False, allows: Callable[[int], bool] | None = None) -> Answer:
    """The papers that `typed` finds, best first, of those that `allows` lets through.

    `some` asks for papers that have some of the words though others have all. Raises SearchFileError where a file that
    is needed is not what it has to be.
    """
    parsed = parse(typed)
    if not parsed.clauses:
        return Answer(kind=Kind.EMPTY, remarks=parsed.remarks)
    found = _find_typed(search, typed, parsed.clauses, some=some)
    takes_some = some or not found.all
    every = sorted(filter(allows, found.all) if allows else found.all, key=found.order)
    rest = sorted(filter(allows, found.some) if allows else found.some, key=found.order)
    listed = [*every, *rest] if takes_some else every
    return Answer(
        kind=Kind.NONE if not listed else Kind.SOME if takes_some and rest else Kind.ALL,
        hits=tuple(Hit(document, found.scores.get(document, 0.0)) for document in listed),
        others=0 if takes_some else len(rest),
        remarks=(*parsed.remarks, *_remarks(found)),
        suggestion=suggestion(search.index, typed, found.plans, lambda text, any_: _finds(search, text, some=any_)),
    )


def _find_typed(search: Search, typed: str, clauses: Sequence[Clause], *, some: bool) -> _Found:
    found = _find(search, clauses, some=some)
    if found.all:
        return found
    # Nothing has the last word as it stands: it may be the beginning of one.
    grown = parse(typed.rstrip(SPACE), typing=True).clauses
    if not grown[-1].open:
        return found
    more = _find(search, grown, some=some)
    return more if more.all else found


def _finds(search: Search, typed: str, *, some: bool) -> bool:
    found = _find(search, parse(typed).clauses, some=some)
    return bool(found.all or (some and found.some))


def _find(search: Search, clauses: Iterable[Clause], *, some: bool) -> _Found:
    plans = tuple(plan_of(search.index, clause) for clause in clauses)
    scores = _scores(search.index, plans)
    return _Reading(search, plans, scores).found(some=some)


def _scores(index: TermIndex, plans: Iterable[Plan]) -> Scores:
    clauses = [clause for plan in plans for clause in _weighted(plan, index.fields)]
    return lunr_scores(index, clauses) if clauses else {}


def _weighted(plan: Plan, fields: tuple[str, ...]) -> list[LunrClause]:
    """The terms of a plan with their boosts, in the order of the query."""
    clause = plan.clause
    if clause.role is Role.NOT:
        return []
    looked_in = (clause.field,) if clause.field else fields
    boosts = [clause.boost * (EXACT_BOOST if clause.open and term in plan.exact else 1) for term in plan.terms]
    return [
        LunrClause(terms=(term,), fields=looked_in, boost=boost) for term, boost in zip(plan.terms, boosts, strict=True)
    ]


class _Reading:
    """The papers of all clauses together; the texts of the best are read for phrases, first of those that have all."""

    def __init__(self, search: Search, plans: tuple[Plan, ...], scores: Scores) -> None:
        self._search = search
        self._plans = plans
        self._scores = scores
        self._needs = [plan for plan in plans if plan.clause.role is Role.NEED]
        self._told = [plan for plan in plans if plan.is_phrase and plan.clause.role is not Role.WANT]
        nots = [plan for plan in plans if plan.clause.role is Role.NOT]
        self._phrase_nots = [plan for plan in nots if plan.is_phrase]
        self._out = {document for plan in nots if not plan.is_phrase for document in plan.papers}
        self._read = self._unread = 0

    def found(self, *, some: bool) -> _Found:
        """What is found; without `some`, papers that lack something are not read where others have all."""
        if self._told:
            hoped = self._tally(self._out)
            self._check(hoped, hoped.all)
            if some or not self._tally(self._all_out()).all:
                self._check(hoped, hoped.some)
            else:
                self._leave_unread(set(hoped.all))
        return self._tally(self._all_out())

    def _all_out(self) -> set[int]:
        return self._out.union(*(plan.papers for plan in self._phrase_nots))

    def _tally(self, out: set[int]) -> _Found:
        needed, met = len(self._needs), dict[int, int]()
        for plan in self._needs:
            for document in plan.papers:
                met[document] = met.get(document, 0) + 1
        candidates = met if needed else range(self._search.index.count)
        return _Found(
            plans=self._plans,
            met=met,
            all=tuple(each for each in candidates if each not in out and met.get(each, 0) == needed),
            some=tuple(each for each, count in met.items() if each not in out and count < needed),
            scores=self._scores,
            read=self._read,
            unread=self._unread,
        )

    def _check(self, hoped: _Found, documents: Iterable[int]) -> None:
        sought = [each for each in documents if any(each in plan.papers for plan in self._told)]
        sought.sort(key=hoped.order)
        read = read_phrases(self._search.store, self._search.index.fields, self._told, sought, self._read)
        self._read += read
        self._unread += len(sought) - read
        self._out.update(sought[read:])

    def _leave_unread(self, every: set[int]) -> None:
        # What was not read has no phrase.
        for plan in self._needs:
            if plan.is_phrase:
                plan.papers = {document: bits for document, bits in plan.papers.items() if document in every}


def _remarks(found: _Found) -> list[str]:
    remarks = [
        f"“{pattern}” stands for {words:,} words: only the {MOST_WORDS} commonest were looked for."
        for plan in found.plans
        for pattern, words in plan.wide
    ]
    if found.unread:
        papers = f"{found.read:,} best of {found.read + found.unread:,} papers that have them"
        remarks.append(f"Words in quotes were looked for together only in the {papers}.")
    if not found.all:
        short = [plan.clause.words[0] for plan in found.plans if plan.is_short]
        remarks += [f"Very many words begin with “{word}”: type more of it." for word in short]
    return remarks

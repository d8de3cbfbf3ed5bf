"""Which terms a pattern means, in lunr's order: a word with `*` for any letters, or one that may be misspelt.

lunr.py reads and walks the pattern. Its sets of terms are walked in the order of lunr.js: JavaScript lists the digits
among an object's keys before the others, and counts a character outside the basic plane as two.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lunr.query import Clause
from lunr.token_set import TokenSet

from sitegen.search.reader_terms import TermIndex

# The automaton of a word and five edits takes minutes.
MOST_EDITS = 4

_DIGITS = "0123456789"
_LAST_OF_ONE_UNIT = "\uffff"


class TooManyEditsError(ValueError):
    """More letters may differ than can be looked for."""

    def __init__(self) -> None:
        super().__init__(f"at most {MOST_EDITS} letters of a word may differ")


class TermSet(TokenSet):  # type: ignore[misc] # lunr.py states no types
    """Some terms, as lunr.py wants them, of which each pattern gives its own in the order of lunr.js."""

    def __init__(self, terms: Iterable[str]) -> None:
        super().__init__()
        for term in sorted(map(units_of, terms)):
            node: Any = self
            for char in term:
                if char not in node.edges:
                    node.edges[char] = TokenSet()
                node = node.edges[char]
            node.final = True
        _digits_first(self)

    def intersect(self, other: Any) -> Any:
        """The terms that the pattern `other` holds; `to_list` of them gives them in lunr's order."""
        return _Found(_digits_first(super().intersect(_digits_first(other))))


class _Found:
    """What an intersection found, with its terms in characters."""

    def __init__(self, found: Any) -> None:
        self._found = found

    def to_list(self) -> list[str]:
        """The terms in lunr's order."""
        words: list[str] = self._found.to_list()
        return [text_of(word) for word in words]


def expand(index: TermIndex, pattern: str, edits: int = 0) -> list[str]:
    """The terms that a pattern with `*` stands for, or that differ from it by at most `edits` letters, in lunr's order.

    Without either it is the term itself, if it stands anywhere. Raises TooManyEditsError.
    """
    if edits > MOST_EDITS:
        raise TooManyEditsError
    if not edits and "*" not in pattern:
        return [pattern] if index.has(pattern) else []
    asked = TokenSet.from_clause(Clause(units_of(pattern), edit_distance=edits))
    among = index.starting("" if edits else pattern[: pattern.index("*")])
    found: _Found = TermSet(_matching(map(units_of, among), asked)).intersect(asked)
    return found.to_list()


def units_of(term: str) -> str:
    """A term as a row of UTF-16 code units."""
    if term <= _LAST_OF_ONE_UNIT and (term.isascii() or all(char <= _LAST_OF_ONE_UNIT for char in term)):
        return term
    data = term.encode("utf-16-be", "surrogatepass")
    return "".join(chr(high << 8 | low) for high, low in zip(data[::2], data[1::2], strict=True))


def text_of(units: str) -> str:
    """The term of a row of code units."""
    return units if units.isascii() else units.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")


class _State:
    """Where a pattern may be after some letters; the state after a further one is made when it is asked for."""

    def __init__(self, nodes: Sequence[Any]) -> None:
        self.nodes = nodes
        self.is_final = any(node.final for node in nodes)
        self._next: dict[str, _State] = {}

    def after(self, char: str) -> "_State":
        """The state after one more letter; it has no nodes where the pattern allows none."""
        if char not in self._next:
            ways = (node.edges.get(edge) for node in self.nodes for edge in (char, "*"))
            self._next[char] = _State(tuple({id(node): node for node in ways if node is not None}.values()))
        return self._next[char]


def _matching(terms: Iterable[str], asked: Any) -> Iterator[str]:
    """The terms that a pattern holds, of sorted ones; those that begin as one that it cannot hold are passed over."""
    start, lost = _State((asked,)), None
    for term in terms:
        if lost is not None and term.startswith(lost):
            continue
        state, lost = start, None
        for at, char in enumerate(term, start=1):
            state = state.after(char)
            if not state.nodes:
                lost = term[:at]
                break
        if state.is_final:
            yield term


def _digits_first(root: Any) -> Any:
    """Puts the edges of all nodes into the order in which JavaScript lists an object's keys."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        node = waiting.pop()
        digits: Sequence[str] = [digit for digit in _DIGITS if digit in node.edges]
        if digits:
            node.edges = {edge: node.edges[edge] for edge in (*digits, *(e for e in node.edges if e not in _DIGITS))}
        for below in node.edges.values():
            if id(below) not in seen:
                seen.add(id(below))
                waiting.append(below)
    return root

"""The order of an index, its letters and its pages."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.text import fold_words
from sitegen.site.pagination import split_pages
from sitegen.taxonomy.taxonomies import sort_name
from sitegen.taxonomy.terms import Taxonomy, Term

# Names on one page of an index, and from how many on they are divided by letters.
INDEX_PAGE = 2000
LETTERS_FROM = 60
# From how many names on an index can be had by size as well: fewer are compared at a glance.
SIZES_FROM = 8

_OWN_ORDER = {TaxonomyKind.TOPICS, TaxonomyKind.DUMPS}
_UNDIVIDED = {*_OWN_ORDER, TaxonomyKind.YEARS}
_OTHER = "Other"
DIGITS = "0–9"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSlice:
    """The terms of one page of an index, as (section, place in the taxonomy), and where each section begins."""

    kind: TaxonomyKind
    by_size: bool
    page: int
    pages: int
    entries: tuple[tuple[str, int], ...]
    sections: tuple[tuple[str, int, int], ...]


def index_slices(taxonomy: Taxonomy, dump_order: Sequence[str] = ()) -> Iterator[IndexSlice]:
    """Divide an index into pages, first in its own order, then by size if it is long; dumps stand last saved first.

    `sections` of each slice holds (label, number of terms, page where it begins) of the whole index.
    """
    entries = _own_order(taxonomy)
    if taxonomy.kind is TaxonomyKind.DUMPS:
        saved = {name: place for place, name in enumerate(dump_order)}
        entries.sort(key=lambda entry: -saved.get(taxonomy.terms[entry[1]].label, -1))
    yield from _slices(taxonomy.kind, entries, by_size=False)
    if not has_sizes(taxonomy):
        return
    largest_first = sorted(entries, key=lambda entry: -len(taxonomy.terms[entry[1]].papers))
    yield from _slices(taxonomy.kind, [("", place) for _, place in largest_first], by_size=True)


def has_sizes(taxonomy: Taxonomy) -> bool:
    """Whether the index can also be had by number of papers."""
    return len(taxonomy.terms) >= SIZES_FROM


def _slices(kind: TaxonomyKind, entries: Sequence[tuple[str, int]], *, by_size: bool) -> Iterator[IndexSlice]:
    starts: dict[str, tuple[int, int]] = {}
    for place, (label, _) in enumerate(entries):
        count, page = starts.get(label, (0, place // INDEX_PAGE + 1))
        starts[label] = (count + 1, page)
    sections = tuple((label, count, page) for label, (count, page) in starts.items())
    for page, pages, part in split_pages(entries, INDEX_PAGE):
        yield IndexSlice(kind=kind, by_size=by_size, page=page, pages=pages, entries=tuple(part), sections=sections)


def _own_order(taxonomy: Taxonomy) -> list[tuple[str, int]]:
    key = _sort_key(taxonomy.kind)
    keys = [key(term) for term in taxonomy.terms]
    divided = len(keys) >= LETTERS_FROM and taxonomy.kind not in _UNDIVIDED
    letters = [_letter(key) if divided else "" for key in keys]
    places = sorted(
        range(len(keys)), key=lambda place: (_rank(letters[place]), keys[place], taxonomy.terms[place].slug)
    )
    if taxonomy.kind is TaxonomyKind.YEARS:
        places.reverse()
    return [(letters[place], place) for place in places]


def _rank(letter: str) -> tuple[int, str]:
    """Digits before letters, other scripts after them, so that each section stands once."""
    return (0 if letter == DIGITS else 2 if letter == _OTHER else 1, letter)


SortKey = tuple[str | int, ...]


def _sort_key(kind: TaxonomyKind) -> Callable[[Term], SortKey]:
    if kind in _OWN_ORDER:
        return lambda term: (term.number, *fold_words(term.label))
    if kind is TaxonomyKind.AUTHORS:
        return lambda term: (sort_name(term.label) or term.label,)
    return lambda term: fold_words(term.label) or (term.label,)


def _letter(key: SortKey) -> str:
    text = next((part for part in key if isinstance(part, str) and part), "")
    first = unicodedata.normalize("NFKD", text)[:1].upper()
    if first.isdigit():
        return DIGITS
    return first if "A" <= first <= "Z" else _OTHER

"""The column of authors: who wrote which papers, those with the most papers first.

Authors are numbered by falling number of papers, then by name. So whoever counts the authors of some papers can stop at
the first tier in which nobody has as many papers in all as those have that were found already: the long tail of authors
of one paper is hardly ever loaded. For a few papers their own authors are at hand as well, paper by paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.search.numbers import front_coded, numbers_text
from sitegen.search.parts import Part
from sitegen.search.store_facts import lines_text, plain_slug, steps
from sitegen.site.lookups import Lookups
from sitegen.taxonomy.terms import Term

# Characters of postings in a tier; names, slugs and papers in a part of theirs.
TIER = 96_000
NAMES = 512
SLUGS = 2048
WRITERS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A name with its papers as rising document numbers, and these as the steps between them, less one."""

    term: Term
    documents: tuple[int, ...]
    steps: str


def author_parts(
    lookups: Lookups, ids: Sequence[str], *, tier_size: int = TIER, writers: int = WRITERS
) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The entry for the manifest and the parts, for papers with these ids in the order of their numbers.

    - `authors…`, the tiers, each of some `tier_size` characters: two texts, runs of authors with equally many papers
      (number of papers, number of authors), and the steps of all authors.
    - `names…`: two texts of lines, the names, and the slugs, each empty where `plain_slug` of the name gives it.
    - `slugs…`: two texts, the slugs in order, front-coded, and the numbers of their authors.
    - `writers…`, where there is more than one tier: two texts, how many authors each paper has, and the authors of all,
      of each paper as rising numbers: the first, and the steps between them, less one.

    Entry: `count` (of authors), `tiers` (for each the number of authors and the most papers of any), `names` and
    `writers` (how many authors and papers a part holds), `first` (the first slug of each part, front-coded).
    """
    authors = _authors(lookups, ids)
    tiers = tuple(_tiers(authors, tier_size))
    slugs = sorted((author.term.slug, number) for number, author in enumerate(authors))
    entry = {
        "count": len(authors),
        "tiers": numbers_text(chain.from_iterable((len(tier), len(tier[0].documents)) for tier in tiers)),
        "names": NAMES,
        "writers": writers,
        "first": front_coded(slug for slug, _ in slugs[::SLUGS]),
    }
    by_paper = _writers(authors, len(ids), writers) if len(tiers) > 1 else ()
    return entry, (*map(_tier_part, range(len(tiers)), tiers), *_names(authors), *_slugs(slugs), *by_paper)


def _authors(lookups: Lookups, ids: Sequence[str]) -> Sequence[Author]:
    authors = lookups.taxonomies.get(TaxonomyKind.AUTHORS)
    numbers = {paper_id: number for number, paper_id in enumerate(ids)}
    found = [_author(term, numbers) for term in (authors.terms if authors else ())]
    named = [author for author in found if author.documents]
    return sorted(named, key=lambda each: (-len(each.documents), each.term.label, each.term.slug))


def _author(term: Term, numbers: Mapping[str, int]) -> Author:
    documents = tuple(sorted(numbers[paper_id] for paper_id in term.papers if paper_id in numbers))
    return Author(term=term, documents=documents, steps=numbers_text(steps(documents)))


def _tiers(authors: Iterable[Author], most: int) -> Iterator[Sequence[Author]]:
    tier: list[Author] = []
    size = 0
    for author in authors:
        if tier and size + len(author.steps) > most:
            yield tier
            tier, size = [], 0
        tier.append(author)
        size += len(author.steps)
    if tier:
        yield tier


def _tier_part(number: int, tier: Sequence[Author]) -> Part:
    runs = ((papers, sum(1 for _ in run)) for papers, run in groupby(tier, key=lambda each: len(each.documents)))
    return Part(f"authors{number}", (numbers_text(chain.from_iterable(runs)), "".join(each.steps for each in tier)))


def _names(authors: Sequence[Author]) -> Iterator[Part]:
    for number, at in enumerate(range(0, len(authors), NAMES)):
        terms = [author.term for author in authors[at : at + NAMES]]
        slugs = ("" if term.slug == plain_slug(term.label) else term.slug for term in terms)
        yield Part(f"names{number}", (lines_text(term.label for term in terms), lines_text(slugs)))


def _slugs(slugs: Sequence[tuple[str, int]]) -> Iterator[Part]:
    for number, at in enumerate(range(0, len(slugs), SLUGS)):
        part = slugs[at : at + SLUGS]
        yield Part(f"slugs{number}", (front_coded(slug for slug, _ in part), numbers_text(place for _, place in part)))


def _writers(authors: Sequence[Author], count: int, size: int) -> Iterator[Part]:
    writers: list[list[int]] = [[] for _ in range(count)]
    for number, author in enumerate(authors):
        for document in author.documents:
            writers[document].append(number)
    for number, at in enumerate(range(0, count, size)):
        part = writers[at : at + size]
        yield Part(
            f"writers{number}", (numbers_text(map(len, part)), numbers_text(chain.from_iterable(map(steps, part))))
        )

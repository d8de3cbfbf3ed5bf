"""Columns of names: who wrote which papers and where they come from, those with the most papers first.

Authors, organizations, subjects and dumps each have a column of this form. Terms are numbered by falling number of
papers, then by name. So whoever counts the terms of some papers can stop at the first tier in which nobody has as many
papers in all as those have that were found already: the long tail of names with one paper is hardly ever loaded. For a
few papers their own names are at hand as well, paper by paper. The reader is `static/search-names.js`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.model.cutting import pieces_of
from sitegen.search.numbers import front_coded, numbers_text
from sitegen.search.parts import Part
from sitegen.search.store_facts import lines_text, plain_slug, steps
from sitegen.site.lookups import Lookups
from sitegen.taxonomy.terms import Term

# The kinds that have such a column. Topics have one of their own, and years are numbers.
NAMED_KINDS = (TaxonomyKind.AUTHORS, TaxonomyKind.ORGANIZATIONS, TaxonomyKind.SUBJECTS, TaxonomyKind.DUMPS)

# Characters of postings in a tier; names, slugs and papers in a part of theirs.
TIER = 96_000
NAMES = 512
SLUGS = 2048
WRITERS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A term with its papers as rising document numbers, and these as the steps between them, less one."""

    term: Term
    documents: tuple[int, ...]
    steps: str


def name_parts(
    lookups: Lookups, kind: TaxonomyKind, ids: Sequence[str], *, tier_size: int = TIER, writers: int = WRITERS
) -> tuple[dict[str, Any] | None, tuple[Part, ...]]:
    """The entry of a kind for the manifest and its parts, for papers with these ids in the order of their numbers.

    Names of parts begin with the kind; of authors there are:

    - `authors…`, the tiers, each of some `tier_size` characters: two texts, runs of names with equally many papers
      (number of papers, number of names), and the steps of all names.
    - `authors-names…`: two texts of lines, the names, and the slugs, empty where `plain_slug` of the name is it.
    - `authors-slugs…`: two texts, the slugs in order, front-coded, and the numbers of their names.
    - `authors-papers…`, where there is more than one tier: two texts, how many names each paper has, and the names of
      all, of each paper as rising numbers: the first, and the steps between them, less one.

    Entry: `count` (of names), `tiers` (for each the number of names and the most papers of any), `names` and
    `papers` (how many names and papers a part holds), `first` (the first slug of each part, front-coded). It is None
    where the site has no term of the kind with papers.
    """
    terms = _names(lookups, kind, ids)
    if not terms:
        return None, ()
    tiers = tuple(_tiers(terms, tier_size))
    slugs = sorted((each.term.slug, number) for number, each in enumerate(terms))
    entry = {
        "count": len(terms),
        "tiers": numbers_text(chain.from_iterable((len(tier), len(tier[0].documents)) for tier in tiers)),
        "names": NAMES,
        "papers": writers,
        "first": front_coded(slug for slug, _ in slugs[::SLUGS]),
    }
    by_paper = _by_paper(kind, terms, len(ids), writers) if len(tiers) > 1 else ()
    tier_parts = (_tier_part(f"{kind}{number}", tier) for number, tier in enumerate(tiers))
    return entry, (*tier_parts, *_name_parts(kind, terms), *_slug_parts(kind, slugs), *by_paper)


def _names(lookups: Lookups, kind: TaxonomyKind, ids: Sequence[str]) -> Sequence[Name]:
    taxonomy = lookups.taxonomies.get(kind)
    numbers = {paper_id: number for number, paper_id in enumerate(ids)}
    found = [_name(term, numbers) for term in (taxonomy.terms if taxonomy else ())]
    named = [name for name in found if name.documents]
    return sorted(named, key=lambda each: (-len(each.documents), each.term.label, each.term.slug))


def _name(term: Term, numbers: Mapping[str, int]) -> Name:
    documents = tuple(sorted(numbers[paper_id] for paper_id in term.papers if paper_id in numbers))
    return Name(term=term, documents=documents, steps=numbers_text(steps(documents)))


def _tiers(names: Iterable[Name], most: int) -> Iterator[Sequence[Name]]:
    tier: list[Name] = []
    size = 0
    for name in names:
        if tier and size + len(name.steps) > most:
            yield tier
            tier, size = [], 0
        tier.append(name)
        size += len(name.steps)
    if tier:
        yield tier


def _tier_part(part: str, tier: Sequence[Name]) -> Part:
    runs = ((papers, sum(1 for _ in run)) for papers, run in groupby(tier, key=lambda each: len(each.documents)))
    return Part(part, (numbers_text(chain.from_iterable(runs)), "".join(each.steps for each in tier)))


def _name_parts(kind: TaxonomyKind, names: Sequence[Name]) -> Iterator[Part]:
    for number, part in enumerate(pieces_of(names, NAMES)):
        terms = [name.term for name in part]
        slugs = ("" if term.slug == plain_slug(term.label) else term.slug for term in terms)
        yield Part(f"{kind}-names{number}", (lines_text(term.label for term in terms), lines_text(slugs)))


def _slug_parts(kind: TaxonomyKind, slugs: Sequence[tuple[str, int]]) -> Iterator[Part]:
    for number, part in enumerate(pieces_of(slugs, SLUGS)):
        texts = (front_coded(slug for slug, _ in part), numbers_text(place for _, place in part))
        yield Part(f"{kind}-slugs{number}", texts)


def _by_paper(kind: TaxonomyKind, names: Sequence[Name], count: int, size: int) -> Iterator[Part]:
    papers: list[list[int]] = [[] for _ in range(count)]
    for number, name in enumerate(names):
        for document in name.documents:
            papers[document].append(number)
    for number, part in enumerate(pieces_of(papers, size)):
        texts = (numbers_text(map(len, part)), numbers_text(chain.from_iterable(map(steps, part))))
        yield Part(f"{kind}-papers{number}", texts)

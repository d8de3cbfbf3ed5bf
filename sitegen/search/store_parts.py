"""What hits show, kept apart from the index that finds them, in parts of papers that follow one another by number.

`h…` are the heads (`store_heads`), `b…` the texts: the abstracts and the notes, a line each, and `r…` the refs (ids), a
line each, which name hits that are not shown. The client's reader is `static/search-store.js`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.model.cutting import pieces_of
from sitegen.model.paper import Paper
from sitegen.search.documents import Document
from sitegen.search.parts import Part
from sitegen.search.store_facts import lines_text, mark_table, newest_year, site_href, topic_table
from sitegen.search.store_heads import head_part
from sitegen.site.lookups import Lookups
from sitegen.site.urls import paper_path

# Ten hits lie in up to ten parts. In a small list these would be most of it, so one part holds all: larger texts also
# compress better.
FEW_PAPERS = 480
CARDS = 16
TEXTS = 8
REFS = 4096


def store_parts(lookups: Lookups, documents: Sequence[Document]) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The manifest's entries and the parts of the store, for documents in the order of their numbers.

    Entries: `topics` and `marks` (see `topic_table` and `mark_table`), `newest` (the newest year), `paper` (where a
    paper's page stands, with `*` for its ref), `cards`, `texts` and `refs` (how many papers a part of each kind holds).
    """
    table, places = topic_table(lookups)
    cards = [(document, lookups.papers[document.ref]) for document in documents]
    papers = [paper for _, paper in cards]
    topics = {paper.id: _topics(lookups, paper, places) for paper in papers}
    newest, size = newest_year(papers), cards_in_part(len(documents))
    heads = (
        head_part(number, part, topics=topics, newest=newest) for number, part in enumerate(pieces_of(cards, size))
    )
    entries = {
        "topics": table,
        "marks": mark_table(),
        "newest": newest,
        "paper": _paper_pattern(),
        "cards": size,
        "texts": TEXTS,
        "refs": REFS,
    }
    return entries, (*heads, *_texts(documents), *_refs(documents))


def cards_in_part(count: int) -> int:
    """How many heads a part holds, in a list of `count` papers."""
    return CARDS if count > FEW_PAPERS else FEW_PAPERS


def _paper_pattern() -> str:
    return site_href(paper_path("ref")).replace("ref", "*")


def _topics(lookups: Lookups, paper: Paper, places: Mapping[str, int]) -> tuple[int, ...]:
    """The most fitting first, as the row of any list has them."""
    order = {slug: place for place, slug in enumerate(paper.topics)}
    terms = lookups.terms_of(TaxonomyKind.TOPICS, paper)
    slugs = sorted((term.slug for term in terms), key=lambda slug: order.get(slug, len(order)))
    return tuple(places[slug] for slug in slugs)


def _texts(documents: Sequence[Document]) -> Iterator[Part]:
    for number, part in enumerate(pieces_of(documents, TEXTS)):
        yield Part(f"b{number}", (lines_text(each.abstract for each in part), lines_text(each.notes for each in part)))


def _refs(documents: Sequence[Document]) -> Iterator[Part]:
    for number, part in enumerate(pieces_of(documents, REFS)):
        yield Part(f"r{number}", (lines_text(each.ref for each in part),))

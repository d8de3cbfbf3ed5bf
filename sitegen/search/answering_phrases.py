"""Whether words stand together in what a paper's fields say. The index does not know; the texts are read.

`static/search-phrase.js` holds the same rules for the browser.
"""

import re
from collections.abc import Sequence

from sitegen.search.answering_plan import Plan
from sitegen.search.reader_store import Store
from sitegen.words.text import fold, has_unspaced, term_of, words

MOST_READ = 300  # papers whose texts are read for a query, best first

_HYPHENS = re.compile("[-']")


def read_phrases(
    store: Store, fields: Sequence[str], plans: Sequence[Plan], documents: Sequence[int], read: int
) -> int:
    """Reads the first of some papers, MOST_READ with the `read` ones before; gives how many it read.

    Those that have the words but not the phrase are taken out of the papers of the plans.
    """
    first = documents[: MOST_READ - read]
    for document in first:
        for plan in plans:
            if document in plan.papers and not _has_phrase(store, fields, plan, document):
                del plan.papers[document]
    return len(first)


def _has_phrase(store: Store, fields: Sequence[str], plan: Plan, document: int) -> bool:
    sought, bits = _pieces(plan.clause.words), plan.papers[document]
    return any(
        _stands(sought, shown)
        for place, name in enumerate(fields)
        if bits >> place & 1
        for shown in _shown(store, name, document)
    )


def _shown(store: Store, name: str, document: int) -> tuple[str, ...]:
    """What a field of a paper says, in texts that no phrase goes across."""
    if name == "abstract":
        return (store.text(document).abstract,)
    if name == "notes":
        return (store.text(document).note,)
    card = store.card(document)
    if name == "topics":
        return tuple(store.topic_labels[slug] for slug in card.topics)
    return {"title": (card.title,), "authors": card.authors, "organizations": card.organizations}[name]


def _stands(sought: Sequence[str], shown: str) -> bool:
    have = _pieces(words(fold(shown)))
    return any(have[start : start + len(sought)] == sought for start in range(len(have) - len(sought) + 1))


def _pieces(found: Sequence[str]) -> list[str]:
    """The pieces of words as they are compared: stems, and single characters where there are no spaces."""
    pieces: list[str] = []
    for word in found:
        for piece in _HYPHENS.split(word):
            pieces += list(piece) if has_unspaced(piece) else [term_of(piece)]
    return pieces

"""The number of a document: its place among all, by the length of its abstract and by its topics."""

import re

# JavaScript lists an object's keys with the array indexes first, in the order of their numbers.
_ARRAY_INDEX = re.compile("0|[1-9][0-9]{0,9}")
_MOST_ARRAY_INDEX = 2**32 - 2

OrderKey = tuple[int, int, str, str]


def document_order(ref: str, abstract_length: int, topics: str) -> OrderKey:
    """A key that sorts documents by the number of terms in the abstract, then by the text of their topics, then by ref.

    Neighbours have abstracts of one length, so that the index need not hold lengths one by one; and among them those of
    the same topics are together, so that a word of topics stands in runs of documents, which compress to a third. Refs
    that look like array indexes come first, by their numbers: lunr.js meets the documents of a term in this order,
    whatever the order in which they were added.
    """
    if _ARRAY_INDEX.fullmatch(ref) and int(ref) <= _MOST_ARRAY_INDEX:
        return (0, int(ref), "", ref)
    return (1, abstract_length, topics, ref)

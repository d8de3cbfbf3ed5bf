"""A lunr index in a fifth of the room: lunr's own form names each paper once for every word of it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lunr.index import Index

# lunr rounds weights to three decimals.
WEIGHT_UNIT = 1000


def pack_index(index: Index, refs: Sequence[str]) -> dict[str, Any]:
    """The index as JSON values from which `static/search-index.js` makes lunr's own again, to the last digit.

    `refs` are the papers' ids in the order of indexing and `terms` the terms by their number. `vectors` holds for each
    field a list for each paper: the numbers of its terms, rising, each as the step from the one before, and the weights
    in thousandths: `[step, weight, step, weight, …]`. lunr's inverted index follows from these.
    """
    terms = sorted(index.inverted_index, key=lambda term: int(index.inverted_index[term]["_index"]))
    return {
        "refs": list(refs),
        "terms": terms,
        "vectors": {
            field: [_packed_vector(index.field_vectors[f"{field}/{ref}"].elements) for ref in refs]
            for field in index.fields
        },
    }


def _packed_vector(elements: Sequence[float]) -> list[int]:
    numbers = [0, *(int(number) for number in elements[::2])]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    weights = [round(weight * WEIGHT_UNIT) for weight in elements[1::2]]
    return [value for pair in zip(steps, weights, strict=True) for value in pair]

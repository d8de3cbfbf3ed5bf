"""Queries drawn from the papers themselves, always the same ones for the same documents and seed."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from growth import LETTERS, words_of

FIELDS = ("title", "authors", "abstract")
_SHORTEST = 3
_PREFIX = (3, 5)
_FUZZY_WORD = 5
_RARE, _FREQUENT = 3, 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of some documents: for each in how many it stands, and for each document its words."""

    counts: Counter[str]
    documents: tuple[tuple[str, ...], ...]


def read_documents(path: Path) -> list[dict[str, Any]]:
    """The documents that `sitegen list --format documents` printed, without the line on the fields above them."""
    with path.open(encoding="utf-8") as lines:
        next(lines)
        return [json.loads(line) for line in lines]


def words_in(documents: Sequence[dict[str, Any]], fields: Sequence[str] = FIELDS) -> Words:
    """The plain words (letters only, three or more) of some fields of each document, in small letters, each once."""
    found = []
    for document in documents:
        words = (word.lower() for name in fields for word in words_of(document[name]))
        found.append(tuple(dict.fromkeys(word for word in words if len(word) >= _SHORTEST and word.isalpha())))
    return Words(counts=Counter(word for words in found for word in words), documents=tuple(found))


def one_word_queries(documents: Sequence[dict[str, Any]], number: int, seed: int) -> dict[str, list[str]]:
    """Words by how often they stand: drawn as printed from each field, and frequent, middle and rare ones alike.

    `frequent` are in one document of a hundred or more, `rare` in three or fewer; `most` has the commonest of all.
    """
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    groups: dict[str, list[str]] = {}
    for name in FIELDS:
        printed = [words for words in words_in(documents, [name]).documents if words]
        groups[name] = [chance.choice(chance.choice(printed)) for _ in range(number)]
    counts = words_in(documents).counts
    border = _FREQUENT * len(documents)
    classes = {
        "frequent": [word for word, count in counts.items() if count >= border],
        "middle": [word for word, count in counts.items() if _RARE < count < border],
        "rare": [word for word, count in counts.items() if count <= _RARE],
    }
    groups |= {name: chance.sample(words, min(number, len(words))) for name, words in classes.items()}
    groups["most"] = [word for word, _ in counts.most_common(20)]
    return groups


def timed_queries(documents: Sequence[dict[str, Any]], number: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """The classes of queries that are timed: one to five words of one paper, a prefix, and slips with `~1` and `~2`."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    documents_words = [words for words in words_in(documents).documents if len(words) >= _FUZZY_WORD]

    def drawn(length: int) -> str:
        return " ".join(chance.sample(chance.choice(documents_words), length))

    def long_word() -> str:
        while True:
            word = drawn(1)
            if len(word) >= _FUZZY_WORD:
                return word

    makers: dict[str, Callable[[], str]] = {
        **{_named(length): partial(drawn, length) for length in range(1, 6)},
        "prefix": lambda: long_word()[: chance.randint(*_PREFIX)] + "*",
        "fuzzy ~1": lambda: with_slip(long_word(), chance) + "~1",
        "fuzzy ~2": lambda: with_slip(with_slip(long_word(), chance), chance) + "~2",
    }
    for name, make in makers.items():
        yield name, [make() for _ in range(number)]


def _named(length: int) -> str:
    return "one word" if length == 1 else f"{length} words"


def with_slip(word: str, chance: random.Random) -> str:
    """The word with one letter wrong, but not the first."""
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(LETTERS) + word[at + 1 :]


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that so great a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

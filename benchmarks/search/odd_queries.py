"""Queries of every kind that lunr's language knows, made of the words of some documents.

Always the same ones for the same documents, number and seed. Words come as they are printed, with digits, hyphens and
accents, from every field; some are typed wrongly, some are in no document.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from growth import LETTERS

# They mean something in lunr's language.
_SIGNS = re.compile(r"[:~^*\\+\s]")
_FUZZY_WORD = 4
_UNKNOWN = "zq"
_MOST_WORDS = 5
_STRANGE = (
    "", " ", "+", "-", "*", "~1", "^2", "nofield:word", "title:", "+title:", "title:+word",
    "word~", "word^", "word~x", "a:b:c",
    "+&", "&", "-&", "+& +title:the", "the", "+the -of", "*~1", "the~0", "title:*", "\\", "\\:", "+ +", "- -", "word^0",
    "学", "+学习", "3.5", "c++", "c#", "+c++", "-c++ c#", "α", "naïve naive",
)  # fmt: skip


class QueryMaker:
    """Draws queries; `fields` are the names of the fields of `documents`."""

    def __init__(self, documents: Sequence[Mapping[str, str]], fields: Sequence[str], seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
        self._fields = fields
        self._texts = [[document[field] for field in fields if document[field].strip()] for document in documents]
        self._texts = [texts for texts in self._texts if texts] or [["word"]]
        self.kinds: dict[str, Callable[[], str]] = {
            "words": lambda: " ".join(self.words(self._chance.randint(1, _MOST_WORDS))),
            "fields": lambda: self._joined(self._in_field),
            "signs": lambda: self._joined(lambda word: self._chance.choice(("+", "-", "", "")) + word),
            "required": lambda: self._joined(lambda word: "+" + word),
            "negated": lambda: self._joined(lambda word: "-" + word),
            "prefixes": lambda: self._joined(self._prefix, most=2),
            "inner wildcards": lambda: self._joined(self._inner, most=2),
            "leading wildcards": lambda: self._joined(self._leading, most=2),
            "fuzzy 1": lambda: self._joined(lambda word: self._slip(word) + "~1", most=3),
            "fuzzy 2": lambda: self._joined(lambda word: self._slip(self._slip(word)) + "~2", most=2),
            "boosts": lambda: self._joined(lambda word: f"{word}^{self._chance.choice((0, 1, 2, 3, 10, 1000))}"),
            "typed wrongly": lambda: self._joined(self._slip),
            "unknown": lambda: self._joined(lambda word: self._chance.choice(("", "", "+", "-")) + _UNKNOWN + word),
            "twice": self._twice,
            "mixed": lambda: self._joined(self._mixed),
            "as printed": lambda: " ".join(self._chance.choice(self._text()).split()[:_MOST_WORDS]),
            "strange": lambda: self._chance.choice(_STRANGE),
        }

    def make(self, number: int) -> list[tuple[str, str]]:
        """So many pairs of a kind and a query, kinds taking turns."""
        names = list(self.kinds)
        return [(name, self.kinds[name]()) for name in (names[at % len(names)] for at in range(number))]

    def words(self, number: int) -> list[str]:
        """Words of one document, without the signs of the language, hyphens at their ends and dots."""
        chunks = [_SIGNS.sub("", chunk).strip("-.,;()") for text in self._text() for chunk in text.split()]
        return [self._chance.choice([chunk for chunk in chunks if chunk] or ["word"]) for _ in range(number)]

    def _text(self) -> list[str]:
        return self._chance.choice(self._texts)

    def _joined(self, change: Callable[[str], str], most: int = _MOST_WORDS) -> str:
        return " ".join(change(word) for word in self.words(self._chance.randint(1, most)))

    def _in_field(self, word: str) -> str:
        return f"{self._chance.choice(self._fields)}:{word}" if self._chance.random() < 0.7 else word  # noqa: PLR2004

    def _prefix(self, word: str) -> str:
        return word.lower()[: self._chance.randint(2, max(2, len(word)))] + "*"

    def _inner(self, word: str) -> str:
        at = self._chance.randint(1, max(1, len(word) - 1))
        return word.lower()[:at] + "*" + word.lower()[at + self._chance.randint(0, 3) :]

    def _leading(self, word: str) -> str:
        end = word.lower()[-self._chance.randint(2, 5) :]
        return "*" + end + self._chance.choice(("", "", "*"))

    def _slip(self, word: str) -> str:
        """One letter wrong, missing, too many or in exchange with the next."""
        if len(word) < _FUZZY_WORD:
            return word
        at = self._chance.randrange(0, len(word) - 1)
        letter = self._chance.choice(LETTERS)
        changed = (
            letter + word[at + 1 :],
            word[at + 1 :],
            letter + word[at:],
            word[at + 1] + word[at] + word[at + 2 :],
        )
        return word[:at] + self._chance.choice(changed)

    def _twice(self) -> str:
        word, other = self.words(2)
        return self._chance.choice(
            (
                f"{word} {word}",
                f"{word} {word}^3 {other}",
                f"{word} title:{word}",
                f"+{word} {word}",
                f"{word} {word[:4]}*",
            )
        )

    def _mixed(self, word: str) -> str:
        sign = self._chance.choice(("+", "-", "", "", ""))
        changed = self._chance.choice((str, str, self._prefix, self._inner, lambda each: self._slip(each) + "~1"))(word)
        boost = self._chance.choice(("", "", "^2", "^7"))
        return sign + (self._in_field(changed) if self._chance.random() < 0.5 else changed) + boost  # noqa: PLR2004


def read_head_and_documents(lines: Sequence[dict[str, Any]]) -> tuple[list[str], list[dict[str, str]]]:
    """The names of the fields and the documents, from the parsed lines of `sitegen list --format documents`."""
    head, *documents = lines
    return list(head["fields"]), documents

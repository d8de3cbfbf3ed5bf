"""Texts as numbers: each piece of a word as it is written, and the term that it stands for."""

import re
import struct
from array import array
from collections.abc import Iterator

from sitegen.likeness.empty_words import empty_forms
from sitegen.words.stemming import base_form
from sitegen.words.text import GREEK_LETTERS, STOP_WORDS, fold, has_unspaced, words

# The number of what parts two words that are no phrase: a sign, or a word that says nothing.
BREAK = 0

# Each way begins with one sign and not with a choice of two: a search for such a pattern leaps over all others.
_MATHS = re.compile(r"\$\$?[^$]*\$\$?|\\\(.*?\\\)|\\\[.*?\\\]|h(?i:ttps?://)\S+|H(?i:ttps?://)\S+")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?|\{|\}")
_OPENING = "([{<\"'“‘«"
_CLOSING = ".,;:!?)]}>\"'”’»…"
_SIGNS = _OPENING + _CLOSING + "*~"
_JOINT = re.compile("[-'‐‑–’]")
_DIGIT = re.compile("[0-9]")
# What is nothing but a number: `75.6%`, `1-2`.
_NUMERIC = re.compile("[+]?[0-9][0-9.,%+-]*")
_SHORTEST = 2
# A number as an array has it.
packed = struct.Struct("@I").pack
_BREAK = packed(BREAK)


class _Chunks(dict[str, bytes]):
    """The pieces of every chunk of text without spaces met so far, as the bytes of an array."""

    def __init__(self, pieces: "Pieces") -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, chunk: str) -> bytes:
        inner = chunk.strip(_SIGNS)
        if inner.isascii() and inner.isalpha():
            number = self._pieces.plain(inner)
            # One object for all words that say nothing: they are half of every text.
            inside = packed(number) if number else _BREAK
        elif _NUMERIC.fullmatch(inner):
            inside = _BREAK
        elif (letters := inner.replace("-", "")).isascii() and letters.isalpha():
            inside = array("I", self._pieces.compound(inner)).tobytes()
        elif (inside := self.get(inner, b"")) == b"":
            inside = array("I", self._pieces.inside(inner)).tobytes()
        if len(inner) < len(chunk):
            if chunk[0] in _OPENING:
                inside = _BREAK + inside
            if chunk[-1] in _CLOSING:
                inside += _BREAK
        self[chunk] = inside
        return inside


class Pieces:
    """Numbers for all words met, in the order in which they are met.

    `written` holds each piece as it was written (`Bounds`, `fine-` of `fine-tuning`), `terms` the number of its term,
    and `forms` the base form of each term (`bound`, `fine`). Number 0 is BREAK in each.
    """

    def __init__(self) -> None:
        self.written = [""]
        self.terms = [BREAK]
        self.forms = [""]
        self._pieces: dict[str, int] = {}
        self._terms: dict[str, int] = {}
        self._empty = empty_forms()
        self._chunks = _Chunks(self)

    def read(self, text: str) -> bytes:
        """The pieces of a text in order, with BREAK where no phrase goes on, as the bytes of an array.

        Maths and addresses are left out.
        """
        if "$" in text or "\\" in text or "://" in text:
            text = _COMMAND.sub(" ", _MATHS.sub(" , ", text))
        for sign in "/—":
            if sign in text:
                text = text.replace(sign, " , ")
        return b"".join(map(self._chunks.__getitem__, text.split()))

    def term(self, form: str) -> int | None:
        """The number of a term by its base form, if any text has it."""
        return self._terms.get(form)

    def inside(self, chunk: str) -> list[int]:
        """The pieces of a chunk of text that is not plain, without spaces, and without signs around it."""
        parts = [part for part in _JOINT.split(chunk) if part]
        if len(parts) > 1 and (min(map(len, parts)) == 1 or _DIGIT.search(chunk)):
            # GPT-4, t-SNE: the parts mean something together only.
            return [self._piece(chunk, "".join("".join(words(fold(part))) for part in parts))]
        found = []
        for place, part in enumerate(parts, 1):
            joint = "-" if place < len(parts) else ""
            if _is_plain(part):
                found.append(self._piece(part + joint, part.lower()))
            else:
                found += self._odd_part(part, joint)
        return found

    def compound(self, chunk: str) -> list[int]:
        """The pieces of a chunk of text of the letters a to z and hyphens: most that are not plain are such."""
        parts = chunk.strip("-").split("-")
        if min(map(len, parts)) < _SHORTEST:
            return self.inside(chunk)
        last = parts.pop()
        return [*[self._piece(part + "-", part.lower()) for part in parts], self.plain(last)]

    def plain(self, chunk: str) -> int:
        """The piece of a chunk of text of the letters a to z alone."""
        number = self._pieces.get(chunk)
        return self._piece(chunk, chunk.lower()) if number is None else number

    def _odd_part(self, part: str, joint: str) -> Iterator[int]:
        inside = words(fold(part))
        if len(inside) == 1 and not has_unspaced(part):
            yield self._piece(part + joint, inside[0])
        else:
            for word in inside:
                yield from self._odd_word(word)

    def _odd_word(self, word: str) -> Iterator[int]:
        if not has_unspaced(word):
            yield self._piece(word, word)
            return
        # Writing without spaces: every two neighbours.
        for at in range(max(1, len(word) - 1)):
            yield self._piece(word[at : at + 2], word[at : at + 2])
            yield BREAK

    def _piece(self, written: str, word: str) -> int:
        """The number of a word that is folded from what is written; BREAK where it says nothing."""
        number = self._pieces.get(written)
        if number is None:
            number = self._pieces[written] = self._new(written, word)
        return number

    def _new(self, written: str, word: str) -> int:
        if len(word) < _SHORTEST or word in STOP_WORDS or word.replace(".", "").isdigit():
            return BREAK
        form = base_form(GREEK_LETTERS.get(word, word))
        if form in self._empty:
            return BREAK
        term = self._terms.setdefault(form, len(self.forms))
        if term == len(self.forms):
            self.forms.append(form)
        self.written.append(written)
        self.terms.append(term)
        return len(self.terms) - 1


def _is_plain(text: str) -> bool:
    """Whether a text is of the letters a to z alone, as most words are."""
    return text.isascii() and text.isalpha()

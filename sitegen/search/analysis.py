"""The words of all documents, each text read once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from sitegen.model.collecting import without_collecting
from sitegen.search.documents import FIELDS, Document
from sitegen.search.order import document_order
from sitegen.words.text import fold, terms_of_word, words

_ABSTRACT = next(place for place, field in enumerate(FIELDS) if field.name == "abstract")

# The signs of ASCII that are in no word: a text can be cut at them at once. A point may stand in a number.
_PARTING = str.maketrans(dict.fromkeys('!"$%&()*,/:;<=>?@[\\]^`{|}~', " "))


class WordTerms(dict[str, tuple[str, ...]]):
    """The terms of every word met so far; equal terms are one object, since many words share them."""

    def __init__(self, *, keep_stop_words: bool) -> None:
        super().__init__()
        self._keep_stop_words = keep_stop_words
        self._terms: dict[str, str] = {}

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = terms_of_word(word, keep_stop_words=self._keep_stop_words)
        known = self._terms.setdefault
        terms = self[word] = (known(found[0], found[0]),) if len(found) == 1 else tuple([known(t, t) for t in found])
        return terms


class _PieceWords(dict[str, tuple[str, ...]]):
    """The words with terms in every piece of folded text without spaces met so far, as `words` gives them.

    `sizes` counts the terms of each word.
    """

    def __init__(self, terms: WordTerms) -> None:
        super().__init__()
        self._terms = terms
        self.sizes: dict[str, int] = {}

    def __missing__(self, piece: str) -> tuple[str, ...]:
        # Most pieces are a word of ASCII letters, or one that ends a sentence.
        word = piece.removesuffix(".")
        inside = (word,) if word.isascii() and word.isalpha() else words(piece)
        kept = self[piece] = tuple([word for word in inside if self._size(word)])
        return kept

    def _size(self, word: str) -> int:
        size = self.sizes.get(word)
        if size is None:
            size = self.sizes[word] = len(self._terms[word])
        return size


class Reader:
    """Reads the texts of fields in which stop words count, or of those in which they do not."""

    def __init__(self, *, keep_stop_words: bool) -> None:
        self.terms = WordTerms(keep_stop_words=keep_stop_words)
        self._pieces = _PieceWords(self.terms)

    def words(self, text: str) -> list[str]:
        """The words of a text that have terms, in order; the terms of them all are `index_terms` of the text."""
        folded = fold(text)
        if folded.isascii():
            folded = folded.translate(_PARTING)
        return list(chain.from_iterable(map(self._pieces.__getitem__, folded.split())))

    def length(self, words: Sequence[str]) -> int:
        """How many terms some words have together: lunr's length of a field."""
        return sum(map(self._pieces.sizes.__getitem__, words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with the words and the number of terms of each field, in the order of FIELDS."""

    document: Document
    words: tuple[Sequence[str], ...]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All documents in the order of their numbers; `terms` has, by field, the terms of every word in it."""

    documents: tuple[ReadDocument, ...]
    terms: tuple[Mapping[str, tuple[str, ...]], ...]


@without_collecting()
def analyse(documents: Iterable[Document]) -> Analysis:
    """Read all documents and number them; their order here changes nothing."""
    readers = _readers()
    read = [_read(document, readers) for document in documents]
    read.sort(key=lambda each: document_order(each.document.ref, each.lengths[_ABSTRACT], each.document.topics))
    return Analysis(documents=tuple(read), terms=tuple(reader.terms for reader in readers))


def _readers() -> tuple[Reader, ...]:
    both = {running: Reader(keep_stop_words=not running) for running in (False, True)}
    return tuple(both[field.running_text] for field in FIELDS)


def _read(document: Document, readers: Sequence[Reader]) -> ReadDocument:
    texts = zip(readers, _texts(document), strict=True)
    found = tuple([reader.words(text) if text else () for reader, text in texts])
    lengths = tuple([reader.length(words) if words else 0 for reader, words in zip(readers, found, strict=True)])
    return ReadDocument(document=document, words=found, lengths=lengths)


_texts = attrgetter(*(field.name for field in FIELDS))

"""The words of all documents, each text read once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from sitegen.search.collecting import without_collecting
from sitegen.search.documents import FIELDS, Document, unordered_documents
from sitegen.search.order import document_order
from sitegen.search.text import fold, terms_of_word, words
from sitegen.site.pages import Site

_ABSTRACT = next(place for place, field in enumerate(FIELDS) if field.name == "abstract")

_PARTING = '.,:;!?()[]"'


class WordTerms(dict[str, tuple[str, ...]]):
    """The terms of every word met so far; equal terms are one object, since many words share them."""

    def __init__(self, *, keep_stop_words: bool) -> None:
        super().__init__()
        self._keep_stop_words = keep_stop_words
        self._terms: dict[str, str] = {}

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = terms_of_word(word, keep_stop_words=self._keep_stop_words)
        terms = self[word] = tuple([self._terms.setdefault(term, term) for term in found])
        return terms


class _SingleWords(dict[str, tuple[str, ...]]):
    """Every word met so far as what a chunk holds: the word, or nothing where it has no terms; `sizes` counts those."""

    def __init__(self, terms: WordTerms) -> None:
        super().__init__()
        self._terms = terms
        self.sizes: dict[str, int] = {}

    def __missing__(self, word: str) -> tuple[str, ...]:
        size = self.sizes[word] = len(self._terms[word])
        single = self[word] = (word,) if size else ()
        return single


class _ChunkWords(dict[str, tuple[str, ...]]):
    """The words in every chunk of text without spaces met so far, as `words(fold(…))` gives them; those with terms."""

    def __init__(self, terms: WordTerms) -> None:
        super().__init__()
        self._singles = _SingleWords(terms)
        self.sizes = self._singles.sizes

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        # Most chunks are a word of ASCII letters, with signs around it that only part words.
        inner = chunk.strip(_PARTING)
        if inner.isascii() and inner.isalpha():
            found = self[chunk] = self._singles[inner.lower()]
            return found
        inside = words(fold(chunk))
        if len(inside) == 1:
            found = self[chunk] = self._singles[inside[0]]
        else:
            found = self[chunk] = tuple(chain.from_iterable(map(self._singles.__getitem__, inside)))
        return found


class Reader:
    """Reads the texts of fields in which stop words count, or of those in which they do not."""

    def __init__(self, *, keep_stop_words: bool) -> None:
        self.terms = WordTerms(keep_stop_words=keep_stop_words)
        self._chunks = _ChunkWords(self.terms)

    def words(self, text: str) -> list[str]:
        """The words of a text that have terms, in order; the terms of them all are `index_terms` of the text."""
        return list(chain.from_iterable(map(self._chunks.__getitem__, text.split())))

    def length(self, words: Sequence[str]) -> int:
        """How many terms some words have together: lunr's length of a field."""
        return sum(map(self._chunks.sizes.__getitem__, words))


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
    read.sort(key=lambda each: document_order(each.document.ref, each.lengths[_ABSTRACT]))
    return Analysis(documents=tuple(read), terms=tuple(reader.terms for reader in readers))


def documents_of(site: Site) -> tuple[Document, ...]:
    """Every paper of the site as a document, in the order of their numbers."""
    return tuple(read.document for read in analyse(unordered_documents(site)).documents)


def _readers() -> tuple[Reader, ...]:
    both = {running: Reader(keep_stop_words=not running) for running in (False, True)}
    return tuple(both[field.running_text] for field in FIELDS)


def _read(document: Document, readers: Sequence[Reader]) -> ReadDocument:
    texts = zip(readers, _texts(document), strict=True)
    found = tuple([reader.words(text) if text else () for reader, text in texts])
    lengths = tuple([reader.length(words) if words else 0 for reader, words in zip(readers, found, strict=True)])
    return ReadDocument(document=document, words=found, lengths=lengths)


_texts = attrgetter(*(field.name for field in FIELDS))

"""The sharded index: lunr's field vectors can be computed from it to the last digit, and nothing else changes it."""

import gc
import math
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.collecting import without_collecting
from sitegen.search.analysis import analyse
from sitegen.search.documents import FIELDS, Document
from sitegen.search.numbers import read_front_coded, read_numbers
from sitegen.search.parts import Part
from sitegen.search.records import make_records
from sitegen.search.shards import shard_parts
from sitegen.search.term_index import term_parts
from sitegen.search.vocabulary import vocabulary_parts
from sitegen.words.text import index_terms, word_terms
from tests.search.lunr_whole import build_lunr_index
from tests.search.sites import searchable_documents

ABSTRACT = [each.name for each in FIELDS].index("abstract")
K1, B = 1.2, 0.75

WORDS = st.sampled_from(
    "a the how lantern lanterns lantern's bounds bounded gpt-4 GPT4 out-of-distribution Müller muller c++ C# 3D L2 2.5 "
    "β-VAE 深度学习 学 Ёлкин naïve pre-training don't (bright), survey; surveys: play/plays 𝒜 𝕏-ray x² ﬁne "
    "state-of-the-art 2020-2021 नमस्ते".split()
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=8).map(" ".join)
REFS = st.sampled_from(["0", "7", "10", "007", "4294967294", "4294967295", "a", "b", "lantern-1", "z9"])
DOCUMENTS = st.dictionaries(REFS, st.tuples(*(TEXTS for _ in FIELDS)), min_size=1, max_size=5).map(
    lambda made: tuple(document(ref, texts) for ref, texts in made.items())
)


def document(ref: str, texts: Sequence[str]) -> Document:
    """A document with these texts in the order of FIELDS."""
    return Document(ref=ref, **{each.name: text for each, text in zip(FIELDS, texts, strict=True)})


@dataclass(frozen=True)
class Record:
    """A term's record as decoded: its place among those of the same home, and by field (document, tf, length)."""

    place: int
    postings: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, int, int]:
        """What lunr's numbers of terms sort by."""
        document, field_number = min((found[0][0], number) for number, found in self.postings.items())
        return (document, field_number, self.place)

    @property
    def count(self) -> int:
        """The documents, summed over the fields."""
        return sum(map(len, self.postings.values()))


def abstract_lengths(runs: str) -> list[int]:
    """The length of every abstract by the number of its document."""
    lengths: list[int] = []
    length, numbers = 0, read_numbers(runs)
    for step, count in zip(numbers[::2], numbers[1::2], strict=True):
        length += -(step + 1) // 2 if step % 2 else step // 2
        lengths += [length] * count
    return lengths


def read_record(text: str, lengths: Sequence[int]) -> Record:
    """A record by the description of its form; all of the text is used."""
    numbers = iter(read_numbers(text))
    record, mask = Record(next(numbers)), next(numbers)
    for number in range(len(FIELDS)):
        if not mask >> number & 1:
            continue
        found = record.postings[number] = []
        document = -1
        for _ in range(next(numbers)):
            step = next(numbers)
            document += step // 2 + 1
            tf = next(numbers) + 2 if step % 2 else 1
            found.append((document, tf, lengths[document] if number == ABSTRACT else next(numbers) + 1))
    assert next(numbers, None) is None
    return record


def read_shards(parts: Sequence[Part], lengths: Sequence[int]) -> dict[str, Record]:
    """Every term with its record, put together where it was in pieces."""
    texts: dict[str, str] = {}
    for terms, sizes, records in (part.payload for part in parts if part.name.startswith("t")):
        at = 0
        for term, size in zip(read_front_coded(terms), read_numbers(sizes), strict=True):
            texts[term] = texts.get(term, "") + records[at : at + size]
            at += size
        assert at == len(records)
    return {term: read_record(text, lengths) for term, text in texts.items()}


def vectors(documents: Sequence[Document]) -> dict[str, list[float]]:
    """lunr.py's field vectors, computed from the index by the formula of lunr's Builder."""
    entries, parts = term_parts(analyse(documents))
    refs = [read.document.ref for read in analyse(documents).documents]
    records = read_shards(parts, abstract_lengths(entries["runs"]))
    made: dict[str, list[float]] = {f"{each.name}/{ref}": [] for ref in refs for each in FIELDS}
    for number, record in enumerate(sorted(records.values(), key=lambda each: each.order)):
        x = (entries["count"] - record.count + 0.5) / (record.count + 0.5)
        idf = math.log(1 + abs(x))
        for place, found in record.postings.items():
            name, boost = entries["fields"][place]
            average = entries["lengths"][place] / entries["count"]
            for document, tf, length in found:
                score = idf * ((K1 + 1) * tf) / (K1 * (1 - B + B * (length / average)) + tf)
                made[f"{name}/{refs[document]}"] += [number, round(score * boost, 3)]
    return made


def of_lunr(documents: Sequence[Document]) -> dict[str, list[float]]:
    """The same by lunr.py, which adds the documents in the order of their numbers."""
    ordered = [read.document for read in analyse(documents).documents]
    return {name: vector.elements for name, vector in build_lunr_index(ordered).field_vectors.items()}


@given(DOCUMENTS)
def test_weights_are_those_of_lunr(documents: tuple[Document, ...]) -> None:
    """Every weight and every number of a term, for any documents."""
    assert vectors(documents) == of_lunr(documents)


def test_weights_of_a_small_list_are_those_of_lunr() -> None:
    """The same for papers as they are."""
    assert vectors(searchable_documents()) == of_lunr(searchable_documents())


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(documents: tuple[Document, ...], chance: random.Random) -> None:
    """Neither numbers nor bytes."""
    turned = list(documents)
    chance.shuffle(turned)
    assert term_parts(analyse(turned)) == term_parts(analyse(documents))


@given(DOCUMENTS)
def test_documents_are_numbered_by_the_length_of_the_abstract(documents: tuple[Document, ...]) -> None:
    """Those whose refs JavaScript takes for array indexes come first."""
    analysis = analyse(documents)
    refs = [read.document.ref for read in analysis.documents]
    first = sorted((ref for ref in refs if ref in {"0", "7", "10", "4294967294"}), key=int)
    assert refs[: len(first)] == first
    lengths = [read.lengths[ABSTRACT] for read in analysis.documents]
    assert lengths[len(first) :] == sorted(lengths[len(first) :])
    assert abstract_lengths(term_parts(analysis)[0]["runs"]) == lengths


@given(TEXTS, st.booleans())
def test_a_text_read_by_chunks_has_the_same_terms(text: str, keep: bool) -> None:
    """Spaces part words before folding as well as after it."""
    (made,) = analyse([document("a", [text] * len(FIELDS))]).documents
    place = FIELDS.index(next(each for each in FIELDS if each.running_text != keep))
    terms = [term for word in made.words[place] for term in word_terms(word, keep_stop_words=keep)]
    assert terms == index_terms(text, keep_stop_words=keep)
    assert made.lengths[place] == len(terms)


@given(DOCUMENTS, st.integers(min_value=1, max_value=60))
def test_records_come_back_from_shards_of_any_size(documents: tuple[Document, ...], size: int) -> None:
    """Whole, in the order of JavaScript, and with the first term of every shard named."""
    records = make_records(analyse(documents))
    firsts, parts = shard_parts(records, size, size)
    assert list(read_front_coded(firsts)) == [next(read_front_coded(part.payload[0])) for part in parts]
    texts: dict[str, str] = {}
    for part in parts:
        assert len(part.payload[2]) <= size
        at = 0
        for term, length in zip(read_front_coded(part.payload[0]), read_numbers(part.payload[1]), strict=True):
            texts[term] = texts.get(term, "") + part.payload[2][at : at + length]
            at += length
    assert texts == dict(zip(records.terms, records.texts, strict=True))
    assert list(texts) == sorted(texts, key=lambda term: term.encode("utf-16-be"))


@given(DOCUMENTS, st.integers(min_value=1, max_value=60))
def test_the_vocabulary_has_all_terms_with_their_counts(documents: tuple[Document, ...], size: int) -> None:
    """In parts of any size, and with a form for each."""
    analysis = analyse(documents)
    records = make_records(analysis)
    firsts, parts = vocabulary_parts(records, analysis.terms, size)
    terms = [term for part in parts for term in read_front_coded(part.payload[0])]
    counts = [count for part in parts for count in read_numbers(part.payload[1])]
    assert (tuple(terms), tuple(counts)) == (records.terms, records.counts)
    assert list(read_front_coded(firsts)) == [next(read_front_coded(part.payload[0])) for part in parts]
    assert all(len(part.payload[2].split(" ")) == len(list(read_front_coded(part.payload[0]))) for part in parts)


def test_a_form_is_the_word_that_is_printed_most_often() -> None:
    """Added to the term's beginning; empty where it is the term itself or the term has no plain word."""
    texts = ["diffusion diffuse diffusion happy gpt-4 lantern lantern lanterns the β β beta", "", "", "", "", ""]
    analysis = analyse([document("a", texts)])
    _, (part,) = vocabulary_parts(make_records(analysis), analysis.terms)
    terms, _, forms = part.payload
    found = dict(zip(read_front_coded(terms), forms.split(" "), strict=True))
    assert found == {
        "4": "", "beta": "", "diffus": "!ion", "gpt": "", "gpt4": "", "happi": "#y", "lantern": "", "the": ""
    }  # fmt: skip


def test_nothing_to_index() -> None:
    """No documents, or none with a word, make no shard and no vocabulary."""
    assert term_parts(analyse([]))[1] == ()
    entries, parts = term_parts(analyse([document("a", ["", "…", "", "", "the", ""])]))
    assert (entries["count"], entries["terms"], entries["shards"], entries["vocabulary"], parts) == (1, 0, "", "", ())


SEED_SCRIPT = """
from sitegen.search.analysis import analyse
from sitegen.search.parts import generation_of
from sitegen.search.term_index import term_parts
from tests.search.sites import searchable_documents
print(generation_of(*term_parts(analyse(searchable_documents()))))
"""


def test_the_hash_seed_changes_nothing() -> None:
    """The generation is the same in processes that order their sets in different ways."""

    def generation(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(  # noqa: S603 -- our own script, under this very Python
            [sys.executable, "-c", SEED_SCRIPT], env=environment, capture_output=True, check=True, text=True
        )
        return done.stdout.strip()

    assert len({generation("1"), generation("2")}) == 1


@pytest.mark.parametrize("is_on", [True, False])
def test_the_search_for_cycles_is_only_put_off(is_on: bool) -> None:
    """It is as it was afterwards, whether it was on or off, and also when something fails."""
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with without_collecting():
            assert not gc.isenabled()
        assert gc.isenabled() == is_on
        with pytest.raises(KeyError), without_collecting():
            raise KeyError
        assert gc.isenabled() == is_on
    finally:
        (gc.enable if before else gc.disable)()

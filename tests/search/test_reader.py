"""Reading a built index back: every term, every card, lunr's scores; and files that are not what they have to be."""

import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.builder import Builder
from lunr.query import Clause
from lunr.token_set import TokenSet

from sitegen.config import TaxonomyKind
from sitegen.search.analysis import Analysis, analyse
from sitegen.search.documents import FIELDS, Document, unordered_documents
from sitegen.search.lunr_scores import lunr_scores
from sitegen.search.numbers import front_coded, numbers_text, read_front_coded, read_numbers
from sitegen.search.parts import FORMAT, MANIFEST_PATH, Part, generation_of, manifest_artifact, part_artifact
from sitegen.search.query_lunr import QueryError, parse_lunr
from sitegen.search.reader import Fault, SearchFileError, open_search_files, open_search_folder
from sitegen.search.reader_patterns import MOST_EDITS, TermSet, TooManyEditsError, expand, text_of, units_of
from sitegen.search.reader_store import Store
from sitegen.search.reader_terms import TermIndex
from sitegen.search.store_parts import store_parts
from sitegen.search.term_index import term_parts
from sitegen.words.text import index_terms
from tests.search.scripts import HERE, lunr_or_skip
from tests.search.sites import searchable_site, write_search_files

SITE = searchable_site()
ANALYSIS = analyse(unordered_documents(SITE.lookups))
DOCUMENTS = tuple(read.document for read in ANALYSIS.documents)

FRAGMENTS = (
    "lantern",
    "tight",
    "bound",
    "survey",
    "gpt",
    "4",
    "the",
    "of",
    "quill",
    "norm",
    "tigt",
    "zebra",
    "深度",
    "β-vae",
)


@dataclass
class Shelf:
    """The files of one build in memory; remembers what was read."""

    contents: dict[str, str]
    read_names: list[str] = field(default_factory=list)

    def read(self, file: str) -> str:
        """The text of a file."""
        self.read_names.append(file)
        if file not in self.contents:
            raise SearchFileError(Fault.MISSING, file)
        return self.contents[file]


def shelf_of(analysis: Analysis, size: int | None = None) -> Shelf:
    """The files of an index; with `size`, its shards hold about so many characters of records."""
    entries, parts = term_parts(analysis)
    if size is not None:
        shards = [shard for part in parts if part.name.startswith("t") for shard in cut(part, size)]
        entries["shards"] = front_coded(term for ((term, _), *_) in shards)
        others = [part for part in parts if not part.name.startswith("t")]
        parts = (*others, *(shard_part(number, shard) for number, shard in enumerate(shards)))
    more, cards = store_parts(SITE.lookups, [read.document for read in analysis.documents])
    return shelved({"format": FORMAT, **entries, **more}, (*parts, *cards))


def cut(part: Part, size: int) -> Iterator[list[tuple[str, str]]]:
    """The terms and records of a shard as smaller ones; a longer record goes over several, each with its term."""
    terms, sizes, records = part.payload
    shard: list[tuple[str, str]] = []
    at = 0
    for term, length in zip(read_front_coded(terms), read_numbers(sizes), strict=True):
        record = records[at : at + length]
        at += length
        if shard and len(record) + sum(len(text) for _, text in shard) > size:
            yield shard
            shard = []
        if length > size:
            yield from ([(term, record[start : start + size])] for start in range(0, length, size))
        else:
            shard.append((term, record))
    if shard:
        yield shard


def shard_part(number: int, shard: Sequence[tuple[str, str]]) -> Part:
    """Terms and records as a file."""
    lengths = numbers_text(len(record) for _, record in shard)
    return Part(f"t{number}", (front_coded(term for term, _ in shard), lengths, "".join(text for _, text in shard)))


def shelved(entries: dict[str, Any], parts: Sequence[Part]) -> Shelf:
    """Parts and their manifest as files."""
    generation = generation_of(entries, parts)
    artifacts = [manifest_artifact(entries, generation), *(part_artifact(part, generation) for part in parts)]
    return Shelf({artifact.path: artifact.content.decode() for artifact in artifacts})


SHELF = shelf_of(ANALYSIS)
FILES = open_search_files(SHELF.read)
INDEX = TermIndex(FILES)
STORE = Store(FILES)


def terms_in(document: Document, name: str) -> list[str]:
    """The terms of a field of a document, as the index has them."""
    (found,) = (each for each in FIELDS if each.name == name)
    return index_terms(document.text(found), keep_stop_words=not found.running_text)


def whole_index() -> Any:
    """lunr.py's own index of all documents."""
    builder = Builder()
    builder.ref("ref")
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for each in FIELDS:
        builder.field(each.name, boost=each.boost)
    for number, document in enumerate(DOCUMENTS):
        builder.add({"ref": str(number), **{each.name: terms_in(document, each.name) for each in FIELDS}})
    return builder.build()


@pytest.mark.parametrize("size", [None, 40, 400])
def test_every_term_is_found_where_it_stands(size: int | None) -> None:
    """Whatever the size of the shards, and where a record goes over several; what is nowhere is not found."""
    index = TermIndex(open_search_files(shelf_of(ANALYSIS, size).read))
    where: dict[str, list[set[int]]] = {}
    for number, document in enumerate(DOCUMENTS):
        for place, each in enumerate(FIELDS):
            for term in terms_in(document, each.name):
                where.setdefault(term, [set() for _ in FIELDS])[place].add(number)
    for term, places in where.items():
        record = index.find(term)
        assert record is not None, term
        assert [set(weights.documents) if weights else set() for weights in record.fields] == places
    assert not any(index.has(term) for term in ("", "zebra", "\uffff", "!"))
    assert list(index.starting("")) == sorted(where, key=lambda term: term.encode("utf-16-be"))


def test_terms_are_ordered_and_weighed_as_lunr_does() -> None:
    """lunr.py numbers and weighs the same; it only rounds a half to the even digit."""
    lunr, terms = whole_index(), list(INDEX.starting(""))
    ordered = sorted(terms, key=lambda term: INDEX.find(term).order)  # type: ignore[union-attr]
    assert ordered == sorted(terms, key=lambda term: int(lunr.inverted_index[term]["_index"]))
    for term in terms:
        record = INDEX.find(term)
        assert record is not None
        number = lunr.inverted_index[term]["_index"]
        for name, weights in zip(INDEX.fields, record.fields, strict=True):
            for document, weight in zip(weights.documents, weights.weights, strict=True) if weights else ():
                elements = lunr.field_vectors[f"{name}/{document}"].elements
                assert weight == pytest.approx(elements[elements.index(number) + 1], abs=0.0011)


def test_the_vocabulary_tells_counts_and_printed_words() -> None:
    """Each term once, with the documents that idf counts and a word that leads to it."""
    entries = {entry.term: entry for entry in INDEX.vocabulary()}
    counts = Counter(term for document in DOCUMENTS for each in FIELDS for term in set(terms_in(document, each.name)))
    assert {term: entry.documents for term, entry in entries.items()} == counts
    assert entries["lantern"].word == "lanterns"


def test_a_word_costs_one_shard() -> None:
    """The manifest, and of the shards the one that holds the word."""
    shelf = shelf_of(ANALYSIS, 400)
    index = TermIndex(open_search_files(shelf.read))
    assert index.find("lantern")
    manifest, shard = shelf.read_names
    assert manifest == MANIFEST_PATH
    assert re.fullmatch(r"search/[0-9a-f]{12}/t\d+\.js", shard)


def test_cards_tell_what_the_papers_are() -> None:
    """Every fact of a card is the paper's."""
    for number, document in enumerate(DOCUMENTS):
        card, paper = STORE.card(number), SITE.lookups.papers[document.ref]
        assert (card.ref, card.title, card.authors) == (paper.id, document.title, paper.authors)
        assert (card.organizations, card.is_truncated) == (paper.organizations, paper.authors_truncated)
        assert (card.status, card.rating or None, card.is_starred) == (paper.status, paper.rating, paper.star)
        assert card.has_code == (paper.has_code or bool(paper.code_urls))
        assert set(card.topics) == {term.slug for term in SITE.lookups.terms_of(TaxonomyKind.TOPICS, paper)}
        date = paper.date
        assert (card.year, card.month, card.day) == (
            ((date.year or 0), (date.month or 0), (date.day or 0)) if date else (0, 0, 0)
        )
        assert STORE.text(number).abstract == document.abstract.replace("\n", " ")
        assert STORE.text(number).note == document.notes
        assert card.href.endswith(f"{card.ref}.html")


def damaged(files: dict[str, str], fault: Fault) -> dict[str, str]:
    """The files with something wrong in every shard."""

    def spoilt(text: str) -> str:
        if fault is Fault.DAMAGED:
            return text[: len(text) // 2]
        return re.sub(r'"[0-9a-f]{12}"', '"000000000000"', text, count=1)

    if fault is Fault.MISSING:
        return {name: text for name, text in files.items() if "/t" not in name}
    return {name: spoilt(text) if "/t" in name else text for name, text in files.items()}


@pytest.mark.parametrize("fault", [Fault.MISSING, Fault.DAMAGED, Fault.FOREIGN])
def test_a_shard_that_is_not_what_it_has_to_be_is_refused(fault: Fault) -> None:
    """The error names the file and what is wrong with it."""
    index = TermIndex(open_search_files(Shelf(damaged(SHELF.contents, fault)).read))
    with pytest.raises(SearchFileError, match=r"/t0\.js: this file of the search") as caught:
        index.find("lantern")
    assert caught.value.fault is fault


@given(st.integers(min_value=0), st.characters(min_codepoint=32, max_codepoint=126))
def test_no_changed_character_goes_unseen(at: int, char: str) -> None:
    """A shard with one character exchanged is refused, or it is the same shard."""
    name = next(name for name in SHELF.contents if name.endswith("/t0.js"))
    text = SHELF.contents[name]
    at %= len(text)
    changed = text[:at] + char + text[at + 1 :]
    index = TermIndex(open_search_files(Shelf({**SHELF.contents, name: changed}).read))
    if changed == text:
        assert index.has("lantern")
    else:
        with pytest.raises(SearchFileError):
            index.has("lantern")


def test_a_manifest_of_another_version_is_refused() -> None:
    """The site has to be built anew."""
    with pytest.raises(SearchFileError, match="another version of sitegen"):
        open_search_files(shelved({"format": FORMAT + 1}, ()).read)


def test_a_built_site_is_read_from_its_folder(tmp_path: Path) -> None:
    """The files that a build writes are those that are read; an empty folder has none."""
    with pytest.raises(SearchFileError) as caught:
        open_search_folder(tmp_path)
    assert caught.value.file == str(tmp_path / MANIFEST_PATH)
    write_search_files(SITE, tmp_path)
    assert TermIndex(open_search_folder(tmp_path)).find("lantern") == INDEX.find("lantern")


TERMS = st.text(st.sampled_from("ab01é\U00020000"), min_size=1, max_size=6)


@given(st.sets(TERMS, max_size=30), st.text(st.sampled_from("ab0*é\U00020000"), min_size=1, max_size=5))
def test_a_pattern_holds_what_its_stars_allow(terms: set[str], pattern: str) -> None:
    """A star stands for any letters, also for none."""
    asked = TokenSet.from_clause(Clause(units_of(pattern)))
    known = re.compile(".*".join(map(re.escape, pattern.split("*"))))
    found = TermSet(terms).intersect(asked).to_list()
    assert sorted(found) == sorted(term for term in terms if known.fullmatch(term))


def test_terms_come_in_the_order_of_lunr_js() -> None:
    """The last letter first, digits after all else, and a word before those that go on."""
    asked = TokenSet.from_clause(Clause("a*"))
    assert TermSet(["a", "a1", "a2", "aa", "ab", "ab.", "ab0", "b"]).intersect(asked).to_list() == [
        *("a", "ab", "ab.", "ab0", "aa", "a2", "a1")
    ]


@given(st.text(st.characters(max_codepoint=0x2FFFF)))
def test_code_units_are_taken_together_again(text: str) -> None:
    """A text is its UTF-16 code units, and back."""
    assert text_of(units_of(text)) == text


def test_too_many_edits_are_refused() -> None:
    """Their automaton would take minutes."""
    with pytest.raises(TooManyEditsError, match="at most 4 letters"):
        expand(INDEX, "lantern", MOST_EDITS + 1)


@pytest.mark.parametrize("typed", ["+", "title:", "a^", "venue:icml", "~1"])
def test_what_lunr_cannot_read_is_said(typed: str) -> None:
    """A sentence, as for lunr's own parser."""
    with pytest.raises(QueryError, match="the query cannot be read"):
        parse_lunr(typed, INDEX.fields)


def drawn_query(chance: random.Random) -> str:
    """A query in lunr's language, of words that stand in the papers or nearly so."""

    def clause() -> str:
        word = chance.choice(FRAGMENTS)
        form = chance.choice(
            (
                word,
                word,
                word[:3] + "*",
                "*" + word[-2:],
                word[0] + "*" + word[-1],
                word + "~1",
                word + "~2",
                word + "^3",
            )
        )
        place = chance.choice(("", "", "", "title:", "abstract:", "authors:", "notes:"))
        return chance.choice(("", "", "", "+", "-")) + place + form

    return " ".join(clause() for _ in range(chance.randint(1, 4)))


def scored(typed: str, **options: int) -> list[tuple[str, float]]:
    """The ids of all hits with their scores, best first."""
    scores = lunr_scores(INDEX, parse_lunr(typed, INDEX.fields), **options)
    return [(STORE.card(document).ref, score) for document, score in scores.items()]


def test_scores_are_those_of_lunr_js(node: str, tmp_path: Path) -> None:
    """Same papers, same order and same scores as one lunr.js index of all documents, with lunr.py and without it."""
    lunr_or_skip()
    chance = random.Random(11)  # noqa: S311 -- examples, no secrets
    queries = [
        *(drawn_query(chance) for _ in range(140)),
        "-the",
        "-lantern -tight",
        "*",
        "*4*",
        "+zebra lantern",
        "+深度模型 lantern",
    ]
    head = {"ref": "ref", "fields": {each.name: {"boost": each.boost} for each in FIELDS}}
    rows = [{"ref": each.ref, **{f.name: each.text(f) for f in FIELDS}} for each in DOCUMENTS]
    documents = tmp_path / "documents.jsonl"
    documents.write_text("".join(json.dumps(row) + "\n" for row in (head, *rows)), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 -- our own script
        [node, str(HERE / "query.mjs"), "--reference", str(documents)],
        input="".join(json.dumps(query) + "\n" for query in queries).encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(bool(answer.get("hits")) for answer in answers) > 80
    for query, answer in zip(queries, answers, strict=True):
        if answer.get("misled") or "error" in answer:
            continue
        expected = [(hit["ref"], hit["score"]) for hit in answer["hits"]]
        for most in (0, 10**9):
            found = scored(query, most_for_lunr=most)
            assert [ref for ref, _ in found] == [ref for ref, _ in expected], query
            assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=1e-9), query

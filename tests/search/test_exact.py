"""The client's answers beside lunr.js: the same papers in the same order with the same scores, whatever is asked."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.analysis import Analysis, analyse
from sitegen.search.documents import FIELDS, Document, unordered_documents
from sitegen.search.records import make_records
from sitegen.search.sharded import sharded_artifacts
from sitegen.search.shards import SHARD_SIZE, shard_parts
from sitegen.search.term_index import term_parts
from sitegen.search.vocabulary import vocabulary_parts
from tests.search.scripts import HERE, ROOT, lunr_or_skip, talking
from tests.search.sites import searchable_site

# Few words, so that queries meet documents; and many digits, over which lunr.js mistakes one node for another.
WORDS = (
    "lantern lanterns lantem tern the a gpt-4 gpt4 4 3d 33 313 31 13 c++ C# Müller muller 深度学习 学 学习 𝒜 𠀀𠀁 "
    "β-VAE naïve 2.5 y2k x1 x2 x12 out-of-distribution don't"
).split()
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(alphabet="abc123", min_size=1, max_size=4), max_size=9).map(" ".join)
REFS = st.sampled_from(["0", "7", "10", "007", "4294967294", "4294967295", "a", "b", "lantern-1", "z9"])
DOCUMENTS = st.dictionaries(REFS, st.tuples(*(TEXTS for _ in FIELDS)), min_size=1, max_size=6)

SIGNS = st.sampled_from(["", "", "", "+", "-"])
SCOPES = st.sampled_from(["", "", "", "title:", "abstract:", "notes:", "nofield:"])
ENDS = st.sampled_from(["", "", "", "*", "~1", "~2", "^0", "^3", "~1^2", "*^2"])
PIECES = st.sampled_from([*WORDS, "l*n", "*tern", "*1*", "*", "lanetrn", "zzz", "1*3"]) | st.text("ab12*", max_size=3)
CLAUSES = st.tuples(SIGNS, SCOPES, PIECES, ENDS).map("".join)
QUERIES = st.lists(CLAUSES | st.text("ab:+-~^*1 \\学", max_size=6), max_size=4).map(" ".join)

Talk = Callable[[object], Any]


@pytest.fixture(scope="module")
def differences(node: str) -> Iterator[Talk]:
    """What exact.mjs finds different in a case."""
    lunr_or_skip()
    with talking(node, "exact.mjs") as talk:
        yield talk


def head() -> dict[str, Any]:
    """The first line of the list of documents."""
    return {"ref": "ref", "fields": {field.name: {"boost": field.boost} for field in FIELDS}}


def case(made: Mapping[str, Sequence[str]], queries: Sequence[str], size: int = SHARD_SIZE) -> dict[str, Any]:
    """Documents with their index in parts of about `size` characters, and what is asked of them."""
    names = [field.name for field in FIELDS]
    analysis = analyse(Document(ref=ref, **dict(zip(names, texts, strict=True))) for ref, texts in made.items())
    entries, _ = term_parts(analysis)
    records = make_records(analysis)
    shards, shard_files = shard_parts(records, size, size)
    vocabulary, vocabulary_files = vocabulary_parts(records, analysis.terms, size)
    return {
        "entries": {**entries, "shards": shards, "vocabulary": vocabulary},
        "parts": {part.name: part.payload for part in (*shard_files, *vocabulary_files)},
        "head": head(), "documents": listed(analysis), "queries": queries,
    }  # fmt: skip


def listed(analysis: Analysis) -> list[dict[str, str]]:
    """Documents in the order of their numbers."""
    return [asdict(read.document) for read in analysis.documents]


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.lists(QUERIES, min_size=1, max_size=8), st.sampled_from([12, 60, SHARD_SIZE]))
def test_every_answer_is_lunrs(
    differences: Talk, made: dict[str, Sequence[str]], queries: list[str], size: int
) -> None:
    """For any documents and queries, and shards so small that records are split.

    Where lunr.js throws or mistakes a word, the answer is the plain definition's.
    """
    assert differences(case(made, queries, size)) == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "-1*",
        "+& a",
        "+zzz 1",
        "1 1^2 title:1",
        "+1 -2",
        "a~2",
        "*",
        "12~1",
        "1*3",
        "^2",
        "title:",
        "a\\-1",
        "+title:1 +a*",
    ],
)
def test_numbers_as_words_and_as_ids(differences: Talk, query: str) -> None:
    """Papers named by numbers come first in lunr.js, and terms of digits are what its set of terms confuses."""
    made = {
        ref: [f"{at} 1{at} a", "", "", "", f"1 2{at} 12 13 a" * (at % 3), ""] for at, ref in enumerate(["9", "10", "x"])
    }
    assert differences(case(made, [query])) == []


@pytest.mark.parametrize(
    "query", ["y x", "x y", "y^0 x^0 z^0", "z^0 x^0", "x^2 y^2 -z", "title:y notes:y", "*", "x* y~1"]
)
def test_equal_scores_stay_in_the_order_in_which_they_are_met(differences: Talk, query: str) -> None:
    """Papers that fit equally well are in the order of the clauses, then of the fields, then of their numbers."""
    made = {ref: ["", "", "", "", "", ""] for ref in "abcdefgh"}
    for at, texts in enumerate(made.values()):
        texts[0 if at % 2 else 5] = "xyz"[at % 3]
    assert differences(case(made, [query])) == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small site's search files, and the list of its documents."""
    lunr_or_skip()
    folder = tmp_path_factory.mktemp("built")
    site = searchable_site()
    analysis = analyse(unordered_documents(site.lookups))
    for artifact in sharded_artifacts(site.lookups, analysis):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    documents = folder / "documents"
    documents.write_text("".join(json.dumps(line) + "\n" for line in (head(), *listed(analysis))), encoding="utf-8")
    return folder, documents


def test_the_benchmark_of_exactness_finds_no_difference(node: str, built: tuple[Path, Path]) -> None:
    """benchmarks/search/exact.py on a small site: queries of all its kinds."""
    del node
    command = [sys.executable, str(ROOT / "benchmarks" / "search" / "exact.py"), "--built", *map(str, built)]
    done = subprocess.run([*command, "--queries", "340"], capture_output=True, check=False)  # noqa: S603 -- our own program
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert b"340 queries" in done.stdout


def query_tool(node: str, *words: object, asked: Sequence[object]) -> list[dict[str, Any]]:
    """What query.mjs answers."""
    lines = "".join(json.dumps(each) + "\n" for each in asked).encode()
    command = [node, str(HERE / "query.mjs"), *map(str, words)]
    done = subprocess.run(command, input=lines, capture_output=True, check=True)  # noqa: S603 -- our own program
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_was_fetched_once_is_there(node: str, built: tuple[Path, Path]) -> None:
    """The first query fetches the manifest, a later one only what it lacks; each anew with --cold."""
    first, again, other = query_tool(node, built[0], asked=["lanterns", "lanterns", "modl~1"])
    assert "index.js" in first["files"]
    assert any("/t" in name for name in first["files"])
    assert any("/h" in name for name in first["files"])
    assert first["bytes"] > 0
    assert (again["files"], again["bytes"]) == ([], 0)
    assert all("/v" in name for name in other["files"])
    cold = query_tool(node, "--cold", built[0], asked=["lanterns", "lanterns"])
    assert cold[0]["files"] == cold[1]["files"] == first["files"]
    assert cold[1]["bytes"] == first["bytes"]


def test_further_hits_are_named_from_files_that_are_counted_apart(node: str, built: tuple[Path, Path]) -> None:
    """All hits have a ref and a score, and the files of refs are not the browser's."""
    (answer,) = query_tool(node, built[0], asked=[""])
    assert len(answer["hits"]) == 9
    assert all(set(hit) == {"ref", "score"} for hit in answer["hits"])
    assert [name.rpartition("/")[2] for name in answer["naming"]["files"]] == ["r0.js"]
    assert not any("/r" in name for name in answer["files"])


def test_people_are_answered_by_their_own_rules(node: str, built: tuple[Path, Path]) -> None:
    """All words must match, quotes hold words together, and the files are those of the first ten cards."""
    answers = query_tool(node, "--people", built[0], asked=["all you need", '"you all need"', "lantern -tight", ""])
    assert [(answer["kind"], len(answer["hits"])) for answer in answers] == [
        ("all", 1), ("none", 0), ("all", 2), ("empty", 0),
    ]  # fmt: skip
    assert "index.js" in answers[0]["files"]


@pytest.mark.parametrize("words", [[], ["--reference"], ["--plain"]])
def test_what_cannot_be_answered_is_a_sentence(node: str, built: tuple[Path, Path], words: list[str]) -> None:
    """Bad syntax and what is no string leave a line with an error, and the next query is answered."""
    answers = query_tool(node, *words, built[len(words)], asked=["title:", 7, "lanterns"])
    assert [set(answer) & {"error", "hits"} for answer in answers] == [{"error"}, {"error"}, {"hits"}]
    assert answers[0]["error"] == "The query cannot be read: expecting term, found nothing."


def test_a_damaged_file_is_a_sentence(node: str, built: tuple[Path, Path], tmp_path: Path) -> None:
    """Never an empty answer."""
    for path in built[0].rglob("*.js"):
        copy = tmp_path / path.relative_to(built[0])
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes().replace(b"!", b"#", 1) if path.name.startswith("t") else path.read_bytes())
    (answer,) = query_tool(node, tmp_path, asked=["lanterns"])
    assert answer["error"].startswith("A file of the search arrived damaged")

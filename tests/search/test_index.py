"""What search writes: the same bytes whatever the order, and lunr's own scores in the browser."""

import itertools
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.artifact import Artifact
from sitegen.search.documents import FIELDS, Document, note_text
from sitegen.search.index import search_artifacts
from sitegen.search.lunr_index import build_lunr_index
from sitegen.search.packing import WEIGHT_UNIT, pack_index
from tests.search.scripts import answering, lunr_or_skip
from tests.search.sites import EXTRA, searchable_documents, searchable_site, write_search_files
from tests.toy import HOSTILE_TITLE

# Both lunrs understand these; words with hyphens are escaped, since lunr's own grammar splits at them. A required word
# that is nowhere is left out: lunr.py then answers as if it had not been asked for.
PLAIN_QUERIES = (
    "lantern", "lanterns shadows", "title:lanterns", "authors:quill", "+lanterns -tight", "-lanterns",
    "+quill +shadows", "survey", "surveys", "play", "müller", "Muller", "gpt\\-4", "GPT4", "c++", "l2", "深度",
    "Ёлкин", "he", "authors:he", "interval^5 bounds", "interv*", "*stribut", "l*n", "tigt~1", "lantrn~2",
    "bound~1^3", "topics:shadows abstract:tight", "organizations:institute", "notes:tight", "nothinghere",
    "notes:lanterns bounded", "the of and",
)  # fmt: skip


def value_of(artifact: Artifact) -> Any:
    """What a script of search puts under its name."""
    match = re.fullmatch(r"self\.sitegenSearch\w+=JSON\.parse\('(.*)'\);\n", artifact.content.decode())
    assert match is not None
    return json.loads(re.sub(r"\\([\\'])", r"\1", match[1]))


def test_order_and_repetition_change_nothing() -> None:
    """The bytes are the same for papers in another order and in a second run."""
    site = searchable_site()
    turned = replace(site, catalogue=replace(site.catalogue, papers=site.catalogue.papers[::-1]))
    assert tuple(search_artifacts(turned)) == tuple(search_artifacts(site))
    assert tuple(search_artifacts(searchable_site())) == tuple(search_artifacts(site))


def test_the_manifest_names_files_that_are_there() -> None:
    """Every address of the manifest leads from the search page to a file of this very build."""
    site = searchable_site()
    manifest, *others = itertools.islice(search_artifacts(site), 3)
    value = value_of(manifest)
    known = {artifact.path for artifact in (*others, *site.lookups.assets.artifacts)}
    assert manifest.path == "search/index.js"
    assert {value["worker"], *value["scripts"]} <= known
    assert {artifact.path for artifact in others} <= set(value["scripts"])
    assert value["count"] == len(site.catalogue.papers)


def test_a_changed_paper_changes_the_names() -> None:
    """The index and the store carry a digest of their content."""
    before = {artifact.path for artifact in search_artifacts(searchable_site())}
    after = {artifact.path for artifact in search_artifacts(searchable_site(EXTRA[1:]))}
    assert {path for path in before & after if "client" not in path} == {"search/index.js", "search/manifest.js"}


def test_scripts_hold_any_text() -> None:
    """Quotes, backslashes and markup in titles come through as they are, and end no string early."""
    papers = (replace(EXTRA[0], title=r"It's a \"quoted\" <\/script> title"), *EXTRA[1:])
    _, _, store, *_ = search_artifacts(searchable_site(papers))
    titles = [card["title"] for card in value_of(store)["papers"]]
    assert HOSTILE_TITLE in titles
    assert any(title.startswith("It's a ") for title in titles)


def test_a_hit_shows_what_is_known() -> None:
    """The store has everything that a row shows, and leaves out what is not known."""
    _, _, store, *_ = search_artifacts(searchable_site())
    cards = {card["href"]: card for card in value_of(store)["papers"]}
    full = cards["papers/bounded-lanterns-under-shifting-light.html"]
    assert full["authors"] == ["Ada Quill", "Bruno Ferrante-Lund", "Chén Ōyama"]
    assert full["date"] == ["29 May 2024", "2024-05-29", None]
    assert (full["mark"], full["rating"]) == (["read", "Read"], ["★★★★☆", "rated 4 of 5"])
    assert full["note"] == "The bound is tight. first second"
    assert [value_of(store)["topics"][place][0] for place in full["topics"]] == ["lanterns", "shadows"]
    assert cards["papers/only-a-title.html"] == {"href": "papers/only-a-title.html", "title": "Only a Title"}
    assert cards["papers/no-year-is-printed.html"]["by"] == "12 authors"


def test_no_papers_no_fault() -> None:
    """An empty list has an empty index."""
    packed = pack_index(build_lunr_index(()), ())
    assert packed == {"refs": [], "terms": [], "vectors": {field.name: [] for field in FIELDS}}


def test_notes_are_searched_as_text() -> None:
    """Markdown signs and addresses of links are no words."""
    assert note_text("A **bold** [word](https://example.org/hidden)\n\n- one\n") == "A bold word one"
    assert note_text(" \n") == ""


@given(st.lists(st.text(alphabet="ab c-4é学", max_size=12), min_size=1, max_size=5))
def test_packing_loses_nothing(titles: list[str]) -> None:
    """The packed vectors are lunr's, number by number and weight by weight."""
    documents = tuple(
        Document(ref=f"p{place}", title=title, authors="", topics="", organizations="", abstract=title, notes="")
        for place, title in enumerate(titles)
    )
    index = build_lunr_index(documents)
    packed = pack_index(index, [document.ref for document in documents])
    for field in FIELDS:
        for document, steps in zip(documents, packed["vectors"][field.name], strict=True):
            number, elements = 0, []
            for step, weight in zip(steps[::2], steps[1::2], strict=True):
                number += step
                elements += [number, weight / WEIGHT_UNIT]
            assert elements == index.field_vectors[f"{field.name}/{document.ref}"].elements
    assert sorted(packed["terms"]) == sorted(index.inverted_index)


@pytest.fixture(scope="module")
def in_javascript(node: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[tuple[str, float]]]:
    """The plain queries as lunr.js answers them on the files that the site ships."""
    folder: Path = tmp_path_factory.mktemp("site")
    _, *files = write_search_files(searchable_site(), folder)
    with answering(node, [folder / file.path for file in files], lunr_or_skip()) as ask:
        return {query: [(ref, score) for ref, score in ask({"plain": query})] for query in PLAIN_QUERIES}


@pytest.mark.parametrize("query", PLAIN_QUERIES)
def test_lunr_in_the_browser_gives_the_scores_of_lunr_in_python(
    query: str, in_javascript: Mapping[str, list[tuple[str, float]]]
) -> None:
    """The same papers, with the same scores, whichever lunr is asked."""
    hits = build_lunr_index(searchable_documents()).search(query)
    expected = {hit["ref"]: pytest.approx(hit["score"], abs=1e-9) for hit in hits}
    assert dict(in_javascript[query]) == expected


def test_the_plain_queries_find_something(in_javascript: Mapping[str, list[tuple[str, float]]]) -> None:
    """The agreement is not that of empty answers."""
    assert {query for query, hits in in_javascript.items() if not hits} == {"nothinghere"}

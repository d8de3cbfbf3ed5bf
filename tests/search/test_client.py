"""The client's scripts under Node: their own tests, and what they answer on the files of a built site."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.model.paper import Catalogue
from tests.search.scripts import HERE, answering, lunr_or_skip
from tests.search.sites import searchable_assets, searchable_site, write_search_files
from tests.toy import HOSTILE_TITLE, toy_parts

LYER = "muller-lyer-for-gpt-4"
SURVEYS = "pretraining-surveys"
HAN = "deep-learning-in-han"
LANTERNS = "bounded-lanterns-under-shifting-light"

Ask = Callable[..., dict[str, Any]]


def refs(answer: dict[str, Any]) -> list[str]:
    """The ids of the hits, best first."""
    return [hit["ref"] for hit in answer["hits"]]


def shown(pieces: list[tuple[str, bool]]) -> str:
    """Marked pieces as text, with brackets for marks."""
    return "".join(f"[{text}]" if found else text for text, found in pieces)


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_scripts_pass_their_own_tests(node: str, name: str) -> None:
    """`node --test` is content."""
    command = [node, "--test", str(HERE / name)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)  # noqa: S603 -- our own tests
    assert done.returncode == 0, done.stdout.decode()


@pytest.fixture(scope="module")
def ask(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The client over the small site: `ask(typed, typing=…, any=…, limit=…)`."""
    lunr_or_skip()
    folder: Path = tmp_path_factory.mktemp("site")
    write_search_files(searchable_site(), folder)
    with answering(node, folder) as answer_of:

        def answer(typed: str, **options: object) -> dict[str, Any]:
            found = answer_of({"typed": typed, "options": options})
            assert isinstance(found, dict)
            return found

        yield answer


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("muller", {LYER}),
        ("MÜLLER-LYER", {LYER}),
        ("gpt4", {LYER, SURVEYS}),
        ("gpt", {LYER, SURVEYS}),
        ("pre-training", {LYER, SURVEYS}),
        ("c++", {SURVEYS}),
        ("l2", {SURVEYS}),
        ("3d", {LYER}),
        ("survey", {LYER, SURVEYS}),
        ("play", {HAN}),
        ("学习", {HAN}),
        ("елкин", {HAN}),
        ("beta-vae", {HAN}),
        ("out-of-distribution", {LYER, SURVEYS}),
        ("kaiming he", {LYER}),
        ("all you need", {SURVEYS}),
        ("lantern -tight", {SURVEYS, "from-a-note-alone"}),
        ("author:quill lanterns", {LANTERNS, SURVEYS}),
        ('"all you need"', {SURVEYS}),
        ('"you all need"', set()),
        ("notes:second", {LANTERNS}),
        ("organization:toys", {LANTERNS}),
        ("tigt~1", {LANTERNS, HAN}),
        ("interv*", {HAN}),
    ],
)
def test_a_query_finds_its_papers(ask: Ask, typed: str, expected: set[str]) -> None:
    """Words in every writing, fields, signs, phrases, wildcards and typing errors."""
    assert set(refs(ask(typed))) == expected


@pytest.mark.parametrize("typed", ["g", "ge", "gener", "genera", "generaliza", "generalizati", "generalization"])
def test_a_word_is_found_at_each_letter(ask: Ask, typed: str) -> None:
    """While one types, also where the word so far is longer than its stem will be."""
    assert SURVEYS in refs(ask(typed, typing=True))


def test_the_finished_word_comes_before_longer_ones(ask: Ask) -> None:
    """What is typed in full outweighs what only begins so."""
    assert refs(ask("know", typing=True))[0] == SURVEYS


def test_some_of_the_words_when_none_has_all(ask: Ask) -> None:
    """Nothing with all words: papers with any, those with most first, and it is said."""
    answer = ask("interval bounds zebra")
    assert (answer["kind"], refs(answer)[0]) == ("some", HAN)
    assert ask("zebra")["kind"] == "none"
    assert ask("")["kind"] == "empty"


def test_papers_with_some_of_the_words_are_counted_and_shown_when_asked(ask: Ask) -> None:
    """Beside the papers that have all words, the others are one step away and come after them."""
    answer = ask("tight interval")
    assert (answer["kind"], refs(answer), answer["others"]) == ("all", [HAN], 1)
    assert refs(ask("tight interval", any=True)) == [HAN, LANTERNS]


def test_only_as_many_hits_as_asked_for(ask: Ask) -> None:
    """The count is of all, the hits are the first."""
    answer = ask("-zebra", limit=2)
    assert (answer["total"], len(answer["hits"])) == (9, 2)


def test_found_words_are_marked_in_title_authors_and_text(ask: Ask) -> None:
    """Pieces of text, never markup."""
    (hit,) = ask("kaiming he gpt-4 survey")["hits"]
    assert shown(hit["title"]) == "Müller–Lyer Illusions in [GPT-4]"
    assert shown(hit["by"]) == "Jürgen Ångström, [Kaiming He], Łucja Ørsted"
    assert shown(hit["say"]).startswith("We [survey] how pre-training")
    (hostile,) = ask("attacks")["hits"]
    assert shown(hostile["title"]) == HOSTILE_TITLE.replace("Attacks", "[Attacks]")


def test_a_note_is_shown_where_the_word_is_only_there(ask: Ask) -> None:
    """The snippet comes from where the word was found."""
    (hit,) = ask("second")["hits"]
    assert (hit["note"], shown(hit["say"])) == (True, "The bound is tight. first [second]")


@pytest.mark.parametrize(
    "typed", ["+", "title:", "~2", "a^", "(((", '"', "*", "\\", "constructor", "__proto__ toString", "-"]
)
def test_odd_queries_are_answered(ask: Ask, typed: str) -> None:
    """Bad syntax is a sentence or nothing, never an exception."""
    assert ask(typed, typing=True)["kind"] in {"empty", "none", "all", "some"}


def test_an_empty_list_can_be_searched(node: str, tmp_path: Path) -> None:
    """Nothing is found, and nothing fails."""
    empty = replace(
        toy_parts(), catalogue=Catalogue(papers=(), record_count=0), taxonomies=(), assets=searchable_assets()
    )
    lunr_or_skip()
    write_search_files(empty.site(), tmp_path)
    with answering(node, tmp_path) as answer_of:
        assert [answer_of({"typed": typed})["kind"] for typed in ("x", "*", "-x", "")] == [
            "none",
            "none",
            "none",
            "empty",
        ]

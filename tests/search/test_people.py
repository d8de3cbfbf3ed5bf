"""What a page is answered, by the messages of the client over a built site, also where its files are spoilt."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.search.parts import Part, part_artifact
from tests.search.scripts import lunr_or_skip, talking
from tests.search.sites import EXTRA, searchable_site, write_search_files
from tests.toy import HOSTILE_TITLE

LANTERNS = "bounded-lanterns-under-shifting-light"
GUESS = "a-guess-at-the-year"
MANY = 2_100
READ = 300

Reply = dict[str, Any]


class Client:
    """A page's end of the talk with the client over the site in `folder`."""

    def __init__(self, talk: Callable[[object], Any], folder: Path) -> None:
        self.talk, self.folder, self.last = talk, folder, 0

    def send(self, *messages: Reply, ends: int = 1) -> list[Reply]:
        """All replies to some messages, of which so many end something."""
        replies: list[Reply] = self.talk({"send": messages, "ends": ends})
        return replies

    def open(self) -> Reply:
        """The reply to the opening."""
        return self.send({"type": "open", "manifest": "search/index.js"})[-1]

    def question(self, typed: str, **options: object) -> Reply:
        """A question with a number of its own."""
        self.last += 1
        return {"type": "search", "id": self.last, "typed": typed, "options": options}

    def ask(self, typed: str, **options: object) -> Reply:
        """The answer to a question."""
        reply = self.send(self.question(typed, **options))[-1]
        assert reply["type"] == "answer", reply
        answer: Reply = reply["answer"]
        return answer

    def file(self, name: str) -> Path:
        """A file of the index by its name in any generation."""
        (path,) = self.folder.glob(f"search/*/{name}.js")
        return path


@contextmanager
def client(node: str, folder: Path, papers: Sequence[Paper] = EXTRA) -> Iterator[Client]:
    """A client over a site of the toy's papers and some more."""
    lunr_or_skip()
    write_search_files(searchable_site(tuple(papers)), folder)
    with talking(node, "work.mjs") as talk:
        talk({"site": str(folder)})
        yield Client(talk, folder)


@pytest.fixture
def fresh(node: str, tmp_path: Path) -> Iterator[Client]:
    """A client of which the test may break the files."""
    with client(node, tmp_path) as started:
        yield started


@pytest.fixture(scope="module")
def page(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client over the small site, opened."""
    with client(node, tmp_path_factory.mktemp("site")) as started:
        assert started.open()["type"] == "opened"
        yield started


@pytest.fixture(scope="module")
def long_list(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client over many short papers, opened: all of them have `warm` and `glow`, every third together."""
    papers = [
        Paper(
            id=f"lamp-{place}",
            title=f"Lamp {place}",
            abstract="A warm glow shines." if place % 3 == 0 else "Warm and glow apart.",
            date=PartialDate(year=2000 + place % 20),
        )
        for place in range(MANY)
    ]
    with client(node, tmp_path_factory.mktemp("site"), papers) as started:
        assert started.open()["type"] == "opened"
        yield started


def refs(answer: Reply) -> list[str]:
    """The ids of the hits, best first."""
    return [hit["ref"] for hit in answer["hits"]]


def shown(pieces: list[tuple[str, bool]]) -> str:
    """Marked pieces as text, with brackets for marks."""
    return "".join(f"[{text}]" if found else text for text, found in pieces)


def foreign(path: Path, name: str, generation: str) -> bytes:
    """A whole file of that name, of another generation."""
    payload = json.loads("[" + path.read_text("utf-8").partition("(")[2].rpartition(")")[0] + "]")[3:]
    return part_artifact(Part(name, tuple(payload)), generation).content


# Talking


def test_what_a_site_covers_is_told_on_opening(page: Client) -> None:
    """The number of papers, the searched fields, the date of the lists and the filters that tell papers apart."""
    opened = page.open()
    assert (opened["type"], opened["count"], opened["fields"][0]) == ("opened", 9, "title")
    assert {"topics", "years", "states"} <= set(opened["facets"])
    assert "date" in opened


def test_computing_and_waiting_are_told_apart(fresh: Client) -> None:
    """Each computing is announced, and each wait with the files that are waited for."""
    fresh.open()
    first = fresh.send(fresh.question("lantern"))
    kinds = [reply["type"] for reply in first]
    assert kinds[:3] == ["working", "waiting", "working"]
    assert kinds[-2:] == ["working", "answer"]
    assert {reply["id"] for reply in first} == {1}
    assert "t0" in first[1]["files"]
    assert [reply["type"] for reply in fresh.send(fresh.question("lantern"))] == ["working", "answer"]


def test_only_the_last_question_is_answered(fresh: Client) -> None:
    """What was asked before it is given up, and its failure is nobody's concern."""
    fresh.open()
    questions = [fresh.question(typed) for typed in ("l", "la", "lantern")]
    replies = fresh.send(*questions)
    assert [reply["id"] for reply in replies if reply["type"] in {"answer", "failed"}] == [3]


def test_texts_come_apart_from_hits(page: Client) -> None:
    """Texts are asked for by document, have the marks of the last answer, and come in the order asked for."""
    hits = page.ask("tight")["hits"]
    docs = [hit["doc"] for hit in hits]
    (reply,) = [r for r in page.send({"type": "snippets", "id": 77, "docs": docs}) if r["type"] == "snippets"]
    assert reply["id"] == 77
    assert [hit["ref"] for hit in hits] == [LANTERNS, "deep-learning-in-han"]
    assert [("[tight]" in shown(text["say"]), text["note"]) for text in reply["snippets"]] == [(True, False)] * 2


def test_markup_in_papers_stays_text(page: Client) -> None:
    """Titles and abstracts come as pieces of text, whatever they look like."""
    (hit,) = page.ask("attacks")["hits"]
    assert shown(hit["title"]) == HOSTILE_TITLE.replace("Attacks", "[Attacks]")
    texts = page.send({"type": "snippets", "id": 1, "docs": [hit["doc"]]})[-1]["snippets"]
    assert shown(texts[0]["say"]) == '<img src=x onerror="alert(1)"> stays text.'


# Faults


def test_a_question_before_the_opening_fails(fresh: Client) -> None:
    """It is said, not kept."""
    (reply,) = fresh.send(fresh.question("lantern"))
    assert (reply["type"], reply["id"], reply["kind"]) == ("failed", 1, "fault")


@pytest.mark.parametrize("typed", ["lantern", "zebra", "-lantern", "lan*", "l*n", "lantrn~1"])
def test_a_shard_that_is_missing_is_no_empty_result(fresh: Client, typed: str) -> None:
    """It fails by name, and is answered once the shard is there."""
    fresh.open()
    content = fresh.file("t0").read_bytes()
    path = fresh.file("t0")
    path.unlink()
    reply = fresh.send(fresh.question(typed))[-1]
    assert (reply["type"], reply["kind"], Path(reply["file"]).name) == ("failed", "missing", "t0.js")
    assert reply["reason"].endswith(".")
    path.write_bytes(content)
    assert fresh.ask(typed)["kind"] in {"all", "none"}


@pytest.mark.parametrize("name", ["t0", "v0", "h0", "b0", "years0", "topics0"])
def test_a_truncated_file_is_refused(fresh: Client, name: str) -> None:
    """Whatever it holds; what needs it fails, and says which file it is."""
    fresh.open()
    path = fresh.file(name)
    content = path.read_bytes()
    for cut in (content[: len(content) // 2], content[:-4] + content[-3:], b"", content[:-9] + b"x" + content[-8:]):
        path.write_bytes(cut)
        question = fresh.question('"all you need" zebra', counts=True, filters={"topic": ["lanterns"]})
        replies = fresh.send(question)
        if replies[-1]["type"] == "answer":  # no phrase had to be read: the text is wanted below the hits
            hits = fresh.ask("lantern")["hits"]
            replies = fresh.send({"type": "snippets", "id": 5, "docs": [hit["doc"] for hit in hits]})
        assert (replies[-1]["type"], replies[-1]["kind"]) == ("failed", "damaged")
        assert Path(replies[-1]["file"]).name == f"{name}.js"


@pytest.mark.parametrize(("name", "generation"), [("t0", "0123456789ab"), ("t1", None)])
def test_a_file_of_another_site_state_is_refused(fresh: Client, name: str, generation: str | None) -> None:
    """A whole file with the right checksum, but of another generation or under another's name."""
    fresh.open()
    path = fresh.file("t0")
    path.write_bytes(foreign(path, name, generation or path.parent.name))
    reply = fresh.send(fresh.question("lantern"))[-1]
    assert (reply["type"], reply["kind"], Path(reply["file"]).name) == ("failed", "foreign", "t0.js")


def test_a_site_without_its_manifest_cannot_be_opened(fresh: Client) -> None:
    """Opening fails without a number, every question with its own; a second opening may succeed."""
    manifest = fresh.folder / "search" / "index.js"
    content = manifest.read_bytes()
    manifest.unlink()
    reply = fresh.open()
    assert (reply["type"], reply["kind"]) == ("failed", "missing")
    assert "id" not in reply
    assert fresh.send(fresh.question("lantern"))[-1]["kind"] == "missing"
    manifest.write_bytes(content)
    assert fresh.open()["type"] == "opened"
    assert refs(fresh.ask("lantern"))


# Queries of every size and shape


def test_long_queries_are_cut_and_it_is_said(page: Client) -> None:
    """10,000 characters and 200 clauses are answered, each with a remark."""
    assert any("characters" in remark for remark in page.ask("lantern " * 1250)["remarks"])
    many = page.ask(" ".join("l t" for _ in range(100)))
    assert any("first 40 words" in remark for remark in many["remarks"])


@pytest.mark.parametrize(
    "typed",
    [
        "*a*b*c*", "*" * 400, " ".join(["*a*b*c*"] * 60), "a~2 it~2 x~2 ~2", "*~2", "a*~1^3", "-*", "-* lantern",
        '"' * 300, '"a" "b c" -"d e"', "title:* notes:*", "+" * 300, "\ud7ff\uffff", "title:" * 60, "l" * 499 + "*",
    ],
)  # fmt: skip
def test_every_query_has_an_answer(page: Client, typed: str) -> None:
    """Also those that nobody means well; while typing and after."""
    for typing in (False, True):
        answer = page.ask(typed, typing=typing)
        assert answer["kind"] in {"empty", "all", "some", "none"}
        assert len(answer["hits"]) == min(answer["total"], 30)
        assert all(remark.endswith(".") for remark in answer["remarks"])


def test_a_star_stands_for_every_paper(page: Client) -> None:
    """By itself, in a field and with a minus."""
    assert [page.ask(typed)["total"] for typed in ("*", "title:*", "-*", "lantern -*")] == [9, 9, 0, 0]


# Filters, counts and order


def test_nothing_typed_lists_what_passes_the_filters(page: Client) -> None:
    """The newest first; without filters nothing is asked."""
    answer = page.ask("", filters={"topic": ["lanterns", "shadows"]})
    assert (answer["kind"], answer["words"], answer["total"]) == ("all", 0, len(answer["hits"]))
    assert refs(answer)[:3] == [GUESS, LANTERNS, "from-a-note-alone"]
    assert page.ask("")["kind"] == "empty"
    assert page.ask("  +", filters={"status": ["read"]})["total"] == 1


def test_filters_narrow_a_query_and_keep_its_order(page: Client) -> None:
    """The hits that pass, with the scores they had; what is left out is told by the number without filters."""
    every = page.ask("lantern")
    left = page.ask("lantern", filters={"years": [2019, 2019]})
    assert refs(left) == ["from-a-note-alone"]
    assert left["hits"][0]["score"] == next(hit["score"] for hit in every["hits"] if hit["ref"] == refs(left)[0])
    assert left["unfiltered"] == every["total"]
    none = page.ask("lantern", filters={"years": [1950, 1951]})
    assert (none["kind"], none["total"], none["unfiltered"]) == ("none", 0, every["total"])


def test_an_unknown_filter_is_said(page: Client) -> None:
    """It narrows nothing."""
    answer = page.ask("lantern", filters={"topic": ["no-such-topic"]})
    assert answer["total"] == page.ask("lantern")["total"]
    assert any("no-such-topic" in remark for remark in answer["remarks"])


def test_counts_are_what_a_choice_would_leave(page: Client) -> None:
    """Each count of each facet is the total of the query with this choice."""
    answer = page.ask("quill", counts=True)
    keys = {"topics": "topic", "states": "status", "authors": "author"}
    asked = 0
    for facet, key in keys.items():
        for choice in answer["counts"][facet]:
            assert page.ask("quill", filters={key: [choice["slug"]]})["total"] == choice["count"], choice
            asked += 1
    for choice in answer["counts"]["years"]:
        if choice["from"]:
            assert page.ask("quill", filters={"years": [choice["from"], choice["to"]]})["total"] == choice["count"]
    assert asked > 5
    assert page.ask("quill")["counts"] is None


def test_hits_by_date(page: Client) -> None:
    """The newest first, papers without a year last; with all of the words before those with some."""
    assert refs(page.ask("lanterns", sort="date")) == [LANTERNS, "from-a-note-alone", "pretraining-surveys"]
    assert refs(page.ask("tight interval", sort="date", any=True)) == ["deep-learning-in-han", LANTERNS]


# Words that are not there


def test_what_was_typed_stands_before_what_begins_like_it(node: str, tmp_path: Path) -> None:
    """While one types, a rarer word that goes on does not outrank the common one that is there."""
    common = [
        Paper(id=f"robust-{place}", title=f"On {word} robust lamps at sea", abstract=f"A {word} of lamps.")
        for place, word in enumerate(("amber", "blue", "coral", "dim", "even", "fine", "green", "hazel", "ivory"))
    ]
    rare = Paper(id="robustify", title="Robustify", abstract="Lamps.")
    with client(node, tmp_path, [*common, rare]) as started:
        started.open()
        refs = [hit["ref"] for hit in started.ask("robust", typing=True, limit=20)["hits"]]
    assert (refs[-1], len(refs)) == ("robustify", 10)


def test_a_suggestion_keeps_all_else_that_was_typed(page: Client) -> None:
    """Signs, fields and spaces stay, and what was changed is marked."""
    assert page.ask("author:quil  -zebra +lantrens^2")["suggestion"] == {
        "typed": "author:quill  -zebra +lanterns^2",
        "pieces": [
            ["author:", False], ["quill", True], ["  -zebra +", False], ["lanterns", True], ["^2", False],
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["lanterns", "zebra lanterns -tigth", "学校", "2099", "xq", '"tigth bonud"', "tigth*"]
)
def test_nothing_is_suggested_where_nothing_is_near(page: Client, typed: str) -> None:
    """For known words, for words without letters, in phrases and patterns."""
    assert page.ask(typed)["suggestion"] is None


# A long list


def test_phrases_are_read_in_the_best_papers_only(long_list: Client) -> None:
    """How many were read of how many is said; none of the hits is without the phrase."""
    answer = long_list.ask('"warm glow"', limit=MANY)
    assert 0 < answer["total"] < READ
    assert {int(ref.removeprefix("lamp-")) % 3 for ref in refs(answer)} == {0}
    assert answer["remarks"] == [
        f"Words in quotes were looked for together only in the {READ} best of {MANY:,} papers that have them."
    ]


def test_a_phrase_beside_a_rare_word_reads_few_papers(long_list: Client) -> None:
    """Only those that have all words are read, and nothing is left open."""
    assert refs(long_list.ask('"warm glow" title:999')) == ["lamp-999"]
    assert long_list.ask('"warm glow" title:999')["remarks"] == []


def test_one_letter_stands_for_itself_in_a_long_list(long_list: Client, page: Client) -> None:
    """As it would stand for too much; where nothing is found, it is said."""
    assert page.ask("l", typing=True)["total"] > 0
    answer = long_list.ask("wa", typing=True)
    assert (answer["kind"], answer["remarks"]) == ("none", ["Very many words begin with “wa”: type more of it."])
    assert long_list.ask("war", typing=True)["total"] == MANY


def test_the_first_of_many_are_those_of_all(long_list: Client) -> None:
    """However few are asked for, by score and by date; equal scores go by the papers' numbers."""
    for options in ({}, {"sort": "date"}, {"filters": {"years": [2003, 2005]}}):
        every = long_list.ask("warm lamp", limit=MANY, **options)
        assert len(every["hits"]) == every["total"]
        for limit in (1, 7, 200, 1000):
            some = long_list.ask("warm lamp", limit=limit, **options)
            assert (some["total"], refs(some)) == (every["total"], refs(every)[:limit])
    hits = long_list.ask("warm lamp", limit=MANY)["hits"]
    assert hits == sorted(hits, key=lambda hit: (-hit["score"], hit["doc"]))
    years = [int(hit["date"][0]) for hit in long_list.ask("warm", limit=MANY, sort="date")["hits"]]
    assert years == sorted(years, reverse=True)

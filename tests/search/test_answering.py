"""What the command line finds for what a person types, and that the page in a browser finds the same."""

import random
from pathlib import Path

import pytest

from sitegen.search import answering as answering_rules
from sitegen.search import answering_meant, answering_phrases, answering_plan, query
from sitegen.search.answering import Answer, Kind, answer, open_search
from sitegen.search.answering_meant import candidates, distance
from sitegen.search.index import search_artifacts
from sitegen.search.reader import open_search_artifacts
from sitegen.search.reader_terms import Entry
from tests.search.scripts import answering, lunr_or_skip, run_script
from tests.search.sites import searchable_site, write_search_files

LYER = "muller-lyer-for-gpt-4"
SURVEYS = "pretraining-surveys"
HAN = "deep-learning-in-han"
LANTERNS = "bounded-lanterns-under-shifting-light"

SEARCH = open_search(open_search_artifacts(search_artifacts(searchable_site())))

# Words and pieces of every kind: plain, misspelt, stop words, other writings, fields, phrases, signs, wildcards.
WORDS = (
    "lantern lanterns lantren tight bound bounds survey surveys surveyed pretraining pre-training gpt-4 gpt of the "
    "all you need to 深度学习 深 学习 β-vae beta-vae muller Müller елкин c++ l2 3d generaliz interv shadwos zebra "
    "norm quill"
).split()
FORMS = (
    '{} {} {} {} {}* *{} {}~1 {}~2 {}^4 {}^0 title:{} by:{} abstract:{} topic:{} notes:{} venue:{} "{}" title:"{}"'
).split()
PHRASES = (
    *('"all you need"', '"you all need"', '"of the"', '"the bound is tight"', '"2 norm"', '"深度学习"'),
    *("*", "((", "m", "a*", "kaiming he", "intervl bonds"),
)


def ask(typed: str, *, some: bool = False) -> Answer:
    """The answer over the small site."""
    return answer(SEARCH, typed, some=some)


def refs(found: Answer) -> list[str]:
    """The ids of the hits, best first."""
    return [SEARCH.store.card(hit.document).ref for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("muller", {LYER}),
        ("pre-training", {LYER, SURVEYS}),
        ("c++", {SURVEYS}),
        ("学习", {HAN}),
        ("kaiming he", {LYER}),
        ("lantern -tight", {SURVEYS, "from-a-note-alone"}),
        ("author:quill lanterns", {LANTERNS, SURVEYS}),
        ('"all you need"', {SURVEYS}),
        ('"you all need"', set()),
        ("notes:second", {LANTERNS}),
        ("tigt~1", {LANTERNS, HAN}),
        ("interv*", {HAN}),
        ("generaliza", {SURVEYS}),
    ],
)
def test_a_query_finds_its_papers(typed: str, expected: set[str]) -> None:
    """Words in every writing, fields, signs, phrases, wildcards, typing errors and beginnings."""
    assert set(refs(ask(typed))) == expected


def test_how_an_answer_came_about_is_told() -> None:
    """All of the words, some of them, none of them, or nothing asked for."""
    assert [ask(typed).kind for typed in ("tight interval", "interval bounds zebra", "zebra", "((")] == [
        Kind.ALL,
        Kind.SOME,
        Kind.NONE,
        Kind.EMPTY,
    ]


def test_papers_with_some_of_the_words_are_counted_and_come_last() -> None:
    """Beside the papers that have all words, the others are one option away."""
    found = ask("tight interval")
    assert (refs(found), found.others) == ([HAN], 1)
    assert refs(ask("tight interval", some=True)) == [HAN, LANTERNS]


def test_words_that_are_nowhere_get_a_suggestion() -> None:
    """What finds papers with all words comes before what finds some; what is found needs none."""
    assert ask("lantrens").suggestion == "lanterns"
    assert ask("Tight, intrval").suggestion == "Tight, interval"
    assert ask("lanterns").suggestion is None
    assert ask("qqqqqq").suggestion is None


def test_a_short_word_is_not_bent_far() -> None:
    """From six letters on two may differ, from three on one; what was taken for a field is not guessed at."""
    assert ask("zebra").suggestion is None
    assert ask("bnund").suggestion == "bound"
    assert ask("bnuod").suggestion is None
    assert ask("tigth:lanterns").suggestion is None


def test_the_nearest_words_come_first() -> None:
    """By edits, by the first letter, by how many papers have them, by the alphabet; digits stay as they are."""
    words = {"lamp": 1, "lamps": 9, "romp": 50, "limp": 4, "lump": 7, "lamp2": 80, "lane": 3, "lame": 4}
    vocabulary = [Entry(word, count, word) for word, count in sorted(words.items())]
    assert [entry.word for entry in candidates(vocabulary, "lomp")] == ["lump", "limp", "lamp", "romp"]


def test_only_papers_that_are_allowed_are_found() -> None:
    """A filter leaves the order and the scores as they are."""
    every = ask("lantern").hits
    assert len(every) > 1
    left = answer(SEARCH, "lantern", allows=lambda document: document != every[0].document)
    assert left.hits == every[1:]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "xbcd", 2),
        ("", "ab", 2),
        ("abcdef", "uvwxyz", 3),
    ],
)
def test_how_far_two_words_are_apart(one: str, other: str, expected: int) -> None:
    """Letters changed, added, left out or exchanged; 3 stands for all that is further than 2."""
    assert distance(one, other, 2) == distance(other, one, 2) == expected


def drawn(chance: random.Random) -> str:
    """A query of one to four pieces."""

    def piece() -> str:
        text = chance.choice(FORMS).format(chance.choice(WORDS))
        return chance.choice(("", "", "", "", "+", "-")) + chance.choice((*[text] * 6, chance.choice(PHRASES)))

    return " ".join(piece() for _ in range(chance.choice((1, 1, 2, 2, 3, 4))))


def test_the_page_finds_the_same(node: str, tmp_path: Path) -> None:
    """Same papers in the same order with the same scores, and the same words on how they were found."""
    lunr_or_skip()
    write_search_files(searchable_site(), tmp_path)
    chance = random.Random(5)  # noqa: S311 -- examples, no secrets
    # Nothing has these last words as they stand beside the first: they are taken as beginnings.
    queries = [*(drawn(chance) for _ in range(120)), "tight b", "lantern b", "tight c", "gpt generaliza", "(("]
    questions = [(typed, some) for typed in queries for some in (False, True)]
    with answering(node, tmp_path) as ask_page:
        answers = [ask_page({"typed": typed, "options": {"any": some, "limit": 1000}}) for typed, some in questions]
    assert {each["kind"] for each in answers} == {kind.value for kind in Kind}
    assert sum(each["suggestion"] is not None for each in answers) > 5
    for (typed, some), page in zip(questions, answers, strict=True):
        found, suggestion = ask(typed, some=some), page["suggestion"]
        assert (found.kind.value, found.others, list(found.remarks)) == (page["kind"], page["others"], page["remarks"])
        assert found.suggestion == (suggestion and suggestion["typed"]), typed
        assert refs(found) == [hit["ref"] for hit in page["hits"]], typed
        scores = [hit["score"] for hit in page["hits"]]
        assert [hit.score for hit in found.hits] == pytest.approx(scores, abs=1e-9), typed


def test_the_page_has_the_same_numbers(node: str) -> None:
    """Every limit and boost of the rules for people is the same in both languages."""
    rules = (answering_rules, answering_meant, answering_phrases, answering_plan, query)
    theirs = run_script(node, "constants.mjs", None)
    assert len(theirs) == 9
    for name, value in theirs.items():
        ours = [getattr(each, name) for each in rules if hasattr(each, name)]
        assert ours, name
        assert all(each == value for each in ours), name

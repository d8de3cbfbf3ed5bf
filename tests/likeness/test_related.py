"""Related papers: near ones first, with their reasons, and the same whatever the order or the process."""

import dataclasses
import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.likeness.closeness import Closeness
from sitegen.likeness.nearest import Nearest
from sitegen.likeness.related import MOST_RELATED, Related, relate
from sitegen.likeness.weighing import UNIT, weigh
from sitegen.model.paper import NearMiss, Paper
from sitegen.model.problems import Location

SUBJECTS = {
    "lanterns": "paper lanterns candle wick flame lantern makers brass hinges lantern glass soot",
    "beehives": "honey bees beehive smoker wax comb queen bees swarm beehive frames nectar",
    "tides": "tide tables harbour pilots moon tide gauge estuary currents neap tide sandbanks",
    "looms": "hand loom weaving shuttle warp weft linen threads loom treadle weaving patterns",
}


def paper(number: int, subject: str, *, seed: int = 1, **fields: object) -> Paper:
    """A paper about one subject, in words drawn from it."""
    chance = random.Random(f"{subject} {number} {seed}")  # noqa: S311 - words that can be drawn again
    words = SUBJECTS[subject].split()
    sentences = [" ".join(chance.sample(words, 7)) for _ in range(6)]
    title = " ".join(chance.sample(words, 3))
    defaults = {"id": f"{subject}-{number}", "title": title, "abstract": ". ".join(sentences), "topics": (subject,)}
    return Paper(**(defaults | fields))  # type: ignore[arg-type]


def papers(count: int = 9) -> list[Paper]:
    """Some papers about each subject."""
    return [paper(number, subject) for subject in SUBJECTS for number in range(count)]


def related(all_papers: Sequence[Paper], *near_misses: NearMiss) -> dict[str, tuple[Related, ...]]:
    """The relations of papers whose topics are called as their slugs."""
    return relate(all_papers, labels={}, near_misses=near_misses)


def near_miss(first: str, second: str) -> NearMiss:
    """Two papers that may be one work."""
    return NearMiss(papers=(first, second), titles=(first, second), reason="alike", location=Location("a.txt", 1))


def test_papers_of_one_subject_find_each_other() -> None:
    """Each paper has six of its own subject, never itself, and no paper twice."""
    for paper_id, found in related(papers(12)).items():
        subject = paper_id.rpartition("-")[0]
        assert len(found) == MOST_RELATED
        assert {each.paper.rpartition("-")[0] for each in found} == {subject}
        assert len({each.paper for each in found} | {paper_id}) == MOST_RELATED + 1


def test_reasons_are_shared_words() -> None:
    """Two to four terms, each in the words of the first paper, no two of which are forms of one word."""
    all_papers = {each.id: each for each in papers()}
    for paper_id, found in related(list(all_papers.values())).items():
        own = f"{all_papers[paper_id].title} {all_papers[paper_id].abstract}".lower()
        for each in found:
            assert 2 <= len(each.terms) <= 4
            words = [word for term in each.terms for word in term.split()]
            assert len({word[:5] for word in words}) == len(words)
            for term in each.terms:
                assert term in own or term in SUBJECTS


def test_the_order_of_papers_does_not_count() -> None:
    """Shuffled papers have the relations that they had."""
    ordered = papers()
    shuffled = random.Random(3).sample(ordered, len(ordered))  # noqa: S311 - no secret
    assert related(shuffled) == related(ordered)


@settings(max_examples=20)
@given(st.permutations([(number, subject) for subject in SUBJECTS for number in range(3)]))
def test_any_order_gives_the_same(order: list[tuple[int, str]]) -> None:
    """For every order of a small list."""
    assert related([paper(*each) for each in order]) == related([paper(*each) for each in sorted(order)])


def test_the_process_does_not_count() -> None:
    """Processes with other hash seeds find the same."""
    code = (
        "import json; from tests.likeness.test_related import papers, related\n"
        "print(json.dumps({k: [(r.paper, r.terms, r.authors) for r in v] for k, v in related(papers()).items()}))"
    )
    answers = set()
    for seed in ("0", "1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)  # noqa: S603
        answers.add(json.dumps(json.loads(done.stdout), sort_keys=True))
    assert len(answers) == 1


def test_authors_alone_relate_nothing() -> None:
    """Papers of one prolific author on other subjects are not related."""
    authors = ("Ada Quill", "Bo Birk")
    found = related([paper(number, subject, authors=authors) for subject in SUBJECTS for number in range(9)])
    for paper_id, each in found.items():
        assert {other.paper.rpartition("-")[0] for other in each} == {paper_id.rpartition("-")[0]}
        assert {other.authors for other in each} == {2}


def test_a_shared_author_decides_between_like_papers() -> None:
    """Of two papers with the same words, that with the same author comes first."""
    text = "Lantern makers hinge brass lanterns. Brass hinges on paper lanterns. The lantern makers' brass."
    first = Paper(id="m", title="Brass hinges of lantern makers", abstract=text, authors=("Ada Quill",))
    stranger = Paper(id="a", title="Brass hinges of lantern makers anew", abstract=text, authors=("Cy Cedar",))
    friend = Paper(id="z", title="Brass hinges of lantern makers anew", abstract=text, authors=("Ada Quill",))
    found = related([first, stranger, friend, *papers(6)])
    assert [each.paper for each in found["m"]][:2] == ["z", "a"]
    assert [each.authors for each in found["m"]][:2] == [1, 0]


def test_a_comparison_holds_for_both() -> None:
    """Whichever of two papers leads to the other, both have the outcome."""
    weighed = weigh(papers(6))
    count = len(weighed.papers)
    later = [set(range(place + 1, count)) for place in range(count)]
    earlier = [set(range(place)) for place in range(count)]
    near = [
        [[(each.place, each.nearness) for each in found.of(place)] for place in range(count)]
        for found in (Nearest(weighed, least=0.1, candidates=each) for each in (later, earlier))
    ]
    assert near[0] == near[1]
    pairs = {(place, each, nearness) for place, row in enumerate(near[0]) for each, nearness in row}
    assert pairs
    assert pairs == {(each, place, nearness) for place, each, nearness in pairs}


def test_of_many_near_ones_the_nearest_are_kept() -> None:
    """A paper near to very many keeps the nearest of all, in order, of equals the lower, however they come."""
    weighed = weigh([paper(number, "tides") for number in range(60)])
    pairs = [set(range(place + 1, 60)) for place in range(60)]
    all_pairs = Nearest(weighed, least=0.01, candidates=pairs)
    for place in (0, 31, 59):
        found = [(-each.nearness, each.place) for each in all_pairs.of(place)]
        one_by_one = []
        for other in set(range(60)) - {place}:
            only = [{other} if at == place else set() for at in range(60)]
            one_by_one += [
                (-each.nearness, each.place) for each in Nearest(weighed, least=0.01, candidates=only).of(place)
            ]
        assert len(one_by_one) > len(found) > MOST_RELATED
        assert found == sorted(one_by_one)[: len(found)]


def test_versions_of_one_work_take_one_place() -> None:
    """Of papers that may be one work a list has one, and there is room for others."""
    copies = [paper(0, "tides", id=f"copy-{number}") for number in range(5)]
    misses = [near_miss(f"copy-{number}", f"copy-{number + 1}") for number in range(4)]
    found = related([*papers(), *copies], *misses)
    for each in found.values():
        assert sum(other.paper.startswith("copy-") for other in each) <= 1
    assert len(found["tides-0"]) == MOST_RELATED
    assert related([*papers(), *copies], *reversed(misses)) == found


@pytest.mark.parametrize(
    "few",
    [
        [],
        [Paper(id="a", title="Only one")],
        [Paper(id="a", title=""), Paper(id="b", title="???", abstract="$x$")],
        [Paper(id="a", title="Tides", topics=("tides",)), Paper(id="b", title="Looms", topics=("looms",))],
    ],
)
def test_where_nothing_is_alike_nothing_is_related(few: list[Paper]) -> None:
    """Lists of none, of one, of papers without words, and of papers without a common word."""
    assert related(few) == {each.id: () for each in few}


def test_writing_without_spaces_is_read() -> None:
    """Papers in Han and kana are related by neighbouring characters."""
    texts = [
        "潮汐表と港の水先人。潮汐の計測と港",
        "港の潮汐表。水先人の港と潮汐の計測",
        "養蜂家の巣箱と蜜蝋。巣箱の蜂蜜",
        "蜂蜜と巣箱。養蜂家の蜜蝋と巣箱",
    ]
    found = related([Paper(id=f"p{at}", title=text[:6], abstract=text) for at, text in enumerate(texts)])
    assert [each.paper for each in found["p0"]] == ["p1"]
    assert [each.paper for each in found["p2"]] == ["p3"]


def test_names_keep_their_capitals_and_sentences_lose_theirs() -> None:
    """A reason is written as within a sentence."""
    texts = [
        "Beehives hum. In beehives, GANs fly. Wasserstein saw beehives, GANs and Wasserstein.",
        "Beehives, Wasserstein and GANs: GANs leave beehives to Wasserstein.",
    ]
    pair = [Paper(id=f"w{at}", title="Beehives", abstract=text) for at, text in enumerate(texts)]
    found = related([*pair, *papers(4)])
    terms = {term for each in found["w0"] if each.paper == "w1" for term in each.terms}
    assert terms == {"GANs", "Wasserstein", "beehives"}


def test_shared_authors_add_the_same_in_every_python() -> None:
    """What each author adds is added up exactly: Python's sum rounds in one way before 3.12 and in another since."""
    counts = {"Ada Quill": 6, "Bo Birk": 8, "Cy Cedar": 12, "Di Dale": 12}
    text = "Lantern makers hinge brass lanterns. Brass hinges on paper lanterns. The lantern makers' brass."
    strangers = [Paper(id=each, title="Brass hinges", abstract=text) for each in ("a", "b")]
    others = [
        Paper(id=f"{name} {number}", title="", authors=(name,))
        for name, count in counts.items()
        for number in range(count - len(strangers))
    ]

    def nearness(pair: Sequence[Paper]) -> float:
        weighed = weigh([*pair, *others, *papers(6)])
        first, second = (weighed.papers.index(each) for each in pair)
        return Closeness(weighed).nearness(first, second, total=UNIT**2, terms=range(9))

    alone = nearness(strangers)
    together = nearness([dataclasses.replace(each, authors=tuple(counts)) for each in strangers])
    added = float(sum(Fraction(2 / count) for count in counts.values()))
    assert added < 1
    assert together == alone * (1 + 0.25 * added)

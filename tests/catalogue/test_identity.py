"""Which records are one work."""

import dataclasses
import datetime
import itertools
import string
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.assembly import build_catalogue
from sitegen.model.note import Note
from sitegen.model.paper import Catalogue
from tests.catalogue.records import reading, record

TREES = "Pruning old trees in winter keeps the crown open, lets light reach every branch and makes apples ripen early."
BOATS = (
    "We measure how wooden boats age when harbours freeze, comparing tar, linseed oil and modern epoxy over decades."
)


def titles(catalogue: Catalogue) -> list[str]:
    """The titles of a catalogue, in order."""
    return [paper.title for paper in catalogue.papers]


@pytest.mark.parametrize(
    "other",
    [
        "adversarial TRAINING for pre-trained models",
        "Adversarial Training for Pretrained Models",
        "Adversarial Training for Pre Trained Models.",
        "Adversarial  Training: for Pre-trained Models",
        "Ádversarial Training for Pre\u2013trained Modèls",
        "[Adversarial Training](https://example.org/x) for *Pre-trained* Models",
        r"\emph{Adversarial} Training for \textbf{Pre-trained} Models",
        "Adversarial\u00a0Training for Pre\u200b-trained Models",
    ],
)
def test_equal_folded_titles_are_one_paper(other: str) -> None:
    """Case, punctuation, accents, hyphens, spacing, Markdown and LaTeX do not make another work."""
    first = record("Adversarial Training for Pre-trained Models", abstract=TREES)
    second = record(other, dump="b.txt", abstract=TREES)
    catalogue = build_catalogue([reading(first), reading(second)])
    assert len(catalogue.papers) == 1
    assert catalogue.record_count == 2
    assert len(catalogue.papers[0].provenance) == 2


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("Łódź Trams and Ørsted Ferries", "Lodz Trams and Orsted Ferries"),
        (r"Trams in $\ell_2$ Space, $3 \times$ Faster", "Trams in ℓ2 Space, 3× Faster"),
        (r"Ferries with $\infty$ Seats", "Ferries with ∞ Seats"),
        ("Trams &amp; Ferries", "Trams & Ferries"),
    ],
)
def test_letters_and_signs_are_one_however_they_are_written(printed: str, other: str) -> None:
    """Letters that Unicode does not take apart, signs with a LaTeX name and HTML's own do not make another work."""
    readings = [reading(record(printed, abstract=TREES)), reading(record(other, dump="b.txt", abstract=TREES))]
    assert len(build_catalogue(readings).papers) == 1


def test_greek_letters_and_their_names_are_one() -> None:
    """A Greek letter, its LaTeX command and its variant name the same title."""
    forms = ["Delayed ε-Shrinking", r"Delayed $\epsilon$-Shrinking", r"Delayed $\varepsilon$-shrinking"]
    readings = [reading(record(form, dump=f"{number}.txt")) for number, form in enumerate(forms)]
    assert len(build_catalogue(readings).papers) == 1


def test_a_title_inside_a_longer_one_is_another_work() -> None:
    """A title that ends with another paper's title is not that paper."""
    short = record("Generative Adversarial Networks", abstract=TREES)
    long = record("Bt-GAN: Fair Data via Bias-transforming Generative Adversarial Networks", line=9, abstract=TREES)
    assert len(build_catalogue([reading(short, long)]).papers) == 2


def test_same_title_other_work_stays_apart() -> None:
    """Two works of one title both stay, with ids that differ, and are shown as a near miss."""
    catalogue = build_catalogue(
        [
            reading(record("A Survey", abstract=TREES, authors=("Ann Ash",))),
            reading(record("A survey", dump="b.txt", abstract=BOATS, authors=("Bo Birk",))),
        ]
    )
    first, second = catalogue.papers
    assert first.id == "a-survey"
    assert second.id.startswith("a-survey-")
    assert len(second.id) == len("a-survey-") + 6
    assert set(second.id[-6:]) <= set(string.hexdigits.lower())
    assert [miss.papers for miss in catalogue.near_misses] == [(first.id, second.id)]


def test_identifiers_decide() -> None:
    """The same arXiv id joins different titles; different ids hold equal titles apart."""
    v1 = record("Old Name of the Work", urls=("https://arxiv.org/abs/2401.00001v1",))
    v2 = record("New Name of the Work", line=5, urls=("https://huggingface.co/papers/2401.00001",))
    other = record("New name of the work", line=9, urls=("https://arxiv.org/pdf/2402.00002",))
    catalogue = build_catalogue([reading(v1, v2, other)])
    assert [len(paper.provenance) for paper in catalogue.papers] == [2, 1]
    assert [paper.arxiv_id for paper in catalogue.papers] == ["2401.00001", "2402.00002"]


def test_a_bare_record_that_fits_two_works_joins_neither() -> None:
    """A title alone cannot say which of two works it means, so it is not made to."""
    catalogue = build_catalogue(
        [
            reading(record("A Survey", abstract=TREES)),
            reading(record("A Survey", dump="b.txt", abstract=BOATS)),
            reading(record("A Survey", dump="c.txt")),
        ]
    )
    assert [len(paper.provenance) for paper in catalogue.papers] == [1, 1, 1]


@pytest.mark.parametrize("ellipsis", ["…", "...", " …"])
def test_a_cut_title_matches_its_full_form(ellipsis: str) -> None:
    """A title cut by an ellipsis is the paper whose title goes on, when the abstracts agree."""
    cut = record("Keeping the Crown of Old Trees" + ellipsis, abstract=TREES[:80])
    full = record("Keeping the Crown of Old Trees Open to the Light", dump="b.txt", abstract=TREES)
    catalogue = build_catalogue([reading(cut), reading(full)])
    assert titles(catalogue) == ["Keeping the Crown of Old Trees Open to the Light"]


def test_a_cut_title_alone_is_only_a_near_miss() -> None:
    """Without abstracts that agree a cut title stays by itself, and a person is asked."""
    cut = record("Keeping the Crown of Old Trees…")
    full = record("Keeping the Crown of Old Trees Open to the Light", dump="b.txt", abstract=TREES)
    catalogue = build_catalogue([reading(cut), reading(full)])
    assert len(catalogue.papers) == 2
    assert len(catalogue.near_misses) == 1


def test_notes_settle_near_misses() -> None:
    """`same_as` joins what was apart, `different_from` parts what was joined; either ends the question."""
    one = record("Boats in Ice", abstract=BOATS)
    two = record("Boats and Ice", dump="b.txt", abstract=BOATS)
    apart = build_catalogue([reading(one), reading(two)])
    assert len(apart.near_misses) == 1
    joined = build_catalogue(
        [reading(one), reading(two)], [Note(file="n.md", id="boats-in-ice", same_as=("boats-and-ice",))]
    )
    assert [paper.id for paper in joined.papers] == ["boats-in-ice"]
    assert not joined.near_misses
    by_later_id = [Note(file="n.md", id="boats-and-ice", same_as=("boats-in-ice",))]
    assert [paper.id for paper in build_catalogue([reading(one), reading(two)], by_later_id).papers] == ["boats-in-ice"]
    told = [Note(file="n.md", id="boats-in-ice", different_from=("boats-and-ice",))]
    settled = build_catalogue([reading(one), reading(two)], told)
    assert (len(settled.papers), settled.near_misses) == (2, ())


def test_a_settlement_that_names_nothing_is_a_problem() -> None:
    """A wrong reference is told, with the nearest id."""
    catalogue = build_catalogue(
        [reading(record("Boats in Ice"))],
        [Note(file="n.md", id="boats-in-ice", same_as=("boat-in-ice",), key_lines=(("id", 2), ("same_as", 3)))],
    )
    assert [str(problem) for problem in catalogue.problems] == [
        "n.md:3: unknown-paper: `same_as`: no paper is `boat-in-ice`; did you mean `boats-in-ice`?"
    ]


def test_a_settlement_of_an_unknown_paper_is_a_problem() -> None:
    """A note that only settles, and names no paper itself, is told at the name."""
    note = Note(file="n.md", id="boots-in-ice", same_as=("boats-in-ice",), key_lines=(("id", 2), ("same_as", 3)))
    catalogue = build_catalogue([reading(record("Boats in Ice"))], [note])
    assert [str(problem) for problem in catalogue.problems] == [
        "n.md:2: unknown-paper: `id`: no paper is `boots-in-ice`; did you mean `boats-in-ice`?"
    ]


@pytest.mark.parametrize(
    "settling",
    [
        Note(file="n.md", id="boats-in-ice", same_as=("boats-and-ice",)),
        Note(file="n.md", title="Boats in Ice", same_as=("boats-and-ice",)),
    ],
)
def test_a_note_that_only_settles_may_stand_beside_another(settling: Note) -> None:
    """The ready-made note of the health page can be saved as it is, though its paper has a note already."""
    readings = [reading(record("Boats in Ice", abstract=BOATS)), reading(record("Boats and Ice", dump="b.txt"))]
    word = Note(file="word.md", id="boats-in-ice", rating=5, body="Good.")
    catalogue = build_catalogue(readings, [word, settling])
    assert catalogue.problems == ()
    assert [(paper.id, paper.rating, paper.note_file) for paper in catalogue.papers] == [
        ("boats-in-ice", 5, "papers/word.md")
    ]


@pytest.mark.parametrize(
    "settling",
    [
        Note(file="z.md", id="boats-and-ice", same_as=("boats-in-ice",)),
        Note(file="a.md", id="boats-in-ice", same_as=("boats-and-ice",)),
        Note(file="a.md", title="boats and ice", same_as=("Boats in Ice",)),
    ],
)
def test_a_note_that_adds_a_paper_can_be_told_of_which_paper_it_speaks(settling: Note) -> None:
    """A paper that was noted before a dump printed it, under another title, becomes one with the printed one."""
    noted = Note(file="n.md", title="Boats and Ice", rating=4, body="Good.")
    printed = reading(record("Boats in Ice", abstract=BOATS))
    assert [paper.id for paper in build_catalogue([printed], [noted]).papers] == ["boats-in-ice", "boats-and-ice"]
    catalogue = build_catalogue([printed], [noted, settling])
    assert (catalogue.problems, catalogue.near_misses) == ((), ())
    (paper,) = catalogue.papers
    assert (paper.id, paper.abstract, paper.rating, paper.note) == ("boats-in-ice", BOATS, 4, "Good.")
    own = build_catalogue([printed], [dataclasses.replace(noted, same_as=("boats-in-ice",))])
    assert (own.problems, [paper.rating for paper in own.papers]) == ((), [4])


def test_a_noted_paper_can_be_told_from_a_printed_one() -> None:
    """`different_from` ends the question for papers that only a note adds, too."""
    noted = Note(file="n.md", title="Boats That Sail and Boats That Row in Winter")
    printed = reading(record("Boats That Sail & Boats That Row in Winter", abstract=BOATS))
    asked = build_catalogue([printed], [noted])
    (miss,) = asked.near_misses
    told = Note(file="z.md", id=miss.papers[0], different_from=(miss.papers[1],))
    settled = build_catalogue([printed], [noted, told])
    assert (settled.problems, settled.near_misses, len(settled.papers)) == ((), (), 2)
    by_title = Note(file="z.md", title=miss.titles[0].upper(), different_from=(miss.titles[1].lower(),))
    assert build_catalogue([printed], [noted, by_title]).near_misses == ()


def test_two_notes_that_add_one_paper_are_told() -> None:
    """No note can be laid over another: which of them stays is for their writer to say."""
    notes = [
        Note(file="a.md", title="Boats and Ice"),
        Note(file="b.md", title="Boats in Ice", rating=3, same_as=("boats-and-ice",), key_lines=(("same_as", 3),)),
    ]
    assert [str(problem) for problem in build_catalogue([], notes).problems] == [
        "b.md:3: duplicate-note: `same_as`: b.md and a.md both add this paper; keep one of them"
    ]


WORDS = st.lists(
    st.sampled_from("tree boat ice crown light tar oak elm winter harbour".split()), min_size=1, max_size=6
)
RECORDS = st.lists(
    st.tuples(
        WORDS.map(" ".join),
        st.sampled_from(["", TREES, BOATS]),
        st.sampled_from([(), ("https://arxiv.org/abs/2401.00001",)]),
    ),
    max_size=6,
)


@given(st.lists(RECORDS, min_size=1, max_size=4), st.randoms())
def test_the_order_of_files_does_not_matter(
    dumps: list[list[tuple[str, str, tuple[str, ...]]]], random: Random
) -> None:
    """However the files are read, the catalogue is the same: ids, order, values and provenance."""
    readings = [
        reading(
            *(
                record(title, dump=f"{number}.txt", line=1 + 3 * place, abstract=abstract, urls=urls)
                for place, (title, abstract, urls) in enumerate(dump)
            ),
            name=f"{number}.txt",
            captured=datetime.date(2026, 1, 1 + number % 2),
        )
        for number, dump in enumerate(dumps)
    ]
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert build_catalogue(readings) == build_catalogue(shuffled)


@given(st.lists(RECORDS, min_size=1, max_size=3))
def test_every_record_is_in_exactly_one_paper(dumps: list[list[tuple[str, str, tuple[str, ...]]]]) -> None:
    """Merging loses no record and doubles none, and no two papers share an id."""
    readings = [
        reading(
            *(record(t, dump=f"{n}.txt", line=1 + 3 * i, abstract=a, urls=u) for i, (t, a, u) in enumerate(dump)),
            name=f"{n}.txt",
        )
        for n, dump in enumerate(dumps)
    ]
    catalogue = build_catalogue(readings)
    places = [(place.dump, place.line) for paper in catalogue.papers for place in paper.provenance]
    assert sorted(places) == sorted((f"{n}.txt", 1 + 3 * i) for n, dump in enumerate(dumps) for i in range(len(dump)))
    ids = [paper.id for paper in catalogue.papers]
    assert len(set(ids)) == len(ids)


@given(st.text(), st.text())
def test_ids_are_safe_names(first: str, second: str) -> None:
    """Whatever the titles, ids are lower-case ASCII, of 60 characters and a suffix, and no list page has them."""
    catalogue = build_catalogue([reading(record(first, abstract=TREES), record(second, line=9, abstract=BOATS))])
    for paper in catalogue.papers:
        assert set(paper.id) <= set(string.ascii_lowercase + string.digits + "-")
        assert 1 <= len(paper.id) <= 60 + 1 + 6
        assert paper.id != "index"
        assert not paper.id.startswith("page-") or not paper.id[5:].isdigit()


def test_slugs_are_cut_at_a_word_end() -> None:
    """A long title gives an id of whole words."""
    title = " ".join(itertools.repeat("seventeen", 9))
    assert build_catalogue([reading(record(title))]).papers[0].id == "-".join(["seventeen"] * 6)


def test_a_summary_can_agree_but_not_contradict() -> None:
    """Two people sum up one work in different words; the same words speak for one work."""
    two = [record("T", abstract=TREES, is_summary=True), record("T", dump="b.txt", abstract=BOATS, is_summary=True)]
    assert len(build_catalogue([reading(each) for each in two]).papers) == 1
    told = [record("T", abstract=TREES), record("T", dump="b.txt", abstract=TREES, is_summary=True)]
    catalogue = build_catalogue([reading(each) for each in told])
    assert [each.reason for each in catalogue.history.arrivals] == ["", "the same title, and abstracts that agree"]

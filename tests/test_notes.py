"""Notes and free pages: what is read, and what is refused with which words."""

import datetime

import pytest

from sitegen.catalogue.assembly import build_catalogue
from sitegen.markup.notes import LONGEST_NOTE
from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.problems import ProblemsError
from sitegen.sources.notes import parse_note
from sitegen.sources.pages import parse_page

FULL = """---
title: Trees and Boats
authors:
  - Ann Ash
  - Bo Birk
date: 2017-06
url: https://arxiv.org/abs/1706.00001v2
code_urls: https://github.com/ash/boats
topics: optimization
status: reading
rating: 4
added: 2026-01-31
aliases: [boats-and-trees]
---
Worth it for section *three*.
"""


def faults(text: str) -> list[str]:
    """The problems that a note raises, as printed."""
    with pytest.raises(ProblemsError) as caught:
        parse_note(text, file="n.md")
    return [str(problem) for problem in caught.value.problems]


def test_a_full_note() -> None:
    """Every key is read, one value where a list is allowed is a list of one, and the arXiv id is in the address."""
    note = parse_note(FULL, file="n.md")
    assert note.authors == ("Ann Ash", "Bo Birk")
    assert note.date == PartialDate(year=2017, month=6)
    assert note.urls == ("https://arxiv.org/abs/1706.00001v2",)
    assert note.arxiv_id == "1706.00001"
    assert note.code_urls == ("https://github.com/ash/boats",)
    assert (note.topics, note.status, note.rating) == (("optimization",), Status.READING, 4)
    assert note.added == datetime.date(2026, 1, 31)
    assert note.body.strip() == "Worth it for section *three*."
    assert note.body_line == 15
    assert note.location("status").line == 10


@pytest.mark.parametrize("date", ["2017", "2017-06", "2017-06-12", "'2017'", '"2017-06-12"'])
def test_dates_may_be_partial(date: str) -> None:
    """A year, a month or a day is enough, quoted or not."""
    note = parse_note(f"---\ntitle: T\ndate: {date}\n---\n", file="n.md")
    assert note.date is not None
    assert note.date.iso == date.strip("'\"")


def test_all_faults_at_once() -> None:
    """Every fault is told in one go, with its line and the nearest known key."""
    text = "---\ntitle: T\nstatsu: read\nrating: 9\nadded: soon\nurl: example.org\ndate: June\n---\n"
    found = faults(text)
    assert [line.split(": ")[0] for line in found] == ["n.md:3", "n.md:4", "n.md:5", "n.md:6", "n.md:7"]
    assert "did you mean `status`" in found[0]
    assert "2017-06" in found[4]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Just text.", "missing-front-matter"),
        ("---\nstatus: read\n---\n", "needs a `title` or an `id`"),
        ("---\ntitle: T\ntitle: U\n---\n", "duplicate-key"),
        ("---\ntitle: [T\n---\n", "yaml-syntax"),
        ("---\ntitle: !!python/name:os.system T\n---\n", "yaml-tag"),
        ("---\n" + "a: &x [1]\n" + "b: [" + "*x, " * 30 + "]\n---\n", "yaml-aliases"),
        ("---\ntitle: " + "[" * 300 + "]" * 300 + "\n---\n", "yaml-depth"),
        ("---\ntitle: T\nadded: 2026-02-30\n---\n", "invalid-value"),
        ("---\ntitle: T\naliases: [../x]\n---\n", "an alias is an id"),
        ("---\n- a\n---\n", "invalid-value"),
        ("---\ntitle: T\n---\n" + "x" * (LONGEST_NOTE + 1), "long-note"),
    ],
)
def test_what_is_refused(text: str, words: str) -> None:
    """Each kind of broken note is refused with a sentence that helps, at its file."""
    found = faults(text)
    assert any(words in line for line in found)
    assert all(line.startswith("n.md:") for line in found)


def test_a_free_page() -> None:
    """A page is called after its file; its title is needed, its description is not."""
    page = parse_page("---\ntitle: About this list\norder: 2\n---\nText.\n", file="content/pages/About us.md")
    assert (page.slug, page.title, page.order, page.body.strip()) == ("about-us", "About this list", 2, "Text.")
    with pytest.raises(ProblemsError, match="`title` is required"):
        parse_page("Text.", file="content/pages/about.md")


def test_a_summary_stands_where_the_abstract_would() -> None:
    """It is marked as not the authors' own, and its line is where the paper's text comes from."""
    note = parse_note("---\ntitle: Trees\nsummary: Boats made\n  of trees.\n---\n", file="n.md")
    assert (note.abstract, note.is_summary) == ("Boats made of trees.", True)
    (paper,) = build_catalogue([], [note]).papers
    assert (paper.abstract, paper.is_summary) == ("Boats made of trees.", True)
    assert {(source.field, source.line) for source in paper.field_sources} >= {("abstract", 3)}


def test_an_abstract_and_a_summary_are_one_too_many() -> None:
    """Which of the two a page should show cannot be told."""
    (fault,) = faults("---\ntitle: Trees\nabstract: One.\nsummary: Two.\n---\n")
    assert fault.startswith("n.md:4: invalid-value: `summary`: a note gives an `abstract`")

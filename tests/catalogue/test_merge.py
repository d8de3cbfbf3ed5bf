"""What a paper is made of, when several records speak of it."""

import datetime

from sitegen.catalogue.assembly import build_catalogue
from sitegen.model.dates import PartialDate
from sitegen.model.dump import Record
from sitegen.model.note import Note, Status
from sitegen.model.paper import FieldSource, Origin, Paper, Provenance
from tests.catalogue.records import reading, record

TREES = "Pruning old trees in winter keeps the crown open, lets light reach every branch and makes apples ripen early."


def merged(*records: Record) -> Paper:
    """The one paper that these records, each of its own dump, make."""
    (paper,) = build_catalogue([reading(each) for each in records]).papers
    return paper


def test_the_fuller_abstract_is_kept() -> None:
    """More text wins over less, a whole abstract over a summary, whichever was captured first."""
    assert merged(record("T", abstract=TREES[:60]), record("T", dump="b.txt", abstract=TREES)).abstract == TREES
    summary = record(
        "T", abstract="All about the winter pruning of old and very old apple trees. " * 3, is_summary=True
    )
    paper = merged(summary, record("T", dump="b.txt", abstract=TREES))
    assert (paper.abstract, paper.is_summary) == (TREES, False)


def test_of_equally_full_abstracts_the_one_with_latex_is_kept() -> None:
    """Maths that another listing has flattened is not lost."""
    flat = record("T", abstract=TREES + " It is 3x faster.")
    printed = record("T", dump="b.txt", abstract=TREES + r" It is 3$\times$ faster.")
    assert merged(flat, printed).abstract == printed.abstract
    assert merged(printed, flat).abstract == printed.abstract


def test_known_authors_win() -> None:
    """A listing without a byline takes nothing away; a whole byline wins over a cut one."""
    cut = record("T", authors=("Ann Ash", "Bo Birk", "Cy Cedar"), authors_truncated=True)
    whole = record("T", dump="b.txt", authors=("Ann Ash", "Bo Birk", "Cy Cedar", "Di Dogwood"))
    none = record("T", dump="c.txt", author_count=4)
    paper = merged(cut, whole, none)
    assert paper.authors == whole.authors
    assert not paper.authors_truncated
    assert paper.author_count == 4


def test_three_authors_and_et_al_stay_that() -> None:
    """What a listing leaves out is not made up."""
    paper = merged(record("T", authors=("Ann Ash", "Bo Birk", "Cy Cedar"), authors_truncated=True))
    assert (len(paper.authors), paper.authors_truncated) == (3, True)


def test_the_newest_score_counts_and_earlier_ones_stay() -> None:
    """Scores are kept in the order in which their dumps were captured."""
    old = reading(record("T", score_text="93.1"), captured=datetime.date(2026, 1, 1))
    new = reading(record("T", dump="b.txt", score_text="94.0"), captured=datetime.date(2026, 2, 1))
    (paper,) = build_catalogue([new, old]).papers
    assert paper.score == 94.0
    assert [(score.value, score.dump) for score in paper.scores] == [(93.1, "a.txt"), (94.0, "b.txt")]


def test_code_links_are_gathered() -> None:
    """Every code link of every record, once; the source's own mark is kept apart from them."""
    paper = merged(
        record("T", abstract=TREES + " See https://github.com/ash/crown."),
        record("T", dump="b.txt", abstract=TREES + " (https://gitlab.com/birk/light)", has_code=True),
    )
    assert paper.code_urls == ("https://github.com/ash/crown", "https://gitlab.com/birk/light")
    assert paper.has_code


def test_counts_of_cards() -> None:
    """`1.32k` is 1,320; `-` is no count; upvotes are not a score."""
    paper = merged(record("T", github_stars_text="1.32k", upvotes_text="-", comments_text="7"))
    assert (paper.github_stars, paper.upvotes, paper.comments, paper.score) == (1320, None, 7, None)
    assert paper.has_code


def test_provenance_and_sources_lead_to_lines() -> None:
    """Each record is named by its first line, each field by where it stands."""
    paper = merged(
        record(
            "T",
            line=4,
            abstract=TREES,
            date_text="Apr 4, 2025",
            field_lines=(("title", 5), ("abstract", 6), ("date", 4)),
        ),
        record("T", dump="b.txt", line=8, subject_text="LG", field_lines=(("title", 9), ("subject", 8))),
    )
    assert paper.provenance == (Provenance("a.txt", 4), Provenance("b.txt", 8))
    sources = {source.field: source for source in paper.field_sources}
    assert sources["abstract"] == FieldSource("abstract", Origin.PRINTED, "a.txt", 6)
    assert sources["date"] == FieldSource("date", Origin.PRINTED, "a.txt", 4)
    assert sources["subject"] == FieldSource("subject", Origin.PRINTED, "b.txt", 8)
    assert paper.subject == "cs.LG"
    assert paper.subject_text == "LG"


def test_a_year_left_out_is_inferred_from_the_dump() -> None:
    """A dump that prints years up to 2025 was captured after it: the rest are of 2026, and marked so."""
    first, second = build_catalogue(
        [reading(record("One", date_text="Feb 6, 2025"), record("Two", line=9, date_text="May 29"))]
    ).papers
    assert (first.date, first.date_inferred) == (PartialDate(year=2025, month=2, day=6), False)
    assert (second.date, second.date_inferred) == (PartialDate(year=2026, month=5, day=29), True)
    assert second.date_text == "May 29"
    assert [source.origin for source in second.field_sources if source.field == "date"] == [Origin.INFERRED]


def test_the_stated_capture_year_is_used() -> None:
    """What the front matter says of the capture is no guess."""
    (paper,) = build_catalogue([reading(record("T", date_text="May 29"), captured=datetime.date(2024, 6, 1))]).papers
    assert (paper.date, paper.date_inferred) == (PartialDate(year=2024, month=5, day=29), False)


def test_without_any_year_the_date_stays_open() -> None:
    """No year is made up where nothing says one; nor is a day that does not exist."""
    (paper,) = build_catalogue([reading(record("T", date_text="May 29"))]).papers
    assert paper.date == PartialDate(month=5, day=29)
    assert paper.date.iso is None
    leap, _ = build_catalogue(
        [reading(record("T", date_text="Feb 29"), record("U", line=9, date_text="Feb 6, 2024"))]
    ).papers
    assert leap.date == PartialDate(month=2, day=29)


def test_a_stated_year_wins_over_an_inferred_one() -> None:
    """When one listing prints the year, no inference is needed."""
    paper = merged(record("T", date_text="May 29"), record("T", dump="b.txt", date_text="May 29, 2019"))
    assert paper.date == PartialDate(year=2019, month=5, day=29)


def test_a_capture_before_a_printed_year_is_told() -> None:
    """Front matter that cannot be true is a warning at the dump."""
    catalogue = build_catalogue([reading(record("T", date_text="May 2, 2025"), captured=datetime.date(2024, 1, 1))])
    assert [problem.code for problem in catalogue.problems] == ["capture-year"]


def test_a_title_printed_without_a_byline_confirms_the_split() -> None:
    """A split that another listing's bare title agrees with is certain."""
    glued = record("T", authors=("Ann Ash",), byline_confidence=0.4)
    assert merged(glued).byline_confidence == 0.4
    assert merged(glued, record("T", dump="b.txt")).byline_confidence is None


def test_a_note_annotates_and_corrects() -> None:
    """A note's values win, with the note as their source; what it does not say stays."""
    note = Note(
        file="content/papers/t.md", title="t", authors=("Ann Ash",), date=PartialDate(year=2017), status=Status.READ,
        rating=5, body="Good.", key_lines=(("title", 2), ("authors", 3), ("date", 4)),
    )  # fmt: skip
    catalogue = build_catalogue([reading(record("T", abstract=TREES, date_text="May 29"))], [note])
    (paper,) = catalogue.papers
    assert (paper.authors, paper.date, paper.status, paper.rating, paper.note) == (
        ("Ann Ash",), PartialDate(year=2017), Status.READ, 5, "Good.",
    )  # fmt: skip
    assert paper.abstract == TREES
    sources = {source.field: source for source in paper.field_sources}
    assert sources["authors"] == FieldSource("authors", Origin.NOTE, "papers/t.md", 3)
    assert paper.title == "t"


def test_a_note_adds_a_paper() -> None:
    """A title that no dump prints is a paper of its own, after those of the dumps."""
    abstract = TREES + " Code: https://github.com/ash/crown."
    note = Note(file="n.md", title="A Paper of My Own", abstract=abstract, aliases=("my-paper",))
    catalogue = build_catalogue([reading(record("T"))], [note])
    assert [paper.id for paper in catalogue.papers] == ["t", "a-paper-of-my-own"]
    assert catalogue.papers[1].provenance == ()
    assert catalogue.papers[1].code_urls == ("https://github.com/ash/crown",)


def test_two_notes_of_one_arxiv_number_add_one_paper() -> None:
    """Under two titles too: an identifier decides, and the second note is told of the first."""
    notes = [Note(file=f"{number}.md", title=f"Title {number}", arxiv_id="2401.00001") for number in (1, 2)]
    catalogue = build_catalogue([], notes)
    assert [paper.id for paper in catalogue.papers] == ["title-1"]
    (problem,) = catalogue.problems
    assert (problem.location.file, problem.code) == ("2.md", "duplicate-note")
    assert "`title-1` already has a note, 1.md" in problem.message


def test_notes_that_fit_nothing_are_problems() -> None:
    """An unknown id, a title of two papers, a second note and an alias that is taken are told with a suggestion."""
    readings = [
        reading(record("A Survey", abstract=TREES, urls=("https://arxiv.org/abs/2401.00001",))),
        reading(record("A Survey", dump="b.txt", urls=("https://arxiv.org/abs/2401.00002",))),
        reading(record("Trees", dump="c.txt")),
    ]
    notes = [
        Note(file="1.md", id="a-surveyy"),
        Note(file="2.md", title="A survey"),
        Note(file="3.md", id="trees", aliases=("a-survey",)),
        Note(file="4.md", title="Trees"),
    ]
    problems = {problem.location.file: str(problem) for problem in build_catalogue(readings, notes).problems}
    assert "did you mean `a-survey`" in problems["1.md"]
    assert "two papers have this title" in problems["2.md"]
    assert "alias-collision" in problems["3.md"]
    assert "already has a note, 3.md" in problems["4.md"]

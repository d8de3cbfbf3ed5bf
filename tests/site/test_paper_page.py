"""A paper's page: what is known is shown, what is not is said, and every value has its place."""

import dataclasses
import datetime
import itertools
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.paper import Paper, ScoreReading
from sitegen.site.paper_page import PaperView, make_paper_view
from sitegen.site.reasons import Text
from sitegen.site.score_line import EDGE, HEIGHT, WIDTH, score_line
from tests.toy import bare_paper, full_paper, toy_parts, toy_site

LOOKUPS = toy_site().lookups


def view_of(paper: Paper) -> PaperView:
    """The view of a paper that takes the place of the one with its id."""
    parts = toy_parts()
    papers = tuple(paper if each.id == paper.id else each for each in parts.catalogue.papers)
    catalogue = dataclasses.replace(parts.catalogue, papers=papers)
    return make_paper_view(dataclasses.replace(parts, catalogue=catalogue).site().lookups, paper.id)


def test_a_paper_of_which_everything_is_known() -> None:
    """Authors and organizations are linked, scores are newest first, and links out are the most lasting first."""
    view = make_paper_view(LOOKUPS, full_paper().id)
    assert [(author.label, author.href) for author in view.authors] == [
        ("Ada Quill", "../authors/ada-quill.html"),
        ("Bruno Ferrante-Lund", "../authors/bruno-ferrante-lund.html"),
        ("Chén Ōyama", "../authors/chen-oyama.html"),
    ]
    assert view.authors_remark is None
    assert view.subject is not None
    assert (view.subject.label, view.subject.meaning, view.subject.href) == (
        "cs.LG",
        "Machine Learning",
        "../subjects/cs-lg.html",
    )
    assert view.score == "97.5"
    assert [score.value for score in view.earlier_scores] == ["93.25", "91"]
    assert [way.label for way in view.ways_out] == [
        "arXiv",
        "PDF",
        "HTML",
        "alphaXiv",
        "DOI",
        "example.org",
        "Code on github.com",
        "Code on codeberg.org",
    ]
    assert [(fact.label, fact.value) for fact in view.facts] == [
        ("Upvotes", "65"),
        ("Comments", "3"),
        ("GitHub stars", "1,320"),
        ("Submitted by", "quill"),
    ]
    assert view.note is not None
    assert "<strong>tight</strong>" in view.note
    assert "<math" in view.title
    assert view.code_remark is None


def test_a_paper_of_which_only_the_title_is_known() -> None:
    """Nothing is made up in the place of what is missing."""
    view = make_paper_view(LOOKUPS, bare_paper().id)
    assert view.authors_remark == "Authors not listed"
    assert view.date is None
    assert view.frame.description == "A paper by unlisted authors."
    empty = ("authors", "topics", "paragraphs", "organizations", "facts", "ways_out", "reasons", "fields")
    assert all(not getattr(view, name) for name in empty)
    assert (view.score, view.venue, view.subject, view.note, view.rating) == (None, None, None, None, None)


def test_what_is_inferred_or_counted_is_said() -> None:
    """Authors left out, authors only counted, a year inferred and a year not known are words on the page."""
    guess = make_paper_view(LOOKUPS, "a-guess-at-the-year")
    assert guess.authors_remark == "and others, as printed"
    assert guess.date is not None
    assert (guess.date.remark, guess.date_printed) == ("year inferred", "Apr 14")
    counted = make_paper_view(LOOKUPS, "no-year-is-printed")
    assert counted.authors_remark == "12 authors, not named"
    assert counted.date is not None
    assert counted.date.remark == "no year"
    assert counted.text_label == "Summary"


def test_only_the_web_is_linked() -> None:
    """An address that would run a script is not a link, wherever it was printed."""
    hostile = "javascript:alert(1)"
    view = view_of(dataclasses.replace(bare_paper(), urls=(hostile,), code_urls=(hostile, "data:text/html,x")))
    assert view.ways_out == ()


def test_a_paper_without_an_identifier_can_be_looked_for() -> None:
    """By its title as text, on five sites; a paper that has a number is not looked for but linked."""
    view = view_of(dataclasses.replace(bare_paper(), title=r"Proofs & \emph{Bounds} of $\epsilon$ + 1"))
    assert [way.label for way in view.searches] == [
        "arXiv",
        "Semantic Scholar",
        "Google Scholar",
        "Hugging Face",
        "OpenReview",
    ]
    for way in view.searches:
        (asked,) = [value for _, value in parse_qsl(urlsplit(way.href).query) if "Proofs" in value]
        assert asked == "Proofs & Bounds of ϵ + 1"
    assert make_paper_view(LOOKUPS, full_paper().id).searches == ()
    assert view_of(dataclasses.replace(bare_paper(), doi="10.9999/x")).searches == ()


def test_only_papers_that_arxiv_shows_as_html_lead_there() -> None:
    """Numbers from December 2023 on do; older ones, and those of before 2007, lead to the abstract and the PDF."""
    for number, has_html in (("2311.99999", False), ("2312.00001", True), ("cs/0112017", False)):
        ways = {way.label: way.href for way in view_of(dataclasses.replace(bare_paper(), arxiv_id=number)).ways_out}
        assert ("HTML" in ways) is has_html
        assert ways["alphaXiv"] == f"https://www.alphaxiv.org/abs/{number}"


def test_a_score_has_a_line_from_the_second_reading_on() -> None:
    """The line has a point for each reading, and the words name them; one reading is no line."""
    line = make_paper_view(LOOKUPS, full_paper().id).score_line
    assert line is not None
    assert line.words == "Score in 3 readings: 91, 93.25, 97.5"
    assert line.path == "M2 14L30 9.8L58 2"
    assert make_paper_view(LOOKUPS, "a-guess-at-the-year").score_line is None


@given(st.lists(st.tuples(st.floats(0, 100), st.none() | st.dates()), min_size=2, max_size=40))
def test_a_score_line_stays_in_its_box(readings: list[tuple[float, datetime.date | None]]) -> None:
    """Whatever the scores and days are, each reading is one point, from left to right, and a higher one is no lower."""
    line = score_line([ScoreReading(value, "a.txt", day) for value, day in readings])
    assert line is not None
    points = [tuple(map(float, point.split())) for point in line.path.removeprefix("M").split("L")]
    assert len(points) == len(readings)
    assert all(EDGE <= x <= WIDTH - EDGE and EDGE <= y <= HEIGHT - EDGE for x, y in points)
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    for (one, (_, first)), (other, (_, second)) in itertools.combinations(zip(readings, points, strict=True), 2):
        assert one[0] == other[0] or (one[0] > other[0]) == (first < second) or first == second


def test_a_code_mark_without_a_link_is_said() -> None:
    """A source's own mark is worth a word where it prints no address."""
    assert view_of(dataclasses.replace(bare_paper(), has_code=True)).code_remark is not None


def test_names_find_their_term_in_any_printed_form() -> None:
    """A hyphen more or less leads to the same author's page."""
    view = make_paper_view(LOOKUPS, "a-script-alert-title")
    assert view.authors[1].label == "Bruno Ferrante Lund"
    assert view.authors[1].href == "../authors/bruno-ferrante-lund.html"


def test_every_value_has_its_place() -> None:
    """Fields say how they came to be known, and a line within a record leads to that record."""
    fields = {field.label: field for field in make_paper_view(LOOKUPS, full_paper().id).fields}
    assert list(fields) == ["Title", "Authors", "Abstract", "Date", "Venue", "Topics"]
    assert [(place.line, place.href) for place in fields["Title"].places] == [
        (4, "../dumps/000-author.html#L3"),
        (5, "../dumps/001-listing.html#L5"),
    ]
    assert (fields["Venue"].origin, fields["Venue"].places[0].href) == ("from a note", None)
    assert fields["Topics"].origin == "inferred"


def test_reasons_name_the_phrases() -> None:
    """A topic shows which phrases gave it, as the paper writes them; one that a note gave shows none."""
    reasons = make_paper_view(LOOKUPS, full_paper().id).reasons
    assert [(reason.topic.label, [phrase.text for phrase in reason.phrases]) for reason in reasons] == [
        ("lanterns", ["Lanterns", "drifts"]),
        ("shadows", ["Light"]),
    ]
    assert make_paper_view(LOOKUPS, "from-a-note-alone").reasons[0].phrases == ()


def test_neighbours_follow_the_list() -> None:
    """From the newest paper one can turn page after page to the last, and back."""
    view = make_paper_view(LOOKUPS, LOOKUPS.ordered[0].id)
    assert view.previous is None
    turned = [LOOKUPS.ordered[0].id]
    while view.next is not None:
        turned.append(view.next.href.removesuffix(".html"))
        before, view = view, make_paper_view(LOOKUPS, turned[-1])
        assert view.previous is not None
        assert view.previous.label == before.frame.title.removesuffix(" · Toy List")
    assert turned == [paper.id for paper in LOOKUPS.ordered]


def test_phrases_are_shown_as_written() -> None:
    """A stem shows the word found, a hyphen any spelling; what cannot be found again stays as topics.yaml has it."""
    text = Text("Pretrained models, and pre-training at scale")
    assert text.as_written("pre-train*") == "Pretrained"
    assert text.as_written("model*") == "models"
    assert text.as_written("models and pre-training") == "models, and pre-training"
    assert text.as_written("scale at") is None

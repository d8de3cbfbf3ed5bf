"""Glued bylines are split where the title ends."""

import pytest

from sitegen.sources.byline import LOW_CONFIDENCE, GluedLine, split_bylines

# Invented papers: a title, an abstract of its own, and authors who never wrote it.
PAPERS = (
    ("A Study of Small Models", "Small models are cheap. We study how they fail.", ("Ada Lovelace", "Alan Turing")),
    ("Counting Sheep at Night", "We count sheep, at night and by day.", ("Grace Hopper", "Edsger Dijkstra")),
    ("On the Shape of Questions?", "Questions have a shape. We draw it.", ("Emmy Noether", "Mary Somerville")),
    (
        "Teaching Robots to Knit",
        "Robots that knit drop stitches; ours do not.",
        ("Sofia Kovalevskaya", "Blaise Pascal"),
    ),
    (
        "Slow Search for Patient Readers",
        "Search may be slow if readers are patient.",
        ("Barbara Liskov", "Alan Turing"),
    ),
)
COMPANY = tuple(GluedLine(text=title + ", ".join(authors), abstract=abstract) for title, abstract, authors in PAPERS)


def split_among_others(text: str, abstract: str = "") -> tuple[str, tuple[str, ...]]:
    """Title and authors of one line in a small dump of plain ones."""
    byline = split_bylines((*COMPANY, GluedLine(text=text, abstract=abstract)))[-1]
    return byline.title, byline.authors


def test_a_plain_line_is_split_with_its_marks() -> None:
    """Title, authors, the mark of further authors and the organizations are told apart."""
    line = "A Study of Small ModelsAda Lovelace, Alan Turing, Grace Hopper et al. · nvidia, 01-ai"
    (byline,) = split_bylines([GluedLine(text=line, abstract="We study small models.")])
    assert byline.title == "A Study of Small Models"
    assert byline.authors == ("Ada Lovelace", "Alan Turing", "Grace Hopper")
    assert byline.authors_truncated
    assert byline.organizations == ("nvidia", "01-ai")
    assert byline.confidence >= LOW_CONFIDENCE


@pytest.mark.parametrize(("title", "abstract", "authors"), PAPERS, ids=[paper[0] for paper in PAPERS])
def test_one_line_alone_is_split(title: str, abstract: str, authors: tuple[str, ...]) -> None:
    """A line needs no other lines: its abstract and the shape of words are enough."""
    (byline,) = split_bylines([GluedLine(text=title + ", ".join(authors), abstract=abstract)])
    assert (byline.title, byline.authors) == (title, authors)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Training a Small GAN", "A GAN learns to draw."),
        ("Asking Many LLMs", "We ask LLMs the same thing."),
        ("Clouds of Points with PointNet", "PointNet reads clouds of points."),
        ("Clouds of Points with PointNet++", "PointNet++ reads clouds of points."),
        ("Weather in the Year 2024", "The weather of 2024 was odd."),
        ("Planning for Robots in 3D", "Robots plan in 3D."),
        ("Which Way Is Up?", "Up is hard to tell."),
        ("Stop the Robots!", "Robots should stop."),
        ("Knitting Robots: A Survey", "A survey of robots that knit."),
        ("A Dialogue System (Extended Abstract)", "We talk to a system."),
        ('The Robot That Said "No"', "A robot said no, and we asked why."),
        ("Learning, Fast and Slow", "Learning may be fast, or slow."),
        ("Sheep, Goats, and Cows", "We tell sheep from goats and cows."),
        ("Part II", "The second part."),
        ("A Letter to R", "R is a language."),
        ("The Logic of Gödel", "Gödel proved it."),
        ("Estimating the Age of Abraham Lincoln", "How old was Abraham Lincoln?"),
        ("Sums over $k$", "Sums over k."),
        ("LEARNING TO SHOUT QUIETLY", "Learning to shout is loud."),
        ("A Robot-Assisted Follow-up", "A follow-up to robots that assist."),
        ("Rock · Paper", "Two of three moves."),
    ],
)
@pytest.mark.parametrize(
    "authors",
    [("Ada Lovelace",), ("Ada Lovelace", "Alan Turing"), ("J. S. Bach", "Grace Hopper", "Kurt Gödel")],
    ids=["one", "two", "three"],
)
def test_a_hard_title_end_is_found(title: str, abstract: str, authors: tuple[str, ...]) -> None:
    """A title may end in a name, an acronym, a number, a mark or a bracket, and hold commas."""
    assert split_among_others(title + ", ".join(authors), abstract) == (title, authors)


@pytest.mark.parametrize(
    "authors",
    [
        ("A. M. Turing",),
        ("A.M. Turing", "G. Hopper"),
        ("Jean-Baptiste Poquelin", "Ada Lovelace"),
        ("Charles-Jean de La Vallée Poussin",),
        ("Ludwig van Beethoven", "Vincent van Gogh"),
        ("van der Waals", "Ada Lovelace"),
        ("Élie Cartan", "Øystein Ore", "Ángela Ruiz Robles"),
        ("Miles O'Brien", "Ada Lovelace"),
        ("JaeHong Kim", "Ada Lovelace"),
        ("Barbara McClintock",),
        ("Voltaire", "Ada Lovelace"),
        ("ADA LOVELACE", "ALAN TURING"),
        ("ada lovelace", "alan turing", "grace hopper"),
        ("OpenAI",),
        ("Knitting Team", "Ada Lovelace"),
        ("Sammy Davis, Jr.", "Ada Lovelace"),
        ("Софья Ковалевская", "Ada Lovelace"),
        ("王贞仪", "Ada Lovelace"),
        ("T. S. Eliot", "W. H. Auden", "E. M. Forster"),
    ],
    ids=lambda authors: authors[0],
)
@pytest.mark.parametrize("title", ["A Plain Study of Models", "Which Models Knit?", "Asking Many LLMs"])
def test_a_hard_author_is_found(title: str, authors: tuple[str, ...]) -> None:
    """Names may have particles, initials, hyphens, accents or one word, and be in capitals or those of groups."""
    abstract = "A plain study of which models knit, asking many LLMs."
    assert split_among_others(title + ", ".join(authors), abstract) == (title, authors)


def test_the_page_owner_is_known_from_other_lines() -> None:
    """A name that stands behind commas elsewhere is recognised where it is glued to a title."""
    owner = "GraceBrewster Hopper"
    others = [GluedLine(text=f"{title}{authors[0]}, {owner}", abstract=abstract) for title, abstract, authors in PAPERS]
    line = GluedLine(text=f"Compilers for GraceNet{owner}", abstract="GraceNet compiles.")
    assert split_bylines((*others, line))[-1].authors == (owner,)


def test_an_uncertain_cut_is_marked() -> None:
    """Where two cuts are about as good, the line is split and the confidence says so."""
    (byline,) = split_bylines([GluedLine(text="A Plan for SuperJaeLi Kim")])
    assert byline.authors
    assert byline.confidence < LOW_CONFIDENCE


def test_a_title_without_authors_stays_a_title() -> None:
    """A line in which no name can stand is all title, with no confidence."""
    line = GluedLine(text="A plain study of small models", abstract="We study small models.")
    byline = split_bylines((*COMPANY, line))[-1]
    assert byline.title == line.text
    assert byline.authors == ()
    assert byline.confidence == 0.0


def test_no_lines_give_no_bylines() -> None:
    """An empty dump is no error."""
    assert split_bylines([]) == ()

"""papers.bib: read back by a BibTeX parser."""

import warnings
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.exports.bibtex import bibtex_entry, export_bibtex
from sitegen.exports.bibtex_text import bibtex_of_printed, escape_bibtex
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from tests.toy import full_paper, toy_papers, toy_site

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from bibtexparser.entrypoint import parse_string


def parsed(text: str) -> dict[str, dict[str, str]]:
    """Entries by key, each with its fields as written between the braces; fails on anything that is not an entry."""
    library = parse_string(text, parse_stack=[])
    assert not library.failed_blocks
    assert len(library.entries) == len(library.blocks)
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}


def entry_of(paper: Paper) -> dict[str, str]:
    """The fields of a paper's entry."""
    (fields,) = parsed(bibtex_entry(paper)).values()
    return fields


def test_every_paper_has_its_entry() -> None:
    """The keys are the papers' ids, in catalogue order."""
    (artifact,) = export_bibtex(toy_site())
    assert artifact.path == "papers.bib"
    assert list(parsed(artifact.content.decode())) == [paper.id for paper in toy_papers()]


def test_what_is_known_is_written() -> None:
    """Every field, with LaTeX kept, accents kept, and the arXiv number where reference managers look for it."""
    assert entry_of(full_paper()) == {
        "title": r"{{Bounded Lanterns under $\ell_\infty$ Shifting Light}}",
        "author": "{Ada Quill and Bruno Ferrante-Lund and Chén Ōyama}",
        "year": "{2024}",
        "month": "may",
        "howpublished": "{Workshop on Toy Optics 2024}",
        "eprint": "{2405.00001}",
        "archivePrefix": "{arXiv}",
        "primaryClass": "{cs.LG}",
        "doi": "{10.9999/toy.1}",
        "url": "{https://arxiv.org/abs/2405.00001}",
    }


def test_what_is_not_known_is_left_out() -> None:
    """A bare title makes a bare entry; an address that is no web address is none."""
    assert entry_of(Paper(id="only", title="Only")) == {"title": "{{Only}}"}
    assert "url" not in entry_of(Paper(id="x", title="x", urls=("javascript:alert(1)",)))
    assert "primaryClass" not in entry_of(replace(full_paper(), subject="CX"))


def test_an_inferred_year_says_so() -> None:
    """What is inferred is marked as such."""
    paper = Paper(id="x", title="x", date=PartialDate(year=2025, month=4, day=14), date_inferred=True)
    assert entry_of(paper)["note"] == "{The year is inferred.}"


@pytest.mark.parametrize(
    ("authors", "truncated", "expected"),
    [
        (("Ada Quill",), True, "{Ada Quill and others}"),
        (("OpenAI", "Lab of Sun and Moon"), False, "{OpenAI and {Lab of Sun and Moon}}"),
        (("Quill, Jr., Ada",), False, "{{Quill, Jr., Ada}}"),
        (("Others United",), False, "{{Others United}}"),
        (("R&D {Team} 100%",), False, r"{R\&D {\textbraceleft}Team{\textbraceright} 100\%}"),
    ],
)
def test_names_are_told_apart(authors: tuple[str, ...], truncated: bool, expected: str) -> None:
    """`and` parts names, `others` ends a cut list, and a name that holds either is in braces."""
    assert entry_of(Paper(id="x", title="x", authors=authors, authors_truncated=truncated))["author"] == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("A & B: 50% of #1_x", r"A \& B: 50\% of \#1\_x"),
        (r"50\% of $x_1^{2}$", r"50\% of $x_1^{2}$"),
        (r"An \emph{odd} case", r"An \emph{odd} case"),
        ("half a {brace", r"half a {\textbraceleft}brace"),
        ("日本 Müller", "日本 Müller"),
        (r"$\}$ alone", None),
    ],
)
def test_titles_keep_their_latex_and_escape_the_rest(printed: str, expected: str | None) -> None:
    """Maths and styles stay; signs of LaTeX that were only characters become commands."""
    written = bibtex_of_printed(printed)
    if expected is not None:
        assert written == expected
    assert entry_of(Paper(id="x", title=printed))["title"] == f"{{{{{written}}}}}"


def is_balanced(text: str) -> bool:
    """Whether braces match as BibTeX counts them."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


PIECES = st.sampled_from([*"ab {}$\\%&#_^~@\"'=,\n", "\\emph{", "\\}", "\\{", "$x$", "$", "and "])
LATEX = st.lists(PIECES, max_size=15).map("".join)


@given(LATEX | st.text(max_size=30))
@example(r"$\{}$")
@example("\\")
def test_no_text_breaks_the_file(text: str) -> None:
    """Whatever a listing prints, the entry reads back as one entry with its fields."""
    assert is_balanced(escape_bibtex(text))
    assert is_balanced(bibtex_of_printed(text))
    paper = Paper(
        id="x", title=text, authors=(text or "n",), venue=text, doi=text, urls=("https://example.org/" + text,)
    )
    assert is_balanced(bibtex_entry(paper))
    assert {"title"} <= set(entry_of(paper)) <= {"title", "author", "howpublished", "doi", "url"}

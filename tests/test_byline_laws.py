"""What holds for every glued line: nothing lost, nothing made up, nothing that depends on order."""

from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.sources.byline import Byline, GluedLine, split_bylines

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80)
# Strings that look like lines: words of all shapes, the separators among them.
WORDS = st.sampled_from(
    [
        *"Models LLMs GANAda Lovelace, Turing A. de van O'Neil 3D Net(RoBERTa) Robots! 王 et al. · nvidia".split(),
        "",
        "· x,",
    ]
)
LINES = st.one_of(TEXTS, st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=9).map("".join))
GLUED = st.builds(GluedLine, text=LINES, abstract=st.one_of(st.just(""), LINES))

GIVEN = "Ada Alan Grace Emmy Sofia Blaise Barbara Kurt Leonhard Amalie Pierre Henri Niels".split()
FAMILY = "Lovelace Turing Hopper Noether Pascal Liskov Leibniz Euler Fermat Poincare Abel Galois".split()
TITLE_WORDS = "learning of small models for slow robots and patient readers with cheap plans over large graphs".split()
NAMES = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILY))
TITLES = st.lists(st.sampled_from(TITLE_WORDS), min_size=3, max_size=9).map(" ".join).map(str.capitalize)


def printed(byline: Byline) -> str:
    """The line that a byline was read from."""
    organizations = f" · {', '.join(byline.organizations)}" if byline.organizations else ""
    return byline.title + ", ".join(byline.authors) + " et al." * byline.authors_truncated + organizations


@given(st.lists(GLUED, max_size=5))
def test_nothing_is_lost(lines: list[GluedLine]) -> None:
    """Title, authors and marks, put together again, are the line, character by character."""
    assert [printed(byline) for byline in split_bylines(lines)] == [line.text for line in lines]


@example([GluedLine(text="0A, 0A, ")])
@given(st.lists(GLUED, max_size=5))
def test_a_byline_is_well_formed(lines: list[GluedLine]) -> None:
    """At most three authors, none of them empty, a title wherever there are any, a confidence from 0 to 1."""
    for byline in split_bylines(lines):
        assert len(byline.authors) <= 3
        assert all(byline.authors) or len(byline.authors) > 1
        assert byline.title or not byline.authors
        assert 0.0 <= byline.confidence <= 1.0


@given(st.lists(GLUED, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(lines: list[GluedLine], random: Random) -> None:
    """A dump in another order gives the same bylines in that order."""
    order = list(range(len(lines)))
    random.shuffle(order)
    bylines = split_bylines(lines)
    assert split_bylines([lines[place] for place in order]) == tuple(bylines[place] for place in order)


@given(st.lists(st.tuples(TITLES, st.lists(NAMES, min_size=1, max_size=3)), min_size=1, max_size=8))
def test_plain_lines_are_read_exactly(papers: list[tuple[str, list[str]]]) -> None:
    """Titles in common words and names in common shape are told apart, whatever their number."""
    lines = [GluedLine(text=title + ", ".join(names), abstract=" ".join(TITLE_WORDS)) for title, names in papers]
    expected = [(title, tuple(names)) for title, names in papers]
    assert [(byline.title, byline.authors) for byline in split_bylines(lines)] == expected

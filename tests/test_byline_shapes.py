"""What words look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.sources.byline_shapes import Shape, pieces_of, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Ada", Shape.CAPITALIZED),
        ("Élie", Shape.CAPITALIZED),
        ("Md.", Shape.CAPITALIZED),
        ("ada", Shape.LOWER),
        ("van", Shape.PARTICLE),
        ("A.", Shape.INITIAL),
        ("A", Shape.LETTER),
        ("A.M.", Shape.INITIALS),
        ("J.-P.", Shape.INITIALS),
        ("Mary-Ann", Shape.HYPHENATED),
        ("Yu-wei", Shape.HYPHENATED),
        ("T-SORT", Shape.SIGNS),
        ("O'Neil", Shape.APOSTROPHE),
        ("d’Alembert", Shape.APOSTROPHE),
        ("McKay", Shape.INNER_CAPITAL),
        ("JaeHong", Shape.INNER_CAPITAL),
        ("ArchitecturesAda", Shape.OTHER),
        ("ADA", Shape.CAPITALS),
        ("王", Shape.CASELESS),
        ("(Ada)", Shape.OTHER),
        ("Net)Ada", Shape.SIGNS),
        ("what?Ada", Shape.SIGNS),
    ],
)
def test_a_word_has_its_shape(word: str, shape: Shape) -> None:
    """Capitals, dots, hyphens and signs make the shape, not the letters."""
    assert shape_of(word) is shape


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("GFlowNets", ("G", "Flow", "Nets")),
        ("BoT-SORT", ("Bo", "T", "SORT")),
        ("Models王贞仪", ("Models", "王贞仪")),
        ("Sim2Real", ("Sim", "2", "Real")),
        ("K-12", ("K", "12")),
        ("?!", ()),
    ],
)
def test_a_word_is_parted_at_its_seams(word: str, pieces: tuple[str, ...]) -> None:
    """Seams are between small and capital letters, letters and digits, and at signs."""
    assert pieces_of(word) == pieces


@given(st.text(min_size=1).filter(lambda word: " " not in word))
def test_every_word_has_a_shape_and_pieces_of_its_own(word: str) -> None:
    """No word is refused, and pieces stand in it in their order."""
    assert shape_of(word) in Shape
    at = 0
    for piece in pieces_of(word):
        at = word.index(piece, at) + len(piece)

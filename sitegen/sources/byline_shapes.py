"""What words look like: the general shape of names and of title words, known before any dump is read."""

import re
from enum import IntEnum
from functools import lru_cache


class Shape(IntEnum):
    """How a word uses capitals, dots, hyphens and signs."""

    CAPITALIZED = 0  # Ada
    LOWER = 1  # ada
    PARTICLE = 2  # van
    INITIAL = 3  # A.
    LETTER = 4  # A
    INITIALS = 5  # A.M.
    HYPHENATED = 6  # Mary-Ann
    APOSTROPHE = 7  # O'Neil
    INNER_CAPITAL = 8  # McKay
    CAPITALS = 9  # ADA
    CASELESS = 10  # a script without capitals
    OTHER = 11
    SIGNS = 12  # what no name holds


# The shapes of nearly all words of names.
PLAIN_SHAPES = frozenset(
    {
        Shape.CAPITALIZED,
        Shape.PARTICLE,
        Shape.INITIAL,
        Shape.LETTER,
        Shape.INITIALS,
        Shape.HYPHENATED,
        Shape.APOSTROPHE,
    }
)

# Small words inside family names, in the languages that write them apart.
PARTICLES = frozenset(
    "de da do du di del della dello degli dei dal dalla das dos des d la le las los el al il lo af av zu zum zur am an "
    "auf van von vom vander vanden der den ter ten te het op in 't ibn bin bint binti ben abu ould y e i und st san "
    "santa mac mc".split()
)

# Those that may begin a name, or be joined to what follows.
JOINED_PARTICLES = PARTICLES - frozenset("d l t i e y s an in op te am af av 't".split())

# What the names of groups end in.
GROUP_WORDS = frozenset(
    "Team Teams Group Lab Labs Laboratory Consortium Collaboration Community Initiative Project Foundation Research "
    "Organization Organisation Alliance Institute Center Centre Network Committee Authors Contributors Collective "
    "AI Intelligence Inc Inc. Ltd Ltd. Workshop University College School Company Corporation".split()
)

_APOSTROPHES = "'’ʼ`´"
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))
_HYPHENS = "-‐‑–"
_SPLIT_HYPHENS = re.compile(f"[{_HYPHENS}]")

_REMEMBERED = 1 << 16
_LONGEST_SHORT_FORM = 4
_NOT_IN_NAMES = re.compile(r"[^\w.'’ʼ`´‐‑–:&·¸¨˜-]|_")
# How many words may be run together in one word of a name.
_RUN_TOGETHER = 2
_MOST_HYPHENS = 3
_LONGEST_FIRST = 5
_LONGEST_SECOND = 8
_PIECE = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=_REMEMBERED)
def pieces_of(word: str) -> tuple[str, ...]:
    """The runs of letters and of digits in a word, parted also at capitals and where scripts change.

    `GFlowNets` is `G`, `Flow`, `Nets`; `BoT-SORT` is `Bo`, `T`, `SORT`.
    """
    pieces: list[str] = []
    for run in _PIECE.findall(word):
        start = 0
        for end in range(1, len(run)):
            if _is_seam(run, end):
                pieces.append(run[start:end])
                start = end
        pieces.append(run[start:])
    return tuple(pieces)


def is_caseless(char: str) -> bool:
    """Whether a letter is of a script without capitals."""
    return char.isalpha() and char.lower() == char.upper()


def _is_seam(run: str, end: int) -> bool:
    before, char, after = run[end - 1], run[end], run[end + 1 : end + 2]
    if char.isupper():
        return before.islower() or after.islower()
    return is_caseless(char) != is_caseless(before)


def _shape_of_letters(word: str) -> Shape:
    if not word.isascii() and any(map(is_caseless, word)):
        return Shape.CASELESS if all(map(is_caseless, word)) else Shape.OTHER
    if word.islower():
        return Shape.PARTICLE if word in PARTICLES else Shape.LOWER
    if word[1:].islower():
        return Shape.CAPITALIZED
    if word.isupper():
        return Shape.LETTER if len(word) == 1 else Shape.CAPITALS
    pieces = pieces_of(word)
    if not word[0].isupper() and pieces[0] not in JOINED_PARTICLES:
        return Shape.SIGNS
    return Shape.INNER_CAPITAL if _is_double_name(pieces) else Shape.OTHER


def _is_double_name(pieces: tuple[str, ...]) -> bool:
    """Whether two short names are run together: "JaeHong", "McKay", "VanderPlas"."""
    if len(pieces) != _RUN_TOGETHER or not all(piece[1:].islower() for piece in pieces):
        return False
    first, second = pieces
    return first.lower() in PARTICLES or (len(first) <= _LONGEST_FIRST and len(second) <= _LONGEST_SECOND)


def _shape_of_compound(pieces: list[str]) -> Shape:
    first = pieces[0]
    if len(first) == 1 and first not in "AEIOUY" and len(pieces[1]) > 1:
        return Shape.SIGNS  # one of many beginnings of an acronym, hardly one of a name
    plain = len(pieces) <= _MOST_HYPHENS + 1 and first[0].isupper()
    plain = plain and all(len(piece) == 1 or piece[1:].islower() or piece.isupper() for piece in pieces)
    return Shape.HYPHENATED if plain else Shape.OTHER


def _shape_of_dotted(word: str) -> Shape:
    pieces = [piece for piece in _SPLIT_HYPHENS.sub("", word).split(".") if piece]
    if pieces and all(len(piece) == 1 and piece.isupper() for piece in pieces):
        return Shape.INITIAL if len(pieces) == 1 else Shape.INITIALS
    if len(pieces) == 1 and len(pieces[0]) <= _LONGEST_SHORT_FORM and pieces[0].istitle():
        return Shape.CAPITALIZED  # "Md.", "Yu."
    return Shape.OTHER


@lru_cache(maxsize=_REMEMBERED)
def shape_of(word: str) -> Shape:
    """The shape of one word, which holds no space; what stands between two commas may be empty, and is of no shape."""
    if not word:
        return Shape.OTHER
    if word.isalpha():
        return _shape_of_letters(word)
    is_nickname = word[0] == "(" and word[-1] == ")"
    if _NOT_IN_NAMES.search(word[1:-1] if is_nickname else word):
        return Shape.SIGNS
    if "." in word:
        return _shape_of_dotted(word)
    pieces = _SPLIT_HYPHENS.split(word)
    if len(pieces) > 1 and all(piece.isalpha() for piece in pieces):
        return _shape_of_compound(pieces)
    bare = word.translate(_WITHOUT_APOSTROPHES).replace("-", "")
    return Shape.APOSTROPHE if bare.isalpha() and not bare.islower() else Shape.OTHER

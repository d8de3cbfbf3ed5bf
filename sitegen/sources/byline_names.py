"""How likely a name is, by the names that the same dump surely holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log, prod
from types import MappingProxyType

from sitegen.sources.byline_letters import LetterModel
from sitegen.sources.byline_shapes import JOINED_PARTICLES, Shape, pieces_of, shape_of

# The shapes of a name's first word and of its further words, before any is seen.
_FIRST_SHAPES: Mapping[Shape, float] = MappingProxyType(
    {
        Shape.CAPITALIZED: 0.80,
        Shape.LOWER: 0.00003,
        Shape.PARTICLE: 0.001,
        Shape.INITIAL: 0.05,
        Shape.LETTER: 0.006,
        Shape.INITIALS: 0.006,
        Shape.HYPHENATED: 0.08,
        Shape.APOSTROPHE: 0.003,
        Shape.INNER_CAPITAL: 0.012,
        Shape.CAPITALS: 0.012,
        Shape.CASELESS: 0.02,
        Shape.OTHER: 0.0005,
        Shape.SIGNS: 1e-6,
    }
)
_LATER_SHAPES: Mapping[Shape, float] = MappingProxyType(
    {
        Shape.CAPITALIZED: 0.80,
        Shape.LOWER: 0.002,
        Shape.PARTICLE: 0.025,
        Shape.INITIAL: 0.09,
        Shape.LETTER: 0.01,
        Shape.INITIALS: 0.003,
        Shape.HYPHENATED: 0.03,
        Shape.APOSTROPHE: 0.003,
        Shape.INNER_CAPITAL: 0.008,
        Shape.CAPITALS: 0.008,
        Shape.CASELESS: 0.02,
        Shape.OTHER: 0.001,
        Shape.SIGNS: 1e-6,
    }
)

# How many words names have, before any is seen.
_LENGTHS = (0.002, 0.74, 0.2, 0.04, 0.01, 0.004, 0.0015, 0.0005)
MOST_WORDS = len(_LENGTHS)
_PRIOR_NAMES = 30
# The share of names that stand more than once in a dump that holds names.
_REPEATED = 0.25
# How far the other names of the same line tell the shape of this one.
_OWN_STYLE = 0.3

_COMPOSED = (Shape.INNER_CAPITAL, Shape.HYPHENATED, Shape.APOSTROPHE, Shape.OTHER)
_INITIAL_LETTER = 1 / 22
_JOINED_PARTICLE = 0.02
_LEAST = -300.0

Style = Mapping[Shape, float]


class NameModel:
    """The names of a dump, counted whole and word by word, with a letter model for words never seen."""

    def __init__(self) -> None:
        self._whole: Counter[str] = Counter()
        self._words: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._shapes: tuple[Counter[Shape], Counter[Shape]] = (Counter(), Counter())
        self._lengths: Counter[int] = Counter()
        self._totals = [0, 0]
        self._letters = LetterModel(())
        self._spellings: dict[str, float] = {}

    def learn(self, name: str, count: int = 1) -> None:
        """Count a name; a negative count takes it back."""
        words = name.split(" ")
        self._whole[name] += count
        self._lengths[min(len(words), MOST_WORDS)] += count
        for place, word in enumerate(words):
            later = min(place, 1)
            self._words[later][word] += count
            self._shapes[later][shape_of(word)] += count
            self._totals[later] += count

    def learn_letters(self) -> None:
        """Learn the letters of all words counted so far."""
        distinct = {word for words in self._words for word, count in words.items() if count > 0}
        self._letters = LetterModel(distinct)
        self._spellings.clear()

    def is_known(self, word: str) -> bool:
        """Whether some name holds this word."""
        return self._words[0][word] > 0 or self._words[1][word] > 0

    def log_length(self, words: int) -> float:
        """Natural logarithm of the probability that a name has so many words."""
        seen = self._totals[0]
        return log((self._lengths[words] + _PRIOR_NAMES * _LENGTHS[words - 1]) / (seen + _PRIOR_NAMES))

    def log_word(self, word: str, later: int, style: Style) -> float:
        """Natural logarithm of the probability of a name's first (`later` = 0) or a further (1) word."""
        counts, total = self._words[later], self._totals[later]
        novel = len(counts) + 5
        unseen = self._spelling(word) * self._shape_chance(shape_of(word), later, style)
        crossed = self._words[1 - later][word] / (self._totals[1 - later] + novel)
        return log((counts[word] + novel * (0.9 * unseen + 0.1 * crossed)) / (total + novel))

    def log_whole(self, name: str) -> float | None:
        """Natural logarithm of the probability that this very name is printed again; None if it never was."""
        count = self._whole[name]
        return log(_REPEATED * count / self._totals[0]) if count > 0 else None

    def _spelling(self, word: str) -> float:
        """The probability of a word among words of its shape; "JaeHong" and "Yu-Wing" are two words, and each ends."""
        shape = shape_of(word)
        pieces = pieces_of(word) if shape in _COMPOSED else ()
        if len(pieces) > 1:
            return prod(map(self._piece_chance, pieces))
        chance = self._spellings.get(word)
        if chance is None:
            chance = self._letters_chance(word)
            if shape is Shape.CAPITALS:
                chance = max(chance, _INITIAL_LETTER ** len(word))
            self._spellings[word] = chance
        return chance

    def _piece_chance(self, piece: str) -> float:
        known = self._words[0][piece] / (self._totals[0] + _PRIOR_NAMES)
        chance = (self._letters_chance(piece) + known) / 2
        return max(chance, _JOINED_PARTICLE) if piece.lower() in JOINED_PARTICLES else chance

    def _letters_chance(self, word: str) -> float:
        return exp(max(self._letters.log_probability(word), _LEAST))

    def _shape_chance(self, shape: Shape, later: int, style: Style) -> float:
        prior = (_LATER_SHAPES if later else _FIRST_SHAPES)[shape]
        common = (self._shapes[later][shape] + _PRIOR_NAMES * prior) / (self._totals[later] + _PRIOR_NAMES)
        return (1 - _OWN_STYLE) * common + _OWN_STYLE * style.get(shape, 0.0) if style else common


def style_of(names: Sequence[str]) -> Style:
    """The shapes of the words of some names, as shares of them all."""
    shapes = Counter(shape_of(word) for name in names for word in name.split(" ") if word)
    total = sum(shapes.values())
    return {shape: count / total for shape, count in shapes.items()}

"""How likely a word is to stand in a title, by the abstracts and the other titles of the same dump."""

from collections.abc import Iterator, Mapping
from itertools import chain
from math import exp, log
from types import MappingProxyType

from sitegen.sources.byline_english import SUFFIXES, WORDS
from sitegen.sources.byline_letters import LetterModel
from sitegen.sources.byline_shapes import Shape, pieces_of, shape_of
from sitegen.sources.byline_vocabulary import SHORTEST_STEM, OwnWords, Vocabulary, plain_case

# The shapes of words that no abstract and no other title holds.
_SHAPES: Mapping[Shape, float] = MappingProxyType(
    {
        Shape.CAPITALIZED: 0.40,
        Shape.LOWER: 0.25,
        Shape.PARTICLE: 0.01,
        Shape.INITIAL: 0.0005,
        Shape.LETTER: 0.004,
        Shape.INITIALS: 0.0005,
        Shape.HYPHENATED: 0.10,
        Shape.APOSTROPHE: 0.01,
        Shape.INNER_CAPITAL: 0.04,
        Shape.CAPITALS: 0.12,
        Shape.CASELESS: 0.02,
        Shape.OTHER: 0.03,
        Shape.SIGNS: 0.01,
    }
)
_PATCHWORK = (Shape.INNER_CAPITAL, Shape.OTHER, Shape.INITIALS)

# The share of a title's words that its own abstract repeats, and what is left of it for another form of the word.
_OWN = 0.5
_OWN_PLURAL = 0.1
_OWN_OTHER_CASE = 0.05
_OWN_STEM = 0.05
_OTHER_ENDING = 1 / 8
_SMALLEST_ABSTRACT = 20
# A known word that gets an ending, and one in capitals only.
_MADE_FROM = 0.05
_LONGEST_SUFFIX = 7
_SHOUTED = 0.02
# What joins the pieces of a word: a hyphen, a digit's edge, nothing (the first time and again), a sign.
_HYPHEN = 0.05
_DIGIT_EDGE = 0.03
_RUN_TOGETHER = 0.001
_ONE_MORE = 0.1
_SIGN = 0.02
_AFTER_CLOSING = 0.01
_CLOSING_SIGNS = frozenset(')]}"”’?!,;:')
_MOST_PIECES = 16
# A mark around a word; letters of acronyms, of patchwork and digits; a word spelled in capitals. Logarithms.
_MARK = -4.5
_ACRONYM_LETTER = -log(24)
_PATCHWORK_LETTER = -log(45)
_DIGIT = -log(10)
_SHOUT = -1.5
_LEAST = -400.0


def _seam(form: str, end: int, start: int) -> float:
    """The chance of what joins the piece of a word that ends at `end` (0: there is none) to that begun at `start`."""
    between = form[end:start]
    if not end:
        return _SIGN**start
    if not between:
        return _DIGIT_EDGE if form[end - 1].isdigit() or form[start].isdigit() else _ONE_MORE
    if between == "-":
        return _HYPHEN
    chance = _ONE_MORE * _SIGN ** len(between)
    return chance * _AFTER_CLOSING if between[-1] in _CLOSING_SIGNS else chance


def _spans(form: str, pieces: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in pieces:
        start = form.index(piece, at)
        at = start + len(piece)
        yield start, at


class TitleWords:
    """The words of a dump, with a letter model for words never seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._counts = vocabulary.counts
        self._letters = LetterModel(chain(WORDS, SUFFIXES, vocabulary.plain_words()))
        # Witten and Bell (1991): as many new words are to be expected as there are distinct ones.
        self._novel = len(self._counts) + 10
        self._spelled: dict[str, float] = {}

    def is_known(self, word: str) -> bool:
        """Whether the word stands in some abstract or title of the dump."""
        return self._counts[self._vocabulary.form(word)] > 0

    def log_probability(self, word: str, own: OwnWords) -> float:
        """Natural logarithm of the probability of a printed word, marks included, in the title above `own`."""
        form = self._vocabulary.form(word)
        marks = _MARK * (len(word) - len(form))
        if not form:
            return marks - 1
        chance = self._chance(form, own)
        if not (form.isalpha() and form[1:].islower()):
            chance += self._composed(form, own)
        return log(chance) + marks

    def _share(self, count: float) -> float:
        return count / (self._vocabulary.total + self._novel)

    def _chance(self, form: str, own: OwnWords) -> float:
        """The chance of a word as one."""
        spelled = self._spelled.get(form)
        if spelled is None:
            spelled = self._spelled[form] = exp(max(self._log_spelled(form), _LEAST))
        seen = self._counts[form]
        chance = self._share(seen + self._novel * spelled)
        if form.isupper():
            low = form.lower()
            chance += _SHOUTED * (self._share(self._counts[low]) + (0.0 if seen else self._made_from(low)))
        elif not seen:
            chance += self._made_from(form)
        return chance + self._own_share(form, own)

    def _made_from(self, form: str) -> float:
        """The chance of an unknown word that is a known one with an ending."""
        most = 0
        for cut in range(max(SHORTEST_STEM - 1, len(form) - _LONGEST_SUFFIX), len(form)):
            if form[cut:] in SUFFIXES:
                most = max(most, self._counts[form[:cut]], self._counts[form[:cut] + "e"])
        return _MADE_FROM * self._share(most)

    def _own_share(self, form: str, own: OwnWords) -> float:
        """What the abstract adds to the chance of a word which it holds, or holds in another form."""
        forms = own.forms
        share = _OWN / (len(forms) + _SMALLEST_ABSTRACT)
        if form in forms:
            return share
        if (form.endswith("s") and form[:-1] in forms) or form + "s" in forms:
            return share * _OWN_PLURAL
        if form.lower() in forms:
            return share * _OWN_OTHER_CASE
        if len(form) > SHORTEST_STEM and not self._counts[form]:
            shared = own.shared_beginning(form)
            if shared and form[shared:].islower():
                return share * _OWN_STEM * _OTHER_ENDING ** (len(form) - shared)
        return 0.0

    def _composed(self, form: str, own: OwnWords) -> float:
        """The chance of a word as one put together of others and of signs, by its likeliest parting."""
        pieces = pieces_of(form)
        if not pieces or len(pieces) > _MOST_PIECES or pieces == (form,):
            return 0.0
        spans = tuple(_spans(form, pieces))
        ends = (0, *(end for _, end in spans))
        seams = [_seam(form, end, start) for end, (start, _) in zip(ends, spans, strict=False)]
        best = [1.0]
        for last, piece in enumerate(pieces):
            chance = best[last] * seams[last] * self._chance(plain_case(piece), own)
            for first in range(last):
                run = form[spans[first][0] : spans[last][1]]
                if run != form:
                    chance = max(chance, best[first] * seams[first] * self._known(run, own))
            best.append(chance)
        chance = best[-1] * _SIGN ** (len(form) - ends[-1])
        return chance * _RUN_TOGETHER / _ONE_MORE if _ONE_MORE in seams else chance

    def _known(self, form: str, own: OwnWords) -> float:
        share = self._share(self._counts[form])
        return share + _OWN / (len(own.forms) + _SMALLEST_ABSTRACT) if form in own.forms else share

    def _log_spelled(self, form: str) -> float:
        """Log-probability of a word never seen, by its shape and letters."""
        if form.isdigit():
            return log(_SHAPES[Shape.OTHER]) + len(form) * _DIGIT
        shape = shape_of(form)
        if shape in _PATCHWORK:
            return log(_SHAPES[shape]) + len(form) * _PATCHWORK_LETTER
        letters = self._letters.log_probability(form)
        if shape is Shape.CAPITALS:
            letters = max(letters + _SHOUT, len(form) * _ACRONYM_LETTER)
        return log(_SHAPES[shape]) + letters

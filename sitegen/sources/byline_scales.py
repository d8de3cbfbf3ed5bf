"""Weigh the words of one line: as words of a title, and as words of a name."""

import re
from collections.abc import Sequence
from functools import cached_property
from math import exp, log

from sitegen.sources.byline_names import MOST_WORDS, NameModel, Style
from sitegen.sources.byline_shapes import GROUP_WORDS, Shape, pieces_of, shape_of
from sitegen.sources.byline_vocabulary import OwnWords, Vocabulary
from sitegen.sources.byline_words import TitleWords

# What cannot be, as a log-probability that still adds up.
IMPROBABLE = -1000.0

# The chance that a name is none of those known. This and all that follows are logarithms.
_NEW_NAME = log(0.75)
# A comma between two words of a title.
_TITLE_COMMA = log(0.04)
# How much less likely a word of a title is in the name of a group than in its title.
_BRAND = -3.0
_JOINED_BRAND = 2.7
_SHORTEST_BRAND = 3
# One single letter more after another.
_ONE_MORE_LETTER = log(30)
# Titles that end in what opens or goes on, in a full stop, in an initial, in a dash, or within brackets.
_OPEN_END = -8.0
_STOP_END = -6.0
_INITIAL_END = -10.0
_DASH_END = -12.0
_UNBALANCED = -6.0
_JOINED = (Shape.INNER_CAPITAL, Shape.OTHER)
_USUAL_LENGTH = 2
_OPEN_SIGNS = frozenset("([{“‘&/,;\\:_")
_DASHES = "-‐‑–—'"
# A dash or quotation mark that one at the end may close.
_OPENED = re.compile(rf" [{_DASHES}]\S")


def end_penalty(title: str) -> float:
    """How unlikely titles are to end like this one, as a logarithm."""
    penalty = 0.0
    end = title[-1]
    if end in _OPEN_SIGNS:
        penalty = _OPEN_END
    elif end == ".":
        penalty = _INITIAL_END if title[-2:-1].isupper() else _STOP_END
    elif end in _DASHES and not _OPENED.search(title):
        penalty = _DASH_END
    if "(" in title and title.count("(") > title.count(")"):
        penalty += _UNBALANCED
    return penalty


class Scales:
    """The two models between which every word of one line is weighed, and the line's own abstract."""

    def __init__(self, *, vocabulary: Vocabulary, words: TitleWords, names: NameModel, abstract: str) -> None:
        self.names = names
        self._words = words
        self._vocabulary = vocabulary
        self._abstract = abstract
        self._titles: dict[str, float] = {"": IMPROBABLE}

    @cached_property
    def _own(self) -> OwnWords:
        return self._vocabulary.own(self._abstract)

    def is_known(self, word: str) -> bool:
        """Whether a word stands in an abstract or a title of the dump."""
        return self._words.is_known(word)

    def title(self, word: str) -> float:
        """Log-probability of a word as a title's."""
        known = self._titles.get(word)
        if known is None:
            known = self._titles[word] = self._words.log_probability(word, self._own)
        return known

    def first_word(self, word: str, further: Sequence[str], style: Style) -> float:
        """Log-probability of a name's first word; that of a group is often a brand, which its abstract may hold."""
        as_name = self._name(word, 0, style)
        is_brand = _is_group(further) if further else _may_be_brand(word)
        return max(as_name, self._brand(word)) if is_brand else as_name

    def later_word(self, words: Sequence[str], place: int, style: Style) -> float:
        """Log-probability of a further word of a name that ends with `words`."""
        word = words[place]
        as_name = self._name(word, 1, style)
        if place + 1 == len(words):
            return as_name
        if _is_group(words[place:]) and word not in GROUP_WORDS:
            return max(as_name, self._brand(word))
        return as_name + _ONE_MORE_LETTER if len(word) == len(words[place + 1]) == 1 else as_name

    def whole_name(self, name: str, length: int, spelled: float) -> float:
        """Log-probability of a name of `length` words with the log-probability `spelled`, or that it is a known one."""
        if length == 1 and shape_of(name) is Shape.CASELESS:
            length = _USUAL_LENGTH  # scripts without capitals write names without spaces
        spelled += _NEW_NAME + self.names.log_length(length)
        known = self.names.log_whole(name)
        if known is None:
            return spelled
        high, low = max(known, spelled), min(known, spelled)
        return high + log(1 + exp(low - high))

    def gain_of_name(self, part: str) -> float:
        """How much better a part between commas reads as a name than as words of a title."""
        words = part.split(" ")
        if len(words) > MOST_WORDS:
            return IMPROBABLE
        spelled = self.first_word(words[0], words[1:], {})
        spelled += sum(self.later_word(words, place, {}) for place in range(1, len(words)))
        return self.whole_name(part, len(words), spelled) - sum(map(self.title, words)) - _TITLE_COMMA

    def _brand(self, word: str) -> float:
        pieces = pieces_of(word)
        is_joined = len(pieces) > 1 and len(pieces[0]) > 1 and pieces[0][1:].islower()
        return self.title(word) + (_JOINED_BRAND if is_joined else _BRAND)

    def _name(self, word: str, later: int, style: Style) -> float:
        return self.names.log_word(word, later, style) if word else IMPROBABLE


def _is_group(further: Sequence[str]) -> bool:
    """Whether the words after a name's first make it that of a group: `Foo Team`, `Foo BarMind`, `Foo Team: Ada B`."""
    if further[-1] in GROUP_WORDS or (further[-1] and shape_of(further[-1]) in _JOINED):
        return True
    return any(word[-1:] == ":" and word[:-1] in GROUP_WORDS for word in further)


def _may_be_brand(word: str) -> bool:
    return len(word) >= _SHORTEST_BRAND and word not in GROUP_WORDS

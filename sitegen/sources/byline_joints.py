"""The places of a line at which a title may end and its authors begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.sources.byline_layout import Layout
from sitegen.sources.byline_names import MOST_WORDS
from sitegen.sources.byline_scales import Scales
from sitegen.sources.byline_shapes import JOINED_PARTICLES, PLAIN_SHAPES, shape_of

SHOWN_AUTHORS = 3

_NOT_LOW = re.compile(r"[^\W\d_a-z]")
_LOW = re.compile(r"[^\W\d_A-Z](?=[^\W\d_A-Z]*\Z)")
_LOW_PARTICLE = re.compile(rf"(?=(?:{'|'.join(sorted(JOINED_PARTICLES))})(?:[A-Z]|\Z)|[dl]['’])")
_SHORTEST_LOW = 2
_PLAIN_LENGTHS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Joint:
    """A place inside a word: with so many authors, in that word of the part where they begin, before that letter."""

    authors: int
    word: int
    letter: int


def _letters(word: str, scales: Scales, *, low: bool) -> list[int]:
    letters = []
    if not word[1:].islower():
        letters += [match.start() for match in _NOT_LOW.finditer(word, 1) if not match[0].islower()]
    lows = [match.start() for match in (_LOW if low else _LOW_PARTICLE).finditer(word, _SHORTEST_LOW)]
    if lows and not scales.is_known(word):
        letters += [letter for letter in lows if scales.is_known(word[:letter])]
    return letters


def joints_of(layout: Layout, scales: Scales, *, low: bool) -> Iterator[Joint]:
    """Where a name could begin: at a capital or a particle; if `low`, at any small letter behind a known word.

    Only names of up to `MOST_WORDS` words are looked for, so that the work does not grow with the length of a title.
    """
    most = min(SHOWN_AUTHORS, len(layout.parts))
    for authors in range(most if layout.truncated else 1, most + 1):
        words = layout.parts[-authors].split(" ")
        for place in range(max(0, len(words) - MOST_WORDS), len(words)):
            for letter in _letters(words[place], scales, low=low):
                yield Joint(authors, place, letter)


def is_plain(joint: Joint, layout: Layout, scales: Scales) -> bool:
    """Whether a known word meets a name of the commonest shape here, so that nothing needs to be weighed."""
    words = layout.parts[-joint.authors].split(" ")
    glued = words[joint.word]
    name = (glued[joint.letter :], *words[joint.word + 1 :])
    left = glued[: joint.letter]
    return (
        len(name) in _PLAIN_LENGTHS
        and all(word and shape_of(word) in PLAIN_SHAPES for word in name)
        and (left[-1].isalnum() or left[-1] == "?")
        and scales.is_known(left)
        and not scales.is_known(glued)
        and all(scales.names.is_known(word) or not scales.is_known(word) for word in name)
    )

"""The places of a line at which a title may end and its authors begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.sources.byline_layout import Layout
from sitegen.sources.byline_names import MOST_WORDS
from sitegen.sources.byline_scales import Scales
from sitegen.sources.byline_shapes import JOINED_PARTICLES, PLAIN_SHAPES, is_caseless, shape_of

SHOWN_AUTHORS = 3

_NOT_LOW = re.compile(r"[^\W\d_a-z]")
_LOW_PARTICLE = re.compile(rf"(?=(?:{'|'.join(sorted(JOINED_PARTICLES))})(?:[A-Z]|\Z)|[dl]['’])")
_SHORTEST_LOW = 2
_PLAIN_LENGTHS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Joint:
    """A place inside a word: with so many authors, in that word of the part where they begin, before that letter."""

    authors: int
    word: int
    letter: int


def _capitals(word: str) -> Iterator[int]:
    """Where a capital stands, or a script without capitals begins."""
    for match in _NOT_LOW.finditer(word, 1):
        place = match.start()
        if not match[0].islower() and not (is_caseless(match[0]) and is_caseless(word[place - 1])):
            yield place


def _small_letters(word: str, *, low: bool) -> Iterator[int]:
    """Where a particle stands, or small letters behind an acronym (`GANs` is one) that reach to the end of the word."""
    yield from (match.start() for match in _LOW_PARTICLE.finditer(word, _SHORTEST_LOW))
    if not word[-1:].islower():
        return
    begin = len(word)
    while begin and word[begin - 1].islower():
        begin -= 1
    if low:
        yield from range(max(begin, _SHORTEST_LOW), len(word))
    elif begin >= _SHORTEST_LOW and not (word[begin - 1].isupper() and word[begin - 2].islower()):
        yield from range(begin, min(begin + 2, len(word)))


def _is_title_word(word: str, scales: Scales) -> bool:
    """Whether a word or all parts of a compound are known from abstracts and titles."""
    return scales.is_known(word) or all(part and scales.is_known(part) for part in word.split("-"))


def _letters(word: str, scales: Scales, *, low: bool) -> list[int]:
    letters = set() if word.isascii() and word[1:].islower() else set(_capitals(word))
    small = set(_small_letters(word, low=low)) - letters
    if small and not scales.is_known(word):
        letters.update(letter for letter in small if _is_title_word(word[:letter], scales))
    return sorted(letters)


def joints_of(layout: Layout, scales: Scales, *, low: bool) -> Iterator[Joint]:
    """Where a name could begin: at a capital or a particle; if `low`, at any small letter behind a known word.

    If `low`, `et al.` may also stand behind fewer names than there should be.

    Only names of up to `MOST_WORDS` words are looked for, so that the work does not grow with the length of a title.
    """
    most = min(SHOWN_AUTHORS, len(layout.parts))
    for authors in range(most if layout.truncated and not low else 1, most + 1):
        words = layout.parts[-authors].split(" ")
        for place in range(max(0, len(words) - MOST_WORDS), len(words)):
            for letter in _letters(words[place], scales, low=low):
                yield Joint(authors, place, letter)


def plain_joint(joints: Sequence[Joint], layout: Layout, scales: Scales) -> Joint | None:
    """The only joint in a word not known, if a known word meets a name of the commonest shape there.

    Then nothing needs to be weighed, as with most lines.
    """
    found: Joint | None = None
    for joint in joints:
        if not _is_title_word(_words(joint, layout)[joint.word], scales):
            if found is not None:
                return None
            found = joint
    return found if found is not None and _is_plain(found, layout, scales) else None


def _words(joint: Joint, layout: Layout) -> list[str]:
    return layout.parts[-joint.authors].split(" ")


def _is_plain(joint: Joint, layout: Layout, scales: Scales) -> bool:
    words = _words(joint, layout)
    glued = words[joint.word]
    left = glued[: joint.letter]
    name = (glued[joint.letter :], *words[joint.word + 1 :])
    return (
        len(name) in _PLAIN_LENGTHS
        and all(word and shape_of(word) in PLAIN_SHAPES for word in name)
        and (left[-1].isalnum() or left[-1] == "?")
        and scales.is_known(left)
        and all(scales.names.is_known(word) or not scales.is_known(word) for word in name)
    )

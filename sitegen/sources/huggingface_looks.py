"""What it costs to take a line of a listing for a title or an abstract, by its look and by its place."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sitegen.sources.lines import ends_sentence


class Role(IntEnum):
    """What a line of text is to the paper it belongs to."""

    TITLE = 0
    TITLE_MORE = 1
    ABSTRACT = 2
    ABSTRACT_MORE = 3
    PARAGRAPH = 4
    ORGANIZATION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A line of text and its place.

    `after_gap`: a blank line stands above it; `after_marks`: marks of a card stand between it and the text before;
    `before_dot`: a dot follows, as after an organization; `is_marked_title`: the page marks it as a title;
    `continues_title`: as one of the lines that a marked title was wrapped into.
    """

    text: str
    after_gap: bool = False
    after_marks: bool = False
    before_dot: bool = False
    is_marked_title: bool = False
    continues_title: bool = False
    is_organization_link: bool = False

    @property
    def touches(self) -> bool:
        """Whether it stands right below the line of text before."""
        return not (self.after_gap or self.after_marks)


@dataclass(frozen=True, slots=True)
class Steps:
    """What each role costs after each other one; `can_miss`: a title may follow a title whose abstract is missing."""

    costs: tuple[tuple[Role, Role, float], ...]
    can_miss: bool
    title_cost: float


NEVER = 1e9
_SENTENCES = re.compile(r"[a-z)\]]{2}[.!] +[A-Z]")
_AUTHORIAL = re.compile(r"\b(?:[Ww]e|[Tt]his (?:paper|work|article)|[Oo]ur|[Ii]n this)\b")
_ADDRESS = re.compile(r"https?://|\bwww\.|github\.com/")
_OPEN_END = re.compile(
    r"(?:[,:;&\u2013\u2014/-]|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|the|through|to|towards?|under|using|"
    r"via|vs\.?|when|with|without))$"
)
_OPENING = "\"'`\u201c\u2018$[\\"
_LONG_TITLE = 180
_LONGEST_TITLE = 260
_SHORT_ABSTRACT = 120
_WIDEST_WRAP = 300
_NARROWEST_WRAP = 55
_MOST_TITLE_LINES = 2
_LONG_NAME = 80
_LONGEST_LINK_WORD = 9
_VERY_SHORT = 60
_SENTENCE_CASE, _TITLE_CASE = 0.3, 0.6
_NEARBY = 3
_MANY_SMALL = 5
_LIKELY_WRAP = 2.0
_TITLES = (Role.TITLE, Role.TITLE_MORE)
_ABSTRACTS = (Role.ABSTRACT, Role.ABSTRACT_MORE, Role.PARAGRAPH)


def are_titles_alone(lines: Sequence[Prose]) -> bool:
    """Whether titles stand alone between blank lines, and not right above their abstracts."""
    starts = [index for index, line in enumerate(lines) if index == 0 or not line.touches]
    groups = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    alone = [group for group in groups if len(group) <= _MOST_TITLE_LINES and _is_title_like(group)]
    return len(groups) > 1 and 4 * len(alone) >= len(groups)


def _is_title_like(group: Sequence[Prose]) -> bool:
    return sum(len(line.text) for line in group) < _LONGEST_TITLE and not _ends(group[-1].text)


def wraps_of(lines: Sequence[Prose], *, is_gapped: bool) -> list[float | None]:
    """For each line, how unlikely the next one is the rest of its paragraph; None where the two do not touch.

    Where hardly a line nearby begins with a small letter nothing seems to be wrapped.
    """
    small = [line.touches and line.text[0].islower() for line in lines]
    # One such line may be a title's (`iGPT`), unless a good part of all lines are.
    enough = 1 if _MANY_SMALL * sum(small) >= len(lines) else 2
    wraps: list[float | None] = [None] * len(lines)
    for index, (line, below) in enumerate(itertools.pairwise(lines)):
        if below.touches:
            is_wrapped = is_gapped or sum(small[max(0, index - _NEARBY) : index + _NEARBY + 2]) >= enough
            is_cut = below.text[0].islower() or _is_open(line.text)
            wraps[index] = _wrap(line.text, below.text) + (0.0 if is_wrapped or is_cut else 3.0)
    return wraps


def _wrap(text: str, below: str) -> float:
    cost = 0.0
    if len(text) + 1 + len(below.split(" ", 1)[0]) <= len(below):
        cost += 4.0  # there was room for its first word
    if len(text) < _NARROWEST_WRAP:
        cost += 2.0
    if len(text) > _WIDEST_WRAP:
        cost += 2.0
    if ends_sentence(text):
        cost += 1.5
    if below[0].islower():
        cost -= 1.5
    return max(cost, 0.0)


def looks_of(line: Prose, wrap: float | None, *, marks_titles: bool) -> tuple[float, ...]:
    """What each role costs by the line's own look, in the order of `Role`."""
    if line.is_marked_title:
        return (0.0, 12.0, 12.0, 12.0, 12.0, 12.0)
    if line.continues_title:
        return (12.0, -9.0, 12.0, 12.0, 12.0, 12.0)
    text, length, head = line.text, len(line.text), line.text[:_LONGEST_TITLE]
    capitals = _capitals(head)
    prose = 3.0 * _ends(text) + 3.0 * bool(_SENTENCES.search(head)) + 4.0 * bool(_ADDRESS.search(head))
    is_open = length < _LONG_TITLE and not _ends(text)
    abstract = _abstract_cost(text, capitals, is_open=is_open, is_wrapped=wrap is not None and wrap < _LIKELY_WRAP)
    return (
        prose + _title_cost(text, capitals) + 6.0 * marks_titles,
        prose + 4.0 * (length > _LONG_TITLE) + 1.5 * (capitals < _SENTENCE_CASE),
        abstract,
        1.5 * (is_open and capitals > _TITLE_CASE and " " in text),
        abstract / 2,
        5.0 * (length > _LONG_NAME) + 4.0 * ends_sentence(text) - 5.0 * line.is_organization_link,
    )


def _title_cost(text: str, capitals: float) -> float:
    cost = 1.5 * bool(_AUTHORIAL.search(text[:_LONGEST_TITLE])) + 2.5 * bool(_AUTHORIAL.match(text))
    cost += 2.5 * (capitals < _SENTENCE_CASE) + 0.7 * text[0].islower()
    cost += 1.5 * (not text[0].isalnum() and text[0] not in _OPENING)
    return cost + (8.0 if len(text) > _LONGEST_TITLE else 3.0 * (len(text) > _LONG_TITLE))


def _abstract_cost(text: str, capitals: float, *, is_open: bool, is_wrapped: bool) -> float:
    small = 2.5 * text[0].islower()
    if is_open and is_wrapped:
        return 1.0 + small
    cost = (6.0 if len(text) < _SHORT_ABSTRACT else 3.5) * is_open * (0.5 if ends_sentence(text) else 1.0)
    return cost + 1.0 * (len(text) < _VERY_SHORT) + 1.0 * (is_open and capitals > _TITLE_CASE) + small


def _is_open(text: str) -> bool:
    """Whether a line ends in a word that must be followed by another."""
    return _OPEN_END.search(text[-_LONGEST_LINK_WORD:]) is not None


def _ends(text: str) -> bool:
    return text.endswith(".") and not text.endswith("...")


def _capitals(text: str) -> float:
    """The share of capitalised words among those of four letters and more; 1 without any."""
    words = list(re.findall(r"[^\W\d_]{4,}", text))
    return sum(not word[0].islower() for word in words) / len(words) if words else 1.0


def steps_of(line: Prose, below: Prose, wrap: float | None, *, is_gapped: bool) -> Steps:
    """What each role of `below` costs after each role of `line`, by what stands between the two."""
    is_named = below.before_dot and not below.after_marks
    is_unusual = below.touches and is_gapped
    is_cut = (
        below.touches
        and len(line.text) < _SHORT_ABSTRACT
        and not ends_sentence(line.text)
        and not _ADDRESS.search(line.text)
    )
    title = 3.0 * is_named
    costs = [
        (Role.ORGANIZATION, Role.TITLE, 0.0),
        *_from(_TITLES, Role.ABSTRACT, 8.0 if below.after_marks else 1.5 * is_unusual),
        *_from(_ABSTRACTS, Role.TITLE, 1.5 * is_unusual + 2.0 * is_cut + title),
        *_from(_ABSTRACTS, Role.PARAGRAPH, 9.0 if below.after_marks else 4.0),
    ]
    if below.after_marks:
        costs += _from(_TITLES, Role.TITLE, title)
    if wrap is not None:
        more = wrap + (0.0 if _is_open(line.text) else 1.0)
        costs += [(Role.TITLE, Role.TITLE_MORE, more), (Role.TITLE_MORE, Role.TITLE_MORE, more + 1.0)]
        costs += _from(_ABSTRACTS, Role.ABSTRACT_MORE, wrap)
    if is_named:
        costs += [*_from(_TITLES, Role.ORGANIZATION, 0.5), *_from(_ABSTRACTS, Role.ORGANIZATION, 0.0)]
    return Steps(costs=tuple(costs), can_miss=not below.after_marks, title_cost=title)


def _from(origins: Sequence[Role], to: Role, cost: float) -> Iterator[tuple[Role, Role, float]]:
    return ((origin, to, cost) for origin in origins)

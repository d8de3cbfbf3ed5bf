"""Which lines of a listing are titles and which abstracts, where the page does not say.

Every line of text is given a role so that the roles of all lines together cost least (Viterbi's algorithm): what a
line looks like, what may follow what, whether a blank line or a card's marks stand between. Costs are rough negative
log likelihoods.
"""

import re
from collections.abc import Mapping, Sequence
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
    `before_dot`: a dot follows, as after an organization; `is_marked_title`: the page marks it as a title.
    """

    text: str
    after_gap: bool = False
    after_marks: bool = False
    before_dot: bool = False
    is_marked_title: bool = False
    is_organization_link: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """The role of a line, and whether the line looks like another one."""

    role: Role
    is_doubtful: bool


_NEVER = 1e9
_SENTENCES = re.compile(r"[a-z)\]]{2}[.!] +[A-Z]")
_AUTHORIAL = re.compile(r"\b(?:[Ww]e|[Tt]his (?:paper|work|article)|[Oo]ur|[Ii]n this)\b")
_ADDRESS = re.compile(r"https?://|\bwww\.|github\.com/")
_OPEN_END = re.compile(
    r"(?:[,:;&\u2013\u2014/-]|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|the|through|to|towards?|under|using|via|"
    r"vs\.?|when|with|without))$"
)
_LONG_TITLE = 180
_LONGEST_TITLE = 260
_SHORT_ABSTRACT = 120
_WIDEST_WRAP = 300
_NARROWEST_WRAP = 55
_MOST_TITLE_LINES = 2
_LONG_NAME = 80
_VERY_SHORT = 60
_SENTENCE_CASE, _TITLE_CASE = 0.3, 0.6
_NEARBY = 3
_LIKELY_WRAP = 2.0
_DOUBT = 5.0


def label_prose(lines: Sequence[Prose], *, marks_titles: bool = False) -> tuple[Labelled, ...]:
    """The role of each line; `marks_titles` says that the page marks its titles, so that others are unlikely."""
    if not lines:
        return ()
    is_gapped = _is_gapped(lines)
    wraps = _wraps(lines, is_gapped=is_gapped)
    looks = [_looks(line, wrap, marks_titles=marks_titles) for line, wrap in zip(lines, wraps, strict=True)]
    costs = [_NEVER] * len(Role)
    costs[Role.TITLE] = looks[0][Role.TITLE]
    costs[Role.ABSTRACT] = looks[0][Role.ABSTRACT] + 3.0
    came_from: list[list[int]] = []
    for index in range(1, len(lines)):
        steps = _steps(lines[index - 1], lines[index], wraps[index - 1], is_gapped=is_gapped)
        best, back = _advance(costs, steps)
        costs = [cost + look for cost, look in zip(best, looks[index], strict=True)]
        came_from.append(back)
    role = min(range(len(Role)), key=costs.__getitem__)
    roles = [role]
    for back in reversed(came_from):
        role = back[role]
        roles.append(role)
    return tuple(
        Labelled(Role(role), _is_doubtful(Role(role), look)) for role, look in zip(reversed(roles), looks, strict=True)
    )


def _advance(costs: Sequence[float], steps: Mapping[Role, Mapping[Role, float]]) -> tuple[list[float], list[int]]:
    best = [_NEVER] * len(Role)
    back = [0] * len(Role)
    for origin, onward in steps.items():
        for to, step in onward.items():
            cost = costs[origin] + step
            if cost < best[to]:
                best[to], back[to] = cost, origin
    return best, back


def _is_doubtful(role: Role, look: Sequence[float]) -> bool:
    if role is Role.TITLE:
        return look[Role.TITLE] >= _DOUBT and look[Role.TITLE] > look[Role.ABSTRACT]
    return role is Role.ABSTRACT and look[Role.ABSTRACT] >= _DOUBT and look[Role.ABSTRACT] > look[Role.TITLE]


def _is_gapped(lines: Sequence[Prose]) -> bool:
    """Whether titles stand alone between blank lines, and not right above their abstracts."""
    starts = [index for index, line in enumerate(lines) if index == 0 or line.after_gap or line.after_marks]
    groups = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    alone = [
        group
        for group in groups
        if len(group) <= _MOST_TITLE_LINES
        and sum(len(line.text) for line in group) < _LONGEST_TITLE
        and not _ends(group[-1].text)
    ]
    return len(groups) > 1 and 4 * len(alone) >= len(groups)


def _ends(text: str) -> bool:
    return text.endswith(".") and not text.endswith("...")


def _capitals(text: str) -> float:
    """The share of capitalised words among those of four letters and more; 1 without any."""
    words = list(re.findall(r"[^\W\d_]{4,}", text))
    return sum(not word[0].islower() for word in words) / len(words) if words else 1.0


def _wraps(lines: Sequence[Prose], *, is_gapped: bool) -> list[float | None]:
    """For each line, how unlikely the next one is the rest of its paragraph; None where the two do not touch.

    Where no line nearby begins with a small letter nothing seems to be wrapped.
    """
    touching = [not (line.after_gap or line.after_marks) for line in lines]
    small = [touches and line.text[0].islower() for touches, line in zip(touching, lines, strict=True)]
    wraps: list[float | None] = [None] * len(lines)
    for index in range(len(lines) - 1):
        if touching[index + 1]:
            is_wrapped_text = is_gapped or any(small[max(0, index - _NEARBY) : index + _NEARBY + 2])
            wraps[index] = _wrap(lines[index].text, lines[index + 1].text) + (0.0 if is_wrapped_text else 3.0)
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


def _looks(line: Prose, wrap: float | None, *, marks_titles: bool) -> tuple[float, ...]:
    """What each role costs by the line's own look, in the order of `Role`."""
    if line.is_marked_title:
        return (0.0, 12.0, 12.0, 12.0, 12.0, 12.0)
    text, length = line.text, len(line.text)
    capitals = _capitals(text[:_LONGEST_TITLE])
    prose = 3.0 * bool(_ends(text)) + 3.0 * bool(_SENTENCES.search(text)) + 4.0 * bool(_ADDRESS.search(text))
    title = prose + 1.5 * bool(_AUTHORIAL.search(text)) + 2.5 * (capitals < _SENTENCE_CASE) + 0.7 * text[0].islower()
    title += 8.0 * (length > _LONGEST_TITLE) or 3.0 * (length > _LONG_TITLE)
    is_open = length < _SHORT_ABSTRACT and not ends_sentence(text)
    abstract = 4.0 * is_open + 1.0 * (length < _VERY_SHORT) + 1.0 * (is_open and capitals > _TITLE_CASE)
    if is_open and wrap is not None and wrap < _LIKELY_WRAP:
        abstract = 1.0
    more = 1.5 * (is_open and capitals > _TITLE_CASE and " " in text)
    organization = 5.0 * (length > _LONG_NAME) + 4.0 * ends_sentence(text) - 5.0 * line.is_organization_link
    return (
        title + 6.0 * marks_titles,
        prose + 4.0 * (length > _LONG_TITLE),
        abstract,
        more,
        abstract / 2,
        organization,
    )


def _steps(line: Prose, below: Prose, wrap: float | None, *, is_gapped: bool) -> Mapping[Role, Mapping[Role, float]]:
    """What each role costs after each other one, by what stands between the two lines."""
    touches = wrap is not None
    unusual = 1.5 if touches and is_gapped else 0.0
    from_title: dict[Role, float] = {
        Role.TITLE: 0.0 if below.after_marks else 2.5,
        Role.ABSTRACT: 8.0 if below.after_marks else unusual,
    }
    is_cut = (
        touches and len(line.text) < _SHORT_ABSTRACT and not ends_sentence(line.text) and not _ADDRESS.search(line.text)
    )
    from_abstract: dict[Role, float] = {
        Role.TITLE: unusual + 2.0 * is_cut,
        Role.PARAGRAPH: 9.0 if below.after_marks else 3.0,
    }
    if wrap is not None:
        from_title[Role.TITLE_MORE] = wrap + (0.0 if _OPEN_END.search(line.text) else 2.0) + 1.5 * (not is_gapped)
        from_abstract[Role.ABSTRACT_MORE] = wrap
    if below.before_dot:
        from_title[Role.ORGANIZATION] = 0.5
        from_abstract[Role.ORGANIZATION] = 0.0
    return {
        Role.TITLE: from_title,
        Role.TITLE_MORE: from_title,
        Role.ABSTRACT: from_abstract,
        Role.ABSTRACT_MORE: from_abstract,
        Role.PARAGRAPH: from_abstract,
        Role.ORGANIZATION: {Role.TITLE: 0.0},
    }

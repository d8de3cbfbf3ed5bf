"""Which lines of a listing are titles and which abstracts, where the page does not say.

Every line of text is given a role so that the roles of all lines together cost least (Viterbi's algorithm): what a
line looks like, what may follow what, whether a blank line or a card's marks stand between. Costs are rough negative
log likelihoods.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.sources.huggingface_looks import NEVER, Prose, Role, Steps, are_titles_alone, looks_of, steps_of, wraps_of

_DOUBT = 5.0
_USUAL_MISS = 2.5
_BOUNDS_OF_MISS = (0.3, 5.0)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The role of a line, and whether the line looks like another one."""

    role: Role
    is_doubtful: bool


def label_prose(lines: Sequence[Prose], *, marks_titles: bool = False) -> tuple[Labelled, ...]:
    """The role of each line; `marks_titles` says that the page marks its titles, so that others are unlikely.

    How often a title goes without an abstract differs from page to page: it is learnt from a first labelling.
    """
    if not lines:
        return ()
    is_gapped = are_titles_alone(lines)
    wraps = wraps_of(lines, is_gapped=is_gapped)
    looks = [looks_of(line, wrap, marks_titles=marks_titles) for line, wrap in zip(lines, wraps, strict=True)]
    steps = [
        steps_of(line, below, wrap, is_gapped=is_gapped)
        for line, below, wrap in zip(lines, lines[1:], wraps, strict=False)
    ]
    roles = _cheapest_roles(looks, steps, _USUAL_MISS)
    roles = _cheapest_roles(looks, steps, _cost_of_miss(lines, roles))
    return tuple(Labelled(role, _is_doubtful(role, look)) for role, look in zip(roles, looks, strict=True))


def _cost_of_miss(lines: Sequence[Prose], roles: Sequence[Role]) -> float:
    """The negative log of the share of titles that stand right above another title."""
    pairs = list(zip(roles, roles[1:], lines[1:], strict=False))
    titles = [(role, below) for role, below, line in pairs if role is Role.TITLE and not line.after_marks]
    missed = sum(below is Role.TITLE for _, below in titles)
    low, high = _BOUNDS_OF_MISS
    return min(max(-math.log((missed + 0.5) / (len(titles) + 1)), low), high)


def _cheapest_roles(looks: Sequence[Sequence[float]], steps: Sequence[Steps], miss: float) -> list[Role]:
    costs = [NEVER] * len(Role)
    costs[Role.TITLE] = looks[0][Role.TITLE]
    costs[Role.ABSTRACT] = looks[0][Role.ABSTRACT] + 3.0  # a listing may begin in the midst of a paper
    came_from: list[list[Role]] = []
    for step, look in zip(steps, looks[1:], strict=True):
        best = [NEVER] * len(Role)
        back = [Role.TITLE] * len(Role)
        for origin, to, cost in step.costs:
            total = costs[origin] + cost
            if total < best[to]:
                best[to], back[to] = total, origin
        if step.can_miss:
            total = costs[Role.TITLE] + miss + step.title_cost
            more = costs[Role.TITLE_MORE] + miss + step.title_cost
            for origin, cost in ((Role.TITLE, total), (Role.TITLE_MORE, more)):
                if cost < best[Role.TITLE]:
                    best[Role.TITLE], back[Role.TITLE] = cost, origin
        costs = [cost + own for cost, own in zip(best, look, strict=True)]
        came_from.append(back)
    role = min(Role, key=costs.__getitem__)
    roles = [role]
    for back in reversed(came_from):
        role = back[role]
        roles.append(role)
    return roles[::-1]


def _is_doubtful(role: Role, look: Sequence[float]) -> bool:
    if role is Role.TITLE:
        return look[Role.TITLE] >= _DOUBT and look[Role.TITLE] > look[Role.ABSTRACT]
    return role is Role.ABSTRACT and look[Role.ABSTRACT] >= _DOUBT and look[Role.ABSTRACT] > look[Role.TITLE]

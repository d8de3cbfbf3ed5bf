"""Adding up fractions so that every Python finds the same."""

from collections.abc import Iterable


def total_of(values: Iterable[float]) -> float:
    """The sum of some numbers, rounded after each. Not sum(): Python 3.12 began to add up in another way."""
    total = 0.0
    for value in values:
        total += value
    return total

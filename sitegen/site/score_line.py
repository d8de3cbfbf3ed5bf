"""The history of a score as a small line, with words for those who do not see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.paper import ScoreReading
from sitegen.site import wording
from sitegen.site.drawing import length_text

# The picture in pixels, and the free space around its line.
WIDTH, HEIGHT, EDGE = 60, 16, 2
# Readings that the words name one by one.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """`path` is an SVG path in a box of `WIDTH` by `HEIGHT`, `end` the point of the newest reading."""

    path: str
    end: tuple[str, str]
    words: str


def score_line(scores: Sequence[ScoreReading]) -> ScoreLine | None:
    """The line through scores, oldest first; None for fewer than two.

    Steps along the line are in proportion to the days between the readings, or equal where a day is not known. The
    lowest and the highest score touch the edges; equal scores are a level line through the middle.
    """
    if len(scores) <= 1:
        return None
    points = [
        (length_text(EDGE + across * (WIDTH - 2 * EDGE)), length_text(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)))
        for across, up in zip(_across(scores), _up(scores), strict=True)
    ]
    path = "M" + "L".join(f"{x} {y}" for x, y in points)
    return ScoreLine(path=path, end=points[-1], words=_words([score.value for score in scores]))


def _across(scores: Sequence[ScoreReading]) -> list[float]:
    days = [score.captured.toordinal() for score in scores if score.captured]
    if len(days) == len(scores) and days == sorted(days) and days[0] < days[-1]:
        return [(day - days[0]) / (days[-1] - days[0]) for day in days]
    return [place / (len(scores) - 1) for place in range(len(scores))]


def _up(scores: Sequence[ScoreReading]) -> list[float]:
    values = [score.value for score in scores]
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0.5 for value in values]


def _words(values: Sequence[float]) -> str:
    texts = [wording.decimal_text(value) for value in values]
    if len(values) <= _MOST_NAMED:
        return f"Score in {len(values)} readings: {', '.join(texts)}"
    low, high = (wording.decimal_text(value) for value in (min(values), max(values)))
    return f"Score in {len(values)} readings: from {texts[0]} to {texts[-1]}, lowest {low}, highest {high}"

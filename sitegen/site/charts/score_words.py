"""What the picture of scores says, and what stands in its place where there is none."""

import math
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.paper import Paper
from sitegen.site.charts.columns import Column, year_label
from sitegen.site.charts.numbers import MOST_NAMED, sentences
from sitegen.site.wording import count_text, decimal_text, words_list

# With no more papers than this the five numbers are all there are, and each paper is a dot.
MOST_DOTS = 5
_QUARTERS = (0.25, 0.5, 0.75)


def five_numbers(scores: Sequence[float]) -> tuple[float, ...]:
    """Lowest, lower quarter, middle, upper quarter and highest of sorted scores, each one that a paper has.

    Nearest rank: the quarter q of n scores is the one at place ceil(q n), as in ISO 3534-1's definition of a quantile.
    """
    inner = (scores[max(0, math.ceil(part * len(scores)) - 1)] for part in _QUARTERS)
    return (scores[0], *inner, scores[-1])


def no_scores(scored: Sequence[Paper], columns: Sequence[Column]) -> str:
    """The sentence in place of the picture, for scores that have no date or all the same."""
    values = sorted(paper.score or 0.0 for paper in scored)
    span = (
        decimal_text(values[0])
        if values[0] == values[-1]
        else " to ".join(decimal_text(value) for value in (values[0], values[-1]))
    )
    verb = "has a score" if len(scored) == 1 else "have a score"
    when = "none of a known year" if not columns else f"those with a date all of {year_label(columns[0])}"
    return f"{count_text(len(scored), 'paper')} {verb} ({span}), {when}, so there is no picture of scores by date."


def score_caption(held: Mapping[str, Sequence[float]], *, noun: str, undated: int, is_cut: bool) -> str:
    """What one sees in the picture of the scores that each column holds, and how to read it.

    `noun` is what a column stands for, `undated` how many scores are in none; `is_cut` where the scale leaves out 0.
    """
    scores = [score for each in held.values() for score in each]
    verb = "is" if undated == 1 else "are"
    return sentences(
        f"{count_text(len(scores), 'score')} from {decimal_text(min(scores))} to {decimal_text(max(scores))}.",
        _middles({label: five_numbers(each)[2] for label, each in held.items() if each}),
        _reading([len(each) for each in held.values()], noun),
        f"{count_text(undated, 'score')} of papers without a {noun} {verb} not drawn." if undated else "",
        "The scale does not begin at 0." if is_cut else "",
    )


def _middles(middles: Mapping[str, float]) -> str:
    """Where the middle score is highest and where lowest."""
    high, low = max(middles.values()), min(middles.values())
    if high == low:
        return f"The middle score is {decimal_text(high)} throughout."
    tops, bottoms = ([label for label, value in middles.items() if value == end] for end in (high, low))
    if max(len(tops), len(bottoms)) > MOST_NAMED:
        return f"The middle score lies between {decimal_text(low)} and {decimal_text(high)}."
    return (
        f"The middle score is highest in {words_list(tops)} ({decimal_text(high)}) and lowest in {words_list(bottoms)} "
        f"({decimal_text(low)})."
    )


def _reading(counts: Iterable[int], noun: str) -> str:
    """How the signs are to be read."""
    drawn = [count for count in counts if count]
    has_boxes, has_dots = max(drawn) > MOST_DOTS, min(drawn) <= MOST_DOTS
    box = f"A box holds the middle half of a {noun}, its dot is the middle score" if has_boxes else ""
    dots = f"{f'with {MOST_DOTS} papers or fewer' if has_boxes else ''} each dot is a paper".strip() if has_dots else ""
    words = "; ".join(part for part in (box, dots) if part)
    return f"{words[:1].upper()}{words[1:]}." if words else ""

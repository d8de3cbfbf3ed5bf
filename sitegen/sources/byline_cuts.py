"""Every way to cut one line, weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from math import exp, log

from sitegen.sources.byline_joints import SHOWN_AUTHORS, Joint, joints_of, plain_joint
from sitegen.sources.byline_layout import COMMA, Layout
from sitegen.sources.byline_names import Style, style_of
from sitegen.sources.byline_scales import Scales, end_penalty
from sitegen.sources.byline_shapes import Shape, shape_of

# Fewer names than are usually shown before `et al.`
_FEWER = -15.0
_LOG_AUTHORS = {1: log(0.12), 2: log(0.28), 3: log(0.6)}
# A title whose last comma is followed by one word of it, or by one letter.
_STUMP = -5.0
_LETTER_STUMP = -10.0
# A name that begins with a small letter among names that do not.
_LOW_NAME = -7.0
# The gain that makes it needless to look for such a name.
_CONVINCING = 20.0
# How far a reading may fall behind another before it is given up.
_HOPELESS = 60.0
# A cut that stands alone, between a known word and a plain name.
_SURE = 0.99999
# That a line holds no author at all; and the gain below which that is what it is taken for.
_NO_AUTHOR = -12.0
_NO_NAME = -30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One way to split a line: the title, the first author, and how many parts of the layout are further authors.

    `gain` is how much better the words behind the cut read as a name than as words of the title (a log-likelihood
    ratio); `score` compares the cuts of one line with each other.
    """

    title: str
    first_author: str
    further: int
    gain: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The best cut of a line, and the probability that it is the right one."""

    cut: Cut
    confidence: float


def _head(layout: Layout, authors: int) -> str:
    parts = layout.parts[:-authors]
    return COMMA.join(parts) + COMMA if parts else ""


def _split_at(joint: Joint, layout: Layout) -> tuple[str, str]:
    """The title and the first author."""
    words = layout.parts[-joint.authors].split(" ")
    glued = words[joint.word]
    title = _head(layout, joint.authors) + " ".join((*words[: joint.word], glued[: joint.letter]))
    return title, " ".join((glued[joint.letter :], *words[joint.word + 1 :]))


def _cut_at(joint: Joint, layout: Layout, gain: float) -> Cut:
    title, name = _split_at(joint, layout)
    return Cut(title=title, first_author=name, further=joint.authors - 1, gain=gain, score=gain)


def _cuts_in_part(joints: Sequence[Joint], layout: Layout, scales: Scales) -> Iterator[Cut]:
    """Weigh the joints of one part, given from the last word of the part to the first."""
    authors = joints[0].authors
    style = style_of(layout.parts[len(layout.parts) - authors + 1 :])
    words = layout.parts[-authors].split(" ")
    has_comma = authors < len(layout.parts)
    behind, best, place = 0.0, -_HOPELESS, len(words)
    for joint in joints:
        while place > joint.word + 1:
            place -= 1
            behind += scales.later_word(words, place, style) - scales.title(words[place])
        if behind < best - _HOPELESS:
            return
        gain = _gain_at(joint, words, behind, layout, scales, style)
        if has_comma and joint.word == 0:
            gain += _STUMP if joint.letter > 1 else _LETTER_STUMP
        best = max(best, gain)
        yield _cut_at(joint, layout, gain)


def _gain_at(joint: Joint, words: Sequence[str], behind: float, layout: Layout, scales: Scales, style: Style) -> float:
    """The gain of a cut, where the words behind the one cut gain `behind` by being a name's."""
    glued = words[joint.word]
    left, right = glued[: joint.letter], glued[joint.letter :]
    title, name = _split_at(joint, layout)
    spelled = behind + scales.first_word(right, words[joint.word + 1 :], style)
    gain = scales.whole_name(name, len(words) - joint.word, spelled) + end_penalty(title)
    gain += scales.title(left) - scales.title(glued)
    return gain + _LOW_NAME if shape_of(right) is Shape.LOWER and Shape.LOWER not in style else gain


def _weigh(joints: Sequence[Joint], layout: Layout, scales: Scales) -> list[Cut]:
    """Weigh all joints; only where two numbers of authors compete do the further authors count."""
    ordered = sorted(joints, key=lambda joint: (joint.authors, -joint.word, joint.letter))
    by_authors = {
        authors: list(_cuts_in_part(list(group), layout, scales))
        for authors, group in groupby(ordered, key=lambda joint: joint.authors)
    }
    if len(by_authors) > 1:
        gains = list(
            accumulate((scales.gain_of_name(layout.parts[-n]) for n in range(1, max(by_authors))), initial=0.0)
        )
        for authors, cuts in by_authors.items():
            usual = authors == SHOWN_AUTHORS or not layout.truncated
            shift = gains[authors - 1] + (_LOG_AUTHORS[authors] if usual else _FEWER)
            by_authors[authors] = [replace(cut, score=cut.gain + shift) for cut in cuts]
    return [cut for cuts in by_authors.values() for cut in cuts]


def choose_cut(layout: Layout, scales: Scales) -> Choice | None:
    """The best cut of a line; None where no author seems to stand in it."""
    # Who ends in a small letter may begin with one.
    low = layout.parts[-1].rpartition(" ")[2].islower()
    joints = list(joints_of(layout, scales, low=low))
    plain = plain_joint(joints, layout, scales)
    if plain is not None:
        return Choice(cut=_cut_at(plain, layout, _CONVINCING), confidence=_SURE)
    cuts = _weigh(joints, layout, scales)
    if not low and all(cut.gain < _CONVINCING for cut in cuts):
        more = list(joints_of(layout, scales, low=True))
        cuts = _weigh(more, layout, scales) if len(more) > len(joints) else cuts
    if not cuts:
        return None
    best = min(cuts, key=lambda cut: (-cut.score, cut.title))
    if best.gain < _NO_NAME and len(layout.parts) == 1 and not layout.truncated:
        return None
    others = sum(exp(cut.score - best.score) for cut in cuts)
    return Choice(cut=best, confidence=1 / (others + exp(_NO_AUTHOR - best.gain)))

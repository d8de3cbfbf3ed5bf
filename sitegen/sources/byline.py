"""Find where a title ends and its authors begin in lines that print both without a separator.

No list of names is used: what names and titles look like is learned from the lines themselves and their abstracts.
"""

from collections.abc import Sequence

from sitegen.model.paper import Paper
from sitegen.sources.byline_cuts import Choice
from sitegen.sources.byline_dump import DumpBylines
from sitegen.sources.byline_layout import COMMA, Layout, parse_layout
from sitegen.sources.byline_line import Byline, GluedLine

__all__ = ["LOW_CONFIDENCE", "Byline", "GluedLine", "low_confidence", "split_bylines"]

# Below this a byline is split as well as can be, and shown as doubtful.
LOW_CONFIDENCE = 0.9


def low_confidence(paper: Paper) -> float | None:
    """How sure it is where a paper's title ends, where that is in doubt: below LOW_CONFIDENCE. None where it is not."""
    confidence = paper.byline_confidence
    return confidence if confidence is not None and confidence < LOW_CONFIDENCE else None


def _authors(layout: Layout, choice: Choice | None) -> tuple[str, ...]:
    if choice is None:
        return ()
    return (choice.cut.first_author, *layout.parts[len(layout.parts) - choice.cut.further :])


def _byline(layout: Layout, choice: Choice | None) -> Byline:
    return Byline(
        title=choice.cut.title if choice else COMMA.join(layout.parts),
        authors=_authors(layout, choice),
        authors_truncated=layout.truncated,
        organizations=layout.organizations,
        confidence=choice.confidence if choice else 0.0,
    )


def split_bylines(lines: Sequence[GluedLine]) -> tuple[Byline, ...]:
    """Split every line of one dump, in order; the result for a line does not depend on where in the dump it stands."""
    layouts = tuple(parse_layout(line.text) for line in lines)
    choices = DumpBylines(layouts, tuple(line.abstract for line in lines)).choices()
    return tuple(_byline(layout, choice) for layout, choice in zip(layouts, choices, strict=True))

"""Where papers came from, in order of arrival: by this a browser can tell what is new since it was last here.

A source is a dump, or a day on which notes added papers. A page names the newest few, and each row those of its paper:
a paper is new to who saw none of them. So it needs no clock of the build, and dumps that do not say when they were
saved serve as well.
"""

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.dump import Reading
from sitegen.model.paper import Paper

# Sources that pages name; what came before the oldest of them is new to nobody.
MOST_SOURCES = 32
_KEY_LENGTH = 5


def source_names(paper: Paper) -> tuple[str, ...]:
    """The dumps that list a paper; without any, the day on which its note says that it was added."""
    dumps = dict.fromkeys(place.dump for place in paper.provenance)
    return tuple(dumps) or ((str(paper.added),) if paper.added else ())


def recent_sources(readings: Mapping[str, Reading], papers: Iterable[Paper]) -> dict[str, str]:
    """The newest sources by name, oldest first, each with the short key that stands for it on pages.

    Dumps that state no day count as the newest.
    """
    days = {name: reading.dump.metadata.captured or datetime.date.max for name, reading in readings.items()}
    added = {paper.added for paper in papers if paper.added and not paper.provenance}
    order: Sequence[tuple[datetime.date, str]] = sorted(
        [*((day, name) for name, day in days.items()), *((day, str(day)) for day in added)]
    )
    return {name: hashlib.sha256(name.encode()).hexdigest()[:_KEY_LENGTH] for _, name in order[-MOST_SOURCES:]}

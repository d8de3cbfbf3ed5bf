"""Where papers came from, and what of it pages name."""

import dataclasses
import datetime

from sitegen.model.dump import Dump, DumpMetadata, Reading
from sitegen.model.paper import Paper, Provenance
from sitegen.site.arrivals import MOST_SOURCES, recent_sources
from sitegen.site.arrivals_view import arrival_views
from sitegen.site.known import known_view
from tests.toy import bare_paper, full_paper, toy_readings, toy_site

LOOKUPS = toy_site().lookups
DAY = datetime.date(2026, 1, 1)


def reading(name: str, captured: datetime.date | None) -> Reading:
    """A dump of a day, read."""
    dump = Dump(name=name, file=name, lines=(), metadata=DumpMetadata(captured=captured))
    return dataclasses.replace(toy_readings()[0], dump=dump, records=(), uses=())


def test_the_newest_sources_have_keys() -> None:
    """By the day on which they were saved, those without one last; the oldest of too many have no key."""
    names = [f"day-{number:02}.txt" for number in range(MOST_SOURCES)]
    readings = {
        name: reading(name, DAY + datetime.timedelta(days=number)) for number, name in enumerate(reversed(names))
    }
    readings["undated.txt"] = reading("undated.txt", None)
    found = list(recent_sources(readings, ()))
    assert found == [*list(reversed(names))[1:], "undated.txt"]
    assert len(set(recent_sources(readings, ()).values())) == MOST_SOURCES


def test_days_of_notes_are_sources_of_papers_without_a_dump() -> None:
    """A paper that a dump lists came with it, whenever its note was written."""
    noted = Paper(id="noted", title="Noted", added=DAY)
    listed = Paper(id="listed", title="Listed", added=DAY, provenance=(Provenance("a.txt", 1),))
    assert list(recent_sources({}, [noted])) == ["2026-01-01"]
    assert list(recent_sources({}, [listed])) == []


def test_a_row_names_its_sources_only_if_all_are_recent() -> None:
    """A paper that an old listing has is new to nobody."""
    paper = full_paper()
    names = dict.fromkeys(place.dump for place in paper.provenance)
    keys = [LOOKUPS.sources[name] for name in names]
    assert known_view(LOOKUPS, paper).sources == " ".join(keys)
    fewer = {name: key for name, key in LOOKUPS.sources.items() if name != next(iter(names))}
    assert known_view(dataclasses.replace(LOOKUPS, sources=fewer), paper).sources == ""


def test_scripts_know_ids_and_topics() -> None:
    """Former ids and topics' slugs, with spaces between."""
    known = known_view(LOOKUPS, dataclasses.replace(full_paper(), aliases=("old", "older")))
    assert (known.id, known.was) == (full_paper().id, "old older")
    assert known.topics.split() == ["lanterns", "shadows"]
    assert known_view(LOOKUPS, bare_paper()).was == ""


def test_what_sources_added_is_counted_once() -> None:
    """Each paper where it was listed first, the newest source first; the words link to what the dump brought."""
    views = arrival_views(LOOKUPS, lambda path: "../" + path)
    counts = [int(view.count.split()[0]) for view in views]
    assert sum(counts) <= len(LOOKUPS.ordered)
    assert all(count > 0 for count in counts)
    assert [view.key for view in views] == [
        key for key in reversed(list(LOOKUPS.sources.values())) if key in {v.key for v in views}
    ]
    assert any(view.href and view.href.endswith("changes.html") for view in views)

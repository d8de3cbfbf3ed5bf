"""My list as the site has it: by status, the last marked first, with what scripts need to go on from there."""

import dataclasses
import datetime

from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.site.lookups import Lookups
from sitegen.site.my_list import make_my_list_view
from tests.toy import full_paper, toy_site

LOOKUPS = toy_site().lookups


def lookups_of(*papers: Paper) -> Lookups:
    """The toy site with other papers."""
    return dataclasses.replace(LOOKUPS, ordered=papers, papers={paper.id: paper for paper in papers}, taxonomies={})


def marked(name: str, status: Status, day: str = "") -> Paper:
    """A paper with a status since a day."""
    date = datetime.date.fromisoformat(day) if day else None
    paper = Paper(id=name, title=name.title(), status=status)
    if status is Status.READ:
        return dataclasses.replace(paper, finished=date)
    return dataclasses.replace(paper, added=date)


def test_papers_stand_by_status_and_day() -> None:
    """The last marked first, those without a day at the end; what is read by the month in which it was finished."""
    view = make_my_list_view(
        lookups_of(
            marked("a", Status.TO_READ),
            marked("b", Status.TO_READ, "2026-01-02"),
            marked("c", Status.TO_READ, "2026-02-02"),
            marked("d", Status.READ, "2025-12-31"),
            marked("e", Status.READ, "2026-01-01"),
            marked("f", Status.READ, "2025-12-01"),
            marked("g", Status.READ),
            marked("h", Status.SKIPPED),
            Paper(id="i", title="I", star=True),
            Paper(id="j", title="J"),
        )
    )
    assert [row.known.id for row in view.queue] == ["c", "b", "a"]
    months = [(month.label, [row.known.id for row in month.rows]) for month in view.months]
    assert months == [("January 2026", ["e"]), ("December 2025", ["d", "f"]), ("No day known", ["g"])]
    assert [row.known.id for row in view.skipped] == ["h"]
    assert [row.known.id for row in view.starred] == ["i"]
    assert view.title == "0 in progress, 3 waiting"
    assert view.marked == 9


def test_nothing_marked_is_said() -> None:
    """In the title, where no paper bears a status."""
    assert make_my_list_view(lookups_of(Paper(id="j", title="J"))).title == "Nothing marked yet"


def test_former_ids_are_told_to_scripts() -> None:
    """In pairs, so that marks under them find their papers."""
    paper = dataclasses.replace(full_paper(), aliases=("old", "older"))
    assert make_my_list_view(lookups_of(paper)).aliases == f"old {paper.id},older {paper.id}"


def test_topics_say_how_far_one_is() -> None:
    """Every topic with its papers; the bars are hundredths, of which one is the least that shows."""
    found = {item.slug: item for item in make_my_list_view(LOOKUPS).progress}
    assert found.keys() == {"lanterns", "shadows", "tides"} & found.keys()
    lanterns = found["lanterns"]
    assert lanterns.words == f"1 read, of {lanterns.total}"
    assert lanterns.read == round(100 / lanterns.total)
    assert lanterns.waiting == 0

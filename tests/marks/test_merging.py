"""Marks that come together: of tabs, files and former ids, in any order and any number of times."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Call = Callable[..., Any]

TIMES = st.sampled_from([f"2026-11-{day:02}T10:00:00.000Z" for day in (1, 2, 3)])
VALUES = st.sampled_from(["", "to-read", "read", True, False, "A note."])
WHOLE = st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)  # all that JSON numbers hold exactly
PARTS = st.fixed_dictionaries({"value": VALUES, "at": TIMES}, optional={"odd": WHOLE})
ODD = st.one_of(WHOLE, st.text(max_size=3), st.none(), st.lists(WHOLE, max_size=2))
MARK = st.dictionaries(st.sampled_from(["status", "star", "note", "paper", "later"]), PARTS, max_size=3)
MARKS = st.dictionaries(st.sampled_from(["one", "two", "__proto__", "constructor"]), MARK, max_size=3)
MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(one=MARKS, other=MARKS)
@MANY
def test_order_does_not_matter(merging: Call, one: Any, other: Any) -> None:
    """Two lots of marks make the same, whichever comes first."""
    assert merging("merged", one, other) == merging("merged", other, one)


@given(one=MARKS, other=MARKS, third=MARKS)
@MANY
def test_grouping_does_not_matter(merging: Call, one: Any, other: Any, third: Any) -> None:
    """Three lots make the same, whichever two come together first."""
    left = merging("merged", merging("merged", one, other), third)
    assert left == merging("merged", one, merging("merged", other, third))


@given(one=MARKS, other=MARKS)
@MANY
def test_again_does_not_matter(merging: Call, one: Any, other: Any) -> None:
    """What was taken in once changes nothing when it comes again."""
    once = merging("merged", one, other)
    assert merging("merged", once, other) == once
    assert merging("merged", once, one) == once


@given(one=MARKS, other=MARKS)
@MANY
def test_the_newer_part_wins_and_no_paper_is_lost(merging: Call, one: Any, other: Any) -> None:
    """Each part of each paper is one of those given, and none is newer; what is not known is kept."""
    both = merging("merged", one, other)
    assert both.keys() == one.keys() | other.keys()
    for paper, mark in both.items():
        lots = [lot[paper] for lot in (one, other) if paper in lot]
        assert mark.keys() == {name for lot in lots for name in lot}
        for name, part in mark.items():
            given_parts = [lot[name] for lot in lots if name in lot]
            assert part in given_parts
            assert part["at"] == max(each["at"] for each in given_parts)


@given(one=ODD, other=ODD)
@MANY
def test_odd_parts_do_not_break_it(merging: Call, one: Any, other: Any) -> None:
    """A part that is no part is kept like any other, in either order."""
    both = merging("merged", {"one": {"later": one}}, {"one": {"later": other}})
    assert both == merging("merged", {"one": {"later": other}}, {"one": {"later": one}})
    assert json.dumps(both["one"]["later"]) in {json.dumps(one), json.dumps(other)}


@given(marks=MARKS)
@MANY
def test_a_new_id_takes_over(merging: Call, marks: Any) -> None:
    """A former id's marks go to the new one, joined with those already there; all others stay as they are."""
    moved = merging("moved", marks, "one", "two")
    assert "one" not in moved
    rest = {name: mark for name, mark in marks.items() if name not in ("one", "two")}
    assert {name: mark for name, mark in moved.items() if name != "two"} == rest
    if "one" in marks or "two" in marks:
        together = merging("merged", {"x": marks.get("one", {})}, {"x": marks.get("two", {})})
        assert moved["two"] == together["x"]
    assert merging("moved", marks, "one", "one") == marks


def test_what_was_taken_away_is_no_mark(merging: Call) -> None:
    """Without status, star and note a paper is not marked; a status that is not known shows as none."""
    at = "2026-11-01T10:00:00.000Z"
    assert merging("shown", {"status": {"value": "", "at": at}, "star": {"value": False, "at": at}}) is None
    assert merging("shown", {"status": {"value": "someday", "at": at}}) is None
    assert merging("shown", {"paper": {"title": "Seen", "at": at}}) is None
    assert merging("shown", {"status": {"value": "read", "on": "2026-11-01", "at": at}}) == {
        "status": "read",
        "star": False,
        "note": "",
        "on": "2026-11-01",
        "changed": at,
    }

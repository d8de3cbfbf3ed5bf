"""What My list shows: papers by what is to be done with them, and how far one is with each topic."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Call = Callable[..., Any]

AT = "2026-11-20T10:00:00.000Z"
TODAY = "2026-11-21"
DAYS = st.sampled_from(["", "2025-12-31", "2026-01-01", "2026-11-02", "2026-11-20", TODAY])
STATUSES = st.sampled_from(["", "to-read", "reading", "read", "skipped"])
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.text("abc", min_size=1, max_size=3),
            "status": STATUSES,
            "on": DAYS,
            "star": st.booleans(),
            "note": st.sampled_from(["", "Mine."]),
            "topics": st.lists(st.sampled_from(["gans", "rl"]), max_size=2),
        }
    ),
    unique_by=lambda entry: entry["id"],
    max_size=20,
)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ids(entries: list[dict[str, Any]]) -> list[str]:
    """The papers of a section."""
    return [entry["id"] for entry in entries]


@given(entries=ENTRIES)
@MANY
def test_every_paper_stands_in_its_section(pages: Call, entries: list[dict[str, Any]]) -> None:
    """Each status has one, stars and notes have theirs beside it, and the latest day comes first."""
    found = pages("sections", entries, TODAY)
    done = [entry for month in found["months"] for entry in month["entries"]]
    for section, status in (("reading", "reading"), ("queue", "to-read"), ("skipped", "skipped")):
        assert sorted(ids(found[section])) == sorted(ids([entry for entry in entries if entry["status"] == status]))
    assert sorted(ids(done)) == sorted(ids([entry for entry in entries if entry["status"] == "read"]))
    assert sorted(ids(found["starred"])) == sorted(ids([entry for entry in entries if entry["star"]]))
    assert sorted(ids(found["noted"])) == sorted(ids([entry for entry in entries if entry["note"]]))
    for section in (done, *(found[name] for name in ("reading", "queue", "skipped", "starred", "noted"))):
        days = [entry["on"] for entry in section]
        assert days == sorted(days, reverse=True)


@given(entries=ENTRIES)
@MANY
def test_months_come_once_each(pages: Call, entries: list[dict[str, Any]]) -> None:
    """The latest first, those without a day last, and each paper under its own."""
    months = pages("sections", entries, TODAY)["months"]
    names = [month["month"] for month in months]
    assert names == sorted(set(names), reverse=True)
    assert all(entry["on"][:7] == month["month"] for month in months for entry in month["entries"])


@given(entries=ENTRIES)
@MANY
def test_what_has_waited_longest_is_named_of_a_long_queue(pages: Call, entries: list[dict[str, Any]]) -> None:
    """The five oldest, the oldest first; what was added today has not waited, nor has what bears no day."""
    found = pages("sections", entries, TODAY)
    old = sorted(entry["on"] for entry in found["queue"] if entry["on"] and entry["on"] < TODAY)
    assert [entry["on"] for entry in found["waiting"]] == (old[:5] if len(old) > 5 else [])


@given(entries=ENTRIES)
@MANY
def test_progress_counts_each_paper_once_a_topic(pages: Call, entries: list[dict[str, Any]]) -> None:
    """What is being read waits to be done; skipped papers are neither."""
    found = pages("progress", entries)
    for slug in ("gans", "rl"):
        of_topic = [entry["status"] for entry in entries if slug in entry["topics"]]
        counts = found.get(slug, {"read": 0, "waiting": 0})
        assert counts["read"] == of_topic.count("read")
        assert counts["waiting"] == of_topic.count("to-read") + of_topic.count("reading")


def test_a_readers_mark_stands_over_the_sites(pages: Call) -> None:
    """Status with its day, and star; a mark taken away leaves the site's; what the site says of a paper is newer."""
    kept = {
        "both": {"status": {"value": "reading", "on": "2026-11-20", "at": AT}, "paper": {"title": "Old", "at": AT}},
        "gone": {"status": {"value": "", "at": AT}, "star": {"value": False, "at": AT}},
        "unknown": {"star": {"value": True, "at": AT}, "paper": {"title": "Not Here", "by": "Ada Quill", "at": AT}},
        "nothing": {"status": {"value": "", "at": AT}},
    }
    listed = {
        "both": {"status": "read", "on": "2026-01-01", "star": True, "title": "New", "topics": ["gans"]},
        "gone": {"status": "read", "on": "2026-01-01", "star": True, "title": "Gone"},
    }
    found = {entry["id"]: entry for entry in pages("entries", kept, listed)}
    assert found.keys() == {"both", "gone", "unknown"}
    assert (found["both"]["status"], found["both"]["on"], found["both"]["star"]) == ("reading", "2026-11-20", True)
    assert (found["both"]["title"], found["both"]["topics"]) == ("New", ["gans"])
    assert (found["gone"]["status"], found["gone"]["on"], found["gone"]["star"]) == ("read", "2026-01-01", False)
    assert (found["unknown"]["title"], found["unknown"]["by"]) == ("Not Here", "Ada Quill")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "since today"),
        ("2026-11-20", "1 day"),
        ("2026-10-10", "42 days"),
        ("2026-05-20", "6 months"),
        ("2024-01-02", "2 years"),
        ("2026-12-24", "since today"),
    ],
)
def test_waiting_is_told_in_words(pages: Call, day: str, words: str) -> None:
    """In days at first, then in months, then in years; a clock that runs ahead does no harm."""
    assert pages("waitText", day, TODAY) == words


def test_days_months_and_progress_are_told_in_words(pages: Call) -> None:
    """As the site's own pages write them."""
    assert pages("dayText", "2026-11-02", TODAY) == "2 Nov"
    assert pages("dayText", "2025-11-02", TODAY) == "2 Nov 2025"
    assert pages("dayText", "", TODAY) == ""
    assert pages("monthText", "2026-03") == "March 2026"
    assert pages("monthText", "") == "No day known"
    assert pages("progressText", 2, 0, 31) == "2 read, of 31"
    assert pages("progressText", 2, 1, 31) == "2 read, 1 waiting, of 31"

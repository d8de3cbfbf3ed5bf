"""Marks as a file: what is written is read again, and what is no such file is refused in a sentence."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from tests.marks.test_merging import MANY, MARKS

Call = Callable[..., Any]

AT = "2026-11-20T10:00:00.000Z"
NOW = "2026-11-21T08:00:00.000Z"


def text_of(**changes: Any) -> str:
    """A file with one mark, changed."""
    marks = {"one": {"status": {"value": "read", "on": "2026-11-20", "at": AT}}}
    return json.dumps({"format": "sitegen-marks", "version": 1, "marks": marks, **changes})


def sound(marks: dict[str, Any]) -> dict[str, Any]:
    """Marks whose parts have values of the right kind."""
    types: dict[str, type] = {"status": str, "star": bool, "note": str}
    return {
        paper: {
            name: part for name, part in mark.items() if name not in types or isinstance(part["value"], types[name])
        }
        for paper, mark in marks.items()
    }


@given(marks=MARKS)
@MANY
def test_what_is_written_is_read(pages: Call, marks: dict[str, Any]) -> None:
    """All of it, unknown papers and parts among it; the same marks make the same bytes."""
    kept = sound(marks)
    text = pages("write", kept, "https://example.org/", NOW)
    assert pages("read", text, "marks.json") == {"marks": kept, "odd": []}
    assert pages("write", dict(reversed(kept.items())), "https://example.org/", NOW) == text
    assert json.loads(text)["exported"] == NOW


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        (text_of()[:-9], "not JSON"),
        ("[]", "is not a file of marks"),
        ("null", "is not a file of marks"),
        ('{"marks": {}}', "is not a file of marks"),
        (text_of(format="other"), "is not a file of marks"),
        (text_of(version=2), "newer sitegen (version 2"),
        (text_of(marks=None), "holds no marks"),
        (text_of(marks=[1]), "holds no marks"),
    ],
)
def test_what_is_no_file_of_marks_is_said(pages: Call, text: str, words: str) -> None:
    """With the file's name, why, and that nothing was changed."""
    fault = pages("read", text, "other.json")["fault"]
    assert fault.startswith("other.json ")
    assert words in fault
    assert fault.endswith("Nothing was changed.")


@pytest.mark.parametrize(
    "mark",
    [
        None,
        "read",
        {"status": "read"},
        {"status": {"value": "read"}},
        {"status": {"value": "read", "at": "soon"}},
        {"status": {"value": 1, "at": AT}},
        {"star": {"value": "yes", "at": AT}},
        {"note": {"value": ["x"], "at": AT}},
    ],
)
def test_a_mark_that_cannot_be_read_is_named(pages: Call, mark: object) -> None:
    """The others are taken all the same."""
    good = {"star": {"value": True, "at": AT}}
    assert pages("read", text_of(marks={"good": good, "bad": mark}), "x") == {"marks": {"good": good}, "odd": ["bad"]}


def test_times_are_brought_into_one_form(pages: Call) -> None:
    """Those of other writers, with another zone, compare as times; a mark at the start of the file is no matter."""
    marks = {"one": {"star": {"value": True, "at": "2026-11-20T12:00:00+02:00"}}}
    assert pages("read", "\ufeff" + text_of(marks=marks), "x")["marks"]["one"]["star"]["at"] == AT


def test_what_a_file_would_change_is_counted(pages: Call) -> None:
    """Papers without a mark here, papers whose mark it changes, and those that stay as they are."""
    part = {"value": "read", "at": AT}
    here = {"same": {"status": part}, "older": {"status": part}, "newer": {"status": part}}
    given_marks = {
        "same": {"status": part, "paper": {"title": "Seen elsewhere", "at": NOW}},
        "older": {"status": {"value": "", "at": "2026-01-01T00:00:00.000Z"}},
        "newer": {"status": {"value": "reading", "at": NOW}},
        "added": {"status": part},
    }
    assert pages("compare", here, given_marks) == {"added": ["added"], "newer": ["newer"], "same": ["same", "older"]}

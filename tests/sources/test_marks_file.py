"""The marks of a file, each with the line at which it stands."""

import json

from sitegen.sources.marks_file import parse_marks

MARKS = {
    "one": {"status": {"value": "someday", "at": "2026-11-20T10:00:00Z"}, "paper": {"title": "two"}},
    "two": {"star": {"value": True, "at": "2026-11-20T10:00:00Z"}, "paper": {"title": 'Says "six": so'}},
    "six": [],
}


def test_every_mark_is_told_with_its_own_line() -> None:
    """Also where another mark says its name, as a title."""
    text = json.dumps({"format": "sitegen-marks", "version": 1, "marks": MARKS}, indent=1)
    lines = {line.strip()[1:4]: number for number, line in enumerate(text.split("\n"), 1) if line.startswith('  "')}
    found = parse_marks(text, file="marks.json")
    assert [(mark.paper, mark.line) for mark in found.marks] == [("two", lines["two"])]
    assert [problem.location.line for problem in found.problems] == [lines["one"], lines["six"]]

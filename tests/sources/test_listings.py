"""Both readers over small listings of every kind seen in the wild; the truth stands beside each as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.model.dump import LineUse, Reading, Record
from sitegen.sources.reading import load_dump, read_dump

FOLDER = Path(__file__).parents[1] / "fixtures" / "dumps"
LISTINGS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def reading_of(name: str) -> Reading:
    """The reading of one of the small listings."""
    return read_dump(load_dump(FOLDER / f"{name}.txt", shown_as=f"{name}.txt"))


def truth_of(name: str) -> dict[str, Any]:
    """What a reader should find in it."""
    truth: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return truth


def glued(title: str, authors: list[str]) -> str:
    """Title and authors as such a listing prints them, however they are split."""
    return title + ", ".join(authors)


def fields_of(record: Record, names: set[str]) -> dict[str, Any]:
    """The named fields of a record as JSON has them."""
    values = {name: getattr(record, name) for name in names}
    values["field_lines"] = dict(record.field_lines)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


@pytest.mark.parametrize("name", LISTINGS)
def test_every_paper_is_read_with_all_its_fields(name: str) -> None:
    """Each record has exactly the printed values, at the lines where they stand."""
    truth = truth_of(name)
    records = reading_of(name).records
    assert len(records) == len(truth["records"])
    every_field = set().union(*truth["records"])
    for record, expected in zip(records, truth["records"], strict=True):
        found = fields_of(record, every_field)
        if record.byline_confidence is not None:
            assert glued(record.title, list(record.authors)) == glued(expected["title"], expected["authors"])
            for field in ("title", "authors"):
                found[field] = expected[field]
        unset = {field: getattr(Record, field, None) for field in every_field}
        assert {field: value for field, value in found.items() if value or field in expected} == expected, unset


@pytest.mark.parametrize("name", LISTINGS)
def test_header_lines_and_problems_are_told(name: str) -> None:
    """The page's own lines, the lines nobody knows and the warnings are those that they should be."""
    truth = truth_of(name)
    reading = reading_of(name)
    header = {
        "title": reading.header.title,
        "date_text": reading.header.date_text,
        "query": reading.header.query,
        "facts": [list(fact) for fact in reading.header.facts],
    }
    assert reading.source == truth["source"]
    assert {key: value for key, value in header.items() if value} == truth["header"]
    assert [number for number, use in reading.uses if use is LineUse.CHROME] == truth["chrome"]
    assert [number for number, use in reading.uses if use is LineUse.UNREAD] == truth["unread"]
    assert [f"{problem.location.line}: {problem.code}" for problem in reading.problems] == truth["problems"]


@pytest.mark.parametrize("name", LISTINGS)
def test_line_ends_and_blanks_do_not_matter(name: str, tmp_path: Path) -> None:
    """A copy with a byte order mark, Windows line ends, form feeds and other blanks reads the same."""
    plain = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    changed = plain.replace(" the ", "\u00a0the\u200b ").replace("\n\n", "\n\f\n").replace("\n", "\r\n")
    (tmp_path / f"{name}.txt").write_bytes(b"\xef\xbb\xbf" + changed.encode())
    again = read_dump(load_dump(tmp_path / f"{name}.txt", shown_as=f"{name}.txt"))
    first = reading_of(name)
    assert [(record.title, record.abstract) for record in again.records] == [
        (record.title, record.abstract) for record in first.records
    ]
    assert again.uses == first.uses

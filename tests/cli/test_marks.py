"""`sitegen marks`: what a browser exported, into notes that stay otherwise as they were written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run

AT = "2026-11-20T10:00:00.000Z"
LATER = "2026-11-21T10:00:00.000Z"

NOTE = """\
---
# My own words.
title: "Lantern: One"   # quoted
authors: [Ada Quill]
status:   to-read  # soon
rating: 4
---

Text with `status: read` in it.
"""
OLD = """\
---
title: Lantern Two
status: read
finished: 2026-01-01
star: true
aliases: [lantern-ii]
---
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small list: two papers by notes, and those of the dumps that `init` brings."""
    assert run("init", tmp_path / "list").exit_code == 0
    folder = tmp_path / "list" / "content"
    (folder / "papers" / "one.md").write_text(NOTE, encoding="utf-8")
    (folder / "papers" / "two.md").write_text(OLD, encoding="utf-8")
    return folder


def file_of(content: Path, **marks: Any) -> Path:
    """A file of marks; `_` in a name stands for `-`."""
    path = content.parent / "marks.json"
    named = {paper.replace("_", "-"): mark for paper, mark in marks.items()}
    path.write_text(
        json.dumps({"format": "sitegen-marks", "version": 1, "marks": named}, indent=1, ensure_ascii=False),
        encoding="utf-8",
    )
    return path


def status(value: str, on: str = "2026-11-20", at: str = AT) -> dict[str, Any]:
    """The part of a mark that says how far one is."""
    return {"status": {"value": value, "on": on, "at": at}}


def star(value: bool) -> dict[str, Any]:
    """The part of a mark that gives or takes a star."""
    return {"star": {"value": value, "at": AT}}


def note(text: str) -> dict[str, Any]:
    """The part of a mark that is private."""
    return {"note": {"value": text, "at": AT}}


def unmarked(content: Path) -> str:
    """A paper of the dumps that has no note."""
    listed = run("list", "--content", content, "--format", "jsonl").stdout
    papers = [json.loads(line) for line in listed.splitlines()]
    return next(
        str(paper["id"]) for paper in papers if paper["provenance"] and not paper["status"] and not paper["note"]
    )


def everything(content: Path) -> dict[str, bytes]:
    """All notes, to the byte."""
    return {path.name: path.read_bytes() for path in sorted((content / "papers").iterdir())}


def test_a_mark_changes_its_keys_alone(content: Path) -> None:
    """The status in its place with its comment, the day of reading below; all else to the byte, and once only."""
    file = file_of(content, lantern_one={**status("read"), **star(True)})
    done = run("marks", file, "--content", content)
    assert (done.exit_code, done.stderr) == (0, "")
    expected = NOTE.replace("to-read  # soon", "read  # soon").replace(
        "rating: 4\n", "rating: 4\nfinished: 2026-11-20\nstar: true\n"
    )
    assert (content / "papers" / "one.md").read_text(encoding="utf-8") == expected
    assert "one.md: status: to-read → read, finished: 2026-11-20, star" in done.stdout
    before = everything(content)
    again = run("marks", file, "--content", content)
    assert "0 notes made, 0 notes changed, 1 paper already as marked." in again.stdout
    assert everything(content) == before


def test_a_dry_run_writes_nothing(content: Path) -> None:
    """It says what would be written."""
    before = everything(content)
    paper = unmarked(content)
    file = file_of(content, lantern_one=status("read"), **{paper: status("to-read")})
    done = run("marks", file, "--content", content, "--dry-run")
    assert done.exit_code == 0
    assert "1 note would be made, 1 note would be changed" in done.stdout
    assert everything(content) == before


def test_a_paper_without_a_note_gets_one(content: Path) -> None:
    """With its id, so that it is found whatever its title is; the site then carries the mark."""
    paper = unmarked(content)
    done = run("marks", file_of(content, **{paper: {**status("read"), **star(True)}}), "--content", content)
    assert done.exit_code == 0
    text = (content / "papers" / f"{paper}.md").read_text(encoding="utf-8")
    assert text.startswith(f"---\nid: {paper}\ntitle: ")
    assert text.endswith("status: read\nadded: 2026-11-20\nfinished: 2026-11-20\nstar: true\n---\n")
    listed = run("list", "--content", content, "--format", "jsonl").stdout
    found = next(each for each in map(json.loads, listed.splitlines()) if each["id"] == paper)
    assert (found["status"], found["finished"], found["star"]) == ("read", "2026-11-20", True)
    assert run("check", "--content", content).exit_code == 0


def test_another_status_takes_the_day_of_reading_away(content: Path) -> None:
    """A paper that is read again is not finished; a star taken away goes; a former id leads to its paper."""
    file = file_of(content, lantern_two=status("to-read"), lantern_ii={**status("reading", at=LATER), **star(False)})
    done = run("marks", file, "--content", content)
    assert (done.exit_code, done.stderr) == (0, "")
    text = (content / "papers" / "two.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: Lantern Two\nstatus: reading\naliases: [lantern-ii]\n---\n"


def test_a_mark_that_was_taken_away_leaves_the_note(content: Path) -> None:
    """So does one that says what the note says, whatever its day."""
    before = everything(content)
    file = file_of(content, lantern_one=status(""), lantern_two=status("read", on="2026-11-20"))
    assert "2 papers already as marked" in run("marks", file, "--content", content).stdout
    assert everything(content) == before


def test_private_notes_are_published_only_when_asked(content: Path) -> None:
    """Then as a section of their own, replaced the next time; what stands around it stays."""
    file = file_of(content, lantern_one=note("# Why\n\n```\n# code"))
    before = everything(content)
    done = run("marks", file, "--content", content)
    assert "1 private note left out" in done.stdout
    assert everything(content) == before
    assert run("marks", file, "--content", content, "--with-notes").exit_code == 0
    path = content / "papers" / "one.md"
    text = path.read_text(encoding="utf-8")
    assert text == NOTE + "\n## My note\n\n### Why\n\n```\n# code\n```\n"
    path.write_text(text + "\n## After\n\nMine.\n", encoding="utf-8")
    again = file_of(content, lantern_one=note("Shorter."))
    assert run("marks", again, "--content", content, "--with-notes").exit_code == 0
    assert path.read_text(encoding="utf-8") == NOTE + "\n## My note\n\nShorter.\n\n## After\n\nMine.\n"
    before = everything(content)
    assert run("marks", again, "--content", content, "--with-notes").exit_code == 0
    assert everything(content) == before


def test_unknown_papers_are_named_and_the_file_stays(content: Path) -> None:
    """As warnings with their line, which count under --strict; known papers are marked all the same."""
    seen = {"paper": {"title": "Gone Elsewhere", "at": AT}}
    file = file_of(content, lantern_one=status("read"), of_old={**status("read"), **seen})
    kept = file.read_bytes()
    done = run("marks", file, "--content", content)
    assert done.exit_code == 0
    line = kept.decode().split("\n").index('  "of-old": {') + 1
    assert "unknown-paper: no paper has the id `of-old` (“Gone Elsewhere”)" in done.stderr
    assert done.stderr.startswith(f"{file}:{line}: ")
    assert file.read_bytes() == kept
    assert "status: read" in (content / "papers" / "one.md").read_text(encoding="utf-8")
    assert run("marks", file, "--content", content, "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "its `format` is not"),
        ('{"format": "sitegen-marks", "version": 2, "marks": {}}', "this sitegen reads version 1"),
        ('{"format": "sitegen-marks", "version": 1}', "it holds no `marks`"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_file_of_marks_is_refused(content: Path, text: str, words: str) -> None:
    """In a line that says why, with exit status 1; nothing is written."""
    before = everything(content)
    file = content.parent / "other.json"
    file.write_text(text, encoding="utf-8")
    done = run("marks", file, "--content", content)
    assert done.exit_code == 1
    assert f"{file}:1: no-marks: " in done.stderr
    assert words in done.stderr
    assert everything(content) == before


def test_marks_that_cannot_be_read_are_named(content: Path) -> None:
    """The others are written."""
    file = file_of(
        content,
        lantern_one=status("read"),
        lantern_two={"status": {"value": "someday", "at": AT}},
        other=[1],
        timeless={"star": {"value": True}},
    )
    done = run("marks", file, "--content", content)
    assert done.exit_code == 0
    assert done.stderr.count("unreadable-mark") == 3
    assert "`someday` is no status" in done.stderr
    assert "1 note changed" in done.stdout


def test_a_missing_file_is_a_wrong_command_line(content: Path) -> None:
    """Exit status 2, as for every command."""
    assert run("marks", content / "nothing.json", "--content", content).exit_code == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("broken.md", "---\ntitle: [\n---\n", "broken.md:"),
        ("one.md", "---\n{title: Lantern One}\n---\n", "uneditable-note"),
    ],
    ids=["broken", "in braces"],
)
def test_a_note_that_cannot_be_changed_is_an_error(content: Path, name: str, text: str, told: str) -> None:
    """A broken one stops all, since a mark may belong into it; what is not written key by key is left alone."""
    (content / "papers" / name).write_text(text, encoding="utf-8")
    before = everything(content)
    done = run("marks", file_of(content, lantern_one=status("read")), "--content", content)
    assert done.exit_code == 1
    assert told in done.stderr
    assert everything(content) == before


def test_line_breaks_and_marks_of_the_file_stay(content: Path) -> None:
    """A note of another editor keeps its byte order mark and its kind of line breaks."""
    path = content / "papers" / "one.md"
    path.write_bytes(b"\xef\xbb\xbf" + NOTE.replace("\n", "\r\n").encode())
    file = file_of(content, lantern_one={**status("read"), **note("Mine.\nToo.")})
    assert run("marks", file, "--content", content, "--with-notes").exit_code == 0
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf---\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert text.endswith(b"## My note\r\n\r\nMine.\r\nToo.\r\n")
    assert "1 paper already as marked" in run("marks", file, "--content", content, "--with-notes").stdout

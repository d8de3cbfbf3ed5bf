"""Which notes a file of marks changes, and how."""

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from sitegen.model.mark import Mark, newest
from sitegen.model.note import Note, Status
from sitegen.model.paper import Paper
from sitegen.model.problems import Location, Problem, ProblemsError, Severity
from sitegen.model.suggestions import suggestion
from sitegen.sources.note_keys import UneditableNoteError, with_keys
from sitegen.sources.note_sections import with_section
from sitegen.sources.notes import parse_note

# The heading of the section that a private note becomes.
SECTION = "My note"

Keys = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedNote:
    """A note that changes: its text `before` (None for a new one) and `after`, and each change in words."""

    path: Path
    before: str | None
    after: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedMarks:
    """The notes that change, in the order of the file; the ids of papers whose notes stay; what could not be done."""

    notes: tuple[MarkedNote, ...]
    same: tuple[str, ...]
    problems: tuple[Problem, ...]


def noted_marks(
    marks: Sequence[Mark], papers: Sequence[Paper], folder: Path, *, file: str, with_notes: bool
) -> NotedMarks:
    """What the marks of `file` make of the notes in `folder`.

    A mark under a former id is one of the paper that has it. Unknown papers are warnings (`unknown-paper`), notes that
    cannot be changed errors (`uneditable-note`).
    """
    known = {alias: paper for paper in papers for alias in paper.aliases} | {paper.id: paper for paper in papers}
    notes, same, problems = [], [], []
    by_paper: dict[str, Mark] = {}
    for mark in marks:
        paper = known.get(mark.paper)
        if paper is None:
            problems.append(_unknown(mark, known, file))
        else:
            before = by_paper.get(paper.id)
            by_paper[paper.id] = newest(before, mark, paper=paper.id) if before else mark
    for paper_id, mark in by_paper.items():
        try:
            note = marked_note(known[paper_id], mark, folder, with_notes=with_notes)
        except ProblemsError as error:
            problems += error.problems
            continue
        if note is None:
            same.append(paper_id)
        else:
            notes.append(note)
    return NotedMarks(notes=tuple(notes), same=tuple(same), problems=tuple(problems))


def _unknown(mark: Mark, known: dict[str, Paper], file: str) -> Problem:
    name = f"`{mark.paper}`" + (f" (“{mark.title}”)" if mark.title else "")
    message = f"no paper has the id {name}{suggestion(mark.paper, known)}; its mark stays in the file"
    return Problem(Location(file, mark.line), "unknown-paper", message, Severity.WARNING)


def marked_note(paper: Paper, mark: Mark, folder: Path, *, with_notes: bool) -> MarkedNote | None:
    """The note of one paper with its mark; None where it says so already. Raises ProblemsError where it cannot be."""
    path = folder / (paper.note_file or f"papers/{paper.id}.md")
    if paper.note_file is None:
        return _new_note(paper, mark, path, with_notes=with_notes)
    before = _read(path)
    note = parse_note(_plain(before), file=str(path))
    keys, changes = _changes(note, mark)
    try:
        after = with_keys(before, keys)
    except UneditableNoteError as error:
        raise _uneditable(path, str(error)) from error
    if with_notes and mark.note:
        sectioned = with_section(after, SECTION, mark.note)
        if sectioned != after:
            changes.append("private note")
        after = sectioned
    if not changes:
        return None
    _prove(note, keys, after, path)
    return MarkedNote(path=path, before=before, after=after, changes=tuple(changes))


def _changes(note: Note, mark: Mark) -> tuple[Keys, list[str]]:
    """The keys that change, and each change in words."""
    keys: Keys = {}
    changes = []
    if mark.status and mark.status is not note.status:
        keys["status"] = mark.status
        changes.append(f"status: {note.status or 'none'} → {mark.status}")
    day = mark.on if mark.status is Status.READ else None
    if day and (note.finished is None or "status" in keys) and note.finished != day:
        keys["finished"] = day.isoformat()
        changes.append(f"finished: {day}")
    if mark.status and mark.status is not Status.READ and note.finished:
        keys["finished"] = None
        changes.append(f"finished: {note.finished} → none")
    if mark.star is not None and mark.star != bool(note.star):
        keys["star"] = "true" if mark.star else None
        changes.append("star" if mark.star else "star → none")
    return keys, changes


def _new_note(paper: Paper, mark: Mark, path: Path, *, with_notes: bool) -> MarkedNote | None:
    said: dict[str, object] = {}
    if mark.status:
        # One date twice would be written as a reference to the first.
        said["status"] = str(mark.status)
        said |= {"added": mark.on} if mark.on else {}
        said |= {"finished": mark.on.replace()} if mark.on and mark.status is Status.READ else {}
    if mark.star:
        said["star"] = True
    private = mark.note if with_notes else None
    if not said and not private:
        return None
    if path.exists():
        raise _uneditable(path, f"it is there already, but is no note of `{paper.id}`")
    front = yaml.safe_dump(
        {"id": paper.id, "title": paper.title, **said}, sort_keys=False, allow_unicode=True, width=1000
    )
    text = f"---\n{front}---\n"
    if private:
        text = with_section(text, SECTION, private)
    parse_note(text, file=str(path))
    changes = [f"{key}: {str(value).lower()}" for key, value in said.items()]
    return MarkedNote(path=path, before=None, after=text, changes=(*changes, *(["private note"] if private else [])))


def _prove(note: Note, keys: Keys, after: str, path: Path) -> None:
    """That a changed note says what it should, and all else as before."""
    now = parse_note(_plain(after), file=str(path))
    values: dict[str, object] = {
        "status": Status,
        "finished": datetime.date.fromisoformat,
        "star": lambda text: text == "true",
    }
    meant = {key: None if text is None else values[key](text) for key, text in keys.items()}  # type: ignore[operator]
    told = dataclasses.replace(
        note,
        body=now.body,
        body_line=now.body_line,
        key_lines=now.key_lines,
        **meant,  # type: ignore[arg-type]
    )
    if now != told:
        raise _uneditable(path, "its front matter is written in a way that cannot be changed key by key")


def _uneditable(path: Path, why: str) -> ProblemsError:
    return ProblemsError([Problem(Location(str(path)), "uneditable-note", f"not changed: {why}")])


def _read(path: Path) -> str:
    """The text as it stands, line breaks and a byte order mark included."""
    return path.read_bytes().decode("utf-8")


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def write_note(note: MarkedNote) -> None:
    """Write a note in one step, so that a failure leaves the one that was there."""
    note.path.parent.mkdir(parents=True, exist_ok=True)
    part = note.path.with_name(f".{note.path.name}.part")
    part.write_bytes(note.after.encode("utf-8"))
    part.replace(note.path)

"""Notes meet papers: a note annotates the paper it names, corrects it, or adds one."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sitegen.catalogue.identifiers import added_id
from sitegen.catalogue.identity import title_key
from sitegen.catalogue.merge import with_source
from sitegen.catalogue.settlements import only_settles
from sitegen.model.note import Note
from sitegen.model.paper import FieldSource, Origin, Paper
from sitegen.model.problems import Problem
from sitegen.model.subjects import resolve_subject
from sitegen.model.suggestions import suggestion
from sitegen.sources.links import find_code_urls

CORRECTIONS = (
    "title", "authors", "abstract", "date", "organizations", "arxiv_id", "doi", "urls", "code_urls", "venue",
)  # fmt: skip
PERSONAL = ("status", "rating", "star", "added", "finished", "aliases")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """The papers with what the notes say of them, and the notes that could not be placed, as problems."""

    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]


def annotate(
    papers: Sequence[Paper],
    notes: Sequence[Note],
    *,
    titles: Mapping[str, Sequence[int]],
    former_ids: Mapping[str, int],
    joined: Mapping[str, int],
) -> Annotated:
    """Apply every note, in the order given.

    `titles` has the places of the papers of each folded title they bear, `former_ids` those of papers that had other
    ids before notes joined them, `joined` those that the note of a file was said to speak of. A note that names no
    paper of the list, by title, adds one at the end.
    """
    result = list(papers)
    problems: list[Problem] = []
    placed: dict[int, Note] = {}
    index = _Index(papers, titles, former_ids)
    for note in notes:
        found = joined[note.file] if note.file in joined else index.find(note)
        if only_settles(note):
            problems += [found] if isinstance(found, Problem) and found.code == "ambiguous-title" else []
        elif isinstance(found, Problem):
            problems.append(found)
        elif found is None:
            added = _added_paper(note, index)
            placed[len(result)] = note
            index.add(added, len(result))
            result.append(added)
        elif found in placed:
            message = f"`{result[found].id}` already has a note, {placed[found].file}"
            problems.append(Problem(note.location(), "duplicate-note", message))
        else:
            placed[found] = note
            result[found] = apply_note(result[found], note)
    problems += _alias_problems(result, placed)
    return Annotated(papers=tuple(result), problems=tuple(problems))


class _Index:
    """Finds the paper that a note speaks of."""

    def __init__(
        self, papers: Sequence[Paper], titles: Mapping[str, Sequence[int]], former_ids: Mapping[str, int]
    ) -> None:
        self.papers = list(papers)
        self.by_id = dict(former_ids) | {paper.id: place for place, paper in enumerate(papers)}
        self.by_title = {key: list(places) for key, places in titles.items()}
        self.by_arxiv = {paper.arxiv_id: place for place, paper in enumerate(papers) if paper.arxiv_id}

    def add(self, paper: Paper, place: int) -> None:
        self.papers.append(paper)
        self.by_id[paper.id] = place
        self.by_title.setdefault(title_key(paper.title), []).append(place)
        if paper.arxiv_id:
            self.by_arxiv[paper.arxiv_id] = place

    def find(self, note: Note) -> int | Problem | None:
        """The place of its paper, None when it adds one, or why it cannot be told."""
        if note.id is not None:
            place = self.by_id.get(note.id)
            return place if place is not None else self._unknown_id(note, note.id)
        places = self.by_title.get(title_key(note.title or ""), [])
        if len(places) > 1:
            ids = ", ".join(f"`{self.papers[place].id}`" for place in places)
            message = f"two papers have this title; write `id:` with one of {ids}"
            return Problem(note.location("title"), "ambiguous-title", message)
        if places:
            return places[0]
        return self.by_arxiv.get(note.arxiv_id) if note.arxiv_id else None

    def _unknown_id(self, note: Note, paper_id: str) -> Problem:
        message = f"no paper has the id `{paper_id}`{suggestion(paper_id, self.by_id)}"
        return Problem(note.location("id"), "unknown-paper", message)


def apply_note(paper: Paper, note: Note) -> Paper:
    """The paper as the note annotates and corrects it, each changed field with the note as its source."""
    lines = dict(note.key_lines)

    def line_of(field: str) -> int:
        # An abstract may be given as a `summary`; identifiers may be read from the `url`.
        return lines.get(field) or lines.get("summary" if field == "abstract" else "url", 1)

    changed = {field: getattr(note, field) for field in CORRECTIONS if getattr(note, field) is not None}
    values: dict[str, object] = {field: getattr(note, field) for field in PERSONAL if getattr(note, field)}
    values |= changed | {"note": note.body, "note_file": note.name}
    if "authors" in changed:
        values |= {"authors_truncated": False, "author_count": None, "byline_confidence": None}
    if "abstract" in changed:
        values["is_summary"] = note.is_summary
        if note.code_urls is None:
            values["code_urls"] = tuple(dict.fromkeys((*paper.code_urls, *find_code_urls(note.abstract or ""))))
    if "date" in changed:
        values["date_inferred"] = False
    if note.subject is not None:
        values |= {"subject": resolve_subject(note.subject), "subject_text": note.subject}
    if note.topics is not None:
        values["topics"] = note.topics
    result = dataclasses.replace(paper, **values)  # type: ignore[arg-type]  # the names are fields of Paper
    for field in (*changed, *(["subject"] if note.subject is not None else [])):
        result = with_source(result, FieldSource(field, Origin.NOTE, note.name, line_of(field)))
    return result


def _added_paper(note: Note, index: _Index) -> Paper:
    title = note.title or ""
    return apply_note(Paper(id=added_id(title, index.by_id), title=title), note)


def _alias_problems(papers: Sequence[Paper], placed: Mapping[int, Note]) -> list[Problem]:
    ids = {paper.id: paper for paper in papers}
    claims: dict[str, list[Note]] = defaultdict(list)
    for place, note in placed.items():
        for alias in papers[place].aliases:
            claims[alias].append(note)
    problems = []
    for alias, notes in claims.items():
        if alias in ids:
            message = f"alias `{alias}` is the id of a paper, “{ids[alias].title}”"
            problems.append(Problem(notes[0].location("aliases"), "alias-collision", message))
        elif len(notes) > 1:
            files = ", ".join(note.file for note in notes[:-1])
            message = f"alias `{alias}` is also claimed by {files}"
            problems.append(Problem(notes[-1].location("aliases"), "alias-collision", message))
    return problems

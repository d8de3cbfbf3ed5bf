"""What notes say of identity: `same_as` joins works, `different_from` holds them apart."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.catalogue.identifiers import added_id, assign_ids, digest_id
from sitegen.catalogue.identity import group_drafts, title_key
from sitegen.catalogue.interpretation import Draft
from sitegen.model.note import Note
from sitegen.model.problems import Problem
from sitegen.model.suggestions import suggestion
from sitegen.model.text import slug_of

# Sets titles apart from ids among the names of a record; no id holds a colon.
_TITLE = "title:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlements:
    """Pairs of places of drafts that are one work, or are not, and the references that name nothing.

    `former_ids` has the id that each draft's work would have without any note, so that notes can go on using it.
    `joined` has, under their files, the notes that would add a paper but speak of a draft's, and the draft's place.
    """

    same: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    former_ids: tuple[tuple[str, int], ...] = ()
    joined: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What a reference means: the places of drafts, or the note that adds the paper; neither where it means nothing."""

    places: tuple[int, ...] = ()
    note: Note | None = None

    @property
    def is_known(self) -> bool:
        return bool(self.places) or self.note is not None


def only_settles(note: Note) -> bool:
    """Whether a note says nothing of its paper but which others it is, or is not: it may stand beside another note."""
    said = dataclasses.replace(note, id=None, title=None, same_as=(), different_from=(), body="")
    silent = Note(file=note.file, body_line=note.body_line, key_lines=note.key_lines)
    is_named_once = note.id is None or note.title is None
    return bool(note.same_as or note.different_from) and is_named_once and said == silent and not note.body.strip()


def settle(drafts: Sequence[Draft], notes: Sequence[Note]) -> Settlements:
    """Read `same_as` and `different_from` of all notes; each names papers by id or by title."""
    if not any(note.same_as or note.different_from for note in notes):
        return Settlements()
    names = _names(drafts, notes)
    added = _added(drafts, notes, names)
    pairs: dict[str, list[tuple[int, int]]] = {"same_as": [], "different_from": []}
    joined: dict[str, int] = {}
    ids = [*_ids(names), *_ids(added)]
    problems: list[Problem] = []
    for note, key, reference in _references(notes):
        own_name = note.id or note.title or ""
        own, other = _find(names, added, own_name), _find(names, added, reference)
        if not own.is_known:
            # Of any other note its annotation tells this.
            problems += [_unknown(note, "id" if note.id else "title", own_name, ids)] if only_settles(note) else []
        elif not other.is_known:
            problems.append(_unknown(note, key, reference, ids))
        elif own.places and other.places:
            pairs[key] += _pairs(own.places, other.places, is_same=key == "same_as")
        elif key == "same_as" and own.note and other.note:
            problems += [_two_notes(note, own.note, other.note)] if own.note is not other.note else []
        elif key == "same_as":
            by_note, place = (own.note, other.places[0]) if own.note else (other.note, own.places[0])
            joined |= {by_note.file: place} if by_note else {}
    former = [(name, places[0]) for name, places in names.items() if not name.startswith(_TITLE)]
    former += [(name, joined[added[name].file]) for name in _ids(added) if added[name].file in joined]
    return Settlements(
        same=tuple(pairs["same_as"]),
        apart=tuple(pairs["different_from"]),
        former_ids=tuple(former),
        joined=tuple(joined.items()),
        problems=tuple(problems),
    )


def _references(notes: Sequence[Note]) -> Iterator[tuple[Note, str, str]]:
    """Each reference of each note, and the key it stands under."""
    for note in notes:
        yield from ((note, "same_as", reference) for reference in note.same_as)
        yield from ((note, "different_from", reference) for reference in note.different_from)


def _pairs(own: Sequence[int], others: Sequence[int], *, is_same: bool) -> list[tuple[int, int]]:
    if is_same:
        return [(own[0], other) for other in (*own[1:], *others) if other != own[0]]
    return [(one, other) for one in own for other in others if one != other]


def _names(drafts: Sequence[Draft], notes: Sequence[Note]) -> dict[str, list[int]]:
    """Every name by which a note may call a record.

    The id of the work it is in, its slug with digest, its title, and the one that a note corrects it to.
    """
    names: dict[str, list[int]] = defaultdict(list)
    groups = group_drafts(drafts)
    place = {id(draft): index for index, draft in enumerate(drafts)}
    for group, paper_id in zip(groups, assign_ids([group[0] for group in groups]), strict=True):
        names[paper_id] += [place[id(draft)] for draft in group]
    for index, draft in enumerate(drafts):
        for name in (digest_id(draft), _TITLE + title_key(draft.paper.title)):
            if index not in names[name]:
                names[name].append(index)
    for note in notes:
        if note.id in names and note.title is not None:
            names.setdefault(_TITLE + title_key(note.title), names[note.id])
    return names


def _added(drafts: Sequence[Draft], notes: Sequence[Note], names: Mapping[str, Sequence[int]]) -> dict[str, Note]:
    """The notes that add papers, under the ids and titles of these."""
    arxiv_ids = {draft.paper.arxiv_id for draft in drafts if draft.paper.arxiv_id}
    added: dict[str, Note] = {}
    for note in notes:
        if note.id is not None or note.title is None or only_settles(note) or note.arxiv_id in arxiv_ids:
            continue
        title = _TITLE + title_key(note.title)
        if title not in names and title not in added:
            added |= {title: note, added_id(note.title, {*names, *added}): note}
    return added


def _find(names: Mapping[str, Sequence[int]], added: Mapping[str, Note], reference: str) -> _Named:
    title = _TITLE + title_key(reference)
    places = names.get(reference) or names.get(title) or ()
    return _Named(places=tuple(places)) if places else _Named(note=added.get(reference) or added.get(title))


def _unknown(note: Note, key: str, reference: str, ids: Sequence[str]) -> Problem:
    message = f"`{key}`: no paper is `{reference}`{suggestion(slug_of(reference), ids)}"
    return Problem(note.location(key), "unknown-paper", message)


def _two_notes(note: Note, first: Note, second: Note) -> Problem:
    message = f"`same_as`: {first.file} and {second.file} both add this paper; keep one of them"
    return Problem(note.location("same_as"), "duplicate-note", message)


def _ids(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith(_TITLE))

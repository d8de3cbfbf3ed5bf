"""What notes say of identity: `same_as` joins works, `different_from` holds them apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.catalogue.identifiers import assign_ids, digest_id
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
    """

    same: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    former_ids: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def settle(drafts: Sequence[Draft], notes: Sequence[Note]) -> Settlements:
    """Read `same_as` and `different_from` of all notes; each names papers by id or by title."""
    if not any(note.same_as or note.different_from for note in notes):
        return Settlements()
    names = _names(drafts)
    same: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    problems: list[Problem] = []
    for note in notes:
        own = _find(names, note.id or note.title or "")
        for key, pairs in (("same_as", same), ("different_from", apart)):
            for reference in getattr(note, key):
                others = _find(names, reference)
                if not own or not others:
                    problems.append(_unknown(note, key, reference if own else note.id or note.title or "", names))
                elif key == "same_as":
                    pairs += [(own[0], other) for other in (*own[1:], *others) if other != own[0]]
                else:
                    pairs += [(one, other) for one in own for other in others if one != other]
    former = tuple((name, places[0]) for name, places in names.items() if not name.startswith(_TITLE))
    return Settlements(same=tuple(same), apart=tuple(apart), former_ids=former, problems=tuple(problems))


def _names(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """Every name by which a note may call a record: the id of the work it is in, its slug with digest, its title."""
    names: dict[str, list[int]] = defaultdict(list)
    groups = group_drafts(drafts)
    place = {id(draft): index for index, draft in enumerate(drafts)}
    for group, paper_id in zip(groups, assign_ids([group[0] for group in groups]), strict=True):
        names[paper_id] += [place[id(draft)] for draft in group]
    for index, draft in enumerate(drafts):
        for name in (digest_id(draft), _TITLE + title_key(draft.paper.title)):
            if index not in names[name]:
                names[name].append(index)
    return names


def _find(names: dict[str, list[int]], reference: str) -> tuple[int, ...]:
    places = names.get(reference) or names.get(_TITLE + title_key(reference)) or ()
    return tuple(places)


def _unknown(note: Note, key: str, reference: str, names: dict[str, list[int]]) -> Problem:
    message = f"`{key}`: no paper of the dumps is `{reference}`{suggestion(slug_of(reference), _ids(names))}"
    return Problem(note.location(key), "unknown-paper", message)


def _ids(names: dict[str, list[int]]) -> Iterator[str]:
    return (name for name in names if not name.startswith(_TITLE))

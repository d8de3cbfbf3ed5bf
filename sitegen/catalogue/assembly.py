"""The catalogue: every record and note of the list, merged into papers."""

from collections import defaultdict
from collections.abc import Sequence

from sitegen.catalogue.annotation import annotate
from sitegen.catalogue.history import history_of
from sitegen.catalogue.identifiers import assign_ids
from sitegen.catalogue.identity import Group, group_drafts, title_key
from sitegen.catalogue.interpretation import capture_problems, drafts_of
from sitegen.catalogue.merge import merge_group
from sitegen.catalogue.near_misses import find_near_misses
from sitegen.catalogue.settlements import settle
from sitegen.model.dump import Reading
from sitegen.model.note import Note
from sitegen.model.paper import Catalogue, NearMiss


def build_catalogue(readings: Sequence[Reading], notes: Sequence[Note] = ()) -> Catalogue:
    """Every paper once, in the order of its first record, then those that only a note adds, by file name.

    The same whatever the order of `readings` and `notes`. Faults of single notes are in `problems`; those notes are
    left out, and nothing else is.
    """
    ordered_notes = sorted(notes, key=lambda note: note.file)
    drafts = sorted((draft for reading in readings for draft in drafts_of(reading)), key=lambda draft: draft.order)
    settlements = settle(drafts, ordered_notes)
    groups = group_drafts(drafts, same=settlements.same, apart=settlements.apart)
    ids = assign_ids([group[0] for group in groups])
    papers = [merge_group(group, paper_id) for group, paper_id in zip(groups, ids, strict=True)]
    places = {draft: place for place, group in enumerate(groups) for draft in group}
    annotated = annotate(
        papers,
        ordered_notes,
        titles=_titles(groups),
        former_ids={name: places[drafts[index]] for name, index in settlements.former_ids},
        joined={file: places[drafts[index]] for file, index in settlements.joined},
    )
    problems = [*settlements.problems, *annotated.problems]
    problems += [problem for reading in readings for problem in (*reading.problems, *capture_problems(reading))]
    settled = {
        frozenset((title_key(note.id or note.title or ""), title_key(other)))
        for note in notes
        for other in note.different_from
    }
    return Catalogue(
        papers=annotated.papers,
        record_count=len(drafts),
        near_misses=tuple(miss for miss in find_near_misses(annotated.papers) if not _is_settled(miss, settled)),
        problems=tuple(sorted(set(problems))),
        history=history_of(groups, annotated.papers[: len(groups)]),
    )


def _titles(groups: Sequence[Group]) -> dict[str, list[int]]:
    titles: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for key in dict.fromkeys(title_key(draft.paper.title) for draft in group):
            titles[key].append(place)
    return titles


def _is_settled(miss: NearMiss, settled: set[frozenset[str]]) -> bool:
    """Whether a note tells the two papers apart, by their ids or their titles; both are compared folded."""
    names = [(title_key(paper_id), title_key(title)) for paper_id, title in zip(miss.papers, miss.titles, strict=True)]
    return any(frozenset((one, other)) in settled for one in names[0] for other in names[1])

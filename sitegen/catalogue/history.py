"""How the list grew: which record brought a work, which spoke of a known one, and what each dump changed.

The past is told as the list knows its works today: records count as one work where they do now, even where it took a
later record or a note to show that. So every line of the history leads to a page that exists, and what a dump brought
changes only when what is known of it changes.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from sitegen.catalogue.agreement import abstracts_agree
from sitegen.catalogue.identity import Group, is_cut, title_key
from sitegen.catalogue.interpretation import SOURCED_FIELDS, Draft
from sitegen.catalogue.merge import deciding, merge_group, with_source
from sitegen.model.paper import Arrival, History, Origin, Paper, Revision

Order = tuple[datetime.date, str, int]

# Fields of which the newest record that prints them decides.
_COUNTED = ("score", "upvotes", "comments", "github_stars")
# What a field's value is made of: two papers read the same where all parts are equal.
_PARTS = {
    "authors": ("authors", "authors_truncated"),
    "abstract": ("abstract", "is_summary"),
    "date": ("date", "date_inferred"),
}
_STEADY = tuple(part for field in SOURCED_FIELDS if field not in _COUNTED for part in _PARTS.get(field, (field,)))
# Records that are kept of a work's past before those that can decide nothing any more are left out.
_MOST_KEPT = 12


def history_of(groups: Sequence[Group], papers: Sequence[Paper]) -> History:
    """The history of works, given the records of each in list order, and the papers that they and the notes make.

    A field that a note states is in no revision: no dump can change what the list says of it.
    """
    works = tuple(zip(groups, papers, strict=True))
    arrivals = [each for group, paper in works for each in _arrivals(group, paper.id)]
    revisions = [each for group, paper in works for each in _revisions(group, paper)]
    return History(
        arrivals=tuple(arrival for _, arrival in sorted(arrivals, key=itemgetter(0))),
        revisions=tuple(revision for _, revision in sorted(revisions, key=itemgetter(0))),
    )


def _arrivals(group: Group, paper_id: str) -> Iterator[tuple[Order, Arrival]]:
    for place, draft in enumerate(group):
        reason = merge_reason(draft, group[:place], group[place + 1 :]) if place else ""
        yield draft.order, Arrival(dump=draft.dump, line=draft.line, paper=paper_id, reason=reason)


def merge_reason(draft: Draft, earlier: Sequence[Draft], later: Sequence[Draft] = ()) -> str:
    """Why a record speaks of the same work as records before it: the strongest reason that holds of any of them."""
    reason = _reason(draft, earlier)
    if reason is not None:
        return reason
    return "joined by a later record" if _reason(draft, later) is not None else "joined by a note"


def _reason(draft: Draft, others: Sequence[Draft]) -> str | None:
    paper = draft.paper
    if paper.arxiv_id and any(other.paper.arxiv_id == paper.arxiv_id for other in others):
        return "the same arXiv number"
    if paper.doi and any((other.paper.doi or "").lower() == paper.doi.lower() for other in others):
        return "the same DOI"
    equal = [other for other in others if other.paper.title == paper.title]
    if equal:
        return "the same title" + _agreement(draft, equal)
    key = title_key(paper.title)
    folded = [other for other in others if title_key(other.paper.title) == key]
    if folded:
        return "the same title but for case, spacing or signs" + _agreement(draft, folded)
    cut = any(
        (is_cut(paper.title) and title_key(other.paper.title).startswith(key))
        or (is_cut(other.paper.title) and key.startswith(title_key(other.paper.title)))
        for other in others
    )
    return "a title that was cut short, and abstracts that agree" if cut else None


def _agreement(draft: Draft, others: Sequence[Draft]) -> str:
    agrees = any(abstracts_agree(draft.paper, other.paper) for other in others)
    return ", and abstracts that agree" if agrees else ""


def _revisions(group: Group, paper: Paper) -> Iterator[tuple[Order, Revision]]:
    if group[0].dump == group[-1].dump:
        return
    stated = {source.field for source in paper.field_sources if source.origin is Origin.NOTE}
    for (_, before), (first, after) in pairwise(_states(group, paper.id)):
        fields = tuple(field for field in changed_fields(before, after) if field not in stated)
        if fields:
            yield first.order, Revision(dump=first.dump, fields=fields, before=before, after=after)


def _states(group: Group, paper_id: str) -> Iterator[tuple[Draft, Paper]]:
    """For each dump that lists a work its first record there, and the work as that dump and those before it print it.

    The values are those that `merge_group` gives for all these records. It is not asked to go through all of them
    again for each dump: a work that a hundred dumps repeat is as quick to follow as it is dull.
    """
    state: Paper | None = None
    kept: Group = ()
    for _, drafts in groupby(group, key=lambda draft: draft.dump):
        new = tuple(drafts)
        if state is not None and all(_repeats(draft, kept) for draft in new):
            state = _recounted(state, new)
        else:
            state = merge_group((*kept, *new), paper_id)
        kept = (*kept, *new)
        kept = deciding(kept) if len(kept) > _MOST_KEPT else kept
        yield new[0], state


def _repeats(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a record prints, counts aside, just what another one does."""
    return any(all(getattr(draft.paper, part) == getattr(other.paper, part) for part in _STEADY) for other in others)


def _recounted(state: Paper, drafts: Sequence[Draft]) -> Paper:
    """The work with the counts of newer records that tell nothing else."""
    for draft in drafts:
        for source in draft.paper.field_sources:
            if source.field in _COUNTED:
                value = getattr(draft.paper, source.field)
                state = with_source(dataclasses.replace(state, **{source.field: value}), source)
    return state


def changed_fields(before: Paper, after: Paper) -> tuple[str, ...]:
    """The fields that read differently, in the order in which records are read."""
    return tuple(
        field
        for field in SOURCED_FIELDS
        if any(getattr(before, part) != getattr(after, part) for part in _PARTS.get(field, (field,)))
    )

"""What each dump brought: nothing is counted twice or lost, and every change stands in a record."""

import datetime
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.assembly import build_catalogue
from sitegen.catalogue.history import changed_fields, history_of
from sitegen.catalogue.identity import group_drafts
from sitegen.catalogue.interpretation import Draft, drafts_of
from sitegen.catalogue.merge import deciding, merge_group
from sitegen.model.dump import Reading, Record
from sitegen.model.note import Note
from sitegen.model.paper import Paper, Revision
from tests.catalogue.records import reading, record

PLAIN = (
    "We prune forty old apple trees in nine winters, count every bud and find that fruit per branch grows by a tenth"
)
ABSTRACTS = (
    "",
    PLAIN,
    PLAIN + ".",
    PLAIN + " or more, whatever the weather was.",
    PLAIN.replace("a tenth", r"$\frac{1}{10}$"),
    PLAIN.upper(),
)
UNITED = {"organizations", "urls", "code_urls"}


def day(number: int) -> datetime.date:
    """A day of capture."""
    return datetime.date(2025, 1, number)


@st.composite
def records(draw: st.DrawFn, dump: str, line: int) -> Record:
    """A record of one of three works, printed in one of many ways."""
    numbers = st.sampled_from([None, "1", "20", "300"])
    optional: dict[str, Any] = {
        "authors": (authors := draw(st.sampled_from([(), ("Ann Ash",), ("Ann Ash", "Bo Birk")]))),
        # No listing breaks off a byline that it does not begin.
        "authors_truncated": bool(authors) and draw(st.booleans()),
        "author_count": draw(st.sampled_from([None, 2, 5])),
        "abstract": draw(st.sampled_from(ABSTRACTS)),
        "is_summary": draw(st.booleans()),
        "date_text": draw(st.sampled_from([None, "May 29", "May 29, 2024", "Jun 1, 2024"])),
        "subject_text": draw(st.sampled_from([None, "LG", "CV"])),
        "organizations": draw(st.sampled_from([(), ("harbour-lab",), ("timber-works", "harbour-lab")])),
        "score_text": draw(st.sampled_from([None, "90.5", "97"])),
        "upvotes_text": draw(numbers),
        "comments_text": draw(numbers),
        "github_stars_text": draw(numbers),
        "submitted_by": draw(st.sampled_from([None, "ash", "birk"])),
        "has_code": draw(st.booleans()),
        "urls": draw(st.sampled_from([(), ("https://arxiv.org/abs/2405.00001",), ("https://github.com/ash/trees",)])),
    }
    title = draw(st.sampled_from(["Pruning in Winter", "Pruning in winter", "Tar or Oil?", "Seeing Grain"]))
    return record(title, dump=dump, line=line, **optional)


@st.composite
def lists(draw: st.DrawFn) -> list[Reading]:
    """Up to five dumps of up to four records, some of which do not say when they were saved."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        name = f"{number}.txt"
        count = draw(st.integers(0, 4))
        blocks = [draw(records(name, 1 + 4 * place)) for place in range(count)]
        captured = draw(st.sampled_from([None, day(1), day(2), day(3)]))
        found.append(reading(*blocks, name=name, captured=captured))
    return found


def groups_of(readings: Sequence[Reading]) -> tuple[tuple[Draft, ...], ...]:
    """The records of each work, in list order."""
    drafts = sorted((draft for each in readings for draft in drafts_of(each)), key=lambda draft: draft.order)
    return group_drafts(drafts)


@given(lists())
def test_added_and_merged_are_the_records(readings: list[Reading]) -> None:
    """Every record of a dump arrives once: it brings its paper, or is merged for a reason; papers are brought once."""
    catalogue = build_catalogue(readings)
    arrivals = catalogue.history.arrivals
    printed = Counter((each.dump, each.line) for one in readings for each in one.records)
    assert Counter((each.dump, each.line) for each in arrivals) == printed
    assert [each.paper for each in arrivals if not each.reason] == [paper.id for paper in catalogue.papers]
    belonging = {(place.dump, place.line): paper.id for paper in catalogue.papers for place in paper.provenance}
    assert {(each.dump, each.line): each.paper for each in arrivals} == belonging


@given(lists())
def test_revisions_are_what_rebuilding_shows(readings: list[Reading]) -> None:
    """A dump changes just what differs between merging a work's records up to it and up to the dump before."""
    groups = groups_of(readings)
    papers = [merge_group(group, f"p{place}") for place, group in enumerate(groups)]
    expected = []
    for group, paper in zip(groups, papers, strict=True):
        names = [name for name, _ in groupby(draft.dump for draft in group)]
        for earlier, name in enumerate(names[1:], start=1):
            known = [draft for draft in group if draft.dump in names[:earlier]]
            with_dump = [draft for draft in group if draft.dump in names[: earlier + 1]]
            before, after = merge_group(tuple(known), paper.id), merge_group(tuple(with_dump), paper.id)
            if fields := changed_fields(before, after):
                values = [[getattr(each, field) for field in fields] for each in (before, after)]
                expected.append((paper.id, name, fields, values))
    found = [
        (each.after.id, each.dump, each.fields, [[getattr(state, field) for field in each.fields] for state in pair])
        for each in history_of(groups, papers).revisions
        for pair in [(each.before, each.after)]
    ]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def values(paper: Paper, field: str) -> set[object]:
    """What a field holds, one by one where any record may add to it."""
    return set(getattr(paper, field)) if field in UNITED else {getattr(paper, field)}


def untraced(revision: Revision, drafts: dict[str, list[Draft]]) -> list[str]:
    """The fields of a revision of which a value is in no record that it names, or that its dump has no part in."""
    wrong = []
    for field in revision.fields:
        for paper in (revision.before, revision.after):
            sources = [source for source in paper.field_sources if source.field == field]
            printed = [
                values(draft.paper, field)
                for source in sources
                for draft in drafts[source.file]
                if draft.line <= source.line <= draft.line + 2
            ]
            is_known = not values(paper, field) <= {None, (), "", False}
            if is_known and not values(paper, field) <= set().union(*printed):
                wrong.append(f"{field}: {getattr(paper, field)!r}")
        if revision.dump not in {source.file for source in revision.after.field_sources if source.field == field}:
            wrong.append(f"{field} was changed by {revision.dump}, which does not print it")
    return wrong


@given(lists())
def test_every_value_of_a_change_stands_in_a_record(readings: list[Reading]) -> None:
    """Before and after are printed in the lines that they name, and the dump prints what it changed."""
    drafts = {each.dump.name: list(drafts_of(each)) for each in readings}
    wrong = [fault for each in build_catalogue(readings).history.revisions for fault in untraced(each, drafts)]
    assert not wrong


@given(lists())
def test_records_that_decide_nothing_can_be_left_out(readings: list[Reading]) -> None:
    """Merging the deciding records, with whatever comes later, gives each value that merging all of them gives."""
    for group in groups_of(readings):
        for cut in range(1, len(group) + 1):
            few = merge_group((*deciding(group[:cut]), *group[cut:]), "p")
            assert changed_fields(few, merge_group(group, "p")) == ()


@given(lists(), st.randoms())
def test_the_order_of_files_does_not_matter(readings: list[Reading], random: Any) -> None:
    """The past is the same however the dumps are found."""
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert build_catalogue(shuffled).history == build_catalogue(readings).history


def test_the_order_of_dumps_is_that_of_capture() -> None:
    """What was saved first brings a paper, whatever its file is called; a dump without a day comes last."""
    dumps = [
        reading(record("Tar or Oil?", dump="a.txt"), captured=None),
        reading(record("Tar or Oil?", dump="b.txt"), captured=day(2)),
        reading(record("Tar or Oil?", dump="c.txt"), captured=day(1)),
    ]
    arrivals = build_catalogue(dumps).history.arrivals
    assert [(each.dump, bool(each.reason)) for each in arrivals] == [("c.txt", False), ("b.txt", True), ("a.txt", True)]


def test_reasons_say_why_records_are_one_work() -> None:
    """Identifiers first, then titles; else a later record or a note joined them."""
    arxiv = ("https://arxiv.org/abs/2405.00001",)
    blocks = [
        record("Tar or Oil?", line=1, urls=arxiv),
        record("Old Boats", line=5, urls=arxiv),
        record("Tar or oil", line=9),
        record("Tar or Oil?", line=13, abstract=PLAIN),
        record("Tar or Oil?", line=17, abstract=PLAIN),
        record("Pruning", line=21),
        record("Cutting Trees", line=25),
    ]
    note = Note(file="n.md", body_line=1, title="Pruning", same_as=("Cutting Trees",))
    reasons = {each.line: each.reason for each in build_catalogue([reading(*blocks)], [note]).history.arrivals}
    assert reasons == {
        1: "",
        5: "the same arXiv number",
        9: "the same title but for case, spacing or signs",
        13: "the same title",
        17: "the same title, and abstracts that agree",
        21: "",
        25: "joined by a note",
    }


def test_a_later_record_can_join_earlier_ones() -> None:
    """Two titles become one work when a third record has the title of one and the number of the other."""
    arxiv = ("https://arxiv.org/abs/2405.00001",)
    blocks = [record("Old Boats", line=1, urls=arxiv), record("Tar or Oil?", line=5)]
    blocks.append(record("Tar or Oil?", line=9, urls=arxiv))
    arrivals = build_catalogue([reading(*blocks)]).history.arrivals
    assert [each.reason for each in arrivals] == ["", "joined by a later record", "the same arXiv number"]


def test_what_a_note_states_no_dump_changes() -> None:
    """The note's title stands whatever a later dump prints; other fields still change."""
    dumps = [
        reading(record("Tar or Oil?", dump="a.txt"), captured=day(1)),
        reading(record("Tar or Öil?", dump="b.txt", score_text="97"), captured=day(2)),
    ]
    (revision,) = build_catalogue(dumps).history.revisions
    assert revision.fields == ("title", "score")
    note = Note(file="n.md", body_line=1, id="tar-or-oil", title="Tar, or Oil?")
    (revision,) = build_catalogue(dumps, [note]).history.revisions
    assert revision.fields == ("score",)

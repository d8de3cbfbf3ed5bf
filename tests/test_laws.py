"""Laws 2 and 3 over everything at hand: each printed value stands where its source says, and titles decide."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.content import Content, load_content
from sitegen.catalogue.assembly import build_catalogue
from sitegen.model.dump import Reading
from sitegen.model.paper import FieldSource, Origin, Paper
from sitegen.model.text import fold_text
from sitegen.sources.reading import load_dump, read_dump
from tests.catalogue.records import reading, record

ROOT = Path(__file__).parent.parent
SAME = "Pruning old trees in winter keeps the crown open, lets light reach every branch and makes apples ripen early."


@pytest.fixture(scope="module")
def content() -> Content:
    """The list that comes with the project."""
    return load_content(ROOT / "content")


def block(readings: dict[str, Reading], source: FieldSource) -> str:
    """The dump's text from the line that a source names to the end of its record."""
    found = readings[source.file]
    lines = found.dump.lines[source.line - found.dump.first_line :]
    ends = [each.last_line for each in found.records if each.line <= source.line <= each.last_line]
    return " ".join(lines[: max(ends) - source.line + 1] if ends else lines[:40])


def holds(text: str, value: str) -> bool:
    """Whether a text has a value, as it is (an address inside a link) or folded."""
    return value in text or fold_text(value) in fold_text(text)


def printed_values(paper: Paper, field: str) -> list[str]:
    """What of a field must stand in the text that it was read from."""
    if field in {"authors", "organizations"}:
        return list(getattr(paper, field))
    if field == "score":
        return [] if paper.score is None else [f"{paper.score:.1f}"]
    texts = {"date": paper.date_text, "subject": paper.subject_text, "arxiv_id": paper.arxiv_id}
    return [texts.get(field, getattr(paper, field)) or ""]


def unfounded(papers: tuple[Paper, ...], readings: dict[str, Reading]) -> list[str]:
    """Values whose source does not hold them, and values that name no source at all."""
    wrong = []
    for paper in papers:
        sources = [source for source in paper.field_sources if source.origin is not Origin.NOTE]
        for field in ("title", "authors", "abstract", "date", "subject", "organizations", "arxiv_id", "score"):
            values = [value for value in printed_values(paper, field) if value]
            texts = [block(readings, source) for source in sources if source.field == field]
            noted = any(source.field == field and source.origin is Origin.NOTE for source in paper.field_sources)
            if values and not noted and not all(any(holds(text, v) for text in texts) for v in values):
                wrong.append(f"{paper.id}: {field}: {values}")
    return wrong


def test_values_of_the_list_stand_where_their_sources_say(content: Content) -> None:
    """Every value of the shipped list that no note gives is printed in the record that it names."""
    readings = {reading.dump.name: reading for reading in content.readings}
    assert unfounded(build_catalogue(content.readings, content.notes).papers, readings) == []
    assert unfounded(build_catalogue(content.readings).papers, readings) == []


def test_values_of_wild_listings_stand_where_their_sources_say() -> None:
    """The same for every wild variant that the readers are tested with."""
    paths = sorted((ROOT / "tests" / "fixtures" / "dumps").glob("*.txt"))
    assert len(paths) > 10
    for path in paths:
        found = read_dump(load_dump(path, shown_as=path.name))
        assert unfounded(build_catalogue([found]).papers, {path.name: found}) == []


def test_values_of_real_listings_stand_where_their_sources_say(shared_dir: Path) -> None:
    """The same for the real dumps, one by one and together."""
    found = [read_dump(load_dump(path, shown_as=path.name)) for path in sorted((shared_dir / "dumps").glob("*.txt"))]
    assert unfounded(build_catalogue(found).papers, {each.dump.name: each for each in found}) == []


@given(
    st.lists(st.text(alphabet="abcdefgh -:?!.0123456789", min_size=1, max_size=30), min_size=2, max_size=6),
    st.sampled_from(["", SAME]),
)
def test_titles_that_differ_are_different_works(titles: list[str], abstract: str) -> None:
    """Without identifiers, titles that fold to different texts are never merged, even over one abstract."""
    whole = [title for title in titles if not title.rstrip().endswith(("...", "…"))]
    records = [record(title, line=1 + 3 * place, abstract=abstract) for place, title in enumerate(whole)]
    catalogue = build_catalogue([reading(*records, name="a.txt")])
    assert len(catalogue.papers) == len({fold_text(title) for title in whole})


@given(st.text(alphabet="abcdefgh ", min_size=3, max_size=20), st.text(alphabet="abcdefgh ", min_size=1, max_size=20))
def test_a_title_inside_a_longer_one_is_another_work(short: str, more: str) -> None:
    """A title that begins or ends another one is not that one."""
    if not fold_text(more).strip() or not short.strip() or not more.strip():
        return
    records = [record(short, abstract=SAME), record(f"{more}: {short}", line=9, abstract=SAME)]
    records.append(record(f"{short}: {more}", line=17, abstract=SAME))
    titles = {fold_text(each.title) for each in records}
    assert len(build_catalogue([reading(*records)]).papers) == len(titles)

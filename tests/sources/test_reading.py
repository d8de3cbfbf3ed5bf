"""Which reader a dump belongs to, and what its front matter may say."""

import datetime
from pathlib import Path

import pytest

from sitegen.model.dump import Dump, DumpMetadata, LineUse
from sitegen.model.problems import ProblemsError, Severity
from sitegen.sources.reading import load_dump, read_dump

LISTING = "Daily Papers\n\nA Small Title\n\nIts abstract is a sentence.\n"
BOTH = "Daily Papers\n\nLGApr 4, 2025\nA Small TitleJo Example, Ann Sample\nIts abstract is a sentence.\n"


def dump_of(text: str, metadata: DumpMetadata | None = None) -> Dump:
    """A dump in memory."""
    return Dump(name="a.txt", file="a.txt", lines=tuple(text.splitlines()), metadata=metadata or DumpMetadata())


def saved(folder: Path, text: str) -> Path:
    """A file that holds `text`."""
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_front_matter_is_kept_and_its_lines_count(tmp_path: Path) -> None:
    """Source, day, address and query are known, and records stand at the lines of the file."""
    front = (
        "---\nsource: huggingface-papers\ncaptured: 2026-03-13\nurl: https://huggingface.co/papers\nquery: rain\n---\n"
    )
    dump = load_dump(saved(tmp_path, front + LISTING), shown_as="dumps/a.txt")
    assert dump.metadata == DumpMetadata(
        source="huggingface-papers",
        captured=datetime.date(2026, 3, 13),
        url="https://huggingface.co/papers",
        query="rain",
    )
    assert (dump.name, dump.file, dump.first_line) == ("a.txt", "dumps/a.txt", 7)
    reading = read_dump(dump)
    assert [(record.line, record.last_line) for record in reading.records] == [(9, 11)]
    assert reading.uses == ((7, LineUse.CHROME), (9, LineUse.RECORD), (11, LineUse.RECORD))


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("sorce: scholar-feed", "a.txt:2: unknown-key: `sorce` is not a known key; did you mean `source`?"),
        ("source: scholar-fed", "`scholar-fed` is not a known source; did you mean `scholar-feed`?"),
        ("captured: yesterday", "a date is written 2026-03-13"),
        ("captured: 2026", "`captured`"),
        ("url: nowhere", "`url`"),
        ("query: ''", "`query`"),
        ("summaries: some", "a.txt:2: invalid-value: `summaries`"),
    ],
)
def test_faulty_front_matter_is_refused(tmp_path: Path, front: str, said: str) -> None:
    """Each fault names the line, the key and what may have been meant."""
    with pytest.raises(ProblemsError) as caught:
        load_dump(saved(tmp_path, f"---\n{front}\n---\n{LISTING}"), shown_as="a.txt")
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.txt:2: ")


def test_a_quoted_day_is_a_day(tmp_path: Path) -> None:
    """A date that YAML takes for text is read all the same."""
    dump = load_dump(saved(tmp_path, f"---\ncaptured: '2026-03-13'\n---\n{LISTING}"), shown_as="a.txt")
    assert dump.metadata.captured == datetime.date(2026, 3, 13)


def test_front_matter_without_end_is_refused(tmp_path: Path) -> None:
    """A first line of hyphens opens front matter, and something must close it."""
    with pytest.raises(ProblemsError) as caught:
        load_dump(saved(tmp_path, f"---\nsource: scholar-feed\n{LISTING}"), shown_as="a.txt")
    assert [problem.code for problem in caught.value.problems] == ["unclosed-front-matter"]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n"])
def test_an_empty_dump_is_a_warning(text: str) -> None:
    """Nothing was lost, but nobody saves an empty page on purpose."""
    reading = read_dump(dump_of(text))
    assert [(problem.code, problem.severity) for problem in reading.problems] == [("empty-dump", Severity.WARNING)]
    assert (reading.source, reading.uses, reading.records) == (None, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "Milk\nBread\nTwo lemons\n",
        "Dear all,\n\nthe meeting is moved to Friday. Bring your own cup.\n\nYours\n",
        "A Small Title\n\nOne pair alone could be anything, even if its second text is as long as abstracts are.\n",
    ],
)
def test_what_no_reader_knows_is_one_error(text: str) -> None:
    """The Problem stands at the first printed line and says how far the unread lines reach."""
    reading = read_dump(dump_of(f"\n{text}"))
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.location.line) == ("unrecognised-dump", Severity.ERROR, 2)
    assert reading.records == ()
    assert {use for _, use in reading.uses} == {LineUse.UNREAD}


def test_what_two_readers_know_is_one_error() -> None:
    """A dump of two sources is not guessed at."""
    reading = read_dump(dump_of(BOTH))
    assert [problem.code for problem in reading.problems] == ["ambiguous-dump"]
    assert "`huggingface-papers` and `scholar-feed`" in reading.problems[0].message
    assert {use for _, use in reading.uses} == {LineUse.UNREAD}


@pytest.mark.parametrize("source", ["huggingface-papers", "scholar-feed"])
def test_front_matter_decides_for_a_reader(source: str) -> None:
    """A stated source is read by its reader, whatever the text looks like."""
    reading = read_dump(dump_of(BOTH, DumpMetadata(source=source)))
    assert reading.source == source
    assert {record.source for record in reading.records} == {source}


@pytest.mark.parametrize(
    "head",
    [
        "95.1LGApr 14Code",
        "LGApr 14Code",
        "CLAug 20, 2025",
        "100.0CVMay 29",
        "5.0IVJun 1, 2021",
        "88.8LG",
        "LGCode",
        "LG",
    ],
)
def test_one_record_tells_its_source(head: str) -> None:
    """A single paper of an author page is enough to know the page by its head line."""
    text = f"{head}\nA Small TitleJo Example, Ann Sample et al.\nIts abstract is a sentence.\n"
    reading = read_dump(dump_of(text))
    assert reading.source == "scholar-feed"
    assert len(reading.records) == 1
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("95.1LGApr 14Code", ("95.1", "LG", "Apr 14", True)),
        ("100.0CVMay 29, 2025", ("100.0", "CV", "May 29, 2025", False)),
        ("LGApr 14Code", (None, "LG", "Apr 14", True)),
        ("CLAug 20, 2025", (None, "CL", "Aug 20, 2025", False)),
        ("7.5Aug 2Code", ("7.5", None, "Aug 2", True)),
        ("soc-phDec 31", (None, "soc-ph", "Dec 31", False)),
        ("quant-phMay 1, 2019Code", (None, "quant-ph", "May 1, 2019", True)),
        ("99.9AI", ("99.9", "AI", None, False)),
    ],
)
def test_every_glued_head_is_parted(head: str, expected: tuple[str | None, str | None, str | None, bool]) -> None:
    """Score, subject, date and code mark are told apart, whichever of them are printed."""
    text = f"LGApr 4\nOne TitleJo Example, Ann Sample\nIt ends.\n{head}\nA Small TitleJo Example\nIt ends too.\n"
    record = read_dump(dump_of(text)).records[-1]
    assert (record.score_text, record.subject_text, record.date_text, record.has_code) == expected
    assert record.line == 4


def test_a_wrapped_link_may_end_without_a_word() -> None:
    """A line that holds nothing but the end of a link is no text of its own."""
    text = "# Daily Papers\n\n### [When Do Two Clocks Agree?][36]\n\n[ A Window Pane and\n][38]\nMar 8, 2024\n"
    records = read_dump(dump_of(text)).records
    assert [(record.title, record.abstract) for record in records] == [
        ("When Do Two Clocks Agree?", ""),
        ("A Window Pane and", ""),
    ]
    assert records[1].date_text == "Mar 8, 2024"


@pytest.mark.parametrize(("front", "summed_up"), [("summaries: true", True), ("summaries: false", False)])
def test_a_dump_may_say_that_its_texts_are_summaries(tmp_path: Path, front: str, summed_up: bool) -> None:
    """What stands where the authors' abstract would is then marked as somebody else's words."""
    dump = load_dump(saved(tmp_path, f"---\n{front}\n---\n{LISTING}"), shown_as="a.txt")
    (record,) = read_dump(dump).records
    assert (record.abstract, record.is_summary) == ("Its abstract is a sentence.", summed_up)

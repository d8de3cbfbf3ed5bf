"""Nothing is lost: whatever a dump holds, each printed line is accounted for once and nothing fails."""

from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config.text_files import decode_text
from sitegen.model.dump import Dump, DumpMetadata, LineUse, Reading
from sitegen.sources.lines import listing_lines, printed_lines
from sitegen.sources.reading import READERS, read_dump

FOLDER = Path(__file__).parents[1] / "fixtures" / "dumps"
LISTINGS = [listing_lines(decode_text(path.read_bytes(), file=path.name)) for path in sorted(FOLDER.glob("*.txt"))]
LINES = sorted({line for listing in LISTINGS for line in listing})
SOURCES = st.sampled_from([None, *(reader.name for reader in READERS)])

odd_lines = st.text(st.characters(exclude_characters="\n\r"), max_size=60)
markdown = st.text(alphabet="[]()!#*-·\\ ab1/:.htps", max_size=40)
mixed_lines = st.lists(st.one_of(st.sampled_from(LINES), odd_lines, markdown, st.just("")), max_size=40)


def read(lines: list[str], source: str | None = None, first_line: int = 1) -> Reading:
    """The reading of lines as a dump, by the reader of `source` if one is named."""
    metadata = DumpMetadata(source=source)
    return read_dump(Dump(name="a.txt", file="a.txt", lines=tuple(lines), first_line=first_line, metadata=metadata))


def check_account(reading: Reading) -> None:
    """Each printed line once and in order; each unread one told of; each record's lines its own."""
    dump = reading.dump
    printed = [line.number for line in printed_lines(dump.lines, first_line=dump.first_line)]
    assert [number for number, _ in reading.uses] == printed
    unread = {number for number, use in reading.uses if use is LineUse.UNREAD}
    told = {problem.location.line for problem in reading.problems if problem.code == "unread-line"}
    if reading.source is None:
        assert len(reading.problems) == 1
        assert unread == set(printed)
    else:
        assert told == unread
    uses = dict(reading.uses)
    last = 0
    for record in reading.records:
        assert last <= record.line <= record.last_line  # marks of two cards may be glued on one line
        last = record.last_line
        assert uses[record.line] is uses[record.last_line] is LineUse.RECORD
        assert record.text == dump.lines[record.line - dump.first_line : record.last_line - dump.first_line + 1]
        assert record.title
        assert all(record.line <= number <= record.last_line for _, number in record.field_lines)


@settings(max_examples=300, deadline=None)
@given(mixed_lines, SOURCES, st.integers(1, 9))
def test_any_lines_are_accounted_for(lines: list[str], source: str | None, first_line: int) -> None:
    """Lines of all listings mixed with others, in any order, lose nothing and raise nothing."""
    check_account(read(lines, source, first_line))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LISTINGS), st.randoms(use_true_random=False), SOURCES, st.integers(0, 5))
def test_damaged_listings_are_accounted_for(
    listing: tuple[str, ...], random: Random, source: str | None, damage: int
) -> None:
    """A listing that was cut, shuffled, doubled, glued or emptied in places loses nothing and raises nothing."""
    lines = list(listing)
    for _ in range(damage):
        at = random.randrange(len(lines) + 1)
        match random.randrange(6):
            case 0:
                lines = lines[at:]
            case 1:
                lines = lines[:at]
            case 2:
                random.shuffle(lines)
            case 3:
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case 4:
                lines[at : at + 1] = [half for line in lines[at : at + 1] for half in (line[:20], line[20:])]
            case _:
                lines += lines[at:]
    check_account(read(lines, source))


@settings(max_examples=100, deadline=None)
@given(mixed_lines)
def test_every_reader_takes_any_lines(lines: list[str]) -> None:
    """Recognising never fails either."""
    printed = printed_lines(lines)
    assert all(reader.recognises(printed) in {True, False} for reader in READERS)

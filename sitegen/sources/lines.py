"""The lines of a dump as readers take them, and the account of what became of each."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sitegen.model.dump import Dump, LineUse, ListingHeader, Reading, Record
from sitegen.model.problems import Location, Problem, Severity
from sitegen.model.text import clean_text

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_BLANK = re.compile("[\t\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SHOWN = 60
_ENDINGS = (".", "?", "!", "\u3002", "\u2026")
# After these a hyphen belongs to the word before: `caption- and context-aware`.
_SUSPENDED = re.compile(r"(?:and|or|to|und|et|vs)\b")
_CLOSINGS = "\"'\u201d\u2019)]}$*"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, its cleaned text, and whether a blank line stands above it."""

    number: int
    text: str
    after_gap: bool


def listing_lines(text: str) -> tuple[str, ...]:
    r"""The lines of a decoded listing, every kind of blank a space and nothing of zero width in them.

    A `\n` at the end of the text ends its last line and starts no other.
    """
    lines = unicodedata.normalize("NFC", _BLANK.sub(" ", _ZERO_WIDTH.sub("", text))).split("\n")
    return tuple(lines[:-1] if lines[-1] == "" else lines)


def printed_lines(lines: Sequence[str], *, first_line: int = 1) -> tuple[Line, ...]:
    """The lines that print something, in order; the first has a gap above it."""
    printed: list[Line] = []
    previous = first_line - 2
    for number, line in enumerate(lines, start=first_line):
        text = " ".join(line.split()) if line.isascii() else clean_text(line)
        if text:
            printed.append(Line(number, text, number != previous + 1))
            previous = number
    return tuple(printed)


def join_lines(lines: Iterable[Line]) -> str:
    r"""The running text of lines: wrapped lines joined by a space, paragraphs parted by `\n\n`.

    After a hyphen inside a word nothing is put in, so that the word stays as it was printed.
    """
    text = ""
    for line in lines:
        if not text:
            text = line.text
        elif line.after_gap:
            text += f"\n\n{line.text}"
        elif text[-1] == "-" and text[-2:-1].isalpha() and line.text[0].isalpha() and not _SUSPENDED.match(line.text):
            text += line.text
        else:
            text += f" {line.text}"
    return text


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, closing quotes and brackets apart."""
    return text.rstrip(_CLOSINGS).endswith(_ENDINGS)


def block_text(dump: Dump, first: int, last: int) -> tuple[str, ...]:
    """The lines of the dump from line number `first` to `last`, both included, as they stand."""
    return dump.lines[first - dump.first_line : last - dump.first_line + 1]


def account(
    dump: Dump,
    lines: Sequence[Line],
    *,
    source: str | None,
    uses: Mapping[int, LineUse] = MappingProxyType({}),
    header: ListingHeader | None = None,
    records: Sequence[Record] = (),
    problems: Iterable[Problem] = (),
) -> Reading:
    """The reading of a dump: each of its printed `lines` that `uses` does not name is unread, with a warning."""
    unread = [unread_line(dump, line) for line in lines if line.number not in uses]
    return Reading(
        dump=dump,
        source=source,
        header=header or ListingHeader(),
        records=tuple(records),
        uses=tuple((line.number, uses.get(line.number, LineUse.UNREAD)) for line in lines),
        problems=tuple(sorted({*problems, *unread})),
    )


def unread_line(dump: Dump, line: Line) -> Problem:
    """The warning that nothing is known of a line."""
    shown = line.text if len(line.text) <= _SHOWN else f"{line.text[: _SHOWN - 1]}…"
    message = f"this line is not part of any paper: {shown!r}"
    return Problem(Location(dump.file, line.number), "unread-line", message, Severity.WARNING)

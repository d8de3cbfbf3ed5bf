"""From a file's bytes to its text, whose lines are those that an editor would count."""

import re
import unicodedata
from pathlib import Path

from sitegen.model.problems import Location, Problem, ProblemsError

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONTROL = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")


def read_text(path: Path, *, shown_as: str) -> str:
    """The decoded text of a file that problems name `shown_as`.

    Raises ProblemsError: `unreadable-file`, or `undecodable` as `decode_text` does.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = error.strerror or str(error)
        raise ProblemsError([Problem(Location(shown_as), "unreadable-file", message)]) from error
    return decode_text(content, file=shown_as)


def decode_text(content: bytes, *, file: str) -> str:
    r"""The NFC text of a UTF-8 file, with or without a byte order mark; its line breaks are all `\n`.

    Control characters, form feeds among them, are blanks: only a line feed or a carriage return ends a line, so lines
    keep the numbers that an editor shows. Raises ProblemsError (`undecodable`) with the byte offset and the line of
    what is not UTF-8, or not text at all.
    """
    for mark, encoding in _FOREIGN_MARKS:
        if content.startswith(mark):
            raise _undecodable(content, 0, f"{encoding} text, by the mark at byte 0; save it as UTF-8", file)
    nul = content.find(b"\0")
    if nul >= 0:
        raise _undecodable(content, nul, f"a zero byte at byte {nul}: not text, or UTF-16 without its mark", file)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start} (0x{content[error.start]:02X})"
        raise _undecodable(content, error.start, message, file) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text))


def _undecodable(content: bytes, offset: int, message: str, file: str) -> ProblemsError:
    line = 1 + len(_LINE_BREAK.findall(content[:offset].decode("latin-1")))
    return ProblemsError([Problem(Location(file, line), "undecodable", message)])

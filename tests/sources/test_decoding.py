"""From bytes to lines: encodings, line ends and blanks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config.text_files import decode_text, read_text
from sitegen.model.problems import Location, ProblemsError
from sitegen.sources.lines import listing_lines


def lines_of(content: bytes) -> tuple[str, ...]:
    """The lines of a listing's bytes."""
    return listing_lines(decode_text(content, file="a.txt"))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_line_end_ends_a_line(end: bytes) -> None:
    """Unix, Windows and old Macintosh files give the same lines."""
    assert lines_of(end.join([b"one", b"", b"two", b""])) == ("one", "", "two")


def test_a_mark_at_the_top_is_no_text() -> None:
    """A byte order mark of UTF-8 is left out."""
    assert lines_of(b"\xef\xbb\xbfone") == ("one",)


@pytest.mark.parametrize("blank", ["\f", "\v", "\x85", "\u2028", "\u2029", "\x1c", "\u00a0", "\t", "\u3000"])
def test_other_blanks_end_no_line(blank: str) -> None:
    """A form feed and its like are spaces, so that lines keep the numbers an editor shows."""
    assert lines_of(f"one{blank}two\nthree".encode()) == ("one two", "three")


def test_what_has_no_width_is_left_out() -> None:
    """Zero-width characters and soft hyphens go, and what they parted is composed."""
    assert lines_of("e\u200b\u0301t\u00ade\ufeff".encode()) == ("\u00e9te",)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"one\r\ntwo \xe9 three", 2, "not UTF-8 at byte 9 (0xE9)"),
        (b"\xff\xfeo\x00", 1, "UTF-16"),
        (b"\xff\xfe\x00\x00o", 1, "UTF-32"),
        (b"one\no\x00n\x00", 2, "zero byte at byte 5"),
        (b"one\rtwo\rcut short \xe2\x82", 3, "byte 18"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(content: bytes, line: int, said: str) -> None:
    """An undecodable file is a Problem that names the byte offset and the line."""
    with pytest.raises(ProblemsError) as caught:
        decode_text(content, file="a.txt")
    (problem,) = caught.value.problems
    assert problem.location == Location("a.txt", line)
    assert problem.code == "undecodable"
    assert said in problem.message


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Reading names the file as it is shown, not where it lies."""
    with pytest.raises(ProblemsError) as caught:
        read_text(tmp_path / "none.txt", shown_as="content/dumps/none.txt")
    assert str(caught.value).startswith("content/dumps/none.txt:1: unreadable-file: ")


@given(st.binary(max_size=80))
def test_bytes_are_text_or_a_problem(content: bytes) -> None:
    """No bytes whatever make decoding fail in another way."""
    codes, text = ["undecodable"], ""
    try:
        text = decode_text(content, file="a.txt")
    except ProblemsError as error:
        codes = [problem.code for problem in error.problems]
    assert codes == ["undecodable"]
    assert not {"\r", "\f"} & set(text)

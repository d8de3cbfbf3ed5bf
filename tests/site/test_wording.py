"""Dates, numbers and lists in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dates import PartialDate
from sitegen.site.wording import DateView, count_text, cut_text, date_view, decimal_text, origin_text, words_list


@pytest.mark.parametrize(
    ("date", "inferred", "expected"),
    [
        (PartialDate(year=2024, month=5, day=29), False, DateView(text="29 May 2024", machine="2024-05-29")),
        (
            PartialDate(year=2024, month=5, day=29),
            True,
            DateView(text="29 May 2024", machine="2024-05-29", remark="year inferred"),
        ),
        (PartialDate(year=2024, month=5), False, DateView(text="May 2024", machine="2024-05")),
        (PartialDate(year=2019), False, DateView(text="2019", machine="2019")),
        (PartialDate(month=2, day=29), False, DateView(text="29 Feb", machine="02-29", remark="no year")),
        (PartialDate(month=2), False, DateView(text="Feb", machine="", remark="no year")),
        (PartialDate(), False, None),
        (None, True, None),
    ],
)
def test_a_date_says_what_is_known(date: PartialDate | None, inferred: bool, expected: DateView | None) -> None:
    """Nothing is made up: an inferred year and a missing one are said in words."""
    assert date_view(date, inferred=inferred) == expected


def test_numbers_and_lists_read_as_english() -> None:
    """One paper, thousands with commas, scores without idle digits, an `and` before the last."""
    assert [count_text(number, "paper") for number in (0, 1, 1542)] == ["0 papers", "1 paper", "1,542 papers"]
    assert count_text(2, "near miss", "near misses") == "2 near misses"
    assert [decimal_text(number) for number in (91.0, 93.25, 100.0)] == ["91", "93.25", "100"]
    assert [words_list(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_where_papers_come_from_adds_up() -> None:
    """Papers that only notes name are told apart, so that no more papers than records seem to be read."""
    assert origin_text(2, 0, 3, 1) == "2 papers from 3 records in 1 saved listing."
    assert origin_text(93, 9, 91, 6) == "93 papers: 84 from 91 records in 6 saved listings, 9 from notes."
    assert origin_text(1, 1, 0, 0) == "1 paper from notes."


@given(st.text(), st.integers(5, 60))
def test_a_cut_text_fits(text: str, length: int) -> None:
    """A cut text is never longer than asked for, begins as the text does, and says that it was cut."""
    cut = cut_text(text, length)
    assert len(cut) <= length
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))

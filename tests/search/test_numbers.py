"""Numbers and sorted terms as text: what is written is read again, in Python and in JavaScript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.numbers import front_coded, number_text, numbers_text, read_front_coded, read_numbers, utf16_order

TERMS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1), unique=True)


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    """Each number says itself where it ends."""
    assert read_numbers(numbers_text(numbers)) == numbers


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, " "), (1, "!"), (2, "#"), (59, "]"), (61, "_"), (62, "` "), (63, "a "), (92, "~ "), (93, "`!"), (1983, "~_")],
)
def test_digits_are_the_printable_characters(number: int, text: str) -> None:
    """The quote and the backslash are left out; the first digit is the lowest."""
    assert number_text(number) == text


def test_no_digit_is_escaped_in_json() -> None:
    """A number's text has the same length in a script."""
    assert not set(numbers_text(range(5000))) & set('"\\\n\x7f')


def test_what_is_no_number_is_refused() -> None:
    """A text of other characters does not pass for numbers."""
    with pytest.raises(KeyError):
        read_numbers('"')


@given(TERMS)
def test_sorted_terms_come_back(terms: list[str]) -> None:
    """Whatever the writing, and in the order of JavaScript."""
    ordered = sorted(terms, key=utf16_order)
    assert list(read_front_coded(front_coded(ordered))) == ordered


@given(st.text(st.sampled_from("a𝒜😀é"), min_size=1, max_size=80), st.sampled_from("𝒜𝒝😀b"), st.sampled_from("𝒜𝒝😀b"))
def test_long_shared_beginnings_cut_no_character(start: str, one: str, other: str) -> None:
    """Characters outside the basic plane are two code units, which stay together."""
    terms = sorted({start + one, start + other, start}, key=utf16_order)
    text = front_coded(terms)
    text.encode()
    assert list(read_front_coded(text)) == terms


def test_what_terms_share_is_left_out() -> None:
    """The digit in front says how much, plus one; equal terms share all."""
    assert front_coded(["bound", "bounded", "lantern", "lantern"]) == "!bound 'ed !lantern )"
    assert front_coded([]) == ""
    assert list(read_front_coded("")) == []

"""The text forms of the search files: numbers and sorted terms. `static/search-numbers.js` reads them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

# The printable characters of ASCII but the quote and the backslash, which JSON would have to escape.
DIGITS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
# A digit below ENDS is a number's last one; each place is worth BASE times the one before.
ENDS = 62
BASE = len(DIGITS) - ENDS

# A shared prefix is one digit, a last one.
MOST_SHARED = ENDS - 2

_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_FIRST_OF_TWO_UNITS = "\U00010000"


# Nearly all numbers are among the same few thousand.
@lru_cache(maxsize=65_536)
def number_text(number: int) -> str:
    """A whole number from 0 as a row of digits, the lowest first: one digit below 62, two below 1,984, and so on."""
    if number < ENDS:
        return DIGITS[number]
    high, low = divmod(number - ENDS, BASE)
    return DIGITS[ENDS + low] + number_text(high)


def numbers_text(numbers: Iterable[int]) -> str:
    """Whole numbers from 0, one behind the other: each says itself where it ends."""
    return "".join(map(number_text, numbers))


def read_numbers(text: str) -> list[int]:
    """The numbers of a text that `numbers_text` gave; raises KeyError at a character that is no digit."""
    numbers, number, worth = [], 0, 1
    for value in map(_VALUES.__getitem__, text):
        number += value * worth
        worth *= BASE
        if value < ENDS:
            numbers.append(number)
            number, worth = 0, 1
    return numbers


def utf16_order(term: str) -> bytes:
    """A key that sorts as JavaScript compares: by UTF-16 code units."""
    return term.encode("utf-16-be")


def in_utf16_order(terms: Iterable[str]) -> list[str]:
    """Terms sorted as JavaScript sorts them: by UTF-16 code units."""
    unsorted = list(terms)
    # Up to the last character of one unit that is the order of characters.
    if max(set("".join(unsorted)), default="") < _FIRST_OF_TWO_UNITS:
        return sorted(unsorted)
    return sorted(unsorted, key=utf16_order)


def front_coded(terms: Iterable[str]) -> str:
    """Sorted terms without spaces as one text, with a space between two.

    Each is the number of UTF-16 code units that it shares with the one before (60 at most), plus one and as one digit,
    and then the rest. No character is cut in two.
    """
    return " ".join(front_entries(terms))


def front_entries(terms: Iterable[str]) -> list[str]:
    """What `front_coded` makes of each term."""
    entries, before = [], ""
    for term in terms:
        shared = min(len(before), len(term), MOST_SHARED)
        while before[:shared] != term[:shared]:
            shared -= 1
        units = shared
        if not before.isascii():
            shared, units = _whole_characters(term[:shared])
        entries.append(DIGITS[units + 1] + term[shared:])
        before = term
    return entries


def front_coded_from(first: str, entries: Sequence[str]) -> str:
    """A part of some sorted terms: `first`, and the entries of it and of the terms that follow."""
    return " ".join((DIGITS[1] + first, *entries[1:]))


def read_front_coded(text: str) -> Iterator[str]:
    """The terms of a text that `front_coded` gave, in their order."""
    term = ""
    for entry in text.split(" ") if text else ():
        term = _first_units(term, _VALUES[entry[0]] - 1) + entry[1:]
        yield term


def _whole_characters(shared: str) -> tuple[int, int]:
    """How many of some shared characters make 60 code units at most, and how many units these are."""
    while (units := sum(2 if char >= _FIRST_OF_TWO_UNITS else 1 for char in shared)) > MOST_SHARED:
        shared = shared[:-1]
    return len(shared), units


def _first_units(term: str, units: int) -> str:
    return term[:units] if term.isascii() else term.encode("utf-16-le")[: 2 * units].decode("utf-16-le")

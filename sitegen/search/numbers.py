"""The text forms of the search files: numbers and sorted terms. `static/search-numbers.js` reads them."""

from collections.abc import Iterable, Iterator

# The printable characters of ASCII but the quote and the backslash, which JSON would have to escape.
DIGITS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
# A digit below ENDS is a number's last one; each place is worth BASE times the one before.
ENDS = 62
BASE = len(DIGITS) - ENDS

# A shared prefix is one digit, a last one.
MOST_SHARED = ENDS - 2

_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_FIRST_OF_TWO_UNITS = "\U00010000"


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


def front_coded(terms: Iterable[str]) -> str:
    """Sorted terms without spaces as one text, with a space between two.

    Each is the number of UTF-16 code units that it shares with the one before (60 at most), plus one and as one digit,
    and then the rest. No character is cut in two.
    """
    entries, before = [], ""
    for term in terms:
        shared = _shared(before, term)
        entries.append(DIGITS[_units(term[:shared]) + 1] + term[shared:])
        before = term
    return " ".join(entries)


def read_front_coded(text: str) -> Iterator[str]:
    """The terms of a text that `front_coded` gave, in their order."""
    term = ""
    for entry in text.split(" ") if text else ():
        term = _first_units(term, _VALUES[entry[0]] - 1) + entry[1:]
        yield term


def _shared(before: str, term: str) -> int:
    """How many characters two terms begin with alike, as many as make 60 code units at most."""
    most = min(len(before), len(term), MOST_SHARED)
    count = next((at for at in range(most) if before[at] != term[at]), most)
    while _units(term[:count]) > MOST_SHARED:
        count -= 1
    return count


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(char >= _FIRST_OF_TWO_UNITS for char in text)


def _first_units(term: str, units: int) -> str:
    return term[:units] if term.isascii() else term.encode("utf-16-le")[: 2 * units].decode("utf-16-le")

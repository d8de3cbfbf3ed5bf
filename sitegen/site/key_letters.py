"""The letter that leads to each page of the navigation, after `g`."""

import string
from collections.abc import Iterable, Mapping

from sitegen.site import urls

# What a hand learns should hold from list to list: these letters are kept for these pages, wherever they are shown.
_OWN: Mapping[str, str] = {
    urls.HOME: "h",
    urls.papers_path(): "p",
    "topics/index.html": "t",
    "authors/index.html": "a",
    "organizations/index.html": "o",
    "subjects/index.html": "s",
    "years/index.html": "y",
    "dumps/index.html": "d",
    urls.MY_LIST: "l",
    "map.html": "m",
    "charts.html": "c",
}
_RESERVED = frozenset(_OWN.values())


def key_letters(pages: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A letter for each of these pages, given as label and path: its own, or the first of its label that is free.

    Where no letter of a label is free, the first free digit or letter; beyond 36 pages the rest go without.
    """
    letters: dict[str, str] = {}
    for label, path in pages:
        if path in letters:
            continue
        letter = _OWN.get(path) or _free(label, {*letters.values(), *_RESERVED})
        if letter:
            letters[path] = letter
    return letters


def _free(label: str, taken: set[str]) -> str:
    wanted = [*(each for each in label.lower() if each in string.ascii_lowercase), *string.digits[1:], "0"]
    return next((each for each in [*wanted, *string.ascii_lowercase] if each not in taken), "")

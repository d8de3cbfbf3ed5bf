"""What a Scholar Feed page prints of its author above the papers."""

import re
from collections.abc import Sequence

from sitegen.model.dump import LineUse, ListingHeader
from sitegen.sources.lines import Line, ends_sentence

_NUMBER = r"[\d.,]+[kKmM]?\+?%?"
_LABELS_BEFORE = "h-index|i10-index|Novelty|AI Score|Score"
_LABELS_AFTER = "papers?|Papers?|citations?|Citations?|followers?|co-?authors?|publications?"
_LABEL_FIRST = re.compile(rf"(?P<label>{_LABELS_BEFORE}):? ?(?P<value>{_NUMBER})")
_VALUE_FIRST = re.compile(rf"(?P<value>{_NUMBER}) ?(?P<label>{_LABELS_AFTER})")
_ALONE = re.compile(rf"(?:{_LABELS_BEFORE}|{_LABELS_AFTER}|{_NUMBER})")
_LONGEST_NAME = 100


def is_fact(text: str) -> bool:
    """Whether a line is a count of the page's header: `h-index57`, `10papers`, `AI Score58`."""
    return _fact(text) is not None


def read_header(lines: Sequence[Line]) -> tuple[ListingHeader, dict[int, LineUse]]:
    """The author's name (`title`), the area and the counts (`facts`), and the lines that they stand on.

    Label and number may stand on lines of their own. Lines that fit nothing are left out of the account.
    """
    facts: list[tuple[str, str]] = []
    names: list[Line] = []
    uses: dict[int, LineUse] = {}
    index = 0
    while index < len(lines):
        count, fact = _fact_at(lines, index)
        if fact is not None:
            facts.append(fact)
        elif len(names) < len(("name", "area")) and not facts and _is_name(lines[index].text):
            names.append(lines[index])
        else:
            index += 1
            continue
        uses |= {line.number: LineUse.CHROME for line in lines[index : index + count]}
        index += count
    area = [("area", line.text) for line in names[1:]]
    return ListingHeader(title=names[0].text if names else None, facts=(*area, *facts)), uses


def _fact(text: str) -> tuple[str, str] | None:
    match = _LABEL_FIRST.fullmatch(text) or _VALUE_FIRST.fullmatch(text)
    return (match["label"], match["value"]) if match else None


def _fact_at(lines: Sequence[Line], index: int) -> tuple[int, tuple[str, str] | None]:
    fact = _fact(lines[index].text)
    if fact is not None or index + 1 == len(lines):
        return 1, fact
    here, below = lines[index].text, lines[index + 1].text
    if _ALONE.fullmatch(here) and _ALONE.fullmatch(below):
        fact = _fact(f"{here} {below}")
    return (2, fact) if fact is not None else (1, None)


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not ends_sentence(text) and any(char.isalpha() for char in text)

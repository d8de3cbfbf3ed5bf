"""In which documents each term stands, how often, and how long their fields are: all that lunr's weights come from."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import add, eq, sub

from sitegen.search.analysis import ReadDocument
from sitegen.search.numbers import number_text

Numbers = list[int]


def occurrences(documents: Iterable[ReadDocument], field: int) -> Mapping[str, Numbers]:
    """For each word of a field the numbers of its documents, rising, one for each time that it stands there.

    The words are in the order in which they are met first.
    """
    found: defaultdict[str, Numbers] = defaultdict(list)
    for number, document in enumerate(documents):
        for numbers in map(found.__getitem__, document.words[field]):
            numbers.append(number)
    return found


def by_term(found: Mapping[str, Numbers], terms: Mapping[str, tuple[str, ...]]) -> Mapping[str, Numbers]:
    """The same for terms; `terms` has those of each word."""
    lists: dict[str, Numbers] = {}
    several = set()
    for word, numbers in found.items():
        for term in terms[word]:
            if term in lists:
                several.add(term)
                lists[term] = lists[term] + numbers
            else:
                lists[term] = numbers
    for term in several:
        # These are lists made here: those of single words may stand under other terms too.
        lists[term].sort()
    return lists


class Postings:
    """Writes the postings of the terms of one field.

    Each posting is a number, (step - 1) * 2, with the step from the number of the document before (the first counts
    from -1), plus 1 if the term stands there more than once; then, if so, how often, less 2; then, if `lengths` tell
    for each document how many terms the field has, that number, less 1.
    """

    def __init__(self, lengths: Sequence[int] | None) -> None:
        self._steps = _Steps()
        self._repeated = _Repeated()
        self._lengths = None if lengths is None else [number_text(max(length - 1, 0)) for length in lengths]

    def text(self, numbers: Numbers) -> tuple[int, str]:
        """How many documents these are, and their postings; numbers rise, and repeat as the term does."""
        if len(numbers) == 1:
            number = numbers[0]
            text = self._steps[number + 1]
            return 1, text if self._lengths is None else text + self._lengths[number]
        if any(map(eq, numbers, islice(numbers, 1, None))):
            counts = Counter(numbers)
            documents: Collection[int] = counts
            tables = self._repeated
            texts: Iterable[str] = [
                tables[often][step] for step, often in zip(_steps(counts), counts.values(), strict=True)
            ]
        else:
            documents = numbers
            texts = map(self._steps.__getitem__, _steps(numbers))
        if self._lengths is not None:
            texts = map(add, texts, map(self._lengths.__getitem__, documents))
        return len(documents), "".join(texts)


class _Steps(dict[int, str]):
    """The text of a posting by the step from the document before it, of a term that stands there so often."""

    def __init__(self, often: int = 1) -> None:
        super().__init__()
        self._flag = int(often > 1)
        self._often = number_text(often - 2) if often > 1 else ""

    def __missing__(self, step: int) -> str:
        text = self[step] = number_text((step - 1) * 2 + self._flag) + self._often
        return text


class _Repeated(dict[int, _Steps]):
    """Those texts by how often the term stands there."""

    def __missing__(self, often: int) -> _Steps:
        steps = self[often] = _Steps(often)
        return steps


def _steps(documents: Iterable[int]) -> Iterable[int]:
    return map(sub, documents, chain((-1,), documents))

"""In which documents each term stands, how often, and how long their fields are: all that lunr's weights come from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import add, sub

from sitegen.search.analysis import ReadDocument
from sitegen.search.numbers import number_text

Occurrences = Mapping[str, list[int]]

# Of a term in one field: the number of its first document, how many documents it has, and their postings as text.
FieldPostings = tuple[int, int, str]


class _Steps(dict[int, str]):
    """The text of a posting without a second occurrence, by the step from the document before it."""

    def __missing__(self, step: int) -> str:
        text = self[step] = number_text((step - 1) * 2)
        return text


def occurrences(documents: Iterable[ReadDocument], field: int) -> Occurrences:
    """For each word of a field the numbers of its documents, rising, one for each time that it stands there.

    The words are in the order in which they are met first.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for numbers in map(found.__getitem__, document.words[field]):
            numbers.append(number)
    return found


def field_postings(
    found: Occurrences, terms: Mapping[str, tuple[str, ...]], lengths: Sequence[int] | None
) -> dict[str, FieldPostings]:
    """The postings of every term of a field, in the order in which the terms are met first.

    `terms` has those of each word, and `lengths` the number of terms that the field has in each document, where the
    postings are to tell it. Each posting is a number, (step - 1) * 2, with the step from the number of the document
    before (the first counts from -1), plus 1 if the term stands there more than once; then, if so, how often, less 2;
    then, if told, the field's length, less 1.
    """
    lists: dict[str, list[list[int]]] = {}
    for word, numbers in found.items():
        for term in terms[word]:
            lists.setdefault(term, []).append(numbers)
    steps = _Steps()
    told = None if lengths is None else [number_text(max(length - 1, 0)) for length in lengths]
    return {term: _postings(_merged(parts), steps, told) for term, parts in lists.items()}


def _merged(parts: list[list[int]]) -> list[int]:
    return parts[0] if len(parts) == 1 else sorted(chain.from_iterable(parts))


def _postings(numbers: list[int], steps: _Steps, lengths: Sequence[str] | None) -> FieldPostings:
    documents: Iterable[int]
    texts: Iterable[str]
    if len(numbers) == 1:
        documents, texts = numbers, (steps[numbers[0] + 1],)
    else:
        documents = dict.fromkeys(numbers)
        gaps = map(sub, documents, chain((-1,), documents))
        if len(documents) == len(numbers):
            texts = map(steps.__getitem__, gaps)
        else:
            times = Counter(numbers).values()
            texts = [
                steps[gap] if often == 1 else _repeated(gap, often) for gap, often in zip(gaps, times, strict=True)
            ]
    if lengths is not None:
        texts = map(add, texts, map(lengths.__getitem__, documents))
    return numbers[0], len(documents), "".join(texts)


def _repeated(step: int, often: int) -> str:
    return number_text((step - 1) * 2 + 1) + number_text(often - 2)

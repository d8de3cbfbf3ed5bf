"""The words of a dump, counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

# What may stand around a word without being part of it.
_OPENING = "-([{\"“‘'`$*<_"
_CLOSING = "-)]}\"”’'`$*>_.,;:!?†‡∗"
_HYPHENS = str.maketrans("‐‑–—/_", "------")
# An address on the web often holds a name.
_ADDRESS = re.compile(r"//|@|www\.")
# The fewest letters that tell one word's beginning from another's.
SHORTEST_STEM = 5


def plain_case(word: str) -> str:
    """In lower case unless capitals inside the word mean something: `Models` is `models`, `LLMs` stays."""
    return word.lower() if word[1:].islower() or len(word) == 1 else word


class _NormalForms(dict[str, str]):
    """Words as they are counted: without marks around them, with one kind of hyphen, in plain case."""

    def __missing__(self, word: str) -> str:
        core = word.lstrip(_OPENING).rstrip(_CLOSING)
        if not core.isalpha():
            core = core.translate(_HYPHENS)
        form = self[word] = core.lower() if core[1:].islower() else core
        return form


class OwnWords:
    """The words of one abstract, in normal form."""

    def __init__(self, forms: frozenset[str]) -> None:
        self.forms = forms
        self._lines = ""

    def shared_beginning(self, form: str) -> int:
        """How many letters of `form`, if as many as tell words apart, begin some word of the abstract; otherwise 0."""
        if not self._lines:
            self._lines = "\n" + "\n".join(self.forms)
        found, length = 0, SHORTEST_STEM - 1
        while length < len(form):
            # A line with the longer beginning is never before the first with the shorter one.
            found = self._lines.find("\n" + form[: length + 1], found)
            if found < 0:
                break
            length += 1
        return length if length >= SHORTEST_STEM else 0


class Vocabulary:
    """How often each word stands in a dump's abstracts and titles; a compound also counts as its parts."""

    def __init__(self, abstracts: Iterable[str]) -> None:
        self.total = 0
        self.counts: Counter[str] = Counter()
        self._forms = _NormalForms()
        printed: Counter[str] = Counter()
        for abstract in abstracts:
            printed.update(abstract.split())
        for word, count in printed.items():
            if not _ADDRESS.search(word):
                self.learn(word, count)

    def form(self, word: str) -> str:
        """The normal form of a printed word; "" if it is marks only."""
        return self._forms[word]

    def learn(self, word: str, count: int = 1) -> None:
        """Count a printed word; a negative count takes it back."""
        form = self._forms[word]
        if not form:
            return
        self.counts[form] += count
        self.total += count
        if "-" in form:
            for part in form.split("-"):
                if part:
                    self.counts[plain_case(part)] += count

    def plain_words(self) -> Iterator[str]:
        """The distinct words without capitals and marks."""
        return (form for form in self.counts if form.isalpha() and form.islower())

    def own(self, abstract: str) -> OwnWords:
        """The words of one abstract."""
        return OwnWords(frozenset(map(self._forms.__getitem__, abstract.split())))

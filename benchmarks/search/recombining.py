"""Papers that nobody wrote, made of the titles, names and sentences of those that somebody did.

They are for measuring only: what they say means nothing. Words, names and whole people that were never printed before
keep coming at the rate at which the corpus itself brings them (see growth.py).
"""

import random
import re
from collections.abc import Iterator, Sequence

from corpus import SHOWN_AUTHORS, Record
from growth import Coiner, Growth, words_of

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_KEY = re.compile(r"[\W_]+")
_SHORTEST_REPLACED = 4
# The share of the new words of a field that are slips of a key; the others are compounds, numbers and names.
_SLIPS = {"title": 0.02, "authors": 0.0, "abstract": 0.15}
_MENTIONED_AGAIN = 0.6


class Recombiner:
    """Makes the papers that follow those of a corpus, one after the other."""

    def __init__(self, corpus: Sequence[Record], seed: int) -> None:
        self._corpus = corpus
        self._chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
        self._titles = {_key(record.title) for record in corpus}
        self._sentences = [_SENTENCE_END.split(record.abstract) for record in corpus]
        self._bylines = [name for record in corpus for name in record.authors]
        self._names = sorted({name for name in self._bylines if len(name.split()) > 1})
        fields = {
            "title": [record.title for record in corpus],
            "authors": [" ".join(record.authors) for record in corpus],
            "abstract": [record.abstract for record in corpus],
        }
        self._coiners = {field: Coiner(texts, _SLIPS[field]) for field, texts in fields.items()}
        self._growths = {field: _growth(texts) for field, texts in fields.items()}
        self._people = Growth([record.authors for record in corpus])
        self._made = 0
        self._owed_people = 0

    def papers(self, number: int) -> Iterator[Record]:
        """The next `number` papers."""
        for _ in range(number):
            self._made += 1
            fresh = self._fresh_words()
            title = self._title(fresh["title"])
            again = [word for word in fresh["title"] if self._chance.random() < _MENTIONED_AGAIN]
            model = self._any()
            yield Record(
                title=title,
                authors=self._authors(len(model.authors), fresh["authors"]),
                has_more_authors=model.has_more_authors,
                abstract=self._abstract([*fresh["abstract"], *again]),
                date=model.date,
                subject=model.subject,
            )

    def _any(self) -> Record:
        return self._chance.choice(self._corpus)

    def _fresh_words(self) -> dict[str, list[str]]:
        papers = len(self._corpus) + self._made
        return {
            field: self._coiners[field].words(growth.due(papers), self._chance)
            for field, growth in self._growths.items()
        }

    def _title(self, fresh: Sequence[str]) -> str:
        """The head of one title with the tail of another, unlike every title before."""
        while True:
            head, tail = _halves(self._any().title)[0], _halves(self._any().title)[1]
            title = _with_words(f"{head} {tail}", fresh, self._chance)
            if _key(title) not in self._titles:
                self._titles.add(_key(title))
                return title

    def _authors(self, number: int, fresh: Sequence[str]) -> tuple[str, ...]:
        self._owed_people += self._people.due(len(self._corpus) + self._made)
        words = list(fresh)
        names: list[str] = []
        for place in range(number):
            is_new = bool(words) or self._chance.random() < self._owed_people / (SHOWN_AUTHORS - place)
            self._owed_people -= is_new
            names.append(self._person(words) if is_new else self._chance.choice(self._bylines))
        self._bylines += names
        return tuple(dict.fromkeys(names))

    def _person(self, words: list[str]) -> str:
        given = self._chance.choice(self._names).split()[0]
        family = self._chance.choice(self._names).split()[-1]
        return f"{given} {words.pop().capitalize() if words else family}"

    def _abstract(self, fresh: Sequence[str]) -> str:
        """As many sentences as some abstract has, each from another paper, at about the place that it had there."""
        length = len(self._chance.choice(self._sentences))
        texts = []
        for place in range(length):
            source = self._chance.choice(self._sentences)
            texts.append(source[place * len(source) // length])
        return _with_words(" ".join(texts), fresh, self._chance)


def _growth(texts: Sequence[str]) -> Growth:
    return Growth([[word.casefold() for word in words_of(text)] for text in texts])


def _key(title: str) -> str:
    return _KEY.sub("", title.casefold())


def _halves(title: str) -> tuple[str, str]:
    head, colon, tail = title.partition(": ")
    if colon:
        return head + colon.strip(), tail
    words = title.split()
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def _with_words(text: str, fresh: Sequence[str], chance: random.Random) -> str:
    """The text with each of these words in place of one of its own, or before it where that is short."""
    words = text.split(" ")
    for word in fresh:
        at = chance.randrange(len(words))
        known = words[at]
        words[at] = known.replace(known.strip(".,:;()?!"), word) if _is_replaced(known) else f"{word} {known}"
    return " ".join(words)


def _is_replaced(word: str) -> bool:
    return len(word.strip(".,:;()?!")) >= _SHORTEST_REPLACED and "$" not in word

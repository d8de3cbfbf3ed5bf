"""What hits show, read from the store of a built site. `static/search-store.js` does the same in the browser."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from sitegen.model.text import SLUG_LENGTH
from sitegen.search.numbers import read_numbers
from sitegen.search.reader import SearchFiles
from sitegen.search.store_facts import STARRED, plain_slug
from sitegen.search.store_heads import OUTWARD
from sitegen.site.chips import BEST_RATING

_BEGINNINGS = {letter: beginning for beginning, letter in OUTWARD.items()}
# What JavaScript's encodeURIComponent leaves as it is, beside letters, digits and `_.-~`.
_PLAIN = "!'()*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a paper at a glance.

    `href` is its page from the site's root and `url` its address elsewhere; `topics` are slugs, the most fitting
    first; `year`, `month` and `day` are 0 where they are not known, as is `rating`; `author_count` tells how many
    authors there are where they are not named.
    """

    ref: str
    title: str
    href: str
    authors: tuple[str, ...]
    is_truncated: bool
    author_count: int
    organizations: tuple[str, ...]
    topics: tuple[str, ...]
    year: int
    month: int
    day: int
    is_inferred: bool
    status: str | None
    rating: int
    is_starred: bool
    has_code: bool
    url: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """The running text of a paper: its abstract, and the owner's note in plain text."""

    abstract: str
    note: str


class Store:
    """Cards and texts by the numbers of papers; the parts that hold them are read when they are needed."""

    def __init__(self, files: SearchFiles) -> None:
        self._files = files
        self.topic_labels: dict[str, str] = {slug: label for label, *_, slug in files.manifest["topics"]}
        self._cards: dict[int, tuple[Card, ...]] = {}

    def card(self, document: int) -> Card:
        """The card of a paper."""
        part, place = divmod(document, int(self._files.manifest["cards"]))
        if part not in self._cards:
            self._cards[part] = self._read_cards(part)
        return self._cards[part][place]

    def text(self, document: int) -> Text:
        """The running text of a paper."""
        part, place = divmod(document, int(self._files.manifest["texts"]))
        abstracts, notes = self._files.get(f"b{part}")
        return Text(abstracts.split("\n")[place], notes.split("\n")[place])

    def _read_cards(self, part: int) -> tuple[Card, ...]:
        manifest = self._files.manifest
        titles, refs, names, organizations, outward, numbers = self._files.get(f"h{part}")
        shown = titles.split("\n")
        read = iter(read_numbers(numbers))
        named, counted, places, ages, months, days, states, topics = (list(islice(read, len(shown))) for _ in range(8))
        authors = _taken(names.split("\n"), (number >> 1 for number in named))
        homes = _taken(organizations.split("\n"), places)
        slugs = [slug for *_, slug in manifest["topics"]]
        cards = []
        for at, (title, own_ref, out) in enumerate(zip(shown, refs.split("\n"), outward.split("\n"), strict=True)):
            ref = own_ref or plain_slug(title, SLUG_LENGTH)
            is_starred, state = divmod(states[at], STARRED)
            status, rating = divmod(state >> 1, BEST_RATING + 1)
            card = Card(
                ref=ref,
                title=title,
                href=manifest["paper"].replace("*", quote(ref, safe=_PLAIN)),
                authors=next(authors),
                is_truncated=bool(named[at] & 1),
                author_count=counted[at],
                organizations=next(homes),
                topics=tuple(slugs[place] for place in islice(read, topics[at])),
                year=manifest["newest"] + 1 - ages[at] if ages[at] else 0,
                month=months[at] >> 1,
                day=days[at],
                is_inferred=bool(months[at] & 1),
                status=manifest["marks"][status][0] if status else None,
                rating=rating,
                is_starred=bool(is_starred),
                has_code=bool(state & 1),
                url=_address(out),
            )
            cards.append(card)
        return tuple(cards)


def _taken(lines: list[str], counts: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """So many lines after those that were taken before, again and again."""
    left = iter(lines)
    for count in counts:
        yield tuple(islice(left, count))


def _address(code: str) -> str | None:
    if not code:
        return None
    return _BEGINNINGS[code[0]] + code[1:] if code[0] in _BEGINNINGS else code.partition("\t")[2]

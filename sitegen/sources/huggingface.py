"""Hugging Face Papers listings: titles and abstracts, plain or on cards with counts, dates and buttons."""

import re
from collections.abc import Iterator, Sequence

from sitegen.model.dump import Dump, LineUse, Reading
from sitegen.model.problems import Location, Problem, Severity
from sitegen.model.text import fold_text
from sitegen.sources.huggingface_cards import Body, Card, read_body
from sitegen.sources.huggingface_fields import record_of_cards
from sitegen.sources.huggingface_header import is_anchor, split_top
from sitegen.sources.huggingface_links import is_title_link
from sitegen.sources.huggingface_looks import Role
from sitegen.sources.huggingface_marks import Kind, has_kind
from sitegen.sources.huggingface_markup import Item, unmarked
from sitegen.sources.lines import Line, account, ends_sentence, join_lines
from sitegen.sources.reader import Reader
from sitegen.sources.scholarfeed_head import parse_head

NAME = "huggingface-papers"

_SHORTEST_ABSTRACT = 100
_FEWEST_PLAIN = 2
_BANNER = re.compile(
    r"Get trending papers in your email inbox|(?:Daily|Weekly|Monthly|Trending) Papers|by ?AK and the res"
)
_PAPER_PAGE = re.compile(r"https://huggingface\.co/papers/\d{4}\.\d{4,5}")


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a listing is such a page: its banners, links or cards, or nothing but titles with their abstracts.

    Titles and abstracts alone are taken for a listing whose top was cut off only if there are at least two, nearly
    all of them are plain, and no line is the head that another source prints above its papers.
    """
    items = unmarked(lines)
    if any(_is_banner(item) or any(map(_PAPER_PAGE.match, item.urls)) for item in items):
        return True
    if any(head is not None and head.is_certain for head in map(parse_head, (item.line for item in items))):
        return False
    body = read_body(items)
    return _has_cards(body) or _is_plain(body)


def read(dump: Dump, lines: Sequence[Line]) -> Reading:
    """Read a listing as far as it can be read; what fits nothing is unread, with a warning."""
    top = split_top(unmarked(lines), dump.metadata.query)
    body = read_body(top.body)
    printed = list(_printed_once(body.cards))
    records = [record_of_cards(dump, NAME, cards) for cards in printed]
    uses = dict.fromkeys((*top.chrome, *(item.line.number for item in body.chrome)), LineUse.CHROME)
    uses |= {item.line.number: LineUse.RECORD for card in body.cards for item in card.items}
    problems = [*_doubts(dump, printed), *_missing(dump, printed)]
    return account(dump, lines, source=NAME, uses=uses, header=top.header, records=records, problems=problems)


def _is_banner(item: Item) -> bool:
    return _BANNER.match(item.bare) is not None and is_anchor(item)


def _has_cards(body: Body) -> bool:
    """Whether any title is a link or stands on a card as only this source prints it; names alone count too."""
    marks = [mark for card in body.cards for mark in (*card.above, *card.below)]
    if has_kind(marks, Kind.AUTHORS, Kind.PUBLISHED, Kind.SUBMITTED, Kind.UPVOTE):
        return True
    if any(card.abstract and is_title_link(card.title[0]) for card in body.cards):
        return True
    return not body.cards and sum(item.bare.startswith("Submitted by") for item in body.chrome) > 1


def _is_plain(body: Body) -> bool:
    complete = [card for card in body.cards if card.abstract and not card.is_doubtful and _is_abstract(card)]
    paragraphs = sum(label.role is Role.PARAGRAPH for label in body.labels)
    starts_with_title = bool(body.labels) and body.labels[0].role is Role.TITLE
    return (
        starts_with_title
        and len(complete) >= _FEWEST_PLAIN
        and 10 * sum(bool(card.abstract) for card in body.cards) >= 9 * len(body.cards)
        and 2 * len(complete) > len(body.cards)
        and 10 * paragraphs <= len(body.cards)
    )


def _is_abstract(card: Card) -> bool:
    text = join_lines(item.line for item in card.abstract)
    return len(text) >= _SHORTEST_ABSTRACT and (ends_sentence(text) or "://" in text)


def _printed_once(cards: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """Each card with the copy that follows it, where a page prints its cards twice."""
    group: list[Card] = []
    for card in cards:
        if group and _is_copy(group[-1], card):
            group.append(card)
            continue
        if group:
            yield tuple(group)
        group = [card]
    if group:
        yield tuple(group)


def _is_copy(card: Card, again: Card) -> bool:
    if not (card.above or card.below or again.above or again.below):
        return False
    if fold_text(_text(card.title)) != fold_text(_text(again.title)):
        return False
    first, second = fold_text(_text(card.abstract)), fold_text(_text(again.abstract))
    return first == second or not first or not second


def _text(items: Sequence[Item]) -> str:
    return " ".join(item.text for item in items)


def _doubts(dump: Dump, printed: Sequence[Sequence[Card]]) -> Iterator[Problem]:
    """Warnings where a title looks like an abstract, or an abstract like a title."""
    for cards in printed:
        if cards[0].is_doubtful:
            line = cards[0].title[0].line
            message = "title and abstract cannot be told apart for certain here; this line was taken for a title"
            yield Problem(Location(dump.file, line.number), "doubtful-title", message, Severity.WARNING)


def _missing(dump: Dump, printed: Sequence[Sequence[Card]]) -> Iterator[Problem]:
    """Warnings for a listing without papers, and for a plain one where some paper has no abstract as others have."""
    if not printed:
        message = "a Hugging Face listing without any paper"
        yield Problem(Location(dump.file, dump.first_line), "empty-listing", message, Severity.WARNING)
    plain = [cards[0] for cards in printed if not (cards[0].above or cards[0].below)]
    if 2 * sum(bool(card.abstract) for card in plain) <= len(plain):
        return
    for card in plain:
        if not card.abstract:
            message = f"no abstract follows the title {_text(card.title)!r}, as it does others here"
            yield Problem(Location(dump.file, card.title[0].line.number), "missing-abstract", message, Severity.WARNING)


HUGGINGFACE = Reader(name=NAME, recognises=recognises, read=read)

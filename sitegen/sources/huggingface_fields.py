"""From a card of a Hugging Face listing to a record: what each mark says."""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.model.dump import Dump, Record
from sitegen.sources.huggingface_cards import Card
from sitegen.sources.huggingface_marks import Kind, Mark, has_kind
from sitegen.sources.huggingface_markup import Item
from sitegen.sources.lines import Line, block_text, join_lines
from sitegen.sources.links import arxiv_id_in, doi_in, find_code_urls

_INNER_SENTENCE = re.compile(r"[.!?]['\"\u201d)]? +[A-Z]")
_LONGEST_SUMMARY = 400
# Only pages that print these print summaries; elsewhere a short abstract is the abstract.
_OF_SUMMARIES = (Kind.SUBMITTED, Kind.PUBLISHED, Kind.UPVOTE, Kind.GITHUB, Kind.ARXIV)
_IMAGE_NAME = re.compile(r"^\[[^\[\]]*\] *(?=\S)")
_SITE = "https://huggingface.co"
_OWNER = re.compile(rf"{_SITE}/[^/]+/?")


def record_of_cards(dump: Dump, source: str, cards: Sequence[Card]) -> Record:
    """The record of a card and of its copies; what one of them does not print another may."""
    values: dict[str, tuple[Any, int]] = {}
    for card in cards:
        for field, value, line in _values(card):
            values.setdefault(field, (value, line))
    numbers = [item.line.number for card in cards for item in card.items]
    first, last = min(numbers), max(numbers)
    record = Record(
        dump=dump.name,
        source=source,
        line=first,
        last_line=last,
        text=block_text(dump, first, last),
        title=join_lines(_lines(cards[0].title)),
        field_lines=tuple((_FIELD_NAMES.get(field, field), line) for field, (_, line) in values.items()),
    )
    return dataclasses.replace(record, **{field: value for field, (value, _) in values.items()})


_FIELD_NAMES = {
    "date_text": "date",
    "upvotes_text": "upvotes",
    "comments_text": "comments",
    "github_stars_text": "github_stars",
}


def _lines(items: Sequence[Item]) -> Iterator[Line]:
    for item in items:
        yield dataclasses.replace(item.line, text=item.text or item.bare)


def _values(card: Card) -> Iterator[tuple[str, object, int]]:
    """Field, value and line number of all that a card prints."""
    yield "title", join_lines(_lines(card.title)), card.title[0].line.number
    abstract = join_lines(_lines(card.abstract))
    if abstract:
        line = card.abstract[0].line.number
        yield "abstract", abstract, line
        if has_kind((*card.above, *card.below), *_OF_SUMMARIES) and is_summary(abstract):
            yield "is_summary", True, line
    yield from _above(card.above)
    yield from _below(card.below)
    if card.organization is not None:
        name = _IMAGE_NAME.sub("", card.organization.bare)
        yield "organizations", (name,), card.organization.line.number
    urls = list(_paper_urls(card))
    if urls:
        yield "urls", tuple(dict.fromkeys(url for url, _ in urls)), urls[0][1]


def is_summary(text: str) -> bool:
    """Whether a text in the abstract's place is a single short sentence."""
    return len(text) <= _LONGEST_SUMMARY and "\n" not in text and not _INNER_SENTENCE.search(text)


def _above(marks: Sequence[Mark]) -> Iterator[tuple[str, object, int]]:
    for mark in marks:
        if mark.kind is Kind.USER:
            yield "submitted_by", mark.value, mark.line
    numbers = [mark for mark in marks if mark.kind is Kind.NUMBER]
    if numbers:
        yield "upvotes_text", numbers[-1].value, numbers[-1].line


def _below(marks: Sequence[Mark]) -> Iterator[tuple[str, object, int]]:
    button: Kind | None = None
    has_place = False
    for mark in marks:
        field: tuple[str, object] | None = None
        match mark.kind:
            case Kind.DECORATION | Kind.DOT:
                has_place = has_place or mark.kind is Kind.DOT
                continue
            case Kind.ORGANIZATION:
                field = ("organizations", (_IMAGE_NAME.sub("", mark.value),))
            case Kind.AUTHORS if mark.value.replace(",", "").isdigit():
                field = ("author_count", int(mark.value.replace(",", "")))
                has_place = True
            case Kind.DATE:
                field = ("date_text", mark.value)
                has_place = True
            case Kind.GITHUB:
                yield "has_code", True, mark.line
                field = ("github_stars_text", mark.value) if mark.value else None
            case Kind.NUMBER:
                field = _number(mark, button, has_place=has_place)
        if field is not None:
            yield (*field, mark.line)
        button = mark.kind if mark.kind in {Kind.UPVOTE, Kind.GITHUB} and not mark.value.strip("Upvotes") else None


def _number(mark: Mark, button: Kind | None, *, has_place: bool) -> tuple[str, object] | None:
    if button is Kind.UPVOTE:
        return ("upvotes_text", mark.value)
    if button is Kind.GITHUB:
        return ("github_stars_text", mark.value)
    return ("comments_text", mark.value) if has_place and mark.value[0].isdigit() else None


def _paper_urls(card: Card) -> Iterator[tuple[str, int]]:
    """The addresses of the paper, and those its texts link to unless they name another work; with their lines."""
    titles = {item.line.number for item in card.title}
    abstracts = {item.line.number for item in card.abstract if not item.is_link}
    for item in card.items:
        number = item.line.number
        for url in item.urls:
            whole = (_SITE + url if url.startswith("/") else url).partition("#")[0]
            if "/login?" in whole or not whole.startswith("http"):
                continue
            names_work = bool(arxiv_id_in(whole) or doi_in(whole))
            is_of_paper = names_work or (bool(find_code_urls(whole)) and not _OWNER.fullmatch(whole))
            if number in titles or (not names_work if number in abstracts else is_of_paper):
                yield whole, number

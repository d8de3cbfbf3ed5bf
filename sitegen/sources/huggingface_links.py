"""Titles of a Hugging Face listing that are links to their papers, on one line or wrapped."""

import dataclasses
from collections.abc import Sequence

from sitegen.model.text import fold_text
from sitegen.sources.huggingface_markup import Item
from sitegen.sources.links import arxiv_id_in

_LONGEST_TITLE = 260


def is_title_link(item: Item) -> bool:
    """Whether a line is a link to a paper, and short enough for a title."""
    return _linked_paper(item) is not None and len(item.bare) <= _LONGEST_TITLE


def _linked_paper(item: Item) -> str | None:
    return next(filter(None, map(arxiv_id_in, item.urls)), None) if item.is_link else None


def title_links(items: Sequence[Item]) -> list[bool]:
    """Which lines begin titles that are links: of links to one paper in a row the first, and copies of that."""
    found: list[bool] = []
    title: Item | None = None
    for index in range(len(items)):
        item = _unwrapped_link(items, index)
        is_title = is_title_link(item)
        if is_title and title is not None and _linked_paper(item) == _linked_paper(title):
            is_title = fold_text(item.bare) == fold_text(title.bare)
        elif is_title:
            title = item
        found.append(is_title)
    return found


def _unwrapped_link(items: Sequence[Item], index: int) -> Item:
    """The item at `index`, with the rest of the link that it begins where that was wrapped."""
    first = items[index]
    end = index + 1
    while first.opens_link and end < len(items) and is_next_of_link(items[end], items[end - 1]):
        end += 1
    if end == index + 1:
        return first
    rest = items[index:end]
    return dataclasses.replace(
        first,
        bare=" ".join(item.bare for item in rest),
        urls=tuple(url for item in rest for url in item.urls),
        is_link=bool(rest[-1].urls),
    )


def is_next_of_link(item: Item, above: Item) -> bool:
    """Whether a line goes on with the link that the line above it is part of."""
    return item.continues_link and item.line.number == above.line.number + 1

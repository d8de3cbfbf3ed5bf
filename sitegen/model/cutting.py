"""Long sequences in pieces, each of which becomes a file or a task of its own."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def pieces_of(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """All items in order, `size` in each piece and what is left in the last; nothing where there is no item."""
    return (items[start : start + size] for start in range(0, len(items), size))

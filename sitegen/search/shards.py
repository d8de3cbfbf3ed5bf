"""The term shards: records of neighbouring terms in files of about one size."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.search.numbers import front_coded, numbers_text
from sitegen.search.parts import Part

# Characters of terms and records in a shard; a query fetches one or two of these for each of its words.
SHARD_SIZE = 24_000

# One shard: its terms with their records, or a piece of one record alone.
Shard = Sequence[tuple[str, str]]


def shard_parts(terms: Iterable[str], texts: Iterable[str], size: int = SHARD_SIZE) -> tuple[str, tuple[Part, ...]]:
    """The first term of each shard, front-coded, and the shards `t0`, `t1`, … with terms, record lengths and records.

    A record of `texts` that is longer than a shard has shards of its own, alike in size, which all begin with its term:
    the record is what they hold together.
    """
    shards = tuple(_shards(zip(terms, texts, strict=True), size))
    parts = tuple(Part(f"t{number}", _payload(shard)) for number, shard in enumerate(shards))
    return front_coded(shard[0][0] for shard in shards), parts


def _payload(shard: Shard) -> tuple[str, ...]:
    return (
        front_coded(term for term, _ in shard),
        numbers_text(len(record) for _, record in shard),
        "".join(record for _, record in shard),
    )


def _shards(records: Iterable[tuple[str, str]], size: int) -> Iterator[Shard]:
    shard: list[tuple[str, str]] = []
    room = size
    for term, text in records:
        length = len(term) + len(text)
        if length > room and shard:
            yield shard
            shard, room = [], size
        if len(text) > size:
            yield from ([(term, piece)] for piece in _pieces(text, size))
        else:
            shard.append((term, text))
            room -= length
    if shard:
        yield shard


def _pieces(text: str, size: int) -> Iterator[str]:
    number = -(-len(text) // size)
    return (text[len(text) * at // number : len(text) * (at + 1) // number] for at in range(number))

"""The term shards: records of neighbouring terms in files of about one size."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen.search.numbers import front_coded, numbers_text
from sitegen.search.parts import Part
from sitegen.search.records import TermRecord

# Characters of terms and records in a shard; a query fetches one or two of these for each of its words.
SHARD_SIZE = 24_000

# One shard: its terms with their records, or a piece of one record alone.
Shard = Sequence[tuple[str, str]]


def shard_parts(records: Iterable[TermRecord], size: int = SHARD_SIZE) -> tuple[str, tuple[Part, ...]]:
    """The first term of each shard, front-coded, and the shards `t0`, `t1`, … with terms, record lengths and records.

    A record that is longer than a shard has shards of its own, alike in size, which all begin with its term: the record
    is what they hold together.
    """
    shards = tuple(_shards(records, size))
    parts = tuple(Part(f"t{number}", _payload(shard)) for number, shard in enumerate(shards))
    return front_coded(shard[0][0] for shard in shards), parts


def _payload(shard: Shard) -> tuple[str, ...]:
    return (
        front_coded(term for term, _ in shard),
        numbers_text(len(record) for _, record in shard),
        "".join(record for _, record in shard),
    )


def _shards(records: Iterable[TermRecord], size: int) -> Iterator[Shard]:
    for is_long, group in groupby(records, key=lambda record: len(record.text) > size):
        if is_long:
            for record in group:
                yield from ([(record.term, piece)] for piece in _pieces(record.text, size))
        else:
            yield from _filled(group, size)


def _filled(records: Iterable[TermRecord], size: int) -> Iterator[Shard]:
    shard: list[tuple[str, str]] = []
    room = size
    for record in records:
        length = len(record.term) + len(record.text)
        if shard and length > room:
            yield shard
            shard, room = [], size
        shard.append((record.term, record.text))
        room -= length
    yield shard


def _pieces(text: str, size: int) -> Iterator[str]:
    number = -(-len(text) // size)
    return (text[len(text) * at // number : len(text) * (at + 1) // number] for at in range(number))

"""The term shards: records of neighbouring terms in files of about one size."""

from collections.abc import Iterator, Sequence

from sitegen.search.numbers import front_coded, front_coded_from, numbers_text
from sitegen.search.parts import Part
from sitegen.search.records import Records

# Characters of terms and records in a shard; a query fetches one of these for nearly each of its words.
SHARD_SIZE = 16_000
# A record may be this long before it is cut: few words of a long list are so common, and two files hold even those.
PIECE_SIZE = 48_000

# One shard: its terms from one place to another with their records, or a piece of one record alone.
Shard = tuple[int, int, Sequence[str]]


def shard_parts(records: Records, size: int = SHARD_SIZE, piece: int = PIECE_SIZE) -> tuple[str, tuple[Part, ...]]:
    """The first term of each shard, front-coded, and the shards `t0`, `t1`, … with terms, record lengths and records.

    A record that is longer than a shard has one of its own; if it is longer than a piece it has several, alike in size,
    which all begin with its term: the record is what they hold together.
    """
    shards = tuple(_shards(records.texts, [len(term) for term in records.terms], size, piece))
    parts = tuple(Part(f"t{number}", _payload(records, shard)) for number, shard in enumerate(shards))
    return front_coded(records.terms[start] for start, _, _ in shards), parts


def _payload(records: Records, shard: Shard) -> tuple[str, ...]:
    start, end, texts = shard
    return (
        front_coded_from(records.terms[start], records.entries[start:end]),
        numbers_text(map(len, texts)),
        "".join(texts),
    )


def _shards(texts: Sequence[str], lengths: Sequence[int], size: int, piece: int) -> Iterator[Shard]:
    start, room = 0, size
    for place, (text, length) in enumerate(zip(texts, lengths, strict=True)):
        needed = length + len(text)
        if needed > room and start < place:
            yield start, place, texts[start:place]
            start, room = place, size
        room -= needed
        if len(text) > size:
            yield from ((place, place + 1, (cut,)) for cut in _pieces(text, piece))
            start, room = place + 1, size
    if start < len(texts):
        yield start, len(texts), texts[start:]


def _pieces(text: str, size: int) -> Iterator[str]:
    number = -(-len(text) // size)
    return (text[len(text) * at // number : len(text) * (at + 1) // number] for at in range(number))

"""The papers of a corpus: one JSON object a line, gzip."""

import datetime
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "papers-20k.jsonl.gz"
SHOWN_AUTHORS = 3

_SUBJECT = re.compile(r"(?:cs|stat|eess)\.([A-Z]{2})")
_ARXIV_MONTH = re.compile(r"(\d\d)(0[1-9]|1[0-2])\.")
_LAST_SAFE_DAY = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A paper as a listing prints it: three authors at most, and whether there are more.

    `subject` is the last part of an arXiv category (`CL`).
    """

    title: str
    authors: tuple[str, ...]
    has_more_authors: bool
    abstract: str
    date: datetime.date
    subject: str


def read_corpus(folder: Path, seed: int) -> tuple[Record, ...]:
    """Every paper of the corpus, shuffled: the first n of them are a sample, and hold every smaller one."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    order = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    order.shuffle(read)
    return tuple(_record(fields, order) for fields in read)


def _record(fields: dict[str, Any], chance: random.Random) -> Record:
    return Record(
        title=_one_line(fields["title"]),
        authors=tuple(_one_line(name) for name in fields["authors"][:SHOWN_AUTHORS]),
        has_more_authors=len(fields["authors"]) > SHOWN_AUTHORS,
        abstract=_one_line(fields["abstract"]),
        date=_date(fields, chance),
        subject=next(_subjects(fields), "LG"),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _subjects(fields: dict[str, Any]) -> Iterator[str]:
    for category in fields.get("categories") or ():
        if match := _SUBJECT.fullmatch(category):
            yield match[1]


def _date(fields: dict[str, Any], chance: random.Random) -> datetime.date:
    if fields.get("date"):
        return datetime.date.fromisoformat(fields["date"])
    day = chance.randint(1, _LAST_SAFE_DAY)
    if match := _ARXIV_MONTH.match(fields.get("arxiv_id") or ""):
        return datetime.date(2000 + int(match[1]), int(match[2]), day)
    return datetime.date(fields["year"], chance.randint(1, 12), day)

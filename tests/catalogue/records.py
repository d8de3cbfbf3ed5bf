"""Readings made by hand, for tests of what becomes of them."""

import datetime

from sitegen.model.dump import Dump, DumpMetadata, ListingHeader, Reading, Record


def record(title: str, *, dump: str = "a.txt", line: int = 1, **fields: object) -> Record:
    """A record of three lines that prints `title`, and whatever else is given."""
    return Record(
        dump=dump, source="scholar-feed", line=line, last_line=line + 2, text=(title,), title=title,
        **fields,  # type: ignore[arg-type]  # the names are fields of Record
    )  # fmt: skip


def reading(*records: Record, name: str | None = None, captured: datetime.date | None = None) -> Reading:
    """A dump that holds these records, and nothing else."""
    file = name or (records[0].dump if records else "a.txt")
    return Reading(
        dump=Dump(name=file, file=f"content/dumps/{file}", lines=(), metadata=DumpMetadata(captured=captured)),
        source="scholar-feed",
        header=ListingHeader(),
        records=records,
        uses=(),
        problems=(),
    )

"""From a saved listing to its records: the readers there are, and which of them a dump belongs to."""

import dataclasses
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, validate_document
from sitegen.config.yaml_source import parse_yaml
from sitegen.model.dump import Dump, DumpMetadata, Reading
from sitegen.model.problems import Location, Problem, ProblemsError, Severity
from sitegen.model.suggestions import suggestion
from sitegen.sources.front_matter import FrontMatter, split_front_matter
from sitegen.sources.huggingface import HUGGINGFACE
from sitegen.sources.lines import Line, account, listing_lines, printed_lines
from sitegen.sources.reader import Reader
from sitegen.sources.scholarfeed import SCHOLARFEED

READERS: tuple[Reader, ...] = (HUGGINGFACE, SCHOLARFEED)
READERS_BY_NAME = {reader.name: reader for reader in READERS}


def _as_date(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError as error:
            raise ValueError("a date is written 2026-03-13") from error
    return value


class DumpFields(StrictModel):
    """The keys that a dump's front matter may have."""

    source: str | None = None
    captured: Annotated[datetime.date | None, Field(strict=True), BeforeValidator(_as_date)] = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    query: Annotated[str, Field(min_length=1)] | None = None
    summaries: Annotated[bool, Field(strict=True)] = False

    @field_validator("source")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is not None and value not in READERS_BY_NAME:
            tail = suggestion(value, READERS_BY_NAME) or f"; known are {', '.join(sorted(READERS_BY_NAME))}"
            raise ValueError(f"`{value}` is not a known source{tail}")
        return value


def load_dump(path: Path, *, shown_as: str) -> Dump:
    """Read one saved listing; problems name it `shown_as`.

    Raises ProblemsError for a file that cannot be read or is not UTF-8, and for faults of its front matter.
    """
    parts = split_front_matter(read_text(path, shown_as=shown_as))
    if not parts.is_closed:
        message = "front matter begins here and no second line of `---` ends it"
        raise ProblemsError([Problem(Location(shown_as), "unclosed-front-matter", message)])
    return Dump(
        name=path.name,
        file=shown_as,
        lines=listing_lines(parts.body),
        first_line=parts.body_line,
        metadata=_metadata(parts, shown_as),
    )


def _metadata(parts: FrontMatter, file: str) -> DumpMetadata:
    if parts.yaml_text is None:
        return DumpMetadata()
    document = parse_yaml(parts.yaml_text, file=file, first_line=parts.first_line)
    return DumpMetadata(**validate_document(document, DumpFields).model_dump())


def read_dump(dump: Dump) -> Reading:
    """Read a dump by the one reader that knows it for its own, or by the one that its front matter names.

    Never raises. A dump that no reader or more than one knows is left unread, every line of it, with one Problem at
    its first printed line; an empty one is a warning.
    """
    printed = printed_lines(dump.lines, first_line=dump.first_line)
    if not printed:
        problem = Problem(
            Location(dump.file, dump.first_line), "empty-dump", "nothing is printed here", Severity.WARNING
        )
        return account(dump, printed, source=None, problems=[problem])
    readers = _readers_of(dump, printed)
    if len(readers) == 1:
        return _as_stated(readers[0].read(dump, printed))
    extent = f"none of its lines {printed[0].number} to {printed[-1].number} was read"
    if readers:
        names = " and ".join(f"`{reader.name}`" for reader in readers)
        code, message = "ambiguous-dump", f"both {names} know this for theirs; state `source` in front matter; {extent}"
    else:
        names = ", ".join(f"`{name}`" for name in sorted(READERS_BY_NAME))
        code, message = "unrecognised-dump", f"no reader ({names}) knows this for its own; {extent}"
    problem = Problem(Location(dump.file, printed[0].number), code, message)
    return dataclasses.replace(account(dump, printed, source=None), problems=(problem,))


def _as_stated(reading: Reading) -> Reading:
    """The reading with its texts marked as summaries, where the dump's front matter says that they are."""
    if not reading.dump.metadata.summaries:
        return reading
    records = tuple(
        dataclasses.replace(record, is_summary=True) if record.abstract else record for record in reading.records
    )
    return dataclasses.replace(reading, records=records)


def _readers_of(dump: Dump, lines: Sequence[Line]) -> list[Reader]:
    if dump.metadata.source is not None:
        return [reader for reader in READERS if reader.name == dump.metadata.source]
    return [reader for reader in READERS if reader.recognises(lines)]

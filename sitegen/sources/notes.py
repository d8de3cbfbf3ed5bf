"""Reading content/papers/*.md: one note a file, YAML front matter and Markdown."""

import datetime
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, validate_document
from sitegen.config.yaml_source import YamlDocument, parse_yaml
from sitegen.markup.notes import LONGEST_NOTE
from sitegen.model.dates import PartialDate, parse_iso_date
from sitegen.model.note import Note, Status
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.model.text import clean_text
from sitegen.sources.front_matter import FrontMatter, split_front_matter
from sitegen.sources.links import arxiv_id_in


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _as_partial_date(value: object) -> object:
    if isinstance(value, datetime.date):
        return PartialDate(year=value.year, month=value.month, day=value.day)
    if isinstance(value, int | str):
        try:
            return parse_iso_date(str(value))
        except ValueError as error:
            raise ValueError("a date is written 2017, 2017-06 or 2017-06-12") from error
    return value


Text = Annotated[str, BeforeValidator(_as_text), Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]


class NoteFields(StrictModel):
    """The keys that a note's front matter may have; every one may be left out, but a title or an id is needed."""

    id: Text | None = None
    title: Text | None = None
    authors: Texts | None = None
    abstract: Text | None = None
    summary: Text | None = None
    date: Annotated[PartialDate | None, BeforeValidator(_as_partial_date)] = None
    subject: Text | None = None
    organizations: Texts | None = None
    arxiv_id: Text | None = None
    doi: Text | None = None
    url: Text | None = None
    urls: Texts | None = None
    code_urls: Texts | None = None
    venue: Text | None = None
    topics: Texts | None = None
    status: Status | None = None
    rating: Annotated[int, Field(ge=1, le=5, strict=True)] | None = None
    star: Annotated[bool, Field(strict=True)] | None = None
    added: datetime.date | None = None
    finished: datetime.date | None = None
    aliases: Texts = ()
    same_as: Texts = ()
    different_from: Texts = ()

    @field_validator("url", "urls", "code_urls")
    @classmethod
    def _web_address(cls, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        for url in (value,) if isinstance(value, str) else value or ():
            if not url.startswith(("http://", "https://")) or any(char.isspace() for char in url):
                raise ValueError("an address begins with http:// or https:// and has no spaces")
        return value

    @field_validator("summary")
    @classmethod
    def _not_beside_an_abstract(cls, value: str | None, fields: ValidationInfo) -> str | None:
        if value is not None and fields.data.get("abstract") is not None:
            raise ValueError("a note gives an `abstract`, the authors' own, or a `summary`, not both")
        return value

    @field_validator("aliases")
    @classmethod
    def _page_names(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for alias in value:
            if not alias.replace("-", "").replace("_", "").isalnum() or not alias.isascii() or alias != alias.lower():
                raise ValueError("an alias is an id: lower-case ASCII letters, digits and hyphens")
        return value


def load_note(path: Path, *, shown_as: str) -> Note:
    """Read one note; raises ProblemsError with every fault, each at its line."""
    return parse_note(read_text(path, shown_as=shown_as), file=shown_as)


def parse_note(text: str, *, file: str) -> Note:
    """The note that `text` holds; raises ProblemsError with every fault, each at its line."""
    parts = split_front_matter(text)
    if parts.yaml_text is None:
        message = "a note begins with front matter between two lines of `---`, with a title or an id"
        raise ProblemsError([Problem(Location(file), "missing-front-matter", message)])
    if len(parts.body) > LONGEST_NOTE:
        message = f"a note holds at most {LONGEST_NOTE:,} characters"
        raise ProblemsError([Problem(Location(file, parts.body_line), "long-note", message)])
    document = parse_yaml(parts.yaml_text, file=file, first_line=parts.first_line)
    fields = validate_document(document, NoteFields)
    if fields.id is None and fields.title is None:
        raise ProblemsError([Problem(Location(file), "missing-key", "a note needs a `title` or an `id`")])
    return _note(fields, document, parts)


def _note(fields: NoteFields, document: YamlDocument, parts: FrontMatter) -> Note:
    values = {name: getattr(fields, name) for name in NoteFields.model_fields if name not in {"url", "summary"}}
    if fields.url is not None:
        values["urls"] = tuple(dict.fromkeys((fields.url, *(fields.urls or ()))))
    values["title"] = clean_text(fields.title) if fields.title else None
    text = fields.abstract or fields.summary
    values["abstract"] = clean_text(text.replace("\n", " ")) if text else None
    values["is_summary"] = fields.summary is not None
    if fields.arxiv_id is None:
        values["arxiv_id"] = next(filter(None, map(arxiv_id_in, values["urls"] or ())), None)
    lines = tuple((str(path[0]), line) for path, line in document.lines.items() if len(path) == 1)
    return Note(file=document.file, body=parts.body, body_line=parts.body_line, key_lines=lines, **values)

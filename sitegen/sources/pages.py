"""Reading content/pages/*.md: free pages such as an about page, and pages of a kind that the owner made."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, JsonValue, ValidationInfo, field_validator, model_validator

from sitegen.config import TaxonomyKind
from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, validate_document
from sitegen.config.yaml_source import YamlDocument, parse_yaml
from sitegen.model.note import FreePage, PaperList, Status
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.model.text import slug_of
from sitegen.sources.front_matter import split_front_matter


def _as_texts(value: object) -> object:
    """One word stands for a list of one, and a year may be written as a number."""
    values = value if isinstance(value, list) else [value]
    return [str(each) if isinstance(each, int) and not isinstance(each, bool) else each for each in values]


def _as_plain(value: object) -> object:
    """Dates of YAML as they are written."""
    if isinstance(value, dict):
        return {key: _as_plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


Texts = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_as_texts), Field(min_length=1)]


class ListFields(StrictModel):
    """The keys that a list of papers may have: `papers` by id, or what all of its papers have in common."""

    papers: Texts | None = None
    topics: Texts | None = None
    authors: Texts | None = None
    organizations: Texts | None = None
    subjects: Texts | None = None
    years: Texts | None = None
    dumps: Texts | None = None
    status: Annotated[tuple[Status, ...], BeforeValidator(_as_texts)] = ()
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    limit: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _named_or_chosen(self) -> "ListFields":
        if self.papers and self.model_fields_set - {"papers"}:
            raise ValueError("`papers` names them all, so nothing else can be asked of them")
        return self


class PageFields(StrictModel):
    """The keys that a free page's front matter may have; pages stand in the navigation by `order`, then by title."""

    title: Annotated[str, Field(min_length=1)]
    description: str | None = None
    order: int = 100
    navigation: bool = True
    template: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9_.-]*\.html$")] | None = None
    fields: Annotated[dict[str, JsonValue], BeforeValidator(_as_plain)] = Field(default_factory=dict)
    lists: dict[str, ListFields] = Field(default_factory=dict)

    @field_validator("fields", "lists")
    @classmethod
    def _shown_by_a_template(cls, value: dict[str, object], fields: ValidationInfo) -> dict[str, object]:
        if value and "template" in fields.data and fields.data["template"] is None:
            raise ValueError("only a `template` of your own shows it")
        return value


def load_page(path: Path, *, shown_as: str) -> FreePage:
    """Read one free page; raises ProblemsError with every fault, each at its line."""
    return parse_page(read_text(path, shown_as=shown_as), file=shown_as)


def parse_page(text: str, *, file: str) -> FreePage:
    """The page that `text` holds; its slug is its file's name. Raises ProblemsError with every fault, at its line."""
    stem = Path(file).stem
    slug = slug_of(stem)
    if not slug:
        raise ProblemsError([Problem(Location(file), "page-name", "a page's file name needs an ASCII letter or digit")])
    parts = split_front_matter(text)
    document = parse_yaml(parts.yaml_text or "", file=file, first_line=parts.first_line)
    fields = validate_document(document, PageFields)
    return FreePage(
        file=file,
        slug=slug,
        title=fields.title,
        description=fields.description,
        order=fields.order,
        body=parts.body,
        body_line=parts.body_line,
        in_navigation=fields.navigation,
        template=fields.template,
        template_line=document.location(("template",)).line,
        fields=fields.fields,
        lists=tuple(_paper_lists(fields, document)),
    )


def _paper_lists(fields: PageFields, document: YamlDocument) -> Iterator[PaperList]:
    for name, each in fields.lists.items():
        terms = {kind: getattr(each, kind) for kind in TaxonomyKind}
        yield PaperList(
            name=name,
            line=document.location(("lists", name)).line,
            papers=each.papers or (),
            terms=tuple((kind, names) for kind, names in terms.items() if names),
            statuses=each.status,
            rating=each.rating,
            limit=each.limit,
        )

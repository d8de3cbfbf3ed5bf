"""Reading content/pages/*.md: free pages such as an about page."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, validate_document
from sitegen.config.yaml_source import parse_yaml
from sitegen.model.note import FreePage
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.model.text import slug_of
from sitegen.sources.front_matter import split_front_matter


class PageFields(StrictModel):
    """The keys that a free page's front matter may have; pages stand in the navigation by `order`, then by title."""

    title: Annotated[str, Field(min_length=1)]
    description: str | None = None
    order: int = 100


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
    )

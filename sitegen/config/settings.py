"""content/site.yaml: what the owner of a list decides about the whole site."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, PrivateAttr, field_validator

from sitegen.config.logo import Logo, logo_problems
from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, validate_document
from sitegen.config.views import SavedView
from sitegen.config.yaml_source import KeyPath, parse_yaml
from sitegen.model.problems import Location, ProblemsError


class TaxonomyKind(StrEnum):
    """The ways in which papers can be sorted under terms; the value is the folder of the pages."""

    TOPICS = "topics"
    AUTHORS = "authors"
    ORGANIZATIONS = "organizations"
    SUBJECTS = "subjects"
    YEARS = "years"
    DUMPS = "dumps"


def _as_logo(value: object) -> object:
    return {"file": value} if isinstance(value, str) else value


class Config(StrictModel):
    """The settings of one site.

    `base_url` is where the site will stand (`https://user.github.io/list/`), needed only for feeds, the sitemap and
    canonical links; it ends with a slash. `page_size` is the number of papers on a list page. `logo` may be
    a file's name alone. `views` are lists that the owner has named.
    """

    title: Annotated[str, Field(min_length=1)]
    description: str = ""
    base_url: str | None = None
    owner: str | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    taxonomies: tuple[TaxonomyKind, ...] = tuple(TaxonomyKind)
    page_size: Annotated[int, Field(ge=5, le=500)] = 50
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    logo: Annotated[Logo | None, BeforeValidator(_as_logo)] = None
    footer: str | None = None
    views: tuple[SavedView, ...] = ()

    _places: Mapping[KeyPath, Location] = PrivateAttr(default_factory=dict)

    def place(self, path: KeyPath) -> Location | None:
        """Where a key of the file stands, or the nearest thing around it that is there; None without a file."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path)

    @field_validator("base_url")
    @classmethod
    def _absolute_url(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
            raise ValueError("must be a whole http(s) address without query or fragment")
        return value if value.endswith("/") else value + "/"

    @field_validator("taxonomies")
    @classmethod
    def _named_once(cls, value: tuple[TaxonomyKind, ...]) -> tuple[TaxonomyKind, ...]:
        if len(set(value)) != len(value):
            raise ValueError("each kind may be named once")
        return value


def load_config(path: Path, *, static: Path | None = None) -> Config:
    """Read site.yaml; `static` is the content folder's own static files, by default beside it.

    Raises ProblemsError with every fault, each with its line, key path and the nearest known key.
    """
    document = parse_yaml(read_text(path, shown_as=str(path)), file=str(path))
    config = validate_document(document, Config)
    problems = tuple(logo_problems(config.logo, document, static or path.parent / "static")) if config.logo else ()
    if problems:
        raise ProblemsError(problems)
    config._places = {key: document.location(key) for key in document.lines}
    return config

"""The owner's logo: what site.yaml says of it, held against the files of content/static."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field, field_validator

from sitegen.config.pictures import ENDINGS, picture_size
from sitegen.config.validation import StrictModel
from sitegen.config.yaml_source import YamlDocument
from sitegen.model.problems import Problem
from sitegen.model.suggestions import suggestion

# A logo comes with every page, and stands in a line one word high.
LARGEST, WIDEST = 65_536, 8


class Logo(StrictModel):
    """A picture in the place of the brand's sign; `file` and `dark`, for dark pages, lie in content/static.

    With `alt` the picture holds the name of the list and stands alone, read out as `alt`; without it, it stands before
    the title.
    """

    file: str
    dark: str | None = None
    alt: Annotated[str, Field(min_length=1)] | None = None

    @field_validator("file", "dark")
    @classmethod
    def _is_a_picture_within(cls, value: str | None) -> str | None:
        if value is None:
            return None
        path = PurePosixPath(value)
        if path.is_absolute() or ".." in path.parts or "\\" in value:
            raise ValueError("a logo is named by its path within content/static")
        if path.suffix.lower() not in ENDINGS:
            raise ValueError("a logo is an SVG or PNG file")
        return str(path)

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that the logo needs."""
        return (self.file, self.dark) if self.dark else (self.file,)


def logo_problems(logo: Logo, document: YamlDocument, static: Path) -> Iterator[Problem]:
    """What keeps a logo's files in the folder `static` from being shown, each at its key in site.yaml."""
    for key, name in (("file", logo.file), ("dark", logo.dark)):
        fault = _fault(static, name) if name else None
        if fault:
            path = ("logo", key) if ("logo", key) in document.lines else ("logo",)
            shown = ".".join(path)
            yield Problem(document.location(path), "unusable-logo", f"`{shown}`: {fault}")


def _fault(static: Path, name: str) -> str | None:
    try:
        content = (static / name).read_bytes()
    except OSError:
        there = [path.relative_to(static).as_posix() for ending in ENDINGS for path in static.rglob(f"*{ending}")]
        return f"there is no {name} in {static}{suggestion(name, there)}"
    if len(content) > LARGEST:
        return f"{name} has {len(content):,} bytes, more than the {LARGEST:,} that every page should have to load"
    try:
        size = picture_size(content)
    except ValueError as error:
        return f"{name} cannot be shown: {error}"
    if size.ratio > WIDEST:
        return f"{name} is more than {WIDEST} times as wide as high"
    return None

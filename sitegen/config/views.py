"""Saved views: lists that the owner names in site.yaml, each by what its papers have in common."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from sitegen.config.validation import StrictModel
from sitegen.model.note import Status
from sitegen.model.slugs import is_reserved
from sitegen.model.text import slug_of

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_SPAN = re.compile(rf"(?P<low>{_NUMBER})?\s*(?P<to>[-–])?\s*(?P<high>{_NUMBER})?")
_NONE = "none"


class Order(StrEnum):
    """An order of papers; the value stands in addresses and in site.yaml."""

    DATE = "date"
    OLDEST = "oldest"
    SCORE = "score"
    TITLE = "title"
    RATING = "rating"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Numbers from `low` to `high`, each None where that end is open; or, with `none`, papers without such a number."""

    low: float | None = None
    high: float | None = None
    none: bool = False

    def holds(self, number: float | None) -> bool:
        """Whether a number lies in the span."""
        if number is None or self.none:
            return self.none and number is None
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


def _as_span(value: object) -> object:
    text = _number_text(value)
    match = _SPAN.fullmatch(text)
    if text == _NONE:
        return Span(none=True)
    if not match or not (match["low"] or match["high"]):
        raise ValueError("must be a number, a range such as `2018-2020`, `2018-` or `-2020`, or `none`")
    low, high = (float(match[end]) if match[end] else None for end in ("low", "high"))
    if not match["to"]:
        return Span(low=low, high=low)
    if low is not None and high is not None and low > high:
        raise ValueError("must go from the smaller number to the larger one")
    return Span(low=low, high=high)


def _number_text(value: object) -> str:
    """What stands in site.yaml: YAML reads `-2020` as a number, and `yes` as true, which is none."""
    if isinstance(value, str):
        return value.strip()
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


Names = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_as_list)]
Numbers = Annotated[Span | None, BeforeValidator(_as_span)]


class SavedView(StrictModel):
    """One view: of each kind any of the named, all kinds together; `match: all` wants all of the topics.

    Topics, authors, organizations, subjects and dumps are named as on the site, or by the slugs of their pages. `slug`
    names the page and is made of `name` where it is not given.
    """

    name: Annotated[str, Field(min_length=1)]
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = ""
    description: str = ""
    topic: Names = ()
    match: Literal["any", "all"] = "any"
    not_: Annotated[Names, Field(alias="not")] = ()
    author: Names = ()
    organization: Names = ()
    subject: Names = ()
    dump: Names = ()
    year: Numbers = None
    score: Numbers = None
    rating: Numbers = None
    code: bool | None = None
    star: Literal[True] | None = None
    status: Annotated[tuple[Status | Literal["none"], ...], BeforeValidator(_as_list)] = ()
    sort: Order = Order.DATE

    @model_validator(mode="after")
    def _has_an_address(self) -> "SavedView":
        if not self.page_slug:
            raise ValueError("no letter or digit of `name` can stand in an address: give a `slug`")
        if is_reserved(self.page_slug):
            raise ValueError(f"`{self.page_slug}` cannot be the name of a page: give another `slug`")
        return self

    @property
    def page_slug(self) -> str:
        """The slug of its page."""
        return self.slug or slug_of(self.name)

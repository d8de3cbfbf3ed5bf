"""A reader's own word on a paper, and a page of their own."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from sitegen.model.dates import PartialDate
from sitegen.model.problems import Location


class Status(StrEnum):
    """How far the owner of the list is with a paper."""

    TO_READ = "to-read"
    READING = "reading"
    READ = "read"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One file of content/papers: it annotates a paper of the dumps, corrects it, or adds one.

    A field that is None (or an empty tuple, for `aliases`, `same_as` and `different_from`) says nothing; any other
    value wins over what the dumps print. `body` is Markdown, `body_line` its first line in the file. `key_lines` gives
    the line of each front-matter key. `same_as` and `different_from` hold ids or titles that settle a near miss.
    `is_summary` tells that the abstract was given as a `summary`, in other words than the authors'.
    """

    file: str
    id: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    abstract: str | None = None
    is_summary: bool = False
    date: PartialDate | None = None
    subject: str | None = None
    organizations: tuple[str, ...] | None = None
    arxiv_id: str | None = None
    doi: str | None = None
    urls: tuple[str, ...] | None = None
    code_urls: tuple[str, ...] | None = None
    venue: str | None = None
    topics: tuple[str, ...] | None = None
    status: Status | None = None
    rating: int | None = None
    star: bool | None = None
    added: datetime.date | None = None
    finished: datetime.date | None = None
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    different_from: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 1
    key_lines: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """The note's path in the content folder, the same wherever that folder lies."""
        return f"papers/{PurePath(self.file).name}"

    def location(self, key: str | None = None) -> Location:
        """Where `key` stands in the file, or its first line."""
        return Location(self.file, dict(self.key_lines).get(key or "", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperList:
    """A list of papers that a free page asks for: those named by id in `papers`, in that order, or all that fit.

    A paper fits if for each kind in `terms` (`topics`, `authors`, …) it stands under one of the terms named, has one of
    the `statuses`, and a `rating` at least this high; what is empty or None asks nothing. `limit` ends the list.
    """

    name: str
    line: int
    papers: tuple[str, ...] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    statuses: tuple[Status, ...] = ()
    rating: int | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePage:
    """One file of content/pages: `slug` is its file name without `.md`, `order` its place in the navigation.

    `template` names a template of the owner's, which `fields` and `lists` are for; `template_line` is where.
    """

    file: str
    slug: str
    title: str
    description: str | None
    order: int
    body: str
    body_line: int
    in_navigation: bool = True
    template: str | None = None
    template_line: int = 1
    fields: Mapping[str, object] = field(default_factory=dict)
    lists: tuple[PaperList, ...] = ()

"""A title with its authors glued to it, before and after it is split."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GluedLine:
    """One printed line `TitleAuthor One, Author Two[ et al.][ · org, org]`, and the abstract below it ("" if none)."""

    text: str
    abstract: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a glued line says; `title + ", ".join(authors)`, the mark ` et al.` and ` · ` + organizations give it back.

    `confidence` is from 0 to 1: how sure it is that the title ends where it was cut. A line in which no author can
    stand is all title: no authors, confidence 0.
    """

    title: str
    authors: tuple[str, ...]
    authors_truncated: bool
    organizations: tuple[str, ...]
    confidence: float

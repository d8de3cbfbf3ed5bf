"""The outer form of a glued line: its organizations, its `et al.`, and the parts between its commas."""

import re
from dataclasses import dataclass

ET_AL = " et al."
ORGANIZATIONS = " · "
COMMA = ", "

# A slug holds no space. Digits alone are no organization, but `01-ai` is one.
_SLUG = re.compile(r"(?=[^,]*[^\W\d_])\w[\w.+&-]*")
# What may follow a name behind a comma and still be part of it.
_NAME_SUFFIX = re.compile(r"Jr\.?|Sr\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|Esq\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A glued line taken apart as far as its punctuation is certain.

    `parts` joined by `, ` are the title and its authors; the title ends inside one of them.
    """

    parts: tuple[str, ...]
    truncated: bool
    organizations: tuple[str, ...]


def _take_organizations(text: str) -> tuple[str, tuple[str, ...]]:
    body, mark, tail = text.rpartition(ORGANIZATIONS)
    slugs = tuple(tail.split(COMMA))
    if not mark or not body or not all(_SLUG.fullmatch(slug) for slug in slugs):
        return text, ()
    return body, slugs


def _join_suffixes(parts: list[str]) -> tuple[str, ...]:
    joined = parts[:1]
    for part in parts[1:]:
        if _NAME_SUFFIX.fullmatch(part):
            joined[-1] += COMMA + part
        else:
            joined.append(part)
    return tuple(joined)


def parse_layout(text: str) -> Layout:
    """Take organizations and `et al.` off the end of a glued line and part the rest at its commas.

    A ` · ` counts only before the last words of the line, and only if these are slugs: a title may hold one too.
    """
    body, organizations = _take_organizations(text)
    truncated = body.endswith(ET_AL) and len(body) > len(ET_AL)
    if truncated:
        body = body.removesuffix(ET_AL)
    return Layout(parts=_join_suffixes(body.split(COMMA)), truncated=truncated, organizations=organizations)

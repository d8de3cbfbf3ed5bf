"""What the elements of a page refer to: pages to follow, files to load, ids of the same page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.check.styles import style_addresses
from sitegen.check.tags import Tag

_LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_FOLLOWED = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "form": ("action",),
    "blockquote": ("cite",),
    "q": ("cite",),
}
_LOADING_RELATIONS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload prefetch modulepreload preconnect dns-prefetch".split()
)
_ID_ATTRIBUTES = (
    *"aria-activedescendant aria-controls aria-describedby aria-details aria-labelledby aria-owns".split(),
    *"for headers list popovertarget".split(),
)
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as written in a file; `is_loaded` when a browser fetches it to show the page, without a click."""

    address: str
    line: int
    is_loaded: bool


def references_of(tag: Tag) -> Iterator[Reference]:
    """Every address that a start tag names, in `src`, `href`, `srcset`, a refresh or a style."""
    attributes = tag.attributes
    for name in _LOADED.get(tag.name, ()):
        if name in attributes:
            yield Reference(attributes[name], tag.line, is_loaded=True)
    for name in _FOLLOWED.get(tag.name, ()):
        if name in attributes:
            yield Reference(attributes[name], tag.line, is_loaded=False)
    if tag.name == "link" and "href" in attributes:
        relations = set(attributes.get("rel", "").lower().split())
        yield Reference(attributes["href"], tag.line, is_loaded=bool(relations & _LOADING_RELATIONS))
    for candidate in attributes.get("srcset", "").split(","):
        if candidate.strip():
            yield Reference(candidate.split()[0], tag.line, is_loaded=True)
    target = refresh_target(tag)
    if target is not None:
        yield Reference(target, tag.line, is_loaded=False)
    yield from _styles(tag)


def _styles(tag: Tag) -> Iterator[Reference]:
    sources = (tag.text if tag.name == "style" else "", tag.attributes.get("style", ""))
    for source in sources:
        for address, line in style_addresses(source) if "url(" in source or "@import" in source else ():
            yield Reference(address, tag.line + line - 1, is_loaded=True)


def refresh_target(tag: Tag) -> str | None:
    """Where a `<meta http-equiv="refresh">` leads, or None for any other tag."""
    if tag.name != "meta" or tag.attributes.get("http-equiv", "").lower() != "refresh":
        return None
    match = _REFRESH.match(tag.attributes.get("content", ""))
    return match[1].strip() if match else None


def named_ids(tag: Tag) -> Iterator[str]:
    """The ids of the same page that a tag leans on, for a label, a description or what it controls."""
    for name in _ID_ATTRIBUTES:
        if name in tag.attributes and (name != "for" or tag.name in {"label", "output"}):
            yield from tag.attributes[name].split()

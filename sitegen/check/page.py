"""One page of the built site: what it refers to, what can be referred to, and what is wrong with it by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.check.references import Reference, named_ids, references_of, refresh_target
from sitegen.check.tags import Tag, read_tags
from sitegen.model.problems import Location, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTML file as read; `path` is relative to the output folder.

    `references` holds each address once, at its first line. `words` are what scripts may load files by: attributes
    named `data-…` and inline scripts. `base` is the address that relative ones count from, if the page sets one, and
    `canonical` the one that the page gives as its own; both may be empty.
    """

    path: str
    title: str
    is_redirect: bool
    base: str
    canonical: str
    ids: frozenset[str]
    references: tuple[Reference, ...]
    words: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_page(path: str, html: str) -> Page:
    """The page of an HTML text, with the problems that need no other file to be seen."""
    tags = list(read_tags(html))
    is_redirect = any(refresh_target(tag) is not None for tag in tags)
    lines_by_id: dict[str, list[int]] = {}
    for tag in tags:
        for name in ("id", "name") if tag.name == "a" else ("id",):
            if tag.attributes.get(name):
                lines_by_id.setdefault(tag.attributes[name], []).append(tag.line)
    title = next((tag.text for tag in tags if _is_title(tag)), "")
    problems = [
        *_title_problems(path, tags),
        *_heading_problems(path, tags, is_redirect=is_redirect),
        *_language_problems(path, tags),
        *_picture_problems(path, tags),
        *_id_problems(path, tags, frozenset(lines_by_id)),
    ]
    return Page(
        path=path,
        title=" ".join(title.split()),
        is_redirect=is_redirect,
        base=next((tag.attributes["href"] for tag in tags if tag.name == "base" and "href" in tag.attributes), ""),
        canonical=next((tag.attributes.get("href", "") for tag in tags if _is_canonical(tag)), ""),
        ids=frozenset(lines_by_id),
        references=_once(reference for tag in tags for reference in references_of(tag)),
        words=tuple(word for tag in tags for word in _words(tag)),
        problems=tuple(problems),
    )


def _once(references: Iterable[Reference]) -> tuple[Reference, ...]:
    found: dict[tuple[str, bool], Reference] = {}
    for reference in references:
        found.setdefault((reference.address, reference.is_loaded), reference)
    return tuple(found.values())


def _words(tag: Tag) -> Iterator[str]:
    if tag.name == "script" and tag.text:
        yield tag.text
    for name, value in tag.attributes.items():
        if name.startswith("data-") and value:
            yield value


def _is_title(tag: Tag) -> bool:
    return tag.name == "title" and not tag.is_in_svg


def _is_canonical(tag: Tag) -> bool:
    return tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split()


def _title_problems(path: str, tags: list[Tag]) -> Iterator[Problem]:
    titles = [tag for tag in tags if _is_title(tag)]
    if not titles or not titles[0].text.strip():
        line = titles[0].line if titles else 1
        yield Problem(Location(path, line), "missing-title", "the page has no title")
    for title in titles[1:]:
        yield Problem(Location(path, title.line), "many-titles", "the page has a second title")


def _heading_problems(path: str, tags: list[Tag], *, is_redirect: bool) -> Iterator[Problem]:
    headings = [tag for tag in tags if tag.name == "h1"]
    if not headings and not is_redirect:
        yield Problem(Location(path), "missing-h1", "the page has no h1")
    for heading in headings[1:]:
        yield Problem(Location(path, heading.line), "many-h1", f"a second h1; the first is on line {headings[0].line}")


def _language_problems(path: str, tags: list[Tag]) -> Iterator[Problem]:
    roots = [tag for tag in tags if tag.name == "html"]
    if not roots or not roots[0].attributes.get("lang", "").strip():
        line = roots[0].line if roots else 1
        yield Problem(Location(path, line), "missing-lang", "the html element has no lang")


def _picture_problems(path: str, tags: list[Tag]) -> Iterator[Problem]:
    for tag in tags:
        is_picture = tag.name == "img" or (tag.name == "area" and "href" in tag.attributes)
        is_picture = is_picture or (tag.name == "input" and tag.attributes.get("type", "").lower() == "image")
        if is_picture and "alt" not in tag.attributes:
            shown = tag.attributes.get("src") or tag.name
            yield Problem(Location(path, tag.line), "missing-alt", f"no alternative text: {shown}")


def _id_problems(path: str, tags: list[Tag], ids: frozenset[str]) -> Iterator[Problem]:
    first_lines: dict[str, int] = {}
    for tag in tags:
        name = tag.attributes.get("id")
        if name in first_lines:
            message = f"the id {name!r} is on line {first_lines[name]} already"
            yield Problem(Location(path, tag.line), "duplicate-id", message)
        elif name is not None:
            first_lines[name] = tag.line
        for missing in sorted(set(named_ids(tag)) - ids):
            yield Problem(Location(path, tag.line), "dead-id", f"no element has the id {missing!r}")

"""The files of the built site."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.check.page import Page, read_page
from sitegen.check.references import Reference
from sitegen.check.styles import style_addresses
from sitegen.check.tags import read_tags
from sitegen.model.problems import Location, Problem

_TEXTS = (".js", ".mjs", ".json", ".webmanifest", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Every file under the output folder, by its path with `/`, read as far as a check needs it.

    `folded` leads from paths in lower case to the paths; `texts` holds scripts and lists, which may name files;
    `ids` the ids of drawings, which `use` refers to.
    """

    files: frozenset[str]
    folded: Mapping[str, str]
    pages: Mapping[str, Page]
    styles: Mapping[str, tuple[Reference, ...]]
    texts: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def read_tree(out: Path) -> Tree:
    """The files of a folder; links in it are not followed, and a text that is not UTF-8 is a problem."""
    files = _files(out)
    pages: dict[str, Page] = {}
    styles: dict[str, tuple[Reference, ...]] = {}
    texts: dict[str, str] = {}
    ids: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for path in files:
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 - of a text, not a Path
        if suffix not in {".html", ".htm", ".css", ".svg", *_TEXTS}:
            continue
        text = _read(out, path, problems)
        if suffix in {".html", ".htm"}:
            pages[path] = read_page(path, text)
        elif suffix == ".css":
            styles[path] = tuple(Reference(address, line, is_loaded=True) for address, line in style_addresses(text))
        elif suffix == ".svg":
            ids[path] = frozenset(tag.attributes["id"] for tag in read_tags(text) if "id" in tag.attributes)
        else:
            texts[path] = text
    return Tree(
        files=frozenset(files),
        folded={path.lower(): path for path in files},
        pages=pages,
        styles=styles,
        texts=texts,
        ids=ids,
        problems=tuple(problems),
    )


def _files(out: Path) -> list[str]:
    found = []
    for folder, folders, names in os.walk(out):
        folders.sort()
        relative = Path(folder).relative_to(out).as_posix()
        found += [name if relative == "." else f"{relative}/{name}" for name in names]
    return sorted(found)


def _read(out: Path, path: str, problems: list[Problem]) -> str:
    try:
        content = (out / path).read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(Location(path, line), "not-utf8", f"byte {error.start} is not UTF-8"))
        return content.decode("utf-8", errors="replace")
    except OSError as error:
        problems.append(Problem(Location(path), "unreadable-file", error.strerror or "cannot be read"))
        return ""

"""The kinds of page of a built site, told by where they lie, so that a new one is measured without a word here."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page: its name and the paths of its pages, the smallest file first."""

    name: str
    paths: tuple[str, ...]

    @property
    def largest(self) -> str:
        """The page with the most bytes."""
        return self.paths[-1]

    @property
    def middle(self) -> str:
        """The page of the middle size."""
        return self.paths[len(self.paths) // 2]


def page_kinds(site: Path) -> tuple[Kind, ...]:
    """Every kind of page of a built site, the first page first; raises FileNotFoundError where there is no site."""
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"no index.html in {site}: build a site first")
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        found[_name(path, file)].append((file.stat().st_size, path))
    kinds = [Kind(name=name, paths=tuple(path for _size, path in sorted(pages))) for name, pages in found.items()]
    return tuple(sorted(kinds, key=lambda kind: (kind.name != "home", "/" in kind.largest, kind.name)))


def _name(path: str, file: Path) -> str:
    """`home`, `search`, `papers: index`, `papers: one`, `dumps: changes` and the like."""
    if path == "index.html":
        return "home"
    if 'http-equiv="refresh"' in file.read_text(encoding="utf-8")[:1500]:
        return "redirect"
    folder, *below, last = path.removesuffix(".html").split("/") if "/" in path else ("", path.removesuffix(".html"))
    last = _NUMBER.sub("", last) if below or last.startswith("page-") else last
    if not folder:
        return last
    if "index" in (last, *below) or (last == "page" and not below):
        return f"{folder}: index"
    return f"{folder}: {last}" if below and last != "page" else f"{folder}: one"

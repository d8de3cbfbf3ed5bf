"""The built site as a whole: what a visitor would trip over."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.check.addresses import path_of
from sitegen.check.links import check_links
from sitegen.check.offline import check_offline
from sitegen.check.orphans import check_orphans
from sitegen.check.tree import Tree, read_tree
from sitegen.model.problems import Location, Problem, Severity


def check_site(out: Path, base_path: str | None = None) -> tuple[Problem, ...]:
    """Every problem of the site in the folder `out`, sorted; places are files relative to `out`, with their lines.

    Reads nothing but that folder, and never raises: a folder without a site is a problem as well. `base_path` is the
    absolute path that the site is served under; only what starts with it may be linked absolutely. Without one it is
    the path of the canonical address that `index.html` gives, or `/`.
    """
    if not (out / "index.html").is_file():
        return (Problem(Location(str(out)), "missing-site", "no index.html here; is the site built?"),)
    tree = read_tree(out)
    if base_path is None:
        base_path = path_of(tree.pages["index.html"].canonical)
    link_problems, pairs = check_links(tree, f"/{base_path.strip('/')}/".replace("//", "/"))
    own_problems = (problem for page in tree.pages.values() for problem in page.problems)
    every = (
        *tree.problems,
        *own_problems,
        *link_problems,
        *_title_problems(tree),
        *check_orphans(tree, pairs),
        *check_offline(out, tree),
    )
    return tuple(sorted(set(every)))


def _title_problems(tree: Tree) -> Iterator[Problem]:
    """A warning for each page whose title another page has already, in the order of their paths."""
    first_by_title: dict[str, str] = {}
    for path, page in sorted(tree.pages.items()):
        if not page.title or page.is_redirect:
            continue
        first = first_by_title.setdefault(page.title, path)
        if first != path:
            message = f"{first} has the same title: {page.title}"
            yield Problem(Location(path), "duplicate-title", message, Severity.WARNING)

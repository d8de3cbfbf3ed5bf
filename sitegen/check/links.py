"""Whether every address in the built site leads to something."""

from collections.abc import Iterator

from sitegen.check.addresses import Reach, Target, resolve
from sitegen.check.references import Reference
from sitegen.check.tree import Tree
from sitegen.model.problems import Location, Problem

_LONGEST_SHOWN = 200


def check_links(tree: Tree, base_path: str) -> tuple[tuple[Problem, ...], frozenset[tuple[str, str]]]:
    """The problems of all addresses, and which file refers to which: pairs of paths."""
    problems: list[Problem] = []
    pairs: set[tuple[str, str]] = set()
    for source, base, reference in _references(tree):
        target = resolve(reference.address, source=source, base_path=base_path, base=base)
        found = _file(tree, target)
        if found is not None:
            pairs.add((source, found))
        problems += _problems(tree, source, reference, target, found)
    return tuple(problems), frozenset(pairs)


def _references(tree: Tree) -> Iterator[tuple[str, str, Reference]]:
    for path, page in tree.pages.items():
        for reference in page.references:
            yield path, page.base, reference
    for path, references in tree.styles.items():
        for reference in references:
            yield path, "", reference


def _file(tree: Tree, target: Target) -> str | None:
    """The file that a server sends for a target inside the site, whatever its case; None when there is none."""
    if target.reach is not Reach.INSIDE:
        return None
    path = f"{target.path}index.html" if target.path.endswith("/") or not target.path else target.path
    return path if path in tree.files else tree.folded.get(path.lower())


def _problems(tree: Tree, source: str, reference: Reference, target: Target, found: str | None) -> Iterator[Problem]:
    fault = _reach_fault(reference, target) if target.reach is not Reach.INSIDE else _file_fault(tree, target, found)
    if fault is not None:
        shown = reference.address[:_LONGEST_SHOWN]
        yield Problem(Location(source, reference.line), fault[0], f"{fault[1]}: {shown}")


def _reach_fault(reference: Reference, target: Target) -> tuple[str, str] | None:
    """The code and message for an address that does not lead to a file of the site."""
    match target.reach:
        case Reach.ELSEWHERE if reference.is_loaded:
            return "foreign-request", "loads a file of another site"
        case Reach.MALFORMED:
            return "malformed-link", "an address with a backslash, a space or code"
        case Reach.OUTSIDE_BASE:
            return "outside-base", "leaves the site's base path"
    return None


def _file_fault(tree: Tree, target: Target, found: str | None) -> tuple[str, str] | None:
    """The code and message for an address that should lead to a file of the site."""
    if found is None:
        is_folder = f"{target.path}/index.html" in tree.files
        return "dead-link", "a folder, whose address ends in /" if is_folder else "no such file"
    if target.path and not target.path.endswith("/") and found != target.path:
        return "case-mismatch", f"the file is {found}"
    fragment = target.fragment.partition(":~:")[0]
    page = tree.pages.get(found)
    ids = tree.ids.get(found) if page is None else page.ids
    if not fragment or ids is None or fragment in ids or fragment.lower() == "top":
        return None
    return "dead-fragment", f"{found} has no id {fragment!r}"

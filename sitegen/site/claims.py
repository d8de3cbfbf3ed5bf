"""No path is claimed twice, and none leaves the output folder."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.site.pages import Page, PageKind
from sitegen.site.wording import words_list

_SAFE = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*", re.ASCII)

_CLAIMANTS = {
    PageKind.PAPERS: "the list of all papers",
    PageKind.PAPER: "the paper `{subject}`",
    PageKind.REDIRECT: "the alias `{subject}`",
    PageKind.INDEX: "the index of {folder}",
    PageKind.TERM: "the term `{subject}` of {folder}",
    PageKind.VIEW: "the view `{subject}` of {source}",
    PageKind.DUMP: "the dump `{subject}`",
    PageKind.CHANGES: "what the dump `{subject}` brought",
    PageKind.FREE: "the page of `{source}`",
}


def refuse_collisions(pages: Sequence[Page]) -> None:
    """Raise ProblemsError for every path that two claim, also if only case tells them apart, or that is not safe."""
    problems = [*_unsafe(pages), *_collisions(pages)]
    if problems:
        raise ProblemsError(problems)


def _unsafe(pages: Iterable[Page]) -> Iterator[Problem]:
    for page in pages:
        if not _SAFE.fullmatch(page.path):
            message = f"{claimant(page)} cannot have a page: `{page.path}` is not a path of a site"
            yield Problem(_location([page]), "unsafe-path", message)


def _collisions(pages: Iterable[Page]) -> Iterator[Problem]:
    claims: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        claims[page.path.casefold()].append(page)
    for claimants in claims.values():
        if len(claimants) > 1:
            names = words_list([claimant(page) for page in claimants])
            yield Problem(_location(claimants), "path-collision", f"`{claimants[0].path}` is claimed by {names}")


def claimant(page: Page) -> str:
    """What a page is, for a message."""
    words = _CLAIMANTS.get(page.kind, "the {kind} page of the site")
    source = page.source.file if page.source else page.path
    return words.format(kind=page.kind, subject=page.subject, folder=page.path.split("/", 1)[0], source=source)


def _location(claimants: Sequence[Page]) -> Location:
    """The place to open: that of a page which the owner named, or of the first that has one."""
    named = sorted(claimants, key=lambda page: page.kind not in {PageKind.FREE, PageKind.REDIRECT})
    return next((page.source for page in named if page.source), Location(claimants[0].path))

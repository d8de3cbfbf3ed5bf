"""Links that leave the site: only to the web, whatever a listing holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlsplit

from sitegen.markup.latex import latex_to_text
from sitegen.model.paper import Paper

# From this month on (year and month of the number) arXiv shows papers as HTML.
_HTML_FROM = "2312"
_MODERN = re.compile(r"(\d{4})\.\d{4,5}(v\d+)?")
_SEARCHES = (
    ("arXiv", "https://arxiv.org/search/?searchtype=title&query="),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?q="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
    ("Hugging Face", "https://huggingface.co/papers?q="),
    ("OpenReview", "https://openreview.net/search?group=all&content=all&term="),
)
_WEB = re.compile(r"https?://[^/\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """A link that leaves the site; `is_code` tells a repository from a paper."""

    label: str
    href: str
    is_code: bool = False


def is_web(url: str) -> bool:
    """Whether an address is one of the web, and not a script or a file."""
    return _WEB.match(url) is not None


def host_of(url: str) -> str:
    """The name of the server that a web address leads to."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def ways_out(paper: Paper) -> tuple[WayOut, ...]:
    """Every address of a paper elsewhere, the most lasting first; code comes last."""
    return (*_papers(paper), *_code(paper))


def way_out(paper: Paper) -> WayOut | None:
    """The most lasting address of a paper elsewhere."""
    return next(_papers(paper), None)


def searches(paper: Paper) -> tuple[WayOut, ...]:
    """Where a paper without any identifier may be found by its title; none for one that has an identifier."""
    if paper.arxiv_id or paper.doi:
        return ()
    title = quote_plus(" ".join(latex_to_text(paper.title).split()))
    return tuple(WayOut(label=label, href=address + title) for label, address in _SEARCHES)


def _papers(paper: Paper) -> Iterator[WayOut]:
    if paper.arxiv_id:
        number = quote(paper.arxiv_id)
        yield WayOut(label="arXiv", href=f"https://arxiv.org/abs/{number}")
        yield WayOut(label="PDF", href=f"https://arxiv.org/pdf/{number}")
        modern = _MODERN.fullmatch(paper.arxiv_id)
        if modern and modern[1] >= _HTML_FROM:
            yield WayOut(label="HTML", href=f"https://arxiv.org/html/{number}")
        yield WayOut(label="alphaXiv", href=f"https://www.alphaxiv.org/abs/{number}")
    if paper.doi:
        yield WayOut(label="DOI", href=f"https://doi.org/{quote(paper.doi)}")
    for url in paper.urls:
        if is_web(url) and not _is_said(url, paper):
            yield WayOut(label=host_of(url), href=url)


def _is_said(url: str, paper: Paper) -> bool:
    host = host_of(url)
    return (host in {"arxiv.org", "alphaxiv.org"} and paper.arxiv_id is not None) or (
        host.endswith("doi.org") and paper.doi is not None
    )


def _code(paper: Paper) -> Iterator[WayOut]:
    for url in paper.code_urls:
        if is_web(url):
            yield WayOut(label=f"Code on {host_of(url)}", href=url, is_code=True)

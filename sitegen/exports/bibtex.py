"""papers.bib: the whole list for reference managers."""

import re
from collections.abc import Iterator

from sitegen.exports.bibtex_text import bibtex_of_printed, bibtex_url, escape_bibtex
from sitegen.model.artifact import Artifact
from sitegen.model.dates import MONTHS
from sitegen.model.paper import Paper
from sitegen.site.outward import is_web
from sitegen.site.pages import Site
from sitegen.site.urls import PAPERS_BIB

_ARXIV_CATEGORY = re.compile(r"[a-z-]+(\.[A-Za-z-]+)?")
# BibTeX splits names at `and` and reads commas as `Last, First`.
_NOT_A_PLAIN_NAME = re.compile(r"\band\b|\bothers\b|,", re.IGNORECASE)


def export_bibtex(site: Site) -> Iterator[Artifact]:
    """One entry a paper, in catalogue order, in UTF-8."""
    text = "\n".join(bibtex_entry(paper) for paper in site.catalogue.papers)
    yield Artifact(PAPERS_BIB, text.encode())


def bibtex_entry(paper: Paper) -> str:
    """A paper as an entry, with what is known of it and nothing else.

    Its key is the paper's id, which no other paper has and which stays. Every entry is `@misc`: no listing says what
    kind of publication a paper is. Accents and other scripts stay as they are, LaTeX in titles too; capitals are kept.
    """
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(paper) if value)
    return f"@misc{{{paper.id},\n{fields}}}\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{bibtex_of_printed(paper.title)}}}}}"
    yield "author", _braced(_authors(paper))
    if paper.year:
        yield "year", _braced(f"{paper.year:04d}")
    if paper.date and paper.date.month:
        # One of BibTeX's own words, which every style writes in its way.
        yield "month", MONTHS[paper.date.month - 1].lower()
    yield "howpublished", _braced(escape_bibtex(paper.venue or ""))
    if paper.arxiv_id:
        yield "eprint", _braced(bibtex_url(paper.arxiv_id))
        yield "archivePrefix", "{arXiv}"
        if paper.subject and _ARXIV_CATEGORY.fullmatch(paper.subject):
            yield "primaryClass", _braced(paper.subject)
    yield "doi", _braced(bibtex_url(paper.doi or ""))
    yield "url", _braced(bibtex_url(_url(paper) or ""))
    yield "note", "{The year is inferred.}" if paper.date_inferred else ""


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _authors(paper: Paper) -> str:
    names = [_name(name) for name in paper.authors]
    if names and paper.authors_truncated:
        names.append("others")
    return " and ".join(names)


def _name(name: str) -> str:
    escaped = escape_bibtex(name)
    return f"{{{escaped}}}" if _NOT_A_PLAIN_NAME.search(name) else escaped


def _url(paper: Paper) -> str | None:
    """The paper's address in the web; a listing may print anything."""
    if paper.arxiv_id:
        return f"https://arxiv.org/abs/{paper.arxiv_id}"
    return next((url for url in paper.urls if is_web(url)), None)

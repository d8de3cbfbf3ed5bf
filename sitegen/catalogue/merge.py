"""Merging the records of one work, field by field, each value with its source."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sitegen.catalogue.identity import Group, is_cut
from sitegen.model.paper import FieldSource, Paper
from sitegen.model.text import fold_text

_LATEX = re.compile(r"\$[^$]+\$|\\[a-zA-Z]+")
# Abstracts within this share of the longest are equally full: the printed form decides between them.
_AS_FULL = 0.97
# Fields of which a work has what any of its records has.
_UNITED = ("organizations", "urls", "code_urls")


def merge_group(group: Group, paper_id: str) -> Paper:
    """One paper from all the records of a work, which come in list order; the same whatever the order of files."""
    papers = [draft.paper for draft in group]
    chosen = _chosen(papers)
    values: dict[str, Any] = {}
    sources: list[FieldSource] = []
    for fields, paper in chosen:
        values |= {field: getattr(paper, field) for field in fields}
        sources += [source for source in paper.field_sources if source.field in fields]
    for field in _UNITED:
        values[field] = _union(getattr(paper, field) for paper in papers)
        sources += _every_source(papers, field)
    scores = tuple(score for paper in papers for score in paper.scores)
    return Paper(
        **values,
        id=paper_id,
        scores=scores,
        score=scores[-1].value if scores else None,
        byline_confidence=_byline_confidence(papers, values["title"], values["authors"]),
        has_code=any(paper.has_code for paper in papers),
        provenance=tuple(place for paper in papers for place in paper.provenance),
        field_sources=tuple(sorted(set(sources + _every_source(papers, "has_code") + _newest_source(papers, "score")))),
    )


def deciding(group: Group) -> Group:
    """The records of a work, in their order, without which it, or it with later records, could read differently.

    Merging these alone gives every value that merging all gives, but for `scores` and `provenance`: whatever a record
    loses to another one now it loses with later records too.
    """
    needed = {id(paper) for _, paper in _chosen([draft.paper for draft in group])}
    seen: set[object] = set()
    for draft in group:
        said = {(field, value) for field in _UNITED for value in getattr(draft.paper, field)} | {draft.paper.has_code}
        if not said <= seen:
            needed.add(id(draft.paper))
        seen |= said
    scored = [draft for draft in group if draft.paper.scores]
    needed |= {id(draft.paper) for draft in scored[-1:]}
    return tuple(draft for draft in group if id(draft.paper) in needed)


def _chosen(papers: Sequence[Paper]) -> list[tuple[tuple[str, ...], Paper]]:
    """For each set of fields that belong together, the paper whose values are kept."""
    newest_first = papers[::-1]
    groups: list[tuple[tuple[str, ...], Paper]] = [
        (("title",), best_titled(papers)),
        (("authors", "authors_truncated"), _best(papers, _authors_rank)),
        (("author_count",), _first_with(papers, "author_count")),
        (("abstract", "is_summary"), fullest_abstract(papers)),
        (("date", "date_text", "date_inferred"), _best(papers, _date_rank)),
        (("subject", "subject_text"), _first_with(papers, "subject")),
    ]
    groups += [((field,), _first_with(papers, field)) for field in ("venue", "arxiv_id", "doi", "submitted_by")]
    groups += [((field,), _first_with(newest_first, field)) for field in ("upvotes", "comments", "github_stars")]
    return groups


def _best(papers: Sequence[Paper], rank: Callable[[Paper], tuple[float, ...]]) -> Paper:
    """The highest in rank; of equals the first."""
    return max(papers, key=rank)


def _first_with(papers: Sequence[Paper], field: str) -> Paper:
    return next((paper for paper in papers if getattr(paper, field) is not None), papers[0])


def best_titled(papers: Sequence[Paper]) -> Paper:
    """The paper whose title is whole, then the one that keeps LaTeX and accents, then the first."""
    return _best(
        papers, lambda paper: (not is_cut(paper.title), bool(_LATEX.search(paper.title)), not paper.title.isascii())
    )


def fullest_abstract(papers: Sequence[Paper]) -> Paper:
    """The paper with the fullest abstract; among equally full ones that which keeps LaTeX, then the first."""
    known = [paper for paper in papers if paper.abstract]
    candidates = [paper for paper in known if not paper.is_summary] or known
    if len(candidates) <= 1:
        return (candidates or papers)[0]
    lengths = [len(fold_text(paper.abstract)) for paper in candidates]
    full = [paper for paper, length in zip(candidates, lengths, strict=True) if length >= _AS_FULL * max(lengths)]
    return _best(full, lambda paper: (bool(_LATEX.search(paper.abstract)), len(fold_text(paper.abstract))))


def _authors_rank(paper: Paper) -> tuple[float, ...]:
    confidence = 1.0 if paper.byline_confidence is None else paper.byline_confidence
    return (bool(paper.authors), not paper.authors_truncated, len(paper.authors), confidence)


def _date_rank(paper: Paper) -> tuple[float, ...]:
    date = paper.date
    if date is None:
        return (0, 0, 0)
    parts = sum(part is not None for part in (date.year, date.month, date.day))
    return (1 + (date.year is not None), not paper.date_inferred, parts)


def _byline_confidence(papers: Sequence[Paper], title: str, authors: tuple[str, ...]) -> float | None:
    """The best confidence among the records that printed the kept byline; None where one of them printed it apart.

    A split is also certain when another listing prints the same title without a byline glued to it.
    """
    if not authors:
        return None
    key = fold_text(title)
    confidences = [paper.byline_confidence for paper in papers if fold_text(paper.title) == key]
    return None if None in confidences else max(filter(None, confidences), default=None)


def _union(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in values for value in group))


def _every_source(papers: Sequence[Paper], field: str) -> list[FieldSource]:
    return [source for paper in papers for source in paper.field_sources if source.field == field]


def _newest_source(papers: Sequence[Paper], field: str) -> list[FieldSource]:
    return _every_source(papers, field)[-1:]


def with_source(paper: Paper, source: FieldSource) -> Paper:
    """The paper with `source` in the place of what was said of that field."""
    others = [each for each in paper.field_sources if each.field != source.field]
    return dataclasses.replace(paper, field_sources=tuple(sorted([*others, source])))

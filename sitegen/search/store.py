"""What a hit shows, kept apart from the index that finds it."""

from collections.abc import Sequence
from typing import Any

from sitegen.search.documents import Document
from sitegen.site import wording
from sitegen.site.chips import TopicView, mark_view, rating_view, topic_views
from sitegen.site.lookups import Lookups
from sitegen.site.rows import byline
from sitegen.site.urls import SEARCH, paper_path, relative_url


def make_store(lookups: Lookups, documents: Sequence[Document]) -> dict[str, Any]:
    """The cards of all documents in their order, as JSON values; addresses hold on the search page.

    `topics` lists each topic once (label, href, colour, shape) and a card names it by its place there. A card has
    `href`, `title` and `text` (the abstract), and where there is something to say `authors` with `truncated`, or `by`
    where they are only counted, `organizations`, `date` (text, machine-readable form, remark), `topics`, `note`, `mark`
    (name, label), `rating` (stars, label) and `code` (true).
    """
    places: dict[TopicView, int] = {}
    papers = [_card(lookups, document, places) for document in documents]
    return {"topics": [[view.label, view.href, view.colour, view.shape] for view in places], "papers": papers}


def _card(lookups: Lookups, document: Document, places: dict[TopicView, int]) -> dict[str, Any]:
    paper = lookups.papers[document.ref]
    date = wording.date_view(paper.date, inferred=paper.date_inferred)
    mark = mark_view(paper.status)
    rating = rating_view(paper.rating)
    card = {
        "href": _href(paper_path(paper.id)),
        "title": document.title,
        "authors": list(paper.authors),
        "truncated": paper.authors_truncated,
        "by": None if paper.authors else byline(paper),
        "organizations": list(paper.organizations),
        "date": date and [date.text, date.machine, date.remark],
        "topics": [places.setdefault(view, len(places)) for view in topic_views(lookups, paper, _href)],
        "text": document.abstract,
        "note": document.notes,
        "mark": mark.label and [mark.name, mark.label],
        "rating": rating and [rating.stars, rating.label],
        "code": paper.has_code or bool(paper.code_urls),
    }
    return {key: value for key, value in card.items() if value}


def _href(path: str) -> str:
    return relative_url(SEARCH, path)

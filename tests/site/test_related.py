"""The related papers on a paper's page."""

import dataclasses
from collections.abc import Sequence

from sitegen.likeness.related import Related
from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.site.related import MOST_AUTHORS, RelatedView, related_views
from tests.toy import bare_paper, full_paper, toy_site

LOOKUPS = toy_site().lookups


def views(paper: Paper, others: Sequence[Paper], shared: int = 0) -> tuple[RelatedView, ...]:
    """What a paper's page shows of others, all said to share two words and some authors."""
    related = {paper.id: tuple(Related(paper=each.id, terms=("tar", "oars"), authors=shared) for each in others)}
    papers = {each.id: each for each in (paper, *others)}
    lookups = dataclasses.replace(LOOKUPS, related=related, papers=papers)
    return related_views(lookups, paper, lambda path: "../" + path)


def test_every_paper_has_its_relations() -> None:
    """Computed for all papers when the site is planned, and only of papers that the site has."""
    assert LOOKUPS.related.keys() == LOOKUPS.papers.keys()
    for found in LOOKUPS.related.values():
        assert {each.paper for each in found} <= LOOKUPS.papers.keys()


def test_a_row_says_what_it_shares() -> None:
    """Title, link, shared terms, mark and rating; a title's markup is read, its addresses are no links."""
    other = Paper(id="other", title="On $x$ at https://example.org", status=Status.READ, rating=4)
    [view] = views(bare_paper(), [other])
    assert (view.href, view.terms, view.authors) == ("../papers/other.html", ("tar", "oars"), None)
    assert "<math" in view.title
    assert "<a" not in view.title
    assert view.rating is not None
    assert (view.mark.name, view.rating.label) == ("read", "rated 4 of 5")


def test_shared_authors_are_counted() -> None:
    """All of two or more are said to be all, but not where either list is cut short."""
    names = ("Ada Quill", "Bo Birk")
    one, other = Paper(id="one", title="One", authors=names), Paper(id="other", title="Other", authors=names)
    cut = dataclasses.replace(other, authors_truncated=True)
    assert [view.authors for view in views(one, [other], 2)] == ["all authors"]
    assert [view.authors for view in views(one, [cut], 2)] == ["2 authors"]
    assert [view.authors for view in views(one, [full_paper()], 1)] == ["1 author"]


def test_a_long_byline_is_cut() -> None:
    """Names beyond the first few are counted."""
    many = Paper(id="many", title="Many", authors=tuple(f"Ada Quill {number}" for number in range(9)))
    [view] = views(bare_paper(), [many])
    assert view.byline is not None
    assert view.byline.endswith(f"and {9 - MOST_AUTHORS} more")

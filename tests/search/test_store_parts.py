"""What hits show: written in Python, read in JavaScript, and the same as on every other page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from sitegen.config import TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.paper import Catalogue, Paper
from sitegen.model.text import SLUG_LENGTH
from sitegen.search.documents import Document
from sitegen.search.store_facts import plain_slug
from sitegen.search.store_parts import CARDS, FEW_PAPERS, cards_in_part, store_parts
from sitegen.site import wording
from sitegen.site.chips import mark_view, rating_view, topic_views
from sitegen.site.lookups import Lookups
from sitegen.site.outward import way_out
from sitegen.site.pages import Site
from sitegen.site.rows import byline
from sitegen.site.urls import HOME, paper_path, relative_url
from tests.search.scripts import run_script
from tests.search.sites import documents_of, searchable_site
from tests.toy import toy_parts

TITLES = (
    "A Plain Title: with Signs, and 2 Numbers",
    "Don't Cut It’s Words",
    "β-VAE für Äpfel",
    "A Very Long Title That Goes On and On until No Slug of Sixty Letters Could Hold It",
    "X" * 80,
    "深度学习",
    "  ",
    'Lines\nand "quotes" \\ and \u2028 signs',
)

DATES = tuple(
    PartialDate(year=year, month=month, day=day)
    for year, month, day in product((None, 1, 1687, 2024, 2031), (None, 1, 12), (None, 1, 31))
    if month or not day
)

MARKS = tuple(product((None, *Status), (None, 1, 5), (False, True), (False, True)))


def many_papers() -> tuple[Paper, ...]:
    """A paper for every kind of date, of mark, of title and of link, and enough of them for several parts."""
    dated = [
        Paper(id=f"date-{place}", title=f"Date {place}", date=date, date_inferred=inferred, author_count=place * 700)
        for place, (date, inferred) in enumerate(product(DATES, (False, True)))
    ]
    marked = [
        Paper(id=f"m{place}", title="Marked", status=status, rating=rating, has_code=code, star=star)
        for place, (status, rating, code, star) in enumerate(MARKS)
    ]
    titled = [Paper(id=f"t-{place}", title=title, abstract=f"{title}\n\nEnd") for place, title in enumerate(TITLES)]
    linked = [
        Paper(
            id="linked-0", title="Linked 0", arxiv_id="hep-th/9901001", authors=("A", "B,\nC"), authors_truncated=True
        ),
        Paper(id="linked-1", title="Linked 1", doi="10.1/a<b>c", organizations=("Lab", "Lab")),
        Paper(
            id="linked-2", title="Linked 2", urls=("https://www.Exam ple.org/x y",), code_urls=("https://a.example",)
        ),
    ]
    rest = [Paper(id=f"rest-{place}", title=f"Rest {place}", authors=(f"N {place}",)) for place in range(FEW_PAPERS)]
    return (*dated, *marked, *titled, *linked, *rest)


def site_of(papers: tuple[Paper, ...]) -> Site:
    """The toy site with other papers, which its topics and authors do not know."""
    return replace(toy_parts(), catalogue=Catalogue(papers=papers, record_count=len(papers)), taxonomies=()).site()


def read_back(node: str, lookups: Lookups, documents: Sequence[Document]) -> Any:
    """Everything that the client reads from the store of these documents."""
    manifest, parts = store_parts(lookups, documents)
    payloads = {part.name: part.payload for part in parts}
    question = {"manifest": manifest, "parts": payloads, "count": len(documents), "titles": TITLES, "most": SLUG_LENGTH}
    return run_script(node, "store.mjs", question)


def expected_card(lookups: Lookups, doc: int, document: Document) -> dict[str, Any]:
    """A card as the views of the other pages would have it."""
    paper = lookups.papers[document.ref]
    topics = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    places = {term.label: place for place, term in enumerate(topics.terms if topics else ())}
    date = wording.date_view(paper.date, inferred=paper.date_inferred)
    mark, rating, out = mark_view(paper.status), rating_view(paper.rating), way_out(paper)
    return {
        "doc": doc,
        "ref": paper.id,
        "href": relative_url(HOME, paper_path(paper.id)),
        "title": document.title.replace("\n", " "),
        "authors": [name.replace("\n", " ") for name in paper.authors],
        "truncated": paper.authors_truncated,
        "by": "" if paper.authors else byline(paper) or "",
        "organizations": list(paper.organizations),
        "date": date and [date.text, date.machine, date.remark],
        "topics": [places[view.label] for view in topic_views(lookups, paper, str)],
        "mark": [mark.name, mark.label] if mark.label else None,
        "rating": rating and [rating.stars, rating.label],
        "star": paper.star,
        "code": paper.has_code or bool(paper.code_urls),
        "outward": out and [out.label, out.href],
    }


@pytest.mark.parametrize("site", [searchable_site(), site_of(many_papers())], ids=["small", "many"])
def test_the_client_reads_what_the_pages_show(node: str, site: Site) -> None:
    """Every card, text and ref comes back as the rows of other pages have them, whatever the text."""
    documents = documents_of(site)
    read = read_back(node, site.lookups, documents)
    expected = [expected_card(site.lookups, doc, document) for doc, document in enumerate(documents)]
    assert read["cards"] == expected
    assert read["texts"] == [{"abstract": each.abstract.replace("\n", " "), "note": each.notes} for each in documents]
    assert read["refs"] == [each.ref for each in documents]
    assert read["reversed"] == read["refs"][::-1]


def test_what_is_not_there_yet_is_nothing(node: str) -> None:
    """A file that has still to be loaded gives null, not half an answer."""
    site = searchable_site()
    assert read_back(node, site.lookups, documents_of(site))["before"] == [None, None, None]


def test_an_empty_list_has_no_parts(node: str) -> None:
    """Without papers there is a manifest and nothing to read."""
    site = site_of(())
    manifest, parts = store_parts(site.lookups, ())
    assert parts == ()
    assert (manifest["topics"], manifest["newest"]) == ([], 0)
    assert read_back(node, site.lookups, ())["cards"] == []


def test_both_sides_leave_out_the_same_slugs(node: str) -> None:
    """A slug that the files leave out is the one that the client makes of the title."""
    site = site_of(())
    slugs = read_back(node, site.lookups, ())["slugs"]
    assert slugs == [plain_slug(title, SLUG_LENGTH) for title in TITLES]
    assert slugs[:2] == ["a-plain-title-with-signs-and-2-numbers", "dont-cut-its-words"]
    assert slugs[3] == "a-very-long-title-that-goes-on-and-on-until-no-slug-of-sixty"
    assert slugs[4:] == ["", "", "", "lines-and-quotes-and-signs"]


def test_slugs_of_plain_titles_are_left_out() -> None:
    """An id that its title gives costs nothing; another is said."""
    site = site_of(
        (Paper(id="a-plain-title", title="A plain title!"), Paper(id="a-plain-title-0af1b2", title="A Plain Title"))
    )
    heads = store_parts(site.lookups, documents_of(site))[1][0]
    assert heads.payload[1] == "\na-plain-title-0af1b2"


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (FEW_PAPERS, 1), (FEW_PAPERS + 1, 31), (100_000, 6250)])
def test_small_lists_have_one_part_of_heads(count: int, parts: int) -> None:
    """Up to some hundreds of papers one file holds all cards; above, files stay small."""
    assert -(-count // cards_in_part(count)) == parts
    assert cards_in_part(count) in {FEW_PAPERS, CARDS}


def test_the_manifest_names_topics_and_marks() -> None:
    """Topics stand once, with their slug and their sign; marks with the status as it is named in a note."""
    manifest, _ = store_parts(searchable_site().lookups, ())
    assert manifest["topics"][0] == ["lanterns", "topics/lanterns.html", 1, 1, "lanterns"]
    assert manifest["marks"][:2] == [["none", "none", ""], ["to-read", "todo", "To read"]]
    assert manifest["paper"] == "papers/*.html"

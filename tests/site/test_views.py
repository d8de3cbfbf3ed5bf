"""Saved views: what site.yaml may say, which papers it means, and the pages that come of it."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from sitegen.config import Config, Order, load_config
from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.paper import Catalogue, Paper
from sitegen.model.problems import ProblemsError
from sitegen.site.lookups import Lookups
from sitegen.site.pages import PageKind, Site
from sitegen.site.saved import View
from sitegen.site.view_page import SavedViewPage
from sitegen.site.view_words import view_filters, view_query, view_words
from tests.toy import toy_parts

PAPERS = (
    Paper(
        id="bright",
        title="Bright",
        topics=("lanterns",),
        date=PartialDate(year=2021),
        score=91.5,
        rating=5,
        has_code=True,
        status=Status.READ,
        authors=("Ada Quill",),
    ),
    Paper(
        id="both",
        title="Both",
        topics=("lanterns", "shadows"),
        date=PartialDate(year=2024, month=2),
        rating=3,
        star=True,
    ),
    Paper(id="dark", title="Dark", topics=("shadows",), date=PartialDate(month=5, day=1), score=12),
    Paper(id="bare", title="A Bare One"),
)


def configured(folder: Path, views: str) -> Config:
    """The settings of a site with these views."""
    path = folder / "site.yaml"
    path.write_text(f"title: Toy List\npage_size: 5\nviews:\n{views}", encoding="utf-8")
    return load_config(path)


def site_with(config: Config) -> Site:
    """The toy site of these papers."""
    parts = toy_parts()
    topics = parts.taxonomies[0]
    terms = tuple(
        replace(term, papers=tuple(paper.id for paper in PAPERS if term.slug in paper.topics)) for term in topics.terms
    )
    authors = tuple(
        replace(each, terms=tuple(replace(term, papers=("bright",)) for term in each.terms if term.slug == "ada-quill"))
        for each in parts.taxonomies
        if each.kind == "authors"
    )
    catalogue = Catalogue(papers=PAPERS, record_count=0)
    taxonomies = (replace(topics, terms=terms), *authors)
    return replace(parts, config=config, catalogue=catalogue, taxonomies=taxonomies, readings=()).site()


def lookups_with(folder: Path, view: str) -> tuple[Lookups, View]:
    """The lookups of a site with one view, given as a flow mapping's inside, and that view."""
    site = site_with(configured(folder, f"  - {{name: A View, {view}}}\n"))
    return site.lookups, site.lookups.views[0]


def faults(folder: Path, views: str) -> list[str]:
    """The problems of views, one a line."""
    with pytest.raises(ProblemsError) as caught:
        site_with(configured(folder, views))
    return str(caught.value).replace(str(folder) + "/", "").splitlines()


@pytest.mark.parametrize(
    ("view", "papers"),
    [
        ("topic: lanterns", ["both", "bright"]),
        ("topic: [Lanterns, shadows]", ["both", "bright", "dark"]),
        ("topic: [lanterns, shadows], match: all", ["both"]),
        ("topic: lanterns, not: [shadows]", ["bright"]),
        ("not: [shadows, lanterns]", ["bare"]),
        ("author: Ada Quill", ["bright"]),
        ("year: 2021", ["bright"]),
        ("year: 2021-", ["both", "bright"]),
        ("year: -2023", ["bright"]),
        ("year: 2022-2024", ["both"]),
        ("year: none", ["dark", "bare"]),
        ("score: 80-", ["bright"]),
        ("score: none", ["both", "bare"]),
        ("rating: 3-", ["both", "bright"]),
        ("rating: 4-5, code: yes", ["bright"]),
        ("code: no", ["both", "dark", "bare"]),
        ("star: true", ["both"]),
        ("status: read", ["bright"]),
        ("status: [none, to-read]", ["both", "dark", "bare"]),
        ("sort: title", ["bare", "both", "bright", "dark"]),
        ("sort: oldest", ["bright", "both", "dark", "bare"]),
        ("sort: score", ["bright", "dark", "both", "bare"]),
        ("sort: rating", ["bright", "both", "dark", "bare"]),
    ],
)
def test_a_view_holds_what_it_asks_for(tmp_path: Path, view: str, papers: list[str]) -> None:
    """Each key narrows, and the papers are in the order of the view."""
    assert list(lookups_with(tmp_path, view)[1].papers) == papers


@pytest.mark.parametrize(
    ("view", "words", "query"),
    [
        ("topic: [lanterns, shadows], match: all", "on lanterns and shadows", "topic=lanterns&topic=shadows&match=all"),
        ("topic: lanterns, not: shadows", "on lanterns, not on shadows", "topic=lanterns&not=shadows"),
        ("author: ada-quill, year: 2018-", "by Ada Quill, since 2018", "author=ada-quill&year=2018-"),
        ("year: 2018-2020", "of 2018–2020", "year=2018-2020"),
        ("year: -2020", "until 2020", "year=-2020"),
        ("score: 80.5-", "with a score of 80.5 or more", "score=80.5-"),
        ("rating: 5", "rated 5", "rating=5"),
        ("rating: 2-4", "rated 2 to 4", "rating=2-4"),
        (
            "code: no, status: [to-read, none]",
            "without code, marked as to read or nothing",
            "status=to-read&status=none&code=no",
        ),
        ("star: true, sort: added", "starred", "star=yes&sort=added"),
    ],
)
def test_a_view_is_said_and_can_be_changed(tmp_path: Path, view: str, words: str, query: str) -> None:
    """A sentence says what it asks for, and a link leads to the same filters on the list of all papers."""
    found = lookups_with(tmp_path, view)[1]
    assert view_words(found) == words
    assert view_query(found) == query


def test_a_view_is_the_base_of_further_filters(tmp_path: Path) -> None:
    """The browser gets the view as filters, names as slugs."""
    found = lookups_with(
        tmp_path, "topic: [Lanterns, Shadows], match: all, year: none, score: 70-, code: yes, status: read"
    )[1]
    assert view_filters(found) == {
        "topic": ["lanterns", "shadows"],
        "all": True,
        "undated": True,
        "scores": [70.0, None],
        "code": "yes",
        "status": ["read"],
    }


def test_a_view_has_pages(tmp_path: Path) -> None:
    """Each view is a page under its slug, linked from home and the list of all papers."""
    site = site_with(
        configured(
            tmp_path,
            "  - {name: Über Lanterns, topic: lanterns, description: Bright things.}\n"
            "  - {name: 深, slug: deep, year: 1999}\n",
        )
    )
    pages = {page.path: page for page in site.pages if page.kind is PageKind.VIEW}
    assert sorted(pages) == ["views/deep.html", "views/uber-lanterns.html"]
    view = pages["views/uber-lanterns.html"].make_view()
    assert isinstance(view, SavedViewPage)
    assert (view.label, view.description, view.sentence) == ("Über Lanterns", "Bright things.", "2 papers on lanterns.")
    assert view.change == "../papers/index.html?topic=lanterns"
    assert [row.title for group in view.groups for row in group.rows] == ["Both", "Bright"]
    empty = pages["views/deep.html"].make_view()
    assert isinstance(empty, SavedViewPage)
    assert (empty.total, empty.groups) == ("0", ())
    for path in ("index.html", "papers/index.html"):
        (page,) = (each for each in site.pages if each.path == path)
        assert "views/uber-lanterns.html" in str(page.make_view())


def test_unknown_names_are_faults_with_their_place(tmp_path: Path) -> None:
    """Every name that no term has is told with file, line, key and the nearest one."""
    found = faults(
        tmp_path,
        "  - name: A\n    topic:\n      - lanterns\n      - shadow\n    author: Nobody\n  - name: B\n    dump: x.txt\n",
    )
    assert found == [
        (
            "site.yaml:7: unknown-name: `views[0].topic[1]`: no topic of this site is called `shadow`; "
            "did you mean `shadows`?"
        ),
        "site.yaml:8: unknown-name: `views[0].author`: no author of this site is called `Nobody`",
        "site.yaml:10: unknown-name: `views[1].dump`: no dump of this site is called `x.txt`",
    ]


@pytest.mark.parametrize(
    ("views", "fault"),
    [
        ("  - {topic: lanterns}\n", "site.yaml:4: missing-key: `views[0].name` is required"),
        ("  - {name: A, topics: b}\n", "`views[0].topics` is not a known key; did you mean `topic`?"),
        ("  - name: A\n    year: soon\n", "site.yaml:5: invalid-value: `views[0].year`: must be a number, a range"),
        ("  - name: A\n    year: 2020-2018\n", "site.yaml:5: invalid-value: `views[0].year`: must go from the smaller"),
        ("  - name: A\n    rating: yes\n", "site.yaml:5: invalid-value: `views[0].rating`: must be a number, a range"),
        ("  - name: A\n    sort: best\n", "site.yaml:5: invalid-value: `views[0].sort`"),
        ("  - {name: ★}\n", "`views[0]`: no letter or digit of `name` can stand in an address: give a `slug`"),
        ("  - {name: Index}\n", "`views[0]`: `index` cannot be the name of a page: give another `slug`"),
        (
            "  - {name: A}\n  - {name: a}\n",
            "`views/a.html` is claimed by the view `a` of site.yaml and the view `a` of site.yaml",
        ),
    ],
)
def test_faults_of_the_setting(tmp_path: Path, views: str, fault: str) -> None:
    """What cannot be meant is told with file, line and key."""
    assert any(fault in line for line in faults(tmp_path, views))


def test_orders_are_those_of_the_browser() -> None:
    """site.yaml, the pages and the scripts name the same orders."""
    script = (Path(__file__).parents[2] / "static" / "search-orders.js").read_text(encoding="utf-8")
    names = ", ".join(f'"{order}"' for order in Order)
    assert f"NAMES: [{names}]" in script


def test_pages_do_not_lose_a_query(tmp_path: Path) -> None:
    """What a name holds beyond letters is written so that an address keeps it."""
    query = view_query(lookups_with(tmp_path, "author: Ada Quill, topic: lanterns")[1])
    assert dict(parse_qsl(query)) == {"author": "ada-quill", "topic": "lanterns"}

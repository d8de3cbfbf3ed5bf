"""Pages as HTML: whole, escaped, linked, and refused where a template asks for what is not there."""

import itertools
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sitegen.model.problems import ProblemsError
from sitegen.render.pages import make_environment, render_page
from sitegen.site import urls
from sitegen.site.pages import PageKind, Site
from tests.render.reading import Element, elements_of, named
from tests.toy import HOSTILE_TITLE, full_paper, page_at, toy_site

TEMPLATES = Path(__file__).parents[2] / "templates"
BASE_URL = "https://example.org/lists/toy/"
# What other parts of a build write beside the pages.
EXPORTS = {urls.FEED, urls.PAPERS_BIB, urls.PAPERS_JSON, urls.SEARCH_INDEX}
ENVIRONMENT = make_environment([TEMPLATES])


@cache
def pages(base_url: str | None = None) -> dict[str, str]:
    """Every page of the toy site as HTML, by path."""
    site = toy_site(base_url=base_url)
    return {page.path: render_page(ENVIRONMENT, site, page).content.decode() for page in site.pages}


@cache
def elements(path: str, base_url: str | None = None) -> list[Element]:
    """The elements of one page of the toy site."""
    return elements_of(pages(base_url)[path])


def paths(*, without: PageKind | None = None) -> list[str]:
    """The paths of the toy site's pages."""
    return [page.path for page in toy_site().pages if page.kind is not without]


@pytest.mark.parametrize("path", paths())
def test_a_page_says_what_it_is(path: str) -> None:
    """It has a language, a title of its own, a description and exactly one h1, none of them empty."""
    found = elements(path)
    assert found[0].attributes["lang"] == "en"
    (title,) = named(found[: found.index(named(found, "body")[0])], "title")
    assert title.text.strip()
    descriptions = [
        each.attributes["content"] for each in named(found, "meta") if each.attributes.get("name") == "description"
    ]
    assert len(descriptions) == 1
    assert descriptions[0].strip()
    (heading,) = named(found, "h1")
    assert heading.text.strip()


def test_short_lists_have_no_controls() -> None:
    """A list of one paper is neither filtered nor sorted, and loads no script for it; one of six is, with a choice."""
    for path, is_narrowed in (("authors/dana-reyes.html", False), ("papers/index.html", True)):
        found = elements(path)
        ids = {each.attributes.get("id") for each in found}
        assert ({"search-filters", "search-sort", "hide-read", "list-rows"} <= ids) == is_narrowed, path
        assert bool(ids & {"search-filters", "search-sort", "hide-read", "search-hits"}) == is_narrowed, path
        scripts = " ".join(each.attributes.get("src", "") for each in named(found, "script"))
        assert ("list-open" in scripts) == is_narrowed, path
        assert "marks-list" in scripts, path


def test_titles_tell_pages_apart() -> None:
    """No two pages that people can look for have the same title."""
    titles = [named(elements(path), "title")[0].text for path in paths(without=PageKind.REDIRECT)]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("path", paths(without=PageKind.REDIRECT))
def test_a_page_has_landmarks(path: str) -> None:
    """Header, main, named navigations and footer; the first link skips to the content."""
    found = elements(path)
    assert len(named(found, "main")) == 1
    assert len([each for each in named(found, "header") if each.attributes.get("class") == "top"]) == 1
    assert len(named(found, "footer")) == 1
    labels = [each.attributes["aria-label"] for each in named(found, "nav")]
    assert len(labels) == len(set(labels)) >= 2
    first = named(found, "a")[0]
    assert first.attributes["href"] == f"#{named(found, 'main')[0].attributes['id']}"


@pytest.mark.parametrize("path", paths())
def test_headings_do_not_skip_a_level(path: str) -> None:
    """Each heading is at most one level below the one before."""
    levels = [int(each.name[1]) for each in elements(path) if re.fullmatch("h[1-6]", each.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", paths())
def test_ids_are_unique_and_named_ones_exist(path: str) -> None:
    """Labels and descriptions point to elements that are there."""
    found = elements(path)
    ids = [each.attributes["id"] for each in found if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    for each in found:
        for name in ("aria-labelledby", "aria-describedby", "for", "popovertarget"):
            assert set(each.attributes.get(name, "").split()) <= set(ids)


def links_of(path: str, base_url: str | None) -> list[tuple[str, str]]:
    """Every address of a page that stays on the site, as (element, address)."""
    return [
        (each.name, each.attributes[name])
        for each in elements(path, base_url)
        for name in ("href", "src", "action")
        if name in each.attributes and not urlsplit(each.attributes[name]).scheme
    ]


@pytest.mark.parametrize("path", paths())
@pytest.mark.parametrize("base_url", [None, BASE_URL])
def test_every_link_resolves(path: str, base_url: str | None) -> None:
    """Every address leads to a page, asset or export of the site; every fragment to an element of its page."""
    site: Site = toy_site()
    targets = {page.path for page in site.pages} | {each.path for each in site.assets.artifacts} | EXPORTS
    root = BASE_URL if base_url else "https://elsewhere.example/a/b/"
    for _, address in links_of(path, base_url):
        resolved = urlsplit(urljoin(root + path, address))
        target = unquote(resolved.path).removeprefix(urlsplit(root).path)
        assert target in targets, address
        if resolved.fragment and target.endswith(".html"):
            ids = {each.attributes.get("id") for each in elements(target, base_url)}
            assert unquote(resolved.fragment) in ids, address


@pytest.mark.parametrize("path", paths(without=PageKind.NOT_FOUND))
def test_links_are_relative(path: str) -> None:
    """No page but 404.html depends on where the site stands."""
    assert not [address for _, address in links_of(path, BASE_URL) if address.startswith("/")]


@pytest.mark.parametrize("path", paths())
def test_nothing_is_fetched_from_elsewhere(path: str) -> None:
    """Scripts, styles and pictures are the site's own; other addresses are links to follow, or name the page."""
    for each in elements(path, BASE_URL):
        if each.name == "a" or (each.name == "link" and each.attributes.get("rel") == "canonical"):
            continue
        for name in ("href", "src", "action"):
            assert urlsplit(each.attributes.get(name, "")).scheme in {"", "data"}


@pytest.mark.parametrize("path", paths(without=PageKind.NOT_FOUND))
def test_absolute_addresses_need_a_base_url(path: str) -> None:
    """With one, a page names its own address, or that of the paper it leads to; without one, none."""
    assert not [each for each in named(elements(path), "link") if each.attributes["rel"] in {"canonical", "alternate"}]
    (canonical,) = [each for each in named(elements(path, BASE_URL), "link") if each.attributes["rel"] == "canonical"]
    alias = f"papers/{full_paper().aliases[0]}.html"
    target = f"papers/{full_paper().id}.html" if path == alias else path
    assert canonical.attributes["href"] == urls.permalink(BASE_URL, target)


def test_the_page_of_unknown_addresses_holds_at_any_depth() -> None:
    """Its links start at the root of the server, and it carries its own style; no search engine keeps it."""
    found = elements("404.html", BASE_URL)
    addresses = [address for name, address in links_of("404.html", BASE_URL) if address != "#main" and name != "use"]
    assert addresses
    assert all(address.startswith("/lists/toy/") for address in addresses)
    assert not [each for each in named(found, "link") if each.attributes["rel"] == "stylesheet"]
    assert "/* style.css */" in pages(BASE_URL)["404.html"]
    assert [each for each in named(found, "meta") if each.attributes.get("name") == "robots"]


def test_a_redirect_leads_on_without_scripts() -> None:
    """By a refresh, and by a link for those who do not follow it."""
    found = elements("papers/bounded-lanterns.html")
    (refresh,) = [each for each in named(found, "meta") if each.attributes.get("http-equiv") == "refresh"]
    assert refresh.attributes["content"] == f"0; url={full_paper().id}.html"
    assert [each.attributes["href"] for each in named(found, "a")] == [f"{full_paper().id}.html"]


@pytest.mark.parametrize("path", paths())
def test_what_listings_print_stays_text(path: str) -> None:
    """No title, name, venue or abstract of the toy list becomes an element."""
    found = elements(path)
    assert not named(found, "u", "s", "i", "img")
    assert all("alert" not in each.text for each in named(found, "script"))
    html = pages()[path]
    assert "<b>Attacks" not in html
    assert "<em>Venue" not in html


def test_a_hostile_title_is_shown_as_printed() -> None:
    """The heading's text, the title and the links to it are what the listing prints, letter by letter."""
    path = "papers/a-script-alert-title.html"
    assert named(elements(path), "h1")[0].text == HOSTILE_TITLE
    assert named(elements(path), "title")[0].text == f"{HOSTILE_TITLE} · Toy List"


def test_missing_values_are_said_in_words() -> None:
    """A paper of which only the title is known says so in its rows and on its page."""
    html = pages()["papers/only-a-title.html"]
    for words in ("Authors not listed", "No listing prints an abstract", "not known"):
        assert words in html
    assert "no date" in pages()["papers/page-2.html"]
    assert "None" not in html


@pytest.mark.parametrize("path", paths())
def test_no_page_prints_an_empty_value(path: str) -> None:
    """A value that is not there never shows as Python's word for it."""
    assert not re.search(r">\s*None\s*<|=\"None\"", pages()[path])


def test_an_owners_accent_is_set() -> None:
    """A colour in the settings stands in the head of every page."""
    site = toy_site(accent="#a01020")
    html = render_page(ENVIRONMENT, site, page_at(site, "index.html")).content.decode()
    assert "--accent: #a01020" in html


def test_an_earlier_folder_overrides_a_later_one(tmp_path: Path) -> None:
    """A template of the content folder stands in for ours, and may extend the rest."""
    (tmp_path / "page.html").write_text('{% extends "base.html" %}{% block main %}<h1>Mine</h1>{% endblock %}')
    site = toy_site()
    html = render_page(make_environment([tmp_path, TEMPLATES]), site, page_at(site, "about.html")).content.decode()
    assert "<h1>Mine</h1>" in html
    assert 'class="skip"' in html


def test_an_unknown_value_is_refused_at_its_line(tmp_path: Path) -> None:
    """A template that asks for what its view does not hold fails, and the message leads to the line."""
    (tmp_path / "page.html").write_text("<h1>{{ view.title }}</h1>\n<p>{{ view.titel }}</p>\n")
    site = toy_site()
    with pytest.raises(ProblemsError, match=r"page\.html:2: template-error: .*titel.*about\.html"):
        render_page(make_environment([tmp_path, TEMPLATES]), site, page_at(site, "about.html"))


def test_every_broken_template_is_named(tmp_path: Path) -> None:
    """All templates are compiled before the first page, and all faults come at once."""
    (tmp_path / "page.html").write_text("<p>\n{% if %}")
    (tmp_path / "home.html").write_text("{% endblock %}")
    with pytest.raises(ProblemsError) as caught:
        make_environment([tmp_path, TEMPLATES])
    assert re.findall(r"(\w+\.html:\d+): template-syntax", str(caught.value)) == ["home.html:1", "page.html:2"]


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    """A folder without our templates cannot write a page, and says which one is missing."""
    site = toy_site()
    with pytest.raises(ProblemsError, match=r"home\.html:1: template-error"):
        render_page(make_environment([tmp_path]), site, page_at(site, "index.html"))


def test_pages_are_the_same_in_every_run() -> None:
    """Rendering again, with another environment, gives the same bytes."""
    site, environment = toy_site(), make_environment([TEMPLATES])
    assert {page.path: render_page(environment, site, page).content.decode() for page in site.pages} == pages()

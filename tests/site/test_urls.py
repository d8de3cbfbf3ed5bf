"""Addresses: relative ones hold anywhere, and no two lists can claim one path."""

from urllib.parse import quote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import TaxonomyKind
from sitegen.site import urls

SEGMENTS = st.text(st.characters(exclude_characters="/", exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: text not in {".", ".."}
)
PATHS = st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True).filter(lambda slug: slug != "index")
ROOTS = st.sampled_from(["https://example.org/", "https://example.org/lists/toy/", "file:///home/me/site/"])


@given(ROOTS, PATHS, PATHS, st.sampled_from(["", "L12", "letter-ä"]))
def test_a_relative_address_leads_to_its_target(root: str, here: str, there: str, fragment: str) -> None:
    """From any page, under any root, the address resolves to the target."""
    expected = root + quote(there) + (f"#{quote(fragment)}" if fragment else "")
    assert urljoin(root + quote(here), urls.relative_url(here, there, fragment)) == expected


@given(PATHS, PATHS)
def test_a_relative_address_is_relative(here: str, there: str) -> None:
    """An address starts neither at the root of a server nor with a scheme."""
    address = urls.relative_url(here, there)
    assert not address.startswith("/")
    assert ":" not in address


def test_relative_addresses_are_short() -> None:
    """Neighbours are named by their file alone, and a place in the page itself by its fragment."""
    assert urls.relative_url("papers/a.html", "papers/b.html") == "b.html"
    assert urls.relative_url("papers/a.html", "index.html") == "../index.html"
    assert urls.relative_url("topics/gans/page-2.html", "topics/gans.html") == "../gans.html"
    assert urls.relative_url("dumps/a.html", "dumps/a.html", "L3") == "#L3"


@given(st.sampled_from(TaxonomyKind), st.lists(SLUGS, min_size=2, max_size=2, unique=True), st.integers(1, 50))
def test_no_slug_claims_a_further_page(kind: TaxonomyKind, slugs: list[str], page: int) -> None:
    """Whatever two terms are called, no page of the one stands where a page of the other or of the index does."""
    first, second = slugs
    assert urls.term_path(kind, first) != urls.term_path(kind, second, page)
    assert urls.term_path(kind, first, page) not in {
        urls.index_path(kind, page),
        urls.index_path(kind, page, by_size=True),
        urls.index_path(kind),
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "https://example.org/list/"),
        ("topics/index.html", "https://example.org/list/topics/"),
        ("papers/a.html", "https://example.org/list/papers/a.html"),
        ("static/a b.svg", "https://example.org/list/static/a%20b.svg"),
    ],
)
def test_permalinks_are_absolute(path: str, expected: str) -> None:
    """A permalink names the folder instead of its index."""
    assert urls.permalink("https://example.org/list/", path) == expected


def test_rooted_addresses_hold_at_any_depth() -> None:
    """They carry the path of the site on its server."""
    assert urls.rooted_url("https://example.org/list/", "papers/index.html") == "/list/papers/index.html"
    assert urls.rooted_url("https://example.org", "404.html") == "/404.html"

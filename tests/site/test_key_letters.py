"""The letters that lead to the pages of the navigation."""

import string

from hypothesis import given
from hypothesis import strategies as st

from sitegen.site import urls
from sitegen.site.key_letters import key_letters
from tests.toy import page_at, toy_site

PATHS = st.from_regex(r"[a-z]{1,3}\.html", fullmatch=True)
PAGES = st.lists(st.tuples(st.text(), st.one_of(PATHS, st.sampled_from([urls.HOME, "topics/index.html"]))), max_size=36)


@given(PAGES)
def test_every_page_has_a_letter_of_its_own(pages: list[tuple[str, str]]) -> None:
    """Whatever the labels, two pages never share a letter, and each is one that any keyboard has."""
    letters = key_letters(pages)
    assert len(set(letters.values())) == len(letters)
    assert set(letters.values()) <= {*string.ascii_lowercase, *string.digits}
    assert len(pages) > 25 or set(letters) == {path for _, path in pages}


def test_letters_hold_from_list_to_list() -> None:
    """The pages that every list has keep their letters, and no other page takes one of them."""
    pages = [("The Home", "home-page.html"), ("Topical", "topical.html"), ("文献", "文献.html"), ("Start", urls.HOME)]
    letters = key_letters([*pages, ("Topics", "topics/index.html")])
    assert letters[urls.HOME] == "h"
    assert letters["topics/index.html"] == "t"
    assert letters["home-page.html"] == "e"
    assert letters["文献.html"] == "1"


def test_each_page_leads_everywhere() -> None:
    """On a page, each letter stands on one link only, and no file that is not a page has one."""
    frame = page_at(toy_site(), "papers/index.html").make_view().frame  # type: ignore[attr-defined]
    links = [frame.home, *frame.navigation, *frame.footer]
    keys = [link.key for link in links if link.key]
    assert len(set(keys)) == len(keys)
    assert {"h", "p", "t", "a"} <= set(keys)
    assert not [link for link in links if link.key and not link.href.endswith(".html")]

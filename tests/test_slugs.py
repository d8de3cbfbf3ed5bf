"""The names of pages, each only once, and what a mistyped name was meant to be."""

import hashlib
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.slugs import free_slug, is_reserved
from sitegen.model.suggestions import suggestion

NAMES = st.sampled_from(["", "bees", "index", "page-2", "con", "bees-3a7bd3"])


def digest_of(name: str) -> str:
    """Sixty-four hexadecimal digits."""
    return hashlib.sha256(name.encode()).hexdigest()


@given(st.lists(st.tuples(NAMES, st.sampled_from(["abc", "bcd"])), max_size=12))
def test_no_two_pages_share_a_slug(works: list[tuple[str, str]]) -> None:
    """Whatever is named, even the same thing again, gets a slug of its own that a page can have."""
    taken: list[str] = []
    for name, content in works:
        taken.append(free_slug(name, taken, partial(digest_of, content), otherwise="paper"))
    assert len(set(taken)) == len(taken)
    assert not any(slug == "" or is_reserved(slug) for slug in taken)


def test_a_free_slug_stays_as_it_is() -> None:
    """Only an empty, reserved or taken slug gets digits, and no more than it needs."""
    digest = digest_of("bees")

    def slug(name: str, *taken: str) -> str:
        return free_slug(name, taken, lambda: digest, otherwise="paper")

    assert slug("bees") == "bees"
    assert slug("bees", "bees") == f"bees-{digest[:6]}"
    assert slug("bees", "bees", f"bees-{digest[:6]}") == f"bees-{digest[:7]}"
    assert slug("index") == f"index-{digest[:6]}"
    assert slug("") == f"paper-{digest[:6]}"


@pytest.mark.parametrize(
    ("name", "tail"),
    [("grokkin", "; did you mean `grokking`?"), ("grokking", "; did you mean `grokking`?"), ("zzz", "")],
)
def test_the_nearest_known_name_is_suggested(name: str, tail: str) -> None:
    """A name is suggested only where one is near."""
    assert suggestion(name, ["grokking", "pruning"]) == tail

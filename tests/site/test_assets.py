"""Static files whose names change with their content."""

import pytest

from sitegen.site.assets import fingerprint_assets


def test_a_name_changes_with_the_content_alone() -> None:
    """The same bytes keep their path, other bytes get another, and folder and ending stay."""
    first = fingerprint_assets({"a.css": b"one", "fonts/b.woff2": b"two"})
    second = fingerprint_assets({"fonts/b.woff2": b"two", "a.css": b"three"})
    assert first.path("fonts/b.woff2") == second.path("fonts/b.woff2")
    assert first.path("a.css") != second.path("a.css")
    assert first.path("fonts/b.woff2").startswith("static/fonts/b.")
    assert first.path("a.css").endswith(".css")


def test_every_file_is_written_where_its_path_says() -> None:
    """Paths and artifacts agree, and content can be asked for by name."""
    assets = fingerprint_assets({"b.js": b"two", "a.css": b"one"})
    assert {artifact.path: artifact.content for artifact in assets.artifacts} == {
        assets.path("a.css"): b"one",
        assets.path("b.js"): b"two",
    }
    assert assets.content("b.js") == b"two"


def test_a_file_that_is_not_there_has_no_path() -> None:
    """Asking for a missing file fails instead of linking to nothing."""
    with pytest.raises(KeyError):
        fingerprint_assets({}).path("style.css")

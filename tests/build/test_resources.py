"""Static files: the package's, the content folder's in their place, and the content folder's own."""

from pathlib import Path

from sitegen.build.resources import LUNR, load_static


def test_own_files_keep_their_names_and_others_replace(tmp_path: Path) -> None:
    """A file of the package's name takes its place; any other is kept apart, for notes to link to."""
    (tmp_path / "static" / "figures").mkdir(parents=True)
    (tmp_path / "static" / "style.css").write_text("body {}")
    (tmp_path / "static" / "figures" / "curve.svg").write_text("<svg/>")
    (tmp_path / "static" / ".hidden").write_text("x")
    static = load_static(tmp_path)
    assert static.themed["style.css"] == b"body {}"
    assert {LUNR, "theme.js"} <= static.themed.keys()
    assert static.own == {"figures/curve.svg": b"<svg/>"}
    assert load_static(tmp_path / "none").own == {}

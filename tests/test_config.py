"""site.yaml: what is accepted, and how every fault is told at once."""

from pathlib import Path

import pytest

from sitegen.config import TaxonomyKind, load_config
from sitegen.model.problems import ProblemsError


def load(folder: Path, text: str) -> str:
    """The problems that site.yaml raises, one a line."""
    path = folder / "site.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        load_config(path)
    return str(caught.value).replace(str(folder) + "/", "")


def test_defaults(tmp_path: Path) -> None:
    """A title is all that is needed."""
    (tmp_path / "site.yaml").write_text("\ufefftitle: My list\n", encoding="utf-8")
    config = load_config(tmp_path / "site.yaml")
    assert (config.title, config.language, config.page_size) == ("My list", "en", 50)
    assert config.taxonomies == tuple(TaxonomyKind)
    assert config.base_url is None


def test_the_base_url_ends_with_a_slash(tmp_path: Path) -> None:
    """Addresses are made by joining, so the slash is supplied."""
    (tmp_path / "site.yaml").write_text("title: T\nbase_url: https://ash.example/list\n")
    assert load_config(tmp_path / "site.yaml").base_url == "https://ash.example/list/"


def test_every_fault_at_once(tmp_path: Path) -> None:
    """All faults come together, each with its line, its key path and the nearest known key."""
    found = load(
        tmp_path, "titel: T\npage_size: many\nbase_url: example.org\ntaxonomies: [topics, autors]\n"
    ).splitlines()
    assert found[0].startswith("site.yaml:1: missing-key: `title` is required")
    assert "site.yaml:1: unknown-key: `titel` is not a known key; did you mean `title`?" in found
    assert any(line.startswith("site.yaml:2: invalid-value: `page_size`") for line in found)
    assert any(line.startswith("site.yaml:3: invalid-value: `base_url`") for line in found)
    assert any(line.startswith("site.yaml:4: invalid-value: `taxonomies[1]`") for line in found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: [", "yaml-syntax"),
        ("title: a\ntitle: b", "duplicate-key"),
        ("- a", "invalid-value"),
        ("", "missing-key"),
    ],
)
def test_broken_yaml(tmp_path: Path, text: str, code: str) -> None:
    """What is not a mapping of known keys is a problem, never a traceback."""
    assert code in load(tmp_path, text)


def test_missing_and_undecodable_files(tmp_path: Path) -> None:
    """A file that is not there, or not UTF-8, is told as such."""
    with pytest.raises(ProblemsError, match="unreadable-file"):
        load_config(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes("title: Müller".encode("latin-1"))
    with pytest.raises(ProblemsError, match="not UTF-8 at byte 8"):
        load_config(tmp_path / "latin.yaml")

"""docs/themes.md and docs/templates.md: the example builds as the text says, and no table or snippet is stale."""

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.build.pipeline import build_site
from sitegen.check.site import check_site
from tests.render.reading import elements_of, named

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "reading-group"
THEMES = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
SNIPPET = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)```\n", re.MULTILINE | re.DOTALL)


@cache
def writer() -> ModuleType:
    """The script that writes docs/templates.md."""
    spec = importlib.util.spec_from_file_location("write_templates", ROOT / "docs" / "write_templates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built; a warning would have been a failure."""
    out = tmp_path_factory.mktemp("themes") / "site"
    assert build_site(EXAMPLE, out, strict=True).is_written
    return out


def html(site: Path, path: str) -> str:
    """One page of the example."""
    return (site / path).read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_views() -> None:
    """A field, a type, a docstring or a block that changed without `make docs` is found here."""
    assert (ROOT / "docs" / "templates.md").read_text(encoding="utf-8") == writer().reference()


def test_every_block_says_what_it_is() -> None:
    """A block of ours that fills none of base.html has a comment before it, from which the table is made."""
    base = {name for name, _ in writer().blocks("base.html")}
    assert all(remark for _, remark in writer().blocks("base.html"))
    for path in (ROOT / "templates").glob("[!_]*.html"):
        assert not [name for name, remark in writer().blocks(path.name) if not remark and name not in base], path.name


def test_snippets_are_the_files_of_the_example() -> None:
    """What the text shows is what is built, letter by letter, and every template of it is shown."""
    found = dict(SNIPPET.findall(THEMES))
    assert found == {name: (EXAMPLE / name).read_text(encoding="utf-8") for name in found}
    assert {f"templates/{path.name}" for path in (EXAMPLE / "templates").iterdir()} <= set(found)


def test_the_blocks_that_the_text_names_exist() -> None:
    """Each `block` in the text is in one of our templates."""
    known = {name for path in (ROOT / "templates").glob("*.html") for name, _ in writer().blocks(path.name)}
    named_blocks = set(re.findall(r"\{% block (\w+) %\}", THEMES)) | set(re.findall(r"block `(\w+)`", THEMES))
    assert named_blocks
    assert named_blocks <= known


def test_the_example_is_sound(site: Path) -> None:
    """No dead link, and no page that nothing leads to."""
    assert check_site(site) == ()


def test_a_part_is_drawn_anew_everywhere(site: Path) -> None:
    """Rows are without topics in every list, and keep what scripts know them by."""
    for path in ("index.html", "papers/index.html", "week-1.html"):
        rows = [each for each in named(elements_of(html(site, path)), "li") if each.attributes.get("class") == "row"]
        assert rows
        assert all("data-id" in each.attributes for each in rows)
        assert '<p class="meta">' not in html(site, path)


def test_a_section_is_added_before_another(site: Path) -> None:
    """The rest of the paper's page stays as it is."""
    text = html(site, "papers/lanterns-in-a-row.html")
    assert text.index('id="note"') < text.index('id="talk"') < text.index('id="provenance"')


def test_the_frame_is_on_every_page(site: Path) -> None:
    """The notice and the sheet of the example, at whatever depth."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if "http-equiv" not in text:
            assert '<p class="notice">' in text
            (address,) = re.findall(r'href="([^"]*group\.css)"', text)
            assert (path.parent / address).resolve() == site.resolve() / "static" / "group.css"


def test_a_kind_of_page_shows_its_fields_lists_and_kin(site: Path) -> None:
    """Papers in the order asked for, and a link to each page of the kind."""
    found = elements_of(html(site, "week-1.html"))
    assert [each.text for each in named(found, "h2")] == ["Read before", "Go on with", "Weeks"]
    rows = [each.attributes["data-id"] for each in named(found, "li") if each.attributes.get("class") == "row"]
    assert rows == ["lanterns-in-a-row", "lanterns-that-drift", "what-a-shadow-keeps"]
    assert "Room 12" in html(site, "week-1.html")
    kin = [each for each in named(found, "a") if each.attributes["href"] in {"week-1.html", "week-2.html"}]
    assert [each.text for each in kin][-2:] == ["Week 1: light", "Week 2: shadow"]
    assert kin[-2].attributes["aria-current"] == "page"


def test_a_page_may_stay_out_of_the_top_line(site: Path) -> None:
    """`navigation: false` takes the page from there and from the first page."""
    home = html(site, "index.html")
    assert "week-2.html" in home
    assert "week-1.html" not in home

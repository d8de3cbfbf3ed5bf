"""Templates of the content folder: in place of ours, on top of ours, and told apart from ours by their faults."""

import re
from pathlib import Path

import pytest

from sitegen.model.problems import ProblemsError
from sitegen.render.pages import make_environment, render_page
from tests.toy import full_paper, page_at, toy_site

TEMPLATES = Path(__file__).parents[2] / "templates"
PAPER = f"papers/{full_paper().id}.html"


def written(folder: Path, path: str, **templates: str) -> str:
    """A page of the toy site, with these templates in the content folder."""
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text)
    site = toy_site()
    return render_page(make_environment([folder, TEMPLATES]), site, page_at(site, path)).content.decode()


def faults(folder: Path, **templates: str) -> list[str]:
    """What these templates are refused with, one a line."""
    with pytest.raises(ProblemsError) as caught:
        written(folder, "index.html", **templates)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_a_template_extends_the_one_that_it_stands_in_for(tmp_path: Path) -> None:
    """`sitegen/paper.html` is ours: one block changes, the rest stays."""
    text = '{% extends "sitegen/paper.html" %}{% block note %}{{ super() }}<p>Mine: {{ view.title }}</p>{% endblock %}'
    html = written(tmp_path, PAPER, paper=text)
    assert "<p>Mine: Bounded Lanterns" in html
    assert '<h2 id="note">' in html
    assert '<h2 id="provenance">' in html


def test_one_frame_serves_all_pages(tmp_path: Path) -> None:
    """A block of an own base.html stands on pages of every kind, whose templates are still ours."""
    text = '{% extends "sitegen/base.html" %}{% block extra_head %}<meta name="x" content="y">{% endblock %}'
    for path in ("index.html", PAPER, "topics/index.html", "404.html"):
        assert '<meta name="x" content="y">' in written(tmp_path, path, base=text)


def test_a_partial_serves_all_lists(tmp_path: Path) -> None:
    """An own `_row.html` draws the rows of every list, with the macros at hand."""
    text = '<li class="row mine">{{ item.title }} {{ date(item.date) if item.date }}</li>\n'
    for path in ("index.html", "papers/index.html", "topics/lanterns.html"):
        html = written(tmp_path, path, _row=text)
        assert '<li class="row mine">Bounded Lanterns' in html
        assert '<time datetime="2024-05-29">' in html


def test_a_block_that_would_not_be_printed_is_refused(tmp_path: Path) -> None:
    """A mistyped block is told with its line and the nearest that is there."""
    text = '{% extends "sitegen/paper.html" %}\n{% block nots %}x{% endblock %}\n'
    (found,) = faults(tmp_path, paper=text)
    assert found.startswith("paper.html:2: unknown-block: `sitegen/paper.html` has no block `nots`")
    assert found.endswith("did you mean `note`?")


def test_a_block_inside_a_block_is_new(tmp_path: Path) -> None:
    """One may cut a block into smaller ones, and change those in a further template."""
    week = '{% extends "base.html" %}{% block main %}<h1>W</h1>{% block inner %}one{% endblock %}{% endblock %}'
    page = '{% extends "week.html" %}{% block inner %}two{% endblock %}'
    assert "<h1>W</h1>two" in written(tmp_path, "about.html", week=week, page=page)


def test_text_that_would_be_lost_is_refused(tmp_path: Path) -> None:
    """What stands outside the blocks of a template that extends another is told at its line."""
    text = '{% extends "sitegen/home.html" %}\n\n<p>Hello</p>\n{% block news %}{% endblock %}\n{{ view.title }}\n'
    assert [line.split(" ")[0:2] for line in faults(tmp_path, home=text)] == [
        ["home.html:3:", "outside-blocks:"],
        ["home.html:5:", "outside-blocks:"],
    ]


def test_a_template_that_extends_itself_is_refused(tmp_path: Path) -> None:
    """The message names the template that was meant."""
    (found,) = faults(tmp_path, home='\n{% extends "home.html" %}')
    assert (
        found == "home.html:2: template-circle: `home.html` extends itself; `sitegen/home.html` is the one that comes "
        "with sitegen"
    )
    two = faults(tmp_path, home='{% extends "page.html" %}', page='{% extends "home.html" %}')
    assert [re.match(r"\S+ \S+", line)[0] for line in two] == [  # type: ignore[index]
        "home.html:1: template-circle:",
        "page.html:1: template-circle:",
    ]


@pytest.mark.parametrize(
    "tag", ["{% extends 'bose.html' %}", "{% include 'bose.html' %}", "{% import 'bose.html' as b %}"]
)
def test_a_template_that_is_not_there_is_refused(tmp_path: Path, tag: str) -> None:
    """Whatever asks for it, before any page is written."""
    (found,) = faults(tmp_path, home=f"\n{tag}")
    assert found == "home.html:2: unknown-template: there is no template `bose.html`; did you mean `base.html`?"


def test_a_template_may_do_without_another(tmp_path: Path) -> None:
    """What `ignore missing` allows, and what only a page decides, is no fault."""
    text = "{% include 'none.html' ignore missing %}{% include ['none.html', '_row_icons.html'] %}{% include view.x %}"
    make_environment([_with(tmp_path, "own.html", text), TEMPLATES])


def _with(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder

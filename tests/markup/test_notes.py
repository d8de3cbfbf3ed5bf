"""A reader's Markdown becomes HTML that fits into a page and can do no harm."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.markup.mathml import MATHML_ATTRIBUTES, MATHML_TAGS
from sitegen.markup.notes import LONGEST_NOTE, MOST_SIGNS, NOTE_TAGS, NoteError, markdown_to_html
from sitegen.model.problems import SitegenError

ATTRIBUTES = (
    "alt aria-label class colspan dir height href id lang open rel role rowspan scope src start tabindex title value"
)
ALLOWED_ATTRIBUTES = MATHML_ATTRIBUTES | frozenset([*ATTRIBUTES.split(), "width"])
PIECES = st.sampled_from(
    """
    <script>alert(1)</script> <img/src=x/onerror=alert(1)> <a/href="javascript:alert(1)">x</a> [x](javascript:alert(1))
    <svg><script>1</script></svg> <math><mi><style></math> ![x](https://e.org/x.png) ![x](data:text/html,x) `code`
    $x<y$ $$ $ \\( \\) \\text{<script>} \\href{javascript:x}{y} <iframe> <style> </p> <b onclick=x> # ## ``` | --- [^1]
    [^1]:x *[a]:b !!! - [x] > 1. <details> <!-- --> <table> &lt; &#60; " ' \u0002 \u0003 klzzwxh:0001 <h1> <form>
    <annotation-xml> <mtext><img/src=//e.org/x> style="x" <p/style="x"> vbscript:x https://e.org <https://e.org>
    """.split()
)
SOUP = st.lists(st.one_of(PIECES, st.text(max_size=6), st.sampled_from(["\n", "\n\n", "    ", " "])), max_size=14)


class _Elements(HTMLParser):
    """Every element of a piece of HTML with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@given(SOUP)
@settings(max_examples=200, deadline=None)
def test_no_input_escapes_the_allow_list(pieces: list[str]) -> None:
    """Whatever a note holds, its HTML has only known elements and attributes, and no address that runs code."""
    for tag, attributes in _Elements(markdown_to_html("".join(pieces))).found:
        assert tag in NOTE_TAGS | MATHML_TAGS
        assert attributes.keys() <= ALLOWED_ATTRIBUTES
        assert not re.match(r"\s*(?:javascript|vbscript|data):", attributes.get("href") or "", re.IGNORECASE)
        assert ":" not in (attributes.get("src") or "")
        assert not (attributes.get("src") or "").startswith("//")


@given(SOUP, SOUP)
@settings(max_examples=25, deadline=None)
def test_one_note_leaves_no_trace_in_the_next(first: list[str], second: list[str]) -> None:
    """The HTML of a note is the same whatever was read before it."""
    alone = markdown_to_html("".join(second))
    markdown_to_html("".join(first))
    assert markdown_to_html("".join(second)) == alone


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("# One\n\n## Two", '<h3 id="note-one">One</h3>\n<h4 id="note-two">Two</h4>'),
        ("### Deep\n\n##### Deeper", '<h3 id="note-deep">Deep</h3>\n<h4 id="note-deeper">Deeper</h4>'),
        ("## Ü\n\n## Ü\n\n## 。", '<h3 id="note-u">Ü</h3>\n<h3 id="note-u_1">Ü</h3>\n<h3 id="note-section">。</h3>'),
        ("*a* **b** `$c$`", "<p><em>a</em> <strong>b</strong> <code>$c$</code></p>"),
        ('"so" -- and...', "<p>“so” – and…</p>"),
        ("from $5 to $10", "<p>from $5 to $10</p>"),
        ("```python\n$x$ <b>\n```", '<pre tabindex="0"><code class="language-python">$x$ &lt;b&gt;\n</code></pre>'),
        ("    $x$", '<pre tabindex="0"><code>$x$\n</code></pre>'),
        (r"\$x\$", "<p>$x$</p>"),
        (
            "[a](https://e.org) [b](c.html)",
            '<p><a href="https://e.org" rel="noopener">a</a> <a href="c.html">b</a></p>',
        ),
        ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
        ("![a](https://e.org/b.png)", '<p><a href="https://e.org/b.png" rel="noopener">a</a></p>'),
        ('<img src="//e.org/b.png" alt="a">x', "<p>x</p>"),
        ("H2O is <sub>2</sub><b id='main' onclick='x()'>b</b>", "<p>H2O is <sub>2</sub><b>b</b></p>"),
        ("Word\n:   Meaning", "<dl>\n<dt>Word</dt>\n<dd>Meaning</dd>\n</dl>"),
        ("HTML\n\n*[HTML]: HyperText", '<p><abbr title="HyperText">HTML</abbr></p>'),
        ("!!! warning\n    Mind", '<div class="admonition warning">\n<p class="admonition-title">Warning</p>'),
        (
            "- [ ] read\n- [X] *cite*",
            '<ul>\n<li><span aria-label="to do" class="task" role="img">☐</span> read</li>\n<li><span aria',
        ),
        ("|a|b|\n|-|-:|\n|1|2|", '<table tabindex="0">\n<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>'),
    ],
)
def test_what_markdown_becomes(note: str, html: str) -> None:
    """Each thing that a note may hold is shown as documented, and its headings start under those of a page."""
    assert markdown_to_html(note).startswith(html)


def test_maths_is_kept_from_markdown() -> None:
    """Underscores and stars inside maths are maths, also over several lines."""
    html = markdown_to_html("$a_1 * b_1 * c$ and\n\n$$\n\\sum_i\nx_i\n$$\n\n$\\unheardof$")
    assert "<em>" not in html
    assert html.count("<math ") == 2
    assert 'display="block"' in html
    assert '<code class="tex">$\\unheardof$</code>' in html


def test_formulas_of_a_note_can_be_scrolled_by_keys() -> None:
    """The box around a formula outlives the allow-list, and no other element can say where the focus goes."""
    assert '<span class="formula" role="group" aria-label="Formula" tabindex="0"><math ' in markdown_to_html("$$x$$")
    assert "tabindex" not in markdown_to_html('<span tabindex="3" role="button">x</span><p tabindex="0">y</p>')


def test_footnotes_are_numbered_and_lead_back() -> None:
    """A footnote and its reference lead to each other, whatever its label, and both ids are fit for a page."""
    html = markdown_to_html('Text[^a b"c] and again[^a b"c].\n\n[^a b"c]: The note.')
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert ids == {"fn:1", "fnref:1", "fnref2:1"}
    assert set(re.findall(r' href="#([^"]+)"', html)) == ids


@pytest.mark.parametrize("note", ["x" * (LONGEST_NOTE + 1), "[" * (MOST_SIGNS + 1), "1. " * 3_000])
def test_too_much_is_refused_with_a_reason(note: str) -> None:
    """A note that would take minutes or a deep stack is an error that says so, of sitegen's own kind."""
    with pytest.raises(NoteError, match=r"characters|more than|nested") as caught:
        markdown_to_html(note)
    assert isinstance(caught.value, SitegenError)
    assert isinstance(caught.value, ValueError)


def test_headings_fit_under_those_of_the_page() -> None:
    """A note's headings begin with h3, those of a page of its own with h2."""
    assert markdown_to_html("# A\n\n## B").startswith("<h3")
    page = markdown_to_html("# A\n\n## B", first_heading=2)
    assert page.startswith("<h2")
    assert "<h3" in page
    assert "<h2" not in markdown_to_html("<h2>A</h2>")

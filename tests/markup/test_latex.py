"""Titles and abstracts as printed become safe HTML and readable text."""

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from sitegen.markup.latex import latex_to_html, latex_to_text
from sitegen.markup.mathml import MATHML_ATTRIBUTES, MATHML_TAGS
from sitegen.markup.maths import maths_tree
from sitegen.markup.maths_spans import find_maths


@pytest.mark.parametrize(
    ("printed", "html"),
    [
        ("plain words", "plain words"),
        ("<b>5 < 6 & 7</b>", "&lt;b&gt;5 &lt; 6 &amp; 7&lt;/b&gt;"),
        (r"a 5\% gain, Q\&A, a\_b, \$3, \#1", "a 5% gain, Q&amp;A, a_b, $3, #1"),
        ("``quoted'' and `so'", "“quoted” and ‘so’"),
        ("a -- b---c", "a – b—c"),
        ("run --fast", "run --fast"),
        (r"\emph{x} \textit{y} \textbf{z} \texttt{a--b}", "<em>x</em> <em>y</em> <strong>z</strong> <code>a--b</code>"),
        (r"{\em all of it} not this", "<em>all of it</em> not this"),
        (r"\textbf{\textsc{Small}}", "<strong>Small</strong>"),
        (r"{\underline b}andit", "<u>b</u>andit"),
        (r"shown before~\cite{a,b}, and \citep[p.~3]{c} after", "shown before, and after"),
        (r"see Fig.~\ref{fig:x}.", "see Fig.."),
        (
            r"na\"{\i}ve na\"ive Fr\'echet B\'{e}zier \c{c}a Erd\H{o}s \v Cech \~nol",
            "naïve naïve Fréchet Bézier ça Erdős",
        ),
        (r"the model\'s own", "the model&#39;s own"),
        (r"{B}ERT, 10{,}000, {0, 1} and R^{d_1}", "BERT, 10,000, {0, 1} and R^{d_1}"),
        (r"\alpha-stable, {\delta}-close, 7 \times 3", "α-stable, δ-close, 7 × 3"),
        (r"certain classes (\eg, dogs)", "certain classes (e.g., dogs)"),
        (r"\emphregret of O(\sqrtT)", "<em>regret</em> of O(√T)"),
        (r"\gls{DRL} and \hbox{single}", "DRL and single"),
        (r"\replaced{new}{old} text", "new text"),
        (r"text.\footnote{More here.}", "text. (More here.)"),
        (r"\ding{182} one \ding{55}", "❶ one ✗"),
        ("classiﬁcation", "classification"),
        ("~5% to 2M~4M in Figure~1 of Name~(N)", "~5% to 2M~4M in Figure 1 of Name (N)"),
        (r"We call it \ourmethod{}, a method", 'We call it <code class="tex">\\ourmethod</code>, a method'),
        (r"a lone } and { brace and a \ ", "a lone } and { brace and a  "),
    ],
)
def test_text_commands(printed: str, html: str) -> None:
    """Each leftover that occurs in real abstracts is shown as its author meant it."""
    assert latex_to_html(printed).startswith(html)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (r"$\ell_p$ norms", "ℓ_p norms"),
        (r"$k$-step", "k-step"),
        (r"3$\times$ faster", "3× faster"),
        (r"$O(n^2 \log n)$", "O(n² log n)"),
        (r"$\frac{a}{b+1}$ and $\sqrt{2}$", "a/(b+1) and √2"),
        (r"$\hat{x}\in\mathbb{R}^d$", "x̂ ∈ ℝ^d"),
        (r"$\mathcal{L}_{\mathrm{kl}}$", "L_kl"),
        (r"$|\mystate|$ states", "|mystate| states"),
        (r"We call it \ourmethod, a method", "We call it, a method"),
        (r"a tool, \ourmethod, that", "a tool, that"),
        ("between $5 and $10", "between $5 and $10"),
        (r"at \url{https://example.org/a\_b}.", "at https://example.org/a_b."),
    ],
)
def test_plain_text(printed: str, text: str) -> None:
    """Attributes, feeds and the search index get one line without markup."""
    assert latex_to_text(printed) == text


@pytest.mark.parametrize(
    ("printed", "pieces"),
    [
        ("costs $5 and $10", 0),
        ("from $0.02-$0.24 to $5/$10 or $20 (vs $30)", 0),
        ("$3.1-4.5M/yr for each of our users, in all; $7.2M/yr", 0),
        ("US$5 million or US$ 6 million", 0),
        ("over $8 billion in costs", 0),
        (r"\$5 and $x$", 1),
        ("$x$ costs $5 and $y$ costs $10", 2),
        (r"$6.2\%$ and $82%$ of $78$ samples", 3),
        (r"$\sim$15 minutes, $\sim$14,000$\times$ and $\sim$$30$%", 5),
        ("AP@$0.50$ of $0.2$--$0.3$", 3),
        (r"($>$100K tokens), ${\approx}$0.022, $p=0.013$-$0.029$", 4),
        (r"\(n\) and \[x = 1\] and $$y$$", 3),
        (r"a Markdown \[link\] and \(an aside in plain words\)", 0),
        ("to escape $the shortest distance of a target$", 0),
        ("a stray 90$ of data, then $d$ arms", 1),
    ],
)
def test_money_is_not_maths(printed: str, pieces: int) -> None:
    """Dollar signs before sums stay as they are; every piece of maths beside them is still read."""
    html = latex_to_html(printed)
    assert html.count("<math ") == pieces
    assert "<code" not in html


def test_addresses_become_links() -> None:
    """Only http and https lead anywhere; the full stop after an address is not part of it."""
    html = latex_to_html(
        r"See https://example.org/a_(b). (http://example.org/x) \url{https://example.org/a\_b\#c}, \href{https://e.org}{here},"
        r" \href{javascript:alert(1)}{there} and \url{this address}."
    )
    assert html == (
        'See <a href="https://example.org/a_(b)" rel="noopener">https://example.org/a_(b)</a>. '
        '(<a href="http://example.org/x" rel="noopener">http://example.org/x</a>) '
        '<a href="https://example.org/a_b#c" rel="noopener">https://example.org/a_b#c</a>, '
        '<a href="https://e.org" rel="noopener">here</a>, there and this address.'
    )


def test_a_title_inside_a_link_has_no_link() -> None:
    """Links do not nest: where the text is itself a link, its addresses are only shown."""
    assert latex_to_html("Code: https://e.org", links=False) == "Code: https://e.org"


LATEX = st.lists(
    st.one_of(
        st.sampled_from(
            r"""
            $ $$ \( \) \[ \] { } [ ] \ \\ ~ -- ``q'' ` ' \emph{ \em \textbf \text{<script>} \href{javascript:x}{y}
            \c{c} \url{ \cite{ \footnote{x} \frac \sqrt[ \begin{matrix} \left( \right) & \def\a{\a\a} \a _ ^ \mathbf{x}
            https://e.org <script>alert(1)</script> "onx=' \unicode{x3c} \style{a}{b} \class{a}{b} \unknown \item % #
            \'e \" \ding{9} \replaced{a} \enquote{ \ensuremath{x}_ \gls{y} \path{z} \'s
            """.split()
        ),
        st.text(max_size=5),
        st.just(" "),
    ),
    max_size=20,
).map("".join)
INLINE = frozenset({"a", "code", "em", "strong", "u", "sup", "sub"})


class _Balance(HTMLParser):
    """Fails on anything that is not an allowed element, closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in INLINE | MATHML_TAGS
        values = dict(attrs)
        known = {"a": {"href", "rel"}, "code": {"class"}}.get(tag, MATHML_ATTRIBUTES if tag in MATHML_TAGS else set())
        assert values.keys() <= known
        assert (values.get("href") or "http:").lower().startswith(("http:", "https:"))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(LATEX)
@settings(deadline=None)
def test_any_text_gives_safe_html(printed: str) -> None:
    """Whatever is printed, nothing is raised, and only known elements come out, balanced."""
    _Balance(latex_to_html(printed))


@given(LATEX)
@settings(deadline=None)
def test_any_text_gives_one_plain_line(printed: str) -> None:
    """Plain text has single spaces, and what it says is not read as markup again."""
    text = latex_to_text(printed)
    assert text == " ".join(text.split())
    assert "\x00" not in text


@given(st.text(alphabet=st.characters(exclude_characters="\\${}~`'-\x00", exclude_categories=["Cs"])))
def test_text_without_latex_is_only_escaped(printed: str) -> None:
    """A text with no sign of LaTeX is shown letter by letter."""
    assume("http" not in printed.lower() and not set(printed) & set("ﬀﬁﬂﬃﬄﬅﬆ"))
    assert latex_to_html(printed) == escape(printed)


@pytest.mark.parametrize(
    "part",
    [
        "$", "$$", "{", "}", "[", "\\", "~", "`", "``", "\\(", "\\[", "\\sqrt[", "\\sqrt{", "\\em ", "{\\em ", "{{}",
        "\\textbf{", "\\cite[", '\\"', "\\ ", "$\\text{", "$x", "$5 ", "$ab ", "_{", "\\mathbf{x}_", "http://a.b((",
        "\\ensuremath{", "\\footnote{",
    ],
)  # fmt: skip
def test_pathological_texts_come_to_an_end(part: str) -> None:
    """Thousands of the same opening, never closed, take time that grows with the length only."""
    _Balance(latex_to_html(part * 5_000))
    latex_to_text(part * 5_000)


def test_maths_of_real_abstracts_is_read(shared_dir: Path) -> None:
    """Of thousands of real formulas, those that stay source use commands which only their authors know."""
    corpus = shared_dir / "corpus" / "papers-20k.jsonl.gz"
    if not corpus.is_file():
        pytest.skip(f"no {corpus}")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        abstracts = [abstract for line in lines if "$" in (abstract := json.loads(line)["abstract"] or "")]
    spans = [span for abstract in abstracts for span in find_maths(abstract)]
    unread = [span for span in spans if maths_tree(span.source) is None and "href" not in span.source]
    broken = [span for span in unread if maths_tree(span.source, keep_names=True) is None]
    assert len(spans) > 4_000
    assert len(unread) < len(spans) / 100
    assert len(broken) < len(spans) / 1_000


def test_real_listings_are_read(shared_dir: Path) -> None:
    """All maths of the real dumps is read, and no command is left in their plain text."""
    for path in sorted(shared_dir.glob("dumps/*.txt")):
        text = path.read_text(encoding="utf-8")
        assert '<code class="tex">$' not in latex_to_html(text)
        assert not re.search(r"\\[a-zA-Z]", latex_to_text(text))


@pytest.mark.parametrize(
    "source", [r"\bigl\lVert x \bigr\rVert", r"\Bigg\| x \Bigg\|", r"\big\vert x \big\rvert", r"\lVert x \rVert"]
)
def test_bars_of_any_size_are_read(source: str) -> None:
    """Norms and absolute values are maths, however large their bars."""
    assert "<math" in latex_to_html(f"${source}$")

"""Titles and abstracts as printed become safe HTML and readable text."""

import pytest

from sitegen.markup.latex import latex_to_html, latex_to_text


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

"""LaTeX maths becomes MathML that browsers show, or nothing at all."""

import pytest

from sitegen.markup.maths import boxed_maths, maths_html, maths_tree
from sitegen.markup.maths_spans import LONGEST
from sitegen.markup.maths_text import maths_to_text


def inner(source: str) -> str:
    """The MathML of a formula without its outermost elements."""
    html = maths_html(source) or ""
    return html.partition("<mrow>")[2].removesuffix("</mrow></math>")


@pytest.mark.parametrize(
    ("source", "mathml"),
    [
        (r"\mathbb{R}^d", "<msup><mi>ℝ</mi><mi>d</mi></msup>"),
        (r"\mathrm{max}", '<mrow><mi mathvariant="normal">max</mi></mrow>'),
        (r"\mathbf{xy}", "<mrow><mi>𝐱</mi><mi>𝐲</mi></mrow>"),
        (r"\boldsymbol{\alpha}", "<mrow><mi>𝜶</mi></mrow>"),
        (r"{\cal O}(n)", '<mrow><mi>𝒪</mi></mrow><mo stretchy="false">(</mo><mi>n</mi><mo stretchy="false">)</mo>'),
        (r"\mathfrak{gC}", "<mrow><mi>𝔤</mi><mi>ℭ</mi></mrow>"),
        ("82%", "<mn>82</mn><mi>%</mi>"),
        (r"\nicefrac{1}{2}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"),
        (r"\operatorname{arg\,max}", "<mo>arg\N{THIN SPACE}max</mo>"),
        (r"\l(x\r)", '<mrow><mo stretchy="true" fence="true" form="prefix">(</mo><mi>x</mi>'),
        (r"\text{61.2\%}", "<mtext>61.2%</mtext>"),
        ("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        (r"\text{<script>}", "<mtext>&lt;script&gt;</mtext>"),
        (r"\textcolor{red}{x}", "<mstyle><mrow><mi>x</mi></mrow></mstyle>"),
        (r"A\setminus B", "<mi>A</mi><mi>∖</mi><mi>B</mi>"),
    ],
)
def test_mathml(source: str, mathml: str) -> None:
    """Letters stand in their own alphabets, names are one word, and nothing but known markup is there."""
    assert inner(source).startswith(mathml)


@pytest.mark.parametrize(
    "source",
    [
        "", " ", r"\foo", r"x + \foo{y}", r"\frac{1}", "x^", "x_1_2", r"\left(", "}" * 3 + "{", "{" * 40 + "}" * 40,
        r"\href{javascript:x}{y}", r"\def\a{\a\a}\a", r"\newcommand{\a}{x}\a", r"\unicode{x0}", r"\unicode{xD800}",
        r"\class{a}{x}", r"\style{color:red}{x}", "x" * (LONGEST + 1), r"\begin{matrix} 1",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_nothing(source: str) -> None:
    """Broken, unknown, endless and dangerous maths has no MathML, so that its source is shown instead."""
    assert maths_html(source) is None


def test_the_source_goes_with_the_maths() -> None:
    """`alttext` is the LaTeX, escaped, and a formula on a line of its own is a block."""
    html = maths_html('a<b "c"', block=True) or ""
    assert html.startswith('<math display="block" alttext="a&lt;b &#34;c&#34;">')


@pytest.mark.parametrize(
    ("source", "block", "is_boxed"),
    [
        (r"x", True, True),
        (r"1-\alpha \leq \Pr(Y \in C(X)) \leq 1-\alpha+\frac{1}{n+1}", False, True),
        (r"\mathcal{O}(n \log n)", False, False),
        (r"x", False, False),
    ],
)
def test_what_may_be_wider_than_a_phone_has_a_box(source: str, block: bool, is_boxed: bool) -> None:
    """A formula on a line of its own, or a long one in a line, stands in a named box that keys can reach and scroll."""
    html = boxed_maths(source, block=block) or ""
    opening = '<span class="formula" role="group" aria-label="Formula" tabindex="0">'
    assert html.removeprefix(opening).removesuffix("</span>") == maths_html(source, block=block)
    assert html.startswith(opening) is is_boxed


def test_no_box_without_a_formula() -> None:
    """What cannot be read has no box either."""
    assert boxed_maths(r"\foo", block=True) is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\sum_{i=1}^n f_i(x_i)", "∑_(i=1)ⁿ f_i(x_i)"),
        (r"10^{-5}", "10⁻⁵"),
        (r"90^\circ", "90°"),
        (r"\frac{x+1}{2}", "(x+1)/2"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"\hat{x}, \overline{AB}, \underbrace{a+b}_{c}", "x̂, AB, a+b_c"),
        (r"\begin{cases} a & b \\ c & d \end{cases}", "{a b; c d"),
        (r"\lim_{n \to \infty} \log n", "lim_(n→∞) log n"),
        (r"x \in \{0,1\}", "x ∈ {0, 1}"),
        (r"\mathbf{w}^\top \mathcal{L}", "w^⊤L"),
        (r"\phantom{x}y\,z", "y z"),
    ],
)
def test_maths_as_text(source: str, text: str) -> None:
    """A formula on one line says the same, with what Unicode has for it."""
    tree = maths_tree(source)
    assert tree is not None
    assert maths_to_text(tree) == text

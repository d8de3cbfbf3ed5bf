"""What a person types as clauses, and that Python and JavaScript agree on it."""

import random
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.query import FIELD_NAMES, Clause, Parsed, Role, parse
from tests.search.scripts import run_script

# What the rules look at, and words that have met trouble.
PIECES = (
    *FIELD_NAMES, "Title", "BY", "venue", "ð", "naïve", "GPT-4", "C++", "c#", "3D", "of", "the", "about",
    "pre-training",
    "深度学习", "β-VAE", "O'Brien's", "2020-2021", "https", "a", "_", "ﬁne", "Ⅷ", "x²", "हिन्दी", "\U00020000字",
    "+", "-", ":", "::", '"', '""', "*", "**", "~", "~1", "~9", "^", "^3", "^0", "^99999", "~1^2", "^2~", "//", ".",
    "!",
    "\\", "\u2028", "\u00a0", "\x1c", "\x85", "\ufeff", "\n",
)  # fmt: skip


def clauses_of(typed: str, *, typing: bool = False) -> tuple[Clause, ...]:
    """The clauses of a text."""
    return parse(typed, typing=typing).clauses


def as_json(parsed: Parsed) -> dict[str, Any]:
    """A parsed text in the form in which the script prints it."""
    clauses = [{**asdict(clause), "role": clause.role.value, "words": list(clause.words)} for clause in parsed.clauses]
    return {"clauses": clauses, "remarks": list(parsed.remarks)}


def assert_same(node: str, texts: list[str]) -> None:
    """Both languages make the same of each text, finished or not."""
    questions = [(typed, typing) for typed in texts for typing in (False, True)]
    answers = run_script(node, "parsed.mjs", questions)
    for (typed, typing), answer in zip(questions, answers, strict=True):
        assert as_json(parse(typed, typing=typing)) == answer, (typed, typing)


def test_plain_words_must_all_match() -> None:
    """Without signs every word is needed, but words that abstracts leave out only add to the rank."""
    assert [(clause.words, clause.role) for clause in clauses_of("Survey of GANs")] == [
        (("survey",), Role.NEED),
        (("of",), Role.WANT),
        (("gans",), Role.NEED),
    ]
    assert [clause.role for clause in clauses_of("all you")] == [Role.NEED, Role.NEED]


def test_signs_say_what_must_and_must_not() -> None:
    """With a `+` anywhere, words without one may match."""
    assert [clause.role for clause in clauses_of("+a1 b2 -c3")] == [Role.NEED, Role.WANT, Role.NOT]


def test_fields_phrases_and_marks() -> None:
    """A field has other names, a phrase keeps its words together, `~` and `^` are taken off."""
    field, phrase, marked = clauses_of('by:Ng "Large  models" graf~1^4')
    assert (field.field, field.words) == ("authors", ("ng",))
    assert (phrase.phrase, phrase.words) == (True, ("large", "models"))
    assert (marked.words, marked.edits, marked.boost) == (("graf",), 1, 4)


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("venue:icml", "“venue” is not a field, so it was looked for as a word."),
        ("lipschitz title:", "Type what to look for right behind “title:”."),
        ("grokking~5", "At most 2 letters of a word may differ."),
        ("word " * 60, "Only the first 40 words were looked for."),
        ("x" * 501, "Only the first 500 characters were looked for."),
    ],
)
def test_what_could_not_be_taken_as_typed_is_said(typed: str, remark: str) -> None:
    """A sentence for each, and the rest is looked for all the same."""
    assert remark in parse(typed).remarks


def test_only_the_last_word_is_open_and_only_while_one_types() -> None:
    """A space behind it finishes a word."""
    assert [clause.open for clause in clauses_of("deep lea", typing=True)] == [False, True]
    assert not any(clause.open for clause in clauses_of("deep lea ", typing=True))
    assert not any(clause.open for clause in clauses_of("deep lea"))


def test_python_and_javascript_agree_on_joined_pieces(node: str) -> None:
    """Texts that are put together from all that the rules look at."""
    chance = random.Random(7)  # noqa: S311 -- examples, no secrets
    glue = ("", "", " ", ":", "*", "-")
    texts = [
        "".join(chance.choice(PIECES) + chance.choice(glue) for _ in range(chance.randint(0, 9))) for _ in range(1500)
    ]
    assert_same(node, [*texts, "x" * 499 + "\U00020000字", "y" * 700, "of " * 100, "title:a" * 90])


@settings(max_examples=6)
@given(
    st.lists(
        st.text(
            st.one_of(
                st.characters(max_codepoint=0x2FFFF, categories=("L", "Nd", "P", "Z", "M", "Sm")),
                st.sampled_from('+-:*~^" '),
            ),
            max_size=24,
        ),
        min_size=20,
        max_size=60,
    )
)
def test_python_and_javascript_agree_on_any_text(node: str, texts: list[str]) -> None:
    """Texts of any writing."""
    assert_same(node, texts)

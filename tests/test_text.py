"""Folding and slugs: which texts count as equal, and what they are called."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dates import PartialDate, parse_iso_date, parse_printed_date
from sitegen.model.text import SLUG_LENGTH, clean_text, fold_text, fold_words, slug_of

LETTERS = st.text(alphabet=string.ascii_letters + "äöüéèñçåøß", min_size=1)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text stays as it is."""
    assert fold_text(fold_text(text)) == fold_text(text)


@given(LETTERS)
def test_case_and_accents_do_not_count(text: str) -> None:
    """Upper case and decomposed accents fold alike."""
    assert fold_text(text) == fold_text(text.upper()) == fold_text(unicodedata.normalize("NFD", text))


@given(st.lists(LETTERS, min_size=1), st.sampled_from([" ", "-", "\u2013", ": ", " \u00b7 ", "\u00a0", "\u200b"]))
def test_what_joins_words_does_not_count(words: list[str], joint: str) -> None:
    """Spaces, hyphens and punctuation between words fold away."""
    assert fold_text(joint.join(words)) == fold_text("".join(words))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        (r"M\"uller", "muller"),
        (r"M\"{u}ller", "muller"),
        (r"Fran\c{c}ois", "francois"),
        (r"\'Ecole", "ecole"),
        (r"$\ell_p$ norms", "lpnorms"),
        ("ℓ_p norms", "lpnorms"),
        ("[Deep Nets](https://example.org/a_b)", "deepnets"),
        ("ﬁne-tuning", "finetuning"),
        ("x² + H₂O", "x2h2o"),
        ("深度 学习", "深度学习"),
        ("Größe", "grosse"),
    ],
)
def test_markup_and_special_letters(text: str, folded: str) -> None:
    """LaTeX accents, maths, Markdown links, ligatures, powers and other scripts."""
    assert fold_text(text) == folded


def test_texts_without_letters_stay_apart() -> None:
    """Two titles of signs alone are not one."""
    assert fold_text("???") != fold_text("!!!")
    assert fold_text("???") != ""


def test_words() -> None:
    """Words keep their order; accents and case fold away."""
    assert fold_words("Étude of GPT-4: ﬁrst") == ("etude", "of", "gpt", "4", "first")


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_slugs_are_safe(text: str, length: int) -> None:
    """A slug has lower-case ASCII letters, digits and single inner hyphens, and never more than its length."""
    slug = slug_of(text, length=length)
    assert len(slug) <= length
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert not slug.startswith("-")
    assert "--" not in slug


def test_slugs_are_cut_at_a_word_end() -> None:
    """No word is cut, unless it is the first."""
    assert slug_of("a" * 70) == "a" * SLUG_LENGTH
    assert slug_of("word " * 20, length=14) == "word-word-word"
    assert slug_of("word " * 20, length=13) == "word-word"
    assert slug_of("Don't Müller") == "dont-muller"


def test_cleaning() -> None:
    """One kind of space, composed letters, nothing invisible."""
    assert clean_text("\u00a0a\u0301\u200b \t b\ufeff ") == "á b"


@given(st.dates())
def test_iso_dates_round_trip(day: object) -> None:
    """Every day reads back from its ISO form."""
    assert parse_iso_date(str(day)).iso == str(day)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Apr 4, 2025", PartialDate(year=2025, month=4, day=4)),
        ("May 29", PartialDate(month=5, day=29)),
        ("Feb 29", PartialDate(month=2, day=29)),
        ("September 1, 2020", PartialDate(year=2020, month=9, day=1)),
    ],
)
def test_printed_dates(text: str, date: PartialDate) -> None:
    """Dates as listings print them, with or without a year."""
    assert parse_printed_date(text) == date


@pytest.mark.parametrize("text", ["", "May", "May 32", "Feb 30", "Feb 29, 2023", "29 May", "Foo 3"])
def test_what_is_no_date(text: str) -> None:
    """Days that no calendar has are refused."""
    with pytest.raises(ValueError, match=r".+"):
        parse_printed_date(text)

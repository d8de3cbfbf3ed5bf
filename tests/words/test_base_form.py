"""Base forms: one for the inflections of a word, several for words of several meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.words.stemming import base_form

FAMILIES = [
    "model models modelling modelled",
    "train trains trained training",
    "certify certified certifies certification certifier",
    "classify classification classifier classifiers",
    "detect detected detection detector",
    "robust robustness",
    "statistical statistics",
    "policy policies",
    "normalize normalized normalization",
    "estimate estimation estimator",
]
APART = ["general generative generalize", "normal normalize", "transform transformer transformation", "active act"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_one_form(family: str) -> None:
    """Plurals, tenses and derivations that keep the meaning."""
    assert len(set(map(base_form, family.split()))) == 1


@pytest.mark.parametrize("words", APART)
def test_other_meanings_have_other_forms(words: str) -> None:
    """Words that a stemmer for searching takes for one."""
    assert len(set(map(base_form, words.split()))) == len(words.split())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_form_is_a_word_again(word: str) -> None:
    """Never empty, and no longer than the word by more than a letter."""
    assert 0 < len(base_form(word)) <= len(word) + 1


@given(st.text(alphabet="aé学0-'", min_size=1, max_size=8))
def test_other_letters_stay(word: str) -> None:
    """A word that is not of the letters a to z is its own form."""
    assert base_form(word) == word or (word.isascii() and word.isalpha())

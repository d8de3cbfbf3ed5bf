"""Words of phrases and papers are compared without regard to number, spelling, case, accents and hyphens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.text import fold_words
from sitegen.taxonomy.topic_words import comparable_word, phrase_fault, phrase_patterns, text_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("models", "Model"),
        ("policies", "policy"),
        ("losses", "loss"),
        ("biases", "bias"),
        ("searches", "search"),
        ("boxes", "box"),
        ("generalisation", "generalization"),
        ("analysed", "analyzed"),
        ("behaviours", "behavior"),
        ("labelling", "labeling"),
        ("distil", "distill"),
        ("defences", "defense"),
        ("artefact", "artifact"),
        ("centres", "center"),
    ],
)
def test_two_forms_of_a_word_are_equal(one: str, other: str) -> None:
    """A plural equals its singular, and British spelling equals American."""
    assert comparable_word(one) == comparable_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("loss", "lo"), ("bias", "bia"), ("analysis", "analysi"), ("llm", "lm"), ("four", "for")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """What only looks like a plural or a spelling is left alone."""
    assert comparable_word(one) != comparable_word(other)


def test_accents_markup_and_hyphens_part_words_as_in_plain_text() -> None:
    """LaTeX, accents and hyphens leave the words that a reader sees."""
    assert text_words(r"\emph{Na\"ive} Fr\'echet-means") == ("naive", "frechet", "mean")


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_is_read_as_any_other(text: str) -> None:
    """The short way for ASCII text gives the words that folding gives."""
    assert text_words(text) == tuple(map(comparable_word, fold_words(text)))


def test_a_hyphen_stands_for_three_ways_of_writing() -> None:
    """A hyphenated phrase finds the parted and the joined form."""
    assert phrase_patterns("pre-training data") == (("pre", "training", "data"), ("pretraining", "data"))


def test_a_stem_keeps_its_star_and_its_spelling_is_evened() -> None:
    """A stem may stop inside an ending that is spelled in two ways."""
    assert phrase_patterns("regulariz* term") == (("regularis*", "term"),)


@pytest.mark.parametrize("phrase", ["", "*", "ab*", "a * b", "mid*dle", "semi;colon", "-dash", "two--dashes"])
def test_a_phrase_that_cannot_be_read_has_a_fault(phrase: str) -> None:
    """Only words, spaces, single hyphens and stars that end a long enough word make a phrase."""
    assert phrase_fault(phrase)


@pytest.mark.parametrize("phrase", ["grok*", "out-of-distribution", "GPT-4", "k-nearest neighbors", "naïve"])
def test_a_good_phrase_has_no_fault(phrase: str) -> None:
    """Digits, accents, hyphens and stems are fine."""
    assert phrase_fault(phrase) is None

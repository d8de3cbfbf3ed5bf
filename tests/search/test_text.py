"""What a word is in search, and that Python and JavaScript agree on it."""

import gzip
import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.words.stemming import stem
from sitegen.words.text import FOLDED, GREEK_LETTERS, STOP_WORDS, fold, index_terms, query_terms, words
from tests.search.scripts import lunr_or_skip, run_script

# Texts that have caused trouble somewhere: each has its test below in both languages.
TEXTS = (
    "Müller–Lyer and Muller-Lyer, Łukasz Ørsted's Straße; naïve Poincaré, İstanbul ŒUVRE ﬁne-tuning",
    "GPT-4 beats GPT4 and GPT 4 in C++, C#, g++ and F#; not x+y nor issue#3",
    "3D and 2.5D, L2-norms, ResNet-50, Qwen2.5-72B, v1.0.3, 2020-2021, 1,000, .5 and 5.",
    "out-of-distribution, state-of-the-art, pre-training, e-mail, Lipschitz-constrained--and more",
    "β-VAE with ε-greedy and λ; the Σ-algebra ΣΑΣ, αβγ, Ελλάδα",
    "深度学习 模型 and BERT模型, 機械学習は楽しい, カタカナ, 한국어 검색",
    "глубокое обучение, Ёлка, हिन्दी पाठ, ภาษาไทย, العربية",
    "``quoted'' 'single' “curly” don’t O'Brien rock'n'roll James' Bayes's",
    "snake_case_name, a/b/c, https://example.org/a-b?c=d, {x}^2 $y$ \\alpha 100% & co.",
    "x² ½ ™ ℓ∞ ⟨a|b⟩ soft\u00adhyphen zero\u200bwidth no\u00a0break",
    "",
    "the of and",
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("muller", "Müller"),
        ("Müller", "Muller"),
        ("gpt4", "GPT-4"),
        ("GPT-4", "GPT4"),
        ("pretraining", "pre-training"),
        ("c++", "C++"),
        ("3d", "3D"),
        ("L2", "ℓ2 and L2"),
        ("out-of-distribution", "out-of-distribution"),
        ("beta-vae", "β-VAE"),
        ("epsilon", "ε-greedy"),
        ("学习", "深度学习"),
        ("Обучение", "глубокое обучение"),
        ("quoted", "``quoted''"),
        ("surveys", "A survey"),
        ("Bayes", "Bayes's rule"),
        ("l2-norm", "L2-norms"),
    ],
)
def test_a_word_is_found_however_it_is_written(typed: str, printed: str) -> None:
    """At least one way in which the typed word can be met is there in the printed text."""
    have = set(index_terms(printed, keep_stop_words=True))
    (word,) = words(fold(typed))
    assert any(have.issuperset(needs) for needs in query_terms(word))


@pytest.mark.parametrize(
    ("part", "compound"),
    [("gpt", "GPT-4"), ("4", "GPT-4"), ("c", "C++"), ("3", "3D"), ("d", "3D"), ("l", "L2"), ("2", "L2")]
    + [(part, "out-of-distribution") for part in ("out", "distribution")]
    + [("qwen", "Qwen2.5-72B"), ("2.5", "Qwen2.5-72B"), ("resnet", "ResNet50"), ("学", "BERT模型学")],
)
def test_the_parts_of_a_compound_are_found(part: str, compound: str) -> None:
    """What stands between hyphens, or on one side of a change from letters to digits, is a word of its own."""
    assert query_terms(fold(part))[0][0] in index_terms(compound, keep_stop_words=False)


def test_stop_words_count_in_names_only() -> None:
    """`He` is an author; in running text it says nothing."""
    assert index_terms("Kaiming He", keep_stop_words=True) == ["kaim", "he"]
    assert index_terms("what he does", keep_stop_words=False) == []


def test_a_number_range_is_no_other_number() -> None:
    """`2020-2021` is never written together."""
    assert index_terms("2020-2021", keep_stop_words=False) == ["2020", "2021"]
    assert query_terms("2020-2021") == (("2020", "2021"),)


@given(st.text())
def test_terms_are_clean_whatever_the_text(text: str) -> None:
    """A term holds letters, digits, inner points and the signs of c++ and c#: no quote, no space, no bracket."""
    for term in index_terms(text, keep_stop_words=True):
        assert term
        assert not set(term) & set(" \t\n'\"`-_(){}[]$\\/,;:!?<>|&%*~^")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_stem_is_not_longer_than_its_word(word: str) -> None:
    """Stemming takes off endings; it adds at most the e that a past form lost (`hoping`, `hope`)."""
    assert len(stem(word)) <= len(word)


@given(st.lists(st.text(), min_size=30, max_size=30))
def test_folding_twice_changes_nothing(texts: list[str]) -> None:
    """A folded text is folded."""
    for text in texts:
        assert fold(fold(text)) == fold(text)


def test_both_languages_agree(node: str) -> None:
    """Python and JavaScript make the same words, terms and ways to meet a query of the same text."""
    answer = run_script(node, "terms.mjs", {"texts": TEXTS, "words": []})
    for text, (folded, found, kept, dropped, queries) in zip(TEXTS, answer["texts"], strict=True):
        assert folded == fold(text)
        assert found == words(folded)
        assert kept == index_terms(text, keep_stop_words=True)
        assert dropped == index_terms(text, keep_stop_words=False)
        assert queries == [[list(needs) for needs in query_terms(word)] for word in found]
    tables = answer["tables"]
    assert tables == {"stopWords": sorted(STOP_WORDS), "greek": GREEK_LETTERS, "folded": FOLDED}


# All of Unicode but surrogates; of the long uniform blocks (Han, Hangul, Tangut and the later planes) some of each.
CODES = (
    *range(0x3400), *range(0x3400, 0xA000, 97), *range(0xA000, 0xAC00), *range(0xAC00, 0xD7A4, 97),
    *range(0xD7A4, 0xD800), *range(0xF900, 0x17000), *range(0x17000, 0x19000, 97), *range(0x19000, 0x20000),
    *range(0x20000, 0x110000, 97),
)  # fmt: skip


def test_both_languages_agree_on_every_character(node: str) -> None:
    """Folding, and what belongs to a word, over all of Unicode that both know."""
    chars = [char for char in map(chr, CODES) if unicodedata.category(char) not in {"Cn", "Co"}]
    answer = run_script(node, "terms.mjs", {"texts": [], "words": [], "chars": "".join(chars)})
    common = sorted(set(chars) - set(answer["unassigned"]))
    texts = ["".join(f"a{char}b {char} " for char in common[start : start + 64]) for start in range(0, len(common), 64)]
    answer = run_script(node, "terms.mjs", {"texts": texts, "words": []})
    for text, (folded, found, *_) in zip(texts, answer["texts"], strict=True):
        assert folded == fold(text)
        assert found == words(folded)


def assert_agreement(node: str, lines: Sequence[str]) -> None:
    """Line by line, and word by word for the stems, with lunr.js as the judge of those."""
    english = sorted(set(re.findall("[a-z]+", " ".join(map(fold, lines)))))
    answer = run_script(node, "terms.mjs", {"texts": lines, "words": english, "lunr": str(lunr_or_skip())})
    for line, (_, found, kept, dropped, queries) in zip(lines, answer["texts"], strict=True):
        assert kept == index_terms(line, keep_stop_words=True)
        assert dropped == index_terms(line, keep_stop_words=False)
        assert queries == [[list(needs) for needs in query_terms(word)] for word in found]
    assert answer["stems"] == answer["lunrStems"] == [stem(word) for word in english]


def test_both_languages_agree_on_the_real_dumps(node: str, shared_dir: Path) -> None:
    """All that real listings print."""
    paths = sorted((shared_dir / "dumps").glob("*.txt"))
    assert_agreement(node, [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()])


def test_both_languages_agree_on_every_word_of_many_papers(node: str, shared_dir: Path) -> None:
    """All that stands between spaces in the titles, names and abstracts of 20,000 real papers."""
    corpus = shared_dir / "corpus" / "papers-20k.jsonl.gz"
    if not corpus.is_file():
        pytest.skip(f"no {corpus}")
    pieces: set[str] = set()
    with gzip.open(corpus, "rt", encoding="utf-8") as papers:
        for paper in map(json.loads, papers):
            pieces.update(" ".join([paper["title"], *paper["authors"], paper["abstract"]]).split())
    every = sorted(pieces)
    assert_agreement(node, [" ".join(every[start : start + 100]) for start in range(0, len(every), 100)])


def test_stems_are_those_of_lunr(node: str) -> None:
    """Both stemmers give what lunr.js gives, over words with every ending and over made-up ones."""
    roots = "survey play array try rely optim general identif hop fall yield agre bl z conv rat creat s e yy aeiou"
    endings = [
        "",
        *"s ed ing eed y ies ied ation ational ization izer ness fulness iveness ousness bli alli entli eli".split(),
    ]
    endings += (
        "ousli ator alism aliti iviti biliti logi icate ative alize iciti ical ful ement ment ent ion sion e".split()
    )
    made_up = [root + ending for root in roots.split() for ending in endings]
    made_up += [
        a + b + c + d for a in "yabst" for b in "aeyls" for c in "yestd" for d in ("", "s", "ed", "y", "e", "ies")
    ]
    answer = run_script(node, "terms.mjs", {"texts": [], "words": made_up, "lunr": str(lunr_or_skip())})
    assert answer["stems"] == answer["lunrStems"]
    assert [stem(word) for word in made_up] == answer["lunrStems"]

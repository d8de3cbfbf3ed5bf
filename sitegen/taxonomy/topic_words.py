"""The words in which topic phrases and papers are compared: number, spelling and hyphens do not count."""

import itertools
import re
from functools import lru_cache

from sitegen.model.text import clean_text, fold_words

WILDCARD = "*"

# Each pair makes two spellings of one word equal; words that no one spells in two ways change the same way everywhere,
# so that nothing is lost.
_SPELLINGS = (
    (re.compile(r"iz"), "is"),
    (re.compile(r"yz"), "ys"),
    (re.compile(r"(?<=[a-z]{3})our"), "or"),
    (re.compile(r"(?<=[aeiou])ll"), "l"),
    (re.compile(r"fenc"), "fens"),
    (re.compile(r"centre"), "center"),
    (re.compile(r"artef"), "artif"),
)
_NOT_PLURAL = ("ss", "us", "is", "as")
_WORD = re.compile(r"\w+")
_PHRASE_SHAPE = re.compile(r"[^\W_]+\*?(?:[ -][^\W_]+\*?)*")
_SHORTEST_STEM = 3
_MOST_HYPHENS = 4


def text_words(text: str) -> tuple[str, ...]:
    """The comparable words of a title or an abstract, in order; a hyphen parts two words."""
    if "\\" in text or "](" in text:
        return tuple(map(comparable_word, fold_words(text)))
    plain = text if text.isascii() else clean_text(text)
    return tuple(map(comparable_word, _WORD.findall(plain.lower())))


@lru_cache(maxsize=200_000)
def comparable_word(word: str) -> str:
    """One word as a folded singular in one spelling (`Behaviours` and `behavior` are equal)."""
    folded = word.lower() if word.isascii() else "".join(fold_words(word))
    return _singular(_one_spelling(folded))


def _one_spelling(word: str) -> str:
    for spelling, replacement in _SPELLINGS:
        word = spelling.sub(replacement, word)
    return word


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_STEM or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")) or word == "biases":
        return word[:-2]
    return word[:-1]


def phrase_fault(phrase: str) -> str | None:
    """What makes a phrase of topics.yaml unreadable, or None."""
    folded = " ".join(phrase.split())
    if not _PHRASE_SHAPE.fullmatch(folded):
        return "a phrase is made of words, spaces and hyphens; `*` may end a word"
    if any(len(word) <= _SHORTEST_STEM for word in re.split(r"[ -]", folded) if word.endswith(WILDCARD)):
        return f"a word before `*` needs at least {_SHORTEST_STEM} letters"
    if folded.count("-") > _MOST_HYPHENS:
        return f"a phrase may hold at most {_MOST_HYPHENS} hyphens"
    return None


def phrase_patterns(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Every sequence of comparable words that a phrase stands for.

    A hyphen stands for a hyphen, a space or nothing (`pre-train*` finds `pretrained` and `pre-trained`); a word that
    ends in `*` is a stem and keeps its `*`.
    """
    pieces = re.split(r"([ -])", " ".join(phrase.split()))
    words, joints = pieces[::2], pieces[1::2]
    choices = itertools.product(*((" ", "") if joint == "-" else (" ",) for joint in joints))
    written = ("".join(itertools.chain(*zip(words, (*choice, ""), strict=True))) for choice in choices)
    return tuple(dict.fromkeys(tuple(map(_pattern_word, spaced.split())) for spaced in written))


def _pattern_word(word: str) -> str:
    folded = "".join(fold_words(word.removesuffix(WILDCARD)))
    return _one_spelling(folded) + WILDCARD if word.endswith(WILDCARD) else comparable_word(folded)

"""The stem under which the forms of an English word are found.

Porter's algorithm (1980) in the form that lunr.js has it: `y` counts as in lunr.js, so that `survey`, `play` and
`array` get the same stem here, in the browser and in lunr.js's own stemmer. `static/search-text.js` has the same
definition; tests hold both against lunr.js.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"

# The measure of a stem is how often vowels are followed by consonants in it.
_MEASURE_OVER_0 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_MEASURE_OVER_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_MEASURE_IS_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?")
_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]")
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]")

_LONG_ENDINGS = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_MIDDLE_ENDINGS = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_LAST_ENDINGS = dict.fromkeys("al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split(), "")


def _lengths(endings: dict[str, str]) -> tuple[int, ...]:
    # The longest ending that leaves a stem wins.
    return tuple(sorted({len(ending) for ending in endings}, reverse=True))


def _tails(endings: Iterable[str]) -> frozenset[str]:
    # Most words lack most endings: their last two letters tell that at once.
    return frozenset(ending[-2:] for ending in endings)


_LONG = _lengths(_LONG_ENDINGS)
_MIDDLE = _lengths(_MIDDLE_ENDINGS)
_LAST = _lengths(_LAST_ENDINGS)
_LONG_TAILS = _tails(_LONG_ENDINGS)
_MIDDLE_TAILS = _tails(_MIDDLE_ENDINGS)
_LAST_TAILS = _tails((*_LAST_ENDINGS, "ion"))

_NEVER_DOUBLED = frozenset("aeiouylsz")
_VOWEL_LETTERS = frozenset("aeiou")


def _without_plural(word: str) -> str:
    if (word.endswith("sses") and len(word) > len("sses")) or (word.endswith("ies") and len(word) > len("ies")):
        return word[:-2]
    return word if word[-2] == "s" else word[:-1]


def _without_past(word: str) -> str:
    if word.endswith("eed") and len(word) > len("eed"):
        return word[:-1] if _MEASURE_OVER_0.match(word[:-3]) else word
    stem = word[:-3] if word.endswith("ing") else word[:-2]
    if not stem or not _HAS_VOWEL.match(stem):
        return word
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if stem[-1] == stem[-2:-1] and stem[-1] not in _NEVER_DOUBLED:
        return stem[:-1]
    return stem + "e" if _SHORT.fullmatch(stem) else stem


def _exchanged(word: str, endings: dict[str, str], lengths: tuple[int, ...]) -> str:
    for length in lengths:
        ending = word[-length:]
        if ending in endings and len(word) > length:
            return word[:-length] + endings[ending] if _MEASURE_OVER_0.match(word[:-length]) else word
    return word


def _without_last_ending(word: str) -> str:
    for length in _LAST:
        if word[-length:] in _LAST_ENDINGS and len(word) > length:
            return word[:-length] if _MEASURE_OVER_1.match(word[:-length]) else word
    stem = word[:-3]
    return stem if word.endswith(("sion", "tion")) and len(stem) > 1 and _MEASURE_OVER_1.match(stem) else word


def _without_final_e(word: str) -> str:
    stem = word[:-1]
    if not stem:
        return word
    short = _MEASURE_IS_1.fullmatch(stem) and not _SHORT.fullmatch(stem)
    return stem if short or _MEASURE_OVER_1.match(stem) else word


# Shorter words are their own stems, and so are those with another last letter.
_SHORTEST = 3
_ENDINGS = ("s", "ed", "ing", "y", "e", "ll", "ion", *_LONG_ENDINGS, *_MIDDLE_ENDINGS, *_LAST_ENDINGS)
_LAST_LETTERS = frozenset(ending[-1] for ending in _ENDINGS)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word of the letters a to z in lower case."""
    if len(word) < _SHORTEST or word[-1] not in _LAST_LETTERS:
        return word
    # As the first letter y is a consonant, and Y is none of the vowels above.
    stemmed = "Y" + word[1:] if word.startswith("y") else word
    if stemmed[-1] == "s":
        stemmed = _without_plural(stemmed)
    if stemmed.endswith(("ed", "ing")):
        stemmed = _without_past(stemmed)
    if stemmed[-1] == "y" and len(stemmed) >= _SHORTEST and stemmed[-2] not in _VOWEL_LETTERS:
        stemmed = stemmed[:-1] + "i"
    if stemmed[-2:] in _LONG_TAILS:
        stemmed = _exchanged(stemmed, _LONG_ENDINGS, _LONG)
    if stemmed[-2:] in _MIDDLE_TAILS:
        stemmed = _exchanged(stemmed, _MIDDLE_ENDINGS, _MIDDLE)
    if stemmed[-2:] in _LAST_TAILS:
        stemmed = _without_last_ending(stemmed)
    if stemmed[-1] == "e":
        stemmed = _without_final_e(stemmed)
    if stemmed[-2:] == "ll" and _MEASURE_OVER_1.match(stemmed):
        stemmed = stemmed[:-1]
    return stemmed.lower() if word.startswith("y") else stemmed


# Endings beyond inflection that change how a word is used, not what it means; the first that fits is exchanged.
_SAME_MEANING = (("iciti", "ic"), ("ness", ""), ("ical", "ic"))
# Families that Porter's steps leave apart: classify, classifier and classification.
_FAMILIES = (("ifiabl", "ifi"), ("ificat", "ifi"), ("ifier", "ifi"), ("ction", "ct"), ("ctor", "ct"))
_SHORTEST_OF_FAMILY = 5
# Most words have none of these, which one question tells.
_SAME_MEANING_ENDINGS, _FAMILY_ENDINGS = (tuple(ending for ending, _ in each) for each in (_SAME_MEANING, _FAMILIES))


@lru_cache(maxsize=200_000)
def base_form(word: str) -> str:
    """The form under which a word's inflections are one, and most of its derivations stay apart.

    A stem is for finding: `general`, `generative` and `generalization` have one. Where texts are held to speak of the
    same thing, those must differ. So this takes Porter's steps for inflection, those of derivation that keep the
    meaning (`robustness` is `robust`, `normalization` is not `normal`) and the loose ends. A word of other letters than
    a to z is its own form.
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    form = _without_inflection("Y" + word[1:] if word.startswith("y") else word)
    if form[-2:] in _LONG_TAILS:
        form = _exchanged(form, _LONG_ENDINGS, _LONG)
    if form.endswith(_SAME_MEANING_ENDINGS):
        form = _ended_with(form, _SAME_MEANING, _SHORTEST)
    if form[-1] == "e":
        form = _without_final_e(form)
    if form[-2:] == "ll" and _MEASURE_OVER_1.match(form):
        form = form[:-1]
    form = form.lower()
    return _ended_with(form, _FAMILIES, _SHORTEST_OF_FAMILY) if form.endswith(_FAMILY_ENDINGS) else form


def _without_inflection(word: str) -> str:
    if word[-1] == "s":
        word = _without_plural(word)
    if word.endswith(("ed", "ing")):
        word = _without_past(word)
    return word[:-1] + "i" if word[-1] == "y" and len(word) >= _SHORTEST and word[-2] not in _VOWEL_LETTERS else word


def _ended_with(word: str, endings: tuple[tuple[str, str], ...], shortest: int) -> str:
    for ending, replacement in endings:
        if word.endswith(ending):
            kept = word.removesuffix(ending) + replacement
            return kept if len(kept) >= shortest else word
    return word

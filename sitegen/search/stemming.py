"""The stem under which the forms of an English word are found.

Porter's algorithm (1980) in the form that lunr.js has it: `y` counts as in lunr.js, so that `survey`, `play` and
`array` get the same stem here, in the browser and in lunr.js's own stemmer. `static/search-text.js` has the same
definition; tests hold both against lunr.js.
"""

import re
from functools import lru_cache

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"

# The measure of a stem is how often vowels are followed by consonants in it.
_MEASURE_OVER_0 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_MEASURE_OVER_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_MEASURE_IS_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?")
_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]")
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]")
_DOUBLED = re.compile(r".*([^aeiouylsz])\1")

_LONG_ENDINGS = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_MIDDLE_ENDINGS = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_LAST_ENDINGS = "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split()


def _ending(endings: dict[str, str] | list[str]) -> re.Pattern[str]:
    # The stem is as short as can be: the longest ending that leaves a stem wins.
    return re.compile(f"(.+?)({'|'.join(endings)})")


# Most words lack most endings: looking at two letters is much faster than matching the word.
_LONG_TAILS = frozenset(ending[-2:] for ending in _LONG_ENDINGS)
_MIDDLE_TAILS = frozenset(ending[-2:] for ending in _MIDDLE_ENDINGS)
_LAST_TAILS = frozenset(ending[-2:] for ending in (*_LAST_ENDINGS, "ion"))

_LONG_ENDING = _ending(_LONG_ENDINGS)
_MIDDLE_ENDING = _ending(_MIDDLE_ENDINGS)
_LAST_ENDING = _ending(_LAST_ENDINGS)
_ION = re.compile(r"(.+?[st])ion")
_PLURAL_ES = re.compile(r".+(?:ss|i)es")
_PLURAL_S = re.compile(r".+[^s]s")
_PAST_EED = re.compile(r"(.+)eed")
_PAST_OR_PARTICIPLE = re.compile(r"(.+?)(ed|ing)")
_Y_AFTER_CONSONANT = re.compile(r"(.+[^aeiou])y")


def _without_plural(word: str) -> str:
    if _PLURAL_ES.fullmatch(word):
        return word[:-2]
    return word[:-1] if _PLURAL_S.fullmatch(word) else word


def _without_past(word: str) -> str:
    if match := _PAST_EED.fullmatch(word):
        return word[:-1] if _MEASURE_OVER_0.match(match[1]) else word
    match = _PAST_OR_PARTICIPLE.fullmatch(word)
    if match is None or not _HAS_VOWEL.match(match[1]):
        return word
    stem = match[1]
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if _DOUBLED.fullmatch(stem):
        return stem[:-1]
    return stem + "e" if _SHORT.fullmatch(stem) else stem


def _exchanged(word: str, ending: re.Pattern[str], exchange: dict[str, str]) -> str:
    match = ending.fullmatch(word)
    return match[1] + exchange[match[2]] if match and _MEASURE_OVER_0.match(match[1]) else word


def _without_last_ending(word: str) -> str:
    match = _LAST_ENDING.fullmatch(word) or _ION.fullmatch(word)
    return match[1] if match and _MEASURE_OVER_1.match(match[1]) else word


def _without_final_e(word: str) -> str:
    stem = word[:-1]
    if not stem:
        return word
    short = _MEASURE_IS_1.fullmatch(stem) and not _SHORT.fullmatch(stem)
    return stem if short or _MEASURE_OVER_1.match(stem) else word


# Shorter words are their own stems.
_SHORTEST = 3


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word of the letters a to z in lower case."""
    if len(word) < _SHORTEST:
        return word
    # As the first letter y is a consonant, and Y is none of the vowels above.
    stemmed = "Y" + word[1:] if word.startswith("y") else word
    if stemmed[-1] == "s":
        stemmed = _without_plural(stemmed)
    if stemmed.endswith(("ed", "ing")):
        stemmed = _without_past(stemmed)
    if stemmed[-1] == "y" and (match := _Y_AFTER_CONSONANT.fullmatch(stemmed)):
        stemmed = match[1] + "i"
    if stemmed[-2:] in _LONG_TAILS:
        stemmed = _exchanged(stemmed, _LONG_ENDING, _LONG_ENDINGS)
    if stemmed[-2:] in _MIDDLE_TAILS:
        stemmed = _exchanged(stemmed, _MIDDLE_ENDING, _MIDDLE_ENDINGS)
    if stemmed[-2:] in _LAST_TAILS:
        stemmed = _without_last_ending(stemmed)
    if stemmed[-1] == "e":
        stemmed = _without_final_e(stemmed)
    if stemmed[-2:] == "ll" and _MEASURE_OVER_1.match(stemmed):
        stemmed = stemmed[:-1]
    return stemmed.lower() if word.startswith("y") else stemmed

"""What a word is: from a text to the terms under which search finds it.

`static/search-text.js` holds the same definition for the browser; tests run both over the same texts. A change here is
a change there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from sitegen.words.stemming import stem

# Words that say nothing in running text. In titles and names they count: Kaiming He, "All You Need".
STOP_WORDS = frozenset(
    "a about after all also an and any are as at be because been before both but by can could did do does each for "
    "from had has have he her his how however i if in into is it its may might more most must no nor not of on only or "
    "our over she should so some such than that the their them then there these they this those through to too under "
    "up us very was we were what when where which while who whom why will with would you your".split()
)

GREEK_LETTERS = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi "
        "chi psi omega".split(),
        strict=True,
    )
)

# What Unicode does not take apart by itself, and what stands for a hyphen, an apostrophe or nothing.
FOLDED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t",
    "ŋ": "ng", "ς": "σ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "_": "-",
    "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "´": "'", "`": "'",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip

# Accents as Unicode takes them off their letters. Marks that are part of a letter (Devanagari, kana) are not here.
ACCENTS = (("\u0300", "\u036f"), ("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"), ("\u20d0", "\u20ff"), ("\ufe20", "\ufe2f"))

# Writing without spaces between words: Han, Hiragana, Katakana.
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"

_FOLDS = str.maketrans(FOLDED) | {code: None for first, last in ACCENTS for code in range(ord(first), ord(last) + 1)}
_HYPHENS = re.compile("[-']")
_PIECE = re.compile(f"[{UNSPACED}]+|[0-9]+(?:\\.[0-9]+)*|[^0-9.{UNSPACED}]+")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
_ENGLISH_END = re.compile("[a-z]+$")
_NUMBER = re.compile("[0-9]+(?:\\.[0-9]+)*")
_DIGIT_MEETS_DIGIT = re.compile("[0-9][-'][0-9]")
_WORDS_BY_HYPHENS = re.compile("[^0-9'-]{2,}(?:-[^0-9'-]{2,})+")


def fold(text: str) -> str:
    """Text without case, accents and typographic variants: `Müller–Lyer` and `muller-lyer` are one."""
    if text.isascii():
        return text.lower().replace("_", "-").replace("`", "'")
    # Compatibility forms first: an accent has to come off its letter before it can be left out.
    plain = unicodedata.normalize("NFKD", text).lower().translate(_FOLDS)
    return unicodedata.normalize("NFC", plain)


def _pattern(char: str) -> re.Pattern[str]:
    return re.compile(f"[a-z](?:\\+\\+|#)(?!{char})|{char}+(?:(?:[-']|(?<=[0-9])\\.(?=[0-9])){char}+)*")


_ASCII_WORD = _pattern("[a-z0-9]")


# Where Unicode has marks at all: not among Han, Hangul, Tangut and private signs.
_MARKED = (
    range(0x300, 0x3400),
    range(0xA000, 0xAC00),
    range(0xD7B0, 0xD800),
    range(0xF900, 0x17000),
    range(0x18B00, 0x1F000),
    range(0xE0100, 0xE01F0),
)


@cache
def _word_pattern() -> re.Pattern[str]:
    # \w knows letters and numbers of every writing; the marks that belong to letters it leaves out.
    marks = [code for part in _MARKED for code in part if unicodedata.category(chr(code))[0] == "M"]
    starts = [code for before, code in pairwise([0, *marks]) if code != before + 1]
    ends = [code for code, after in pairwise([*marks, 0]) if after != code + 1]
    ranges = "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))
    return _pattern(f"[\\w{ranges}]")


def words(folded: str) -> list[str]:
    """The words of a folded text: letters and digits, with the hyphens, apostrophes and decimal points inside them.

    `c++` and `c#` are words too. A possessive `'s` is no part of its word.
    """
    pattern = _ASCII_WORD if folded.isascii() else _word_pattern()
    return [word.removesuffix("'s") for word in pattern.findall(folded)]


def term_of(piece: str) -> str:
    """The term of a piece: an English word at its end as its stem (`l2norms` as `l2norm`), a Greek letter by name."""
    if _is_plain(piece):
        return stem(piece)
    return _ENGLISH_END.sub(lambda match: stem(match[0]), GREEK_LETTERS.get(piece, piece))


def _is_plain(word: str) -> bool:
    """Whether a word is of the letters a to z alone, as most are: there is a short way for those."""
    return word.isascii() and word.isalpha() and word.islower()


def together(word: str) -> str | None:
    """A compound written together, its Greek letters by name; None for another number's look (`2020-2021`)."""
    if _DIGIT_MEETS_DIGIT.search(word) or _UNSPACED_RUN.search(word):
        return None
    return "".join(GREEK_LETTERS.get(part, part) for part in _HYPHENS.split(word))


def whole_of(word: str) -> str | None:
    """The term of a compound written together: `gpt4` for `gpt-4`; None where that would say something else."""
    joined = together(word)
    return None if joined is None else term_of(joined)


def has_unspaced(text: str) -> bool:
    """Whether a text holds a character of a writing without spaces."""
    return _UNSPACED_RUN.search(text) is not None


def _parts(piece: str) -> Iterator[str]:
    for part in _PIECE.findall(piece):
        if _UNSPACED_RUN.fullmatch(part):
            yield from (part[at : at + 2] for at in range(len(part)))
        else:
            yield part


def terms_of_word(word: str, *, keep_stop_words: bool) -> tuple[str, ...]:
    """The terms under which a word is found, each once: as written together, and its parts at hyphens and digits.

    Runs of Han or kana give every two neighbours, and the last character by itself.
    """
    if word in STOP_WORDS and not keep_stop_words:
        return ()
    if _is_plain(word):
        return (stem(word),)
    if _NUMBER.fullmatch(word):
        return (word,)
    pieces = word.replace("'", "-").split("-")
    if _is_plain(joined := "".join(pieces)):
        parts = (piece for piece in pieces if piece and (keep_stop_words or piece not in STOP_WORDS))
        return tuple(dict.fromkeys((stem(joined), *map(stem, parts))))
    if word.isascii() and word.isalnum():
        parts = (part for part in _PIECE.findall(word) if keep_stop_words or part not in STOP_WORDS)
        return tuple(dict.fromkeys(map(term_of, (word, *parts))))
    return _terms_of_odd_word(word, pieces, keep_stop_words=keep_stop_words)


def _terms_of_odd_word(word: str, pieces: Sequence[str], *, keep_stop_words: bool) -> tuple[str, ...]:
    terms = [whole] if (whole := whole_of(word)) else []
    for piece in pieces:
        parts = [part for part in _parts(piece) if keep_stop_words or part not in STOP_WORDS]
        whole_piece = [] if _UNSPACED_RUN.search(piece) or piece in STOP_WORDS else [piece]
        terms += [term_of(part) for part in (*whole_piece, *parts) if part]
    if word.endswith(("+", "#")):
        terms.append(word[0])
    return tuple(dict.fromkeys(terms))


word_terms = lru_cache(maxsize=100_000)(terms_of_word)


def index_terms(text: str, *, keep_stop_words: bool) -> list[str]:
    """The terms of a text, in order and with repetitions, as a field of the index holds them."""
    return [term for word in words(fold(text)) for term in word_terms(word, keep_stop_words=keep_stop_words)]


def query_terms(word: str) -> tuple[tuple[str, ...], ...]:
    """How a folded word of a query can be met: any of the alternatives, each of which needs all its terms.

    `pre-training` is met by `pretrain`, or by `pre` with `train`; `out-of-distribution` not least by `out` with
    `distribut`. `gpt-4` is met only by `gpt4`, which stands in the index for `GPT4` and `GPT-4` alike: a 4 anywhere in
    a text says nothing.
    """
    whole = whole_of(word)
    if whole is not None and not _WORDS_BY_HYPHENS.fullmatch(word):
        return ((whole,),)
    pieces = _HYPHENS.split(word)
    telling = [piece for piece in pieces if piece not in STOP_WORDS] or pieces
    parts = tuple(dict.fromkeys(term_of(part) for piece in telling for part in _query_parts(piece)))
    return (parts,) if whole is None else ((whole,), parts)


def _query_parts(piece: str) -> Iterator[str]:
    for part in _PIECE.findall(piece):
        if _UNSPACED_RUN.fullmatch(part) and len(part) > 1:
            yield from (part[at : at + 2] for at in range(len(part) - 1))
        else:
            yield part

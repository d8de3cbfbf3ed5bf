"""How words are printed by themselves, out of the sentence in which they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sitegen.likeness.texts import Text

# A word is a name if it stands with its capital this many times as often as without.
_NAME = 3
_LONGEST_ABBREVIATION = 5


def printed_pieces(written: Sequence[str], texts: Iterable[Text]) -> list[str]:
    """Each piece as it is printed: without the capital that the first word of a sentence has, or each of a title."""
    counts = Counter(filter(None, chain.from_iterable(text.pieces for text in texts)))
    often: Counter[str] = Counter({text: counts[piece] for piece, text in enumerate(written)})
    return [text.lower() if _has_chance_capital(text, often) else text for text in written]


def _has_chance_capital(text: str, often: Mapping[str, int]) -> bool:
    lower = text.lower()
    if text == lower:
        return False
    # RED, Adam: a word in capitals is another than the same in small letters, unless that is the usual way.
    return often.get(lower, 0) * (1 if text.isupper() else _NAME) >= often[text]


def abbreviates(short: str, long: str) -> bool:
    """Whether a text may stand for another: `GANs` for generative adversarial networks, `DNN` for deep neural."""
    if len(short) > _LONGEST_ABBREVIATION:
        return False
    initials = "".join([word[0] for word in long.lower().replace("-", " ").split()])
    return len(initials) > 1 and initials in short.lower().removesuffix("s")


def repeats(text: str, others: Iterable[str]) -> bool:
    """Whether a text says in short what one of some others says, or in full."""
    # The shorter of two can stand for the longer.
    for other in others:
        short, long = (text, other) if len(text) < len(other) else (other, text)
        if len(short) <= _LONGEST_ABBREVIATION and abbreviates(short, long):
            return True
    return False

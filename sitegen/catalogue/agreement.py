"""Whether two papers that share a title can be one work, judged by abstracts, authors and identifiers."""

from functools import lru_cache

from sitegen.model.paper import Paper
from sitegen.model.text import fold_text, fold_words

# Measured over 20,000 papers of the field: two abstracts of different works share at most a third of the shorter one's
# content words (99.9 % of random pairs below 0.20, 99 % of pairs with like titles below 0.34).
CONTRADICTION = 0.3
AGREEMENT = 0.6
# Too few content words to judge by.
SHORT = 8

_FUNCTION_WORDS = frozenset(
    "the of and to in is that we for on with this are by as an be from which can our it these at or have not has their "
    "such also using based show more than results propose model models method methods learning data training approach "
    "paper however".split()
)


@lru_cache(maxsize=256)
def content_words(text: str) -> frozenset[str]:
    """The words of an abstract that tell it from another one of the same field.

    The last ones are kept: each record of a work is compared with all the others.
    """
    return frozenset(word for word in {*fold_words(text)} - _FUNCTION_WORDS if len(word) > 2)  # noqa: PLR2004 - shorter words tell nothing


def likeness(first: frozenset[str], second: frozenset[str]) -> float | None:
    """The share of the shorter text's content words that the longer one has; None when one is too short to judge."""
    shorter = min(len(first), len(second))
    return None if shorter < SHORT else len(first & second) / shorter


def abstract_likeness(first: Paper, second: Paper) -> float | None:
    """How alike two abstracts are, from 0 to 1; None where one is missing or too short.

    A summary that is unlike another text tells nothing either: two people may sum up one work in different words.
    """
    found = likeness(content_words(first.abstract), content_words(second.abstract))
    summed_up = first.is_summary or second.is_summary
    return None if summed_up and found is not None and found < AGREEMENT else found


def abstracts_agree(first: Paper, second: Paper) -> bool:
    """Whether two abstracts are of one work for certain; False also where they tell nothing."""
    alike = abstract_likeness(first, second)
    return alike is not None and alike >= AGREEMENT


def surname_key(author: str) -> str:
    """The part of a printed name that survives abbreviation: its last word, folded."""
    words = author.split()
    return fold_text(words[-1]) if words else ""


def share_an_author(first: Paper, second: Paper) -> bool | None:
    """Whether a surname stands in both bylines; None where one has no names."""
    if not first.authors or not second.authors:
        return None
    return not {surname_key(name) for name in first.authors}.isdisjoint(surname_key(name) for name in second.authors)


def contradicts(first: Paper, second: Paper) -> bool:
    """Whether two papers of equal title must be different works.

    Different arXiv ids always say so; abstracts with little in common do; so do bylines without a common name, unless
    the abstracts agree almost word for word.
    """
    if first.arxiv_id and second.arxiv_id:
        return first.arxiv_id != second.arxiv_id
    alike = abstract_likeness(first, second)
    if alike is not None and alike < CONTRADICTION:
        return True
    return share_an_author(first, second) is False and (alike is None or alike < AGREEMENT)

"""Ids: ASCII title slugs that stay what they are when later papers come."""

import re
from collections.abc import Sequence

from sitegen.catalogue.interpretation import Draft
from sitegen.model.text import slug_of

DIGEST_DIGITS = 6

# Names that the list pages take in the same folder, or that some file systems keep for devices.
_RESERVED = re.compile(r"index|page-\d+|con|prn|aux|nul|com\d|lpt\d")


def is_reserved(slug: str) -> bool:
    """Whether a page cannot have this name."""
    return _RESERVED.fullmatch(slug) is not None


def assign_ids(firsts: Sequence[Draft]) -> tuple[str, ...]:
    """An id for each work, given the first captured record of each, in list order.

    The first work of a slug gets it plain; a later one, or one whose slug is reserved or empty, gets `-` and six digits
    of its record's digest (more only if these are taken).
    """
    taken: set[str] = set()
    ids = []
    for draft in firsts:
        slug = slug_of(draft.paper.title)
        name = slug if slug and slug not in taken and not is_reserved(slug) else _digest_name(draft, taken)
        taken.add(name)
        ids.append(name)
    return tuple(ids)


def digest_id(draft: Draft, digits: int = DIGEST_DIGITS) -> str:
    """The id that a work gets when its slug is taken."""
    return f"{slug_of(draft.paper.title) or 'paper'}-{draft.digest[:digits]}"


def _digest_name(draft: Draft, taken: set[str]) -> str:
    digits = DIGEST_DIGITS
    while (name := digest_id(draft, digits)) in taken and digits < len(draft.digest):
        digits += 1
    number = 2
    while name in taken:  # the very same record twice, held apart by a note
        name = f"{digest_id(draft)}-{number}"
        number += 1
    return name

"""Ids: ASCII title slugs that stay what they are when later papers come."""

import hashlib
from collections.abc import Collection, Sequence

from sitegen.catalogue.interpretation import Draft
from sitegen.model.slugs import free_slug, with_digest
from sitegen.model.text import fold_text, slug_of

# Stands in for a title of which nothing can be written in ASCII.
NAMELESS = "paper"


def assign_ids(firsts: Sequence[Draft]) -> tuple[str, ...]:
    """An id for each work, given the first captured record of each, in list order.

    The first work of a slug gets it plain; a later one, or one whose slug is reserved or empty, gets `-` and six digits
    of its record's digest: more only if these are taken, and a number where a note holds apart two equal records.
    """
    ids: dict[str, None] = {}
    for draft in firsts:
        ids[_free_id(draft, ids)] = None
    return tuple(ids)


def _free_id(draft: Draft, taken: Collection[str]) -> str:
    return free_slug(slug_of(draft.paper.title), taken, lambda: draft.digest, otherwise=NAMELESS)


def added_id(title: str, taken: Collection[str]) -> str:
    """The id of a paper that only a note adds; its digest is of the title alone, so it stays while the note grows."""
    return free_slug(slug_of(title), taken, lambda: _digest(title), otherwise=NAMELESS)


def _digest(title: str) -> str:
    return hashlib.sha256(fold_text(title).encode()).hexdigest()


def digest_id(draft: Draft) -> str:
    """The id that a work gets when its slug is taken."""
    return with_digest(slug_of(draft.paper.title) or NAMELESS, draft.digest)

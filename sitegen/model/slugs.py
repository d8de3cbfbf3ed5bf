"""Slugs that pages can have, each only once."""

import re
from collections.abc import Callable, Collection
from itertools import chain, count

DIGEST_DIGITS = 6

# Names that list pages take in the same folder, or that some file systems keep for devices.
_RESERVED = re.compile(r"index|page-\d+|con|prn|aux|nul|com\d|lpt\d")


def is_reserved(slug: str) -> bool:
    """Whether no page can have this name."""
    return _RESERVED.fullmatch(slug) is not None


def with_digest(slug: str, digest: str, digits: int = DIGEST_DIGITS) -> str:
    """A slug with the first digits of a digest, which tell it from others of its kind."""
    return f"{slug}-{digest[:digits]}"


def free_slug(slug: str, taken: Collection[str], digest: Callable[[], str], *, otherwise: str) -> str:
    """`slug` as it is; where it is empty, reserved or taken, with digits of the digest of what it names.

    More digits than DIGEST_DIGITS are used only where those are taken, and a number behind them where the whole digest
    is. `otherwise` stands in for an empty slug.
    """
    if slug and slug not in taken and not is_reserved(slug):
        return slug
    whole = digest()
    longer = (with_digest(slug or otherwise, whole, digits) for digits in range(DIGEST_DIGITS, len(whole) + 1))
    numbered = (f"{with_digest(slug or otherwise, whole)}-{number}" for number in count(2))
    return next(name for name in chain(longer, numbered) if name not in taken)

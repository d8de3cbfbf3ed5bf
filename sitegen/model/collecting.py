"""Making many values at once without a search for cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off the search for cycles of values, also as a decorator.

    Making an index makes millions of texts, lists and tuples and no cycle. Looking for one among them, again and again
    as they grow more, takes an eighth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

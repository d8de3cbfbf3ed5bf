"""What a source format is: how to tell a listing of it, and how to read one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.model.dump import Dump, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One source format: `recognises` says of a listing's lines whether they are of it; `read` reads a dump of it.

    Both take any lines whatever and never raise.
    """

    name: str
    recognises: Callable[[Sequence[str]], bool]
    read: Callable[[Dump], Reading]

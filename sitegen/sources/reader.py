"""What a source format is: how to tell a listing of it, and how to read one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.model.dump import Dump, Reading
from sitegen.sources.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One source format: `recognises` says whether printed lines are of it; `read` reads a dump, given its lines.

    Both take any lines whatever and never raise.
    """

    name: str
    recognises: Callable[[Sequence[Line]], bool]
    read: Callable[[Dump, Sequence[Line]], Reading]

"""Where something stands, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SitegenError(Exception):
    """The base of every error that sitegen raises on purpose."""


class Severity(StrEnum):
    """How much a problem weighs: an error fails a build, a warning only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; lines count from 1, and a fault of a whole file stands at line 1."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, with the place a reader must open to mend it.

    `code` is a short kebab-case word (`unread-line`, `path-collision`) that scripts may rely on.
    """

    location: Location
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.location}: {self.code}: {self.message}"


class ProblemsError(SitegenError):
    """Work that cannot go on, with every reason found (never only the first).

    `problems` holds them sorted; the message has one a line. Comes whole out of another process.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))

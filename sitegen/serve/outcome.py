"""What a build function tells the preview."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """Whether a build succeeded, and what to print; the message of a failure also stands in the open browser.

    A failure's message names each file and line, one problem a line.
    """

    ok: bool
    message: str

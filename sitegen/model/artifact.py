"""A file of the built site, before it is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes that belong at `path`, which is relative to the output folder and written with `/`."""

    path: str
    content: bytes

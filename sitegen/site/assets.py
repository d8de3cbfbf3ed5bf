"""Styles, scripts and pictures under names that change with their content, so that browsers may keep them for ever."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sitegen.model.artifact import Artifact

FOLDER = "static"
HASH_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files of the static folder: `paths` leads from a file's own name to its path in the site.

    `pieces` are files that have no address of their own, since others are made of them.
    """

    paths: Mapping[str, str]
    artifacts: tuple[Artifact, ...]
    pieces: Mapping[str, bytes] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """Where the file called `name` stands in the site; raises KeyError when there is none."""
        return self.paths[name]

    def content(self, name: str) -> bytes:
        """What the file called `name` holds; raises KeyError when there is none."""
        if name in self.pieces:
            return self.pieces[name]
        path = self.paths[name]
        return next(artifact.content for artifact in self.artifacts if artifact.path == path)


def fingerprint_assets(files: Mapping[str, bytes], pieces: Collection[str] = ()) -> Assets:
    """Give each file (`style.css`) a path that carries a digest of its content (`static/style.0f3a….css`).

    Those named in `pieces` get none.
    """
    paths = {
        name: fingerprinted(f"{FOLDER}/{name}", content)
        for name, content in sorted(files.items())
        if name not in pieces
    }
    return Assets(
        paths=paths,
        artifacts=tuple(Artifact(path, files[name]) for name, path in paths.items()),
        pieces={name: files[name] for name in pieces if name in files},
    )


def fingerprinted(path: str, content: bytes) -> str:
    """A file's path with a digest of its content before the ending."""
    plain = PurePosixPath(path)
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return str(plain.with_name(f"{plain.stem}.{digest}{plain.suffix}"))

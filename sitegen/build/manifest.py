"""What a build wrote: the paths and digests of its files, kept beside them."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.artifact import Artifact

MANIFEST = ".sitegen.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one build, by path, each with the SHA-256 digest of its bytes in hexadecimal."""

    digests: dict[str, str]
    version: int = VERSION

    def artifact(self) -> Artifact:
        """The manifest as a file of the site; the same digests give the same bytes."""
        text = json.dumps({"version": self.version, "files": self.digests}, sort_keys=True, indent=0)
        return Artifact(MANIFEST, text.encode() + b"\n")


def manifest_of(artifacts: Iterable[Artifact]) -> Manifest:
    """The manifest of these files."""
    return Manifest({artifact.path: digest(artifact.content) for artifact in artifacts})


def digest(content: bytes) -> str:
    """The SHA-256 digest of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def load_manifest(folder: Path) -> Manifest | None:
    """The manifest in a built folder; None when there is none, or none that this version can read."""
    try:
        stored = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {str(path): str(value) for path, value in stored["files"].items()}
        return Manifest(files) if stored["version"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None

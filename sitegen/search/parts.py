"""The files of search as scripts with a checksum: a page opened from disk can load nothing else."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import adler32

from sitegen.model.artifact import Artifact
from sitegen.site.assets import fingerprinted
from sitegen.site.urls import SEARCH_INDEX

FOLDER = "search"
MANIFEST = "manifest"
MANIFEST_PATH = SEARCH_INDEX
START_PATH = "search/start.js"
GENERATION_LENGTH = 12

# Of the files as a whole. A client that was kept from an older site says so of another one, instead of failing.
FORMAT = 2

# They may stand in JSON, but older readers of JavaScript take them for ends of lines.
_CALL = b"sitegenSearch"
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Part:
    """One file of search: its name, and the texts that it holds."""

    name: str
    payload: tuple[str, ...]


def part_artifact(part: Part, generation: str) -> Artifact:
    """The file of a part: one call with its name, the generation it belongs to, its checksum and its payload."""
    return Artifact(f"{FOLDER}/{generation}/{part.name}.js", _call(part, generation))


def manifest_artifact(entries: Mapping[str, Any], generation: str) -> Artifact:
    """The one file of a fixed name, by which all others are found: `entries` with the generation, as one JSON text."""
    part = Part(MANIFEST, (json_text({**entries, "generation": generation}),))
    return Artifact(MANIFEST_PATH, _call(part, generation))


def start_artifact(manifest: Artifact, client: Artifact) -> Artifact:
    """The client with the manifest before it, as one script: who starts with it waits for one file, not for two.

    Its name carries a digest of both, so that a page that names it never meets another index.
    """
    arguments = manifest.content.removeprefix(_CALL + b"(").removesuffix(b");\n")
    content = b"self.sitegenManifest = [" + arguments + b"];\n" + client.content
    return Artifact(fingerprinted(START_PATH, content), content)


def generation_of(entries: Mapping[str, Any], parts: Iterable[Part]) -> str:
    """Twelve hexadecimal digits that change with any byte of the parts and of the manifest's entries.

    It stands in the addresses of all parts, so that an old manifest never meets new parts, nor the reverse.
    """
    digest = hashlib.sha256(json_text(entries).encode())
    for part in parts:
        digest.update(json_text(["", part.name, *part.payload]).encode())
    return digest.hexdigest()[:GENERATION_LENGTH]


def checksum(payload: Iterable[str]) -> str:
    """Adler-32 of the texts with line ends between them, in UTF-8: eight hexadecimal digits."""
    return format(adler32("\n".join(payload).encode()), "08x")


def json_text(value: Any) -> str:
    """A value as JSON without spaces, in a form that may stand in any script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _LINE_ENDS.items():
        text = text.replace(char, escaped)
    return text


def _call(part: Part, generation: str) -> bytes:
    arguments = json_text([part.name, generation, checksum(part.payload), *part.payload])[1:-1]
    return _CALL + f"({arguments});\n".encode()

"""Reading the files of search from a built site: each is checked, and only those that a query needs are read.

`static/search-files.js` does the same in the browser.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitegen.model.artifact import Artifact
from sitegen.model.problems import SitegenError
from sitegen.search.parts import FOLDER, FORMAT, MANIFEST, MANIFEST_PATH, checksum

_CALL, _END = "sitegenSearch(", ");"

# Decoded files that stay in memory: a query comes back to some.
_MOST_KEPT = 512

ReadText = Callable[[str], str]


class Fault(Enum):
    """What can be wrong with a file of search, in words."""

    MISSING = "this file of the search is not there"
    UNREADABLE = "this file of the search cannot be read"
    DAMAGED = "this file of the search is damaged"
    FOREIGN = "this file of the search belongs to another build of the site"
    FORMAT = "the search of this site was built by another version of sitegen"


class SearchFileError(SitegenError):
    """A file of search that is not what it has to be; `file` is where it was looked for."""

    def __init__(self, fault: Fault, file: str) -> None:
        super().__init__(f"{file}: {fault.value}; build the site anew")
        self.fault = fault
        self.file = file


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFiles:
    """The files of one build: `get` gives the texts that a part holds, by its name. Raises SearchFileError."""

    manifest: Mapping[str, Any]
    get: Callable[[str], tuple[str, ...]]


def open_search_folder(folder: Path) -> SearchFiles:
    """The files of a site that was built into a folder. Raises SearchFileError as below."""
    return open_search_files(_reading(folder), folder)


def open_search_artifacts(artifacts: Iterable[Artifact]) -> SearchFiles:
    """Files that were made but not written."""
    contents = {artifact.path: artifact.content for artifact in artifacts}

    def read(file: str) -> str:
        if file not in contents:
            raise SearchFileError(Fault.MISSING, file)
        return contents[file].decode()

    return open_search_files(read)


def open_search_files(read: ReadText, folder: Path = Path()) -> SearchFiles:
    """The files that `read` gives the text of, by their paths in the site; errors name them in `folder`.

    Raises SearchFileError for a manifest, and later for a part, that is missing, damaged, of another build, or in a
    form that this version does not read.
    """
    place = str(folder / MANIFEST_PATH)
    arguments = _arguments(read(MANIFEST_PATH), place)
    (text, *_) = _payload(arguments, MANIFEST, None, place)
    manifest: dict[str, Any] = json.loads(text)
    if manifest.get("format") != FORMAT:
        raise SearchFileError(Fault.FORMAT, place)
    generation = manifest["generation"]
    if generation != arguments[1]:
        raise SearchFileError(Fault.FOREIGN, place)

    @lru_cache(maxsize=_MOST_KEPT)
    def get(name: str) -> tuple[str, ...]:
        file = f"{FOLDER}/{generation}/{name}.js"
        place = str(folder / file)
        return _payload(_arguments(read(file), place), name, generation, place)

    return SearchFiles(manifest=manifest, get=get)


def _reading(folder: Path) -> ReadText:
    def read(file: str) -> str:
        path = folder / file
        try:
            return path.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise SearchFileError(Fault.MISSING, str(path)) from error
        except UnicodeDecodeError as error:
            raise SearchFileError(Fault.DAMAGED, str(path)) from error
        except OSError as error:
            raise SearchFileError(Fault.UNREADABLE, str(path)) from error

    return read


def _arguments(text: str, file: str) -> list[str]:
    """The arguments of the one call that a file consists of."""
    call = text.rstrip()
    if not (call.startswith(_CALL) and call.endswith(_END)):
        raise SearchFileError(Fault.DAMAGED, file)
    try:
        arguments: list[str] = json.loads(f"[{call[len(_CALL) : -len(_END)]}]")
    except ValueError as error:
        raise SearchFileError(Fault.DAMAGED, file) from error
    least = 4  # name, generation, checksum and one text
    if len(arguments) < least or not all(isinstance(argument, str) for argument in arguments):
        raise SearchFileError(Fault.DAMAGED, file)
    return arguments


def _payload(arguments: list[str], name: str, generation: str | None, file: str) -> tuple[str, ...]:
    own_name, own_generation, own_checksum, *payload = arguments
    if own_name != name or generation not in {None, own_generation}:
        raise SearchFileError(Fault.FOREIGN, file)
    if checksum(payload) != own_checksum:
        raise SearchFileError(Fault.DAMAGED, file)
    return tuple(payload)

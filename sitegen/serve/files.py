"""From the path of a request to a file under the root, and never to one outside."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".map": "application/json",
    ".md": "text/plain; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "text/plain; charset=utf-8",
    ".yml": "text/plain; charset=utf-8",
}

# The build may exchange the whole folder between two looks at it; the second try sees the new one.
_TRIES = 2


@dataclass(frozen=True, slots=True)
class SiteFile:
    """The bytes of a file of the site and their content type."""

    content: bytes
    content_type: str


def read_site_file(root: Path, url_path: str) -> SiteFile | None:
    """The file for the decoded path of a request; a folder gives its `index.html`; None when there is none.

    Refused as if they were not there: `..`, backslashes, control characters, and links that lead out of the root. The
    root is looked up afresh each time, since a build puts another folder in its place.
    """
    for _ in range(_TRIES):
        file = _file(root, url_path)
        if file is None:
            continue
        try:
            return SiteFile(file.read_bytes(), content_type(file.name))
        except OSError:
            continue
    return None


def folder_address(root: Path, url_path: str) -> str | None:
    """The address, with its slash, of a folder that was asked for without one; None for anything else."""
    if url_path.endswith("/") or _file(root, f"{url_path}/") is None:
        return None
    return "/" + quote("/".join(_segments(url_path) or ())) + "/"


def content_type(name: str) -> str:
    """The content type for a file name; it does not depend on the machine's own tables."""
    return _TYPES.get(Path(name).suffix.lower(), "application/octet-stream")


def _segments(url_path: str) -> tuple[str, ...] | None:
    """The parts of a path, or None when one of them could mean more than a name."""
    parts = tuple(part for part in url_path.split("/") if part)
    is_plain = all(part not in {".", ".."} and not _is_odd(part) for part in parts)
    return parts if is_plain else None


def _is_odd(part: str) -> bool:
    return "\\" in part or ":" in part or not part.isprintable()


def _file(root: Path, url_path: str) -> Path | None:
    parts = _segments(url_path)
    if parts is None:
        return None
    try:
        real_root = root.resolve(strict=True)
        wanted = root.joinpath(*parts, *(("index.html",) if url_path.endswith("/") or not parts else ()))
        file = wanted.resolve(strict=True)
        return file if file.is_relative_to(real_root) and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        # A name too long, a loop of links, or a folder that went away in between.
        return None

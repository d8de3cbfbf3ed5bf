"""The only writer of built files: stages a whole folder, then puts it in the old one's place."""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.build.exchange import recover, replace_folder, staging_folder
from sitegen.build.manifest import MANIFEST, Manifest, load_manifest, manifest_of
from sitegen.model.artifact import Artifact
from sitegen.model.problems import Location, Problem, ProblemsError, SitegenError

# A folder that cannot be renamed: a mount point, or the root of another file system.
_IMMOVABLE = {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES}


class OutputFolderError(SitegenError):
    """An output folder that holds something other than a site that sitegen built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build changed: `manifest` of all its files, and the paths written and removed."""

    manifest: Manifest
    written: tuple[str, ...]
    removed: tuple[str, ...]


def write_artifacts(artifacts: Iterable[Artifact], out: Path) -> Written:
    """Make `out` hold exactly these files beside those that sitegen never wrote, all at once.

    Files whose bytes are the same keep their inode and time. Raises OutputFolderError for a folder that is not empty
    and not ours, ProblemsError (`path-collision`) for a path given twice, and OSError; `out` then stays as it was.
    """
    files = _by_path(artifacts)
    manifest = manifest_of(files.values())
    files[MANIFEST] = manifest.artifact()
    out = out.resolve()
    recover(out)
    previous = _previous(out)
    written = tuple(path for path, artifact in files.items() if not _is_same(out / path, artifact.content))
    removed = tuple(path for path in sorted(previous) if path not in files and (out / path).is_file())
    if written or removed:
        _stage_and_replace(files, out, frozenset(previous))
    return Written(manifest=manifest, written=written, removed=removed)


def check_output_folder(out: Path) -> None:
    """Raise OutputFolderError when `out` holds something that sitegen did not write."""
    _previous(out.resolve())


def _by_path(artifacts: Iterable[Artifact]) -> dict[str, Artifact]:
    files: dict[str, Artifact] = {}
    for artifact in artifacts:
        if artifact.path in files:
            raise ProblemsError([Problem(Location(artifact.path), "path-collision", "two files claim this path")])
        files[artifact.path] = artifact
    return files


def _previous(out: Path) -> frozenset[str]:
    """The paths that the last build wrote, its manifest among them."""
    if not out.exists():
        return frozenset()
    if not out.is_dir():
        raise OutputFolderError(f"{out} is a file; the output must be a folder")
    manifest = load_manifest(out)
    if manifest is not None:
        return frozenset(path for path in manifest.digests if _stays_inside(path)) | {MANIFEST}
    if any(out.iterdir()):
        raise OutputFolderError(
            f"{out} is not empty and not a site that sitegen built; empty it or name another folder"
        )
    return frozenset()


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts


def _is_same(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _stage_and_replace(files: Mapping[str, Artifact], out: Path, previous: frozenset[str]) -> None:
    staging = staging_folder(out)
    try:
        _stage(files, staging, out)
        _carry_over(out, staging, previous | files.keys())
        if out.exists():
            shutil.copymode(out, staging)
        replace_folder(staging, out)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        if error.errno not in _IMMOVABLE or not out.is_dir():
            raise
        _write_in_place(files, out, previous)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _stage(files: Mapping[str, Artifact], staging: Path, out: Path) -> None:
    folders: set[Path] = {staging}
    for path, artifact in files.items():
        target = staging / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if _is_same(out / path, artifact.content):
            _link(out / path, target)
        else:
            target.write_bytes(artifact.content)


def _carry_over(out: Path, staging: Path, ours: Iterable[str]) -> None:
    """Bring along what others put into the output folder."""
    known = frozenset(ours)
    for folder, folders, names in os.walk(out):
        base = Path(folder)
        for name in [*names, *(each for each in folders if (base / each).is_symlink())]:
            path = (base / name).relative_to(out)
            target = staging / path
            if path.as_posix() not in known and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _link(base / name, target)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _write_in_place(files: Mapping[str, Artifact], out: Path, previous: frozenset[str]) -> None:
    """File by file, for a folder that cannot be moved: new assets first, pages next, then removals."""
    for path in sorted(files, key=lambda each: (each == MANIFEST, each.endswith(".html"), each)):
        target = out / path
        if not _is_same(target, files[path].content):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_name(f".{target.name}.new")
            temporary.write_bytes(files[path].content)
            temporary.replace(target)
    for path in previous - files.keys():
        (out / path).unlink(missing_ok=True)

"""Putting a finished folder in another's place in one step, so that nobody ever sees half a site."""

import ctypes
import errno
import os
import secrets
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux, renameat2(2)
_RENAME_SWAP = 2  # macOS, renamex_np(2)
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def staging_folder(out: Path) -> Path:
    """A new, empty folder beside `out`, on the same file system."""
    folder = out.parent / f".{out.name}.new-{os.getpid()}-{secrets.token_hex(4)}"
    folder.mkdir(parents=True)
    return folder


def replace_folder(new: Path, out: Path) -> None:
    """Let `new` stand at `out`; what stood there is removed. Raises OSError and leaves `out` as it was on failure.

    Where the system can exchange two folders, there is no moment without a whole site; elsewhere `out` is missing
    between two renames, and `recover` puts the old one back after a kill in between.
    """
    if not out.exists():
        new.rename(out)
        return
    if _exchange(new, out):
        shutil.rmtree(new)
        return
    old = out.parent / f".{out.name}.old-{os.getpid()}-{secrets.token_hex(4)}"
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old)


def recover(out: Path) -> None:
    """Undo what a killed build left beside `out`: put the last good site back, drop unfinished ones."""
    if not out.parent.is_dir():
        return
    for old in sorted(out.parent.glob(f".{out.name}.old-*")):
        if not out.exists():
            old.rename(out)
        elif not _is_alive(old):
            shutil.rmtree(old, ignore_errors=True)
    for unfinished in out.parent.glob(f".{out.name}.new-*"):
        if not _is_alive(unfinished):
            shutil.rmtree(unfinished, ignore_errors=True)


def _is_alive(folder: Path) -> bool:
    """Whether the build that made a staging folder still runs; its process id is in the name."""
    try:
        os.kill(int(folder.name.split("-")[-2]), 0)
    except (ValueError, IndexError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step; False where the system or its file system cannot."""
    if sys.platform.startswith("linux"):
        name = "renameat2"
        arguments = [_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE]
    elif sys.platform == "darwin":
        name, arguments = "renamex_np", [os.fsencode(first), os.fsencode(second), _RENAME_SWAP]
    else:
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    if function(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(second))

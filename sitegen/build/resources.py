"""The templates and static files that come with sitegen, and a content folder's own in their place."""

from importlib.resources import files
from pathlib import Path

from sitegen.model.problems import SitegenError

LUNR = "lunr.min.js"


class ResourceError(SitegenError, FileNotFoundError):
    """A part of the installed package that is missing."""


def package_folder(name: str) -> Path:
    """`templates` or `static`: inside the installed package, or at the top of a checkout.

    Raises ResourceError when neither is there.
    """
    package = Path(str(files("sitegen")))
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise ResourceError(f"sitegen was installed without its {name} folder; install it again")


def template_folders(content: Path) -> tuple[Path, ...]:
    """Where templates are looked for, the content folder's own first."""
    own = content / "templates"
    return (*((own,) if own.is_dir() else ()), package_folder("templates"))


def static_files(content: Path) -> dict[str, bytes]:
    """Every static file by its name, the content folder's own in place of those of the package; lunr.js among them."""
    own = content / "static"
    files_by_name = _read_tree(package_folder("static")) | {LUNR: _lunr()}
    return files_by_name | (_read_tree(own) if own.is_dir() else {})


def own_static_names(content: Path) -> frozenset[str]:
    """The static files that only the content folder has: they keep their names, since notes link to them."""
    own = content / "static"
    if not own.is_dir():
        return frozenset()
    return frozenset(_read_tree(own)) - frozenset(_read_tree(package_folder("static"))) - {LUNR}


def _read_tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def _lunr() -> bytes:
    path = Path(str(files("sitegen"))) / "_vendor" / LUNR
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(f"{LUNR} is missing from the package; `pip install` brings it") from error

"""The templates and static files that come with sitegen, and a content folder's own in their place."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticFiles:
    """The contents of static files by name: those that the templates may ask for, and those that notes may link to.

    `themed` are the package's, lunr.js among them, or the content folder's in their place; `own` are the content
    folder's others, which keep their names.
    """

    themed: dict[str, bytes]
    own: dict[str, bytes]


def load_static(content: Path) -> StaticFiles:
    """Read every static file once; raises ResourceError when the package lacks its part."""
    themed = _read_tree(package_folder("static")) | {LUNR: _lunr()}
    folder = content / "static"
    given = _read_tree(folder) if folder.is_dir() else {}
    return StaticFiles(
        themed={name: given.get(name, data) for name, data in themed.items()},
        own={name: data for name, data in given.items() if name not in themed},
    )


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

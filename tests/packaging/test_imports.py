"""What the code imports is asked for by name, so that nothing works only because something else brings it."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OWN = {"sitegen", "tests", "hatch_build"}


def imported_packages(folder: str) -> set[str]:
    """The top-level packages of others that the modules of a folder import."""
    names = {name for path in (ROOT / folder).rglob("*.py") for name in imports(path)}
    return names - OWN - sys.stdlib_module_names


def imports(path: Path) -> Iterator[str]:
    """The first part of each absolute import of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


def asked_for(group: str | None = None) -> set[str]:
    """The normalised names of the runtime requirements, or of those of a dependency group."""
    entries = PROJECT["dependency-groups"][group] if group else PROJECT["project"]["dependencies"]
    names: set[str] = set()
    for entry in entries:
        names |= asked_for(entry["include-group"]) if isinstance(entry, dict) else {normalised(entry)}
    return names


def normalised(requirement: str) -> str:
    """A project's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", requirement)[0]).lower()


def unasked(packages: set[str], names: set[str]) -> set[str]:
    """The packages that come with none of the projects named."""
    brought_by = packages_distributions()
    return {package for package in packages if not names & {normalised(name) for name in brought_by.get(package, ())}}


def test_the_package_imports_what_it_requires() -> None:
    """An import of the package is a runtime requirement."""
    assert unasked(imported_packages("sitegen"), asked_for()) == set()


def test_every_requirement_is_imported() -> None:
    """A requirement that nothing imports is one that everybody installs for nothing."""
    brought_by = packages_distributions()
    used = {normalised(name) for package in imported_packages("sitegen") for name in brought_by.get(package, ())}
    assert asked_for() <= used


def test_the_tests_import_what_they_require() -> None:
    """An import of the tests is a requirement of the package or of its test group."""
    assert unasked(imported_packages("tests"), asked_for() | asked_for("test")) == set()

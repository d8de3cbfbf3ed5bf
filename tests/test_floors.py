"""A module imports only lower floors or its own package; nothing imports in a circle.

Imports are read from the syntax tree, so that type-only and lazy ones count as well.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"

# From the roof down. Packages on one floor may not import each other.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"serve", "check"}),
    frozenset({"build"}),
    frozenset({"render", "search", "exports"}),
    frozenset({"site"}),
    frozenset({"likeness"}),
    frozenset({"taxonomy"}),
    frozenset({"catalogue"}),
    frozenset({"sources"}),
    frozenset({"words"}),
    frozenset({"markup"}),
    frozenset({"config"}),
    frozenset({"model"}),
    frozenset({"__init__"}),
)


def room_of(module: str) -> str:
    """The name directly under `sitegen` that a dotted module belongs to."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def module_name(path: Path) -> str:
    """The dotted name of a source file."""
    parts = list(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported_modules(path: Path, modules: frozenset[str]) -> Iterator[str]:
    """Every sitegen module that a file names in an import, wherever in the file that stands."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "sitegen")
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            target = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            if target.split(".")[0] == "sitegen":
                for alias in node.names:
                    submodule = f"{target}.{alias.name}"
                    yield submodule if submodule in modules else target


GRAPH = {name: frozenset(imported_modules(path, frozenset(SOURCES))) for name, path in SOURCES.items()}


def test_every_room_has_a_floor() -> None:
    """A new package must be given its place before it can be imported."""
    assert {room_of(module) for module in SOURCES} <= frozenset().union(*FLOORS)


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_imports_point_down(module: str) -> None:
    """A module imports its own package or a lower floor; never a neighbour, never upwards."""
    level = {room: index for index, floor in enumerate(FLOORS) for room in floor}
    wrong = {
        target
        for target in GRAPH[module]
        if room_of(target) != room_of(module) and level[room_of(target)] <= level[room_of(module)]
    }
    assert not wrong, f"{module} imports {', '.join(sorted(wrong))}"


def test_no_import_cycles() -> None:
    """Modules can be put in an order in which each comes after all it imports."""
    waiting = {name: set(targets) - {name} for name, targets in GRAPH.items()}
    while ready := [name for name, targets in waiting.items() if not targets & waiting.keys()]:
        for name in ready:
            del waiting[name]
    assert not waiting, f"import cycle among {', '.join(sorted(waiting))}"


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_no_drawer_names(module: str) -> None:
    """A module is named for what it holds."""
    drawers = [
        "util",
        "utils",
        "helper",
        "helpers",
        "manager",
        "handler",
        "processor",
        "data",
        "info",
        "misc",
        "common",
        "base",
    ]
    assert not set(drawers) & set(module.split("."))

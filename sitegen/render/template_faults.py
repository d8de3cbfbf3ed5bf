"""What would go wrong without a word in an owner's own templates, told before the first page is written.

Jinja prints nothing for a block that no template above has, nor for what stands outside the blocks of a template that
extends another, and goes round for ever in one that extends itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, nodes

from sitegen.model.problems import Location, Problem
from sitegen.model.suggestions import suggestion

_References = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """A template as read: its file, its syntax tree, and the name of the template that it extends.

    `above` is None where it extends none, or one whose name only the page decides.
    """

    file: str
    tree: nodes.Template
    above: str | None
    line: int

    @property
    def blocks(self) -> frozenset[str]:
        """The names of all its blocks."""
        return frozenset(block.name for block in self.tree.find_all(nodes.Block))


def template_faults(environment: Environment, own: Iterable[str]) -> Iterator[Problem]:
    """The faults of the templates of these names, each at its line; all of them must compile."""
    known = frozenset(environment.list_templates())
    for name in own:
        parsed = _parse(environment, name)
        yield from _missing(parsed, known)
        if parsed.above is not None and parsed.above in known:
            yield from _unprinted(environment, name, parsed, known)


def _parse(environment: Environment, name: str) -> _Parsed:
    assert environment.loader is not None  # noqa: S101 - every environment of ours has one
    source, file, _ = environment.loader.get_source(environment, name)
    tree = environment.parse(source)
    extends = next(iter(tree.find_all(nodes.Extends)), None)
    named = extends is not None and isinstance(extends.template, nodes.Const)
    return _Parsed(
        file=file or name,
        tree=tree,
        above=str(extends.template.value) if extends and named else None,  # type: ignore[attr-defined]
        line=extends.lineno if extends else 1,
    )


def _missing(parsed: _Parsed, known: frozenset[str]) -> Iterator[Problem]:
    for node in parsed.tree.find_all(_References):
        names = _names(node)
        if names and not known.intersection(names) and not getattr(node, "ignore_missing", False):
            message = f"there is no template `{names[0]}`{suggestion(names[0], known)}"
            yield Problem(Location(parsed.file, node.lineno), "unknown-template", message)


def _names(node: nodes.Node) -> Sequence[str]:
    """The templates that a tag may mean; none where only the page decides."""
    given: nodes.Expr = node.template  # type: ignore[attr-defined]  # each of _References has one
    choices = given.items if isinstance(given, nodes.List | nodes.Tuple) else [given]
    named = [str(each.value) for each in choices if isinstance(each, nodes.Const)]
    return named if len(named) == len(choices) else []


def _unprinted(environment: Environment, name: str, parsed: _Parsed, known: frozenset[str]) -> Iterator[Problem]:
    above = _above(environment, name, parsed, known)
    if above is None:
        message = f"`{name}` extends itself; `sitegen/{name}` is the one that comes with sitegen"
        yield Problem(Location(parsed.file, parsed.line), "template-circle", message)
        return
    if all(each.above is not None or not _extends(each) for each in above):
        blocks = frozenset[str]().union(*(each.blocks for each in above))
        yield from _unknown_blocks(parsed, blocks)
    yield from _outside(parsed)


def _extends(parsed: _Parsed) -> bool:
    return any(True for _ in parsed.tree.find_all(nodes.Extends))


def _above(environment: Environment, name: str, parsed: _Parsed, known: frozenset[str]) -> Sequence[_Parsed] | None:
    """The templates that one extends, nearest first; None where that goes round in a circle."""
    seen, found, above = {name}, list[_Parsed](), parsed.above
    while above is not None and above in known:
        if above in seen:
            return None
        seen.add(above)
        found.append(_parse(environment, above))
        above = found[-1].above
    return found


def _unknown_blocks(parsed: _Parsed, blocks: frozenset[str]) -> Iterator[Problem]:
    for node in parsed.tree.body:
        if isinstance(node, nodes.Block) and node.name not in blocks:
            tail = suggestion(node.name, blocks) or f"; it has {', '.join(f'`{each}`' for each in sorted(blocks))}"
            message = f"`{parsed.above}` has no block `{node.name}`, so it would not be printed{tail}"
            yield Problem(Location(parsed.file, node.lineno), "unknown-block", message)


def _outside(parsed: _Parsed) -> Iterator[Problem]:
    for node in parsed.tree.body:
        if isinstance(node, nodes.Output) and node.lineno >= parsed.line:
            text = next((each for each in node.nodes if not _is_blank(each)), None)
            if text is not None:
                message = f"what stands outside of blocks is not printed, since the template extends `{parsed.above}`"
                yield Problem(Location(parsed.file, _first_line(text)), "outside-blocks", message)


def _is_blank(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData) and not node.data.strip()


def _first_line(node: nodes.Expr) -> int:
    """The line of the first thing that is not blank."""
    text = node.data if isinstance(node, nodes.TemplateData) else ""
    return node.lineno + text[: len(text) - len(text.lstrip())].count("\n")

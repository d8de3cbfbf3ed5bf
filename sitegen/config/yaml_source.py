"""YAML as plain values with the line of every key; what is ambiguous or made to exhaust a reader is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from sitegen.model.problems import Location, Problem, ProblemsError

MAX_DEPTH = 20
MAX_ALIASES = 20

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A parsed document: `value` holds dicts, lists and scalars only; `lines` the line of each key path.

    The path of the document itself is `()`; sequence items are named by their index.
    """

    file: str
    value: object
    lines: dict[KeyPath, int]

    def location(self, path: KeyPath = ()) -> Location:
        """Where `path` stands, or the nearest thing around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return Location(self.file, self.lines.get(path, 1))


def parse_yaml(text: str, *, file: str, first_line: int = 1) -> YamlDocument:
    """Read one YAML document whose first line is line `first_line` of `file`.

    Raises ProblemsError for bad syntax, duplicate keys, keys that are not text, tags, impossible dates, nesting deeper
    than MAX_DEPTH and more than MAX_ALIASES aliases.
    """
    problems = list(_unsafe_events(text, file, first_line))
    if problems:
        raise ProblemsError(problems)
    return _Composer(file, first_line).document(text)


def _mark_line(mark: Any, first_line: int) -> int:
    return first_line + (mark.line if mark is not None else 0)


def _syntax_problem(error: yaml.YAMLError, file: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    return Problem(Location(file, _mark_line(mark, first_line)), "yaml-syntax", f"not valid YAML: {reason}")


def _unsafe_events(text: str, file: str, first_line: int) -> Iterator[Problem]:
    depth = aliases = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            location = Location(file, _mark_line(event.start_mark, first_line))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    yield Problem(location, "yaml-depth", f"nested deeper than {MAX_DEPTH} levels")
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.AliasEvent):
                aliases += 1
                if aliases > MAX_ALIASES:
                    yield Problem(location, "yaml-aliases", f"more than {MAX_ALIASES} aliases")
                    return
            tag = getattr(event, "tag", None)
            if tag is not None and tag != "!":
                yield Problem(location, "yaml-tag", f"tags such as {tag} are not used here")
    except yaml.YAMLError as error:
        yield _syntax_problem(error, file, first_line)


class _Composer:
    """Builds the value of one document and notes where everything stands."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def document(self, text: str) -> YamlDocument:
        self.loader = yaml.CSafeLoader(text)
        try:
            node = self.loader.get_single_node()
            value = None if node is None else self._value(node, ())
        except yaml.YAMLError as error:
            raise ProblemsError([_syntax_problem(error, self.file, self.first_line)]) from error
        finally:
            self.loader.dispose()
        if self.problems:
            raise ProblemsError(self.problems)
        return YamlDocument(self.file, value, self.lines)

    def _line(self, node: yaml.Node) -> int:
        return _mark_line(node.start_mark, self.first_line)

    def _refuse(self, node: yaml.Node, code: str, message: str) -> None:
        self.problems.append(Problem(Location(self.file, self._line(node)), code, message))

    def _value(self, node: yaml.Node, path: KeyPath) -> object:
        self.lines.setdefault(path, self._line(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "yaml-key", "a key must be text")
                continue
            key = str(key_node.value)
            if key in mapping:
                self._refuse(key_node, "duplicate-key", f"`{key}` is given twice")
            self.lines[(*path, key)] = self._line(key_node)
            mapping[key] = self._value(value_node, (*path, key))
        return mapping

    def _scalar(self, node: yaml.Node) -> object:
        try:
            return self.loader.construct_object(node)
        except ValueError as error:
            self._refuse(node, "invalid-value", f"{node.value!r}: {error}")
            return None

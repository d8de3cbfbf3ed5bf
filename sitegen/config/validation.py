"""Holding a YAML document against a model: every fault at once, each with its line and the nearest known key."""

import types
import typing
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from sitegen.config.yaml_source import KeyPath, YamlDocument
from sitegen.model.problems import Problem, ProblemsError
from sitegen.model.suggestions import suggestion

Model = typing.TypeVar("Model", bound=BaseModel)


class StrictModel(BaseModel):
    """The base of all models of hand-written YAML: frozen, and no key passes that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def validate_document(document: YamlDocument, model: type[Model]) -> Model:
    """The document as a `model`; raises ProblemsError with every fault, each at its line and key path."""
    try:
        return model.model_validate({} if document.value is None else document.value)
    except ValidationError as error:
        raise ProblemsError(_problem(document, model, details) for details in error.errors()) from error


def _problem(document: YamlDocument, model: type[BaseModel], details: ErrorDetails) -> Problem:
    path: KeyPath = details["loc"]
    shown = key_path_text(path)
    location = document.location(path)
    match details["type"]:
        case "extra_forbidden":
            known = _keys_at(model, path[:-1])
            tail = suggestion(str(path[-1]), known) or f"; known are {', '.join(sorted(known))}"
            return Problem(location, "unknown-key", f"`{shown}` is not a known key{tail}")
        case "missing":
            return Problem(location, "missing-key", f"`{shown}` is required")
        case _:
            message = details["msg"].removeprefix("Value error, ")
            given = "" if isinstance(details["input"], dict | list) else f" (given: {details['input']!r})"
            return Problem(location, "invalid-value", f"`{shown}`: {message}{given}" if shown else message)


def key_path_text(path: KeyPath) -> str:
    """A key path as people write it: `topics[3].match.title`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)


def _keys_at(model: type[BaseModel], path: KeyPath) -> frozenset[str]:
    models: list[type[BaseModel]] = [model]
    for part in path:
        named = [
            found
            for each in models
            for name, field in each.model_fields.items()
            if part in {name, field.alias}
            for found in _models_in(field.annotation)
        ]
        models = named or models
    return frozenset(field.alias or name for each in models for name, field in each.model_fields.items())

"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_CONTENT = Path("content")
DEFAULT_OUTPUT = Path("_site")


def content_option(command: Command) -> Command:
    """`--content`: the folder with site.yaml, dumps and notes."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path),
        default=DEFAULT_CONTENT,
        show_default=True,
        help="The folder with site.yaml, topics.yaml, dumps/ and papers/.",
    )(command)


def config_option(command: Command) -> Command:
    """`--config`: another file in the place of site.yaml."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        default=None,
        help="A settings file in place of the content folder's site.yaml.",
    )(command)


def output_option(command: Command) -> Command:
    """`--output`: the folder of the built site."""
    return click.option(
        "--output",
        type=click.Path(path_type=Path),
        default=DEFAULT_OUTPUT,
        show_default=True,
        help="The folder of the built site.",
    )(command)


def strict_option(command: Command) -> Command:
    """`--strict`: warnings count as errors."""
    return click.option("--strict", is_flag=True, help="Let warnings count as errors.")(command)

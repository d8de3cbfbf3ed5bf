"""What the documentation tells people to type exists, and what it links to is there."""

import itertools
import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sitegen.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sitegen/starter/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
MAKE_TARGETS = frozenset(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
MAKE_VARIABLES = frozenset(re.findall(r"^([A-Z]+) [?:]?=", MAKEFILE, re.MULTILINE))
SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^    (?:\S+/)?(sitegen .*)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)\)")


def command_lines(page: Path) -> Iterator[str]:
    """The lines of a page's shell blocks, and the indented ones that call sitegen."""
    text = page.read_text(encoding="utf-8")
    for block in SHELL_BLOCK.findall(text):
        yield from block.splitlines()
    yield from INDENTED.findall(text)


def words_of(line: str) -> list[str]:
    """The words of the line's first command, without what follows a pipe and without a comment."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    return list(itertools.takewhile(lambda word: not set(word) <= set("|&;<>"), lexer))


def commands(program: str) -> tuple[tuple[str, str], ...]:
    """Each call of a program in the documentation, with the page that it stands on."""
    return tuple(
        (page.name, line)
        for page in PAGES
        for line in command_lines(page)
        if line.strip() and Path(line.split()[0]).name == program
    )


def parse(command: click.Command, words: list[str], name: str, parent: click.Context | None = None) -> None:
    """Let click read the words as it would, without looking at files or running anything; its complaint is raised."""
    context = click.Context(command, parent, name, **command.context_settings)
    _options, rest, _order = command.make_parser(context).parse_args(words)
    if isinstance(command, click.Group):
        below = command.get_command(context, rest[0]) if rest else None
        assert below is not None, f"{context.command_path} has no command {rest[:1]}"
        parse(below, rest[1:], rest[0], context)
    else:
        assert not rest, f"{context.command_path} takes no {rest}"


@pytest.mark.parametrize(("page", "line"), commands("sitegen"))
def test_sitegen_commands_exist(page: str, line: str) -> None:
    """A command with options and arguments that the command line accepts."""
    words = words_of(line)[1:]
    try:
        parse(main, [word for word in words if word != "COMMAND"], "sitegen")
    except click.UsageError as error:
        pytest.fail(f"{page}: {line}: {error.message}")


@pytest.mark.parametrize(("page", "line"), commands("make"))
def test_make_targets_exist(page: str, line: str) -> None:
    """A target of the Makefile, with variables that it reads."""
    for word in words_of(line)[1:]:
        variable, equals, _value = word.partition("=")
        assert variable in (MAKE_VARIABLES if equals else MAKE_TARGETS), f"{page}: {line}"


def test_the_readme_tells_of_every_command() -> None:
    """A command that the README leaves out would not be found; the two commands of a checkout come first."""
    told = {words_of(line)[1] for page, line in commands("sitegen") if page == "README.md"}
    assert set(main.commands) <= told
    assert [line for page, line in commands("make") if page == "README.md"][:2] == ["make site", "make test"]


def test_every_make_target_is_explained() -> None:
    """`make help` shows the comment after a target."""
    phony = set(re.findall(r"^\.PHONY: (\w+)", MAKEFILE, re.MULTILINE))
    assert phony == set(re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE)) == MAKE_TARGETS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the repository names one that is there."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert ":" in target or (page.parent / target).exists(), target


def test_the_command_reference_is_current() -> None:
    """The page that `make docs` writes is the one in the repository."""
    reference = runpy.run_path(str(ROOT / "docs" / "write_cli.py"))["reference"]()
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference

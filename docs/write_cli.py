"""Write docs/cli.md from the help texts of the commands, so that they are worded once. `make docs` runs this."""

from collections.abc import Iterator
from pathlib import Path

import click

from sitegen.cli.main import main

PLACE = Path(__file__).parent / "cli.md"
WIDTH = 100
HEAD = """\
# The commands

This page is made by `make docs` from what `sitegen COMMAND --help` prints.

The exit status is 0 when all is well, 1 when problems were found (warnings count under `--strict`), and 2 when the
command line or the configuration is wrong. Problems are printed on standard error, one a line, as
`file:line: code: message`, sorted, with their number last.

## Shell completion

`sitegen` completes its commands and options in bash, zsh and fish. For bash, put this into `~/.bashrc`:

```sh
eval "$(_SITEGEN_COMPLETE=bash_source sitegen)"
```

For zsh, put it into `~/.zshrc` with `zsh_source`; for fish:

```sh
_SITEGEN_COMPLETE=fish_source sitegen > ~/.config/fish/completions/sitegen.fish
```
"""


def help_texts(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The command's full name and help, then those of the commands below it."""
    context = click.Context(command, parent, name, terminal_width=WIDTH, **command.context_settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from help_texts(found, below, context)


def reference() -> str:
    """The whole page."""
    sections = (f"\n## {name}\n\n```text\n{text}\n```\n" for name, text in help_texts(main, "sitegen"))
    return "".join([HEAD, *sections])


if __name__ == "__main__":
    PLACE.write_text(reference(), encoding="utf-8")

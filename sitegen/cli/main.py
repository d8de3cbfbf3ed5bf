"""The `sitegen` command: one subcommand a task, and one place where errors become lines and exit codes."""

import sys
from typing import Any

import click

from sitegen import __version__
from sitegen.build.content import ConfigurationError
from sitegen.build.faults import problems_of
from sitegen.build.resources import ResourceError
from sitegen.build.writer import OutputFolderError
from sitegen.cli.adding import add
from sitegen.cli.building import build
from sitegen.cli.checking import check
from sitegen.cli.listing import list_papers
from sitegen.cli.marking import marks
from sitegen.cli.noting import new
from sitegen.cli.printing import FOUND, USAGE, print_problems
from sitegen.cli.searching import search
from sitegen.cli.serving import serve
from sitegen.cli.starting import init
from sitegen.search.reader import SearchFileError

# Their messages say what is wrong with which file or folder.
_FolderError = OutputFolderError | ResourceError | SearchFileError


class _Commands(click.Group):
    """A group that turns expected errors into one line each; `--debug` lets the traceback through."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            _explain(error)
            sys.exit(USAGE if isinstance(error, ConfigurationError | _FolderError) else FOUND)


def _explain(error: Exception) -> None:
    problems = problems_of(error)
    if isinstance(error, _FolderError) or not problems:
        hint = "" if problems else f" ({type(error).__name__}; `sitegen --debug` shows where)"
        click.echo(f"sitegen: {error}{hint}", err=True)
    else:
        print_problems(problems)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="sitegen %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Turn saved paper listings into a static, searchable reading-list site.

    \b
    Start a list, look at it, add to it:
      sitegen init my-list
      cd my-list
      sitegen serve
      sitegen add ~/Downloads/listing.txt
    """
    del debug  # read by the group when an error comes through


for _command in (build, serve, check, list_papers, search, add, new, marks, init):
    main.add_command(_command)

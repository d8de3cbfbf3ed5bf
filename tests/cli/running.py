"""Commands as tests run them."""

from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli.main import main


def run(*arguments: str | Path, **environment: str) -> Result:
    """A `sitegen` command, in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False, env=environment)

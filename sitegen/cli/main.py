"""The `sitegen` command: one subcommand a task."""

import click

from sitegen import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="sitegen")
def main() -> None:
    """Turn saved paper listings into a static, searchable reading-list site."""

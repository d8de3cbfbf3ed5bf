"""`sitegen build`: content folder in, site out."""

import sys
from pathlib import Path

import click

from sitegen.build.pipeline import BuildReport, build_site
from sitegen.cli.arguments import config_option, content_option, output_option, strict_option
from sitegen.cli.printing import exit_status, print_problems, size_text
from sitegen.site.wording import count_text


@click.command()
@content_option
@output_option
@config_option
@strict_option
@click.option(
    "--jobs", type=click.IntRange(min=1), default=None, help="Worker processes; by default as many as pay off."
)
@click.option("--quiet", is_flag=True, help="Print problems only.")
def build(content: Path, output: Path, config: Path | None, strict: bool, jobs: int | None, quiet: bool) -> None:
    """Build the site.

    The output folder changes all at once: when anything is wrong, the last good site stays as it is.

    \b
    Examples:
      sitegen build
      sitegen build --strict --output public
    """
    show = _Progress() if sys.stderr.isatty() and not quiet else None
    report = build_site(content, output, config_path=config, strict=strict, jobs=jobs, progress=show)
    if show is not None:
        show.finish()
    print_problems(report.problems)
    if not report.is_written:
        click.echo(f"Nothing was written; {output} is as it was.", err=True)
    elif not quiet:
        click.echo(summary(report, output))
    sys.exit(exit_status(report.problems, strict=strict))


def summary(report: BuildReport, output: Path) -> str:
    """What a build did, in two lines."""
    merged = f"{count_text(report.papers, 'paper')} from {count_text(report.records, 'record')}"
    built = f"{count_text(report.pages, 'page')}, {count_text(report.files, 'file')}, {size_text(report.size)}"
    changes = f"{report.written:,} written, {report.removed:,} removed"
    return f"{merged}: {built} in {report.seconds:.1f} s\n{output}: {changes}"


class _Progress:
    """One line on a terminal that says how far rendering is."""

    def __init__(self) -> None:
        self.shown = -1

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent != self.shown:
            self.shown = percent
            click.echo(f"\rRendering {done:,} of {total:,} pages ({percent} %)", nl=False, err=True)

    def finish(self) -> None:
        """Clear the line."""
        if self.shown >= 0:
            click.echo("\r\x1b[K", nl=False, err=True)

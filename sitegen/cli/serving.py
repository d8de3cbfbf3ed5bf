"""`sitegen serve`: the site as one writes it."""

import tempfile
from pathlib import Path

import click

from sitegen.build.faults import problems_of
from sitegen.build.pipeline import build_site, check_folders
from sitegen.build.resources import package_folder
from sitegen.cli.arguments import config_option, content_option, strict_option
from sitegen.cli.building import summary
from sitegen.serve.outcome import BuildOutcome
from sitegen.serve.server import serve_site


@click.command()
@content_option
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder to build into; by default one that is gone when the preview ends.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on; by default any free one."
)
@strict_option
def serve(content: Path, config: Path | None, output: Path | None, host: str, port: int, strict: bool) -> None:
    """Preview the site, and build it again as you edit.

    The open browser reloads by itself. When a build fails, the last good site stays, with the error on top of it.

    \b
    Examples:
      sitegen serve
      sitegen serve --content my-list --port 8000
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-") as scratch:
        out = output or Path(scratch) / "site"
        check_folders(content, out)
        serve_site(
            build=lambda: build_outcome(content, out, config=config, strict=strict),
            root=out,
            watch=watched_folders(content, config),
            host=host,
            port=port,
            announce=click.echo,
        )


def watched_folders(content: Path, config: Path | None) -> tuple[Path, ...]:
    """What a change of means a new build: the content folder, templates, static files and another settings file."""
    folders = (content, package_folder("templates"), package_folder("static"))
    return (*folders, config) if config is not None else folders


def build_outcome(content: Path, out: Path, *, config: Path | None = None, strict: bool = False) -> BuildOutcome:
    """Build once; whatever goes wrong becomes the message of a failure, a line a problem."""
    try:
        report = build_site(content, out, config_path=config, strict=strict)
    except Exception as error:  # the preview goes on, whatever a half-written file makes of a build
        problems = problems_of(error)
        return BuildOutcome(False, "\n".join(map(str, problems)) or f"{type(error).__name__}: {error}")
    lines = [str(problem) for problem in report.problems]
    if not report.is_written:
        return BuildOutcome(False, "\n".join(lines))
    return BuildOutcome(True, "\n".join([*lines, summary(report, out).splitlines()[0]]))

"""Problems and sizes as the command line prints them."""

from collections.abc import Iterable, Sequence

import click

from sitegen.build.pipeline import forbids_site
from sitegen.model.problems import Problem, Severity
from sitegen.site.wording import count_text

OK, FOUND, USAGE = 0, 1, 2


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems sorted, one a line, on standard error, and a count last; nothing when there are none."""
    ordered = sorted(set(problems))
    for problem in ordered:
        click.echo(str(problem), err=True)
    if ordered:
        click.echo(_count(ordered), err=True)


def _count(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    return ", ".join(count_text(count, name) for count, name in ((errors, "error"), (warnings, "warning")) if count)


def exit_status(problems: Iterable[Problem], *, strict: bool) -> int:
    """1 when there is an error, or under `strict` any problem; else 0."""
    return FOUND if forbids_site(problems, strict=strict) else OK


def size_text(size: int) -> str:
    """A number of bytes for people: `812 B`, `3.4 MB`."""
    value = float(size)
    for unit in ("B", "kB", "MB"):
        if value < 1000:  # noqa: PLR2004 - the step of decimal units
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"

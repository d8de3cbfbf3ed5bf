"""Which papers a command is asked for, by topic, author, status and year."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import wraps

import click

from sitegen.model.note import Status
from sitegen.model.text import fold_text

_OPTIONS = (
    click.option("--topic", help="Only papers with this topic (its slug)."),
    click.option("--author", help="Only papers by this author (the whole name)."),
    click.option(
        "--status", type=click.Choice([status.value for status in Status]), help="Only papers with this status."
    ),
    click.option("--year", type=int, help="Only papers of this year."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a paper must have; None asks for nothing. Names match whole, without case and accents."""

    topic: str | None = None
    author: str | None = None
    status: str | None = None
    year: int | None = None

    def fits(self, *, topics: Collection[str], authors: Iterable[str], status: str | None, year: int | None) -> bool:
        """Whether a paper of which this is known has all that is asked for."""
        return (
            (self.topic is None or self.topic in topics)
            and (self.author is None or fold_text(self.author) in map(fold_text, authors))
            and (self.status is None or self.status == status)
            and (self.year is None or self.year == year)
        )


def wanted_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--topic`, `--author`, `--status` and `--year`, which reach the command together, as its `wanted`."""

    @wraps(command)
    def with_wanted(
        *args: object, topic: str | None, author: str | None, status: str | None, year: int | None, **options: object
    ) -> None:
        command(*args, wanted=Wanted(topic=topic, author=author, status=status, year=year), **options)

    decorated: Callable[..., None] = with_wanted
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated

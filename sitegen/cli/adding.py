"""`sitegen add`: look at a dump, then put it into the content folder."""

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import yaml

from sitegen.build.content import load_content
from sitegen.catalogue.assembly import build_catalogue
from sitegen.cli.arguments import config_option, content_option, strict_option
from sitegen.cli.printing import FOUND, exit_status, print_problems
from sitegen.config.text_files import read_text
from sitegen.model.dump import DumpMetadata, LineUse, Reading
from sitegen.model.paper import Paper
from sitegen.site.wording import count_text
from sitegen.sources.front_matter import split_front_matter
from sitegen.sources.reading import load_dump, read_dump

_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What adding a dump would do: papers that are new, papers already known, and lines that could not be read."""

    new: tuple[Paper, ...]
    known: tuple[Paper, ...]
    unread: tuple[str, ...]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
@config_option
@strict_option
@click.option("--captured", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the page was saved.")
@click.option("--url", help="The address of the saved page.")
@click.option("--query", help="The search that the page answers.")
@click.option("--name", help="The file name in content/dumps; by default that of FILE.")
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
def add(
    *,
    file: Path,
    content: Path,
    config: Path | None,
    strict: bool,
    captured: datetime.datetime | None,
    url: str | None,
    query: str | None,
    name: str | None,
    dry_run: bool,
) -> None:
    """Add the saved listing FILE to the content folder, after showing what it brings.

    Its front matter is kept and completed: the source that was recognised, and what the options state. Dates that the
    listing prints without a year get theirs from --captured, so give it for pages of earlier years.

    \b
    Examples:
      sitegen add --dry-run ~/Downloads/listing.txt
      sitegen add ~/Downloads/listing.txt --captured 2026-03-13
    """
    target = content / "dumps" / _dump_name(name or file.name)
    loaded = load_content(content, config_path=config)
    if target.exists():
        raise click.UsageError(f"{target} is there already; give another --name")
    dump = replace(load_dump(file, shown_as=str(file)), name=target.name)
    stated = DumpMetadata(source=None, captured=captured.date() if captured else None, url=url, query=query)
    dump = replace(dump, metadata=_completed(dump.metadata, stated))
    reading = read_dump(dump)
    _show(effect_of(reading, loaded.readings), reading)
    print_problems(reading.problems)
    status = exit_status(reading.problems, strict=strict)
    if not reading.records or (status and strict):
        click.echo("Nothing was added.", err=True)
        sys.exit(FOUND)
    if not dry_run:
        write_dump(file, target, replace(dump.metadata, source=reading.source))
        click.echo(f"Added as {target}")
    sys.exit(status)


def _dump_name(name: str) -> str:
    path = Path(name)
    if path.name != name or name.startswith("."):
        raise click.BadParameter("a dump's name is a plain file name", param_hint="--name")
    return name if path.suffix == ".txt" else f"{path.stem}.txt"


def _completed(own: DumpMetadata, stated: DumpMetadata) -> DumpMetadata:
    """What the dump states of itself, with what the options state in the place of it."""
    return DumpMetadata(
        source=own.source,
        captured=stated.captured or own.captured,
        url=stated.url or own.url,
        query=stated.query or own.query,
    )


def effect_of(reading: Reading, readings: Sequence[Reading]) -> Effect:
    """What a catalogue of `readings` gains from one reading more."""
    catalogue = build_catalogue([*readings, reading])
    touched = [
        paper for paper in catalogue.papers if any(place.dump == reading.dump.name for place in paper.provenance)
    ]
    new = tuple(p for p in touched if all(place.dump == reading.dump.name for place in p.provenance))
    lines = dict(enumerate(reading.dump.lines, reading.dump.first_line))
    unread = tuple(f"{number}: {lines[number]}" for number, use in reading.uses if use is LineUse.UNREAD)
    return Effect(new=new, known=tuple(paper for paper in touched if paper not in new), unread=unread)


def _show(effect: Effect, reading: Reading) -> None:
    source = f" in a listing of {reading.source}" if reading.source else ""
    click.echo(f"{count_text(len(reading.records), 'record')}{source}")
    for label, items in (
        (count_text(len(effect.new), "new paper"), [paper.title for paper in effect.new]),
        (f"{len(effect.known):,} already known", [paper.title for paper in effect.known]),
        (count_text(len(effect.unread), "unread line"), list(effect.unread)),
    ):
        click.echo(label)
        for item in items[:_SHOWN]:
            click.echo(f"    {item}")
        if len(items) > _SHOWN:
            click.echo(f"    and {len(items) - _SHOWN:,} more")


def write_dump(file: Path, target: Path, metadata: DumpMetadata) -> None:
    """Copy a dump's text below front matter that states `metadata`; raises FileExistsError rather than overwrite."""
    body = split_front_matter(read_text(file, shown_as=str(file))).body
    values = {key: getattr(metadata, key) for key in ("source", "captured", "url", "query") if getattr(metadata, key)}
    header = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(f"---\n{header}---\n{body}")

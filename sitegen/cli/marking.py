"""`sitegen marks`: a reader's marks into the notes of the content folder."""

import sys
from pathlib import Path

import click

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue
from sitegen.cli.arguments import config_option, content_option, strict_option
from sitegen.cli.mark_writing import MarkedNote, noted_marks, write_note
from sitegen.cli.printing import FOUND, exit_status, print_problems
from sitegen.config.text_files import read_text
from sitegen.site.wording import count_text
from sitegen.sources.marks_file import parse_marks


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
@config_option
@strict_option
@click.option("--with-notes", is_flag=True, help="Write private notes too, for all to read.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
def marks(*, file: Path, content: Path, config: Path | None, strict: bool, with_notes: bool, dry_run: bool) -> None:
    """Write the marks of FILE, exported on the page My list, into content/papers, so that the site carries them.

    Each marked paper's note gets `status`, `star` and, for what was read, the day in `finished`; a paper without a
    note gets one. All else in a note stays as it is, and doing it again changes nothing. A mark that was taken away
    leaves the status that the note has; a star that was taken away goes.

    Private notes are left out unless --with-notes makes them the section “My note” of the note, which is replaced each
    time. Marks of papers that are not in the list are named; FILE is never changed.

    \b
    Examples:
      sitegen marks --dry-run ~/Downloads/marks-2026-11-21.json
      sitegen marks ~/Downloads/marks-2026-11-21.json
    """
    found = parse_marks(read_text(file, shown_as=str(file)), file=str(file))
    loaded = load_content(content, config_path=config)
    if loaded.problems:
        print_problems(loaded.problems)
        click.echo("Nothing was written: mend these files first, since a mark may belong into one of them.", err=True)
        sys.exit(FOUND)
    catalogue = load_catalogue(loaded).catalogue
    changes = noted_marks(found.marks, catalogue.papers, content, file=str(file), with_notes=with_notes)
    for note in changes.notes:
        if not dry_run:
            write_note(note)
        click.echo(f"{note.path}: {'new, ' if note.before is None else ''}{', '.join(note.changes)}")
    problems = (*found.problems, *changes.problems)
    click.echo(_summary(changes.notes, len(changes.same), dry_run=dry_run))
    left_out = sum(mark.note is not None for mark in found.marks)
    if left_out and not with_notes:
        click.echo(f"{count_text(left_out, 'private note')} left out; --with-notes writes them, for all to read.")
    print_problems(problems)
    sys.exit(exit_status(problems, strict=strict))


def _summary(notes: tuple[MarkedNote, ...], same: int, *, dry_run: bool) -> str:
    new = sum(note.before is None for note in notes)
    would = "would be " if dry_run else ""
    return (
        f"{count_text(new, 'note')} {would}made, {count_text(len(notes) - new, 'note')} {would}changed, "
        f"{count_text(same, 'paper')} already as marked."
    )

"""`sitegen new`: a note to fill in."""

import datetime
from pathlib import Path

import click
import yaml

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue
from sitegen.catalogue.identity import title_key
from sitegen.cli.arguments import config_option, content_option
from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.model.text import slug_of


@click.command()
@click.argument("title")
@content_option
@config_option
@click.option("--status", type=click.Choice([status.value for status in Status]), default="to-read", show_default=True)
def new(title: str, content: Path, config: Path | None, status: str) -> None:
    """Start a note on the paper TITLE (its title, or its id).

    For a paper of the dumps the note annotates it; any other title becomes a paper of its own, with keys to fill in.

    \b
    Examples:
      sitegen new "Generative Adversarial Networks"
      sitegen new "A Paper of My Own Choice" --status reading
    """
    papers = load_catalogue(load_content(content, config_path=config)).catalogue.papers
    found = [
        paper for paper in papers if title in (paper.id, paper.title) or title_key(paper.title) == title_key(title)
    ]
    if len(found) > 1:
        ids = ", ".join(paper.id for paper in found)
        raise click.UsageError(f"several papers have this title; name one by its id: {ids}")
    paper = found[0] if found else None
    if paper is not None and paper.note_file is not None:
        raise click.UsageError(f"there is a note already: {paper.note_file}")
    slug = paper.id if paper else slug_of(title)
    if not slug:
        raise click.UsageError("a title needs a letter or digit")
    path = content / "papers" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(note_text(paper, title, status=status, today=datetime.datetime.now().astimezone().date()))
    except FileExistsError as error:
        raise click.UsageError(f"{path} is there already") from error
    click.echo(f"{path}: {'annotates a paper of the dumps' if paper else 'adds a paper; fill in its keys'}")


def note_text(paper: Paper | None, title: str, *, status: str, today: datetime.date) -> str:
    """A note that says what is known, and has commented keys for what may be added."""
    known: dict[str, object] = {"id": paper.id, "title": paper.title} if paper else {"title": title}
    known |= {"status": status, "added": today}
    front = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=1000)
    keys = ["rating: 4            # 1 to 5", "finished: 2026-01-31"]
    if paper is None:
        keys = [
            "authors: [First Author, Second Author]",
            "date: 2026-01-31     # or 2026-01, or 2026",
            "url: https://arxiv.org/abs/…",
            "summary: What the paper does, in a few sentences.",
            *keys,
        ]
    return "---\n" + front + "".join(f"# {key}\n" for key in keys) + "---\n\n"

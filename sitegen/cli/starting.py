"""`sitegen init`: a folder to start a list from."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from sitegen.build.resources import ResourceError

# Files of the starter that are kept under names that neither git nor a hosting service would act on inside the package.
_PLACES = {
    "gitignore": ".gitignore",
    "pages-workflow.yml": ".github/workflows/pages.yml",
    "topics.yaml": "content/topics.yaml",
}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make FOLDER (by default this one) a list to start from.

    It gets settings, topics, an example dump of each source, a note, an about page, and a workflow that publishes the
    site on GitHub Pages. Nothing that is there is overwritten.

    \b
    Examples:
      sitegen init my-list
    """
    starter = dict(starter_files())
    there = sorted(name for name in starter if (folder / name).exists())
    if there:
        raise click.UsageError(f"{folder} has these already: {', '.join(there)}")
    for name, content in starter.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        click.echo(f"    {target}")
    step = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"Now look at it: {step}sitegen serve")


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Every file of a new list, by its path in it; raises ResourceError when the package lacks them."""
    root = Path(str(files("sitegen"))) / "starter"
    if not root.is_dir():
        raise ResourceError("sitegen was installed without its starter files; install it again")
    for path in sorted(root.rglob("*")):
        if path.is_file():
            name = path.relative_to(root).as_posix()
            yield _PLACES.get(name, name), path.read_bytes()

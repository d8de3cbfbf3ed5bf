"""`sitegen check`: what is wrong with a built site, or with a content folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from sitegen.build.content import Content, load_content
from sitegen.build.pipeline import load_catalogue
from sitegen.check.site import check_site
from sitegen.cli.arguments import DEFAULT_CONTENT, config_option, output_option, strict_option
from sitegen.cli.printing import exit_status, print_problems
from sitegen.model.note import FreePage, Note
from sitegen.model.paper import Catalogue
from sitegen.model.problems import Location, Problem, ProblemsError, Severity
from sitegen.site.own_words import own_words
from sitegen.sources.byline import low_confidence
from sitegen.taxonomy.topic_lint import lint_topic_rules


@click.command()
@output_option
@click.option(
    "--content",
    is_flag=False,
    flag_value=str(DEFAULT_CONTENT),
    default=None,
    metavar="[FOLDER]",
    help="Read only the content folder, and say what an editor should mend.",
)
@config_option
@strict_option
@click.option(
    "--base-path", default=None, help="The path under which the site will stand; by default its own base_url's."
)
def check(output: Path, content: str | None, config: Path | None, strict: bool, base_path: str | None) -> None:
    """Check a built site, or with --content a content folder.

    Of a site: dead links and fragments, duplicate ids, missing titles and alternative texts, files that no page links
    to, requests to other hosts. Of a content folder: lines that could not be read, notes that fit no paper, bylines
    split with little confidence, papers that may be one, topic phrases that never match.

    \b
    Examples:
      sitegen check
      sitegen check --output public --base-path /reading-list/
      sitegen check --content
    """
    if content is not None:
        problems = content_problems(load_content(Path(content), config_path=config), Path(content))
    else:
        if not output.is_dir():
            raise click.BadParameter(f"there is no folder {output}; `sitegen build` makes it", param_hint="--output")
        problems = check_site(output, base_path)
    print_problems(problems)
    if not problems:
        click.echo("No problems found.")
    sys.exit(exit_status(problems, strict=strict))


def content_problems(content: Content, folder: Path) -> tuple[Problem, ...]:
    """Every problem of a content folder, what merging and splitting left open among them."""
    catalogue = load_catalogue(content).catalogue
    given = {topic for note in content.notes for topic in note.topics or ()}
    texts = tuple((paper.title, paper.abstract) for paper in catalogue.papers)
    paths = {reading.dump.name: reading.dump.file for reading in content.readings}
    return tuple(
        sorted(
            {
                *content.problems,
                *catalogue.problems,
                *lint_topic_rules(content.rules, texts, given=given),
                *_unreadable_texts(content),
                *_open_questions(catalogue, folder, paths),
            }
        )
    )


def _unreadable_texts(content: Content) -> Iterator[Problem]:
    """Notes and pages whose Markdown a build would refuse."""
    texts: tuple[Note | FreePage, ...] = (*content.notes, *content.free_pages)
    for text in texts:
        try:
            own_words(text.body, Location(text.file, text.body_line))
        except ProblemsError as error:
            yield from error.problems


def _open_questions(catalogue: Catalogue, folder: Path, paths: dict[str, str]) -> Iterator[Problem]:
    for paper in catalogue.papers:
        if low_confidence(paper) is not None and paper.provenance:
            place = paper.provenance[0]
            location = Location(paths.get(place.dump, str(folder)), place.line)
            message = f"`{paper.title}` and its authors were split with little confidence; a note can correct them"
            yield Problem(location, "uncertain-byline", message, Severity.WARNING)
    for miss in catalogue.near_misses:
        location = Location(paths.get(miss.location.file, miss.location.file), miss.location.line)
        message = f"`{miss.papers[1]}` may be `{miss.papers[0]}`: {miss.reason}; say `same_as` or `different_from`"
        yield Problem(location, "near-miss", message, Severity.WARNING)

"""`sitegen search`: the papers that a query finds, as on the site's own search page."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue, look_up
from sitegen.build.resources import load_static
from sitegen.cli.arguments import DEFAULT_CONTENT, config_option, output_option
from sitegen.cli.filtering import Wanted, wanted_options
from sitegen.cli.printing import FOUND, OK
from sitegen.cli.search_lines import Row, json_lines, table_lines
from sitegen.search.answering import Answer, Hit, Kind, Search, answer, open_search
from sitegen.search.index import index_artifacts
from sitegen.search.lunr_scores import lunr_scores
from sitegen.search.parts import MANIFEST_PATH
from sitegen.search.query_lunr import QueryError, parse_lunr
from sitegen.search.reader import open_search_artifacts, open_search_folder
from sitegen.search.reader_patterns import TooManyEditsError
from sitegen.site.wording import count_text

TABLE_LIMIT = 20


@click.command()
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@output_option
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=None,
    help="Search a content folder as it is now; by default only where no site is built.",
)
@config_option
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=None,
    help=f"How many papers to print; by default {TABLE_LIMIT} in a table and all as JSON lines.",
)
@click.option("--any", "some", is_flag=True, help="Add the papers that have only some of the words.")
@click.option("--lunr", is_flag=True, help="Read the query as lunr does: one of the words is enough, no phrases.")
@wanted_options
@click.pass_context
def search(
    context: click.Context,
    *,
    query: tuple[str, ...],
    output: Path,
    content: Path | None,
    config: Path | None,
    form: str,
    limit: int | None,
    some: bool,
    lunr: bool,
    wanted: Wanted,
) -> None:
    """Search the built site, best papers first.

    Papers, order and scores are those of the site's search page. All words must match; `-word` must not, "some words"
    must stand together, `title:word` looks in one field (author, topic, organization, abstract, note), `word*` is a
    beginning, `word~1` may be misspelt, `word^5` counts more. Put a query with quotes or signs in single quotes.

    The exit status is 0 when a paper was found, 1 when none was, and 2 when there is nothing to search.

    \b
    Examples:
      sitegen search reasoning distillation
      sitegen search '"chain of thought" -survey' --year 2025
      sitegen search 'author:hinton title:capsul*' --format jsonl
    """
    typed = _readable(" ".join(query))
    is_named = context.get_parameter_source("output") is ParameterSource.COMMANDLINE
    found = _open(output, content, config, is_named=is_named)
    allows = _filter(found, wanted)
    reply = _lunr_answer(found, typed, allows) if lunr else answer(found, typed, some=some, allows=allows)
    for remark in reply.remarks:
        click.echo(remark, err=True)
    if reply.kind is Kind.EMPTY:
        raise click.BadParameter(f"there is no word to look for in {typed!r}", param_hint="QUERY")
    shown = reply.hits[: limit or (TABLE_LIMIT if form == "table" else None)]
    rows: list[Row] = [(found.store.card(hit.document), hit.score) for hit in shown]
    for line in json_lines(rows) if form == "jsonl" else table_lines(rows):
        click.echo(line)
    if form == "table" and reply.hits:
        click.echo(f"{len(rows):,} of {count_text(len(reply.hits), 'paper')} found")
    for line in _more(typed, reply, is_filtered=allows is not None, some=some):
        click.echo(line, err=True)
    sys.exit(OK if reply.hits else FOUND)


def _readable(typed: str) -> str:
    # What is no UTF-8 on the command line comes as half characters, which nothing can print.
    return typed.encode("utf-8", "replace").decode()


def _open(output: Path, content: Path | None, config: Path | None, *, is_named: bool) -> Search:
    """The search of the built site, or of a content folder when asked for or when no site is built."""
    if content is None and (is_named or (output / MANIFEST_PATH).exists()):
        if not output.is_dir():
            raise click.BadParameter(f"there is no folder {output}; `sitegen build` makes it", param_hint="--output")
        return open_search(open_search_folder(output))
    folder = content or DEFAULT_CONTENT
    if content is None:
        if not folder.is_dir():
            message = f"there is no built site in {output}, and no content folder {folder} to search in its place"
            raise click.UsageError(message)
        click.echo(f"There is no built site in {output}: searching {folder}.", err=True)
    return _search_of_content(folder, config)


def _search_of_content(folder: Path, config: Path | None) -> Search:
    loaded = load_content(folder, config_path=config)
    lookups = look_up(loaded, load_catalogue(loaded), load_static(folder))
    return open_search(open_search_artifacts(index_artifacts(lookups)))


def _filter(found: Search, wanted: Wanted) -> Callable[[int], bool] | None:
    if wanted.topic is not None and wanted.topic not in found.store.topic_labels:
        raise click.BadParameter(f"no topic has the slug {wanted.topic!r}", param_hint="--topic")
    if wanted == Wanted():
        return None

    def allows(document: int) -> bool:
        card = found.store.card(document)
        return wanted.fits(topics=card.topics, authors=card.authors, status=card.status, year=card.year or None)

    return allows


def _lunr_answer(found: Search, typed: str, allows: Callable[[int], bool] | None) -> Answer:
    if not typed.strip():
        return Answer(kind=Kind.EMPTY)
    try:
        scores = lunr_scores(found.index, parse_lunr(typed, found.index.fields))
    except (QueryError, TooManyEditsError) as error:
        raise click.BadParameter(str(error), param_hint="QUERY") from error
    hits = tuple(Hit(document, score) for document, score in scores.items() if allows is None or allows(document))
    return Answer(kind=Kind.ALL if hits else Kind.NONE, hits=hits)


def _more(typed: str, reply: Answer, *, is_filtered: bool, some: bool) -> Iterator[str]:
    """How the answer came about where that is not plain, and what to try instead."""
    if reply.kind is Kind.NONE:
        yield f"No paper{' of those that the options allow' if is_filtered else ''} has {typed}."
    elif reply.kind is Kind.SOME and not some:
        yield "No paper has all of the words: these have some of them."
    if reply.others:
        yield f"{count_text(reply.others, 'more paper')} with some of the words: add --any."
    if reply.suggestion:
        yield f"Did you mean {reply.suggestion}?"

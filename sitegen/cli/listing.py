"""`sitegen list`: the papers of a content folder, as a table, as JSON lines, or as the search index takes them."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from sitegen.build.content import Content, load_content
from sitegen.build.pipeline import load_catalogue
from sitegen.catalogue.paper_json import paper_fields
from sitegen.cli.arguments import config_option, content_option, strict_option
from sitegen.cli.columns import BYLINE_WIDTH, byline_text, title_width
from sitegen.cli.filtering import Wanted, wanted_options
from sitegen.cli.printing import exit_status, print_problems
from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_text
from sitegen.model.paper import Catalogue, Paper
from sitegen.search.analysis import Analysis, analyse
from sitegen.search.documents import FIELDS, make_documents
from sitegen.site.wording import count_text, cut_text
from sitegen.taxonomy.taxonomies import build_taxonomies
from sitegen.taxonomy.terms import Taxonomy, TopicMatch

_DATE_WIDTH = 10


@click.command("list")
@content_option
@config_option
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "documents"]),
    default="table",
    show_default=True,
    help="As a table; as JSON, a paper a line; or as JSON in the words and the order in which search indexes them.",
)
@wanted_options
@click.option("--explain", is_flag=True, help="Say which phrases gave each paper its topics.")
def list_papers(
    *,
    content: Path,
    config: Path | None,
    strict: bool,
    form: str,
    wanted: Wanted,
    explain: bool,
) -> None:
    """List the papers, in the order in which they were first captured.

    \b
    Examples:
      sitegen list --topic distillation --year 2024
      sitegen list --status to-read
      sitegen list --format jsonl | head -n 1
      sitegen list --explain --topic grokking
      sitegen list --format documents > documents.jsonl
    """
    loaded = load_content(content, config_path=config)
    classified = load_catalogue(loaded)
    papers = [paper for paper in classified.catalogue.papers if _fits(paper, wanted)]
    matches = classified.matches if explain else {}
    for line in _lines(form, papers, matches, _topics(loaded, classified.catalogue)):
        click.echo(line)
    if form == "table":
        click.echo(f"{count_text(len(papers), 'paper')} of {len(classified.catalogue.papers):,}")
    problems = (*loaded.problems, *classified.catalogue.problems)
    print_problems(problems)
    sys.exit(exit_status(problems, strict=strict))


def _fits(paper: Paper, wanted: Wanted) -> bool:
    return wanted.fits(topics=paper.topics, authors=paper.authors, status=paper.status, year=paper.year)


def _lines(
    form: str, papers: Sequence[Paper], matches: Mapping[str, Sequence[TopicMatch]], topics: Taxonomy | None
) -> Iterator[str]:
    if form == "documents":
        return document_lines(analyse(make_documents(papers, topics)))
    if form == "jsonl":
        return json_lines(papers, matches)
    return _explained(papers, matches) if matches else _table(papers)


def _topics(content: Content, catalogue: Catalogue) -> Taxonomy | None:
    """The topics as the site has them; None where its settings leave them out."""
    kinds = [kind for kind in content.config.taxonomies if kind is TaxonomyKind.TOPICS]
    return next(iter(build_taxonomies(catalogue, content.rules, content.readings, kinds)), None)


def document_lines(analysis: Analysis) -> Iterator[str]:
    """First what the fields are called and how much they count, then one JSON object a document, by its number.

    That is the order in which lunr has to add them, for the scores and the order of hits to be those of this index.
    """
    yield json.dumps({"ref": "id", "fields": {field.name: {"boost": field.boost} for field in FIELDS}})
    for read in analysis.documents:
        document = read.document
        fields = {"id": document.ref, **{field.name: document.text(field) for field in FIELDS}}
        yield json.dumps(fields, ensure_ascii=False)


def json_lines(papers: Sequence[Paper], matches: Mapping[str, Sequence[TopicMatch]]) -> Iterator[str]:
    """One JSON object a paper; with `matches`, `topic_matches` says which phrases gave each topic."""
    for paper in papers:
        fields = paper_fields(paper)
        if paper.id in matches:
            fields["topic_matches"] = [
                {
                    "topic": match.topic,
                    "score": match.score,
                    "phrases": [{"phrase": p.phrase, "field": p.field, "weight": p.weight} for p in match.phrases],
                }
                for match in matches[paper.id]
            ]
        yield json.dumps(fields, ensure_ascii=False)


def _table(papers: Sequence[Paper]) -> Iterator[str]:
    width = title_width(_DATE_WIDTH + 4)
    for paper in papers:
        date = (paper.date.iso if paper.date else None) or paper.date_text or "no date"
        title = cut_text(latex_to_text(paper.title), width)
        byline = byline_text(paper.authors, author_count=paper.author_count, is_truncated=paper.authors_truncated)
        yield f"{date:<{_DATE_WIDTH}}  {title:<{width}}  {cut_text(byline, BYLINE_WIDTH)}".rstrip()


def _explained(papers: Sequence[Paper], matches: Mapping[str, Sequence[TopicMatch]]) -> Iterator[str]:
    for paper in papers:
        yield latex_to_text(paper.title)
        for match in matches[paper.id]:
            reasons = ", ".join(f"“{p.phrase}” in the {p.field} ({p.weight:g})" for p in match.phrases)
            yield f"    {match.topic} {match.score:g}: {reasons}" if reasons else f"    {match.topic}: stated by a note"
        if not matches[paper.id]:
            yield "    no topic"

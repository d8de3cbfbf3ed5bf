"""papers.json: the list for programs, by the contract of `sitegen list`."""

import json
from dataclasses import fields, replace

from sitegen.catalogue.paper_json import paper_fields
from sitegen.exports.papers_json import export_papers_json
from sitegen.model.paper import Catalogue, Paper
from tests.toy import bare_paper, full_paper, toy_papers, toy_parts, toy_site

CONTRACT = (
    "id title authors authors_truncated author_count abstract date date_text date_inferred subject organizations "
    "arxiv_id doi urls has_code code_urls score upvotes topics status provenance"
).split()

# Which field of which file said what is for the page; the rest of a paper is in its JSON.
NOT_EXPORTED = {"note_file", "field_sources"}


def test_every_paper_in_catalogue_order() -> None:
    """One list, one paper a line."""
    (artifact,) = export_papers_json(toy_site())
    assert artifact.path == "papers.json"
    assert [paper["id"] for paper in json.loads(artifact.content)] == [paper.id for paper in toy_papers()]
    assert len(artifact.content.decode().splitlines()) == len(toy_papers()) + 2


def test_an_empty_list_is_an_empty_list() -> None:
    """No paper, no line."""
    empty = replace(toy_parts(), catalogue=Catalogue(papers=(), record_count=0), taxonomies=())
    (artifact,) = export_papers_json(empty.site())
    assert json.loads(artifact.content) == []


def test_the_contract_is_kept() -> None:
    """Every field is there for every paper, known or not, and nothing of a paper is forgotten."""
    for paper in toy_papers():
        assert set(CONTRACT) <= set(paper_fields(paper))
        assert list(paper_fields(paper)) == list(paper_fields(bare_paper()))
    assert set(paper_fields(bare_paper())) == {field.name for field in fields(Paper)} - NOT_EXPORTED


def test_values_are_plain_json() -> None:
    """Dates are ISO texts, statuses words, provenance a list of objects; what is printed stays as printed."""
    value = json.loads(json.dumps(paper_fields(full_paper())))
    assert (value["date"], value["status"], value["added"]) == ("2024-05-29", "read", "2024-08-01")
    assert value["provenance"] == [{"dump": "000_author.txt", "line": 3}, {"dump": "001_listing.txt", "line": 5}]
    assert value["scores"][0] == {"value": 91, "dump": "000_author.txt", "captured": "2024-06-01"}
    assert value["title"] == full_paper().title


def test_a_date_without_a_year_is_null() -> None:
    """The printed text says what there is."""
    no_year = next(paper for paper in toy_papers() if paper.id == "no-year-is-printed")
    assert (paper_fields(no_year)["date"], paper_fields(no_year)["date_text"]) == (None, "Feb 29")

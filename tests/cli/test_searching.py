"""`sitegen search` as a user meets it: what it prints, where, and with which exit code."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from sitegen.search.parts import MANIFEST_PATH
from tests.cli.running import run

NOTES = {
    "lanterns": ("Bounded Lanterns", ["Ada Quill", "Bruno Ferrante"], "We bound how far a lantern drifts.", "read"),
    "shadows": ("Shadows of a Lantern", ["Chén Ōyama"], "A shadow is where no lantern shines, and it drifts.", None),
    "trees": ("Pruning Old Trees", ["Ada Quill"], "Pruning keeps the crown open to the light.", "to-read"),
}


TOPICS = """\
threshold: 1
mentions: 1
topics:
  - slug: lights
    label: Lights
    description: What shines.
    phrases:
      lamp: {title: 1, abstract: 1}
"""


def note_text(title: str, authors: list[str], abstract: str, status: str | None) -> str:
    """A note that adds a paper."""
    fields = {"title": title, "authors": authors, "abstract": abstract, "date": "2024-05-01", "topics": ["lights"]}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, *([f"status: {status}"] if status else []), "---", ""])


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with three papers, all from notes."""
    folder: Path = tmp_path_factory.mktemp("list") / "content"
    for name in ("papers", "dumps"):
        (folder / name).mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Lights\ndescription: Lights and shadows.\n", encoding="utf-8")
    (folder / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    for name, fields in NOTES.items():
        (folder / "papers" / f"{name}.md").write_text(note_text(*fields), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    """The site that is built of it."""
    folder = content.parent / "site"
    built = run("build", "--content", content, "--output", folder)
    assert built.exit_code == 0, built.stderr
    return folder


def found(result: Result) -> list[dict[str, Any]]:
    """The papers that were printed as JSON lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def titles(result: Result) -> list[str]:
    """Their titles, best first."""
    return [paper["title"] for paper in found(result)]


def test_a_table_for_people(site: Path) -> None:
    """Rank, score, year, title and first author in the width of the terminal; the count comes last."""
    result = run("search", "lantern", "--output", site, COLUMNS="90")
    first, second, count = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert first.split()[0] == "1"
    assert "  2024  Bounded Lanterns  " in first
    assert first.endswith("Ada Quill et al.")
    assert second.endswith("Chén Ōyama")
    assert max(map(len, (first, second))) <= 90
    assert count == "2 of 2 papers found"
    assert run("search", "lantern", "--output", site, "--limit", "1").stdout.endswith("1 of 2 papers found\n")


def test_json_lines_for_programs(site: Path) -> None:
    """A paper a line, best first, with its score and its page in the site."""
    papers = found(run("search", "lantern drifts", "--output", site, "--format", "jsonl"))
    assert [paper["score"] for paper in papers] == sorted((paper["score"] for paper in papers), reverse=True)
    best = papers[0]
    assert (best["id"], best["title"], best["date"]) == ("bounded-lanterns", "Bounded Lanterns", "2024-05-01")
    assert best["authors"] == ["Ada Quill", "Bruno Ferrante"]
    assert (site / best["page"]).is_file()


def test_words_of_a_query_may_be_one_argument_or_many(site: Path) -> None:
    """Phrases and signs need quotes of the shell, plain words do not."""
    many, one = (
        run("search", *words, "--output", site, "--format", "jsonl")
        for words in (["lantern", "drifts"], ["lantern drifts"])
    )
    assert many.stdout == one.stdout != ""
    assert titles(run("search", '"lantern drifts" -shadow', "--output", site, "--format", "jsonl")) == [
        "Bounded Lanterns"
    ]


def test_content_is_searched_where_it_is_asked_for(content: Path, site: Path) -> None:
    """The same papers and scores as those of the built site."""
    built = run("search", "lantern", "--output", site, "--format", "jsonl")
    read = run("search", "lantern", "--content", content, "--format", "jsonl")
    assert read.stdout == built.stdout != ""


def test_content_is_searched_without_planning_its_pages(content: Path, tmp_path: Path) -> None:
    """A saved view that keeps the site from being built does not keep its papers from being found."""
    folder = shutil.copytree(content, tmp_path / "content")
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("views: [{name: Of Nobody, author: Nobody At All}]\n")
    assert "unknown-name" in run("build", "--content", folder, "--output", tmp_path / "site").stderr
    read = run("search", "lantern", "--content", folder, "--format", "jsonl")
    assert read.exit_code == 0
    assert read.stdout == run("search", "lantern", "--content", content, "--format", "jsonl").stdout != ""


def test_content_is_searched_where_no_site_is_built(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, and the answer is the same; without a content folder there is nothing to search."""
    monkeypatch.chdir(content.parent)
    result = run("search", "pruning", "--format", "jsonl")
    assert (titles(result), result.stderr) == (
        ["Pruning Old Trees"],
        "There is no built site in _site: searching content.\n",
    )
    monkeypatch.chdir(content)
    nowhere = run("search", "pruning")
    assert nowhere.exit_code == 2
    assert "no built site in _site, and no content folder" in nowhere.stderr


def test_nothing_found_is_1_and_gets_a_suggestion(site: Path) -> None:
    """On standard error, so that programs read nothing."""
    result = run("search", "lantren", "--output", site)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No paper has lantren.\nDid you mean lantern?\n"


def test_papers_with_some_of_the_words(site: Path) -> None:
    """They are shown where none has all, and else one option away."""
    some = run("search", "pruning", "shadows", "--output", site)
    assert (some.exit_code, some.stderr) == (0, "No paper has all of the words: these have some of them.\n")
    assert "2 of 2 papers found" in some.stdout
    every = run("search", "lantern", "shadow", "--output", site)
    assert every.stderr == "1 more paper with some of the words: add --any.\n"
    assert len(titles(run("search", "lantern shadow", "--any", "--output", site, "--format", "jsonl"))) == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--author", "ada quill"], ["Bounded Lanterns", "Pruning Old Trees"]),
        (["--status", "to-read"], ["Pruning Old Trees"]),
        (["--year", "2023"], []),
        (["--topic", "lights", "--status", "read"], ["Bounded Lanterns"]),
    ],
)
def test_filters_combine_with_the_query(site: Path, arguments: list[str], expected: list[str]) -> None:
    """They leave out papers, and say so where none is left."""
    result = run("search", "*", *arguments, "--output", site, "--format", "jsonl")
    assert sorted(titles(result)) == expected
    assert result.exit_code == (0 if expected else 1)
    assert expected or result.stderr == "No paper of those that the options allow has *.\n"


def test_lunrs_own_language(site: Path) -> None:
    """One of the words is enough; what lunr cannot read is said."""
    either = run("search", "--lunr", "pruning shadow", "--output", site, "--format", "jsonl")
    assert sorted(titles(either)) == ["Pruning Old Trees", "Shadows of a Lantern"]
    assert titles(run("search", "--lunr", "+lantern +crown", "--output", site)) == []
    bad = run("search", "--lunr", "venue:x", "--output", site)
    assert (bad.exit_code, "the query cannot be read" in bad.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["((", "--limit", "3"], "there is no word to look for in '(('"),
        (["x", "--limit", "0"], "Invalid value for '--limit'"),
        (["x", "--topic", "cheese"], "no topic has the slug 'cheese'"),
        ([], "Missing argument 'QUERY...'"),
    ],
)
def test_what_cannot_be_asked_is_2(site: Path, arguments: list[str], words: str) -> None:
    """With a sentence that says why."""
    result = run("search", *arguments, "--output", site)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_remarks_on_the_query_are_told(site: Path) -> None:
    """What could not be taken as typed, on standard error."""
    result = run("search", "lantern venue:toys", "--output", site)
    assert "“venue” is not a field, so it was looked for as a word." in result.stderr


def test_a_damaged_index_is_told_with_its_file(site: Path, tmp_path: Path) -> None:
    """The same for one that is not there; both exit with 2."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    (shard,) = (copy / "search").glob("*/t0.js")
    shard.write_bytes(shard.read_bytes()[:-40])
    result = run("search", "lantern", "--output", copy)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"sitegen: {shard}: this file of the search is damaged; build the site anew\n"
    shutil.rmtree(copy / "search")
    missing = run("search", "lantern", "--output", copy)
    assert (missing.exit_code, f"{copy / MANIFEST_PATH}: this file of the search is not there" in missing.stderr) == (
        2,
        True,
    )
    none = run("search", "lantern", "--output", tmp_path / "nowhere")
    assert (none.exit_code, "`sitegen build` makes it" in none.stderr) == (2, True)

"""Each command as a user meets it: what it prints, where, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run

TREES = "Pruning old trees in winter keeps the crown open, lets light reach every branch and makes apples ripen early."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder that `sitegen init` made."""
    assert run("init", tmp_path / "list").exit_code == 0
    return tmp_path / "list" / "content"


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """A second `init` in the same place is refused, and names what is there."""
    assert run("init", tmp_path).exit_code == 0
    (tmp_path / "content" / "site.yaml").write_text("title: Mine\n")
    again = run("init", tmp_path)
    assert again.exit_code == 2
    assert "content/site.yaml" in again.stderr
    assert (tmp_path / "content" / "site.yaml").read_text() == "title: Mine\n"


def test_init_build_check(content: Path) -> None:
    """What `init` makes builds strictly, and the built site has no problem."""
    out = content.parent / "_site"
    built = run("build", "--content", content, "--output", out, "--strict")
    assert (built.exit_code, built.stderr) == (0, "")
    assert "papers from" in built.stdout
    checked = run("check", "--output", out)
    assert (checked.exit_code, checked.stderr, checked.stdout) == (0, "", "No problems found.\n")
    assert (content.parent / ".gitignore").is_file()
    assert (content.parent / ".github/workflows/pages.yml").is_file()


def test_a_second_build_writes_nothing(content: Path) -> None:
    """Two builds of the same content are equal."""
    out = content.parent / "_site"
    run("build", "--content", content, "--output", out)
    assert "0 written, 0 removed" in run("build", "--content", content, "--output", out).stdout


def test_errors_leave_the_last_good_site(content: Path) -> None:
    """A broken note is told with file and line, exit code 1, and the site stays as it was."""
    out = content.parent / "_site"
    run("build", "--content", content, "--output", out)
    before = (out / "index.html").read_bytes()
    (content / "papers" / "broken.md").write_text("---\ntitle: New\nstatsu: read\n---\n")
    result = run("build", "--content", content, "--output", out)
    assert result.exit_code == 1
    first, count, last = result.stderr.splitlines()
    assert first.endswith("broken.md:3: unknown-key: `statsu` is not a known key; did you mean `status`?")
    assert (count, last) == ("1 error", f"Nothing was written; {out} is as it was.")
    assert (out / "index.html").read_bytes() == before


def test_warnings_count_under_strict(content: Path) -> None:
    """An unread line is a warning: exit 0 without `--strict`, 1 with it."""
    (content / "dumps" / "odd.txt").write_text("what is this\n")
    out = content.parent / "_site"
    assert run("build", "--content", content, "--output", out / "a").exit_code in {0, 1}
    strict = run("build", "--content", content, "--output", out / "b", "--strict")
    assert strict.exit_code == 1
    assert "odd.txt:1: " in strict.stderr
    assert not (out / "b").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--content", "nowhere"], "nowhere:1: no-content"),
        (["build", "--frobnicate"], "No such option"),
        (["frobnicate"], "No such command"),
        (["check", "--output", "nowhere"], "there is no folder nowhere"),
        (["list", "--status", "eaten"], "is not one of"),
    ],
)
def test_usage_and_configuration_errors_exit_2(arguments: list[str], words: str) -> None:
    """What the user has to call differently is told in a line, with exit code 2."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_site_yaml_faults_exit_2(content: Path) -> None:
    """All faults of the settings at once, sorted, with a count last."""
    (content / "site.yaml").write_text("titel: T\npage_size: 1\n")
    result = run("build", "--content", content)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert lines[-1] == "3 errors"
    assert lines[:-1] == sorted(lines[:-1])


def test_an_output_folder_of_somebody_else_exits_2(content: Path) -> None:
    """The content folder, its parents and folders with other files are never written to."""
    for out in (content, content.parent, content / "site"):
        assert run("build", "--content", content, "--output", out).exit_code == 2
    foreign = content.parent / "thesis"
    foreign.mkdir()
    (foreign / "main.tex").write_text("x")
    result = run("build", "--content", content, "--output", foreign)
    assert result.exit_code == 2
    assert "not empty" in result.stderr


def test_a_broken_template_is_one_line(content: Path) -> None:
    """A template's fault names the template and the line; `--debug` lets the traceback through."""
    (content / "templates").mkdir()
    (content / "templates" / "404.html").write_text(
        "{% extends 'base.html' %}\n{% block main %}\n{{ nothing.here }}\n{% endblock %}\n"
    )
    out = content.parent / "_site"
    result = run("build", "--content", content, "--output", out)
    assert result.exit_code == 1
    assert "404.html:3: template-error: 'nothing' is undefined" in result.stderr
    assert "Traceback" not in result.stderr
    program = [sys.executable, "-m", "sitegen", "--debug", "build", "--content", str(content), "--output", str(out)]
    debugged = subprocess.run(program, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert "Traceback" in debugged.stderr


LISTED = (
    "id title authors authors_truncated author_count abstract date date_text date_inferred subject organizations "
    "arxiv_id doi urls has_code code_urls score upvotes topics status provenance"
).split()


def test_list_prints_json_lines(content: Path) -> None:
    """One paper a line, each with every field of the contract."""
    result = run("list", "--content", content, "--format", "jsonl")
    papers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert len(papers) > 3
    for paper in papers:
        assert set(LISTED) <= set(paper)
        assert all(set(place) == {"dump", "line"} for place in paper["provenance"])
    assert len({paper["id"] for paper in papers}) == len(papers)


def test_list_prints_documents_as_search_takes_them(content: Path, tmp_path: Path) -> None:
    """The fields and their boosts, then every paper's texts, in the order in which the site's index numbers them."""
    head, *documents = map(json.loads, run("list", "--content", content, "--format", "documents").stdout.splitlines())
    papers = map(json.loads, run("list", "--content", content, "--format", "jsonl").stdout.splitlines())
    boosts = {"title": 10, "authors": 5, "topics": 3, "organizations": 2, "abstract": 1, "notes": 2}
    assert head == {"ref": "id", "fields": {name: {"boost": boost} for name, boost in boosts.items()}}
    assert all(list(document) == ["id", *boosts] for document in documents)
    assert {document["id"]: document["authors"] for document in documents} == {
        paper["id"]: ", ".join(paper["authors"]) for paper in papers
    }
    assert run("build", "--content", content, "--output", tmp_path / "site").exit_code == 0
    (refs,) = (tmp_path / "site" / "search").glob("*/r0.js")
    text = refs.read_text(encoding="utf-8").removeprefix("sitegenSearch(").removesuffix(");\n")
    assert json.loads(f"[{text}]")[3].split("\n") == [document["id"] for document in documents]


def test_list_filters(content: Path) -> None:
    """Filters combine; what they leave out is counted."""
    papers = [json.loads(line) for line in run("list", "--content", content, "--format", "jsonl").stdout.splitlines()]
    chosen = next(paper for paper in papers if paper["authors"] and paper["date"] and paper["topics"])
    year = chosen["date"][:4]
    arguments = ["--author", chosen["authors"][0].upper(), "--year", year, "--topic", chosen["topics"][0]]
    result = run("list", "--content", content, *arguments, "--format", "jsonl")
    assert chosen["id"] in [json.loads(line)["id"] for line in result.stdout.splitlines()]
    table = run("list", "--content", content, "--year", "1066")
    assert table.stdout == f"0 papers of {len(papers)}\n"
    read = run("list", "--content", content, "--status", "read", "--format", "jsonl").stdout.splitlines()
    assert all(json.loads(line)["status"] == "read" for line in read)


def test_list_explains(content: Path) -> None:
    """`--explain` says which phrases gave each topic, for people and for programs."""
    assert "in the title" in run("list", "--content", content, "--explain").stdout
    first = json.loads(run("list", "--content", content, "--explain", "--format", "jsonl").stdout.splitlines()[0])
    assert {match["topic"] for match in first["topic_matches"]} == set(first["topics"])


DUMP = f"""LGApr 4, 2025Code
Keeping the Crown Open to the LightAnn Ash, Bo Birk, Cy Cedar
{TREES}
CLMay 29
Attention Is All You NeedAshish Vaswani, Noam Shazeer, Niki Parmar et al.
{TREES}
"""


def test_add_shows_then_copies(content: Path, tmp_path: Path) -> None:
    """`add` tells what is new and what is known, then puts the dump in place with its front matter."""
    file = tmp_path / "saved.txt"
    file.write_text(DUMP)
    before = len(run("list", "--content", content, "--format", "jsonl").stdout.splitlines())
    dry = run("add", file, "--content", content, "--dry-run")
    assert dry.exit_code == 0
    assert "2 records in a listing of scholar-feed" in dry.stdout
    assert "Keeping the Crown Open to the Light" in dry.stdout
    assert not (content / "dumps" / "saved.txt").exists()
    added = run("add", file, "--content", content, "--captured", "2026-06-01", "--url", "https://ash.example/")
    assert added.exit_code == 0
    text = (content / "dumps" / "saved.txt").read_text()
    assert text.startswith("---\nsource: scholar-feed\ncaptured: 2026-06-01\nurl: https://ash.example/\n---\nLGApr 4")
    papers = [json.loads(line) for line in run("list", "--content", content, "--format", "jsonl").stdout.splitlines()]
    assert before < len(papers) <= before + 2
    assert any(paper["date"] == "2026-05-29" for paper in papers)
    again = run("add", file, "--content", content)
    assert again.exit_code == 2
    assert "give another --name" in again.stderr


def test_add_refuses_what_it_cannot_read(content: Path, tmp_path: Path) -> None:
    """A file that no reader recognises is not added."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear all,\n")
    result = run("add", file, "--content", content)
    assert result.exit_code == 1
    assert "unrecognised-dump" in result.stderr
    assert not (content / "dumps" / "letter.txt").exists()


@pytest.mark.parametrize("name", ["../x.txt", ".hidden", "a/b"])
def test_add_keeps_to_the_dumps_folder(content: Path, tmp_path: Path, name: str) -> None:
    """A dump's name is a plain file name."""
    file = tmp_path / "saved.txt"
    file.write_text(DUMP)
    assert run("add", file, "--content", content, "--name", name).exit_code == 2


def test_new_annotates_or_adds(content: Path) -> None:
    """A known title gets a note that names its id; another one a note with keys to fill in; both build."""
    paper = next(
        paper
        for paper in map(json.loads, run("list", "--content", content, "--format", "jsonl").stdout.splitlines())
        if paper["status"] is None
    )
    known = run("new", paper["title"].upper(), "--content", content, "--status", "reading")
    assert known.exit_code == 0
    assert f"id: {paper['id']}\n" in (content / "papers" / f"{paper['id']}.md").read_text()
    other = run("new", "A Paper: of Mine", "--content", content)
    assert "adds a paper" in other.stdout
    assert (content / "papers" / "a-paper-of-mine.md").read_text().startswith("---\ntitle: 'A Paper: of Mine'\n")
    assert run("new", "A Paper: of Mine", "--content", content).exit_code == 2
    assert run("build", "--content", content, "--output", content.parent / "_site", "--strict").exit_code == 0


def test_check_content_reports_what_an_editor_should_mend(content: Path) -> None:
    """Uncertain splits, likely doubles and idle phrases are warnings: told, and counted under `--strict`."""
    (content / "dumps" / "twice.txt").write_text(
        f"LGApr 4, 2025\nKeeping the Crowns of Trees OpenAnn Ash\n{TREES}\n"
        f"LGApr 4, 2025\nKeeping the Crown of Trees OpenAnn Ash\n{TREES}\n"
    )
    relaxed = run("check", "--content", content)
    assert "twice.txt:4: near-miss: " in relaxed.stderr
    assert "unused-topic" in relaxed.stderr
    assert relaxed.exit_code == 0
    assert run("check", "--content", content, "--strict").exit_code == 1


@pytest.mark.parametrize("command", ["build", "serve", "check", "list", "add", "new", "init"])
def test_help_has_examples(command: str) -> None:
    """Each command's help says what it does and shows how it is called."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"sitegen {command}" in result.stdout

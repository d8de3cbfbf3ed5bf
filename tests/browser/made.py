"""A list of made-up papers with what is hard to show: markup in titles, long words, a topic with a long name."""

from pathlib import Path

LONG_TOPIC = "Lanterns, shadows and other correlations"
LANTERNS = 12
LONG_WORD = "Lanternophotogrammetricalisation" * 4
IMAGE_TITLE = "An <img src=x onerror=\"document.title='run'\"> Made of Tinder"
SCRIPT_TITLE = "A <script>document.title='run'</script> Made of Tinder"

TOPICS = f"""\
threshold: 3
mentions: 2
topics:
  - slug: lanterns
    label: "{LONG_TOPIC}"
    description: What hangs in a row.
    phrases:
      lantern*: {{title: 3, abstract: 1}}
  - slug: tinder
    label: tinder
    description: What burns.
    phrases:
      tinder: {{title: 3, abstract: 1}}
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _paper(title: str, abstract: str, year: int, authors: str) -> str:
    return (
        f"---\ntitle: {_quoted(title)}\nauthors: [{_quoted(authors)}]\ndate: {year}\n"
        f"abstract: {_quoted(abstract)}\nstatus: read\n---\n"
    )


def made_papers() -> dict[str, str]:
    """The note files by name, without their ending."""
    papers = {
        f"lantern-{number}": _paper(
            f"Lantern {number} of a Row", f"It hangs {number} steps on.", 2000 + number, "Ada Quill"
        )
        for number in range(1, LANTERNS + 1)
    }
    return {
        **papers,
        "image": _paper(
            IMAGE_TITLE, "With <img src=x onerror=\"document.title='run'\"> inside.", 2020, "Eve <b>Tag</b>"
        ),
        "script": _paper(SCRIPT_TITLE, "With <script>document.title='run'</script> inside.", 2021, "Eve <b>Tag</b>"),
        "long": _paper(f"Tinder for {LONG_WORD}", f"The word {LONG_WORD} does not end.", 2022, LONG_WORD),
    }


def write_made_content(folder: Path, *, more: dict[str, str] | None = None) -> None:
    """Write the content folder of the made-up list, with `more` titles by file name if given."""
    (folder / "papers").mkdir(parents=True)
    (folder / "dumps").mkdir()
    (folder / "site.yaml").write_text("title: Made List\n", encoding="utf-8")
    (folder / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    others = {name: _paper(title, "It came later.", 2024, "Dana Reyes") for name, title in (more or {}).items()}
    for name, text in {**made_papers(), **others}.items():
        (folder / "papers" / f"{name}.md").write_text(text, encoding="utf-8")

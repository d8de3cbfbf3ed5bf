"""Notes changed by a program: the keys and the section it may write, and nothing else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.sources.front_matter import split_front_matter
from sitegen.sources.note_keys import UneditableNoteError, with_keys
from sitegen.sources.note_sections import lowered, with_section

KEYS = st.sampled_from(["status", "finished", "star", "rating"])
VALUES = st.sampled_from(["read", "2026-11-20", "true", '"a: b"'])
LINES = st.lists(
    st.sampled_from(
        [
            "title: One # no",
            "# a comment",
            "",
            "status: to-read",
            "status:",
            "finished: 2026-01-01   # then",
            "star: true",
            "rating: 4",
            "rating: >-\n  4",
            "abstract: |\n  Long\n\n  text: here",
            "authors:\n  - One\n  - Two",
            "topics: [a, b]",
        ]
    ),
    max_size=6,
    unique_by=lambda line: line.split(":")[0],
)
BODIES = st.sampled_from(["", "\n", "\nText.\n", "\n---\nstatus: none\n", "Text without end"])
BREAKS = st.sampled_from(["\n", "\r\n"])
TEXTS = st.lists(
    st.sampled_from(["Words.", "", "# One", "## Two", "###### Six", "```", "~~~~", "``` py", "#hash", "    # code"]),
    min_size=1,
    max_size=8,
).map("\n".join)


def keys_of(text: str) -> dict[str, object]:
    """The front matter as values."""
    return dict(yaml.safe_load(split_front_matter(text.replace("\r\n", "\n")).yaml_text or "") or {})


@given(lines=LINES, body=BODIES, changes=st.dictionaries(KEYS, st.none() | VALUES), line_break=BREAKS)
def test_only_the_keys_change(lines: list[str], body: str, changes: dict[str, str | None], line_break: str) -> None:
    """They have their new values, or are gone; other keys, comments and the body are there as before."""
    before = "\n".join(["---", "id: x", *lines, "---", ""]).replace("\n", line_break) + body
    after = with_keys(before, changes)
    meant = {**keys_of(before), **{key: yaml.safe_load(value) for key, value in changes.items() if value is not None}}
    assert keys_of(after) == {key: value for key, value in meant.items() if changes.get(key, "") is not None}
    assert after.endswith(f"---{line_break}{body}")
    for line in lines:
        if line.split(":")[0] not in changes:
            assert line.replace("\n", line_break) in after
    assert with_keys(after, changes) == after
    assert line_break == "\n" or after.removesuffix(body).count("\n") == after.removesuffix(body).count("\r\n")


@pytest.mark.parametrize(
    "text", ["---\n{title: One}\n---\n", "---\ntitle: One\n", "---\n- One\n---\n", "---\na: [\n---\n"]
)
def test_what_cannot_be_changed_is_refused(text: str) -> None:
    """Braces, no end, no keys, no YAML."""
    with pytest.raises(UneditableNoteError):
        with_keys(text, {"status": "read"})


@given(content=TEXTS, later=TEXTS, line_break=BREAKS)
def test_a_section_is_written_once(content: str, later: str, line_break: str) -> None:
    """Again it changes nothing; another text takes its place; what stood before stays."""
    before = f"---{line_break}title: One{line_break}---{line_break}{line_break}My own.{line_break}"
    once = with_section(before, "My note", content)
    assert once.startswith(before)
    assert with_section(once, "My note", content) == once
    assert with_section(once, "My note", later) == with_section(before, "My note", later)


@given(content=TEXTS, line_break=BREAKS)
def test_what_stands_behind_a_section_stays(content: str, line_break: str) -> None:
    """From the next heading of its level on."""
    rest = f"{line_break}## Mine{line_break}{line_break}Words.{line_break}"
    text = with_section(f"---{line_break}title: One{line_break}---{line_break}", "My note", "Old.") + rest
    changed = with_section(text, "My note", content)
    assert changed.endswith(rest)
    assert "Old." not in changed


def test_headings_go_down_and_code_is_closed() -> None:
    """But what only looks like a heading, in code, stays."""
    assert lowered("# A\n## B\n##### E\n#no\n```\n# code") == "### A\n#### B\n###### E\n#no\n```\n# code\n```"
    assert lowered("~~~\n```\n# code\n~~~\n# A") == "~~~\n```\n# code\n~~~\n### A"

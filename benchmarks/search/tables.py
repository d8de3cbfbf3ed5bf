"""Measured tables in a page of the documentation: each stands between two comments that name it."""

from pathlib import Path


def put_table(page: Path, name: str, text: str) -> None:
    """Put a table in the place of the one that the page has under this name; raises ValueError where it has none."""
    begin, end = f"<!-- measured: {name} -->\n", "<!-- end -->\n"
    known = page.read_text(encoding="utf-8")
    before, found, rest = known.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        message = f"{page} has no place for the table “{name}”"
        raise ValueError(message)
    page.write_text(f"{before}{begin}{text.rstrip()}\n{end}{after}", encoding="utf-8")

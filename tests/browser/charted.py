"""A list of made-up papers with enough of everything to fill each picture of the page of charts."""

import calendar
from pathlib import Path

FIRST, LAST = 2012, 2026
OLD_YEAR = 1962
WITHOUT_DATE = 3
TOPICS = ("lantern", "shadow", "harbour", "tinder", "kite", "orchard")
SMALL_TOPIC = "sundial"
NAMES = ("Ada Quill", "Bruno Ferrante", "Dana Reyes", "Eve Marsh", "Fay Holt", "Gus Rowe", "Hal Pike", "Ivy Nash")
ORGANIZATIONS = ("lantern-lab", "toy-institute", "north-quay")


def _topic(slug: str) -> str:
    return (
        f'  - slug: {slug}s\n    label: "{slug}s"\n    description: What hangs there.\n'
        f"    phrases:\n      {slug}*: {{title: 3, abstract: 1}}\n"
    )


def _dated() -> list[tuple[int, int, int]]:
    """Year, month and a number for each paper of the listing: more each year, spread unevenly over the months."""
    found = [(OLD_YEAR, 5, 0)]
    for year in range(FIRST, LAST + 1):
        found += [(year, (number * 5 + year) % 12 + 1, number) for number in range((year - FIRST) * 2 + 1)]
    return found


def _record(year: int, month: int, number: int) -> str:
    topic = SMALL_TOPIC if (year, number) in {(2020, 3), (2024, 8)} else TOPICS[(number * number + year) % len(TOPICS)]
    score = round(50 + (year - FIRST) * 1.5 + (number * 7) % 23, 1) if year >= FIRST else 40.0
    names = ", ".join(dict.fromkeys(NAMES[(number * step + year) % len(NAMES)] for step in (1, 3)))
    place = f" · {ORGANIZATIONS[(number + year) % 3]}" if number % 2 else ""
    return (
        f"{score}LG{calendar.month_abbr[month]} {number % 28 + 1}, {year}\n"
        f"The {topic.title()} of Year {year} and Number {number}{names}{place}\n"
        f"We measure what hangs at step {number} of the year {year}, and find it where it was left.\n"
    )


def write_charted_content(folder: Path) -> int:
    """Write the content folder; gives the number of papers."""
    (folder / "papers").mkdir(parents=True)
    (folder / "dumps").mkdir()
    (folder / "site.yaml").write_text("title: Charted List\n", encoding="utf-8")
    topics = "threshold: 3\nmentions: 2\ntopics:\n" + "".join(map(_topic, (*TOPICS, SMALL_TOPIC)))
    (folder / "topics.yaml").write_text(topics, encoding="utf-8")
    dated = _dated()
    head = f"---\nsource: scholar-feed\ncaptured: 2026-11-01\n---\nAda Quill\n{len(dated)} Papers\n"
    listing = head + "".join(_record(*each) for each in dated)
    (folder / "dumps" / "listing.txt").write_text(listing, encoding="utf-8")
    for number in range(WITHOUT_DATE):
        text = f"---\ntitle: A Lantern without a Day {number}\nauthors: [Jo Stone]\n---\n"
        (folder / "papers" / f"undated-{number}.md").write_text(text, encoding="utf-8")
    return len(dated) + WITHOUT_DATE

"""The bylines of the real author page, against what a person read in it."""

import json
from pathlib import Path

from sitegen.sources.byline import LOW_CONFIDENCE, GluedLine, split_bylines

TRUTH = Path(__file__).parent / "truth" / "dump-000-bylines.json"


def test_the_real_author_page_is_read_exactly(shared_dir: Path) -> None:
    """All 25 titles and author lists are right, none of them doubtful."""
    (dump,) = (shared_dir / "dumps").glob("000_*.txt")
    lines = dump.read_text(encoding="utf-8").splitlines()
    glued = [GluedLine(text=text, abstract=abstract) for text, abstract in zip(lines[1::3], lines[2::3], strict=True)]
    bylines = split_bylines(glued)
    expected = [(paper["title"], tuple(paper["authors"])) for paper in json.loads(TRUTH.read_text(encoding="utf-8"))]
    assert [(byline.title, byline.authors) for byline in bylines] == expected
    assert len(expected) == 25
    assert min(byline.confidence for byline in bylines) >= LOW_CONFIDENCE
    assert sum(byline.authors_truncated for byline in bylines) == sum(" et al." in line.text for line in glued)
    assert {name for byline in bylines for name in byline.organizations} == {"nvidia", "microsoft-research"}

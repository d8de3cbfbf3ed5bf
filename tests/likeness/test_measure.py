"""A reader agrees with most relations that the real dumps give."""

from pathlib import Path

from tests.likeness.measure import read_judgements, relations, sense


def test_relations_make_sense(shared_dir: Path) -> None:
    """The shares of sensible relations do not fall below those in docs/related.md, and most were judged."""
    found = relations(shared_dir / "dumps")
    judged = read_judgements()
    counts = {name: sense(found, papers) for name, papers in judged.items()}
    assert {name: each.papers for name, each in counts.items()} == {"tuned": 40, "kept": 40, "last": 40}
    assert counts["tuned"].share >= 0.9
    assert counts["kept"].share >= 0.9
    assert counts["last"].share >= 0.85
    assert sum(each.sensible for each in counts.values()) >= 175
    assert sum(each.unjudged for each in counts.values()) < 8

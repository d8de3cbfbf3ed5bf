"""How many related papers make sense to a reader: `python -m tests.likeness.measure [DUMPS]`.

`tests/truth/related.json` holds three sets of 40 papers of the real dumps, drawn by a seed, each with papers that make
sense beside it and papers that do not, as a reader judged them from titles and the beginnings of abstracts. What only
shares a broad subject or a word was a no. In the first two sets the relations of a first version and of a later one lay
in one heap, ordered by id; the last set has those of the version in use. docs/related.md says when each was judged, and
what was chosen after.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.catalogue.assembly import build_catalogue
from sitegen.likeness.related import Related, relate
from sitegen.sources.reading import load_dump, read_dump
from sitegen.taxonomy.topic_assignment import classify
from sitegen.taxonomy.topic_rules import load_topic_rules

ROOT = Path(__file__).parents[2]
TRUTH = ROOT / "tests" / "truth" / "related.json"
DUMPS = ROOT.parent / "shared" / "dumps"

Judgements = Mapping[str, Mapping[str, Mapping[str, list[str]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """Relations of some papers that a reader found sensible, that he did not, and that he never saw."""

    papers: int
    sensible: int
    senseless: int
    unjudged: int

    @property
    def share(self) -> float:
        """The share of sensible ones among those judged."""
        return self.sensible / max(1, self.sensible + self.senseless)


def relations(dumps: Path) -> dict[str, tuple[Related, ...]]:
    """The related papers of each paper of the dumps, with the topics of content/topics.yaml."""
    rules = load_topic_rules(ROOT / "content" / "topics.yaml")
    readings = [read_dump(load_dump(path, shown_as=path.name)) for path in sorted(dumps.glob("*.txt"))]
    catalogue = classify(build_catalogue(readings), rules, ()).catalogue
    labels = {topic.slug: topic.label for topic in rules.topics}
    return relate(catalogue.papers, labels=labels, near_misses=catalogue.near_misses)


def read_judgements() -> Judgements:
    """By set and paper the ids judged `yes` and `no`."""
    judgements: Judgements = json.loads(TRUTH.read_text(encoding="utf-8"))
    return judgements


def sense(found: Mapping[str, tuple[Related, ...]], judged: Mapping[str, Mapping[str, list[str]]]) -> Sense:
    """Count the relations of the judged papers; raises KeyError for a paper that the dumps do not hold."""
    pairs = [(judged[paper], each.paper) for paper in judged for each in found[paper]]
    sensible = sum(other in verdict["yes"] for verdict, other in pairs)
    senseless = sum(other in verdict["no"] for verdict, other in pairs)
    return Sense(papers=len(judged), sensible=sensible, senseless=senseless, unjudged=len(pairs) - sensible - senseless)


def report(dumps: Path) -> Iterator[str]:
    """A line of figures for each set."""
    found = relations(dumps)
    yield "set      papers  related  sensible  senseless  unjudged  share"
    for name, judged in read_judgements().items():
        counts = sense(found, judged)
        total = counts.sensible + counts.senseless + counts.unjudged
        yield (
            f"{name:8} {counts.papers:6}  {total:7}  {counts.sensible:8}  {counts.senseless:9}"
            f"  {counts.unjudged:8}  {counts.share:.3f}"
        )
    yield f"all      {len(found):6}  {sum(map(len, found.values())):7}"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1]) if len(sys.argv) > 1 else DUMPS):
        print(line)  # noqa: T201 (a report for people)

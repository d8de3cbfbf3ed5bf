"""How well the topics of content/topics.yaml agree with two readers: `python -m tests.taxonomy.measure [DUMPS]`.

`tests/truth/topics.json` and `topics-second.json` hold the topics that two readers gave to each paper of the real
dumps from its title and abstract, by the definitions of the topics. The first labels were there before any rule was
tuned, and every third title was kept apart until its figures were taken; the second were given later, without sight of
the first or of the rules. docs/topics.md has the figures of each step. The errors against both have since been read, so
that the figures printed here are those of known papers.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.catalogue.assembly import build_catalogue
from sitegen.model.text import fold_text
from sitegen.sources.reading import load_dump, read_dump
from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import load_topic_rules

ROOT = Path(__file__).parents[2]
RULES = ROOT / "content" / "topics.yaml"
TRUTH = ROOT / "tests" / "truth" / "topics.json"
SECOND_TRUTH = ROOT / "tests" / "truth" / "topics-second.json"
DUMPS = ROOT.parent / "shared" / "dumps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One paper: the topics a reader gave it, and those the rules give."""

    title: str
    by_reader: frozenset[str]
    by_rules: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Counts over (paper, topic) pairs: given by both, by the rules only, by the reader only."""

    both: int
    rules_only: int
    reader_only: int

    @property
    def precision(self) -> float:
        """The share of the rules' pairs that the reader gave too."""
        return self.both / max(1, self.both + self.rules_only)

    @property
    def recall(self) -> float:
        """The share of the reader's pairs that the rules gave too."""
        return self.both / max(1, self.both + self.reader_only)


def judge(dumps: Path, *, rules: Path = RULES, truth: Path = TRUTH) -> tuple[Judged, ...]:
    """Every labelled paper, in the order of the labels; raises KeyError for one that the dumps do not hold."""
    classifier = TopicClassifier(load_topic_rules(rules))
    readings = [read_dump(load_dump(path, shown_as=path.name)) for path in sorted(dumps.glob("*.txt"))]
    papers = {fold_text(paper.title): paper for paper in build_catalogue(readings).papers}
    judged = []
    for title, topics in read_labels(truth).items():
        paper = papers[fold_text(title)]
        given = (match.topic for match in classifier.matches(paper.title, paper.abstract))
        judged.append(Judged(title=title, by_reader=frozenset(topics), by_rules=frozenset(given)))
    return tuple(judged)


def read_labels(truth: Path) -> dict[str, list[str]]:
    """The topics that a reader gave to each title."""
    labels: dict[str, list[str]] = json.loads(truth.read_text(encoding="utf-8"))
    return labels


def between_readers(first: Path = TRUTH, second: Path = SECOND_TRUTH) -> tuple[Judged, ...]:
    """The first reader's topics as though rules had given them, beside the second's: how far two readers agree."""
    given = read_labels(first)
    return tuple(
        Judged(title=title, by_reader=frozenset(topics), by_rules=frozenset(given[title]))
        for title, topics in read_labels(second).items()
    )


def agreement(judged: Iterable[Judged]) -> Agreement:
    """The counts over all topics."""
    pairs = Counter(kind for each in judged for _, kind in _pairs(each))
    return Agreement(both=pairs["both"], rules_only=pairs["rules"], reader_only=pairs["reader"])


def _pairs(judged: Judged) -> Iterator[tuple[str, str]]:
    for topic in judged.by_reader | judged.by_rules:
        by_reader, by_rules = topic in judged.by_reader, topic in judged.by_rules
        yield topic, "both" if by_reader and by_rules else "rules" if by_rules else "reader"


def table(judged: tuple[Judged, ...]) -> Iterator[str]:
    """The figures as lines of text: all papers, the two parts, and every topic with its errors counted."""
    parts = {"all": judged, "tuned on": [each for at, each in enumerate(judged) if at % 3], "kept apart": judged[::3]}
    for name, part in parts.items():
        counts = agreement(part)
        yield (
            f"{name:10} {len(part):4} papers  precision {counts.precision:.3f}  recall {counts.recall:.3f}"
            f"  both {counts.both}  rules only {counts.rules_only}  reader only {counts.reader_only}"
        )
    kinds = Counter(pair for each in judged for pair in _pairs(each))
    yield f"{'topic':28} both  rules only  reader only"
    for topic in sorted({topic for topic, _ in kinds}):
        yield f"{topic:28} {kinds[topic, 'both']:4}  {kinds[topic, 'rules']:10}  {kinds[topic, 'reader']:11}"


def report(dumps: Path) -> Iterator[str]:
    """Everything there is to print: the rules against each reader, then the first reader against the second."""
    for reader, truth in (("first", TRUTH), ("second", SECOND_TRUTH)):
        yield f"the rules against the {reader} reader"
        yield from table(judge(dumps, truth=truth))
    yield "the first reader (in the place of the rules) against the second"
    yield from table(between_readers())


if __name__ == "__main__":
    for line in report(Path(sys.argv[1]) if len(sys.argv) > 1 else DUMPS):
        print(line)  # noqa: T201 (a report for people)

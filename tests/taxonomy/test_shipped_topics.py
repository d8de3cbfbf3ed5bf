"""The topics that sitegen ships: complete, used, the same for a new list, and in agreement with two readers."""

import re
from pathlib import Path

import pytest

from sitegen.build.content import load_content
from sitegen.catalogue.assembly import build_catalogue
from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import load_topic_rules, parse_topic_rules
from tests.taxonomy.measure import (
    RULES,
    SECOND_TRUTH,
    TRUTH,
    Agreement,
    Judged,
    agreement,
    between_readers,
    judge,
    read_labels,
    table,
)

ROOT = Path(__file__).parents[2]
SLUGS = """
adversarial-robustness certified-robustness distribution-shift spurious-correlations uncertainty label-noise
weak-supervision distillation data-curation federated-learning continual-learning unlearning large-language-models
scaling-laws generalization-theory grokking optimization loss-functions self-supervised-learning diffusion-models gans
reinforcement-learning information-retrieval few-shot-learning model-compression multimodal efficient-architectures
interpretability backdoors safety text-classification medical
""".split()


def test_the_shipped_topics_are_these() -> None:
    """Thirty-two topics, each with a label, a description and phrases."""
    rules = load_topic_rules(RULES)
    assert [topic.slug for topic in rules.topics] == SLUGS
    assert all(topic.phrases for topic in rules.topics)
    assert len({topic.label for topic in rules.topics}) == len(SLUGS)


def test_a_new_list_starts_from_the_same_topics() -> None:
    """What `sitegen init` copies is what this list uses, byte for byte."""
    assert (ROOT / "sitegen" / "starter" / "topics.yaml").read_bytes() == RULES.read_bytes()


def test_every_topic_has_a_paper_in_the_shipped_list() -> None:
    """The list that comes with sitegen shows each topic at work, by its phrases alone."""
    content = load_content(ROOT / "content")
    catalogue = build_catalogue(content.readings, content.notes)
    classifier = TopicClassifier(content.rules)
    by_phrases = {
        match.topic for paper in catalogue.papers for match in classifier.matches(paper.title, paper.abstract)
    }
    assert by_phrases == set(SLUGS)


@pytest.mark.parametrize("truth", [TRUTH, SECOND_TRUTH], ids=["first reader", "second reader"])
def test_the_labels_name_known_topics_only(truth: Path) -> None:
    """Every topic is among each reader's labels, and no label is misspelled."""
    assert {topic for topics in read_labels(truth).values() for topic in topics} == set(SLUGS)


def test_both_readers_labelled_the_same_papers() -> None:
    """The second reader's papers are the first's, in the same order."""
    assert list(read_labels(SECOND_TRUTH)) == list(read_labels(TRUTH))


@pytest.mark.parametrize("truth", [TRUTH, SECOND_TRUTH], ids=["first reader", "second reader"])
def test_the_rules_agree_with_each_reader(shared_dir: Path, truth: Path) -> None:
    """Over all labelled papers of the real dumps: precision 0.92 and recall 0.90 or better."""
    judged = judge(shared_dir / "dumps", truth=truth)
    counts = agreement(judged)
    assert len(judged) == 389
    assert counts.precision >= 0.92
    assert counts.recall >= 0.90


def test_readers_are_compared_as_rules_are(tmp_path: Path) -> None:
    """The first reader stands in the place of the rules: what only the first gave lowers the precision."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text('{"A": ["x", "y"], "B": []}', encoding="utf-8")
    second.write_text('{"B": ["z"], "A": ["x"]}', encoding="utf-8")
    assert agreement(between_readers(first, second)) == Agreement(both=1, rules_only=1, reader_only=1)


def test_agreement_is_counted_over_pairs() -> None:
    """A pair is a paper and a topic, whoever gave it."""
    one = Judged(title="A", by_reader=frozenset("xy"), by_rules=frozenset("yz"))
    two = Judged(title="B", by_reader=frozenset("x"), by_rules=frozenset("x"))
    counts = agreement([one, two])
    assert counts == Agreement(both=2, rules_only=1, reader_only=1)
    assert (counts.precision, counts.recall) == pytest.approx((2 / 3, 2 / 3))
    assert [line.split()[0] for line in table((one, two))] == ["all", "tuned", "kept", "topic", "x", "y", "z"]


def yaml_examples() -> list[str]:
    """The YAML blocks of docs/topics.md."""
    text = (ROOT / "docs" / "topics.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)


def test_the_example_of_the_documentation_works_as_described() -> None:
    """The first block of docs/topics.md, added to the shipped topics, gives its topic to the papers it says."""
    rules = parse_topic_rules(RULES.read_text(encoding="utf-8") + "\n" + yaml_examples()[0], file="topics.yaml")
    classifier = TopicClassifier(rules)
    speech = "A streaming recognizer for speech recognition on phones; its word error rate is halved."
    assert "speech" in {match.topic for match in classifier.matches("Listening on small devices", speech)}
    assert "speech" in {match.topic for match in classifier.matches("Speech recognition without labels", "")}
    figure = "Metaphors and other figures of speech are found by a language model."
    assert "speech" not in {match.topic for match in classifier.matches("Reading figures of speech", figure)}
    transcripts = "A transcript of every court session is split into turns."
    assert "speech" not in {match.topic for match in classifier.matches("Transcripts of the court", transcripts)}

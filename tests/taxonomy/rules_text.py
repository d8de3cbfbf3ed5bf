"""Small topics.yaml texts for tests."""

from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import TopicRules, parse_topic_rules


def rules_of(topics: str, *, threshold: float = 3, mentions: int = 3) -> TopicRules:
    """Rules from the items under `topics:`, written without indentation."""
    items = "".join(f"  {line}\n" for line in topics.splitlines())
    return parse_topic_rules(f"threshold: {threshold}\nmentions: {mentions}\ntopics:\n{items}", file="topics.yaml")


def classifier_of(phrases: str, *, rest: str = "", threshold: float = 3, mentions: int = 3) -> TopicClassifier:
    """A classifier of the one topic `bees` with the lines of `phrases`; `rest` holds further keys of the topic."""
    lines = ["- slug: bees", "  label: Bees", "  description: On bees.", "  phrases:"]
    lines += [f"    {line}" for line in phrases.splitlines()]
    lines += [f"  {line}" for line in rest.splitlines()]
    return TopicClassifier(rules_of("\n".join(lines), threshold=threshold, mentions=mentions))

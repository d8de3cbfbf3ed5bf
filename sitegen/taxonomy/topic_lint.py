"""What is useless in topics.yaml, measured on the papers of a list."""

from collections.abc import Collection, Iterable, Iterator

from sitegen.model.problems import Location, Problem, Severity
from sitegen.taxonomy.topic_classifier import PhraseFinder, TopicClassifier
from sitegen.taxonomy.topic_rules import TopicRule, TopicRules


def lint_topic_rules(
    rules: TopicRules, texts: Iterable[tuple[str, str]], *, given: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Warnings about topics that no paper has and phrases that count in none, each with its line.

    `texts` holds the title and abstract of every paper; `given` the topics that notes give, which are used even where
    no phrase says so. The phrases of one topic are named in one problem, which stands at the first of them.
    """
    classifier = TopicClassifier(rules)
    finder = PhraseFinder(ignored := [phrase for topic in rules.topics for phrase, _ in topic.ignore])
    used = set(given)
    counted: set[tuple[str, str]] = set()
    met: set[str] = set()
    for title, abstract in texts:
        for match in classifier.evidence(title, abstract):
            counted.update((match.topic, phrase.phrase) for phrase in match.phrases)
            if match.score >= rules.threshold:
                used.add(match.topic)
        met.update(ignored[found.phrase] for text in (title, abstract) for found in finder.find(text))
    problems = [*_unused_topics(rules, used)]
    for topic in rules.topics:
        idle = [(rule.line, rule.phrase) for rule in topic.phrases if (topic.slug, rule.phrase) not in counted]
        idle += [(line, phrase) for phrase, line in topic.ignore if phrase not in met]
        problems += _idle_phrases(rules.file, topic, sorted(idle))
    return tuple(sorted(problems))


def _unused_topics(rules: TopicRules, used: Collection[str]) -> Iterator[Problem]:
    for topic in rules.topics:
        if topic.slug not in used:
            message = f"no paper has the topic `{topic.slug}`"
            yield Problem(Location(rules.file, topic.line), "unused-topic", message, Severity.WARNING)


def _idle_phrases(file: str, topic: TopicRule, idle: list[tuple[int, str]]) -> Iterator[Problem]:
    if idle:
        number = len(topic.phrases) + len(topic.ignore)
        named = ", ".join(f"`{phrase}` (line {line})" for line, phrase in idle)
        message = f"{len(idle)} of the {number} phrases of `{topic.slug}` never match: {named}"
        yield Problem(Location(file, idle[0][0]), "unmatched-phrase", message, Severity.WARNING)

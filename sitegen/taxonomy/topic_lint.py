"""What is useless in topics.yaml, measured on the papers of a list."""

from collections.abc import Collection, Iterable, Iterator

from sitegen.model.problems import Location, Problem, Severity
from sitegen.taxonomy.topic_classifier import PhraseFinder, TopicClassifier
from sitegen.taxonomy.topic_rules import TopicRule, TopicRules, starter_topic_rules
from sitegen.taxonomy.topic_words import phrase_patterns


def lint_topic_rules(
    rules: TopicRules,
    texts: Iterable[tuple[str, str]],
    *,
    given: Collection[str] = (),
    general: TopicRules | None = None,
) -> tuple[Problem, ...]:
    """Warnings about topics that no paper has and phrases that count in none, each at its own line.

    `texts` holds the title and abstract of every paper; `given` the topics that notes give, which are used even where
    no phrase says so. Phrases that `general` (the topics that sitegen comes with) has as well are not named: they are
    written for lists of every size, and only a large one meets them all.
    """
    classifier = TopicClassifier(rules)
    finder = PhraseFinder(ignored := [phrase for topic in rules.topics for phrase, _ in topic.ignore])
    used = set(given)
    met: set[tuple[str, str]] = set()
    for title, abstract in texts:
        for match in classifier.evidence(title, abstract):
            met.update((match.topic, phrase.phrase) for phrase in match.phrases)
            if match.score >= rules.threshold:
                used.add(match.topic)
        met.update(("", ignored[found.phrase]) for text in (title, abstract) for found in finder.find(text))
    vouched = frozenset(_written(starter_topic_rules() if general is None else general))
    problems = [problem for topic in rules.topics for problem in _idle_phrases(rules.file, topic, met, vouched)]
    return tuple(sorted([*problems, *_unused_topics(rules, used)]))


def _unused_topics(rules: TopicRules, used: Collection[str]) -> Iterator[Problem]:
    for topic in rules.topics:
        if topic.slug not in used:
            message = f"no paper has the topic `{topic.slug}`"
            yield Problem(Location(rules.file, topic.line), "unused-topic", message, Severity.WARNING)


def _idle_phrases(
    file: str, topic: TopicRule, met: Collection[tuple[str, str]], vouched: Collection[tuple[object, ...]]
) -> Iterator[Problem]:
    for rule in topic.phrases:
        if (topic.slug, rule.phrase) not in met and (topic.slug, phrase_patterns(rule.phrase)) not in vouched:
            message = f"`{rule.phrase}` never counts for `{topic.slug}`"
            if rule.company or rule.unless:
                message += ", at least not in the company that it asks for"
            yield Problem(Location(file, rule.line), "unmatched-phrase", message, Severity.WARNING)
    for phrase, line in topic.ignore:
        if ("", phrase) not in met and (topic.slug, phrase_patterns(phrase)) not in vouched:
            message = f"`{phrase}`, which `{topic.slug}` ignores, stands in no paper"
            yield Problem(Location(file, line), "unmatched-phrase", message, Severity.WARNING)


def _written(rules: TopicRules) -> Iterator[tuple[object, ...]]:
    for topic in rules.topics:
        for phrase in (*(rule.phrase for rule in topic.phrases), *(phrase for phrase, _ in topic.ignore)):
            yield topic.slug, phrase_patterns(phrase)

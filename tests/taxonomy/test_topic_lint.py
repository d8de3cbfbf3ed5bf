"""The lint names topics that no paper has and phrases that count in none."""

from sitegen.model.problems import Problem, Severity
from sitegen.taxonomy.topic_lint import lint_topic_rules
from sitegen.taxonomy.topic_rules import PhraseRule, TopicRules, starter_topic_rules
from tests.taxonomy.rules_text import rules_of

RULES = rules_of("""\
- slug: bees
  label: Bees
  description: On bees.
  phrases:
    honey: {title: 3, abstract: 1}
    hive: {title: 3, abstract: 1, with: [beekeeper]}
    hivve: {title: 3, abstract: 1}
  ignore:
    - honey moon
    - spelling bee
- slug: ants
  label: Ants
  description: On ants.
  phrases:
    ant: {title: 3, abstract: 1}""")
NOTHING = TopicRules(file="", threshold=3, mentions=3, topics=())


def lines_and_messages(problems: tuple[Problem, ...]) -> list[tuple[int, str]]:
    """Where each problem stands and what it says."""
    return [(problem.location.line, problem.message) for problem in problems]


def test_a_useless_phrase_is_named_at_its_line() -> None:
    """A misspelled phrase, one whose company never comes, and an exclusion that excludes nothing are all named."""
    problems = lint_topic_rules(RULES, [("Honey in the hive", "Not of the honey moon."), ("Ants", "")])
    assert {(problem.code, problem.severity) for problem in problems} == {("unmatched-phrase", Severity.WARNING)}
    assert lines_and_messages(problems) == [
        (9, "`hive` never counts for `bees`, at least not in the company that it asks for"),
        (10, "`hivve` never counts for `bees`"),
        (13, "`spelling bee`, which `bees` ignores, stands in no paper"),
    ]


def test_an_unused_topic_is_named_unless_a_note_gives_it() -> None:
    """A topic counts as used when a paper reaches its threshold or a note names it."""
    texts = [("Of honey", "")]
    assert (14, "no paper has the topic `ants`") in lines_and_messages(lint_topic_rules(RULES, texts))
    assert "unused-topic" not in {problem.code for problem in lint_topic_rules(RULES, texts, given=["ants"])}


def test_a_topic_with_too_few_points_is_unused() -> None:
    """A phrase that is met is not unmatched, even where its topic is never given."""
    problems = lint_topic_rules(RULES, [("Honey", "An ant.")])
    assert [problem.code for problem in problems if problem.location.line >= 14] == ["unused-topic"]


def test_nothing_is_said_when_all_is_used() -> None:
    """Where every phrase matches there is no problem."""
    rules = rules_of("- {slug: a, label: A, description: A., phrases: {ant: {title: 3, abstract: 1}}}")
    assert lint_topic_rules(rules, [("Ant", "")]) == ()


def test_phrases_that_come_with_sitegen_are_not_named() -> None:
    """A small list meets few of the general phrases; an editor hears of what they added."""
    codes = {problem.code for problem in lint_topic_rules(starter_topic_rules(), [("Grokking", "")])}
    assert codes == {"unused-topic"}


def spelled_out(rule: PhraseRule) -> str:
    """A text that holds a phrase and its company and nothing else."""
    return " and also ".join((rule.phrase, *rule.company)).replace("*", "ed")


def test_every_phrase_that_comes_with_sitegen_can_count() -> None:
    """No phrase is covered by another of its topic, ignored by it, or at odds with its own company."""
    rules = starter_topic_rules()
    texts = [("", spelled_out(rule)) for topic in rules.topics for rule in topic.phrases]
    texts += [(spelled_out(rule), "") for topic in rules.topics for rule in topic.phrases]
    texts += [("", phrase.replace("*", "ed")) for topic in rules.topics for phrase, _ in topic.ignore]
    problems = lint_topic_rules(rules, texts, given=[topic.slug for topic in rules.topics], general=NOTHING)
    assert lines_and_messages(problems) == []

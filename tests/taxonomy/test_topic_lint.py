"""The lint names topics that no paper has and phrases that count in none."""

from sitegen.model.problems import Severity
from sitegen.taxonomy.topic_lint import lint_topic_rules
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


def test_a_useless_phrase_is_named_with_its_line() -> None:
    """A misspelled phrase, one whose company never comes, and an exclusion that excludes nothing are all named."""
    texts = [("Honey in the hive", "Not of the honey moon."), ("Ants", "")]
    (problem,) = lint_topic_rules(RULES, texts)
    assert (problem.code, problem.location.line, problem.severity) == ("unmatched-phrase", 9, Severity.WARNING)
    assert problem.message == (
        "3 of the 5 phrases of `bees` never match: `hive` (line 9), `hivve` (line 10), `spelling bee` (line 13)"
    )


def test_an_unused_topic_is_named_unless_a_note_gives_it() -> None:
    """A topic counts as used when a paper reaches its threshold or a note names it."""
    texts = [("Of honey", "")]
    assert "unused-topic" in {problem.code for problem in lint_topic_rules(RULES, texts)}
    assert "unused-topic" not in {problem.code for problem in lint_topic_rules(RULES, texts, given=["ants"])}


def test_a_topic_with_too_few_points_is_unused() -> None:
    """A phrase that is met is not unmatched, even where its topic is never given."""
    problems = lint_topic_rules(RULES, [("Honey", "An ant.")])
    assert [problem.code for problem in problems if problem.location.line >= 14] == ["unused-topic"]


def test_nothing_is_said_when_all_is_used() -> None:
    """Where every phrase matches there is no problem."""
    rules = rules_of("- {slug: a, label: A, description: A., phrases: {ant: {title: 3, abstract: 1}}}")
    assert lint_topic_rules(rules, [("Ant", "")]) == ()

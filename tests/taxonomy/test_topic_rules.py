"""topics.yaml is read strictly: every fault is reported at once, with its line."""

from pathlib import Path

import pytest

from sitegen.model.problems import ProblemsError
from sitegen.taxonomy.topic_rules import load_topic_rules, parse_topic_rules
from tests.taxonomy.rules_text import rules_of

GOOD = """\
threshold: 2.5
mentions: 2
topics:
  - slug: bees
    label: Bees
    description: On bees.
    phrases:
      honey-bee: {title: 3, abstract: 1, with: [hive], unless: [jar of honey]}
    ignore:
      - spelling bee
  - slug: by-hand
    label: By hand
    description: Only notes give it.
"""


def problems_of(text: str) -> list[tuple[int, str]]:
    """Line and code of every problem that reading `text` raises."""
    with pytest.raises(ProblemsError) as caught:
        parse_topic_rules(text, file="topics.yaml")
    return [(problem.location.line, problem.code) for problem in caught.value.problems]


def test_rules_keep_order_weights_and_lines() -> None:
    """What is written is what is read, and each phrase knows its line."""
    rules = parse_topic_rules(GOOD, file="topics.yaml")
    bees, by_hand = rules.topics
    assert (rules.threshold, rules.mentions, bees.slug, bees.line) == (2.5, 2, "bees", 4)
    (phrase,) = bees.phrases
    assert (phrase.phrase, phrase.title, phrase.abstract, phrase.line) == ("honey-bee", 3, 1, 8)
    assert (phrase.company, phrase.unless, bees.ignore) == (("hive",), ("jar of honey",), (("spelling bee", 10),))
    assert by_hand.phrases == ()


def test_every_fault_is_reported_at_its_line() -> None:
    """Faults of shape, of phrases and of slugs come together."""
    text = (
        GOOD.replace("label: Bees", "lable: Bees")
        .replace("title: 3", "title: -3")
        .replace("spelling bee", "'?'")
        .replace("slug: by-hand", "slug: bees")
    )
    assert problems_of(text) == [
        (4, "missing-key"),
        (5, "unknown-key"),
        (8, "invalid-value"),
        (10, "bad-phrase"),
        (11, "duplicate-topic"),
    ]


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    """A slip of the pen is met with what was meant."""
    with pytest.raises(ProblemsError, match="did you mean `unless`"):
        parse_topic_rules(GOOD.replace("unless:", "unles:"), file="topics.yaml")


def test_two_ways_of_writing_one_phrase_are_a_duplicate() -> None:
    """Number, case and spelling do not make a second phrase."""
    text = GOOD.replace("    ignore:\n", "      Honey-Bees: {title: 1, abstract: 1}\n    ignore:\n")
    assert problems_of(text) == [(9, "duplicate-phrase")]


def test_one_phrase_may_speak_for_two_topics() -> None:
    """Duplicates are looked for within a topic only."""
    topic = "- slug: {0}\n  label: A\n  description: A.\n  phrases:\n    hive: {{title: 3, abstract: 1}}"
    assert len(rules_of(topic.format("a") + "\n" + topic.format("b")).topics) == 2


def test_a_phrase_that_counts_nowhere_is_refused() -> None:
    """A phrase without points belongs under `ignore`."""
    assert problems_of(GOOD.replace("{title: 3, abstract: 1,", "{title: 0, abstract: 0,")) == [(8, "invalid-value")]


@pytest.mark.parametrize("points", ["yes", "'3'", "-1", ".nan", ".inf", "101", "[3]", ""])
def test_points_are_numbers_in_a_sane_range(points: str) -> None:
    """What is no number, or no number that means anything, is refused."""
    assert problems_of(GOOD.replace("{title: 3,", "{title: " + points + ",")) == [(8, "invalid-value")]


@pytest.mark.parametrize("slug", ["index", "page-2", "Bees", "bees-", "be es"])
def test_a_slug_must_be_fit_for_a_page(slug: str) -> None:
    """A slug is lower-case words and hyphens, and not the name of another page in its folder."""
    assert problems_of(GOOD.replace("slug: bees", f"slug: {slug}")) == [(4, "invalid-value")]


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, content: bytes | None) -> None:
    """Bytes that are no UTF-8, and a file that is not there, are told apart from bad rules."""
    path = tmp_path / "topics.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProblemsError):
        load_topic_rules(path)

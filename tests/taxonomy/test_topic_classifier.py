"""A paper is given a topic when its phrases reach the threshold, and the match says which phrases did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.taxonomy.terms import PhraseMatch, TopicMatch
from sitegen.taxonomy.topic_classifier import PhraseFinder, TopicClassifier
from tests.taxonomy.rules_text import classifier_of, rules_of


def score_of(classifier: TopicClassifier, title: str, abstract: str) -> float:
    """The points for the one topic, or 0 where nothing speaks for it."""
    return sum(match.score for match in classifier.evidence(title, abstract))


def test_title_and_abstract_points_add_up_and_are_shown() -> None:
    """The match names every phrase, where it stood and what it counted, strongest first."""
    classifier = classifier_of("honey: {title: 2, abstract: 0.5}\nhive: {title: 2, abstract: 1}")
    (match,) = classifier.matches("Honey", "A hive. Two hives. Some honey.")
    assert match == TopicMatch(
        topic="bees",
        score=4.5,
        phrases=(
            PhraseMatch(phrase="honey", field="title", weight=2),
            PhraseMatch(phrase="hive", field="abstract", weight=2),
            PhraseMatch(phrase="honey", field="abstract", weight=0.5),
        ),
    )


def test_below_the_threshold_there_is_no_topic() -> None:
    """Nearly enough is not enough; exactly enough is."""
    classifier = classifier_of("honey: {title: 1, abstract: 0.1}", threshold=0.3)
    assert classifier.matches("", "honey honey") == ()
    assert [match.topic for match in classifier.matches("", "honey honey honey")] == ["bees"]


def test_mentions_count_only_so_often() -> None:
    """A word said a hundred times says no more than one said `mentions` times; a title counts once."""
    classifier = classifier_of("honey: {title: 2, abstract: 1}", mentions=3)
    assert score_of(classifier, "honey honey", "honey " * 100) == 2 + 3


def test_only_the_longest_of_overlapping_phrases_counts() -> None:
    """Each word of a text speaks once for a topic."""
    classifier = classifier_of("honey bee: {title: 5, abstract: 1}\nbee: {title: 1, abstract: 1}")
    assert score_of(classifier, "The honey bee", "") == 5
    assert score_of(classifier, "The honey bee and another bee", "") == 6


def test_words_inside_an_ignored_phrase_do_not_count() -> None:
    """The exclusion covers its own words, and no other mention."""
    classifier = classifier_of("bee: {title: 3, abstract: 1}", rest="ignore: [spelling bee]")
    assert score_of(classifier, "A spelling bee", "") == 0
    assert score_of(classifier, "A bee at a spelling bee", "") == 3


def test_company_is_required_anywhere_in_the_paper() -> None:
    """A phrase with `with` counts only beside one of its company, in the title or the abstract."""
    classifier = classifier_of("colony: {title: 3, abstract: 1, with: [bee, hive*]}")
    assert score_of(classifier, "A colony", "of ants") == 0
    assert score_of(classifier, "A colony", "in hives") == 3


def test_a_phrase_is_silenced_by_what_it_must_not_meet() -> None:
    """A phrase with `unless` counts nowhere in a paper that holds one of those phrases."""
    classifier = classifier_of("drone: {title: 3, abstract: 1, unless: [quadrotor]}")
    assert score_of(classifier, "Drones", "A drone.") == 4
    assert score_of(classifier, "Drones", "A quadrotor drone.") == 0


def test_a_silenced_phrase_does_not_hide_a_shorter_one() -> None:
    """Only phrases that count cover words."""
    classifier = classifier_of("honey bee: {title: 5, abstract: 1, with: [hive]}\nbee: {title: 1, abstract: 1}")
    assert score_of(classifier, "The honey bee", "") == 1


@pytest.mark.parametrize("title", ["Pre-training", "pre training", "PRETRAINING", "A Pretrained thing", "pre–trained"])
def test_a_hyphenated_stem_is_found_however_it_is_written(title: str) -> None:
    """Hyphen, dash, space or nothing; any case; any ending."""
    assert score_of(classifier_of("pre-train*: {title: 3, abstract: 1}"), title, "") == 3


def test_topics_come_in_the_order_of_the_file() -> None:
    """The order does not depend on where phrases stand in the text."""
    topic = "- slug: {0}\n  label: A\n  description: A.\n  phrases:\n    {0}: {{title: 3, abstract: 1}}\n"
    classifier = TopicClassifier(rules_of("".join(map(topic.format, ("zebra", "ant", "mole")))))
    assert [match.topic for match in classifier.matches("Mole, ant and zebra", "")] == ["zebra", "ant", "mole"]


@given(st.lists(st.sampled_from("honey bee hive the of a Bees".split()), max_size=30).map(" ".join))
def test_more_words_never_lose_points_without_exclusions(text: str) -> None:
    """Where nothing is ignored or silenced, a longer abstract scores no less."""
    classifier = classifier_of("honey: {title: 1, abstract: 1}\nbee: {title: 1, abstract: 0.5}")
    assert score_of(classifier, "", text + " honey bee") >= score_of(classifier, "", text)


@given(st.lists(st.sampled_from(["ab", "abc", "abcd", "b"]), max_size=12))
def test_every_place_of_a_phrase_is_found(words: list[str]) -> None:
    """The finder agrees with looking at each place in turn."""
    finder = PhraseFinder(["ab b", "abc*"])
    text = " ".join(words)
    pairs = [(0, place, 2) for place in range(len(words) - 1) if words[place : place + 2] == ["ab", "b"]]
    stems = [(1, place, 1) for place, word in enumerate(words) if word.startswith("abc")]
    assert sorted(finder.find(text)) == sorted([*pairs, *stems])

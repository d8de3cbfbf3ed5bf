"""Giving papers their topics: those that their notes name, else those that the rules find."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.note import Note
from sitegen.model.paper import Catalogue, Paper
from sitegen.model.problems import Problem
from sitegen.model.suggestions import suggestion
from sitegen.taxonomy.terms import TopicMatch
from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import TopicRules


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """A catalogue whose papers have their topics, and for each paper id the phrases that gave them."""

    catalogue: Catalogue
    matches: Mapping[str, tuple[TopicMatch, ...]]


def classify(catalogue: Catalogue, rules: TopicRules, notes: Sequence[Note] = ()) -> Classified:
    """Give each paper its topics: those that its note names, else those that the rules find.

    A note's topic that topics.yaml does not have becomes a Problem with the nearest one, and is left out.
    """
    classifier = TopicClassifier(rules)
    known = [topic.slug for topic in rules.topics]
    papers: list[Paper] = []
    matches: dict[str, tuple[TopicMatch, ...]] = {}
    stated = {note.name for note in notes if note.topics is not None}
    for paper in catalogue.papers:
        if paper.note_file in stated:
            found = tuple(TopicMatch(topic=slug, score=0, phrases=()) for slug in paper.topics if slug in known)
        else:
            found = classifier.matches(paper.title, paper.abstract)
        matches[paper.id] = found
        papers.append(dataclasses.replace(paper, topics=tuple(match.topic for match in found)))
    problems = tuple(sorted({*catalogue.problems, *_unknown_topics(notes, known)}))
    return Classified(
        catalogue=dataclasses.replace(catalogue, papers=tuple(papers), problems=problems), matches=matches
    )


def _unknown_topics(notes: Sequence[Note], known: Sequence[str]) -> Iterable[Problem]:
    for note in notes:
        for slug in note.topics or ():
            if slug not in known:
                message = f"no topic is called `{slug}`{suggestion(slug, known)}"
                yield Problem(note.location("topics"), "unknown-topic", message)

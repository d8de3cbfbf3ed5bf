"""Which topics a paper has, and which phrases say so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.taxonomy.terms import PhraseMatch, TopicMatch
from sitegen.taxonomy.topic_rules import TopicRule, TopicRules
from sitegen.taxonomy.topic_words import WILDCARD, phrase_patterns, text_words

# Points are sums of what people write with one or two decimals.
_DECIMALS = 4


class Found(NamedTuple):
    """A phrase found in a text: its number, the place of its first word and how many words it covers."""

    phrase: int
    start: int
    length: int


class _PatternWords(dict[str, tuple[str, ...]]):
    """Which pattern words a word of a text answers to: itself and the stems it begins with; worked out once a word."""

    def __init__(self, pattern_words: Iterable[str]) -> None:
        words = set(pattern_words)
        self._stems = frozenset(word.removesuffix(WILDCARD) for word in words if word.endswith(WILDCARD))
        self._whole = frozenset(word for word in words if not word.endswith(WILDCARD))

    def __missing__(self, word: str) -> tuple[str, ...]:
        stems = (word[:end] for end in range(1, len(word) + 1))
        answers = [stem + WILDCARD for stem in stems if stem in self._stems]
        self[word] = tuple([word, *answers] if word in self._whole else answers)
        return self[word]


class PhraseFinder:
    """Finds many phrases in one pass over a text; phrases are named by their place in the sequence given."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._alone: dict[str, list[int]] = defaultdict(list)
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = defaultdict(lambda: defaultdict(list))
        words: set[str] = set()
        for number, phrase in enumerate(phrases):
            for pattern in phrase_patterns(phrase):
                words.update(pattern)
                match pattern:
                    case (only,):
                        self._alone[only].append(number)
                    case (first, second, *rest):
                        self._longer[first][second].append((tuple(rest), number))
        self._answers = _PatternWords(words)

    def find(self, text: str) -> list[Found]:
        """Every phrase at every place where it stands, overlapping ones included."""
        answers = [*map(self._answers.__getitem__, text_words(text)), ()]
        found: list[Found] = []
        for start, words in enumerate(answers):
            for word in words:
                if word in self._alone:
                    found += [Found(number, start, 1) for number in self._alone[word]]
                if word in self._longer:
                    found += self._longer_from(start, self._longer[word], answers)
        return found

    def _longer_from(
        self, start: int, by_second: dict[str, list[tuple[tuple[str, ...], int]]], answers: list[tuple[str, ...]]
    ) -> Iterator[Found]:
        # The empty answer at the end of a text is to no word, so that no phrase runs over the end.
        for second in answers[start + 1]:
            for rest, number in by_second.get(second, ()):
                following = answers[start + 2 : start + 2 + len(rest)]
                if all(map(_answers_to, following, rest)):
                    yield Found(number, start, 2 + len(rest))


def _answers_to(words: tuple[str, ...], pattern_word: str) -> bool:
    return pattern_word in words


class _CompiledTopic:
    """A topic whose phrases are named by their numbers in the classifier's finder."""

    def __init__(self, rule: TopicRule, numbers: dict[str, int]) -> None:
        self.slug = rule.slug
        self.phrases = {numbers[phrase.phrase]: phrase for phrase in rule.phrases}
        self.ignored = frozenset(numbers[phrase] for phrase, _ in rule.ignore)
        self.company = {
            numbers[phrase.phrase]: frozenset(numbers[each] for each in phrase.company)
            for phrase in rule.phrases
            if phrase.company
        }
        self.unless = {
            numbers[phrase.phrase]: frozenset(numbers[each] for each in phrase.unless)
            for phrase in rule.phrases
            if phrase.unless
        }

    def counts(self, number: int, present: frozenset[int]) -> bool:
        """Whether a phrase that was found speaks for the topic in a paper that holds the phrases `present`."""
        company = self.company.get(number)
        if company is not None and company.isdisjoint(present):
            return False
        return self.unless.get(number, frozenset()).isdisjoint(present)


class TopicClassifier:
    """Gives papers their topics by the rules of topics.yaml; the rules are compiled once, and each text read once."""

    def __init__(self, rules: TopicRules) -> None:
        self._threshold = rules.threshold
        self._most = rules.mentions
        numbers = {phrase: number for number, phrase in enumerate(dict.fromkeys(_all_phrases(rules)))}
        self._finder = PhraseFinder(numbers)
        self._topics = tuple(_CompiledTopic(rule, numbers) for rule in rules.topics)
        self._topics_of: dict[int, list[int]] = defaultdict(list)
        for place, topic in enumerate(self._topics):
            for number in (*topic.phrases, *topic.ignored):
                self._topics_of[number].append(place)

    def matches(self, title: str, abstract: str) -> tuple[TopicMatch, ...]:
        """The topics of a paper in the order of topics.yaml, each with the phrases that gave it, strongest first."""
        return tuple(match for match in self.evidence(title, abstract) if match.score >= self._threshold)

    def evidence(self, title: str, abstract: str) -> Iterator[TopicMatch]:
        """Every topic for which any phrase of a paper counts, whether or not its points are enough."""
        in_title, in_abstract = self._finder.find(title), self._finder.find(abstract)
        present = frozenset(found.phrase for found in (*in_title, *in_abstract))
        titles, abstracts = self._by_topic(in_title), self._by_topic(in_abstract)
        for place in sorted(titles.keys() | abstracts.keys()):
            topic = self._topics[place]
            phrases = [
                *self._title_points(topic, titles.get(place, []), present),
                *self._abstract_points(topic, abstracts.get(place, []), present),
            ]
            if phrases:
                phrases.sort(key=lambda phrase: (-phrase.weight, phrase.field != "title", phrase.phrase))
                score = round(sum(phrase.weight for phrase in phrases), _DECIMALS)
                yield TopicMatch(topic=topic.slug, score=score, phrases=tuple(phrases))

    def _by_topic(self, found: Iterable[Found]) -> dict[int, list[Found]]:
        by_topic: dict[int, list[Found]] = defaultdict(list)
        for each in found:
            for place in self._topics_of.get(each.phrase, ()):
                by_topic[place].append(each)
        return by_topic

    def _title_points(
        self, topic: _CompiledTopic, found: list[Found], present: frozenset[int]
    ) -> Iterator[PhraseMatch]:
        for number in _mentions(topic, found, present):
            rule = topic.phrases[number]
            if rule.title:
                yield PhraseMatch(phrase=rule.phrase, field="title", weight=rule.title)

    def _abstract_points(
        self, topic: _CompiledTopic, found: list[Found], present: frozenset[int]
    ) -> Iterator[PhraseMatch]:
        for number, mentions in _mentions(topic, found, present).items():
            rule = topic.phrases[number]
            if rule.abstract:
                points = round(rule.abstract * min(mentions, self._most), _DECIMALS)
                yield PhraseMatch(phrase=rule.phrase, field="abstract", weight=points)


def _mentions(topic: _CompiledTopic, found: list[Found], present: frozenset[int]) -> Counter[int]:
    """How often each phrase stands in a text where no longer one (or an ignored one of its length) covers it."""
    eligible = [each for each in found if each.phrase in topic.ignored or topic.counts(each.phrase, present)]
    eligible.sort(key=lambda each: (-each.length, each.phrase not in topic.ignored, each.start, each.phrase))
    covered: set[int] = set()
    mentions: Counter[int] = Counter()
    for each in eligible:
        words = range(each.start, each.start + each.length)
        if covered.isdisjoint(words):
            covered.update(words)
            if each.phrase not in topic.ignored:
                mentions[each.phrase] += 1
    return mentions


def _all_phrases(rules: TopicRules) -> Iterator[str]:
    for topic in rules.topics:
        yield from (phrase for phrase, _ in topic.ignore)
        for phrase in topic.phrases:
            yield phrase.phrase
            yield from phrase.company
            yield from phrase.unless

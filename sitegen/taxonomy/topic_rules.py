"""topics.yaml: the topics of a list, and what in a title or an abstract speaks for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from sitegen.config.text_files import read_text
from sitegen.config.validation import StrictModel, key_path_text, validate_document
from sitegen.config.yaml_source import KeyPath, YamlDocument, parse_yaml
from sitegen.model.problems import Problem, ProblemsError
from sitegen.model.slugs import is_reserved
from sitegen.taxonomy.topic_words import phrase_fault, phrase_patterns

_Points = Annotated[float, Field(ge=0, le=100, strict=True)]
_Text = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule:
    """One phrase that speaks for a topic: `title` points when the title holds it, `abstract` for each mention.

    It counts only in papers that hold a phrase of `company` (where any is given) and none of `unless`.
    """

    phrase: str
    title: float
    abstract: float
    company: tuple[str, ...]
    unless: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRule:
    """One topic and what speaks for it; words inside a phrase of `ignore` speak for nothing.

    `ignore` holds pairs of a phrase and its line in the file.
    """

    slug: str
    label: str
    description: str
    phrases: tuple[PhraseRule, ...]
    ignore: tuple[tuple[str, int], ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRules:
    """All of topics.yaml, in its order.

    A paper is given a topic at `threshold` points; of one phrase, at most `mentions` mentions in an abstract count.
    """

    file: str
    threshold: float
    mentions: int
    topics: tuple[TopicRule, ...]


class _Phrase(StrictModel):
    title: _Points
    abstract: _Points
    company: Annotated[tuple[_Text, ...], Field(alias="with")] = ()
    unless: tuple[_Text, ...] = ()

    @model_validator(mode="after")
    def _counts_somewhere(self) -> Self:
        if not self.title and not self.abstract:
            raise ValueError("counts nowhere; phrases to pass over belong under `ignore`")
        return self


class _Topic(StrictModel):
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    label: _Text
    description: _Text
    phrases: dict[str, _Phrase] = Field(default_factory=dict)
    ignore: tuple[_Text, ...] = ()

    @field_validator("slug")
    @classmethod
    def _can_be_a_page(cls, value: str) -> str:
        if is_reserved(value):
            raise ValueError("is a name that no page can have; take another")
        return value


class _Topics(StrictModel):
    threshold: Annotated[float, Field(gt=0, le=100, strict=True)]
    mentions: Annotated[int, Field(ge=1, le=100, strict=True)]
    topics: tuple[_Topic, ...]


def load_topic_rules(path: Path) -> TopicRules:
    """Read topics.yaml; raises ProblemsError with every fault, each with its line and key path."""
    return parse_topic_rules(read_text(path, shown_as=str(path)), file=str(path))


def starter_topic_rules() -> TopicRules:
    """The topics that sitegen comes with, and that a new list starts from."""
    starter = resources.files("sitegen") / "starter" / "topics.yaml"
    return parse_topic_rules(starter.read_text(encoding="utf-8"), file=str(starter))


def parse_topic_rules(text: str, *, file: str) -> TopicRules:
    """The text of topics.yaml as rules; raises ProblemsError as `load_topic_rules` does."""
    document = parse_yaml(text, file=file)
    problems = [*_phrase_problems(document), *_repeated_slugs(document)]
    try:
        model = validate_document(document, _Topics)
    except ProblemsError as error:
        raise ProblemsError([*error.problems, *problems]) from error
    if problems:
        raise ProblemsError(problems)
    topics = tuple(_topic_rule(topic, ("topics", number), document) for number, topic in enumerate(model.topics))
    return TopicRules(file=file, threshold=model.threshold, mentions=model.mentions, topics=topics)


def _topic_rule(topic: _Topic, path: KeyPath, document: YamlDocument) -> TopicRule:
    phrases = (
        PhraseRule(
            phrase=phrase,
            title=given.title,
            abstract=given.abstract,
            company=given.company,
            unless=given.unless,
            line=document.location((*path, "phrases", phrase)).line,
        )
        for phrase, given in topic.phrases.items()
    )
    ignore = ((phrase, document.location((*path, "ignore", at)).line) for at, phrase in enumerate(topic.ignore))
    return TopicRule(
        slug=topic.slug,
        label=topic.label,
        description=topic.description,
        phrases=tuple(phrases),
        ignore=tuple(ignore),
        line=document.location(path).line,
    )


def _at(value: object, path: KeyPath) -> object:
    for part in path:
        match value, part:
            case dict(), str():
                value = value.get(part)
            case list(), int():
                value = value[part]
            case _:
                return None
    return value


def _written_phrases(document: YamlDocument) -> Iterator[tuple[KeyPath, str]]:
    for path in document.lines:
        match path:
            case ("topics", int(), "phrases", str(phrase)):
                yield path, phrase
            case ("topics", int(), "ignore", int()) | ("topics", int(), "phrases", str(), "with" | "unless", int()):
                written = _at(document.value, path)
                if isinstance(written, str):
                    yield path, written


def _phrase_problems(document: YamlDocument) -> Iterator[Problem]:
    seen: dict[tuple[object, tuple[tuple[str, ...], ...]], str] = {}
    for path, phrase in _written_phrases(document):
        if fault := phrase_fault(phrase):
            yield Problem(
                document.location(path), "bad-phrase", f"`{key_path_text(path)}`: {fault} (given: {phrase!r})"
            )
            continue
        if "with" in path[4:] or "unless" in path[4:]:
            continue
        first = seen.setdefault((path[1], phrase_patterns(phrase)), phrase)
        if seen[path[1], phrase_patterns(phrase)] is not phrase:
            message = f"`{key_path_text(path)}`: `{phrase}` and `{first}` are one phrase, in one topic"
            yield Problem(document.location(path), "duplicate-phrase", message)


def _repeated_slugs(document: YamlDocument) -> Iterator[Problem]:
    seen: set[object] = set()
    for path in document.lines:
        match path:
            case ("topics", int(), "slug"):
                slug = _at(document.value, path)
                if isinstance(slug, str) and slug in seen:
                    yield Problem(document.location(path), "duplicate-topic", f"the slug `{slug}` is given twice")
                seen.add(slug)

"""One generic taxonomy: which papers stand under which term."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of an index (a topic, an author, a year …) with the ids of its papers, in catalogue order.

    `slug` names its page and is unique within its taxonomy; `number` is its place in the taxonomy's own order (for
    topics that of topics.yaml), so that a term keeps its colour wherever it is shown.
    """

    slug: str
    label: str
    papers: tuple[str, ...]
    description: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All terms of one kind; `label` is its plural as shown (`Topics`), `singular` that of one term (`Topic`)."""

    kind: TaxonomyKind
    label: str
    singular: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseMatch:
    """One phrase of topics.yaml found in a paper: in which field, and what it counts."""

    phrase: str
    field: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMatch:
    """Why a paper has a topic; `phrases` is empty where a note gave it."""

    topic: str
    score: float
    phrases: tuple[PhraseMatch, ...]

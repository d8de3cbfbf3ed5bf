"""Topics, marks and ratings as the small signs that rows and pages share."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href, term_path
from sitegen.taxonomy.terms import Term

COLOURS = 12
SHAPES = 4
BEST_RATING = 5

_MARKS = {
    None: ("none", ""),
    Status.TO_READ: ("todo", "To read"),
    Status.READING: ("reading", "Reading"),
    Status.READ: ("read", "Read"),
    Status.SKIPPED: ("skip", "Skipped"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with the pair of colour (from 1 to 12) and shape (1 to 4) that it has everywhere."""

    label: str
    href: str
    colour: int
    shape: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """How far the owner is with a paper: the name of the bead, and the word for it ("" when nothing is said)."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One mark that a visitor may choose: `status` as notes write it, "" for none of one's own."""

    status: str
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """A rating as stars and in words."""

    stars: str
    label: str


def topic_view(term: Term, href: Href) -> TopicView:
    """A topic as a chip: neighbours in order differ in colour and shape, 48 in a row in the pair of both."""
    return TopicView(
        label=term.label,
        href=href(term_path(TaxonomyKind.TOPICS, term.slug)),
        colour=term.number % COLOURS + 1,
        shape=(term.number + term.number // COLOURS) % SHAPES + 1,
    )


def topic_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[TopicView, ...]:
    """A paper's topics, the most fitting first."""
    places = {slug: place for place, slug in enumerate(paper.topics)}
    terms = lookups.terms_of(TaxonomyKind.TOPICS, paper)
    return tuple(topic_view(term, href) for term in sorted(terms, key=lambda term: places.get(term.slug, len(places))))


def mark_view(status: Status | None) -> MarkView:
    """The bead of a status."""
    name, label = _MARKS[status]
    return MarkView(name=name, label=label)


def choice_views(status: Status | None) -> tuple[ChoiceView, ...]:
    """The marks that a visitor may choose for a paper; the first leaves it at the status that the site has."""
    return tuple(
        ChoiceView(
            status=each or "",
            name=name if each else _MARKS[status][0],
            label=label or ("As listed" if status else "Not marked"),
        )
        for each, (name, label) in _MARKS.items()
    )


def rating_view(rating: int | None) -> RatingView | None:
    """One to five stars."""
    if rating is None:
        return None
    stars = "★" * rating + "☆" * (BEST_RATING - rating)
    return RatingView(stars=stars, label=f"rated {rating} of {BEST_RATING}")

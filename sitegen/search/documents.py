"""What of a paper is searched: plain text, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_text
from sitegen.markup.notes import markdown_to_html
from sitegen.model.paper import Paper
from sitegen.site.lookups import Lookups
from sitegen.taxonomy.terms import Taxonomy


@dataclass(frozen=True, slots=True)
class Field:
    """A searched field: a match in it counts `boost` times; in `running_text` stop words are left out."""

    name: str
    boost: int
    running_text: bool = False


FIELDS = (
    Field("title", 10),
    Field("authors", 5),
    Field("topics", 3),
    Field("organizations", 2),
    Field("abstract", 1, running_text=True),
    Field("notes", 2, running_text=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper as it is indexed; `ref` is its id, and each other field is one of FIELDS."""

    ref: str
    title: str
    authors: str
    topics: str
    organizations: str
    abstract: str
    notes: str

    def text(self, field: Field) -> str:
        """The text of one field."""
        value: str = getattr(self, field.name)
        return value


def unordered_documents(lookups: Lookups) -> Iterator[Document]:
    """Every paper of the site as a document, as the catalogue has them; `analyse` orders them."""
    return make_documents(lookups.catalogue.papers, lookups.taxonomies.get(TaxonomyKind.TOPICS))


def make_documents(papers: Iterable[Paper], topics: Taxonomy | None) -> Iterator[Document]:
    """Papers as documents; `topics` has the labels under which theirs are found."""
    labels = {} if topics is None else {term.slug: term.label for term in topics.terms}
    return (make_document(paper, labels) for paper in papers)


def make_document(paper: Paper, topic_labels: dict[str, str]) -> Document:
    """A paper as a document; a topic is found by its label, or by its slug where it has no label."""
    return Document(
        ref=paper.id,
        title=latex_to_text(paper.title),
        authors=", ".join(paper.authors),
        topics=", ".join(topic_labels.get(slug, slug) for slug in paper.topics),
        organizations=", ".join(paper.organizations),
        abstract=latex_to_text(paper.abstract),
        notes=note_text(paper.note),
    )


def note_text(note: str) -> str:
    """A Markdown note as plain text in one line."""
    return " ".join(markdown_to_html(note).striptags().split()) if note.strip() else ""

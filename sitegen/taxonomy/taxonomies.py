"""Every taxonomy of a list: the papers of a catalogue sorted under the terms of each kind."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from sitegen.config import TaxonomyKind
from sitegen.model.dump import Reading
from sitegen.model.paper import Catalogue, Paper
from sitegen.model.slugs import free_slug
from sitegen.model.subjects import subject_name
from sitegen.model.text import fold_text, slug_of
from sitegen.taxonomy.terms import Taxonomy, Term
from sitegen.taxonomy.topic_rules import TopicRules

# What may stand behind a name of two words or more without being its last word.
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_SUFFIXED = 2

LABELS = {
    TaxonomyKind.TOPICS: ("Topics", "Topic"),
    TaxonomyKind.AUTHORS: ("Authors", "Author"),
    TaxonomyKind.ORGANIZATIONS: ("Organizations", "Organization"),
    TaxonomyKind.SUBJECTS: ("Subjects", "Subject"),
    TaxonomyKind.YEARS: ("Years", "Year"),
    TaxonomyKind.DUMPS: ("Dumps", "Dump"),
}


def build_taxonomies(
    catalogue: Catalogue, rules: TopicRules, readings: Sequence[Reading], kinds: Sequence[TaxonomyKind]
) -> tuple[Taxonomy, ...]:
    """One taxonomy for each kind asked for, in that order; terms without papers are left out, except dumps."""
    builders: dict[TaxonomyKind, Callable[[], Iterable[Term]]] = {
        TaxonomyKind.TOPICS: lambda: topic_terms(catalogue.papers, rules),
        TaxonomyKind.AUTHORS: lambda: name_terms((name, paper) for paper in catalogue.papers for name in paper.authors),
        TaxonomyKind.ORGANIZATIONS: lambda: name_terms(
            (name, paper) for paper in catalogue.papers for name in paper.organizations
        ),
        TaxonomyKind.SUBJECTS: lambda: subject_terms(catalogue.papers),
        TaxonomyKind.YEARS: lambda: year_terms(catalogue.papers),
        TaxonomyKind.DUMPS: lambda: dump_terms(catalogue.papers, readings),
    }
    return tuple(
        Taxonomy(kind=kind, label=LABELS[kind][0], singular=LABELS[kind][1], terms=tuple(builders[kind]()))
        for kind in kinds
    )


def topic_terms(papers: Sequence[Paper], rules: TopicRules) -> Iterable[Term]:
    """The topics that have papers, in the order of topics.yaml."""
    members = _members((slug, paper) for paper in papers for slug in paper.topics)
    for number, topic in enumerate(rules.topics):
        if topic.slug in members:
            yield Term(
                slug=topic.slug,
                label=topic.label,
                description=topic.description,
                papers=members[topic.slug],
                number=number,
            )


def name_terms(named: Iterable[tuple[str, Paper]]) -> Iterable[Term]:
    """One term for each printed name, whatever its case, accents and spacing; sorted as people sort names.

    The label is the form printed most often; of equals the one that keeps accents. Forms are names, not persons: two
    people of one name share a term, and nothing here claims otherwise.
    """
    papers: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, paper in named:
        key = fold_text(name)
        papers[key].append(paper.id)
        forms[key][name] += 1
    labels = {key: max(sorted(forms[key]), key=lambda form: (forms[key][form], not form.isascii())) for key in papers}
    slugs = unique_slugs(labels[key] for key in sorted(papers))
    terms = [
        Term(slug=slug, label=labels[key], papers=tuple(dict.fromkeys(papers[key])))
        for key, slug in zip(sorted(papers), slugs, strict=True)
    ]
    return sorted(terms, key=lambda term: (sort_name(term.label), term.slug))


def sort_name(label: str) -> str:
    """What a name is sorted by: its last word (a hyphen does not part one), then the rest, without case and accents.

    `Jr.`, `III` and the like stand after the name that they belong to.
    """
    words = label.replace(",", " ").split()
    tail = [words.pop()] if len(words) > _SUFFIXED and fold_text(words[-1]) in _SUFFIXES else []
    return " ".join(fold_text(word) for word in (*words[-1:], *words[:-1], *tail))


def subject_terms(papers: Sequence[Paper]) -> Iterable[Term]:
    """One term for each subject, by its code, with its name where arXiv gives one."""
    members = _members((paper.subject, paper) for paper in papers if paper.subject)
    subjects = sorted(members)
    for subject, slug in zip(subjects, unique_slugs(subjects), strict=True):
        yield Term(slug=slug, label=subject, description=subject_name(subject) or "", papers=members[subject])


def year_terms(papers: Sequence[Paper]) -> Iterable[Term]:
    """One term for each year, newest first; papers without a known year are in none."""
    members = _members((str(paper.year), paper) for paper in papers if paper.year)
    return (Term(slug=year, label=year, papers=members[year]) for year in sorted(members, reverse=True))


def dump_terms(papers: Sequence[Paper], readings: Sequence[Reading]) -> Iterable[Term]:
    """One term for each dump, by file name, also for one that gave no paper."""
    members = _members((place.dump, paper) for paper in papers for place in paper.provenance)
    names = sorted(reading.dump.name for reading in readings)
    for name, slug in zip(names, unique_slugs(name.removesuffix(".txt") for name in names), strict=True):
        yield Term(slug=slug, label=name, papers=members.get(name, ()))


def unique_slugs(labels: Iterable[str]) -> tuple[str, ...]:
    """A slug for each label; where one is empty, reserved or taken it gets six digits of the label's digest."""
    slugs: dict[str, None] = {}
    for label in labels:
        slugs[free_slug(slug_of(label), slugs, partial(_digest, label), otherwise="term")] = None
    return tuple(slugs)


def _digest(label: str) -> str:
    return hashlib.sha256(label.encode()).hexdigest()


def _members(pairs: Iterable[tuple[str, Paper]]) -> dict[str, tuple[str, ...]]:
    members: dict[str, dict[str, None]] = defaultdict(dict)
    for key, paper in pairs:
        members[key][paper.id] = None
    return {key: tuple(ids) for key, ids in members.items()}

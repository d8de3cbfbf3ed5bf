"""Make the files that filters need for a list of made-up papers, without its pages and its index of words.

    python benchmarks/lists/made_columns.py OUT [PAPERS]

The same number gives the same papers: 32 topics, authors of whom few write much and most one paper, some thousand
organizations, dates of which some are partial, scores, ratings and statuses.
"""

import datetime
import random
import sys
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.config import Config, TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.paper import Catalogue, Paper
from sitegen.search.column_parts import column_parts
from sitegen.search.documents import Document
from sitegen.search.parts import generation_of, manifest_artifact, part_artifact
from sitegen.search.sharded import FORMAT
from sitegen.search.store_parts import store_parts
from sitegen.site.assets import fingerprint_assets
from sitegen.site.lookups import Lookups, make_lookups
from sitegen.taxonomy.taxonomies import name_terms
from sitegen.taxonomy.terms import Taxonomy, Term

Value = TypeVar("Value")

PAPERS = 100_000
TOPICS = 32
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo xu ya".split()


def word(draw: random.Random, syllables: int) -> str:
    """A word that is none."""
    return "".join(draw.choices(SYLLABLES, k=syllables))


def paper(draw: random.Random, number: int, count: int) -> Paper:
    """One paper; names are drawn so that the first of them come up much more often than the others."""
    names = [
        f"{SYLLABLES[place % len(SYLLABLES)].title()} Made{place}" for place in _places(draw, count, draw.randint(1, 6))
    ]
    organizations = [f"Lab {place}" for place in _places(draw, max(20, count // 40), draw.randrange(3))]
    year, month = _or_none(draw, 20, draw.randint(1998, 2026)), _or_none(draw, 10, draw.randint(1, 12))
    return Paper(
        id=f"{word(draw, 4)}-{number}",
        title=" ".join(word(draw, draw.randint(1, 4)) for _ in range(draw.randint(4, 11))).capitalize(),
        authors=tuple(dict.fromkeys(names)),
        organizations=tuple(dict.fromkeys(organizations)),
        topics=tuple(f"topic-{each}" for each in draw.sample(range(TOPICS), draw.randint(0, 3))),
        date=PartialDate(year=year, month=month, day=draw.randint(1, 28) if month else None),
        score=_or_none(draw, 3, round(draw.uniform(30, 100), 1)),
        rating=draw.choice((None, None, None, 1, 2, 3, 4, 5)),
        status=draw.choice((None, None, None, *Status)),
        has_code=not draw.randrange(3),
        added=datetime.date(2024, 1, 1) + datetime.timedelta(days=draw.randrange(400)),
    )


def _or_none(draw: random.Random, one_in: int, value: Value) -> Value | None:
    """The value, but None for one paper in so many."""
    return value if draw.randrange(one_in) else None


def _places(draw: random.Random, count: int, size: int) -> list[int]:
    return [int(count * 2 * draw.random() ** 3) for _ in range(size)]


def lookups_of(papers: tuple[Paper, ...]) -> Lookups:
    """The lookups of a list of these papers."""
    members: dict[str, list[str]] = {}
    for each in papers:
        for topic in each.topics:
            members.setdefault(topic, []).append(each.id)
    topics = tuple(
        Term(slug=f"topic-{place}", label=f"Topic {place}", papers=tuple(members[f"topic-{place}"]), number=place)
        for place in range(TOPICS)
    )
    authors = tuple(name_terms((name, each) for each in papers for name in each.authors))
    organizations = tuple(name_terms((name, each) for each in papers for name in each.organizations))
    return make_lookups(
        config=Config(title="Made"),
        catalogue=Catalogue(papers=papers, record_count=0),
        taxonomies=(
            Taxonomy(kind=TaxonomyKind.TOPICS, label="Topics", singular="Topic", terms=topics),
            Taxonomy(kind=TaxonomyKind.AUTHORS, label="Authors", singular="Author", terms=authors),
            Taxonomy(
                kind=TaxonomyKind.ORGANIZATIONS, label="Organizations", singular="Organization", terms=organizations
            ),
        ),
        readings=(),
        free_pages=(),
        topic_matches={},
        assets=fingerprint_assets({}),
    )


def main(out: Path, count: int) -> None:
    """Write the manifest and the parts."""
    papers = tuple(paper(random.Random(number), number, count) for number in range(count))  # noqa: S311 -- no secret
    empty = dict.fromkeys(("authors", "topics", "organizations", "abstract", "notes"), "")
    documents = tuple(Document(ref=each.id, title=each.title, **empty) for each in papers)
    lookups = lookups_of(papers)
    store, cards = store_parts(lookups, documents)
    columns, parts = column_parts(lookups, documents)
    entries = {"format": FORMAT, "count": count, **store, **columns}
    generation = generation_of(entries, (*cards, *parts))
    for artifact in (
        manifest_artifact(entries, generation),
        *(part_artifact(part, generation) for part in (*cards, *parts)),
    ):
        path = out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PAPERS)  # noqa: PLR2004 -- the second argument

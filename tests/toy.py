"""A small list of made-up works by made-up people, in which every field of every value is used at least once.

Plain functions, so that any test may take a part and change it with `dataclasses.replace`.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sitegen.config import Config, TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.dump import Dump, DumpMetadata, LineUse, ListingHeader, Reading, Record
from sitegen.model.note import FreePage, Status
from sitegen.model.paper import (
    Arrival,
    Catalogue,
    FieldSource,
    History,
    NearMiss,
    Origin,
    Paper,
    Provenance,
    Revision,
    ScoreReading,
)
from sitegen.model.problems import Location, Problem, Severity
from sitegen.site.assets import Assets, fingerprint_assets
from sitegen.site.lookups import Lookups, make_lookups
from sitegen.site.pages import Page, Site
from sitegen.site.plan import plan_site
from sitegen.site.scripts import PIECES
from sitegen.taxonomy.terms import PhraseMatch, Taxonomy, Term, TopicMatch

AUTHOR_DUMP = "000_author.txt"
LISTING_DUMP = "001_listing.txt"
EMPTY_DUMP = "002_empty.txt"
HOSTILE_TITLE = 'A <script>alert("title")</script> & Other <b>Attacks</b>'


def full_paper() -> Paper:
    """A paper of which everything is known."""
    return Paper(
        id="bounded-lanterns-under-shifting-light",
        title=r"Bounded Lanterns under $\ell_\infty$ Shifting Light",
        authors=("Ada Quill", "Bruno Ferrante-Lund", "Chén Ōyama"),
        abstract=r"We bound how far a lantern drifts, by $\epsilon \le 0.1$ at most, and show that the bound is tight.",
        date=PartialDate(year=2024, month=5, day=29),
        date_text="May 29, 2024",
        venue="Workshop on Toy Optics 2024",
        subject="cs.LG",
        subject_text="LG",
        organizations=("lantern-lab", "Institute of Toys"),
        arxiv_id="2405.00001",
        doi="10.9999/toy.1",
        urls=("https://arxiv.org/abs/2405.00001", "https://example.org/lanterns"),
        has_code=True,
        code_urls=("https://github.com/example/lanterns", "https://codeberg.org/example/lanterns"),
        score=97.5,
        scores=(
            ScoreReading(91, AUTHOR_DUMP, datetime.date(2024, 6, 1)),
            ScoreReading(93.25, AUTHOR_DUMP, None),
            ScoreReading(97.5, AUTHOR_DUMP, datetime.date(2024, 7, 1)),
        ),
        upvotes=65,
        comments=3,
        github_stars=1320,
        submitted_by="quill",
        topics=("lanterns", "shadows"),
        status=Status.READ,
        rating=4,
        added=datetime.date(2024, 8, 1),
        finished=datetime.date(2024, 8, 9),
        aliases=("bounded-lanterns",),
        note="The bound is **tight**.\n\n- first\n- second\n",
        note_file="content/papers/bounded-lanterns.md",
        provenance=(Provenance(AUTHOR_DUMP, 3), Provenance(LISTING_DUMP, 5)),
        field_sources=(
            FieldSource("abstract", Origin.PRINTED, AUTHOR_DUMP, 5),
            FieldSource("authors", Origin.PRINTED, AUTHOR_DUMP, 4),
            FieldSource("date", Origin.PRINTED, AUTHOR_DUMP, 3),
            FieldSource("title", Origin.PRINTED, AUTHOR_DUMP, 4),
            FieldSource("title", Origin.PRINTED, LISTING_DUMP, 5),
            FieldSource("topics", Origin.INFERRED, AUTHOR_DUMP, 3),
            FieldSource("venue", Origin.NOTE, "content/papers/bounded-lanterns.md", 4),
        ),
    )


def bare_paper() -> Paper:
    """A paper of which only the title is known."""
    return Paper(id="only-a-title", title="Only a Title", provenance=(Provenance(LISTING_DUMP, 9),))


def toy_papers() -> tuple[Paper, ...]:
    """Papers in all the states that a page must bear, in catalogue order."""
    return (
        full_paper(),
        Paper(
            id="a-guess-at-the-year",
            title="A Guess at the Year",
            authors=("Ada Quill",),
            authors_truncated=True,
            byline_confidence=0.31,
            abstract="Shadows are guessed at first.\n\nThen they are measured.",
            date=PartialDate(year=2025, month=4, day=14),
            date_text="Apr 14",
            date_inferred=True,
            subject="CX",
            subject_text="CX",
            score=88.0,
            scores=(ScoreReading(88, AUTHOR_DUMP, None),),
            topics=("shadows",),
            provenance=(Provenance(AUTHOR_DUMP, 6),),
            field_sources=(FieldSource("date", Origin.INFERRED, AUTHOR_DUMP, 6),),
        ),
        bare_paper(),
        Paper(
            id="no-year-is-printed",
            title="No Year Is Printed",
            author_count=12,
            abstract="One line stands for the whole.",
            is_summary=True,
            date=PartialDate(month=2, day=29),
            date_text="Feb 29",
            urls=("javascript:alert(1)", "https://example.org/no-year"),
            status=Status.READING,
            provenance=(Provenance(LISTING_DUMP, 11),),
        ),
        Paper(
            id="a-script-alert-title",
            title=HOSTILE_TITLE,
            authors=("Eve <i>O'Tag</i>", "Bruno Ferrante Lund"),
            abstract='<img src=x onerror="alert(1)"> stays text.',
            date=PartialDate(year=2024, month=5),
            organizations=("<u>Lab</u>",),
            venue="<em>Venue</em>",
            submitted_by="<s>eve</s>",
            status=Status.TO_READ,
            provenance=(Provenance(LISTING_DUMP, 14),),
        ),
        Paper(
            id="from-a-note-alone",
            title="From a Note Alone",
            authors=("Dana Reyes",),
            abstract="Written by hand.",
            date=PartialDate(year=2019),
            topics=("lanterns",),
            status=Status.SKIPPED,
            rating=1,
            note_file="content/papers/from-a-note-alone.md",
        ),
    )


def _record(dump: str, source: str, line: int, last_line: int, title: str) -> Record:
    return Record(dump=dump, source=source, line=line, last_line=last_line, text=(title,), title=title)


def toy_readings() -> tuple[Reading, ...]:
    """Three dumps: an author's page, a listing with a line that nobody could read, and one that holds no record."""
    author = Dump(
        name=AUTHOR_DUMP,
        file=f"content/dumps/{AUTHOR_DUMP}",
        lines=("Ada Quill", "h-index57", "", "", "", "", "", ""),
        metadata=DumpMetadata(
            source="scholar-feed",
            captured=datetime.date(2024, 7, 1),
            url="https://example.org/quill",
            query="lanterns",
        ),
    )
    listing = Dump(name=LISTING_DUMP, file=f"content/dumps/{LISTING_DUMP}", lines=("Daily Papers",) * 20)
    empty = Dump(name=EMPTY_DUMP, file=f"content/dumps/{EMPTY_DUMP}", lines=("Submitted by quill",))
    unread = Problem(Location(listing.file, 19), "unread-line", "no reader understands this line", Severity.WARNING)
    return (
        Reading(
            dump=author,
            source="scholar-feed",
            header=ListingHeader(title="Ada Quill", facts=(("h-index", "57"), ("papers", "10"))),
            records=(
                _record(AUTHOR_DUMP, "scholar-feed", 3, 5, full_paper().title),
                _record(AUTHOR_DUMP, "scholar-feed", 6, 8, "A Guess at the Year"),
            ),
            uses=((1, LineUse.CHROME), (2, LineUse.CHROME)),
            problems=(),
        ),
        Reading(
            dump=listing,
            source="huggingface-papers",
            header=ListingHeader(title="Daily Papers", date_text="Jun 3", query="lantern"),
            records=(
                _record(LISTING_DUMP, "huggingface-papers", 5, 8, "Bounded Lanterns under …"),
                _record(LISTING_DUMP, "huggingface-papers", 9, 9, "Only a Title"),
                _record(LISTING_DUMP, "huggingface-papers", 11, 13, "No Year Is Printed"),
                _record(LISTING_DUMP, "huggingface-papers", 14, 17, HOSTILE_TITLE),
            ),
            uses=((19, LineUse.UNREAD),),
            problems=(unread,),
        ),
        Reading(dump=empty, source="huggingface-papers", header=ListingHeader(), records=(), uses=(), problems=()),
    )


def toy_history() -> History:
    """Six records as they came; the listing knew a paper already, and made its title whole and its abstract another."""
    after = full_paper()
    before = replace(after, title="Bounded Lanterns under …", abstract="We bound how far a lantern drifts.", score=None)
    revision = Revision(dump=LISTING_DUMP, fields=("title", "abstract", "score"), before=before, after=after)
    return History(arrivals=arrivals_of(toy_papers()), revisions=(revision,))


def arrivals_of(papers: Iterable[Paper]) -> tuple[Arrival, ...]:
    """The records of papers as they came."""
    return tuple(
        Arrival(dump=place.dump, line=place.line, paper=paper.id, reason="the same title" if later else "")
        for paper in papers
        for later, place in enumerate(paper.provenance)
    )


def toy_catalogue() -> Catalogue:
    """The papers with a near miss and a problem of their own."""
    papers = toy_papers()
    return Catalogue(
        papers=papers,
        record_count=6,
        near_misses=(
            NearMiss(
                papers=(papers[0].id, papers[2].id),
                titles=(papers[0].title, papers[2].title),
                reason="titles that differ by a few characters",
                location=Location(LISTING_DUMP, 9),
            ),
        ),
        problems=(Problem(Location("content/papers/lost.md", 2), "unknown-id", "no paper is called `lost`"),),
        history=toy_history(),
    )


def toy_taxonomies() -> tuple[Taxonomy, ...]:
    """Every kind of taxonomy over the toy papers."""
    full, guess, bare, no_year, hostile, noted = (paper.id for paper in toy_papers())

    def taxonomy(label: str, *terms: Term) -> Taxonomy:
        return Taxonomy(kind=TaxonomyKind(label.lower()), label=label, singular=label.removesuffix("s"), terms=terms)

    def term(slug: str, label: str, *papers: str, description: str = "", number: int = 0) -> Term:
        return Term(slug=slug, label=label, papers=papers, description=description, number=number)

    return (
        taxonomy(
            "Topics",
            term("lanterns", "lanterns", full, noted, description="Things that shine.", number=0),
            term("shadows", "shadows", full, guess, description="What lanterns throw.", number=13),
        ),
        taxonomy(
            "Authors",
            term("bruno-ferrante-lund", "Bruno Ferrante-Lund", full, hostile),
            term("eve-i-otag-i", "Eve <i>O'Tag</i>", hostile),
            term("chen-oyama", "Chén Ōyama", full),
            term("ada-quill", "Ada Quill", full, guess),
            term("dana-reyes", "Dana Reyes", noted),
        ),
        taxonomy(
            "Organizations",
            term("institute-of-toys", "Institute of Toys", full),
            term("lantern-lab", "lantern-lab", full),
            term("u-lab-u", "<u>Lab</u>", hostile),
        ),
        taxonomy(
            "Subjects",
            term("cs-lg", "cs.LG", full, description="Machine Learning"),
            term("cx", "CX", guess),
        ),
        taxonomy(
            "Years",
            term("2025", "2025", guess),
            term("2024", "2024", full, hostile),
            term("2019", "2019", noted),
        ),
        taxonomy(
            "Dumps",
            term("000-author", AUTHOR_DUMP, full, guess),
            term("001-listing", LISTING_DUMP, full, bare, no_year, hostile),
            term("002-empty", EMPTY_DUMP),
        ),
    )


def toy_free_pages() -> tuple[FreePage, ...]:
    """One page of the owner's own."""
    return (
        FreePage(
            file="content/pages/about.md",
            slug="about",
            title="About",
            description="What this list is for.",
            order=1,
            body="# Lanterns\n\nA list of *toys*.\n",
            body_line=4,
        ),
    )


def toy_matches() -> dict[str, tuple[TopicMatch, ...]]:
    """Why the toy papers have their topics."""
    phrases = (
        PhraseMatch(phrase="lantern", field="title", weight=3),
        PhraseMatch(phrase="drifts", field="abstract", weight=1.5),
    )
    return {
        full_paper().id: (
            TopicMatch(topic="lanterns", score=4.5, phrases=phrases),
            TopicMatch(topic="shadows", score=1, phrases=(PhraseMatch(phrase="light", field="title", weight=1),)),
        ),
        "from-a-note-alone": (TopicMatch(topic="lanterns", score=0, phrases=()),),
    }


def toy_assets() -> Assets:
    """Static files under the names that pages ask for."""
    names = (
        "style.css",
        "charts.css",
        "map.css",
        "map-page.js",
        "theme.js",
        "page.js",
        "keys-table.js",
        "keys-help.js",
        "offline-page.js",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
        "marks-list.js",
        "marks-menu.js",
        "marks-page.js",
        "marks-titles.js",
        "my-list.css",
        "icon.svg",
        "search-dialog.js",
        "list-open.js",
        "list-page.js",
        "search-page.js",
        "paper.js",
    )
    return fingerprint_assets({name: f"/* {name} */".encode() for name in (*names, *PIECES)})


def toy_config(**changes: Any) -> Config:
    """The settings of the toy site, with `changes`."""
    values: dict[str, Any] = {"title": "Toy List", "description": "Lanterns & shadows.", "page_size": 5, **changes}
    return Config.model_validate(values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyParts:
    """What a site is planned from, for tests that change one part."""

    config: Config
    catalogue: Catalogue
    taxonomies: tuple[Taxonomy, ...]
    readings: tuple[Reading, ...]
    free_pages: tuple[FreePage, ...]
    topic_matches: dict[str, tuple[TopicMatch, ...]]
    assets: Assets

    def site(self) -> Site:
        """The plan of the site."""
        return plan_site(self.lookups())

    def lookups(self) -> Lookups:
        """What the site is planned from, and what search needs."""
        return make_lookups(
            config=self.config,
            catalogue=self.catalogue,
            taxonomies=self.taxonomies,
            readings=self.readings,
            free_pages=self.free_pages,
            topic_matches=self.topic_matches,
            assets=self.assets,
        )


def toy_parts(**config: Any) -> ToyParts:
    """The parts of the toy site, with changes to its settings."""
    return ToyParts(
        config=toy_config(**config),
        catalogue=toy_catalogue(),
        taxonomies=toy_taxonomies(),
        readings=toy_readings(),
        free_pages=toy_free_pages(),
        topic_matches=toy_matches(),
        assets=toy_assets(),
    )


def toy_site(**config: Any) -> Site:
    """The toy site as planned, with changes to its settings."""
    return toy_parts(**config).site()


def page_at(site: Site, path: str) -> Page:
    """The page that stands at a path."""
    return next(page for page in site.pages if page.path == path)

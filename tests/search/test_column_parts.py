"""Filters, counts and order by date: written in Python, read in JavaScript, held against a plain count of papers."""

import json
import random
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.note import Status
from sitegen.model.paper import Catalogue, Paper
from sitegen.model.text import fold_text
from sitegen.search.column_parts import column_parts
from sitegen.search.documents import Document
from sitegen.search.store_parts import store_parts
from sitegen.site.lookups import Lookups
from sitegen.taxonomy.taxonomies import name_terms
from sitegen.taxonomy.terms import Taxonomy, Term
from tests.search.scripts import HERE
from tests.toy import toy_parts

# Sizes so small that each column has several parts.
PER = 100
TIER = 120
WRITERS = 40
SHOWN_AUTHORS = 12

TOPICS = ("lanterns", "shadows", "mirrors", "prisms")
NAMES = tuple(
    f"{first} {last}" for last in "Quill Ångström O'Dell Reyes".split() for first in "Ada Bo Cy Di Ed".split()
)
ORGANIZATIONS = ("Harbour Lab", "Timber Works", "Öre Institute")
PAPERS = 660

Filters = Mapping[str, Any]
Ask = Callable[..., dict[str, Any]]


def one_date(draw: random.Random) -> PartialDate | None:
    """A date of which anything may be missing."""
    year, month, day = (
        draw.choice((None, 1687, 2021, 2022, 2024)),
        draw.choice((None, 1, 5, 12)),
        draw.choice((None, 1, 31)),
    )
    return PartialDate(year=year, month=month, day=day if month else None) if draw.random() < 0.9 else None


def one_paper(draw: random.Random, number: int) -> Paper:
    """A paper of anything; some names write much more than others, and many papers have one that wrote nothing else."""
    often = draw.choices(NAMES, weights=range(1, len(NAMES) + 1), k=draw.randrange(4))
    seldom = [f"Solo {number}"] if draw.random() < 0.5 else []
    return Paper(
        id=f"paper-{number}",
        title=f"{draw.choice(('A', 'b', 'Ç', 'É'))} {number}",
        authors=tuple(dict.fromkeys((*often, *seldom))),
        date=one_date(draw),
        topics=tuple(draw.sample(TOPICS, draw.randrange(4))),
        status=draw.choice((None, *Status)),
        rating=draw.choice((None, 1, 3, 5)),
        has_code=draw.random() < 0.3,
        organizations=tuple(draw.sample(ORGANIZATIONS, draw.randrange(3))),
        score=draw.choice((None, 0.0, 69.9, 70.0, 95.25, 99.5)),
        added=draw.choice((None, date(2024, 5, 1), date(2025, 1, 31), date(2023, 12, 24))),
        is_summary=draw.random() < 0.5,
        star=draw.random() < 0.2,
    )


def lookups_of(papers: tuple[Paper, ...], *, kinds: Sequence[TaxonomyKind] = tuple(TaxonomyKind)) -> Lookups:
    """The lookups of a list of these papers that shows these kinds."""
    topics = [
        Term(
            slug=slug,
            label=slug.title(),
            papers=tuple(paper.id for paper in papers if slug in paper.topics),
            number=place,
        )
        for place, slug in enumerate(TOPICS)
    ]
    authors = name_terms((name, paper) for paper in papers for name in paper.authors)
    places = name_terms((name, paper) for paper in papers for name in paper.organizations)
    taxonomies = (
        Taxonomy(kind=TaxonomyKind.ORGANIZATIONS, label="Organizations", singular="Organization", terms=tuple(places)),
        Taxonomy(kind=TaxonomyKind.TOPICS, label="Topics", singular="Topic", terms=tuple(topics)),
        Taxonomy(kind=TaxonomyKind.AUTHORS, label="Authors", singular="Author", terms=tuple(authors)),
    )
    parts = toy_parts(taxonomies=list(kinds))
    catalogue = Catalogue(papers=papers, record_count=len(papers))
    return replace(parts, catalogue=catalogue, taxonomies=taxonomies).lookups()


def documents_of(papers: Sequence[Paper]) -> tuple[Document, ...]:
    """Documents of which only the order counts here."""
    empty = dict.fromkeys(("authors", "topics", "organizations", "abstract", "notes"), "")
    return tuple(Document(ref=paper.id, title=paper.title, **empty) for paper in papers)


PAPERS_OF_THE_LIST = tuple(one_paper(random.Random(number), number) for number in range(PAPERS))  # noqa: S311 -- no secret
LOOKUPS = lookups_of(PAPERS_OF_THE_LIST)
SLUGS = {term.label: term.slug for term in LOOKUPS.taxonomies[TaxonomyKind.AUTHORS].terms}
BY_SLUG = {slug: name for name, slug in SLUGS.items()}
ORGANIZATION_SLUGS = {term.slug: term.label for term in LOOKUPS.taxonomies[TaxonomyKind.ORGANIZATIONS].terms}
# What a visitor has marked: a status or None, and a star; by id, one that is not in the list too.
MARKS: dict[str, tuple[str | None, bool | None]] = {
    **{
        f"paper-{number}": (("read", "to-read", None)[number % 3], (True, False, None)[number % 5 % 3])
        for number in range(0, PAPERS, 7)
    },
    "gone": ("read", True),
}
GIVEN_MARKS = {"stamp": 1, "list": [[paper, *mark] for paper, mark in MARKS.items()]}
WRITTEN = Counter(name for paper in PAPERS_OF_THE_LIST for name in paper.authors)


def site_files(
    lookups: Lookups, papers: Sequence[Paper], *, tier_size: int = TIER, writers: int = WRITERS
) -> dict[str, Any]:
    """What the client gets: the manifest and all parts."""
    documents = documents_of(papers)
    store, held = store_parts(lookups, documents)
    entries, parts = column_parts(lookups, documents, per=PER, tier_size=tier_size, writers=writers)
    return {
        "manifest": {"count": len(documents), **store, **entries},
        "parts": {part.name: part.payload for part in (*parts, *(each for each in held if each.name.startswith("r")))},
    }


@pytest.fixture(scope="module")
def answering(node: str) -> Iterator[Callable[[dict[str, Any]], Ask]]:
    """A function that opens a site's files and gives a function that asks for their columns."""
    running = []

    def open_files(files: dict[str, Any]) -> Ask:
        process = subprocess.Popen(  # noqa: S603 -- our own script, under the Node that the run names
            [node, str(HERE / "columns.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(process)
        questions, answers = process.stdin, process.stdout
        assert questions is not None
        assert answers is not None
        questions.write(json.dumps(files) + "\n")

        def ask(docs: Sequence[int] | None = None, *, late: bool = False, **question: Any) -> dict[str, Any]:
            questions.write(json.dumps({"docs": docs, "late": late, **question}) + "\n")
            questions.flush()
            line = answers.readline()
            assert line, "the script ended before it answered"
            answer: dict[str, Any] = json.loads(line)
            return answer

        return ask

    yield open_files
    for process in running:
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def ask(answering: Callable[[dict[str, Any]], Ask]) -> Ask:
    """Questions about the large list."""
    return answering(site_files(LOOKUPS, PAPERS_OF_THE_LIST))


def year_of(paper: Paper) -> int | None:
    """The year, if it is known."""
    return paper.date.year if paper.date else None


def fits(paper: Paper, filters: Filters, *, but: str = "") -> bool:
    """Whether a paper passes the filters, leaving out those of one facet: the plain definition."""
    topics, authors, states = filters.get("topic"), filters.get("author"), filters.get("status")
    first, last = filters.get("years") or (None, None)
    year, undated = year_of(paper), bool(filters.get("undated"))
    bounded = first is not None or last is not None
    in_years = undated if year is None else bounded and (first or 0) <= year <= (last or 9999)
    least, unscored, stars = filters.get("scores"), filters.get("unscored"), filters.get("ratings")
    in_scores = unscored if paper.score is None else least is not None and least[0] <= paper.score <= (least[1] or 100)
    wanted = (
        set(topics or ()) <= set(paper.topics) if filters.get("all") else bool(set(topics or ()) & set(paper.topics))
    )
    own = MARKS.get(paper.id, (None, None)) if filters.get("marked") else (None, None)
    starred = paper.star if own[1] is None else own[1]
    status = (own[0] if own[0] is not None else paper.status) or "none"
    return (
        ((but == "topics" and not filters.get("all")) or not topics or wanted)
        and not set(filters.get("not", ())) & set(paper.topics)
        and (not filters.get("code") or filters["code"] == ("yes" if paper.has_code else "no"))
        and (but == "scores" or not (least or unscored) or bool(in_scores))
        and (but == "ratings" or not stars or (paper.rating or 0) >= stars[0])
        and (
            but == "organizations"
            or not filters.get("organization")
            or bool({ORGANIZATION_SLUGS[slug] for slug in filters["organization"]} & set(paper.organizations))
        )
        and (not filters.get("star") or starred)
        and (not filters.get("unread") or status not in {"read", "skipped"})
        and (but == "authors" or not authors or bool({BY_SLUG[slug] for slug in authors} & set(paper.authors)))
        and (but == "states" or not states or status in states)
        and (but == "years" or not (bounded or undated) or in_years)
    )


def counted(
    docs: Sequence[int], filters: Filters, facet: str, values: Callable[[Paper], Sequence[Any]]
) -> Counter[Any]:
    """How often each value of a facet stands among the documents that pass all other filters."""
    papers = [PAPERS_OF_THE_LIST[doc] for doc in docs]
    return Counter(value for paper in papers if fits(paper, filters, but=facet) for value in values(paper))


def expected_authors(docs: Sequence[int], filters: Filters) -> list[tuple[str, int]]:
    """The most frequent authors, then those that are chosen: the slug and the count of each."""
    found = counted(docs, filters, "authors", lambda paper: paper.authors)
    order = sorted(found, key=lambda name: (-found[name], -WRITTEN[name], name, SLUGS[name]))[:SHOWN_AUTHORS]
    chosen = dict.fromkeys(BY_SLUG[slug] for slug in filters.get("author", ()))
    return [(SLUGS[name], found[name]) for name in (*order, *(name for name in chosen if name not in order))]


def counts(answer: dict[str, Any], facet: str) -> dict[str, int]:
    """The choices of a facet that have papers, with their counts."""
    return {each["slug"]: each["count"] for each in answer["count"][facet] if each["count"]}


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "topic": st.lists(st.sampled_from(TOPICS), max_size=3),
        "author": st.lists(st.sampled_from(sorted(BY_SLUG)), max_size=3, unique=True),
        "status": st.lists(st.sampled_from(("none", *Status)), max_size=3),
        "years": st.sampled_from([(2021, 2022), (2022, 2022), (None, 2021), (2024, None), (None, None), (1900, 2000)]),
        "undated": st.booleans(),
        "all": st.booleans(),
        "not": st.lists(st.sampled_from(TOPICS), max_size=2, unique=True),
        "code": st.sampled_from(("yes", "no")),
        "scores": st.sampled_from([(70, None), (69.9, 95), (95.25, 95.25)]),
        "unscored": st.booleans(),
        "ratings": st.sampled_from([(1, None), (3, None), (5, None)]),
        "organization": st.lists(st.sampled_from(sorted(ORGANIZATION_SLUGS)), max_size=2, unique=True),
        "unread": st.booleans(),
    },
)
NUMBERS = st.lists(st.integers(0, PAPERS - 1), unique=True, max_size=80)
DOCUMENTS = st.one_of(
    NUMBERS,
    NUMBERS.map(lambda docs: [doc for doc in docs if doc < 4 * WRITERS]),
    st.permutations(range(PAPERS)).map(lambda docs: docs[:400]),
)


@settings(max_examples=60)
@given(docs=DOCUMENTS, filters=FILTERS)
def test_counts_are_those_of_a_plain_count(ask: Ask, docs: list[int], filters: Filters) -> None:
    """Every count is the number of papers that have the value and pass all filters of the other facets."""
    answer = ask(docs, filters=filters)
    assert counts(answer, "topics") == counted(docs, filters, "topics", lambda paper: paper.topics)
    assert counts(answer, "states") == counted(docs, filters, "states", lambda paper: (paper.status or "none",))
    assert counts(answer, "years") == counted(docs, filters, "years", lambda paper: (str(year_of(paper) or "none"),))
    assert [(each["slug"], each["count"]) for each in answer["count"]["authors"]] == expected_authors(docs, filters)
    more = counted(docs, filters, "organizations", lambda paper: paper.organizations)
    assert {each["label"]: each["count"] for each in answer["count"]["organizations"] if each["count"]} == more
    with_code = counted(docs, {**filters, "code": None}, "", lambda paper: ("yes" if paper.has_code else "no",))
    assert counts(answer, "code") == with_code
    assert answer["remarks"] == []


@settings(max_examples=40)
@given(docs=DOCUMENTS, filters=FILTERS)
def test_steps_count_what_they_and_all_above_would_leave(ask: Ask, docs: list[int], filters: Filters) -> None:
    """A score or a rating is offered as so much and more; papers without one are counted beside."""
    found = ask(docs, filters=filters, which=["scores", "ratings"])["count"]
    papers = [PAPERS_OF_THE_LIST[doc] for doc in docs]
    scored = [paper.score for paper in papers if fits(paper, filters, but="scores")]
    rated = [paper.rating for paper in papers if fits(paper, filters, but="ratings")]
    for values, choices in ((scored, found["scores"]), (rated, found["ratings"])):
        for choice in choices:
            least = choice["from"]
            fitting = [
                value
                for value in values
                if (value is None if least is None else (value or 0) >= least and value is not None)
            ]
            assert choice["count"] == len(fitting)
    assert not scored or {each["count"] for each in found["scores"]} > set()


@given(filters=FILTERS, star=st.booleans())
def test_marks_of_the_visitor_stand_over_those_of_the_site(ask: Ask, filters: Filters, star: bool) -> None:
    """A status that the visitor gave counts, the site's where none was given; so with stars."""
    asked = {**filters, "star": star}
    allowed = ask(filters=asked, which=[], marks=GIVEN_MARKS)["allowed"]
    expected = [int(fits(paper, {**asked, "marked": True})) for paper in PAPERS_OF_THE_LIST]
    assert (allowed or [1] * PAPERS) == expected


def test_marks_are_counted(ask: Ask) -> None:
    """With marks, starred papers and those that are not read are counted; without, there is no such choice."""
    found = ask(None, filters={}, marks=GIVEN_MARKS)["count"]
    starred, unread = ({"star": True, "marked": True}, {"unread": True, "marked": True})
    papers = PAPERS_OF_THE_LIST
    assert counts({"count": found}, "mine") == {
        "star": sum(fits(paper, starred) for paper in papers),
        "unread": sum(fits(paper, unread) for paper in papers),
    }
    assert counts(ask(None, filters={}), "mine") == {
        "star": sum(paper.star for paper in papers),
        "unread": sum(paper.status not in {"read", "skipped"} for paper in papers),
    }
    plain, marked = (ask(None, which=["topics"], filters={}, marks=marks)["counted"] for marks in (None, GIVEN_MARKS))
    assert plain == marked == ask(None, which=["topics"], filters={})["counted"]


@given(filters=FILTERS)
def test_filters_let_through_what_fits(ask: Ask, filters: Filters) -> None:
    """A filter marks the papers that fit, and null stands for all of them."""
    allowed = ask(filters=filters, which=[])["allowed"]
    assert (allowed or [1] * PAPERS) == [int(fits(paper, filters)) for paper in PAPERS_OF_THE_LIST]


@settings(max_examples=40)
@given(docs=DOCUMENTS)
def test_order_by_date_is_stable(ask: Ask, docs: list[int]) -> None:
    """The newest come first, what is not known after what is known, and papers without a year last as they stood."""
    ordered = ask(docs, which=[])["dates"]

    def age(doc: int) -> tuple[int, int, int]:
        date = PAPERS_OF_THE_LIST[doc].date
        year, month, day = date.sort_key if date and date.year else (0, 0, 0)
        return -year, -month, -day

    assert ordered == sorted(docs, key=age)


ORDERS: Mapping[str, Callable[[Paper], Any]] = {
    "score": lambda paper: -1 if paper.score is None else paper.score,
    "rating": lambda paper: paper.rating or 0,
    "added": lambda paper: paper.added or date.min,
}


@settings(max_examples=30)
@given(docs=DOCUMENTS, order=st.sampled_from(sorted(ORDERS)))
def test_orders_are_stable(ask: Ask, docs: list[int], order: str) -> None:
    """The best score, the most stars and what came last are first; what has none is last; equals stay as they stood."""
    answer = ask(docs, which=[], sort=order)
    assert answer["sorted"] == sorted(docs, key=lambda doc: ORDERS[order](PAPERS_OF_THE_LIST[doc]), reverse=True)


@settings(max_examples=20)
@given(docs=DOCUMENTS)
def test_titles_are_in_the_order_of_their_letters(ask: Ask, docs: list[int]) -> None:
    """Case and accents do not count."""
    answer = ask(docs, which=[], sort="title")
    titles = [fold_text(PAPERS_OF_THE_LIST[doc].title) for doc in answer["sorted"]]
    assert titles == sorted(titles)
    assert sorted(answer["sorted"]) == sorted(docs)


@settings(max_examples=20)
@given(docs=DOCUMENTS)
def test_oldest_first_is_newest_first_turned_round(ask: Ask, docs: list[int]) -> None:
    """But papers without a year are last in both."""
    oldest, newest = (ask(docs, which=[], sort=order)["sorted"] for order in ("oldest", "date"))

    def dates(numbers: list[int]) -> list[tuple[int, int, int]]:
        found = (PAPERS_OF_THE_LIST[number].date for number in numbers)
        return [each.sort_key for each in found if each and each.year]

    assert dates(oldest) == dates(newest)[::-1]
    assert [year_of(PAPERS_OF_THE_LIST[doc]) is None for doc in oldest] == sorted(
        year_of(PAPERS_OF_THE_LIST[doc]) is None for doc in docs
    )


def test_rows_are_told_their_score_and_whether_their_text_is_a_summary(ask: Ask) -> None:
    """Scores come back as printed; no score is null."""
    docs = list(range(40))
    papers = [PAPERS_OF_THE_LIST[doc] for doc in docs]
    assert ask(docs, which=[], sort="date")["told"] == [
        {
            "points": None if paper.score is None else f"{paper.score:.10g}",
            "summary": paper.is_summary,
            "star": paper.star,
        }
        for paper in papers
    ]


def test_slugs_get_their_names(ask: Ask) -> None:
    """What an address names can be shown by name before anything is counted."""
    slug = next(slug for slug, name in ORGANIZATION_SLUGS.items() if name == "Öre Institute")
    labels = ask(which=[], filters={"organization": [slug], "author": ["ada-quill", "nobody"]})["labels"]
    assert labels["organizations"] == {slug: "Öre Institute"}
    assert labels["authors"] == {"ada-quill": "Ada Quill"}
    assert labels["topics"]["prisms"] == "Prisms"
    assert labels["states"]["to-read"] == "To read"


@settings(max_examples=30)
@given(docs=DOCUMENTS, filters=FILTERS)
def test_late_files_change_nothing(ask: Ask, docs: list[int], filters: Filters) -> None:
    """What is computed again when files come is what would have been computed with all of them."""
    late, there = ask(docs, filters=filters, late=True), ask(docs, filters=filters)
    keys = ("count", "allowed", "remarks", "dates")
    assert [late[key] for key in keys] == [there[key] for key in keys]
    assert set(there["asked"]) <= set(late["asked"])


def test_all_papers_are_counted_without_a_list(ask: Ask) -> None:
    """Null for the documents stands for all of them; every topic, year and state is listed in its order."""
    found = ask(None, filters={})["count"]
    assert list(found) == [
        "topics",
        "years",
        "authors",
        "organizations",
        "code",
        "scores",
        "ratings",
        "states",
        "mine",
    ]
    assert [each["slug"] for each in found["topics"]] == list(TOPICS)
    assert [each["label"] for each in found["years"]] == ["2024", "2022", "2021", "1687", ""]
    assert [each["label"] for each in found["states"]] == ["Not marked", "To read", "Reading", "Read", "Skipped"]
    assert sum(each["count"] for each in found["years"]) == PAPERS
    assert found["topics"][1] | {"count": 0} == {
        "slug": "shadows",
        "label": "Shadows",
        "count": 0,
        "chosen": False,
        "without": False,
        "href": "topics/shadows.html",
        "colour": 2,
        "shape": 2,
    }


def test_what_is_chosen_is_marked(ask: Ask) -> None:
    """A choice says whether it is chosen, years those within the range, and authors wherever they stand."""
    solo = next(
        paper for paper in PAPERS_OF_THE_LIST if paper.authors[-1:] == (f"Solo {paper.id.removeprefix('paper-')}",)
    )
    slug = SLUGS[solo.authors[-1]]
    found = ask(None, filters={"topic": ["prisms"], "years": [2021, 2023], "status": ["read"], "author": [slug]})[
        "count"
    ]
    chosen = {name: [each["slug"] for each in found[name] if each["chosen"]] for name in found}
    assert {name: slugs for name, slugs in chosen.items() if slugs} == {
        "topics": ["prisms"],
        "years": ["2022", "2021"],
        "states": ["read"],
        "authors": [slug],
    }
    assert len(found["authors"]) <= SHOWN_AUTHORS + 1


@pytest.mark.parametrize(
    ("filters", "remark"),
    [
        ({"topic": ["nothing", "prisms"]}, "No topic here is called “nothing”: this filter is left out."),
        ({"author": ["a", "zz"]}, "No author here is called “a”, “zz”: these filters are left out."),
        ({"status": ["<b>"]}, "No reading mark here is called “<b>”: this filter is left out."),
        ({"years": ["soon", 2020]}, "“soon”, “2020” are no years: this filter is left out."),
        ({"scores": ["x", 2]}, "“x”, “2” are no scores: this filter is left out."),
        ({"code": "maybe"}, "No answer on code here is called “maybe”: this filter is left out."),
        ({"organization": "o"}, "No organization here is called “o”: this filter is left out."),
    ],
)
def test_unknown_filters_are_left_out_and_said(ask: Ask, filters: Filters, remark: str) -> None:
    """A slug that the list does not know narrows nothing, and a sentence says so."""
    answer = ask(filters=filters, which=[])
    assert answer["remarks"] == [remark]
    expected = [int("prisms" in paper.topics) for paper in PAPERS_OF_THE_LIST] if "topic" in filters else None
    assert answer["allowed"] == expected


@pytest.mark.parametrize(
    ("years", "same"), [(["2021", "2022"], [2021, 2022]), ([2022, 2021], [2021, 2022]), (["", 9], [None, 9])]
)
def test_years_come_from_addresses(ask: Ask, years: list[Any], same: list[Any]) -> None:
    """Years may be texts, the later one first, or empty."""
    assert ask(filters={"years": years}, which=[])["allowed"] == ask(filters={"years": same}, which=[])["allowed"]


def test_one_slug_is_a_list_of_one(ask: Ask) -> None:
    """An address that names a thing once need not be made a list; null is nothing."""
    one = ask(filters={"topic": "prisms", "status": "read", "author": None, "years": None}, which=[])["allowed"]
    assert one == ask(filters={"topic": ["prisms"], "status": ["read"]}, which=[])["allowed"]


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ({"which": [], "filters": {}}, set()),
        ({"which": ["topics"], "filters": {}}, {"topics"}),
        ({"which": ["years"], "filters": {"status": ["read"]}}, {"years", "states"}),
        ({"which": [], "filters": {"author": ["ada-quill"]}}, {"authors-slugs", "authors", "authors-names"}),
        ({"which": ["authors"], "filters": {}}, {"authors", "authors-names"}),
    ],
)
def test_only_what_is_needed_is_loaded(ask: Ask, question: dict[str, Any], columns: set[str]) -> None:
    """A column is loaded when it is counted or filtered by, and not before."""
    assert {name.rstrip("0123456789") for name in ask(None, **question)["counted"]} == columns


def is_tier(name: str) -> bool:
    """Whether a file is a tier of authors."""
    return name.rstrip("0123456789") == "authors"


def test_authors_of_one_paper_are_not_loaded(ask: Ask) -> None:
    """For many papers the first tiers of authors are enough; for few their own authors are."""
    tiers = sum(is_tier(name) for name in site_files(LOOKUPS, PAPERS_OF_THE_LIST)["parts"])
    many, few = (ask(docs, which=["authors"], filters={})["counted"] for docs in (list(range(PAPERS)), [0, 7]))
    assert 0 < sum(is_tier(name) for name in many) < tiers - 1
    assert {name for name in few if not name.startswith("authors-names")} == {"authors-papers0"}
    assert ask([], which=["authors"], filters={})["counted"] == []


@pytest.mark.parametrize("tier_size", [1, 10_000], ids=["a tier each", "one tier"])
def test_counting_stops_only_where_nobody_can_follow(
    answering: Callable[[dict[str, Any]], Ask], tier_size: int
) -> None:
    """Who has one paper more among the hits than the last of the best comes in, though that is all they wrote."""
    often = [(f"Often {number:02}", 6) for number in range(SHOWN_AUTHORS)]
    written = [(name, place) for name, count in [*often, ("Rare", 3), ("Equal", 2)] for place in range(count)]
    papers = tuple(Paper(id=f"p-{n}", title=name, authors=(name,)) for n, (name, _) in enumerate(written))
    hits = [number for number, (_, place) in enumerate(written) if place < 2 or papers[number].title == "Rare"]
    files = site_files(lookups_of(papers), papers, tier_size=tier_size, writers=1000)
    found = answering(files)(hits, which=["authors"], filters={})["count"]["authors"]
    assert [(each["label"], each["count"]) for each in found] == [("Rare", 3), *((name, 2) for name, _ in often[:-1])]


def test_tiers_come_in_few_rounds(ask: Ask) -> None:
    """Where many tiers are needed they are not loaded one by one."""
    docs = list(range(0, PAPERS, 9))
    answer = ask(docs, which=["authors"], filters={}, late=True)
    tiers = sum(is_tier(name) for name in answer["counted"])
    assert tiers > 4
    assert answer["rounds"] < tiers


def test_a_small_site_has_what_tells_papers_apart(answering: Callable[[dict[str, Any]], Ask]) -> None:
    """Without dates, marks or authors pages there are no such choices, and asking for them says why."""
    papers = (Paper(id="a", title="A", topics=("prisms",), authors=("Ada Quill",)), Paper(id="b", title="B"))
    lookups = lookups_of(papers, kinds=[TaxonomyKind.TOPICS])
    ask = answering(site_files(lookups, papers))
    answer = ask([1, 0], filters={"author": ["ada-quill"], "status": ["read"], "years": [2020, None], "undated": True})
    assert list(answer["count"]) == ["topics"]
    assert answer["remarks"] == [
        "No paper here has a year: this filter is left out.",
        "No reading mark here is called “read”: this filter is left out.",
        "No author here is called “ada-quill”: this filter is left out.",
    ]
    assert answer["allowed"] is None
    assert answer["dates"] == [1, 0]


def test_an_empty_list_has_empty_columns(answering: Callable[[dict[str, Any]], Ask]) -> None:
    """Without papers nothing is loaded and nothing fails."""
    files = site_files(lookups_of(()), ())
    assert files["parts"] == {}
    answer = answering(files)([], filters={"topic": ["prisms"], "years": [2020, None]})
    assert (answer["count"], answer["allowed"], answer["dates"]) == ({}, [], [])


def test_the_order_of_the_catalogue_changes_nothing() -> None:
    """The same documents give the same bytes, in whatever order the catalogue and its terms have them."""
    turned = lookups_of(PAPERS_OF_THE_LIST[::-1])
    assert site_files(turned, PAPERS_OF_THE_LIST) == site_files(LOOKUPS, PAPERS_OF_THE_LIST)

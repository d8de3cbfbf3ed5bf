"""Lists: their order, their rows, and what an index divides by."""

import dataclasses
import itertools

from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.site.chips import topic_view
from sitegen.site.company import company_sentence
from sitegen.site.index_order import LETTERS_FROM, index_slices
from sitegen.site.indexes import IndexView, make_index_view
from sitegen.site.lookups import reading_order
from sitegen.site.narrowing import make_narrowing
from sitegen.site.papers_list import PapersView, order_sentence
from sitegen.site.rows import ROW_SUMMARY, byline, row_view
from sitegen.site.terms import FIRST_NEIGHBOURS, TermView
from sitegen.site.years_active import HEIGHT, MOST_COLUMNS, year_columns
from sitegen.taxonomy.taxonomies import build_taxonomies
from sitegen.taxonomy.terms import Taxonomy, Term
from sitegen.taxonomy.topic_rules import TopicRules
from tests.toy import bare_paper, full_paper, page_at, toy_parts, toy_site

LOOKUPS = toy_site().lookups


NO_RULES = TopicRules(file="topics.yaml", threshold=1, mentions=1, topics=())


def test_the_newest_come_first_and_the_undated_last() -> None:
    """An exact date comes before its month alone, a year before no year, a day without a year before nothing."""
    dates = [
        None,
        PartialDate(month=3, day=1),
        PartialDate(year=2020),
        PartialDate(year=2024, month=5),
        PartialDate(year=2024, month=5, day=1),
        PartialDate(year=2025),
    ]
    papers = [Paper(id=str(place), title="T", date=date) for place, date in enumerate(dates)]
    assert [paper.id for paper in reading_order(papers)] == ["5", "4", "3", "2", "1", "0"]


@given(st.lists(st.sampled_from([None, PartialDate(year=2020), PartialDate(month=1)]), max_size=8))
def test_papers_of_one_day_keep_their_order(dates: list[PartialDate | None]) -> None:
    """The order of the catalogue decides between papers that no date tells apart."""
    papers = [Paper(id=str(place), title="T", date=date) for place, date in enumerate(dates)]
    ordered = reading_order(papers)
    for date in set(dates):
        ids = [paper.id for paper in ordered if paper.date == date]
        assert ids == sorted(ids, key=int)


def test_a_list_says_how_it_is_sorted() -> None:
    """Readers are told what comes last, and why."""
    assert order_sentence(2, 0) == "Newest first."
    assert order_sentence(2, 1).startswith("Newest first; 1 paper without a year at the end")
    assert (order_sentence(1, 1), order_sentence(0, 0)) == ("", "")
    assert order_sentence(2, 2).startswith("No date is known")


def test_a_row_names_some_authors_and_counts_the_rest() -> None:
    """Long bylines are cut with a count, of two or more; a printed `et al.` stays one, a bare count a count."""
    many = dataclasses.replace(bare_paper(), authors=tuple(f"Author {letter}" for letter in "ABCDEFGHIJ"))
    line = byline(many)
    assert line is not None
    assert line.endswith("Author H and 2 more")
    assert byline(dataclasses.replace(many, authors=("Ada Quill",), authors_truncated=True)) == "Ada Quill et\u00a0al."
    one_left = byline(dataclasses.replace(many, authors=many.authors[:9]))
    assert one_left is not None
    assert one_left.endswith("Author H, Author I")
    assert byline(dataclasses.replace(bare_paper(), author_count=1)) == "1 author"
    assert byline(bare_paper()) is None


def test_a_row_shows_a_summary_but_no_abstract() -> None:
    """One line that stands for the whole fits in a list; an abstract does not."""
    assert row_view(LOOKUPS, LOOKUPS.papers["no-year-is-printed"], str).summary == "One line stands for the whole."
    assert row_view(LOOKUPS, LOOKUPS.papers[full_paper().id], str).summary is None


def test_an_address_in_a_title_is_text_where_the_title_is_a_link() -> None:
    """A row's title leads to the paper, so nothing inside it leads elsewhere."""
    named = dataclasses.replace(full_paper(), title="Lanterns of https://example.org/a in a row")
    assert "href" not in row_view(LOOKUPS, named, str).title


def test_a_row_has_no_room_for_a_long_summary() -> None:
    """A summary that would have to be cut stands on the paper's own page alone."""
    for length, shown in ((ROW_SUMMARY, True), (ROW_SUMMARY + 1, False)):
        paper = dataclasses.replace(full_paper(), abstract="s" * length, is_summary=True)
        assert (row_view(LOOKUPS, paper, str).summary is not None) == shown


def test_48_topics_have_48_signs() -> None:
    """Colour and shape together tell topics apart, and neighbours differ in both."""
    views = [topic_view(Term(slug="t", label="t", papers=(), number=number), str) for number in range(48)]
    assert len({(view.colour, view.shape) for view in views}) == 48
    assert {view.colour for view in views} == set(range(1, 13))
    assert {view.shape for view in views} == set(range(1, 5))
    pairs = itertools.pairwise(views)
    assert all(one.colour != other.colour and one.shape != other.shape for one, other in pairs)


def authors(*labels: str) -> Taxonomy:
    """A taxonomy of authors with as many papers as their place says."""
    terms = tuple(
        Term(slug=f"author-{place}", label=label, papers=("p",) * place) for place, label in enumerate(labels, 1)
    )
    return Taxonomy(kind=TaxonomyKind.AUTHORS, label="Authors", singular="Author", terms=terms)


def test_authors_stand_under_the_last_word_of_their_name() -> None:
    """Accents and case do not count, names in other scripts stand at the end, and every name stands once."""
    filler = [f"Filler Mid{number:03}" for number in range(LETTERS_FROM)]
    taxonomy = authors("Zoë Ångström", "李飞飞", "Anna Bauer", "50 Cent", *filler)
    index, _ = index_slices(taxonomy)
    labels = [(section, taxonomy.terms[place].label) for section, place in index.entries]
    assert labels[0] == ("A", "Zoë Ångström")
    assert labels[1] == ("B", "Anna Bauer")
    assert labels[-1] == ("Other", "李飞飞")
    assert ("C", "50 Cent") in labels
    assert sorted(place for _, place in index.entries) == list(range(len(taxonomy.terms)))
    assert [(label, count) for label, count, _ in index.sections] == [
        ("A", 1),
        ("B", 1),
        ("C", 1),
        ("M", LETTERS_FROM),
        ("Other", 1),
    ]


@given(st.lists(st.text(min_size=1), min_size=LETTERS_FROM, max_size=LETTERS_FROM + 20))
def test_every_section_of_an_index_stands_once(labels: list[str]) -> None:
    """Whatever the names are, each stands once, and no letter comes back after another."""
    taxonomy = authors(*labels)
    index, _ = index_slices(taxonomy)
    assert sorted(place for _, place in index.entries) == list(range(len(labels)))
    runs = [label for label, _ in itertools.groupby(label for label, _ in index.entries)]
    assert runs == [label for label, _, _ in index.sections]
    assert len(runs) == len(set(runs))


def test_an_index_by_size_begins_with_the_largest() -> None:
    """Ties keep the order of the names."""
    taxonomy = authors(*(f"Ada {letter}" for letter in "ABCDEFGH"))
    _, index = index_slices(taxonomy)
    assert [taxonomy.terms[place].label[-1] for _, place in index.entries] == list("HGFEDCBA")


def test_a_short_index_has_one_order() -> None:
    """What is compared at a glance is not offered by size as well: neither the choice nor the page is there."""
    taxonomy = authors(*(f"Ada {letter}" for letter in "ABCDEFG"))
    assert [index.by_size for index in index_slices(taxonomy)] == [False]
    site = toy_site()
    paths = [page.path for page in site.pages if page.path.startswith("authors/index")]
    assert paths == ["authors/index.html"]
    view = page_at(site, "authors/index.html").make_view()
    assert isinstance(view, IndexView)
    assert view.orders == ()


def test_a_list_seen_at_a_glance_is_not_narrowed() -> None:
    """Up to three papers have neither filters nor an order to choose; for one it is not even said."""
    lookups = toy_site().lookups
    assert [make_narrowing(lookups, str, {}, total) is None for total in (0, 1, 3, 4)] == [True, True, True, False]
    one = page_at(toy_site(), "authors/dana-reyes.html").make_view()
    assert isinstance(one, TermView)
    assert (one.narrowing, one.order) == (None, "")
    everything = page_at(toy_site(), "papers/index.html").make_view()
    assert isinstance(everything, PapersView)
    assert everything.narrowing is not None


def test_a_large_index_is_cut_into_pages_that_lead_to_every_letter() -> None:
    """Letters on other pages are linked with that page's address."""
    labels = [f"Anna Alpha{number:05}" for number in range(2100)] + ["Zed Zulu"]
    parts = toy_parts()
    taxonomies = tuple(authors(*labels) if each.kind is TaxonomyKind.AUTHORS else each for each in parts.taxonomies)
    taxonomies = tuple(
        dataclasses.replace(each, terms=tuple(dataclasses.replace(term, papers=()) for term in each.terms))
        if each.kind is TaxonomyKind.AUTHORS
        else each
        for each in taxonomies
    )
    site = dataclasses.replace(parts, taxonomies=taxonomies).site()
    first, second, *_ = index_slices(taxonomies[1])
    view = make_index_view(site.lookups, first)
    assert [link.href for link in view.letters] == ["#letter-a", "index/page-2.html#letter-z"]
    view = make_index_view(site.lookups, second)
    assert [link.href for link in view.letters] == ["../index.html#letter-a", "#letter-z"]
    assert [section.continued for section in view.sections] == [True, False]


def test_an_author_has_co_authors_and_topics() -> None:
    """Names that share papers are linked with the number of papers shared, never the author's own."""
    view = page_at(toy_site(), "authors/bruno-ferrante-lund.html").make_view()
    assert isinstance(view, TermView)
    assert {link.label for link in view.people} == {"Ada Quill", "Chén Ōyama", "Eve <i>O'Tag</i>"}
    assert view.people_label == "Co-authors"
    assert [(topic.label, count) for topic, count in view.topics] == [("lanterns", "1"), ("shadows", "1")]
    assert [(fact.value, fact.label) for fact in view.facts] == [
        ("1", "with code"),
        ("Bruno Ferrante Lund (1), Bruno Ferrante-Lund (1)", "as printed"),
    ]


def sentence(path: str) -> str:
    """What a term's page says first, without its links."""
    view = page_at(toy_site(), path).make_view()
    assert isinstance(view, TermView)
    return "".join(words.text for words in view.sentence)


def test_a_term_is_told_in_a_sentence() -> None:
    """How many papers from when to when, on what, and with whom most often where that is more than once."""
    assert sentence("authors/bruno-ferrante-lund.html") == (
        "2 papers of 2024, on lanterns (1) and shadows (1); with 3 co-authors."
    )
    assert sentence("authors/chen-oyama.html") == (
        "1 paper of 2024, on lanterns and shadows; with 2 co-authors, Ada Quill and Bruno Ferrante-Lund."
    )
    assert sentence("topics/shadows.html") == (
        "2 papers from 2024 to 2025, also on lanterns (1); by at least 3 authors, most often Ada Quill (2)."
    )
    assert sentence("authors/dana-reyes.html") == "1 paper of 2019, on lanterns."
    view = page_at(toy_site(), "topics/shadows.html").make_view()
    assert isinstance(view, TermView)
    assert [words.href for words in view.sentence if words.href] == ["lanterns.html", "../authors/ada-quill.html"]
    assert [(link.label, link.count) for link in view.people] == [("Ada Quill", "2")]
    alone = page_at(toy_site(), "authors/chen-oyama.html").make_view()
    assert isinstance(alone, TermView)
    assert (alone.people, alone.topics) == ((), ())


def test_a_sentence_leads_only_to_pages_that_are_there() -> None:
    """Where the site shows no authors, it tells of none."""
    view = page_at(toy_site(taxonomies=["topics"]), "topics/shadows.html").make_view()
    assert isinstance(view, TermView)
    assert "".join(words.text for words in view.sentence) == "2 papers from 2024 to 2025, also on lanterns (1)."
    assert view.people == ()


def told(*papers: Paper) -> str:
    """The sentence about the topic of shadows, had it these papers."""
    topics = LOOKUPS.taxonomies[TaxonomyKind.TOPICS]
    shadows = next(term for term in topics.terms if term.slug == "shadows")
    return "".join(words.text for words in company_sentence(LOOKUPS, topics.kind, shadows, papers, str))


def test_a_sentence_claims_no_more_than_is_known() -> None:
    """Years and authors are those of the papers that have some, where others have none, and said so."""
    whole, undated = full_paper(), dataclasses.replace(full_paper(), date=None)
    unnamed = dataclasses.replace(bare_paper(), date=PartialDate(year=2020))
    assert told(whole, undated) == (
        "2 papers, often also on lanterns (2); by 3 authors, most often Ada Quill (2) and Bruno Ferrante-Lund (2). "
        "1 has a year, 2024."
    )
    assert told(whole, whole, unnamed).endswith(
        "; 2 name their authors, 3, most often Ada Quill (2) and Bruno Ferrante-Lund (2)."
    )
    assert told(whole, unnamed).startswith("2 papers from 2020 to 2024")
    assert told(bare_paper(), bare_paper()).startswith("2 papers")
    assert "year" not in told(bare_paper())


def test_many_neighbours_are_folded() -> None:
    """The first few stand in sight, the rest behind them, each once and in the same order."""
    view = page_at(toy_site(), "authors/bruno-ferrante-lund.html").make_view()
    assert isinstance(view, TermView)
    assert (len(view.people), view.more_people, view.more_topics) == (3, (), ())
    authors = tuple(f"Author {number:02}" for number in range(FIRST_NEIGHBOURS + 3))
    parts = toy_parts()
    papers = tuple(dataclasses.replace(paper, authors=authors) for paper in parts.catalogue.papers)
    catalogue = dataclasses.replace(parts.catalogue, papers=papers)
    taxonomies = build_taxonomies(catalogue, NO_RULES, (), (TaxonomyKind.AUTHORS,))
    site = dataclasses.replace(parts, catalogue=catalogue, taxonomies=taxonomies).site()
    view = page_at(site, "authors/author-00.html").make_view()
    assert isinstance(view, TermView)
    assert [link.label for link in (*view.people, *view.more_people)] == list(authors[1:])
    assert len(view.people) == FIRST_NEIGHBOURS


def of_year(year: int | None) -> Paper:
    """A paper of a year."""
    return Paper(id="p", title="P", date=PartialDate(year=year) if year else None)


def test_years_without_papers_keep_their_place() -> None:
    """Each year from the first to the last has a column; a year by itself has none to be compared with."""
    columns = year_columns([of_year(2024), of_year(2021), of_year(2021), of_year(None)])
    assert [(column.label, column.count, column.height) for column in columns] == [
        ("2021", "2", 48),
        ("2022", "0", 0),
        ("2023", "0", 0),
        ("2024", "1", 24),
    ]
    assert year_columns([of_year(2024), of_year(2024), of_year(None)]) == ()


def test_long_spans_are_cut_into_equal_steps() -> None:
    """So that the columns fit on a phone."""
    columns = year_columns([of_year(1958), of_year(2026)])
    assert [column.label for column in columns][:3] == ["1955–59", "1960–64", "1965–69"]
    assert [column.count for column in columns][:2] == ["1", "0"]


@given(st.lists(st.none() | st.integers(1, 9999)))
def test_columns_add_up(years: list[int | None]) -> None:
    """Every paper with a year is in one column, and there are never more than fit."""
    columns = year_columns([of_year(year) for year in years])
    assert len(columns) <= MOST_COLUMNS
    if columns:
        assert sum(int(column.count.replace(",", "")) for column in columns) == sum(year is not None for year in years)
        assert max(column.height for column in columns) == HEIGHT
        assert all((column.height > 0) == (column.count != "0") for column in columns)

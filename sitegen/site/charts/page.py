"""The page of charts: the list in pictures, each with its numbers beneath."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import years_of
from sitegen.site import urls
from sitegen.site.charts.months import MonthChart, month_chart
from sitegen.site.charts.ranks import RankChart, rank_chart
from sitegen.site.charts.scores import ScoreChart, score_chart
from sitegen.site.charts.topics import TopicChart, topic_chart
from sitegen.site.charts.years import YearChart, year_chart
from sitegen.site.frame import Frame, make_frame
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, number_text

_RANKED = (TaxonomyKind.TOPICS, TaxonomyKind.AUTHORS, TaxonomyKind.ORGANIZATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView:
    """All pictures of the list; those that would show nothing are None, and `missing` has a sentence for each."""

    frame: Frame
    sheet: str
    summary: str
    years: YearChart | None
    months: MonthChart | None
    topics: TopicChart | None
    scores: ScoreChart | None
    ranks: tuple[RankChart, ...]
    missing: tuple[str, ...]


def make_charts_view(lookups: Lookups) -> ChartsView:
    """The view of the page of charts."""
    href = urls.href_from(urls.CHARTS)
    papers, pages = lookups.ordered, _year_pages(lookups, href)
    years, months, scores = year_chart(papers, pages), month_chart(papers, pages), score_chart(papers, pages)
    taxonomy = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    topics = topic_chart(lookups, taxonomy.terms, href) if taxonomy else ""
    kinds = [lookups.taxonomies[kind] for kind in _RANKED if kind in lookups.taxonomies]
    ranks = [rank_chart(each, len(papers), href) for each in kinds]
    drawn = (years, months, topics, scores, *ranks)
    return ChartsView(
        frame=make_frame(lookups, urls.CHARTS, title="Charts", description=_description(lookups)),
        sheet=href(lookups.assets.path("charts.css")),
        summary=_summary(lookups),
        years=years if isinstance(years, YearChart) else None,
        months=months if isinstance(months, MonthChart) else None,
        topics=topics if isinstance(topics, TopicChart) else None,
        scores=scores if isinstance(scores, ScoreChart) else None,
        ranks=tuple(each for each in ranks if isinstance(each, RankChart)),
        missing=tuple(each for each in drawn if isinstance(each, str) and each) if papers else (),
    )


def _year_pages(lookups: Lookups, href: Href) -> dict[int, str]:
    taxonomy = lookups.taxonomies.get(TaxonomyKind.YEARS)
    terms = taxonomy.terms if taxonomy else ()
    return {int(term.label): href(urls.term_path(TaxonomyKind.YEARS, term.slug)) for term in terms}


def _description(lookups: Lookups) -> str:
    return (
        f"{count_text(len(lookups.ordered), 'paper')} in pictures: by year and month, by topic, by score and by name."
    )


def _summary(lookups: Lookups) -> str:
    """How many papers there are, from when to when, and how many of them no year is known of."""
    if not lookups.ordered:
        return "No paper yet, so there is nothing to draw."
    papers = count_text(len(lookups.ordered), "paper")
    years = years_of(lookups.ordered)
    if not years:
        return f"{papers}, none with a year. Each picture has its numbers beneath it."
    span = f"of {years[0]}" if years[0] == years[-1] else f"from {years[-1]} to {years[0]}"
    rest = len(lookups.ordered) - len(years)
    undated = f", and {number_text(rest)} without a year" if rest else ""
    told = f"{papers} {span}" if not rest else f"{count_text(len(years), 'paper')} {span}{undated}"
    return f"{told}. Each picture has its numbers beneath it."

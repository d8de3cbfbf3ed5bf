"""The map: every paper as a point near those that it resembles, and beside it the same papers as a list."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.likeness.map_fitting import WIDTH
from sitegen.markup.latex import latex_to_html
from sitegen.model.paper import Paper
from sitegen.site import urls, wording
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.frame import Frame, make_frame
from sitegen.site.lookups import Lookups
from sitegen.site.map.groups import Group, Point, map_groups
from sitegen.site.map.labels import Label, map_labels
from sitegen.site.rows import byline
from sitegen.site.urls import Href

# Up to so many papers each point is a link of the page, and each paper stands in the list beside it.
MOST_LINKED = 1000
# White around the picture, in its units.
MARGIN = 140
MOST_AUTHORS = 3
# Points of a group that have as many of their own about them are land.
_LAND, _COMPANY = 180, 4

SCRIPTS: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPointView:
    """A paper as a point and as an entry of the list, which `number` ties together."""

    number: int
    href: str
    x: int
    y: int
    title: Markup
    byline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGroupView:
    """The papers of one first topic; `topic` is None for those without, and `land` the ground on which they stand."""

    topic: TopicView | None
    slug: str
    count: str
    land: str
    points: tuple[MapPointView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map: what its picture shows (`box` is its viewBox), and the addresses of its style and scripts."""

    frame: Frame
    total: str
    box: str
    groups: tuple[MapGroupView, ...]
    labels: tuple[Label, ...]
    papers: str
    sheet: str
    scripts: tuple[str, ...]
    index: str


def make_map_view(lookups: Lookups) -> MapView:
    """The view of the map."""

    def href(target: str) -> str:
        return urls.relative_url(urls.MAP, target)

    groups = map_groups(lookups)
    total = wording.count_text(len(lookups.ordered), "paper")
    return MapView(
        frame=make_frame(lookups, urls.MAP, title="Map", description=f"{total}, each near those that it resembles."),
        total=total,
        box=f"{-MARGIN} {-MARGIN} {WIDTH + 2 * MARGIN} {lookups.map_height + 2 * MARGIN}",
        groups=tuple(_views(groups, href)),
        labels=map_labels(groups, lookups.map_height),
        papers=href(urls.papers_path()),
        sheet=href(lookups.assets.path("map.css")),
        scripts=tuple(href(lookups.assets.path(name)) for name in SCRIPTS),
        index=href(urls.SEARCH_INDEX),
    )


def _views(groups: tuple[Group, ...], href: Href) -> list[MapGroupView]:
    views, number = [], 0
    for group in groups:
        views.append(
            MapGroupView(
                topic=topic_view(group.term, href) if group.term else None,
                slug=group.term.slug if group.term else "",
                count=wording.number_text(len(group.papers)),
                land=_land(group.points) if group.term else "",
                points=tuple(
                    _point(each, point, number + place, href)
                    for place, (each, point) in enumerate(zip(group.papers, group.points, strict=True))
                ),
            )
        )
        number += len(group.papers)
    return views


def _point(paper: Paper, point: Point, number: int, href: Href) -> MapPointView:
    return MapPointView(
        number=number,
        href=href(urls.paper_path(paper.id)),
        x=point[0],
        y=point[1],
        title=latex_to_html(paper.title, links=False),
        byline=point_byline(paper),
    )


def point_byline(paper: Paper) -> str:
    """Authors and year in a line, as far as they are known."""
    date = wording.date_view(paper.date, inferred=paper.date_inferred)
    return ", ".join(part for part in (byline(paper, most=MOST_AUTHORS), date.text if date else None) if part)


def _land(points: tuple[Point, ...]) -> str:
    """A path with a dot for each point among its own; drawn broad, the dots become the ground of a region."""
    boxes = Counter((x // _LAND, y // _LAND) for x, y in points)
    dots = dict.fromkeys(
        (x // 40 * 40, y // 40 * 40)
        for x, y in points
        if sum(boxes[x // _LAND + right, y // _LAND + down] for right in (-1, 0, 1) for down in (-1, 0, 1)) > _COMPANY
    )
    return "".join(f"M{x} {y}h0" for x, y in dots)

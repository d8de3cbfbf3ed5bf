"""The map: every paper as a point near those that it resembles, and beside it the same papers as a list."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.likeness.map_fitting import WIDTH
from sitegen.markup.latex import latex_to_html
from sitegen.model.paper import Paper
from sitegen.site import urls, wording
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.frame import Frame, make_frame
from sitegen.site.lookups import Lookups
from sitegen.site.map.groups import Group, Point, map_groups, point_byline
from sitegen.site.map.labels import Label, map_labels
from sitegen.site.map.many import dots, drawn_groups, many_files
from sitegen.site.urls import Href

# Up to so many papers each point is a link of the page, and each paper stands in the list beside it.
MOST_LINKED = 1000
# White around the picture, in its units.
MARGIN = 140
# Points of a group are land where more than so many of their own stand about them, and so great a share of all.
_LAND, _COMPANY, _SHARE = 180, 4, 0.4
# Dots of land that are nearer are one.
_STEP = 40


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
    """The papers of one first topic; `topic` is None for those without, and `land` the ground on which they stand.

    In a long list there are no `points` but `dots`, a path with a corner at each, the first of which has the number
    `start`; in a short list it is the other way about. `number` is the place of the group among all.
    """

    topic: TopicView | None
    slug: str
    count: str
    land: str
    points: tuple[MapPointView, ...]
    dots: str
    start: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map: what its picture shows (`box` is its viewBox), and the addresses of its style and script.

    `drawn` says how many papers are drawn where that is not all; `files` lead to what tells them, in a long list.
    """

    frame: Frame
    total: str
    drawn: str | None
    is_linked: bool
    files: tuple[str, ...]
    named: tuple[tuple[TopicView, str], ...]
    box: str
    groups: tuple[MapGroupView, ...]
    labels: tuple[Label, ...]
    papers: str
    sheet: str
    script: str
    index: str


def make_map_view(lookups: Lookups) -> MapView:
    """The view of the map."""
    href = urls.href_from(urls.MAP)
    groups = map_groups(lookups)
    drawn = groups if is_linked(lookups) else drawn_groups(lookups, groups)
    number = sum(len(group.papers) for group in drawn)
    total = wording.count_text(len(lookups.ordered), "paper")
    return MapView(
        frame=make_frame(lookups, urls.MAP, title="Map", description=f"{total}, each near those that it resembles."),
        total=total,
        drawn=wording.number_text(number) if number < len(lookups.ordered) else None,
        is_linked=is_linked(lookups),
        files=() if is_linked(lookups) else tuple(href(file.path) for file in many_files(groups, drawn)),
        named=tuple(
            (topic_view(group.term, href), wording.number_text(len(group.papers))) for group in groups if group.term
        ),
        box=f"{-MARGIN} {-MARGIN} {WIDTH + 2 * MARGIN} {lookups.map_height + 2 * MARGIN}",
        groups=tuple(_views(groups, drawn, href, linked=is_linked(lookups))),
        labels=map_labels(groups, lookups.map_height),
        papers=href(urls.papers_path()),
        sheet=href(lookups.assets.path("map.css")),
        script=href(lookups.assets.path("map-page.js")),
        index=href(urls.SEARCH_INDEX),
    )


def is_linked(lookups: Lookups) -> bool:
    """Whether each point of the map is a link of the page."""
    return len(lookups.ordered) <= MOST_LINKED


def _views(groups: Sequence[Group], drawn: Sequence[Group], href: Href, *, linked: bool) -> Iterator[MapGroupView]:
    start = 0
    everywhere = Counter(_box(point) for shown in drawn for point in shown.points)
    for number, (group, shown) in enumerate(zip(groups, drawn, strict=True)):
        points = enumerate(zip(shown.papers, shown.points, strict=True), start)
        yield MapGroupView(
            topic=topic_view(group.term, href) if group.term else None,
            slug=group.term.slug if group.term else "",
            count=wording.number_text(len(group.papers)),
            land=_land(shown.points, everywhere) if group.term else "",
            points=tuple(_point(paper, point, place, href) for place, (paper, point) in points) if linked else (),
            dots="" if linked or not shown.points else dots(shown.points),
            start=start,
            number=number,
        )
        start += len(shown.papers)


def _point(paper: Paper, point: Point, number: int, href: Href) -> MapPointView:
    return MapPointView(
        number=number,
        href=href(urls.paper_path(paper.id)),
        x=point[0],
        y=point[1],
        title=latex_to_html(paper.title, links=False),
        byline=point_byline(paper),
    )


def _land(points: tuple[Point, ...], everywhere: Counter[Point]) -> str:
    """A path with a dot for each point among its own; drawn broad, the dots become the ground of a region."""
    boxes = Counter(map(_box, points))
    dots = dict.fromkeys(
        (x // _STEP * _STEP, y // _STEP * _STEP)
        for x, y in points
        if _about(boxes, (x, y)) > _COMPANY and _SHARE * _about(everywhere, (x, y)) <= _about(boxes, (x, y))
    )
    return "".join(f"M{x} {y}h0" for x, y in dots)


def _box(point: Point) -> Point:
    return point[0] // _LAND, point[1] // _LAND


def _about(boxes: Counter[Point], point: Point) -> int:
    column, row = _box(point)
    return sum(boxes[column + right, row + down] for right in (-1, 0, 1) for down in (-1, 0, 1))

"""The map's page: every paper once as a point and once in the list, and names that can be read."""

import dataclasses
import random
from itertools import combinations

import pytest

from sitegen.likeness.map_fitting import WIDTH
from sitegen.site import urls
from sitegen.site.alike import FEWEST_ON_MAP
from sitegen.site.lookups import Lookups
from sitegen.site.map.groups import Group, first_topic, map_groups
from sitegen.site.map.labels import SIZES, box_of, map_labels
from sitegen.site.map.page import MapView, make_map_view
from sitegen.site.pages import PageKind
from sitegen.taxonomy.terms import Term
from tests.toy import toy_parts, toy_site

SITE = toy_site()
LOOKUPS = SITE.lookups


def view(lookups: Lookups = LOOKUPS) -> MapView:
    """The map of the toy list."""
    return make_map_view(lookups)


def region(name: str, middle: tuple[int, int], count: int) -> Group:
    """A topic whose papers stand about one point."""
    draw = random.Random(name)  # noqa: S311 - a draw that can be repeated, no secret
    points = tuple((round(draw.gauss(middle[0], 90)), round(draw.gauss(middle[1], 90))) for _ in range(count))
    return Group(term=Term(slug=name, label=name, papers=()), papers=(LOOKUPS.ordered[0],) * count, points=points)


def test_every_paper_is_one_point() -> None:
    """Each paper of the list has one point with a number of its own, in the group of its first topic."""
    points = [point for group in view().groups for point in group.points]
    assert [point.number for point in points] == list(range(len(LOOKUPS.ordered)))
    assert {point.href for point in points} == {urls.paper_path(paper.id) for paper in LOOKUPS.ordered}
    for group in map_groups(LOOKUPS):
        assert {first_topic(LOOKUPS, paper) for paper in group.papers} == {group.term}


def test_a_topic_is_the_first_that_the_site_shows() -> None:
    """The order is the paper's own; a topic without a page does not count."""
    paper = next(paper for paper in LOOKUPS.ordered if len(paper.topics) > 1)
    turned = dataclasses.replace(paper, topics=("unheard-of", *paper.topics[::-1]))
    first, last = first_topic(LOOKUPS, paper), first_topic(LOOKUPS, turned)
    assert first
    assert first.slug == paper.topics[0]
    assert last
    assert last.slug == paper.topics[-1]
    assert first_topic(LOOKUPS, dataclasses.replace(paper, topics=())) is None


def test_a_list_too_short_for_a_map_has_none() -> None:
    """Then no page is planned, and nothing leads there."""
    assert len(LOOKUPS.ordered) >= FEWEST_ON_MAP
    assert [page.path for page in SITE.pages if page.kind is PageKind.MAP] == [urls.MAP]
    catalogue = dataclasses.replace(SITE.catalogue, papers=SITE.catalogue.papers[: FEWEST_ON_MAP - 1])
    short = dataclasses.replace(toy_parts(), catalogue=catalogue, taxonomies=()).site()
    assert not [page for page in short.pages if page.kind is PageKind.MAP]


@pytest.mark.parametrize("number", [4, 40])
def test_names_never_cover_each_other(number: int) -> None:
    """At each size at which names are shown they stand apart, in the picture; the greatest region has its name."""
    draw = random.Random(number)  # noqa: S311 - a draw that can be repeated, no secret
    groups = [
        region(f"{place} about lanterns and tides"[: draw.randrange(5, 28)], (draw.randrange(WIDTH), 1500), 60 - place)
        for place in range(number)
    ]
    labels = map_labels(groups, 3000)
    assert groups[0].term
    assert labels[0].text == groups[0].term.label
    for level in range(len(SIZES)):
        boxes = [box_of(label, level) for label in labels if label.level <= level]
        for one, other in combinations(boxes, 2):
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
    for label in labels:
        left, top, right, bottom = box_of(label, label.level)
        assert left >= -1
        assert top >= -1
        assert right <= WIDTH + 1
        assert bottom <= 3000 + SIZES[0]


def test_a_name_stands_at_its_region() -> None:
    """Where most of its papers are among themselves, not where a few stand among others."""
    lonely, crowd = region("lonely", (800, 800), 20), region("crowd", (3000, 2000), 60)
    strays = region("strays", (3000, 2000), 30).points
    mixed = dataclasses.replace(lonely, points=lonely.points + strays, papers=(LOOKUPS.ordered[0],) * 50)
    label = next(label for label in map_labels([crowd, mixed], 3000) if label.text == "lonely")
    assert abs(label.x - 800) < 300
    assert abs(label.y - 800) < 500


def test_a_topic_of_two_papers_is_no_region() -> None:
    """Nor are the papers without a topic."""
    nameless = dataclasses.replace(region("nameless", (100, 100), 9), term=None)
    assert map_labels([region("pair", (500, 500), 2), nameless], 3000) == ()

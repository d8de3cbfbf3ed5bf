"""The map of a long list: what its files say of points, and where they say that papers stand."""

import dataclasses
import json
import random
import re
import subprocess
from pathlib import Path

from sitegen.exports.map_files import export_map_files
from sitegen.likeness.map_fitting import WIDTH
from sitegen.model.paper import Paper
from sitegen.site import urls
from sitegen.site.lookups import Lookups
from sitegen.site.map.groups import map_groups
from sitegen.site.map.many import NAMES_A_FILE, drawn_groups, many_files
from sitegen.site.map.page import MOST_LINKED, make_map_view
from tests.toy import toy_site

ROOT = Path(__file__).parents[2]
SITE = toy_site()


def long_lookups(number: int = MOST_LINKED + 1) -> Lookups:
    """The toy list with many more papers, each somewhere on the map."""
    draw = random.Random(1)  # noqa: S311 - a draw that can be repeated, no secret
    papers = tuple(Paper(id=f"lantern-{place}", title=f"Lantern <{place}>") for place in range(number))
    return dataclasses.replace(
        SITE.lookups,
        ordered=papers,
        papers={paper.id: paper for paper in papers},
        places={paper.id: place for place, paper in enumerate(papers)},
        positions={paper.id: (draw.randrange(WIDTH + 1), draw.randrange(3000)) for paper in papers},
    )


def read_file(text: str) -> tuple[str, object]:
    """The name and the value that a file of the map hands over."""
    name, value = json.loads("[" + text.removeprefix("sitegenMap(").rstrip().removesuffix(")") + "]")
    return name, value


def test_each_corner_of_a_path_has_its_name() -> None:
    """The numbers of points lead through the files of names to papers that stand there."""
    lookups = long_lookups()
    groups = map_groups(lookups)
    made = many_files(groups, drawn_groups(lookups, groups))
    files = dict(read_file(file.content.decode()) for file in made)
    view = make_map_view(lookups)
    assert not view.is_linked
    assert view.files == tuple(file.path for file in made)
    seen = 0
    for group in view.groups:
        assert not group.points
        corners = [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", group.dots)]
        for number, corner in enumerate(corners, group.start):
            names = files[f"n{number // NAMES_A_FILE}"]
            assert isinstance(names, list)
            paper_id, title, _ = names[number % NAMES_A_FILE]
            assert lookups.positions[paper_id] == corner
            assert title == lookups.papers[paper_id].title
            seen += 1
    assert seen == len(lookups.ordered)


def test_the_script_finds_every_paper_by_its_id(node: str) -> None:
    """What the browser reads from the file of places is where the site put them."""
    lookups = long_lookups()
    groups = map_groups(lookups)
    places = many_files(groups, groups)[-1].content.decode()
    ids = [paper.id for paper in lookups.ordered]
    code = f"""
    import {{ loadScripts }} from "./tests/search/load.mjs";
    loadScripts("map-many.js");
    let text = null;
    globalThis.sitegenMap = (name, value) => {{ text = value; }};
    {places}
    const found = globalThis.sitegenMany.placesOf(text, {json.dumps([*ids, "nowhere"])});
    console.log(JSON.stringify([...found].map(([id, at]) => [id, [at.x, at.y]])));
    """
    result = subprocess.run(  # noqa: S603 - our own code in the node that the tests found
        [node, "--input-type=module", "-e", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = {paper_id: tuple(place) for paper_id, place in json.loads(result.stdout)}
    assert found == {paper_id: lookups.positions[paper_id] for paper_id in ids}


def test_a_short_list_needs_no_files() -> None:
    """Its points are links, and their names stand in the page."""
    assert list(export_map_files(SITE)) == []
    long_site = dataclasses.replace(SITE, lookups=long_lookups())
    paths = [artifact.path for artifact in export_map_files(long_site)]
    assert len(paths) == len(set(paths)) == -(-(MOST_LINKED + 1) // NAMES_A_FILE) + 1
    assert all(path.startswith("map/") for path in paths)
    assert make_map_view(long_site.lookups).files == tuple(paths)


def test_other_positions_have_another_address() -> None:
    """So a browser never takes names from one build for the points of another."""
    lookups = long_lookups()
    positions = dict(lookups.positions)
    first = lookups.ordered[0].id
    positions[first] = (positions[first][0] ^ 1, positions[first][1])
    moved = dataclasses.replace(lookups, positions=positions)
    assert make_map_view(lookups).files != make_map_view(moved).files


def test_of_a_very_long_list_a_sample_is_drawn() -> None:
    """The page says how many; every paper has a place all the same."""
    lookups = long_lookups(6200)
    view = make_map_view(lookups)
    assert view.drawn == "6,000"
    assert sum(group.dots.count(" ") + 1 for group in view.groups) == 2 * 6000
    groups = map_groups(lookups)
    _, text = read_file(many_files(groups, groups)[-1].content.decode())
    assert isinstance(text, str)
    assert 6190 * 11 <= len(text) <= 6200 * 11
    assert urls.MAP == "map.html"

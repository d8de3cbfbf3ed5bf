"""What sitegen makes of the real dumps: every record read, every paper once, a site without a fault."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.build.content import Content, load_content
from sitegen.build.pipeline import build_site, load_catalogue
from sitegen.check.site import check_site
from sitegen.model.dump import LineUse

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real_content(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the real dumps, our topics, and nothing else."""
    folder = tmp_path_factory.mktemp("real") / "content"
    shutil.copytree(shared_dir / "dumps", folder / "dumps")
    shutil.copy(ROOT / "content" / "topics.yaml", folder)
    (folder / "site.yaml").write_text("title: Real\n")
    return folder


@pytest.fixture(scope="module")
def real(real_content: Path) -> Content:
    """The real dumps, read."""
    return load_content(real_content)


def test_every_line_is_read(real: Content) -> None:
    """420 records, and no line left over."""
    assert sum(len(reading.records) for reading in real.readings) == 420
    uses = [use for reading in real.readings for _, use in reading.uses]
    assert LineUse.UNREAD not in uses
    assert not [problem for reading in real.readings for problem in reading.problems]


def test_every_paper_once(real: Content) -> None:
    """389 papers, none of them made of two works, and the two GAN titles apart."""
    catalogue = load_catalogue(real).catalogue
    assert (len(catalogue.papers), catalogue.record_count) == (389, 420)
    ids = {paper.id for paper in catalogue.papers}
    assert "generative-adversarial-networks" in ids
    assert any(paper.startswith("bt-gan-") for paper in ids)


def test_bylines_are_right(real: Content) -> None:
    """All 25 glued bylines of the author page are split where they must be."""
    truth = json.loads((ROOT / "tests" / "truth" / "dump-000-bylines.json").read_text(encoding="utf-8"))
    papers = {paper.title: paper.authors for paper in load_catalogue(real).catalogue.papers}
    for entry in truth:
        assert papers[entry["title"]] == tuple(entry["authors"])


def test_a_strict_build_is_clean(real_content: Path, tmp_path: Path) -> None:
    """The site is built with `--strict` and checks without a problem; two builds are equal."""
    report = build_site(real_content, tmp_path / "site", strict=True)
    assert report.is_written
    assert report.problems == ()
    assert check_site(tmp_path / "site") == ()
    again = build_site(real_content, tmp_path / "site", strict=True, jobs=2)
    assert (again.written, again.removed) == (0, 0)

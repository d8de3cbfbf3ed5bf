"""A small site is built to the byte as it is kept, however it is built."""

import difflib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.build.pipeline import build_site
from sitegen.check.site import check_site
from tests.golden.building import CONTENT, SITE, build_golden, tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden site, built by one worker."""
    return build_golden(tmp_path_factory.mktemp("golden") / "one")[0]


def test_every_byte_is_as_kept(built: Path) -> None:
    """A change of any page shows here; `python -m tests.golden.regenerate` accepts it."""
    now, kept = tree(built), tree(SITE)
    assert sorted(now) == sorted(kept)
    for name, content in now.items():
        if content != kept[name]:
            lines = (kept[name].decode().splitlines(), content.decode().splitlines())
            pytest.fail("\n".join(difflib.unified_diff(*lines, f"kept {name}", f"built {name}", lineterm="", n=1)))


def test_the_golden_site_has_no_problem(built: Path) -> None:
    """Every link leads somewhere, every page has what it needs."""
    assert check_site(built, "/list/") == ()


def test_many_workers_build_the_same(built: Path, tmp_path: Path) -> None:
    """One worker equals many, byte for byte, the list of digests too."""
    many, _ = build_golden(tmp_path / "many", jobs=3)
    assert tree(many) == tree(built)
    assert (many / ".sitegen.json").read_bytes() == (built / ".sitegen.json").read_bytes()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_hash_seeds_do_not_matter(built: Path, tmp_path: Path, seed: str) -> None:
    """No set or dictionary order of Python's comes into the output."""
    target = str(tmp_path / "x")
    program = f"import pathlib, tests.golden.building as b; b.build_golden(pathlib.Path({target!r}))"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", program], env=environment, cwd=Path.cwd(), check=True)  # noqa: S603 - our own program
    assert tree(tmp_path / "x" / "site") == tree(built)


def test_an_edit_and_its_undoing(built: Path, tmp_path: Path) -> None:
    """After any edit the folder equals a clean build: a note changed, a dump added, a page removed, and back again."""
    work = tmp_path / "edited"
    site, _ = build_golden(work)
    content = work / "content"
    note = content / "papers" / "boats.md"
    text = note.read_text()
    note.write_text(text.replace("rating: 4", "rating: 2").replace("breathing-hulls", "hulls"))
    (content / "pages" / "about.md").unlink()
    (content / "dumps" / "new.txt").write_text(
        "LGMay 3, 2026\nRoots and RocksEm Elm\nRoots find cracks in rocks and widen them.\n"
    )
    clean = tmp_path / "clean"
    shutil.copytree(content, clean / "content")
    build_site(content, site)
    build_site(clean / "content", clean / "site")
    assert tree(site) == tree(clean / "site")
    assert "papers/hulls.html" in tree(site)
    assert "papers/breathing-hulls.html" not in tree(site)
    shutil.rmtree(content / "dumps")
    shutil.copytree(CONTENT / "dumps", content / "dumps")
    shutil.copytree(CONTENT / "pages", content / "pages", dirs_exist_ok=True)
    note.write_text(text)
    build_site(content, site)
    assert tree(site) == tree(built)

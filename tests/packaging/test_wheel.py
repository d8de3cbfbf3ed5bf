"""What the wheel and the source distribution hold, and that they are the same bytes each time."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from hatch_build import STAMP, VENDORED, stamp_text

ROOT = Path(__file__).parents[2]
FOLDERS = ("sitegen", "templates", "static", "tests")
FILES = (".gitignore", "LICENSE", "README.md", "hatch_build.py", "package.json", "package-lock.json", "pyproject.toml")


def copy_project(target: Path) -> Path:
    """The project with stand-ins for the vendored files, stamped as fitting, so that building it needs no npm."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "_vendor"))
    for name in FILES:
        shutil.copy(ROOT / name, target / name)
    folder = target / "sitegen" / "_vendor"
    folder.mkdir()
    for name in VENDORED.values():
        (folder / name).write_text(f"stands for {name}\n", encoding="utf-8")
    (folder / STAMP).write_text(stamp_text(target), encoding="utf-8")
    return target


def build(project: Path, kind: str) -> Path:
    """Build a `wheel` or an `sdist` where there is no npm, and give the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(project / "dist")]
    environment = {"PATH": str(project), "HOME": str(project), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(  # noqa: S603 - hatchling on a copy of this project
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (made,) = (project / "dist").glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def wheel(project: Path) -> Path:
    """The wheel built of it."""
    return build(project, "wheel")


@pytest.fixture(scope="module")
def sdist(project: Path) -> Path:
    """The source distribution built of it."""
    return build(project, "sdist")


def tree(folder: Path) -> set[str]:
    """The files of a folder, hidden ones left out."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if not any(part[0] == "." for part in path.parts)}


def test_the_wheel_holds_templates_static_files_and_the_starter(wheel: Path) -> None:
    """What an installed sitegen reads lies inside its package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"sitegen/{folder}/{name}" for folder in ("templates", "static") for name in tree(ROOT / folder)}
    expected |= {f"sitegen/starter/{name}" for name in tree(ROOT / "sitegen" / "starter")}
    assert expected
    assert expected <= names


def test_the_wheel_holds_lunr_and_its_licence(wheel: Path) -> None:
    """Git ignores them; the wheel must not. The stamp is of use to builds only."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if "_vendor" in name}
    assert names == {"sitegen/_vendor/lunr.min.js", "sitegen/_vendor/lunr.LICENSE"}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no build files, nothing that would lie loose among other people's packages."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"sitegen"}
    assert len(tops) == 2


def test_the_source_distribution_can_be_built_without_npm(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    """It carries lunr with its stamp; the wheel made from it is the wheel made from the checkout, byte for byte."""
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    assert build(unpacked, "wheel").read_bytes() == wheel.read_bytes()


def test_two_builds_are_equal(wheel: Path, tmp_path: Path) -> None:
    """Times, permissions and the folder's name leave no trace in a wheel."""
    other = copy_project(tmp_path / "elsewhere")
    for path in other.rglob("*"):
        if path.is_file():
            os.utime(path, (2_000_000_000, 2_000_000_000))
            path.chmod(0o600)
    assert build(other, "wheel").read_bytes() == wheel.read_bytes()

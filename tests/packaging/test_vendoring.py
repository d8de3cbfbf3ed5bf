"""lunr.min.js comes through npm, once, and only as the lock names it.

npm itself is outside of this project and may be missing: a small program stands in its place on PATH, notes each call
and installs what it is given. That the true npm refuses other bytes than the lock's is shown by .ci/run.
"""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from hatch_build import NODE_REQUIREMENT, locked_integrity, missing_requirements, vendor

ROOT = Path(__file__).parents[2]
NPM = """#!{python}
import pathlib, sys
here = pathlib.Path({folder!r})
with (here / "calls").open("a") as calls:
    print(sys.argv[1], file=calls)
if sys.argv[1] == "--version":
    print("{version}")
elif {fails}:
    sys.exit("npm error code EINTEGRITY")
else:
    lunr = pathlib.Path("node_modules/lunr")
    lunr.mkdir(parents=True)
    (lunr / "lunr.min.js").write_text("var lunr = 1;")
    (lunr / "LICENSE").write_text("Do as you like.")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A project folder, and the stand-in for npm that is the only program on PATH."""

    root: Path
    programs: Path

    @property
    def vendored(self) -> Path:
        """Where the script belongs."""
        return self.root / "sitegen" / "_vendor" / "lunr.min.js"

    def put_npm(self, *, version: str = "10.9.0", fails: bool = False) -> None:
        """Put the stand-in on PATH."""
        text = NPM.format(python=sys.executable, folder=str(self.programs), version=version, fails=fails)
        (self.programs / "npm").write_text(text, encoding="utf-8")
        (self.programs / "npm").chmod(0o755)

    def installs(self) -> int:
        """How often npm was asked to install."""
        calls = self.programs / "calls"
        return calls.read_text(encoding="utf-8").split().count("ci") if calls.exists() else 0

    def change_lock(self, integrity: str) -> None:
        """Let the lock ask for other bytes."""
        path = self.root / "package-lock.json"
        lock = json.loads(path.read_text(encoding="utf-8"))
        lock["packages"]["node_modules/lunr"]["integrity"] = integrity
        path.write_text(json.dumps(lock), encoding="utf-8")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A project without vendored files, on a machine without npm."""
    made = Workshop(root=tmp_path / "project", programs=tmp_path / "bin")
    (made.root / "sitegen").mkdir(parents=True)
    made.programs.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, made.root / name)
    monkeypatch.setenv("PATH", str(made.programs))
    return made


def test_the_script_and_its_licence_are_put_in_place(workshop: Workshop) -> None:
    """Both files of the npm package arrive, under names that say whose they are."""
    workshop.put_npm()
    vendor(workshop.root)
    assert workshop.vendored.read_text(encoding="utf-8") == "var lunr = 1;"
    assert workshop.vendored.with_name("lunr.LICENSE").read_text(encoding="utf-8") == "Do as you like."


def test_what_is_there_is_not_fetched_again(workshop: Workshop) -> None:
    """A second build asks npm for nothing, and needs no npm at all."""
    workshop.put_npm()
    vendor(workshop.root)
    (workshop.programs / "npm").unlink()
    vendor(workshop.root)
    assert workshop.installs() == 1
    assert missing_requirements(workshop.root) == []


def test_an_edited_script_is_fetched_again(workshop: Workshop) -> None:
    """The stamp holds the file's own digest, so nobody's edit travels in a wheel."""
    workshop.put_npm()
    vendor(workshop.root)
    workshop.vendored.write_text("var lunr = 2;", encoding="utf-8")
    vendor(workshop.root)
    assert workshop.vendored.read_text(encoding="utf-8") == "var lunr = 1;"


def test_a_new_lock_fetches_again(workshop: Workshop) -> None:
    """The stamp holds the lock's digest, so a new version of lunr replaces the old one."""
    workshop.put_npm()
    vendor(workshop.root)
    workshop.change_lock("sha512-other")
    vendor(workshop.root)
    assert workshop.installs() == 2


def test_a_refusal_of_npm_is_shown_and_leaves_no_stamp(workshop: Workshop) -> None:
    """What npm says reaches whoever builds, and the next build tries again."""
    workshop.put_npm(fails=True)
    with pytest.raises(RuntimeError, match="EINTEGRITY"):
        vendor(workshop.root)
    workshop.put_npm()
    vendor(workshop.root)
    assert workshop.vendored.exists()


@pytest.mark.parametrize("integrity", ["", "sha1-short"])
def test_a_lock_must_say_which_bytes(workshop: Workshop, integrity: str) -> None:
    """Where the lock has no digest npm takes anything; the build does not."""
    workshop.put_npm()
    workshop.change_lock(integrity)
    with pytest.raises(RuntimeError, match="integrity"):
        vendor(workshop.root)


def test_without_npm_the_build_asks_for_node(workshop: Workshop) -> None:
    """The requirement goes into the build environment, not onto the machine."""
    assert missing_requirements(workshop.root) == [NODE_REQUIREMENT]


@pytest.mark.parametrize("version", ["6.14.18", "", "a wrapper without its Node"])
def test_an_npm_that_does_not_answer_as_one_does_not_count(workshop: Workshop, version: str) -> None:
    """One too old for our lock, or broken, is as good as none."""
    workshop.put_npm(version=version)
    assert missing_requirements(workshop.root) == [NODE_REQUIREMENT]


def test_our_lock_names_lunr_by_sha512() -> None:
    """The lock in the repo is one that the build accepts."""
    assert locked_integrity(ROOT).startswith("sha512-")

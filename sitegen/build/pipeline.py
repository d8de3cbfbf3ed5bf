"""The whole chain: content folder → catalogue → plan → bytes → files."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.build.content import Content, load_content
from sitegen.build.rendering import render_pages, worker_count
from sitegen.build.resources import StaticFiles, load_static, template_folders
from sitegen.build.writer import OutputFolderError, check_output_folder, write_artifacts
from sitegen.catalogue.assembly import build_catalogue
from sitegen.exports.all import EXPORTS
from sitegen.exports.service_worker import export_service_worker, offline_file
from sitegen.model.artifact import Artifact
from sitegen.model.paper import Catalogue
from sitegen.model.problems import Problem, Severity
from sitegen.search.index import search_artifacts, with_search
from sitegen.site.assets import FOLDER, fingerprint_assets
from sitegen.site.lookups import Lookups, make_lookups
from sitegen.site.pages import Site
from sitegen.site.plan import plan_site
from sitegen.site.scripts import PIECES, all_lean, with_bundles
from sitegen.taxonomy.taxonomies import build_taxonomies
from sitegen.taxonomy.topic_assignment import Classified, classify

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: counts, the seconds it took, and every problem it met.

    When the problems forbid the site (`is_written` is False), nothing was written and the last good site stands.
    """

    records: int
    papers: int
    pages: int
    files: int
    size: int
    written: int
    removed: int
    seconds: float
    problems: tuple[Problem, ...]
    is_written: bool


def load_catalogue(content: Content) -> Classified:
    """The papers of a content folder with their topics; all problems so far are in the catalogue's."""
    catalogue = build_catalogue(content.readings, content.notes)
    return classify(catalogue, content.rules, content.notes)


def build_site(
    content_folder: Path,
    out: Path,
    *,
    config_path: Path | None = None,
    strict: bool = False,
    jobs: int | None = None,
    progress: Report | None = None,
) -> BuildReport:
    """Build `content_folder` into `out`, which changes all at once or not at all.

    Errors keep the site from being written, and under `strict` warnings do too. `progress` is called with pages done
    and pages in all. Raises ConfigurationError, OutputFolderError, and ProblemsError for a path claimed twice and for a
    broken template.
    """
    started = time.monotonic()
    check_folders(content_folder, out)
    content = load_content(content_folder, config_path=config_path)
    classified = load_catalogue(content)
    problems = tuple(sorted({*content.problems, *classified.catalogue.problems}))
    if forbids_site(problems, strict=strict):
        return _report(classified.catalogue, problems, started)
    static = load_static(content_folder)
    site = plan(content, classified, static)
    templates = template_folders(content_folder)
    artifacts = tuple(site_artifacts(site, static, templates, jobs=jobs, progress=progress))
    result = write_artifacts(artifacts, out)
    return BuildReport(
        records=classified.catalogue.record_count,
        papers=len(classified.catalogue.papers),
        pages=len(site.pages),
        files=len(artifacts),
        size=sum(len(artifact.content) for artifact in artifacts),
        written=len(result.written),
        removed=len(result.removed),
        seconds=time.monotonic() - started,
        problems=problems,
        is_written=True,
    )


def check_folders(content_folder: Path, out: Path) -> None:
    """Raise OutputFolderError when building would touch the content or a folder that sitegen did not write."""
    content, target = content_folder.resolve(), out.resolve()
    if target == content or target in content.parents or content in target.parents:
        raise OutputFolderError(f"the output folder {out} and the content folder {content_folder} overlap")
    check_output_folder(out)


def forbids_site(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems keep a site from being written."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def plan(content: Content, classified: Classified, static: StaticFiles) -> Site:
    """The plan of every page of a content folder."""
    return plan_site(look_up(content, classified, static))


def look_up(content: Content, classified: Classified, static: StaticFiles) -> Lookups:
    """What a content folder holds, for commands that search it and draw no page."""
    catalogue = classified.catalogue
    files = with_bundles(all_lean(static.themed | _logo_files(content, static)))
    return make_lookups(
        config=content.config,
        catalogue=catalogue,
        taxonomies=build_taxonomies(catalogue, content.rules, content.readings, content.config.taxonomies),
        readings=content.readings,
        free_pages=content.free_pages,
        topic_matches=classified.matches,
        assets=fingerprint_assets(files, pieces=PIECES),
    )


def _logo_files(content: Content, static: StaticFiles) -> dict[str, bytes]:
    """The owner's logo among the files whose addresses change with their content."""
    names = content.config.logo.files if content.config.logo else ()
    return {name: static.own[name] for name in names if name in static.own}


def site_artifacts(
    site: Site,
    static: StaticFiles,
    templates: Sequence[Path],
    *,
    jobs: int | None = None,
    progress: Report | None = None,
) -> Iterator[Artifact]:
    """Every file of the site: pages, assets, the search index, the exports, and what knows of all these."""
    kept = []
    for artifact in _content_artifacts(site, static, templates, jobs=jobs, progress=progress):
        kept.append(offline_file(artifact))
        yield artifact
    yield from export_service_worker(site, filter(None, kept))


def _content_artifacts(
    site: Site, static: StaticFiles, templates: Sequence[Path], *, jobs: int | None, progress: Report | None
) -> Iterator[Artifact]:
    searched = tuple(search_artifacts(site))
    total, done = len(site.pages), 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, total)

    pages = with_search(site, searched)
    yield from render_pages(pages, templates, workers=worker_count(total, jobs), progress=advance)
    yield from site.lookups.assets.artifacts
    yield from (Artifact(f"{FOLDER}/{name}", data) for name, data in static.own.items())
    yield from searched
    for export in EXPORTS:
        yield from export(site)


def _report(catalogue: Catalogue, problems: tuple[Problem, ...], started: float) -> BuildReport:
    return BuildReport(
        records=catalogue.record_count,
        papers=len(catalogue.papers),
        pages=0,
        files=0,
        size=0,
        written=0,
        removed=0,
        seconds=time.monotonic() - started,
        problems=problems,
        is_written=False,
    )

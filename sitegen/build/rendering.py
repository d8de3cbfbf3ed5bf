"""Rendering every planned page, in this process or shared out among several."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sitegen.model.artifact import Artifact
from sitegen.model.cutting import pieces_of
from sitegen.render.pages import make_environment, render_page
from sitegen.site.pages import Site

Progress = Callable[[int], None]

# Below this many pages, starting workers costs more than they save.
PAGES_WORTH_WORKERS = 1500
_CHUNK = 100


def worker_count(pages: int, asked: int | None) -> int:
    """How many processes to render with: as many as asked for, else one for each core once that pays."""
    if asked is not None:
        return max(1, asked)
    return min(os.cpu_count() or 1, 8) if pages >= PAGES_WORTH_WORKERS else 1


def render_pages(
    site: Site, template_folders: Sequence[Path], *, workers: int = 1, progress: Progress | None = None
) -> Iterator[Artifact]:
    """Every page of the site as bytes, in plan order, the same whatever the number of workers.

    `progress` is called with the number of pages rendered since the last call.
    """
    chunks = list(pieces_of(range(len(site.pages)), _CHUNK))
    renderer = _Renderer(site, template_folders)
    if workers == 1:
        batches = map(renderer.render, chunks)
        yield from _reported(batches, progress)
        return
    with ProcessPoolExecutor(workers, _context(), _start_worker, (site, tuple(template_folders))) as pool:
        yield from _reported(pool.map(_render_in_worker, chunks), progress)


def _reported(batches: Iterator[list[Artifact]], progress: Progress | None) -> Iterator[Artifact]:
    for batch in batches:
        if progress is not None:
            progress(len(batch))
        yield from batch


class _Renderer:
    """A site with an environment whose templates are compiled once."""

    def __init__(self, site: Site, template_folders: Sequence[Path]) -> None:
        self.site = site
        self.environment = make_environment(template_folders)

    def render(self, places: Sequence[int]) -> list[Artifact]:
        return [render_page(self.environment, self.site, self.site.pages[place]) for place in places]


def _context() -> multiprocessing.context.BaseContext:
    """Forking shares the planned site without copying it; where that is not safe, the platform's own way is used."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods and os.name == "posix" else None)


_renderers: list[_Renderer] = []  # in a worker: its one renderer, made when the process starts


def _start_worker(site: Site, template_folders: Sequence[Path]) -> None:
    _renderers.append(_Renderer(site, template_folders))


def _render_in_worker(places: Sequence[int]) -> list[Artifact]:
    return _renderers[-1].render(places)

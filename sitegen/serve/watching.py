"""Building again when a watched file changes: a burst of saves is one build, and none is ever forgotten."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from sitegen.serve.outcome import BuildOutcome

# Saves closer together than this are one burst (milliseconds); the longest wait for a burst to end.
_QUIET = 80
_LONGEST_BURST = 1_000


async def watch_for_changes(paths: Sequence[Path], *, ignored: Path, wanted: asyncio.Event) -> None:
    """Sets `wanted` after each burst of changes under `paths`, but for those under `ignored`; runs until cancelled.

    A path may be a folder or a file; one that does not exist is left out.
    """
    folders = [path.absolute() for path in paths if path.is_dir()]
    files = frozenset(path.absolute() for path in paths if path.is_file())
    # Editors save by putting a new file in the old one's place, which ends a watch of the file itself.
    parents = {path.parent for path in files}
    await asyncio.gather(
        _watch(folders, _Filter(ignored=ignored.absolute()), wanted, recursive=True),
        _watch(parents, _Filter(ignored=ignored.absolute(), only=files), wanted, recursive=False),
    )


async def _watch(folders: Collection[Path], watch_filter: "_Filter", wanted: asyncio.Event, *, recursive: bool) -> None:
    if folders:
        changes = awatch(*folders, watch_filter=watch_filter, step=_QUIET, debounce=_LONGEST_BURST, recursive=recursive)
        async for _ in changes:
            wanted.set()


class _Filter(DefaultFilter):
    """What is not the author's writing: editors' own files and the output; with `only`, all but those files."""

    def __init__(self, *, ignored: Path, only: frozenset[Path] = frozenset()) -> None:
        super().__init__()
        self._ignored = ignored
        self._only = only

    def __call__(self, change: Change, path: str) -> bool:
        is_asked_for = not self._only or Path(path) in self._only
        return is_asked_for and super().__call__(change, path) and not Path(path).is_relative_to(self._ignored)


async def build_when_wanted(
    build: Callable[[], BuildOutcome], *, wanted: asyncio.Event, tell: Callable[[BuildOutcome], None]
) -> None:
    """Builds each time that `wanted` is set and tells the outcome; runs until cancelled.

    However often it is set during a build, one more build follows, since the first may have read files too early.
    """
    while True:
        await wanted.wait()
        wanted.clear()
        tell(await run_build(build))


def run_build(build: Callable[[], BuildOutcome]) -> Awaitable[BuildOutcome]:
    """One build in a thread of its own, which does not keep the program from ending; never raises.

    An error that the build lets through is a failed outcome.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[BuildOutcome] = loop.create_future()

    def settle(outcome: BuildOutcome) -> None:
        if not future.done():
            future.set_result(outcome)

    def work() -> None:
        try:
            outcome = build()
        except Exception as error:
            outcome = BuildOutcome(ok=False, message=f"{type(error).__name__}: {error}")
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, outcome)

    threading.Thread(target=work, name="sitegen-build", daemon=True).start()
    return future

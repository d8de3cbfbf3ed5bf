"""Telling every open browser what became of the latest build."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Status:
    """The site as it stands: `generation` differs for each good build; `error` is set while the latest one failed."""

    generation: str
    error: str | None = None


class Hub:
    """The latest status, and everyone who waits for the next; all of it belongs to one event loop."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._builds = 0
        self._status = Status(f"{run}-0")
        self._changed = asyncio.Event()
        self._is_open = True

    @property
    def status(self) -> Status:
        """What is true now."""
        return self._status

    def succeeded(self) -> None:
        """A new site is there: listeners hear a new generation, and an error is over."""
        self._builds += 1
        self._tell(Status(f"{self._run}-{self._builds}"))

    def failed(self, error: str) -> None:
        """The latest build failed: the generation stays, as the site does."""
        self._tell(replace(self._status, error=error))

    def close(self) -> None:
        """Ends every listener's stream."""
        self._is_open = False
        self._tell(self._status)

    def _tell(self, status: Status) -> None:
        self._status = status
        self._changed.set()
        self._changed = asyncio.Event()

    async def listen(self, *, every: float) -> AsyncIterator[Status]:
        """The status now and after each change, and again when `every` seconds passed without one, until closed.

        A listener that is slow misses what was overtaken, never the latest.
        """
        while self._is_open:
            changed, status = self._changed, self._status
            yield status
            if self._is_open and self._changed is changed:
                try:
                    await asyncio.wait_for(changed.wait(), every)
                except TimeoutError:
                    continue

"""A running preview for the tests of this folder."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
LONGEST_WAIT = 20.0
PAGE = "<!doctype html><html lang=en><title>t</title><link rel=icon href=data:,><body><h1>{}</h1></body></html>"


class Preview:
    """The preview of a scratch site that runs as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.process = subprocess.Popen(  # noqa: S603  (our own program)
            [sys.executable, "-m", "tests.serve.scratch_site", str(folder)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.port = int(self._read_until(r"http://127\.0\.0\.1:(\d+)/"))

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.port}/"

    def _read_until(self, pattern: str) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            match = re.search(pattern, line)
            if match:
                return match[1] if match.groups() else match[0]
        raise AssertionError(f"ended early: {self.lines}")

    def connection(self) -> HTTPConnection:
        """A new connection, with a limit to every wait."""
        return HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)

    def get(self, path: str) -> tuple[int, str]:
        """The status and text for a path."""
        connection = self.connection()
        connection.request("GET", path)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, text

    def write(self, name: str, text: str) -> None:
        """Saves a file of the content."""
        (self.content / name).write_text(text, encoding="utf-8")

    def builds(self) -> int:
        """How many builds have begun."""
        return len((self.folder / "builds").read_text(encoding="utf-8").splitlines())

    def interrupt(self) -> int:
        """Presses Ctrl-C and gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(LONGEST_WAIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


class Events:
    """The event stream of a preview, read one status at a time."""

    def __init__(self, preview: Preview) -> None:
        self._connection = preview.connection()
        self._connection.request("GET", "/_sitegen/events")
        self._response: HTTPResponse = self._connection.getresponse()

    def next(self) -> dict[str, str | None]:
        """The next status; waits for it."""
        while line := self._response.readline().decode():
            if line.startswith("data: "):
                status: dict[str, str | None] = json.loads(line.removeprefix("data: "))
                return status
        raise AssertionError("the stream ended")

    def next_where(self, is_wanted: Callable[[dict[str, str | None]], bool]) -> dict[str, str | None]:
        """The next status that is wanted; each one before it is passed over."""
        while not is_wanted(status := self.next()):
            pass
        return status

    def rest(self) -> bytes:
        """What else comes until the server ends the stream."""
        return self._response.read()

    def close(self) -> None:
        """Goes away as a closed tab does."""
        self._connection.close()


@pytest.fixture
def start_preview(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Starts a preview of files given by name; it is ended with the test."""
    started: list[Preview] = []

    def start(**texts: str) -> Preview:
        (tmp_path / "content").mkdir()
        for name, text in texts.items():
            (tmp_path / "content" / name.replace("_", ".")).write_text(text, encoding="utf-8")
        started.append(Preview(tmp_path))
        return started[0]

    yield start
    for preview in started:
        if preview.process.poll() is None:
            preview.interrupt()
        if preview.process.stdout is not None:
            preview.process.stdout.close()


def wait_until(is_true: Callable[[], bool]) -> None:
    """Looks again and again until something is true; fails after a long while."""
    end = time.monotonic() + LONGEST_WAIT
    while not is_true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)

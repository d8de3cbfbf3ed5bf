"""A server on this machine that sends files as GitHub Pages does, and remembers what it sent.

Texts, scripts and JSON go out as gzip (level 6, GitHub's own is not known), everything else as it is; each is packed
when it is asked for first. The server is a process of its own, so that it does not wait for who measures.
"""

import asyncio
import gzip
import json
import mimetypes
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

LEVEL = 6
PACKED = (".js", ".mjs", ".json", ".html", ".css", ".svg", ".txt", ".xml", ".webmanifest")
SENT = "/sent-since-last-asked"

NAME_PARTS = ("", "-names", "-slugs", "-papers")
# The names of the files of columns, without their numbers.
NAMED = [f"{kind}{part}" for kind in ("authors", "organizations", "subjects", "dumps") for part in NAME_PARTS]
COLUMNS = ("years", "days", "topics", "states", "scores", "titles", "added", "told", *NAMED)


@dataclass(slots=True, kw_only=True)
class Server:
    """A running server: its folder and its address."""

    folder: Path
    address: str

    def take(self) -> list[tuple[str, int]]:
        """Each file sent since this was last asked, with the bytes of its body, in order."""
        with urlopen(self.address.rstrip("/") + SENT) as answer:  # noqa: S310 -- our own server
            return [(path, size) for path, size in json.load(answer)]


def as_sent(file: Path) -> bytes:
    """A file's bytes as they travel."""
    content = file.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if file.suffix in PACKED else content


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder on a free port until the block ends; nothing may be kept by the browser."""
    command = [sys.executable, __file__, str(folder.resolve())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- this very file
        address = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield Server(folder=folder.resolve(), address=address)
        finally:
            process.terminate()


@dataclass(slots=True, kw_only=True)
class Files:
    """Files as they travel, and those that were sent."""

    folder: Path
    sent: list[tuple[str, int]] = field(default_factory=list)

    def answer(self, target: str) -> bytes:
        """The whole answer to a request for an address."""
        if target == SENT:
            sent, self.sent = self.sent, []
            return _response("200 OK", json.dumps(sent).encode(), "application/json", packed=False)
        path = unquote(urlsplit(target).path).lstrip("/") or "index.html"
        response, size = _answer(self.folder / path)
        self.sent.append((path, size))
        return response


@cache
def _answer(file: Path) -> tuple[bytes, int]:
    if not file.is_file():
        return _response("404 Not Found", b"", "text/plain", packed=False), 0
    body, kind = as_sent(file), mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return _response("200 OK", body, kind, packed=file.suffix in PACKED), len(body)


def _response(status: str, body: bytes, kind: str, *, packed: bool) -> bytes:
    encoding = "Content-Encoding: gzip\r\n" if packed else ""
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\n\r\n"
    )
    return head.encode() + body


class _Connection(asyncio.Protocol):
    """One connection of a browser: requests without bodies, answered in their order."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            self._transport.write(self._files.answer(head.split(b" ", 2)[1].decode()))


async def _serve(folder: Path) -> None:
    files = Files(folder=folder)
    server = await asyncio.get_running_loop().create_server(lambda: _Connection(files), "127.0.0.1", 0)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))

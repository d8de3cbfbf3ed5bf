"""A server on this machine that sends files as GitHub Pages does, and remembers what it sent.

Texts, scripts and JSON go out as gzip (level 6, GitHub's own is not known), everything else as it is. What is packed is
packed once, so that no measured time has packing in it.
"""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

LEVEL = 6
PACKED = (".js", ".mjs", ".json", ".html", ".css", ".svg", ".txt", ".xml", ".webmanifest")

NAME_PARTS = ("", "-names", "-slugs", "-papers")
# The names of the files of columns, without their numbers.
NAMED = [f"{kind}{part}" for kind in ("authors", "organizations", "subjects", "dumps") for part in NAME_PARTS]
COLUMNS = ("years", "days", "topics", "states", "scores", "titles", "added", "told", *NAMED)


@dataclass(slots=True)
class Server:
    """A running server: its address, and each file sent with the bytes of its body, in order."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    _bodies: dict[str, bytes] = field(default_factory=dict)

    def body(self, path: str) -> bytes | None:
        """The bytes of a file as sent; None where there is none."""
        if path not in self._bodies:
            file = self.folder / path
            if not file.is_file():
                return None
            self._bodies[path] = as_sent(file)
        return self._bodies[path]

    def take(self) -> list[tuple[str, int]]:
        """What was sent since this was last asked."""
        taken, self.sent = self.sent, []
        return taken


def as_sent(file: Path) -> bytes:
    """A file's bytes as they travel."""
    content = file.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if file.suffix in PACKED else content


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder on a free port until the block ends; nothing may be kept by the browser."""
    server = Server(folder.resolve())

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body in one piece: else the body waits for the head's acknowledgement.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            body = server.body(path)
            found = body is not None
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("Cache-Control", "no-store")
            if found and path.endswith(PACKED):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body or b"")
            server.sent.append((path, len(body or b"")))

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.address = f"http://127.0.0.1:{listener.server_port}/"
    thread = Thread(target=listener.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()

"""The preview as a web application: the files of a folder, and a stream of what became of each build."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.serve.events import Hub
from sitegen.serve.files import SiteFile, folder_address, read_site_file
from sitegen.serve.hosts import is_own_host
from sitegen.serve.overlay import (
    EVENTS_PATH,
    SCRIPT_PATH,
    client_script,
    error_page,
    missing_page,
    with_reload,
)

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_HTML = "text/html; charset=utf-8"

# Often enough to notice a browser that went away.
_HEARTBEAT_SECONDS = 20.0


def make_app(*, root: Path, hub: Hub, host: str, port: int) -> ASGIApp:
    """The application that serves the folder `root` and the hub's events, to requests that name `host` and `port`."""

    async def events(_: Request) -> Response:
        return StreamingResponse(_stream(hub), media_type="text/event-stream", headers=_HEADERS)

    async def script(_: Request) -> Response:
        return Response(client_script(), media_type="text/javascript; charset=utf-8", headers=_HEADERS)

    async def page(request: Request) -> Response:
        # The server has decoded the path once already; decoding it again would let `%252e` through.
        return await run_in_threadpool(_answer, root, hub, str(request.scope["path"]), request.url.query)

    app = Starlette(routes=[Route(EVENTS_PATH, events), Route(SCRIPT_PATH, script), Route("/{path:path}", page)])

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_for_us(scope, host, port):
            refusal = PlainTextResponse("This server does not go by that name.\n", status_code=421, headers=_HEADERS)
            await refusal(scope, receive, send)
        else:
            await app(scope, receive, send)

    return guarded


def _is_for_us(scope: Scope, host: str, port: int) -> bool:
    named = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    return len(named) == 1 and is_own_host(named[0], host=host, port=port)


def _answer(root: Path, hub: Hub, path: str, query: str) -> Response:
    status = hub.status
    file = read_site_file(root, path)
    if file is not None:
        return _shown(file, 200, status.generation)
    folder = folder_address(root, path)
    if folder is not None:
        return RedirectResponse(f"{folder}?{query}" if query else folder, headers=_HEADERS)
    if status.error is not None and read_site_file(root, "/") is None:
        return _shown(SiteFile(error_page(status.error), _HTML), 500, status.generation)
    missing = read_site_file(root, "/404.html") or SiteFile(missing_page(path), _HTML)
    return _shown(missing, 404, status.generation)


def _shown(file: SiteFile, status_code: int, generation: str) -> Response:
    content = with_reload(file.content, generation) if file.content_type == _HTML else file.content
    headers = {**_HEADERS, "Content-Type": file.content_type}
    return Response(content, status_code=status_code, headers=headers)


async def _stream(hub: Hub) -> AsyncIterator[str]:
    """The hub's statuses as server-sent events; a browser that lost the stream asks again after half a second."""
    yield "retry: 500\n\n"
    async for status in hub.listen(every=_HEARTBEAT_SECONDS):
        yield f"data: {json.dumps(asdict(status))}\n\n"

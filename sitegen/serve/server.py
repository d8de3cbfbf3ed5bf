"""The preview server: builds, serves the last good site, watches, and tells the open browsers."""

import asyncio
import secrets
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from sitegen.model.problems import SitegenError
from sitegen.serve.app import make_app
from sitegen.serve.events import Hub
from sitegen.serve.outcome import BuildOutcome
from sitegen.serve.watching import build_when_wanted, run_build, watch_for_changes


class ServeError(SitegenError, OSError):
    """A preview that cannot start; the message names the address and the reason."""


def serve_site(
    *,
    build: Callable[[], BuildOutcome],
    root: Path,
    watch: Sequence[Path],
    host: str = "127.0.0.1",
    port: int = 0,
    announce: Callable[[str], None],
) -> None:
    """Builds once, serves the folder `root` until Ctrl-C, and builds again after each change under `watch`.

    `build` runs in a thread and replaces `root` only when it succeeds; when it fails, even the first time, the server
    stays up and shows the message. Port 0 means any free one. `announce` gets each line to print, the address among
    them. Raises ServeError when the address cannot be listened on.
    """
    listener = _listen(host, port)
    try:
        asyncio.run(_serve(build, root, watch, host, listener, announce))
    except KeyboardInterrupt:
        # The server has shut down in good order and passes the signal on.
        pass
    finally:
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise ServeError(f"cannot listen on {host}: {error.strerror or error}") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # From here on a browser waits for the answer instead of being refused.
        listener.listen()
    except OSError as error:
        listener.close()
        raise ServeError(f"cannot listen on {host} port {port}: {error.strerror or error}") from error
    return listener


async def _serve(
    build: Callable[[], BuildOutcome],
    root: Path,
    watch: Sequence[Path],
    host: str,
    listener: socket.socket,
    announce: Callable[[str], None],
) -> None:
    port = int(listener.getsockname()[1])
    hub = Hub(secrets.token_hex(4))
    wanted = asyncio.Event()

    def tell(outcome: BuildOutcome) -> None:
        if outcome.message:
            announce(outcome.message)
        if outcome.ok:
            hub.succeeded()
        else:
            hub.failed(outcome.message)

    # Watching begins first: what changes during the first build is built after it.
    watching = asyncio.create_task(watch_for_changes(watch, ignored=root, wanted=wanted))
    tell(await run_build(build))
    building = asyncio.create_task(build_when_wanted(build, wanted=wanted, tell=tell))
    watching.add_done_callback(lambda task: _report(task, announce))
    announce(f"Serving http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends)")
    try:
        await _Server(make_app(root=root, hub=hub, host=host, port=port), hub).serve(sockets=[listener])
    finally:
        watching.cancel()
        building.cancel()
        await asyncio.gather(watching, building, return_exceptions=True)


def _report(task: "asyncio.Task[None]", announce: Callable[[str], None]) -> None:
    """Says so when watching ends by an error, such as too many files to watch."""
    if not task.cancelled() and task.exception() is not None:
        announce(f"Changes are no longer seen: {task.exception()}")


class _Server(uvicorn.Server):
    """A server that ends the event streams when it is told to stop, instead of waiting for the browsers."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                access_log=False,
                lifespan="off",
                log_level="error",
                server_header=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams, then everything else."""
        self._hub.close()
        await super().shutdown(sockets)

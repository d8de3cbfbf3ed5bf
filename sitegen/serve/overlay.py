"""What the preview adds to a page on its way to the browser; the built files never hold it."""

import re
from html import escape
from importlib.resources import files

EVENTS_PATH = "/_sitegen/events"
SCRIPT_PATH = "/_sitegen/reload.js"

_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)

_ERROR_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title></head>
<body><h1>{title}</h1>
<pre>{message}</pre>
<p>{hint}</p>
</body></html>
"""


def client_script() -> bytes:
    """The script that reloads an open page after a build and shows what went wrong with one."""
    return files("sitegen.serve").joinpath("reload.js").read_bytes()


def with_reload(html: bytes, generation: str) -> bytes:
    """A page with the preview's script before the end of its body; `generation` says which build the page is from."""
    tag = f'<script src="{SCRIPT_PATH}" data-generation="{escape(generation)}" async></script>'.encode()
    ends = list(_BODY_END.finditer(html))
    at = ends[-1].start() if ends else len(html)
    return html[:at] + tag + html[at:]


def error_page(message: str) -> bytes:
    """A page that stands in for a site that could not be built even once."""
    hint = "This page reloads by itself after the next good build."
    return _ERROR_PAGE.format(title="The build failed", message=escape(message), hint=hint).encode()


def missing_page(path: str) -> bytes:
    """A page for an address without a file, in a site that brings no 404.html."""
    hint = "The site has no 404.html to show instead."
    return _ERROR_PAGE.format(title="Not found", message=escape(path), hint=hint).encode()

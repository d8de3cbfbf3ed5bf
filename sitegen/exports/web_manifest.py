"""manifest.webmanifest: by which a browser installs the list as an application (https://www.w3.org/TR/appmanifest/)."""

import json
from collections.abc import Iterator

from sitegen.model.artifact import Artifact
from sitegen.site import urls
from sitegen.site.pages import Site

# Of the tokens in static/style.css: the light background, which a window has before the page is there.
BACKGROUND = "#ffffff"
# Each as name in the static folder, size, type, and what it is for.
ICONS = (
    ("icon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
)


def export_web_manifest(site: Site) -> Iterator[Artifact]:
    """All addresses are relative, so that it holds under any path; the window keeps its button to go back."""
    config, assets = site.config, site.assets
    icons = [
        {"src": assets.path(name), "sizes": sizes, "type": kind, "purpose": purpose}
        for name, sizes, kind, purpose in ICONS
    ]
    manifest = {
        "name": config.title,
        "short_name": config.title,
        **({"description": config.description} if config.description else {}),
        "lang": config.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": BACKGROUND,
        "theme_color": BACKGROUND,
        "icons": icons,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    yield Artifact(urls.WEB_MANIFEST, text.encode() + b"\n")

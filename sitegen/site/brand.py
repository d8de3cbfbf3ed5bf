"""The owner's logo, as the header of every page shows it."""

from dataclasses import dataclass

from sitegen.config import Config
from sitegen.config.pictures import picture_size
from sitegen.site.assets import Assets
from sitegen.site.urls import Href

# The height of a logo in the sheet's own pixels; its width follows, so that nothing moves when it comes.
HEIGHT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoView:
    """A picture in the header; with `alt` it stands alone, without it before the title. `dark` is for dark pages."""

    light: str
    dark: str | None
    alt: str | None
    width: int
    height: int


def logo_width(config: Config, assets: Assets) -> int | None:
    """The width of the logo at its height; None where the site has none."""
    return round(HEIGHT * picture_size(assets.content(config.logo.file)).ratio) if config.logo else None


def logo_view(config: Config, assets: Assets, width: int | None, at: Href) -> LogoView | None:
    """The logo with its addresses `at` a page; None stands for our own two beads."""
    logo = config.logo
    if logo is None or width is None:
        return None
    return LogoView(
        light=at(assets.path(logo.file)),
        dark=at(assets.path(logo.dark)) if logo.dark else None,
        alt=logo.alt,
        width=max(1, width),
        height=HEIGHT,
    )

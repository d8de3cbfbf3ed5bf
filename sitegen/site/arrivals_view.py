"""What each of the newest sources added, for who was not here since."""

import datetime
from collections import Counter
from dataclasses import dataclass

from sitegen.site.arrivals import source_names
from sitegen.site.dump_pages import changes_pages
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, day_view


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalView:
    """A source that added papers: its `key` on pages, how many in words, and its page; `href` is None without one."""

    key: str
    label: str
    count: str
    href: str | None


def arrival_views(lookups: Lookups, href: Href) -> tuple[ArrivalView, ...]:
    """The newest sources that added papers, the newest first; a paper counts where it was listed first."""
    first = Counter(names[0] for names in map(source_names, lookups.ordered) if names)
    pages = changes_pages(lookups)
    return tuple(
        ArrivalView(
            key=key,
            label=name if name in lookups.readings else _day(name),
            count=count_text(first[name], "paper"),
            href=href(pages[name]) if name in pages else None,
        )
        for name, key in reversed(list(lookups.sources.items()))
        if first[name]
    )


def _day(name: str) -> str:
    view = day_view(datetime.date.fromisoformat(name))
    return view.text if view else name

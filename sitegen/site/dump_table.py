"""What every dump brought, side by side: the rows of the index of dumps."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.site import urls
from sitegen.site.dumps import source_name
from sitegen.site.lookups import Lookups
from sitegen.site.news import dump_news
from sitegen.site.urls import Href
from sitegen.site.wording import FactView, count_fact, count_text, day_view, number_text
from sitegen.taxonomy.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpRow:
    """A dump with what it is `about` and what it brought; each count has the word that belongs to it.

    `changes` is None for a dump that the list has lost, of which nothing but its papers is known.
    """

    label: str
    href: str
    about: str
    changes: str | None
    counts: tuple[FactView, ...]


def dump_row(lookups: Lookups, term: Term, href: Href) -> DumpRow:
    """The row of one dump."""
    reading = lookups.readings.get(term.label)
    address = href(urls.term_path(TaxonomyKind.DUMPS, term.slug))
    if reading is None:
        return DumpRow(label=term.label, href=address, about="", changes=None, counts=())
    saved = day_view(reading.dump.metadata.captured)
    parts = (source_name(reading), reading.header.title, f"saved {saved.text}" if saved else "no day of saving")
    news = dump_news(lookups, reading)
    return DumpRow(
        label=term.label,
        href=address,
        about=" · ".join(part for part in parts if part),
        changes=href(urls.changes_path(term.slug)),
        counts=(
            count_fact(news.records, "record"),
            *(
                FactView(value=number_text(count), label=label)
                for count, label in (
                    (news.added, "added"),
                    (news.merged, "merged"),
                    (news.changed, "changed"),
                    (news.unread, "unread"),
                )
            ),
        ),
    )


def dumps_words(lookups: Lookups) -> str:
    """What all dumps brought together, as a sentence after another."""
    news = [dump_news(lookups, reading) for reading in lookups.readings.values()]
    records, added, merged = (sum(getattr(each, part) for each in news) for part in ("records", "added", "merged"))
    if not records:
        return ""
    verb = "was" if merged == 1 else "were"
    into = f", {number_text(merged)} {verb} merged into papers already here" if merged else ""
    return f" Of {count_text(records, 'record')}, {number_text(added)} brought a new paper{into}."

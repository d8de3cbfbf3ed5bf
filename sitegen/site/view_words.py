"""What a saved view asks for: in a sentence, as filters of the browser, and as the address of a filtered list."""

from collections.abc import Iterator
from urllib.parse import urlencode

from sitegen.config import Order, SavedView, Span
from sitegen.model.note import Status
from sitegen.site.chips import BEST_RATING, mark_view
from sitegen.site.saved import KINDS, View
from sitegen.site.wording import decimal_text

_LEADS = {
    "topic": "on",
    "not": "not on",
    "author": "by",
    "organization": "from",
    "subject": "in",
    "dump": "listed in",
}
# The ranges by their key, with the names that the worker's filters have for them.
SPANS = {"year": ("years", "undated"), "score": ("scores", "unscored"), "rating": ("ratings", "unrated")}


def view_words(view: View) -> str:
    """What the papers of a view have in common, to stand behind "papers"; "" where it asks for nothing."""
    return ", ".join(_words(view))


def _words(view: View) -> Iterator[str]:
    saved = view.saved
    for key, lead in _LEADS.items():
        labels = [term.label for term in view.terms[key]]
        if labels:
            yield f"{lead} {_joined(labels, 'and' if key == 'topic' and saved.match == 'all' else 'or')}"
    yield from _numbers_words(saved)
    if saved.code is not None:
        yield "with code" if saved.code else "without code"
    if saved.star:
        yield "starred"
    if saved.status:
        yield "marked as " + _joined([_status_word(status) for status in saved.status], "or")


def _joined(words: list[str], last: str) -> str:
    return f" {last} ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} {last} {words[-1]}"  # noqa: PLR2004 -- a list in words


def _status_word(status: Status | str) -> str:
    return mark_view(status).label.lower() if isinstance(status, Status) else "nothing"


def _numbers_words(saved: SavedView) -> Iterator[str]:
    if saved.year:
        yield _year_words(saved.year)
    if saved.score:
        yield "without a score" if saved.score.none else f"with a score of {_range(saved.score, None)}"
    if saved.rating:
        yield "not rated" if saved.rating.none else f"rated {_range(saved.rating, BEST_RATING)}"


def _year_words(span: Span) -> str:
    if span.none:
        return "without a year"
    low, high = (None if end is None else str(int(end)) for end in (span.low, span.high))
    if low and high:
        return f"of {low}" if low == high else f"of {low}–{high}"
    return f"since {low}" if low else f"until {high}"


def _range(span: Span, most: float | None) -> str:
    low, high = (None if end is None else decimal_text(end) for end in (span.low, span.high))
    if low == high or (low and span.low == most):
        return str(low)
    if low is None:
        return f"{high} or less"
    return f"{low} or more" if high is None or span.high == most else f"{low} to {high}"


def view_filters(view: View) -> dict[str, object]:
    """The view as filters of the browser; see `static/search-chosen.js`."""
    saved = view.saved
    filters: dict[str, object] = {key: [term.slug for term in view.terms[key]] for key in KINDS if view.terms[key]}
    for key, (name, none) in SPANS.items():
        span: Span | None = getattr(saved, key)
        if span:
            filters |= {none: True} if span.none else {name: [span.low, span.high]}
    asked = {
        "all": saved.match == "all",
        "code": None if saved.code is None else "yes" if saved.code else "no",
        "star": saved.star,
        "status": list(saved.status),
    }
    return filters | {name: value for name, value in asked.items() if value}


def view_query(view: View) -> str:
    """The view as the query of the list of all papers, in the one order that such addresses have; "" where empty."""
    saved = view.saved
    pairs = [(key, term.slug) for key in ("topic",) for term in view.terms[key]]
    pairs += [("match", "all")] if saved.match == "all" and len(pairs) > 1 else []
    pairs += [(key, term.slug) for key in KINDS if key != "topic" for term in view.terms[key]]
    pairs += [("status", str(status)) for status in saved.status]
    spans = ((key, getattr(saved, key)) for key in SPANS)
    pairs += [(key, _span_text(span)) for key, span in spans if span]
    pairs += [] if saved.code is None else [("code", "yes" if saved.code else "no")]
    pairs += [("star", "yes")] if saved.star else []
    pairs += [] if saved.sort is Order.DATE else [("sort", str(saved.sort))]
    return urlencode(pairs)


def _span_text(span: Span) -> str:
    if span.none:
        return "none"
    low, high = ("" if end is None else decimal_text(end) for end in (span.low, span.high))
    return low if low == high else f"{low}-{high}"

"""A reader's Markdown as safe HTML."""

import re
from typing import Final

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from sitegen.markup.mathml import MATHML_ATTRIBUTES, MATHML_TAGS
from sitegen.markup.note_extensions import NoteExtension, NumberedFootnotes, heading_id, is_absolute
from sitegen.model.problems import SitegenError

LONGEST_NOTE: Final = 100_000
"""Characters in one note; the text of a long paper has as many."""

MOST_SIGNS: Final = 500
"""Lines, or brackets, stars or quotes of one kind, in one paragraph: the time grows with their square, and worse."""

_SIGNS = "\n[]()*_`<>!&|^:~\\\"'"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

NOTE_TAGS: Final = MATHML_TAGS | frozenset(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em h3 h4 h5 h6 hr i img ins kbd li mark "
    "ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr".split()
)
NOTE_CLASSES: Final = frozenset(
    "admonition admonition-title align-center align-left align-right attention caution danger error footnote "
    "footnote-backref footnote-ref formula hint important info note task tex tip toc warning".split()
)
_LANGUAGE = re.compile(r"language-[\w+#.-]{1,30}")
_OWN_ID = re.compile(r"note-[a-z0-9_-]+|fn(?:ref\d*)?:[0-9]+")
_NUMBER = re.compile(r"\d{1,6}")
_ATTRIBUTES: Final = {
    "*": {"class", "dir", "lang", "title"},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "li": {"id", "value"},
    "ol": {"start"},
    "span": {"aria-label", "role", "tabindex"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "h5", "h6")},
    **{tag: set(MATHML_ATTRIBUTES) for tag in MATHML_TAGS},
}
# They scroll in a box of their own, which keys have to reach.
_SCROLLED: Final = {"pre": {"tabindex": "0"}, "table": {"tabindex": "0"}}
_NUMBERS = frozenset("colspan height rowspan start value width".split())
_IMAGE_WITHOUT_SOURCE = re.compile(r'<img(?: (?!src=)[\w-]+="[^"]*")*>')
_LINK = re.compile(r'<a((?: [\w-]+="[^"]*")*)>')
_REL = ' rel="noopener"'


class NoteError(SitegenError, ValueError):
    """A note that cannot be shown; the message says why."""


def markdown_to_html(text: str, *, first_heading: int = 3) -> Markup:
    """Markdown with tables, footnotes, definition lists, admonitions, tasks and maths, as HTML that is safe to show.

    The first level of heading becomes h2 or h3, as `first_heading` says. Raw HTML is kept where the allow-list has it.
    The result depends on nothing but the text. Raises NoteError for more than `LONGEST_NOTE` characters, for a
    paragraph with more than `MOST_SIGNS` of one sign, and for nesting too deep to read.
    """
    _refuse_too_much(text)
    try:
        html = _converter(first_heading).convert(text)
    except RecursionError:
        raise NoteError("quotes, lists or brackets are nested too deeply") from None
    return Markup(_sanitised(html, NOTE_TAGS | {f"h{first_heading}"}))  # noqa: S704 - the allow-list made it safe


def _refuse_too_much(text: str) -> None:
    if len(text) > LONGEST_NOTE:
        raise NoteError(f"{len(text):,} characters; a note may have {LONGEST_NOTE:,}")
    for paragraph in _BLANK_LINE.split(text):
        sign = next((sign for sign in _SIGNS if paragraph.count(sign) > MOST_SIGNS), None)
        if sign is not None:
            what = "lines" if sign == "\n" else f"times {sign}"
            raise NoteError(f"more than {MOST_SIGNS:,} {what} in one paragraph")


def _converter(first_heading: int) -> Markdown:
    """A fresh converter: one that is used again keeps the footnotes and ids of the text before."""
    return Markdown(
        extensions=[
            *"fenced_code tables smarty admonition sane_lists def_list abbr".split(),
            NumberedFootnotes(BACKLINK_TITLE="Back to the text of footnote {}"),
            TocExtension(slugify=heading_id, separator="-"),
            NoteExtension(first_heading),
        ],
        output_format="html",
    )


def _sanitised(html: str, tags: frozenset[str]) -> str:
    clean = nh3.clean(
        html,
        tags=set(tags),
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        set_tag_attribute_values=_SCROLLED,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return _LINK.sub(_own_link, _IMAGE_WITHOUT_SOURCE.sub("", clean))


def _filtered(tag: str, name: str, value: str) -> str | None:
    """The value that an attribute may have, or None to leave it out."""
    if name == "class":
        kept = [word for word in value.split() if word in NOTE_CLASSES or _LANGUAGE.fullmatch(word)]
        return " ".join(kept) or None
    if tag in MATHML_TAGS or name not in _RULES:
        return value
    return value if _RULES[name](value) else None


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value))


_RULES: Final = {
    "id": lambda value: bool(_OWN_ID.fullmatch(value)),
    "src": lambda value: not is_absolute(value),
    "role": lambda value: value in {"group", "img"},
    "tabindex": lambda value: value == "0",
    **dict.fromkeys(_NUMBERS, _is_number),
}


def _own_link(match: re.Match[str]) -> str:
    """A link that stays on the site needs no `rel`."""
    address = re.search(r' href="([^"]*)"', match[1])
    return match[0] if address and is_absolute(address[1]) else match[0].replace(_REL, "")

"""The Markdown that some extractions of a Hugging Face page leave around its texts, taken off line by line."""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.model.text import clean_text
from sitegen.sources.lines import Line

_ADDRESS = r"(?:https?://|/|#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
_TARGET = re.compile(rf"\((?P<url>{_ADDRESS})(?: \"[^\"]*\")?\)|\[(?P<reference>\d{{1,4}})\]")
# `(0, 1]` and `[0, 1)` are sets of numbers, and no brackets of a link.
_INTERVAL = r"\([^()\[\]]{1,20},[^()\[\]]{1,20}\]|\[[^()\[\]]{1,20},[^()\[\]]{1,20}\)"
_BRACKETS = re.compile(rf"{_INTERVAL}|\\.|!?\[|\]")
_HEADING = re.compile(r"#{1,6} +")
_BULLETS = re.compile(r"^(?:[-*•] +)+(?=\S)")
_IMAGE_WORD = re.compile(r"\[(?:image|img|avatar|图片)\b[^\]]*\]|\[图片[^\]]*\]", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>\[\]]+)>?|\[(?P<again>https?://[^\s\]]+)\]\(https?://[^\s)]+\)")
_LABEL = re.compile(r"^LINK: ")
_TAG = r"/?(?:a|br|div|figure|h[1-6]|hr|img|li|p|picture|section|span|ul)(?: [^<>]*)?/?"
_TAGS = re.compile(rf"(?:<(?:!--[^<>]*--|{_TAG})> *)+")
_BOLD = re.compile(r"\*\*(?P<text>[^*].*[^*])\*\*")
_MARKED = re.compile(r"[\[\]]|^\*\*|^LINK: ")
# How Markdown prints a line break inside a link; after a full stop TeX puts a space so.
_LINE_END = re.compile(r"\\+$|(?<!\.)\\ ")
_LONGEST_LINK_LINE = 120
_REFERENCE_LINE = re.compile(r"\]\[\d{1,4}\]|#{1,6} .*\]\[\d{1,4}\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line without its Markdown.

    `text` is what it prints, `bare` the same without bullets, both "" for mere decoration; `urls` are the addresses
    its links lead to; `is_link` says that the whole text is a link, `opens_link` that it begins one that a later line
    ends, `continues_link` that an earlier line began it; `is_address` that it prints an address only.
    """

    line: Line
    text: str
    bare: str
    urls: tuple[str, ...] = ()
    is_heading: bool = False
    is_link: bool = False
    opens_link: bool = False
    continues_link: bool = False
    is_address: bool = False


def unmarked(lines: Iterable[Line]) -> tuple[Item, ...]:
    """Every line without its Markdown; a link may begin on one line and end on a later one.

    Links stay as printed where they only stand amid long texts: those wrote them, and no program that saved the page.
    """
    lines = tuple(lines)
    has_references = any(_REFERENCE_LINE.fullmatch(line.text) for line in lines)
    scans = [_scan(line.text, has_references=has_references) for line in lines]
    inside = _insides(scans)
    if not any(inside) and not any(map(_is_of_page, scans)):
        scans = [_as_printed(scan, line) for scan, line in zip(scans, lines, strict=True)]
    return tuple(_item(*each) for each in zip(lines, scans, inside, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scan:
    """One line's links taken apart: `opens` an unfinished one at its start, `closes` one that no bracket opened."""

    heading: bool
    bullets: str
    text: str
    urls: tuple[str, ...] = ()
    opens: bool = False
    closes: bool = False
    is_link: bool = False


def _insides(scans: Sequence[_Scan]) -> list[bool]:
    """Whether each line stands in a link over several lines; one that is never closed is a mere bracket."""
    inside = [False] * len(scans)
    opened: int | None = None
    for index, scan in enumerate(scans):
        if scan.closes and opened is not None:
            inside[opened : index + 1] = [True] * (index + 1 - opened)
            opened = None
        if scan.opens:
            opened = index
    return inside


def _is_of_page(scan: _Scan) -> bool:
    """Whether a line's link is one that a program made of the page's own, which are short or whole lines."""
    return scan.is_link or (bool(scan.urls) and len(scan.text) <= _LONGEST_LINK_LINE)


def _as_printed(scan: _Scan, line: Line) -> _Scan:
    return dataclasses.replace(scan, text=line.text, bullets="") if scan.urls else scan


def _item(line: Line, scan: _Scan, is_inside: bool) -> Item:
    address = _BARE_ADDRESS.fullmatch(line.text)
    if address is not None:
        return Item(line=line, text="", bare="", urls=(address["url"] or address["again"],), is_address=True)
    if _TAGS.fullmatch(line.text):
        return Item(line=line, text="", bare="")
    if not (is_inside or scan.heading or scan.bullets or _MARKED.search(line.text)):
        return Item(line=line, text=line.text, bare=line.text)
    body = scan.text[1:] if scan.opens and is_inside else scan.text
    in_link = is_inside or scan.is_link
    printed = _stripped(body, in_link=in_link)
    return Item(
        line=line,
        text=printed if scan.is_link else clean_text(scan.bullets + printed),
        bare=_LABEL.sub("", _BULLETS.sub("", printed, count=1)),
        urls=scan.urls,
        is_heading=scan.heading,
        is_link=scan.is_link,
        opens_link=is_inside and scan.opens,
        continues_link=is_inside and not scan.opens,
    )


def _scan(line: str, *, has_references: bool) -> _Scan:
    heading = _HEADING.match(line)
    text = line[heading.end() :] if heading else line
    bullets = _BULLETS.match(text)
    text = text[bullets.end() :] if bullets else text
    scan = _Scan(heading=heading is not None, bullets=bullets[0] if bullets else "", text=text)
    return _without_links(text, scan, has_references=has_references) if "[" in text or "]" in text else scan


def _without_links(text: str, scan: _Scan, *, has_references: bool) -> _Scan:
    """Take the links of one line apart in one pass; images vanish, other brackets stay."""
    out: list[str] = []
    opened: list[_Opening] = []
    urls: list[str] = []
    whole: tuple[int, int] | None = None
    closes = False
    at = 0
    for match in _BRACKETS.finditer(text):
        if match.start() < at:
            continue
        out.append(text[at : match.start()])
        at = match.end()
        target = _TARGET.match(text, at) if match[0] == "]" else None
        if match[0].endswith("["):
            opened.append(_Opening(len(out), match.start(), match[0] == "!["))
        if target is None or (target["reference"] and (not has_references or _is_citation(out, opened))):
            out.append(match[0])
            if match[0] == "]" and opened:
                opened.pop()
            continue
        at = target.end()
        opening = opened.pop() if opened else None
        closes = closes or opening is None
        if opening is not None:
            whole = (opening.start, at)
            label = [] if opening.is_image else ["".join(out[opening.index + 1 :])]
            # A number that was a link of its own stays a number of its own: `May 29[6](…)`.
            out[opening.index :] = [" ", *label] if label and label[0].isdigit() else label
        if target["url"] and not (opening and opening.is_image):
            urls.append(target["url"])
    out.append(text[at:])
    return dataclasses.replace(
        scan,
        text="".join(out),
        urls=tuple(urls),
        opens=any(opening.start == 0 and not opening.is_image for opening in opened[:1]),
        closes=closes,
        is_link=whole is not None and not text[: whole[0]].strip() and not text[whole[1] :].strip(),
    )


def _is_citation(out: Sequence[str], opened: Sequence["_Opening"]) -> bool:
    return bool(opened) and "".join(out[opened[-1].index + 1 :]).isdigit()


@dataclass(frozen=True, slots=True)
class _Opening:
    index: int
    start: int
    is_image: bool


def _stripped(text: str, *, in_link: bool) -> str:
    text = _IMAGE_WORD.sub("", text)
    if in_link:
        text = _LINE_END.sub(" ", text)
    text = clean_text(text)
    bold = _BOLD.fullmatch(text)
    return bold["text"] if bold else text

"""What a note may do beyond plain Markdown: maths, task lists, and headings and tables that fit into a page."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from sitegen.markup.maths import boxed_maths
from sitegen.markup.maths_spans import maths_at
from sitegen.model.text import slug_of

LAST_HEADING = 6

_HEADING = re.compile(r"h([1-6])")
_TASK = re.compile(r"\[([ xX])\]\s+")
_ALIGNMENT = re.compile(r"text-align: (left|center|right);")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


def is_absolute(address: str) -> bool:
    """Whether an address names a scheme or a host, so that following it leaves the site."""
    return bool(_ABSOLUTE.match(address.strip()))


def heading_id(text: str, _separator: str) -> str:
    """The id of a heading: its words behind a prefix of their own, so that it never meets an id of the page."""
    return f"note-{slug_of(text) or 'section'}"


class NumberedFootnotes(FootnoteExtension):
    """Footnotes whose ids are their numbers, whatever characters their labels hold."""

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802, A002 - Markdown's names
        """The id of a footnote."""
        return f"fn:{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802, A002 - Markdown's names
        """The id of a reference to a footnote; a second one to the same note gets a number."""
        return self.unique_ref(f"fnref:{self._number(id)}", found)


class _MathsPattern(InlineProcessor):
    """Keeps maths away from Markdown's own signs; code was taken out of the text before."""

    # The base class declares a narrower type than Markdown itself works with.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802 - Markdown's name
        """The place holder of a piece of maths that opens here, or nothing."""
        span = maths_at(data, m.start(0))
        if span is None:
            return None, None, None
        html = boxed_maths(span.source, block=span.block)
        shown = html or f'<code class="tex">{escape(data[span.start : span.end])}</code>'
        return self.md.htmlStash.store(shown), span.start, span.end


class _Headings(Treeprocessor):
    """Puts the headings under those of the page, without a gap between the levels that a note uses."""

    def __init__(self, md: Markdown, first: int) -> None:
        super().__init__(md)
        self.first = first

    def run(self, root: Element) -> None:
        """Renames the headings of a tree."""
        headings = [(element, int(match[1])) for element in root.iter() if (match := _HEADING.fullmatch(element.tag))]
        used = sorted({level for _, level in headings})
        for element, level in headings:
            element.tag = f"h{min(self.first + used.index(level), LAST_HEADING)}"


class _Tables(Treeprocessor):
    """Says by class how a cell is aligned: a page has no inline style."""

    def run(self, root: Element) -> None:
        """Renames the alignment of every cell."""
        for cell in root.iter():
            match = _ALIGNMENT.fullmatch(cell.get("style", "")) if cell.tag in {"th", "td"} else None
            if match:
                del cell.attrib["style"]
                cell.set("class", f"align-{match[1]}")


class _Tasks(Treeprocessor):
    """Shows `- [ ]` and `- [x]` as boxes that are read out as to do and done."""

    def run(self, root: Element) -> None:
        """Puts a box before each task of a list."""
        for item in root.iter("li"):
            holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            match = _TASK.match(holder.text or "")
            if match:
                is_done = match[1] != " "
                box = Element("span", {"class": "task", "role": "img", "aria-label": "done" if is_done else "to do"})
                box.text = "☑" if is_done else "☐"
                box.tail = " " + (holder.text or "")[match.end() :]
                holder.text = ""
                holder.insert(0, box)


class _Images(Treeprocessor):
    """A page loads nothing from elsewhere: a picture of another site is a link to it."""

    def run(self, root: Element) -> None:
        """Turns pictures with an absolute address into links, or into text inside a link."""
        for element, is_linked in _with_linked(root, is_linked=False):
            if element.tag == "img" and is_absolute(element.get("src", "")):
                text, address = element.get("alt", ""), element.get("src", "")
                element.attrib.clear()
                element.tag = "span" if is_linked else "a"
                element.text = text or address
                if not is_linked:
                    element.set("href", address)


def _with_linked(element: Element, *, is_linked: bool) -> Iterator[tuple[Element, bool]]:
    for child in list(element):
        yield child, is_linked
        yield from _with_linked(child, is_linked=is_linked or child.tag == "a")


class NoteExtension(Extension):
    """Adds maths, tasks and what makes a note fit into a page, whose headings begin at the level `first_heading`."""

    def __init__(self, first_heading: int) -> None:
        super().__init__()
        self.first_heading = first_heading

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Registers the parts: maths after code spans and before escapes; headings before their ids are made."""
        md.ESCAPED_CHARS.append("$")
        md.inlinePatterns.register(_MathsPattern(r"(?<!\\)(?:\$|\\[(\[])", md), "maths", 185)
        md.treeprocessors.register(_Headings(md, self.first_heading), "note-headings", 5.5)
        md.treeprocessors.register(_Tables(md), "note-tables", 4)
        md.treeprocessors.register(_Tasks(md), "note-tasks", 4)
        md.treeprocessors.register(_Images(md), "note-images", 4)

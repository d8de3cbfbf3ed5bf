"""HTML as a test reads it: elements in order, their attributes, and the text of the page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One start tag: its name, its attributes, and the headings' and titles' text."""

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Reader(HTMLParser):
    """Collects the elements of one page."""

    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element, and hold it open for its text."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what was left open inside it."""
        names = [element.name for element in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Add the text to every element that it stands in."""
        for element in self.open:
            element.text += data


def elements_of(html: str) -> list[Element]:
    """Every element of a page, in order."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


def named(elements: list[Element], *names: str) -> list[Element]:
    """The elements of these names, in order."""
    return [element for element in elements if element.name in names]

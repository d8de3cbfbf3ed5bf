"""The tag reader sees what the standard library's parser sees."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.tags import read_tags

# The insides of `title` and `textarea` hold no tags here: the library reads those as text only since 2025.
PIECES = [
    '<a href="x?a=1&amp;b=2">',
    "<a href='y\"' id=z>",
    "<img src=x alt>",
    "<br/>",
    "<P CLASS=Big>",
    '<svg viewBox="0 0 1 1"><title>t</title>',
    "</svg>",
    "<!-- <p> -->",
    "<!-- -- > -->",
    "<script>if (a<b) '<p>'</script>",
    "<style>a > b {}</style>",
    "<title>A &amp; B</title>",
    "<textarea>\n</textarea>",
    "a < b",
    "&lt;",
    "\n",
    '<p title="a > b\n<i>">',
    "<!doctype html>",
    "<input disabled value = 'x'>",
    '<p id="a" id="b"></p>',
]


class _Parser(HTMLParser):
    """The standard library's view: names, first values and lines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values: dict[str, str] = {}
        for name, value in attrs:
            values.setdefault(name, value or "")
        self.found.append((tag, values, self.getpos()[0]))


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_it_agrees_with_the_standard_library(pieces: list[str]) -> None:
    """Names, attributes and lines are those of `html.parser`, whatever the order of the pieces."""
    html = "".join(pieces)
    # Only the titles of drawings differ: there, a title is an element like any other.
    expected = [found for found in _Parser(html).found if "<svg" not in html or found[0] != "title"]
    found = [(tag.name, dict(tag.attributes), tag.line) for tag in read_tags(html)]
    assert [item for item in found if "<svg" not in html or item[0] != "title"] == expected


def test_raw_text_and_drawings_are_told_apart() -> None:
    """The title of the page has its text; that of a drawing is marked as inside it."""
    tags = list(read_tags("<title>Page</title><svg><title>Drawing</title></svg><style>x</style>"))
    assert [(tag.name, tag.text, tag.is_in_svg) for tag in tags] == [
        ("title", "Page", False),
        ("svg", "", False),
        ("title", "", True),
        ("style", "x", False),
    ]

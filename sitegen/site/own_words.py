"""What the owner of a list wrote, as HTML."""

import re

from markupsafe import Markup

from sitegen.markup.notes import NoteError, markdown_to_html
from sitegen.model.problems import Location, Problem, ProblemsError

_HEADING = re.compile(r"(</?h)([3-6])\b")


def own_words(text: str, location: Location) -> Markup:
    """Markdown of a file as HTML whose headings begin with h3; raises ProblemsError for what cannot be shown."""
    try:
        return markdown_to_html(text)
    except NoteError as error:
        raise ProblemsError([Problem(location, "unreadable-markdown", str(error))]) from error


def own_page(text: str, location: Location) -> Markup:
    """The same for a page of its own, where headings begin with h2."""
    html = _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) - 1}", own_words(text, location))
    return Markup(html)  # noqa: S704 -- only the level of headings differs from what was safe

"""What the owner of a list wrote, as HTML."""

from markupsafe import Markup

from sitegen.markup.notes import NoteError, markdown_to_html
from sitegen.model.problems import Location, Problem, ProblemsError


def own_words(text: str, location: Location, *, first_heading: int = 3) -> Markup:
    """Markdown of a file as HTML; raises ProblemsError for what cannot be shown."""
    try:
        return markdown_to_html(text, first_heading=first_heading)
    except NoteError as error:
        raise ProblemsError([Problem(location, "unreadable-markdown", str(error))]) from error

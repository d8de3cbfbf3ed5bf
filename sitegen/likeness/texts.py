"""Papers as the numbers of the words in them, in order."""

from array import array
from dataclasses import dataclass

from sitegen.likeness.pieces import Pieces
from sitegen.model.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paper's title and abstract: the pieces of both in order, the first `title` of which are the title's."""

    pieces: "array[int]"
    title: int


def read_text(pieces: Pieces, paper: Paper) -> Text:
    """The words of a paper."""
    read = pieces.read(paper.title)
    title = len(read)
    read.extend(pieces.read(paper.abstract))
    return Text(pieces=read, title=title)

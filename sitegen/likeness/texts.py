"""Papers as the numbers of the words in them, in order."""

from array import array
from dataclasses import dataclass

from sitegen.likeness.pieces import Pieces
from sitegen.model.paper import Paper

PIECE_SIZE = array("I").itemsize


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paper's title and abstract: the pieces of both in order, the first `title` of which are the title's."""

    pieces: "array[int]"
    title: int


def read_text(pieces: Pieces, paper: Paper) -> Text:
    """The words of a paper."""
    title = pieces.read(paper.title)
    return Text(pieces=array("I", title + pieces.read(paper.abstract)), title=len(title) // PIECE_SIZE)

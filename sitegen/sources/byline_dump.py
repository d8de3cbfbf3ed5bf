"""Read all lines of one dump twice: what the first reading is sure of teaches the second."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.sources.byline_cuts import Choice, choose_cut
from sitegen.sources.byline_joints import SHOWN_AUTHORS
from sitegen.sources.byline_layout import Layout
from sitegen.sources.byline_names import MOST_WORDS, NameModel
from sitegen.sources.byline_scales import Scales
from sitegen.sources.byline_shapes import PLAIN_SHAPES, shape_of
from sitegen.sources.byline_vocabulary import Vocabulary
from sitegen.sources.byline_words import TitleWords

# How sure a first reading must be to teach, and to be final.
_TEACHES = 0.9
_FINAL = 0.99999
_COMMON_LENGTHS = (2, 3, 4, 5)


def _looks_like_a_name(part: str) -> bool:
    words = part.split(" ")
    return len(words) in _COMMON_LENGTHS and all(word and shape_of(word) in PLAIN_SHAPES for word in words)


def _sure_names(layout: Layout, repeated: frozenset[str]) -> Iterator[str]:
    """The names behind a comma: before `et al.` two are certain, elsewhere those at the end that look like names.

    What stands so in more than one line looks like one, however it is spelled.
    """
    later = layout.parts[1:][1 - SHOWN_AUTHORS :]
    if layout.truncated and len(later) == SHOWN_AUTHORS - 1:
        yield from later
        return
    for part in reversed(later):
        if part not in repeated and not _looks_like_a_name(part):
            return
        yield part


def _repeated_parts(layouts: Sequence[Layout]) -> frozenset[str]:
    counts = Counter(part for layout in layouts for part in layout.parts[1:] if part.count(" ") + 1 in _COMMON_LENGTHS)
    return frozenset(part for part, count in counts.items() if count > 1)


def _sure_title_words(layout: Layout) -> Sequence[str]:
    """The words that stand before any that could be a name's."""
    words = layout.parts[0].split(" ")
    return words if len(layout.parts) > SHOWN_AUTHORS else words[:-MOST_WORDS]


class DumpBylines:
    """The lines of one dump and the models learned from them; nothing depends on the order of the lines."""

    def __init__(self, layouts: Sequence[Layout], abstracts: Sequence[str]) -> None:
        self._layouts = layouts
        self._abstracts = abstracts
        self._vocabulary = Vocabulary(abstracts)
        self._names = NameModel()
        repeated = _repeated_parts(layouts)
        for layout in layouts:
            for name in _sure_names(layout, repeated):
                self._names.learn(name)
            for word in _sure_title_words(layout):
                self._vocabulary.learn(word)
        self._names.learn_letters()
        self._words = TitleWords(self._vocabulary)

    def choices(self) -> Iterator[Choice | None]:
        """The best cut of each line, in order."""
        first = [self._read(number) for number in range(len(self._layouts))]
        for choice in first:
            self._teach(choice, 1)
        self._names.learn_letters()
        for number, choice in enumerate(first):
            if choice is not None and choice.confidence >= _FINAL:
                yield choice
                continue
            # A line must not be its own witness.
            self._teach(choice, -1)
            yield self._read(number)
            self._teach(choice, 1)

    def _read(self, number: int) -> Choice | None:
        abstract = self._abstracts[number]
        scales = Scales(vocabulary=self._vocabulary, words=self._words, names=self._names, abstract=abstract)
        return choose_cut(self._layouts[number], scales)

    def _teach(self, choice: Choice | None, count: int) -> None:
        if choice is not None and choice.confidence >= _TEACHES:
            self._names.learn(choice.cut.first_author, count)
            self._vocabulary.learn(choice.cut.title.rpartition(" ")[2], count)

"""What the columns hold of scores, titles and days of coming, each as a number a paper."""

from collections.abc import Sequence

from sitegen.model.paper import Paper
from sitegen.model.text import fold_text
from sitegen.search.documents import Document
from sitegen.site.lookups import Lookups

# By what scores may be multiplied in the files.
SCALES = (1, 10, 100, 1000)


def score_scale(papers: Sequence[Paper]) -> int:
    """By what scores are multiplied to be whole numbers: 1, 10, 100 or, where that is not enough, 1,000."""
    scores = [paper.score for paper in papers if paper.score is not None]
    return next((scale for scale in SCALES if all(_is_whole(score * scale) for score in scores)), SCALES[-1])


def _is_whole(number: float) -> bool:
    return round(number, 6).is_integer()


def score_number(paper: Paper, scale: int) -> int:
    """A paper's score times `scale`, and one more, since 0 is for papers without a score. No score is below 0."""
    return 0 if paper.score is None else round(max(paper.score, 0) * scale) + 1


def title_places(documents: Sequence[Document]) -> list[int]:
    """The place of each document among all by its title, from 0; case, accents and punctuation do not count."""
    keys = [(fold_text(document.title), document.ref) for document in documents]
    places = [0] * len(keys)
    for place, number in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        places[number] = place
    return places


def added_ranks(lookups: Lookups, papers: Sequence[Paper]) -> list[int]:
    """1 for papers that came to the list last, one more for each day before on which any came; 0 where not known."""
    days = [lookups.added.get(paper.id) for paper in papers]
    newest = sorted({day for day in days if day}, reverse=True)
    ranks = {day: rank for rank, day in enumerate(newest, start=1)}
    return [ranks[day] if day else 0 for day in days]

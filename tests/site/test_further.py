"""Others by a paper's authors or on its topics, where few papers are like it."""

import dataclasses
from collections.abc import Mapping, Sequence

from sitegen.likeness.related import MOST_RELATED, Related
from sitegen.model.paper import Paper
from sitegen.site.further import Further, find_further
from sitegen.site.related import further_views
from sitegen.taxonomy.terms import Term
from tests.toy import toy_site


def terms(**papers: str) -> dict[str, tuple[Term, ...]]:
    """By paper the terms of these names, each with the papers that have it."""
    made = [Term(slug=name.lower(), label=name, papers=tuple(ids.split())) for name, ids in papers.items()]
    ids = {each for term in made for each in term.papers}
    return {each: tuple([term for term in made if each in term.papers]) for each in ids}


def listed(ids: Sequence[str]) -> list[Paper]:
    """Papers by their ids, newest first."""
    return [Paper(id=each, title=each) for each in ids]


def found(
    ids: str,
    authors: Mapping[str, tuple[Term, ...]],
    topics: Mapping[str, tuple[Term, ...]],
    *,
    related: Mapping[str, Sequence[Related]] | None = None,
    works: Mapping[str, str] | None = None,
) -> dict[str, tuple[Further, ...]]:
    """What stands beside each paper of a list, where nothing is related but `related`."""
    near: dict[str, Sequence[Related]] = dict.fromkeys(ids, ())
    return find_further(listed(ids), near | dict(related or {}), authors=authors, topics=topics, works=works or {})


def ids_of(further: Sequence[Further]) -> str:
    """The papers of a list in their order."""
    return "".join(each.paper for each in further)


def test_shared_authors_come_first_then_topics_then_neighbours() -> None:
    """Two authors before one, any before topics, two topics before one, and of equals the nearest in the list."""
    authors = terms(Ada="m a b", Bo="m a")
    topics = terms(Tides="m b c d n", Moons="m d")
    assert ids_of(found("cabmdn", authors, topics)["m"]) == "abdnc"


def test_a_list_says_what_is_shared() -> None:
    """The names of authors and topics, in the order of the paper's own."""
    authors, topics = terms(Bo="m a", Ada="m a"), terms(Tides="a m", Moons="m")
    assert found("ma", authors, topics)["m"] == (Further(paper="a", authors=("Bo", "Ada"), topics=("Tides",)),)


def test_both_lists_together_have_six() -> None:
    """What is related stays out, is counted, and where there are six nothing is added."""
    topics = terms(Tides="m a b c d e f g h")
    near = [Related(paper=each, terms=("tide", "moon"), authors=0) for each in "abcdef"]
    some = found("mabcdefgh", {}, topics, related={"m": near[:4]})
    assert ids_of(some["m"]) == "ef"
    assert "m" not in found("mabcdefgh", {}, topics, related={"m": near})
    assert len(found("mabcdefgh", {}, topics)["m"]) <= MOST_RELATED


def test_one_work_takes_one_place() -> None:
    """No other version of the paper, of a related one or of one that is there already."""
    topics = terms(Tides="m n a b c d")
    works = {"m": "m", "n": "m", "a": "a", "b": "a", "c": "c", "d": "c"}
    near = [Related(paper="a", terms=("tide", "moon"), authors=0)]
    assert ids_of(found("mnabcd", {}, topics, related={"m": near}, works=works)["m"]) == "c"


def test_papers_that_share_nothing_stand_alone() -> None:
    """Without authors and topics in common there is nothing to add."""
    assert found("ma", terms(Ada="m", Bo="a"), {}) == {"m": (), "a": ()}


def test_a_row_says_why_it_is_there() -> None:
    """Shared authors by name while they are few, else their number; topics where no author is shared."""
    lookups = toy_site().lookups
    paper, other = lookups.ordered[:2]
    shared = [(("Ada", "Bo"), ("Tides",)), (("Ada", "Bo", "Cy"), ()), ((), ("Tides", "Moons"))]
    further = tuple(Further(paper=other.id, authors=authors, topics=topics) for authors, topics in shared)
    views = further_views(dataclasses.replace(lookups, further={paper.id: further}), paper, lambda path: "../" + path)
    assert [view.reason for view in views] == [
        "Also by Ada and Bo",
        "Also by 3 of the authors",
        "Also on Tides and Moons",
    ]
    assert {view.href for view in views} == {f"../papers/{other.id}.html"}
    assert not any(view.terms for view in views)

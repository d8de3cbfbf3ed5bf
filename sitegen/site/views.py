"""The views that site.yaml names, with their papers."""

from collections.abc import Iterator, Sequence

from sitegen.config import Order, SavedView, Span
from sitegen.config.yaml_source import KeyPath
from sitegen.model.paper import Paper
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.model.suggestions import suggestion
from sitegen.model.text import fold_text
from sitegen.site.lookups import Lookups
from sitegen.site.orders import in_order
from sitegen.site.saved import KINDS, Named, View
from sitegen.taxonomy.terms import Term


def find_views(lookups: Lookups) -> tuple[View, ...]:
    """The papers of every view; raises ProblemsError with each name that is unknown, at its line and key."""
    problems: list[Problem] = []
    views = tuple(_view(lookups, place, saved, problems) for place, saved in enumerate(lookups.config.views))
    if problems:
        raise ProblemsError(problems)
    return views


def _view(lookups: Lookups, place: int, saved: SavedView, problems: list[Problem]) -> View:
    terms = {key: tuple(_terms(lookups, ("views", place), key, names_of(saved, key), problems)) for key in KINDS}
    members = {key: {paper for term in found for paper in term.papers} for key, found in terms.items() if found}
    fitting = [paper for paper in lookups.ordered if _fits(saved, terms, members, paper)]
    papers = in_order(fitting, saved.sort, lookups.added)
    ids = tuple(paper.id for paper in papers)
    return View(saved=saved, terms=terms, papers=ids, location=lookups.config.place(("views", place)))


def names_of(saved: SavedView, key: str) -> tuple[str, ...]:
    """The names that stand under one of KINDS."""
    found: tuple[str, ...] = getattr(saved, "not_" if key == "not" else key)
    return found


def _terms(lookups: Lookups, path: KeyPath, key: str, names: Sequence[str], problems: list[Problem]) -> Iterator[Term]:
    taxonomy = lookups.taxonomies.get(KINDS[key])
    known = taxonomy.terms if taxonomy else ()
    for at, name in enumerate(names):
        shown = f"views[{path[1]}].{key}" + (f"[{at}]" if len(names) > 1 else "")
        folded = fold_text(name)
        term = next((each for each in known if each.slug == name), None)
        term = term or next((each for each in known if fold_text(each.label) == folded), None)
        if term:
            yield term
            continue
        near = suggestion(name, {each.slug for each in known} | {each.label for each in known})
        message = f"`{shown}`: no {KINDS[key].removesuffix('s')} of this site is called `{name}`{near}"
        location = lookups.config.place((*path, key, at)) or Location("site.yaml")
        problems.append(Problem(location, "unknown-name", message))


def _fits(saved: SavedView, terms: Named, members: dict[str, set[str]], paper: Paper) -> bool:
    every = saved.match == "all" and all(paper.id in term.papers for term in terms["topic"])
    named = (
        paper.id in members[key] for key in members if key != "not" and not (key == "topic" and saved.match == "all")
    )
    return (
        (saved.match == "any" or every)
        and all(named)
        and paper.id not in members.get("not", ())
        and _holds(saved.year, paper.year)
        and _holds(saved.score, paper.score)
        and _holds(saved.rating, paper.rating)
        and saved.code in {None, paper.is_with_code}
        and (not saved.star or paper.star)
        and (not saved.status or (paper.status or "none") in saved.status)
    )


def _holds(span: Span | None, number: float | None) -> bool:
    return span is None or span.holds(number)


def is_by_date(view: View) -> bool:
    """Whether the papers of a view are in the order of their dates, and can be divided by years."""
    return view.saved.sort in {Order.DATE, Order.OLDEST}

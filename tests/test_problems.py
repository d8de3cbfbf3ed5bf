"""Problems: their order, and errors that hold many."""

import pickle

from sitegen.model.problems import Location, Problem, ProblemsError

FAULTS = (Problem(Location("b.md", 2), "second", "two"), Problem(Location("a.md", 3), "first", "one"))


def test_an_error_has_every_problem_once_and_sorted() -> None:
    """The message has one problem a line, sorted by file and line."""
    assert str(ProblemsError((*FAULTS, *FAULTS))) == "a.md:3: first: one\nb.md:2: second: two"


def test_an_error_comes_whole_out_of_another_process() -> None:
    """Pages are rendered in workers: what one of them raises says the same here."""
    error = ProblemsError(FAULTS)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - what we just wrote
    assert (str(copy), copy.problems) == (str(error), error.problems)

"""Any error of a build as problems with a place, for those who show them in a line each."""

from sitegen.model.problems import Location, Problem, ProblemsError, SitegenError


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What `error` says, as problems; empty for an error that is a fault of sitegen itself."""
    if isinstance(error, ProblemsError):
        return error.problems
    if isinstance(error, OSError) and error.filename is not None:
        return (Problem(Location(str(error.filename)), "file-error", error.strerror or str(error)),)
    if isinstance(error, SitegenError):
        return (Problem(Location("sitegen"), "build-error", str(error)),)
    return ()

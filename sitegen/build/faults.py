"""Any error of a build as problems with a place, for those who show them in a line each."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from sitegen.model.problems import Location, Problem, ProblemsError, SitegenError


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What `error` says, as problems; empty for an error that is a fault of sitegen itself."""
    if isinstance(error, ProblemsError):
        return error.problems
    if isinstance(error, TemplateError):
        return (Problem(_template_location(error), "template-error", str(error.message or error)),)
    if isinstance(error, OSError) and error.filename is not None:
        return (Problem(Location(str(error.filename)), "file-error", error.strerror or str(error)),)
    if isinstance(error, SitegenError):
        return (Problem(Location("sitegen"), "build-error", str(error)),)
    return ()


def _template_location(error: TemplateError) -> Location:
    if isinstance(error, TemplateSyntaxError):
        return Location(error.filename or error.name or "templates", error.lineno)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    if frames:
        return Location(_shown(frames[-1].filename), frames[-1].lineno or 1)
    return Location(str(error.name) if isinstance(error, TemplateNotFound) else "templates")


def _shown(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else filename

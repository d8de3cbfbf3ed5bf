"""Pages through their templates.

Templates see `site` (a SharedView) and `view` (the page's own); every value is escaped unless a view holds Markup.
"""

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from sitegen.model.artifact import Artifact
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.site.pages import Page, Site


def make_environment(template_folders: Sequence[Path]) -> Environment:
    """Compile every template of the folders; one of an earlier folder stands in for those of its name in later ones.

    Raises ProblemsError with every template that cannot be compiled.
    """
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in template_folders], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    problems = []
    for name in environment.list_templates(extensions=["html"]):
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            location = Location(error.filename or name, error.lineno)
            problems.append(Problem(location, "template-syntax", error.message or "cannot be read"))
    if problems:
        raise ProblemsError(problems)
    return environment


def render_page(environment: Environment, site: Site, page: Page) -> Artifact:
    """The HTML of one page.

    Raises ProblemsError, at the line of the template, for a template that is missing, or that asks for something that
    its view does not hold.
    """
    view = page.make_view()
    try:
        html = environment.get_template(page.template).render(site=site.shared, view=view)
    except TemplateError as error:
        message = f"{error.message or type(error).__name__} (while writing {page.path})"
        raise ProblemsError([Problem(_location(error, page.template), "template-error", message)]) from error
    return Artifact(page.path, html.encode("utf-8"))


def _location(error: TemplateError, template: str) -> Location:
    """The innermost line of a template in an error's traceback, which Jinja rewrites to lead there."""
    if isinstance(error, TemplateNotFound):
        return Location(template)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return Location(frames[-1].filename, frames[-1].lineno or 1) if frames else Location(template)

"""Pages through their templates.

Templates see `site` (a SharedView) and `view` (the page's own); every value is escaped unless a view holds Markup.
A template of the content folder stands in for ours of its name, which it reaches, to extend it, as `sitegen/<name>`.
"""

import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from sitegen.model.artifact import Artifact
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.render.template_faults import template_faults
from sitegen.site.pages import Page, Site

# Before the name of a template: the one that comes with sitegen, whatever stands in for it.
SHIPPED = "sitegen"


def make_environment(template_folders: Sequence[Path]) -> Environment:
    """Compile every template of the folders; one of an earlier folder stands in for those of its name in later ones.

    The last folder is ours. Raises ProblemsError with every template that cannot be compiled, then with what would go
    wrong without a word in the others.
    """
    *own, shipped = (FileSystemLoader(str(folder), encoding="utf-8") for folder in template_folders)
    environment = Environment(
        loader=ChoiceLoader([PrefixLoader({SHIPPED: shipped}), *own, shipped]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    names = [name for loader in (*own, shipped) for name in loader.list_templates() if name.endswith(".html")]
    problems = list(_syntax_faults(environment, names)) or list(
        template_faults(environment, [name for loader in own for name in loader.list_templates() if name in names])
    )
    if problems:
        raise ProblemsError(problems)
    return environment


def _syntax_faults(environment: Environment, names: Iterable[str]) -> Iterator[Problem]:
    for name in sorted(set(names)):
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            location = Location(error.filename or name, error.lineno)
            yield Problem(location, "template-syntax", error.message or "cannot be read")


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

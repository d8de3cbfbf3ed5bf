"""Write docs/templates.md: what each template sees, from the views themselves, and its blocks, from the templates.

`make docs` runs this. The golden list of the tests has a page of every kind, so its plan says which view goes with
which template.
"""

import builtins
import collections.abc
import dataclasses
import inspect
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue, plan
from sitegen.build.resources import load_static, package_folder
from sitegen.site.frame import Frame
from sitegen.site.pages import SharedView

ROOT = Path(__file__).parents[1]
PLACE = Path(__file__).parent / "templates.md"
CONTENT = ROOT / "tests" / "golden" / "content"
BLOCK = re.compile(r"(?:\{# ([^#]*) #\}\n)?\{%-? block (\w+) -?%\}")
PARTIAL = re.compile(r"\A\{# ([^#]*) #\}\n")
# In this order: a yes or no is a number as well, and HTML a text.
PLAIN = {bool: "yes or no", int: "number", float: "number", Markup: "HTML", str: "text"}
HEAD = """\
# What templates see

This page is made by `make docs` from the views and the templates; `docs/themes.md` tells how to use it.

Every template sees `site` and `view`. What is *or none* has to be asked for before it is printed; asking for a name
that is not here stops the build at the template's line.
"""


def views() -> dict[str, type]:
    """The class of the view that each template gets, by the name of the template."""
    content = load_content(CONTENT)
    site = plan(content, load_catalogue(content), load_static(CONTENT))
    makers = {page.template: inspect.unwrap(getattr(page.make_view, "func", page.make_view)) for page in site.pages}
    return {name: typing.get_type_hints(maker)["return"] for name, maker in sorted(makers.items())}


def blocks(name: str) -> Iterator[tuple[str, str]]:
    """The blocks of one of our templates, each with the comment before it: "" where it fills one of base.html."""
    text = (package_folder("templates") / name).read_text(encoding="utf-8")
    for remark, block in BLOCK.findall(text):
        yield block, " ".join(remark.split())


def parts(shown: object) -> Iterator[type]:
    """The classes of views in an annotation."""
    if isinstance(shown, type) and dataclasses.is_dataclass(shown):
        yield shown
    for argument in typing.get_args(shown):
        yield from parts(argument)


def reached(first: list[type]) -> list[type]:
    """These classes and all that can be reached from them, each once, by name."""
    found, waiting = dict[str, type](), list(first)
    while waiting:
        each = waiting.pop()
        if each.__name__ not in found:
            found[each.__name__] = each
            waiting += [part for hint in typing.get_type_hints(each).values() for part in parts(hint)]
    return [found[name] for name in sorted(found)]


def words(shown: object) -> str:
    """An annotation as people say it."""
    arguments = typing.get_args(shown)
    match typing.get_origin(shown):
        case types.UnionType | typing.Union:
            return " or ".join(words(each) for each in arguments)
        case builtins.tuple if arguments[-1] is Ellipsis:
            return f"list of {words(arguments[0])}"
        case builtins.tuple:
            return f"({', '.join(words(each) for each in arguments)})"
        case collections.abc.Mapping:
            return f"{words(arguments[1])} by name"
        case typing.Literal:
            return " or ".join(f"`{each}`" for each in arguments)
    return _class_words(shown)


def _class_words(shown: object) -> str:
    if shown is type(None):
        return "none"
    if not isinstance(shown, type):
        return str(shown)
    if dataclasses.is_dataclass(shown):
        return f"[{shown.__name__}](#{shown.__name__.lower()})"
    return next((word for plain, word in PLAIN.items() if issubclass(shown, plain)), "anything")


def table(view: type) -> str:
    """What a class says of itself, and its fields."""
    hints = typing.get_type_hints(view)
    rows = "".join(f"| `{each.name}` | {words(hints[each.name])} |\n" for each in dataclasses.fields(view))
    return f"{inspect.getdoc(view)}\n\n| name | what |\n|---|---|\n{rows}"


def reference() -> str:
    """The whole page."""
    by_template = views()
    lines = [HEAD, "\n## Templates\n"]
    folder = package_folder("templates")
    for path in sorted(folder.glob("[!_]*.html")):
        view = by_template.get(path.name)
        sees = f" `view`: {words(view)}." if view else ""
        lines.append(f"\n### {path.name}\n\n{_purpose(path.name)}{sees}\n")
        own = [f"- `{name}`: {remark}\n" for name, remark in blocks(path.name) if remark]
        lines += ["\n" if own else "", *own]
    lines.append("\n## Partials\n\n| file | what it draws |\n|---|---|\n")
    for path in sorted(folder.glob("_*.html")):
        remark = PARTIAL.match(path.read_text(encoding="utf-8"))
        lines.append(f"| `{path.name}` | {' '.join(remark[1].split()) if remark else ''} |\n")
    lines.append(f"\n## site\n\n{table(SharedView)}\n## Views\n")
    lines += [f"\n### {each.__name__}\n\n{table(each)}" for each in reached([Frame, *by_template.values()])]
    return "".join(lines)


def _purpose(name: str) -> str:
    if name == "base.html":
        return "What stands around every page; the other templates extend it."
    text = (package_folder("templates") / name).read_text(encoding="utf-8")
    found = re.search(r'\{% extends "([^"]+)" %\}', text)
    return f"Extends [{found[1]}](#{found[1].replace('.', '')})." if found else "Stands alone, without blocks."


if __name__ == "__main__":
    PLACE.write_text(reference(), encoding="utf-8")

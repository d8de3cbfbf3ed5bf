"""Loading a content folder: settings, topics, dumps, notes, free pages and overrides."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sitegen.config import Config, load_config
from sitegen.model.dump import Reading
from sitegen.model.note import FreePage, Note
from sitegen.model.problems import Location, Problem, ProblemsError
from sitegen.model.suggestions import suggestion
from sitegen.sources.notes import load_note
from sitegen.sources.pages import load_page
from sitegen.sources.reading import load_dump, read_dump
from sitegen.taxonomy.topic_rules import TopicRules, load_topic_rules

Loaded = TypeVar("Loaded")

# A list without topics.yaml sorts its papers in the other ways only.
NO_TOPICS = TopicRules(file="topics.yaml", threshold=1, mentions=1, topics=())


class ConfigurationError(ProblemsError):
    """A content folder that cannot be worked with: site.yaml or topics.yaml is missing or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a content folder holds, read and validated; `problems` names the files that could not be."""

    config: Config
    rules: TopicRules
    readings: tuple[Reading, ...]
    notes: tuple[Note, ...]
    free_pages: tuple[FreePage, ...]
    problems: tuple[Problem, ...]


def load_content(folder: Path, *, config_path: Path | None = None) -> Content:
    """Read `folder`; `config_path` stands in for its site.yaml.

    Raises ConfigurationError for a missing folder and faults of site.yaml or topics.yaml. Files that cannot be read are
    left out, each with its problems.
    """
    if not folder.is_dir():
        message = "there is no such folder; `sitegen init` makes one to start from"
        raise ConfigurationError([Problem(Location(str(folder)), "no-content", message)])
    config, rules = _settings(folder, config_path or folder / "site.yaml")
    problems: list[Problem] = []
    dumps = _load_each(folder / "dumps", "*.txt", lambda path: load_dump(path, shown_as=str(path)), problems)
    free_pages = _load_each(folder / "pages", "*.md", lambda path: load_page(path, shown_as=str(path)), problems)
    problems += _missing_templates(folder / "templates", free_pages)
    return Content(
        config=config,
        rules=rules,
        readings=tuple(read_dump(dump) for dump in dumps),
        notes=_load_each(folder / "papers", "*.md", lambda path: load_note(path, shown_as=str(path)), problems),
        free_pages=free_pages,
        problems=tuple(problems),
    )


def _settings(folder: Path, config_path: Path) -> tuple[Config, TopicRules]:
    problems: list[Problem] = []
    topics_path = folder / "topics.yaml"
    try:
        config = load_config(config_path, static=folder / "static")
    except ProblemsError as error:
        problems += error.problems
    try:
        rules = load_topic_rules(topics_path) if topics_path.exists() else NO_TOPICS
    except ProblemsError as error:
        problems += error.problems
    if problems:
        raise ConfigurationError(problems)
    return config, rules


def _missing_templates(folder: Path, pages: Iterable[FreePage]) -> Iterator[Problem]:
    own = {path.name for path in _files(folder, "*.html")}
    for page in pages:
        if page.template is not None and page.template not in own:
            message = f"there is no `{page.template}` in {folder}{suggestion(page.template, own)}"
            yield Problem(Location(page.file, page.template_line), "unknown-template", message)


def _load_each(
    folder: Path, pattern: str, load: Callable[[Path], Loaded], problems: list[Problem]
) -> tuple[Loaded, ...]:
    loaded = []
    for path in _files(folder, pattern):
        try:
            loaded.append(load(path))
        except ProblemsError as error:
            problems += error.problems
    return tuple(loaded)


def _files(folder: Path, pattern: str) -> Sequence[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))

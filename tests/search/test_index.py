"""What search writes: the same bytes whatever the order, under names that change with the content."""

import json
import re
from dataclasses import replace

from sitegen.markup.latex import latex_to_text
from sitegen.model.artifact import Artifact
from sitegen.search.analysis import analyse
from sitegen.search.documents import Document, note_text
from sitegen.search.index import index_artifacts, search_artifacts, with_search
from sitegen.site.pages import PageKind, Site
from sitegen.site.plain_pages import SearchView
from sitegen.site.search_client import later_artifact
from tests.search.scripts import lunr_or_skip
from tests.search.sites import EXTRA, searchable_assets, searchable_site
from tests.toy import HOSTILE_TITLE, toy_parts


def arguments(artifact: Artifact) -> list[str]:
    """What a script of search hands over: name, generation, checksum and payload."""
    text = artifact.content.decode()
    assert text.startswith("sitegenSearch(")
    assert text.endswith(");\n")
    value: list[str] = json.loads("[" + text.removeprefix("sitegenSearch(").removesuffix(");\n") + "]")
    return value


def test_order_and_repetition_change_nothing() -> None:
    """The bytes are the same for papers in another order and in a second run."""
    site = searchable_site()
    catalogue = replace(site.catalogue, papers=site.catalogue.papers[::-1])
    turned = replace(site, catalogue=catalogue, lookups=replace(site.lookups, catalogue=catalogue))
    assert tuple(search_artifacts(turned)) == tuple(search_artifacts(site))
    assert tuple(search_artifacts(searchable_site())) == tuple(search_artifacts(site))


def test_pages_add_nothing() -> None:
    """The bytes are the same where no page was planned, and so no paper compared with another."""
    parts = replace(toy_parts(), assets=searchable_assets())
    assert tuple(index_artifacts(parts.lookups())) == tuple(search_artifacts(parts.site()))


def test_the_manifest_names_files_that_are_there() -> None:
    """It comes first, under the one fixed name, and leads to the client and to the parts of this very build."""
    site = searchable_site()
    manifest, client, later, _, *parts = search_artifacts(site)
    name, generation, _, text = arguments(manifest)
    value = json.loads(text)
    assert (manifest.path, name) == ("search/index.js", "manifest")
    assert (value["client"], value["later"], value["generation"]) == (client.path, later.path, generation)
    assert value["count"] == len(site.catalogue.papers)
    assert {artifact.path.rpartition("/")[0] for artifact in parts} == {f"search/{generation}"}


def test_a_changed_paper_changes_the_names() -> None:
    """All but the manifest and the scripts carry a digest of what the list holds."""
    before = {artifact.path for artifact in search_artifacts(searchable_site())}
    after = {artifact.path for artifact in search_artifacts(searchable_site(EXTRA[1:]))}
    assert {path for path in before & after if "/client." not in path and "/later." not in path} == {"search/index.js"}


def test_the_search_page_starts_with_one_file() -> None:
    """It names the manifest and the client in one script, which is there; without an index it names none."""
    site = searchable_site()
    files = tuple(search_artifacts(site))
    manifest, client, _, start, *_ = files
    listed, _, script = start.content.partition(b";\n")
    assert json.loads(listed.removeprefix(b"self.sitegenManifest = ")) == list(arguments(manifest))
    assert script == client.content
    assert search_view(with_search(site, files)).start == start.path
    assert search_view(site).start is None


def search_view(site: Site) -> SearchView:
    """What the template of the search page shows."""
    view = next(page.make_view() for page in site.pages if page.kind is PageKind.SEARCH)
    assert isinstance(view, SearchView)
    return view


def test_scripts_hold_any_text() -> None:
    """Quotes, backslashes and markup in titles come through as they are, and end no string early."""
    title = r"It's a \"quoted\" <\/script> title"
    site = searchable_site((replace(EXTRA[0], title=title), *EXTRA[1:]))
    heads = [artifact for artifact in search_artifacts(site) if re.search(r"/h\d+\.js$", artifact.path)]
    titles = {line for head in heads for line in arguments(head)[3].split("\n")}
    assert {HOSTILE_TITLE, latex_to_text(title)} <= titles


def test_documents_are_numbered_by_abstract_and_topics() -> None:
    """Those whose abstracts have as many words stand by topics, and only then by id; ids that are numbers lead."""

    def document(ref: str, abstract: str, topics: str) -> Document:
        return Document(ref=ref, title="", authors="", topics=topics, organizations="", abstract=abstract, notes="")

    written = (
        document("a", "lantern", "Tides"),
        document("b", "lantern", "Light"),
        document("c", "dune", "Tides"),
        document("d", "dune", "Light"),
        document("e", "", "Tides"),
        document("20", "lantern dune tide", ""),
        document("3", "lantern dune tide", ""),
    )
    assert [read.document.ref for read in analyse(written).documents] == ["3", "20", "e", "b", "d", "a", "c"]


def test_notes_are_searched_as_text() -> None:
    """Markdown signs and addresses of links are no words."""
    assert note_text("A **bold** [word](https://example.org/hidden)\n\n- one\n") == "A bold word one"
    assert note_text(" \n") == ""


def test_lunr_begins_with_the_notice_that_it_asks_for() -> None:
    """The licence's notice stays, and our own comments do not travel."""
    lunr_or_skip()
    later = later_artifact(searchable_assets()).content.decode()
    assert later.startswith("/**")
    assert "Copyright" in later.partition("*/")[0]
    assert "\n/* All terms of the index" not in later

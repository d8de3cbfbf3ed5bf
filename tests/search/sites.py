"""A small site that can be searched: made-up papers with words that search has to get right."""

from dataclasses import replace
from pathlib import Path

from sitegen.model.artifact import Artifact
from sitegen.model.paper import Catalogue, Paper
from sitegen.render.pages import make_environment, render_page
from sitegen.search.analysis import analyse
from sitegen.search.documents import Document, unordered_documents
from sitegen.search.index import search_artifacts, with_search
from sitegen.site.assets import Assets, fingerprint_assets
from sitegen.site.pages import Site
from sitegen.site.scripts import PIECES, all_lean, with_bundles
from tests.search.scripts import ROOT, find_lunr
from tests.toy import toy_assets, toy_papers, toy_parts

STATIC = ROOT / "static"

EXTRA = (
    Paper(
        id="muller-lyer-for-gpt-4",
        title="Müller–Lyer Illusions in GPT-4",
        authors=("Jürgen Ångström", "Kaiming He", "Łucja Ørsted"),
        abstract="We survey how pre-training shapes what a model sees. Out-of-distribution lines look longer in 3D.",
    ),
    Paper(
        id="pretraining-surveys",
        title="Surveys of Pretraining: All You Need to Know",
        authors=("Thịnh An", "Ada Quill"),
        abstract="A generalization of C++ programs by GPT4, with an $L_2$ norm, out of any distribution of lanterns.",
        topics=("shadows",),
    ),
    Paper(
        id="deep-learning-in-han",
        title="深度学习 for β-VAE",
        authors=("Иван Ёлкин",),
        abstract="Certified intervals bound the loss. Interval bounds are tight, and a display plays.",
    ),
)


def searchable_assets() -> Assets:
    """The real static files, with a stand-in for lunr.js where that is missing."""
    real = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file()}
    others = {name: toy_assets().content(name) for name in toy_assets().paths}
    lunr = find_lunr()
    files = {**others, **real, **({"lunr.min.js": lunr.read_bytes()} if lunr else {})}
    return fingerprint_assets(with_bundles(all_lean(files)), pieces=PIECES)


def searchable_site(extra: tuple[Paper, ...] = EXTRA) -> Site:
    """The toy site with more papers and the scripts of search."""
    parts = toy_parts()
    catalogue = Catalogue(papers=(*toy_papers(), *extra), record_count=9)
    return replace(parts, catalogue=catalogue, assets=searchable_assets()).site()


def searchable_documents() -> tuple[Document, ...]:
    """The documents of that site."""
    return documents_of(searchable_site())


def documents_of(site: Site) -> tuple[Document, ...]:
    """Every paper of a site as a document, in the order of their numbers."""
    return tuple(read.document for read in analyse(unordered_documents(site.lookups)).documents)


def write_search_files(site: Site, folder: Path) -> tuple[Artifact, ...]:
    """Write what search adds to a site; gives the files."""
    artifacts = tuple(search_artifacts(site))
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    return artifacts


def write_whole_site(site: Site, folder: Path) -> None:
    """Write every page, asset and search file of a site through the real templates."""
    environment = make_environment([ROOT / "templates"])
    started = with_search(site, write_search_files(site, folder))
    pages = [render_page(environment, started, page) for page in started.pages]
    for artifact in (*pages, *site.lookups.assets.artifacts):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)

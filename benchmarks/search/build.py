"""How fast the search index is made, beside lunr.py on the same documents, and how that grows.

    python benchmarks/search/build.py --corpus FOLDER [--sizes N …] [--beside N …] [--runs R] [--seed S]

Every measurement is a process of its own, which reads its documents first and then measures its own time on the
processor, from the documents to the bytes of all files: ours, lunr.py's `lunr()` as it comes, and the same with our
text pipeline in place of its own. A further row has lunr.py's index in memory, before it is written. The ways take
turns, `--runs` times; the best run counts, as the one that others disturbed least. Beyond 20,000 the papers are made up
(papers.py).
"""

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import lunr
from corpus import Record, read_corpus
from lunr.index import Index
from papers import make_papers

sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.model.artifact import Artifact
from sitegen.search.analysis import analyse
from sitegen.search.documents import FIELDS, Document
from sitegen.search.parts import generation_of, manifest_artifact, part_artifact
from sitegen.search.term_index import term_parts
from tests.search.lunr_whole import build_lunr_index

SIZES = (420, 4200, 20_000, 100_000)
BESIDE = (420, 4200)
GZIP_LEVEL = 9
STATUS = Path("/proc/self/status")
KINDS = {"t": "shards", "v": "vocabulary", "i": "manifest"}


def document(number: int, record: Record) -> Document:
    """A paper as a document; its subject stands for its topics."""
    return Document(
        ref=f"paper-{number}",
        title=record.title,
        authors=", ".join(record.authors),
        topics=record.subject,
        organizations="",
        abstract=record.abstract,
        notes="",
    )


def build_ours(documents: Sequence[Document]) -> tuple[Artifact, ...]:
    """All files of the term index, without what hits show."""
    entries, parts = term_parts(analyse(documents))
    generation = generation_of(entries, parts)
    return (manifest_artifact(entries, generation), *(part_artifact(part, generation) for part in parts))


def build_lunr_in_memory(documents: Sequence[Document]) -> Index:
    """lunr.py as it comes."""
    fields = [{"field_name": field.name, "boost": field.boost} for field in FIELDS]
    return lunr.lunr(ref="ref", fields=fields, documents=[_fields(each) for each in documents])


def build_lunr(documents: Sequence[Document]) -> bytes:
    """The same, to the bytes that a browser would load."""
    return json.dumps(build_lunr_in_memory(documents).serialize()).encode()


def build_lunr_with_pipeline(documents: Sequence[Document]) -> bytes:
    """lunr.py with our words and stems in place of its own, to bytes."""
    return json.dumps(build_lunr_index(documents).serialize()).encode()


WAYS: dict[str, Callable[[Sequence[Document]], object]] = {
    "ours": build_ours,
    "lunr.py, in memory": build_lunr_in_memory,
    "lunr.py": build_lunr,
    "lunr.py, our pipeline": build_lunr_with_pipeline,
}


def measure_here(way: str, file: Path, number: int) -> dict[str, Any]:
    """Build once in this very process: seconds, megabytes before and at most, and for ours the bytes by kind."""
    with file.open(encoding="utf-8") as lines:
        documents = [Document(**json.loads(line)) for line in islice(lines, number)]
    before, started = _megabytes(), time.process_time()
    made = WAYS[way](documents)
    seconds = time.process_time() - started
    figures: dict[str, Any] = {"seconds": seconds, "before": before, "most": _megabytes()}
    return figures | ({"bytes": _bytes_by_kind(made)} if isinstance(made, tuple) else {})


def _bytes_by_kind(artifacts: Iterable[Artifact]) -> dict[str, list[int]]:
    """Files, bytes on disk, bytes as sent (gzip, file by file), and those of the greatest file."""
    kinds: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for artifact in artifacts:
        sent = len(gzip.compress(artifact.content, GZIP_LEVEL))
        known = kinds[KINDS[artifact.path.rpartition("/")[2][0]]]
        known[:] = [known[0] + 1, known[1] + len(artifact.content), known[2] + sent, max(known[3], sent)]
    return kinds


def _megabytes() -> float:
    # On Linux a new process starts with its parent's maximum in the general count.
    if STATUS.exists():
        return float(STATUS.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kibibytes / (1024**2 if sys.platform == "darwin" else 1024)


def _fields(document: Document) -> dict[str, str]:
    return {"ref": document.ref, **{field.name: document.text(field) for field in FIELDS}}


def measure(way: str, file: Path, number: int) -> dict[str, Any]:
    """The same in a process of its own, on one core."""
    command = [sys.executable, __file__, "--way", way, "--file", str(file), "--sizes", str(number)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def write_documents(records: Iterable[Record], file: Path) -> None:
    """One document a line."""
    with file.open("w", encoding="utf-8") as out:
        for number, record in enumerate(records):
            out.write(json.dumps(_fields(document(number, record)), ensure_ascii=False) + "\n")


def compare(file: Path, sizes: Iterable[int], runs: int) -> None:
    """Print papers per second of all ways, and how many times as fast ours is."""
    say("papers  way                     papers/s  ms/paper  MB in all  ours is faster by")
    for number in sizes:
        best = {way: min((measure(way, file, number) for _ in range(1)), key=_seconds) for way in WAYS}
        for _ in range(runs - 1):
            best = {way: min(best[way], measure(way, file, number), key=_seconds) for way in WAYS}
        for way, figures in best.items():
            seconds, times = figures["seconds"], figures["seconds"] / best["ours"]["seconds"]
            rates = f"{number / seconds:>10,.0f}  {seconds / number * 1000:>8.3f}"
            say(f"{number:>6}  {way:<22}{rates}  {figures['most']:>9,.0f}  {times:>8.1f}")


def grow(file: Path, sizes: Iterable[int], runs: int) -> None:
    """Print for each size what ours takes and gives: time, memory, and the files by kind."""
    say("papers  ms/paper  MB before, most  kind         files   bytes on disk     gzip -9   largest")
    for number in sizes:
        best = min((measure("ours", file, number) for _ in range(runs)), key=_seconds)
        first = f"{number:>6}  {best['seconds'] / number * 1000:>8.3f}  {best['before']:>6,.0f} {best['most']:>8,.0f}"
        for kind, (files, raw, sent, largest) in best["bytes"].items():
            say(f"{first:<33}  {kind:<11}{files:>7,}  {raw:>14,}  {sent:>10,}  {largest:>8,}")
            first = ""
        raw, sent = (sum(figures[place] for figures in best["bytes"].values()) for place in (1, 2))
        say(f"{first:<33}  {'all':<11}{'':>7}  {raw:>14,}  {sent:>10,}")


def say(line: str) -> None:
    """Print a line now, though more may take long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _seconds(figures: dict[str, Any]) -> float:
    seconds: float = figures["seconds"]
    return seconds


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of papers, for ours alone")
    parser.add_argument("--beside", type=int, nargs="*", default=BESIDE, help="numbers of papers, beside lunr.py")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if options.way:
        say(json.dumps(measure_here(options.way, options.file, options.sizes[0])))
        return
    if not options.corpus:
        parser.error("--corpus is needed")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "documents.jsonl"
        most = max((*options.sizes, *options.beside))
        write_documents(make_papers(read_corpus(options.corpus, options.seed), most, options.seed), file)
        compare(file, options.beside, options.runs)
        grow(file, options.sizes, options.runs)


if __name__ == "__main__":
    main()

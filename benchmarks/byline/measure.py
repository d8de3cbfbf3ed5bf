"""Measure the byline splitter over dumps made of real records.

    python benchmarks/byline/measure.py --corpus FOLDER [--seeds 101,102] [--only 5000,hard]

FOLDER holds `make_dump.py` and the papers that it draws from; the dumps are written to a temporary folder (or to
--work). Prints one table in Markdown: the set, its records, how many are wrong, the share that is exact (title,
authors, `et al.` and organizations), the share required, how many are marked as doubtful, how many of the wrong are,
and seconds of processor time. Ends with status 1 if a figure is below what is required.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.sources.byline import LOW_CONFIDENCE, Byline, GluedLine, split_bylines

HARD_TITLE_ENDS = {
    "a capitalised word": r" [A-Z][a-z]{2,7}",
    "two capitalised words": r"[A-Z][a-z]+ [A-Z][a-z]+",
    "a short word": r" [A-Z][a-z]{1,3}",
    "an acronym": r"[A-Z]{2,}",
    "acronyms": r"[A-Z]{2,}s",
    "capitals inside": r"[a-z][A-Z][A-Za-z]*",
    "a number": r"\d",
    "a word with a digit": r"\w*\d\w*",
    "?": r"\?",
    "!": r"!",
    ")": r"\)",
    "a quotation mark": r"[\"”’']",
    "another mark": r"[^\w?)]",
    "one or two words behind a colon": r": \S+( \S+)?",
    "a list": r", [^,]+, (and )?[^,]+",
    "a compound": r"-[A-Z]\w+",
    "a word in small letters": r" [a-z]{1,4}",
}
HARD_AUTHORS = {
    "de, da, di, del": r"\b(de|da|di|du|del|della|dos)\b",
    "van, von, der": r"\b([Vv]an|[Vv]on|[Dd]er|ten|ter)\b",
    "initials": r"\b[A-Z]\.",
    "initials first": r"^[A-Z]\.",
    "single letters": r"\b[A-Z]\b(?!\.)",
    "hyphens": r"-",
    "accents": r"[^\x00-\x7f]",
    "an accent first": r"^[^\x00-\x7f]",
    "apostrophes": r"['’]",
    "one word": r"^\S+$",
    "four words and more": r"(\S+ ){3,}",
    "capitals": r"\b[A-Z]{2,}\b",
    "capitals inside": r"[a-z][A-Z]",
    "a small letter first": r"^[a-z]",
    "teams": r"Team|AI\b|Lab|Group|^[A-Z]+$|Consortium",
}
REQUIRED = {"5000": 99.8, "title end": 99.3, "author": 96.0, "alone": 95.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a made line says."""

    title: str
    authors: tuple[str, ...]
    truncated: bool
    organizations: tuple[str, ...]

    def agrees(self, byline: Byline) -> bool:
        """Whether a byline is exact."""
        found = (byline.title, byline.authors, byline.authors_truncated, byline.organizations)
        return found == (self.title, self.authors, self.truncated, self.organizations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The glued lines of a made dump, and what they say."""

    lines: tuple[GluedLine, ...]
    truths: tuple[Truth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    records: int
    wrong: int
    doubtful: int
    wrong_doubtful: int
    seconds: float
    required: float | None

    @property
    def exact(self) -> float:
        """The share of exact records, in per cent."""
        return 100 - 100 * self.wrong / self.records

    def __str__(self) -> str:
        required = f"{self.required:.1f}" if self.required else ""
        cells = (self.name, self.records, self.wrong, f"{self.exact:.2f}", required)
        return f"| {' | '.join(map(str, (*cells, self.doubtful, self.wrong_doubtful, f'{self.seconds:.2f}')))} |"


def load(base: Path) -> Dump:
    """Read a made dump and its truth."""
    printed = base.with_name(base.name + ".txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    records = json.loads(base.with_name(base.name + ".truth.json").read_text(encoding="utf-8"))
    return Dump(
        lines=tuple(
            GluedLine(text=text, abstract=below) for text, below in zip(printed[1::3], printed[2::3], strict=True)
        ),
        truths=tuple(
            Truth(
                title=record["title"],
                authors=tuple(record["authors"]),
                truncated=record["et_al"],
                organizations=(record["org"],) if record["org"] else (),
            )
            for record in records
        ),
    )


class Maker:
    """Makes dumps with the corpus's own script; fewer records than asked for where fewer fit."""

    def __init__(self, corpus: Path, work: Path) -> None:
        self._script = corpus / "make_dump.py"
        self._work = work
        self._made = 0

    def make(self, records: int, seed: int, *options: str) -> Dump | None:
        """A dump, or None if no paper fits the options."""
        self._made += 1
        base = self._work / f"dump-{self._made}"
        command = [sys.executable, str(self._script), "--format=glued", f"--seed={seed}", f"--out={base}", *options]
        while records:
            done = subprocess.run([*command, str(records)], capture_output=True, text=True, check=False)  # noqa: S603
            if done.returncode == 0:
                return load(base)
            fewer = re.search(r"only (\d+) papers fit", done.stderr)
            if fewer is None:
                raise RuntimeError(done.stderr)
            records = int(fewer[1])
        return None


Split = Callable[[Sequence[GluedLine]], Sequence[Byline]]


def in_groups(size: int) -> Split:
    """Split lines in dumps of `size`, as if each were a page of its own."""
    return lambda lines: [
        byline for start in range(0, len(lines), size) for byline in split_bylines(lines[start : start + size])
    ]


def measure(name: str, dump: Dump, required: float | None, errors: int, split: Split = split_bylines) -> Row:
    """Split a dump and compare; prints the first few `errors` to stderr."""
    start = time.process_time()
    bylines = split(dump.lines)
    seconds = time.process_time() - start
    wrong = [number for number, truth in enumerate(dump.truths) if not truth.agrees(bylines[number])]
    for number in wrong[:errors]:
        byline = bylines[number]
        sys.stderr.write(f"{name}: {byline.confidence:.3f} {byline.title[-40:]} | {', '.join(byline.authors)}\n")
    doubtful = {number for number, byline in enumerate(bylines) if byline.confidence < LOW_CONFIDENCE}
    return Row(
        name=name,
        records=len(bylines),
        wrong=len(wrong),
        doubtful=len(doubtful),
        wrong_doubtful=len(doubtful.intersection(wrong)),
        seconds=seconds,
        required=required,
    )


def without_abstracts(dump: Dump) -> Dump:
    """The same lines with nothing below them."""
    return Dump(lines=tuple(GluedLine(text=line.text) for line in dump.lines), truths=dump.truths)


def large(maker: Maker, seeds: Sequence[int], errors: int) -> Iterator[Row]:
    """Dumps of 5,000 records."""
    for seed in seeds:
        if dump := maker.make(5000, seed):
            yield measure(f"5,000 records, seed {seed}", dump, REQUIRED["5000"], errors)


def hard(maker: Maker, seeds: Sequence[int], errors: int) -> Iterator[Row]:
    """Dumps of hard title ends and of hard authors, 2,000 records or as many as fit."""
    for option, patterns, kind in (
        ("--title-end", HARD_TITLE_ENDS, "title end"),
        ("--author", HARD_AUTHORS, "author"),
    ):
        for name, pattern in patterns.items():
            if dump := maker.make(2000, seeds[0], "--years=1900-2100", f"{option}={pattern}"):
                yield measure(f"{kind}: {name.replace('|', '/')}", dump, REQUIRED[kind], errors)


def small(maker: Maker, seeds: Sequence[int], errors: int) -> Iterator[Row]:
    """Records alone, small dumps, and dumps that lack something."""
    dump = maker.make(3000, seeds[0] + 1000)
    if dump is None:
        return
    first = Dump(lines=dump.lines[:1000], truths=dump.truths[:1000])
    yield measure("1,000 records, each alone", first, REQUIRED["alone"], errors, in_groups(1))
    yield measure("the same without abstracts", without_abstracts(first), None, errors, in_groups(1))
    yield measure("3,000 records in dumps of 25", dump, None, errors, in_groups(25))
    yield measure("3,000 records in dumps of 100", dump, None, errors, in_groups(100))
    yield measure("3,000 records without abstracts", without_abstracts(dump), None, errors)
    for name, options in (
        ("first sentences only", ("--abstract=first",)),
        ("some first sentences only", ("--abstract=mixed",)),
        ("one author each", ("--max-authors=1", "--years=1900-2100")),
        ("at most two authors", ("--max-authors=2", "--years=1900-2100")),
        ("every line with an organization", ("--org=1",)),
    ):
        if lacking := maker.make(3000, seeds[0] + 2000, *options):
            yield measure(name, lacking, None, errors)


def speed(maker: Maker, seeds: Sequence[int], errors: int) -> Iterator[Row]:
    """Time against size: four times the records take four times the time."""
    for records in (5000, 10000, 20000):
        if dump := maker.make(records, seeds[0] + 3000, "--years=1900-2100"):
            yield measure(f"{len(dump.lines):,} records at once", dump, None, errors)


SETS = {"5000": large, "hard": hard, "small": small, "speed": speed}


def main() -> int:
    """Run the sets asked for; the exit status says whether all that is required was reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--seeds", default="101,102,103,104,105")
    parser.add_argument("--only", default=",".join(SETS))
    parser.add_argument("--work", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each set to stderr")
    options = parser.parse_args()
    seeds = [int(seed) for seed in options.seeds.split(",")]
    sys.stdout.write("| set | records | wrong | exact % | required % | doubtful | wrong and doubtful | seconds |\n")
    sys.stdout.write("|---|--:|--:|--:|--:|--:|--:|--:|\n")
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        maker = Maker(options.corpus, options.work or Path(folder))
        for name in options.only.split(","):
            for row in SETS[name](maker, seeds, options.errors):
                sys.stdout.write(f"{row}\n")
                sys.stdout.flush()
                missed = missed or (row.required is not None and row.exact < row.required)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

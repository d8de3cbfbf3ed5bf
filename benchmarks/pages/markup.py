"""Ask html-validate and the Nu HTML checker (vnu) for errors on every page of a built site.

    npm ci --ignore-scripts --prefix benchmarks/pages
    python benchmarks/pages/markup.py SITE [--tools benchmarks/pages] [--most 20]

html-validate asks what CI asks (.ci/html-validate.mjs) and wants the Node that `SITEGEN_NODE` names, or the one on
PATH, to be 22.22 or newer; vnu wants a Java of 11 or newer. What is missing is said and counts as not asked. Prints the
number of pages and each error with the first page that has it; ends with status 1 where there is one.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

CONFIG = Path(__file__).parents[2] / ".ci" / "html-validate.mjs"


def html_validate(node: str, tools: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Each error as (message, page)."""
    script = tools / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [node, str(script), "--config", str(CONFIG), "--formatter", "json", str(site / "**" / "*.html")]
    # Into a file: html-validate ends without waiting for a pipe to take all of a long answer.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
        out.seek(0)
        text = out.read()
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"html-validate: {done.stderr or text}")
    found = json.loads(text or "[]")
    for page in found:
        for message in page["messages"]:
            yield f"{message['ruleId']}: {message['message']}", page["filePath"]


def vnu(java: str, tools: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Each error as (message, page)."""
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    for start in range(0, len(pages), 200):
        done = _run(
            [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *pages[start : start + 200]]
        )
        try:
            messages = json.loads(done.stderr)["messages"]
        except ValueError as error:
            raise RuntimeError(f"vnu: {done.stderr[:500]}") from error
        for message in messages:
            yield f"{message['message']} ({message.get('extract', '').strip()})", message.get("url", "")


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own tools


def report(name: str, found: Iterator[tuple[str, str]], most: int) -> int:
    """Print the errors of one checker; gives their number."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for message, page in found:
        counts[message] += 1
        first.setdefault(message, page)
    sys.stdout.write(f"{name}: {counts.total()} errors\n")
    for message, count in counts.most_common(most):
        sys.stdout.write(f"  {count} × {message}: {first[message]}\n")
    return counts.total()


def main() -> int:
    """Print what was found; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("--tools", type=Path, default=Path(__file__).parent, help="where node_modules lies")
    parser.add_argument("--most", type=int, default=20, help="how many different errors to print")
    options = parser.parse_args()
    site = options.site.resolve()
    sys.stdout.write(f"{len(list(site.rglob('*.html')))} pages\n")
    errors = 0
    for name, ask, program in (
        ("html-validate", html_validate, os.environ.get("SITEGEN_NODE") or shutil.which("node")),
        ("vnu", vnu, shutil.which("java")),
    ):
        if program is None:
            sys.stdout.write(f"{name}: not asked, for want of {'Node' if ask is html_validate else 'Java'}\n")
        else:
            errors += report(name, ask(program, options.tools.resolve(), site), options.most)
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Running the client's scripts under Node."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LUNR_PLACES = (ROOT / "sitegen" / "_vendor" / "lunr.min.js", ROOT / "node_modules" / "lunr" / "lunr.min.js")


def run_script(node: str, name: str, question: object) -> Any:
    """What the script `name` of this folder prints, given `question` as JSON on its standard input."""
    done = subprocess.run(  # noqa: S603 -- our own script, under the Node that the run names
        [node, str(HERE / name)], input=json.dumps(question).encode(), capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@contextmanager
def talking(node: str, name: str) -> Iterator[Callable[[object], Any]]:
    """A function that gives what the script `name` of this folder answers, a line of JSON to a line of JSON."""
    with subprocess.Popen(  # noqa: S603 -- our own script, as above
        [node, str(HERE / name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        questions, answers = process.stdin, process.stdout
        assert questions is not None
        assert answers is not None

        def ask(question: object) -> Any:
            questions.write(json.dumps(question) + "\n")
            questions.flush()
            line = answers.readline()
            assert line, "the script ended before it answered"
            return json.loads(line)

        yield ask
        questions.close()


@contextmanager
def answering(node: str, site: Path) -> Iterator[Callable[[object], Any]]:
    """A function that gives what answers.mjs says to a question, over the files of search in the folder `site`."""
    with talking(node, "answers.mjs") as ask:
        ask({"site": str(site)})
        yield ask


def find_lunr() -> Path | None:
    """lunr.js, which the package's build brings and nobody commits; `SITEGEN_LUNR` names another copy."""
    named = os.environ.get("SITEGEN_LUNR")
    places = (Path(named),) if named else LUNR_PLACES
    return next((place for place in places if place.is_file()), None)


def lunr_or_skip() -> Path:
    """lunr.js, or the test is skipped."""
    found = find_lunr()
    if found is None:
        pytest.skip("no lunr.min.js: it comes with the package's build (sitegen/_vendor) or from npm")
    return found

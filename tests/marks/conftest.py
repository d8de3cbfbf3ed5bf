"""The functions of the scripts of marks, under Node."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.search.scripts import talking

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def merging(node: str) -> Iterator[Call]:
    """The functions of `sitegenMerge`, by name."""
    with talking(node, "../marks/merge.mjs") as ask:
        yield lambda name, *values: ask({"call": name, "with": values})


@pytest.fixture(scope="module")
def pages(node: str) -> Iterator[Call]:
    """The functions of My list and of files of marks, by name."""
    with talking(node, "../marks/pages.mjs") as ask:
        yield lambda name, *values: ask({"call": name, "with": values})

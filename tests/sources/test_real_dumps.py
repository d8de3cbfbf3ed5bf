"""The real dumps, where they are there: their number of papers, and no line unread."""

from pathlib import Path

import pytest

from sitegen.model.dump import LineUse, Reading
from sitegen.sources.reading import load_dump, read_dump

# Counted by hand from the files: (lines printed - lines of the page's own) / lines a paper.
PAPERS = {
    "000": (75 - 0) // 3,
    "001": (139 - 5) // 2,
    "002": (464 - 2) // 2,
    "003": (103 - 5) // 2,
    "004": (101 - 5) // 2,
}


def reading_of(folder: Path, number: str) -> Reading:
    """The reading of the dump whose name begins with `number`."""
    (path,) = (folder / "dumps").glob(f"{number}_*.txt")
    return read_dump(load_dump(path, shown_as=path.name))


@pytest.mark.parametrize("number", PAPERS)
def test_every_paper_of_a_real_dump_is_read(shared_dir: Path, number: str) -> None:
    """Each dump gives as many records as it prints papers, all with an abstract, and leaves no line open."""
    reading = reading_of(shared_dir, number)
    assert len(reading.records) == PAPERS[number]
    assert reading.problems == ()
    assert LineUse.UNREAD not in {use for _, use in reading.uses}
    assert all(record.abstract and record.title for record in reading.records)


def test_the_real_dumps_hold_420_papers(shared_dir: Path) -> None:
    """25 of an author's page and 395 of listings."""
    assert sum(len(reading_of(shared_dir, number).records) for number in PAPERS) == 420


def test_listing_days_are_kept(shared_dir: Path) -> None:
    """The day in a listing's header is the listing's, of no paper."""
    readings = [reading_of(shared_dir, number) for number in ("001", "003", "004")]
    assert [reading.header.date_text for reading in readings] == ["Mar 13", "Mar 11", "Mar 11"]
    assert all(record.date_text is None for reading in readings for record in reading.records)

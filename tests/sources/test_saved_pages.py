"""Pages as people's tools save them: tags, wrapped links, links as titles, odd last words. One fault seen, one test."""

import textwrap

import pytest

from sitegen.model.dump import Dump, LineUse, Reading, Record
from sitegen.sources.reading import read_dump

TOP = "Daily Papers\n\nby [AK](https://huggingface.co/akhaliq) and the research community\n\nMar 13\n\n"
SHORT = "A pan of water sings before it boils. We record the song and tell its pitch from the depth of the water."
LONG = (
    "A kettle that is filled to the brim takes longer to boil than one that is half full, and everybody knows it. "
    "We ask by how much, fill nine kettles, wait, and write the minutes down. The answer is a straight line. "
    "Only the ninth kettle, which has a hole, disagrees with the others and is left out."
)


def reading_of(text: str) -> Reading:
    """The reading of a listing in memory."""
    return read_dump(Dump(name="a.txt", file="a.txt", lines=tuple(text.splitlines())))


def only_record(text: str) -> Record:
    """The one record of a listing of which every line is known."""
    reading = reading_of(text)
    assert LineUse.UNREAD not in {use for _, use in reading.uses}
    (record,) = reading.records
    return record


def wrapped(text: str) -> str:
    """The text as a mail program would break it."""
    return "\n".join(textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False))


def glued(head: str, title: str, abstract: str = SHORT) -> str:
    """A paper of an author page, its names glued to its title."""
    return f"{head}\n{title}Jo Example, Ann Sample, Bo Pattern et al.\n{abstract}\n"


@pytest.mark.parametrize("tag", ['<a id="section-2"></a>', "<br>", "<!-- card -->", "</div> <div class='x'>", "<hr />"])
def test_lines_of_tags_are_no_text(tag: str) -> None:
    """What a program leaves of the page's own tags is the page's, and a card goes on below it."""
    lines = ("Submitted by", "someone", tag, "Kettles by Pitch", tag, LONG, "· Published on Oct 4, 2026", tag)
    record = only_record(TOP + "\n\n".join(lines))
    assert (record.title, record.abstract, record.submitted_by) == ("Kettles by Pitch", LONG, "someone")


def test_a_submitter_with_a_number_for_a_name_is_no_query() -> None:
    """The line above a number is a search only where it is nothing else."""
    reading = reading_of(
        f"{TOP.replace('Mar 13', '')}Submitted by\n\n007\n\nKettles by Pitch\n\n{LONG}\n\nUpvote\n\n12\n"
    )
    (record,) = reading.records
    assert (record.submitted_by, record.upvotes_text, reading.header.query) == ("007", "12", None)


@pytest.mark.parametrize("mark", ["### ", ""])
def test_a_wrapped_link_is_one_title_even_if_its_last_line_is_a_number(mark: str) -> None:
    """A title that is a link stays whole, however many lines it takes."""
    lines = (
        "On the Pitch of Kettles, Pans and Pots of Copper, Iron, Tin and Clay, as Heard",
        "from the Next Room by Those Who Wait for Tea in Winters Such as That of 19",
        "47",
    )
    url = "https://huggingface.co/papers/2601.00001"
    record = only_record("{}{}[{}]({})\n\n{}\n".format(TOP, mark, "\n".join(lines), url, LONG))
    assert (record.title, record.abstract, record.urls) == (" ".join(lines), LONG, (url,))


def test_a_title_that_is_a_link_may_end_in_a_full_stop() -> None:
    """Of two links to one paper the first is its title and the second its abstract."""
    page = "https://huggingface.co/papers/2601.0000"
    listing = (
        f"[Kettles, Pans, etc.]({page}1)\n\n[{SHORT}]({page}1)\n\n[Pans by Colour]({page}2)\n\n[{LONG}]({page}2)\n"
    )
    first, second = reading_of(TOP + listing).records
    assert (first.title, first.abstract) == ("Kettles, Pans, etc.", SHORT)
    assert (second.title, second.abstract) == ("Pans by Colour", LONG)


@pytest.mark.parametrize("interval", ["$(0, 1]$", "$[0,1)$"])
def test_half_open_intervals_are_no_links(interval: str) -> None:
    """A bracket that stands for a set of numbers closes no link."""
    abstract = f"The depth of the water is taken from {interval}, the brim being one. {SHORT}"
    url = "https://huggingface.co/papers/2601.00001"
    assert only_record(f"{TOP}### [Kettles by Pitch]({url})\n\n[{abstract}]({url})\n").abstract == abstract


def test_links_that_an_abstract_itself_prints_stay() -> None:
    """Where the page's own links are gone, those in an abstract are the abstract's words."""
    abstract = f"{SHORT} The recordings are at [this address](https://example.org/kettles), free for all who like them."
    listing = f"Daily Papers\n\nKettles by Pitch\n\n{abstract}\n\nPans by Colour\n\n{LONG}\n"
    first, second = reading_of(listing).records
    assert (first.abstract, second.abstract) == (abstract, LONG)


def test_a_wrapped_address_after_a_full_stop_is_the_abstract_s() -> None:
    """An address that found no room on the line of the sentence before it is kept in the abstract."""
    abstract = f"{LONG} https://github.com/kettles-of-the-world/a-rather-long-name-for-a-repository-of-recordings"
    record = only_record(f"{TOP}Kettles by Pitch\n\n{wrapped(abstract)}\n")
    assert record.abstract == abstract


def test_a_head_of_one_part_may_stand_above_a_small_letter() -> None:
    """Titles may begin with a small letter, so the word below a subject does not decide."""
    records = reading_of(glued("99.1LG", "Kettles by Pitch") + glued("CL", "iKettle: Tea by Wire")).records
    assert [(record.subject_text, record.title) for record in records] == [
        ("LG", "Kettles by Pitch"),
        ("CL", "iKettle: Tea by Wire"),
    ]


@pytest.mark.parametrize("end", ["are at: this https URL", "was worth it", "see page 3"])
def test_a_head_of_one_part_may_follow_a_wrapped_abstract_without_a_full_stop(end: str) -> None:
    """A subject that would have fitted in the abstract's last line is no word of it."""
    first = glued("99.1LGMay 29", "Kettles by Pitch", wrapped(f"{LONG} The recordings {end}"))
    records = reading_of(first + glued("CL", "Pans by Colour", wrapped(LONG))).records
    assert [record.subject_text for record in records] == ["LG", "CL"]
    assert records[0].abstract.endswith(end)


@pytest.mark.parametrize(
    ("byline", "authors", "organizations"),
    [
        ("Kettler · copper-lab", ("Kettler",), ("copper-lab",)),
        ("Jo Example, kettler", ("Jo Example", "kettler"), ()),
        ("J K L M N O Example, Ann Sample", ("J K L M N O Example", "Ann Sample"), ()),
    ],
)
def test_odd_names_on_a_line_of_their_own_are_names(
    byline: str, authors: tuple[str, ...], organizations: tuple[str, ...]
) -> None:
    """Where names stand apart, a line that was not wrapped is no beginning of an abstract."""
    usual = "".join(f"LGMay {day}\nKettle Number {day}\nJo Example, Ann Sample\n{wrapped(LONG)}\n" for day in (1, 2, 3))
    record = reading_of(f"{usual}CLMay 4\nPans by Colour\n{byline}\n{wrapped(LONG)}\n").records[-1]
    assert (record.title, record.authors, record.organizations) == ("Pans by Colour", authors, organizations)
    assert record.abstract == LONG


@pytest.mark.parametrize("is_glued", [True, False])
def test_a_page_that_was_wrapped_as_a_whole_is_unwrapped(*, is_glued: bool) -> None:
    """Titles and names that take several lines are read as if they took one, glued or apart."""
    papers = [
        ("Kettles by Pitch and by Depth of Water, Measured in Nine Kitchens of One Street", "Jo Example, Ann Sample"),
        ("Pans", "Bo Pattern, Cy Model et al."),
        (
            "On pots of clay that keep the milk of the morning cool until the evening of the next day, or longer",
            "Di Mould",
        ),
    ]
    listing = ""
    for day, (title, names) in enumerate(papers, start=1):
        lines = [title + names] if is_glued else [title, names]
        listing += "\n".join([f"LGMay {day}", *map(wrapped, lines), wrapped(LONG)]) + "\n"
    records = reading_of(listing).records
    assert [record.abstract for record in records] == [LONG] * len(papers)
    names_of = [", ".join(record.authors) + " et al." * record.authors_truncated for record in records]
    read = [(record.title, names) for record, names in zip(records, names_of, strict=True)]
    # Where a glued line is parted is for the splitter's own tests.
    assert ["".join(each) for each in read] == ["".join(each) for each in papers]
    assert is_glued or read == papers

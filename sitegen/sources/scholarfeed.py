"""Scholar Feed author pages: a head line, title and authors (mostly glued), and the abstract of each paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.dump import Dump, LineUse, Reading, Record
from sitegen.model.problems import Location, Problem, Severity
from sitegen.sources.byline import Byline, GluedLine, split_bylines
from sitegen.sources.byline_layout import parse_layout
from sitegen.sources.lines import Line, account, block_text, ends_sentence, join_lines
from sitegen.sources.reader import Reader
from sitegen.sources.scholarfeed_head import Block, divide_blocks
from sitegen.sources.scholarfeed_header import is_fact, read_header
from sitegen.sources.scholarfeed_wraps import unwrapped

NAME = "scholar-feed"

_PAGE_ENDS = frozenset({"Load more", "Show more", "Previous", "Next"})
_NAME_WORD = re.compile(r"(?:[^\W\d_]|['\u2019`.\-\u2010\u2011])+,?", re.UNICODE)
_LONGEST_NAME = 45
_LONGEST_BYLINE = 400
_LONGEST_PARTICLE = 4
_FEWEST_WORDS, _MOST_WORDS = 2, 6
_FEWEST_FACTS = 2
# Title, authors and abstract.
_MOST_LINES = 3
_ET_AL = re.compile(r" et al\.(?: · [^.]*)?$")
_FIELD_OF_PART = {"code": "has_code"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A block's body, parted: `is_glued` says that the authors, where any are printed, stand in the title's line."""

    block: Block
    title: Line
    byline: Line | None
    organizations: Line | None
    abstract: tuple[Line, ...]
    is_glued: bool


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a listing is such a page: heads of two parts or more, counts of an author, or lesser heads from the top.

    A subject alone is a head only where the listing begins with one, since the word may stand in any text.
    """
    above, blocks = divide_blocks(lines)
    if any(block.head.is_certain for block in blocks):
        return True
    if sum(is_fact(line.text) for line in above) >= _FEWEST_FACTS:
        return True
    return (
        not above
        and bool(blocks)
        and all(block.head.subject and 0 < len(block.body) <= _MOST_LINES for block in blocks)
    )


def read(dump: Dump, lines: Sequence[Line]) -> Reading:
    """Read a page as far as it can be read; what fits nothing is unread, with a warning."""
    uses: dict[int, LineUse] = {}
    end = len(lines)
    while end and lines[end - 1].text in _PAGE_ENDS:
        end -= 1
        uses[lines[end].number] = LineUse.CHROME
    above, blocks = divide_blocks(lines[:end])
    header, header_uses = read_header(above)
    uses |= header_uses
    parted = _part_all([block for block in blocks if block.body])
    for parts in parted:
        uses |= {line.number: LineUse.RECORD for line in (*parts.block.head_lines, *parts.block.body)}
    records = [_record(dump, parts, byline) for parts, byline in zip(parted, _bylines(parted), strict=True)]
    problems = [] if records else [_emptiness(dump)]
    return account(dump, lines, source=NAME, uses=uses, header=header, records=records, problems=problems)


def _emptiness(dump: Dump) -> Problem:
    message = "a Scholar Feed page without any paper"
    return Problem(Location(dump.file, dump.first_line), "empty-listing", message, Severity.WARNING)


def _part_all(blocks: Sequence[Block]) -> list[_Parts]:
    """Part every block, having seen from all of them whether the page prints authors on lines of their own."""
    bodies = unwrapped([block.body for block in blocks])
    second = [body[1].text for body in bodies if len(body) > 1]
    is_glued = 2 * sum(map(_names_people, second)) <= len(second)
    if not is_glued:
        bodies = unwrapped([block.body for block in blocks], _names_people)
    return [_part(block, body, is_glued=is_glued) for block, body in zip(blocks, bodies, strict=True)]


def _part(block: Block, body: Sequence[Line], *, is_glued: bool) -> _Parts:
    title, *rest = body
    byline = organizations = None
    if not is_glued and rest and (_names_people(rest[0].text) or _is_byline_of_three(rest)):
        byline = rest.pop(0)
    if rest and rest[0].text.startswith("· "):
        organizations = rest.pop(0)
    return _Parts(
        block=block, title=title, byline=byline, organizations=organizations, abstract=tuple(rest), is_glued=is_glued
    )


def _is_byline_of_three(rest: Sequence[Line]) -> bool:
    """Whether lines below a title are a byline that looks like no names (`OpenAI`), and an abstract that is not cut.

    A line that had room for the next one's first word was not wrapped, so it is no beginning of an abstract.
    """
    if len(rest) == 1 or ends_sentence(rest[0].text) or len(rest[0].text) > _LONGEST_BYLINE:
        return False
    if len(rest[0].text) <= _LONGEST_NAME and ends_sentence(rest[1].text):
        return True
    width = max(len(line.text) for line in rest[1:])
    return rest[1].after_gap or len(rest[0].text) + 1 + len(rest[1].text.split()[0]) <= width


def _names_people(text: str) -> bool:
    """Whether a line names people: parts between commas, each of a few words that begin as names do."""
    if len(text) > _LONGEST_BYLINE:
        return False
    if _ET_AL.search(text):
        return True
    layout = parse_layout(text)
    return (layout.truncated or len(layout.parts) > 1 or not ends_sentence(text)) and all(
        len(part) <= _LONGEST_NAME and _is_name(part) for part in layout.parts
    )


def _is_name(part: str) -> bool:
    words = part.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    return words[-1][0].upper() == words[-1][0] and all(
        word[0].isupper() or len(word) <= _LONGEST_PARTICLE for word in words
    )


def _bylines(parted: Sequence[_Parts]) -> list[Byline]:
    """Title, authors and organizations of every paper; the glued ones are split all at once, to learn from each."""
    glued = [
        GluedLine(text=parts.title.text, abstract=join_lines(parts.abstract)) for parts in parted if parts.is_glued
    ]
    split = iter(split_bylines(glued))
    return [next(split) if parts.is_glued else _byline_apart(parts) for parts in parted]


def _byline_apart(parts: _Parts) -> Byline:
    title = parts.title.text
    if parts.byline is None:
        return Byline(title=title, authors=(), authors_truncated=False, organizations=(), confidence=1.0)
    layout = parse_layout(parts.byline.text)
    return Byline(
        title=title,
        authors=layout.parts,
        authors_truncated=layout.truncated,
        organizations=layout.organizations,
        confidence=1.0,
    )


def _organizations(parts: _Parts, byline: Byline) -> tuple[str, ...]:
    if parts.organizations is None:
        return byline.organizations
    return tuple(part.strip() for part in parts.organizations.text.removeprefix("·").split(",") if part.strip())


def _field_lines(parts: _Parts, byline: Byline, organizations: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    byline_line = (parts.byline or parts.title).number
    lines = [("title", parts.title.number)]
    if byline.authors:
        lines.append(("authors", byline_line))
    if organizations:
        lines.append(("organizations", parts.organizations.number if parts.organizations else byline_line))
    if parts.abstract:
        lines.append(("abstract", parts.abstract[0].number))
    return (*lines, *((_FIELD_OF_PART.get(part, part), number) for part, number in parts.block.head.lines))


def _record(dump: Dump, parts: _Parts, byline: Byline) -> Record:
    head = parts.block.head
    first, last = parts.block.head_lines[0].number, parts.block.body[-1].number
    organizations = _organizations(parts, byline)
    return Record(
        dump=dump.name,
        source=NAME,
        line=first,
        last_line=last,
        text=block_text(dump, first, last),
        title=byline.title,
        authors=byline.authors,
        authors_truncated=byline.authors_truncated,
        byline_confidence=byline.confidence if parts.is_glued else None,
        abstract=join_lines(parts.abstract),
        date_text=head.date,
        subject_text=head.subject,
        organizations=organizations,
        score_text=head.score,
        has_code=head.has_code,
        field_lines=_field_lines(parts, byline, organizations),
    )


SCHOLARFEED = Reader(name=NAME, recognises=recognises, read=read)

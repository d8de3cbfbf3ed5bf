"""The line above each paper of a Scholar Feed page: `[score][CODE][Mon D[, YYYY]][Code]`, glued."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.dates import MONTHS
from sitegen.model.subjects import SUBJECT_NAMES, SUBJECTS_BY_LAST_PART
from sitegen.sources.lines import Line, ends_sentence

_SCORE = r"(?:100(?:\.0{1,2})?|\d{1,2}\.\d{1,2})"
_KNOWN = "|".join(re.escape(code) for code in sorted({*SUBJECTS_BY_LAST_PART, *SUBJECT_NAMES}, key=len, reverse=True))
_SUBJECT = rf"(?:{_KNOWN}|[A-Z]{{2}})"
_DATE = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.? \d{{1,2}}(?:, \d{{4}})?"
_HEAD = re.compile(rf"(?P<score>{_SCORE})? ?(?P<subject>{_SUBJECT})? ?(?P<date>{_DATE})? ?(?P<code>Code)?")
_LONGEST = 50
_LONGEST_WRAPPED = 160
_PARTS = ("score", "subject", "date", "code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the line above a paper prints, part by part, with the line number of each part."""

    score: str | None = None
    subject: str | None = None
    date: str | None = None
    has_code: bool = False
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether at least two parts stand here: one alone may be a word of another text."""
        return len(self.lines) > 1


def parse_head(line: Line) -> Head | None:
    """The head that the whole line is, or None."""
    match = _HEAD.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if match is None:
        return None
    return Head(
        score=match["score"],
        subject=match["subject"],
        date=match["date"],
        has_code=match["code"] is not None,
        lines=tuple((part, line.number) for part in _PARTS if match[part] is not None),
    )


def joined_heads(first: Head, second: Head) -> Head | None:
    """One head printed on two lines, where `second` holds only parts that come after those of `first`."""
    if _PARTS.index(first.lines[-1][0]) >= _PARTS.index(second.lines[0][0]):
        return None
    return Head(
        score=first.score or second.score,
        subject=first.subject or second.subject,
        date=first.date or second.date,
        has_code=first.has_code or second.has_code,
        lines=first.lines + second.lines,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paper's lines: the head's and, below it, those of title, authors and abstract."""

    head: Head
    head_lines: tuple[Line, ...]
    body: tuple[Line, ...]


def divide_blocks(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """What stands above the first head, and the block of each head after it."""
    above: list[Line] = []
    blocks: list[tuple[Head, list[Line], list[Line]]] = []
    for index, line in enumerate(lines):
        head = parse_head(line)
        if head is not None and blocks and not blocks[-1][2]:
            joined = joined_heads(blocks[-1][0], head)
            if joined is not None:
                blocks[-1] = (joined, [*blocks[-1][1], line], [])
                continue
        body = blocks[-1][2] if blocks else above
        if head is not None and (head.is_certain or _starts_paper(lines, index, body, in_paper=bool(blocks))):
            blocks.append((head, [line], []))
        else:
            body.append(line)
    return tuple(above), tuple(
        Block(head=head, head_lines=tuple(heads), body=tuple(body)) for head, heads, body in blocks
    )


def _starts_paper(lines: Sequence[Line], index: int, body: Sequence[Line], *, in_paper: bool) -> bool:
    """Whether a head of one part alone is one by its place, and not a word of the text around it."""
    if index + 1 == len(lines):
        return False
    is_small = lines[index + 1].text[0].islower()  # `iGPT` may be a title's first word
    if not in_paper:
        return not is_small or not body
    if not body:
        return False
    if lines[index].after_gap or _is_over(body[-1].text) or _was_room(body, lines[index]):
        return True
    return not is_small and (len(body) == 1 or _continues(lines, index))


def _was_room(body: Sequence[Line], head: Line) -> bool:
    """Whether a wrapped paragraph would have had room for this word in its last line: then it is none of its words."""
    widths = [len(line.text) for line in body[2:-1] or body[1:-1]]
    return bool(widths) and len(body[-1].text) + 1 + len(head.text) <= max(widths)


def _is_over(text: str) -> bool:
    """Whether a line ends its paragraph: by a sentence's end, an address, or a length at which nothing is wrapped."""
    return ends_sentence(text) or len(text) > _LONGEST_WRAPPED or "/" in text.rpartition(" ")[2]


def _continues(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is the next part of a head."""
    head, below = parse_head(lines[index]), parse_head(lines[index + 1])
    return head is not None and below is not None and joined_heads(head, below) is not None

"""What changed in a field, in words: what it said before, and what it says now."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.markup.latex import latex_to_text
from sitegen.model.paper import Paper
from sitegen.site import wording

# Words of an unchanged text that are shown on either side of a change.
_AROUND = 5
# A text of which less than this share stayed is shown as another text, by its first words.
_ANOTHER = 0.5
_SHOWN = 200

_UNITED = {"organizations", "urls", "code_urls"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text: `kind` is "del" for what went, "ins" for what came and "" for what stayed."""

    kind: str
    text: str


def differences(before: Paper, after: Paper, field: str) -> tuple[Piece, ...]:
    """How a field of a paper differs, as pieces in reading order; "none" stands in for what was not known."""
    if field in _UNITED:
        known = set(getattr(before, field))
        return tuple(Piece(kind="ins", text=value) for value in getattr(after, field) if value not in known)
    if field in {"title", "abstract"}:
        old, new = (latex_to_text(getattr(each, field)) for each in (before, after))
        if old and new and old != new:
            return tuple(_text_pieces(old.split(), new.split()))
        if old == new and field == "title":
            old, new = before.title, after.title
        return _replaced(wording.cut_text(old, _SHOWN), wording.cut_text(new, _SHOWN))
    return _replaced(_value_words(before, field), _value_words(after, field))


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    return Piece(kind="del", text=old or "none"), Piece(kind="ins", text=new or "none")


def _value_words(paper: Paper, field: str) -> str:
    """The value of a field in a few words; "" where there is none."""
    value = getattr(paper, field)
    match field:
        case "authors":
            return f"{', '.join(value)}{' et al.' if paper.authors_truncated else ''}"
        case "date":
            view = wording.date_view(paper.date, inferred=paper.date_inferred)
            return ", ".join(part for part in (view.text, view.remark) if part) if view else ""
        case "has_code":
            return "marked" if value else ""
        case _ if isinstance(value, int | float):
            return wording.number_text(value) if isinstance(value, int) else wording.decimal_text(value)
    return value or ""


def _text_pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    """The changed words of a text, each with a few of those that stayed around it."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ANOTHER:
        yield from _replaced(*(wording.cut_text(" ".join(words), _SHOWN) for words in (old, new)))
        return
    steps = matcher.get_opcodes()
    for place, (step, old_from, old_to, new_from, new_to) in enumerate(steps):
        if step == "equal":
            text = _kept(old[old_from:old_to], is_first=place == 0, is_last=place == len(steps) - 1)
            yield Piece(kind="", text=text)
            continue
        if old_to > old_from:
            yield Piece(kind="del", text=wording.cut_text(" ".join(old[old_from:old_to]), _SHOWN))
        if new_to > new_from:
            yield Piece(kind="ins", text=wording.cut_text(" ".join(new[new_from:new_to]), _SHOWN))


def _kept(words: list[str], *, is_first: bool, is_last: bool) -> str:
    head = [] if is_first else words[:_AROUND]
    tail = [] if is_last else words[-_AROUND:]
    if len(head) + len(tail) >= len(words):
        return " ".join(words)
    return " ".join((*head, "…", *tail))

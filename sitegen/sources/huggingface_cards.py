"""The cards of a Hugging Face listing: which lines and marks belong to which paper."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.sources.huggingface_header import is_anchor, is_navigation
from sitegen.sources.huggingface_links import is_next_of_link, title_links
from sitegen.sources.huggingface_looks import Prose, Role
from sitegen.sources.huggingface_marks import Kind, Mark, has_kind, is_user, marks_of
from sitegen.sources.huggingface_markup import Item
from sitegen.sources.huggingface_prose import Labelled, label_prose
from sitegen.sources.lines import ends_sentence
from sitegen.sources.links import arxiv_id_in, doi_in

_PAGE = re.compile(r"https?://(?:www\.)?(?:huggingface|hf)\.co/(?:papers/|login\?|[^/?#]*/?$)")
_ORGANIZATION = re.compile(r"https?://(?:www\.)?huggingface\.co/[^/?#\s]+/?")
_FOOTER = frozenset({"System theme", "TOS", "Privacy", "Previous", "Next", "Load more", "View all"})
_LONGEST_NAME = 40
_NARROWEST_WRAP, _WIDEST_WRAP = 60, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One paper as printed: the marks above its title, its lines of text by role, and the marks below."""

    above: tuple[Mark, ...]
    title: tuple[Item, ...]
    abstract: tuple[Item, ...]
    organization: Item | None
    below: tuple[Mark, ...]
    is_doubtful: bool

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of the card, in printed order."""
        named = () if self.organization is None else (self.organization,)
        marks = (mark.item for mark in (*self.above, *self.below))
        unique = {item.line.number: item for item in (*marks, *self.title, *self.abstract, *named)}
        return tuple(unique[number] for number in sorted(unique))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the part below a listing's top holds: cards, the page's own lines, and marks that belong to no card."""

    cards: tuple[Card, ...]
    chrome: tuple[Item, ...]
    labels: tuple[Labelled, ...]


@dataclass(slots=True, kw_only=True)
class _Slot:
    """A line of text, and the marks between it and the next."""

    item: Item
    marks: list[Mark]


@dataclass(slots=True, kw_only=True)
class _Stream:
    """The body in printed order: marks above the first text, then each text with the marks below it."""

    first_marks: list[Mark]
    slots: list[_Slot]
    banners: list[Item]


def read_body(items: Sequence[Item]) -> Body:
    """Group the items below a listing's top into cards; text above the first title is in neither part of the body."""
    end = len(items)
    while end and is_navigation(items[end - 1]):
        end -= 1
    if not any(item.bare in _FOOTER for item in items[end:]):
        end = len(items)
    stream = _stream(items[:end])
    labels = _labels(stream)
    cards, unclaimed = _cards(stream, labels)
    chrome = (*items[end:], *stream.banners, *(mark.item for mark in unclaimed))
    return Body(cards=tuple(cards), chrome=chrome, labels=labels)


def _stream(items: Sequence[Item]) -> _Stream:
    """Part texts from marks; the line after `Submitted by` is a name."""
    stream = _Stream(first_marks=[], slots=[], banners=[])
    marks = stream.first_marks
    is_name_due = False
    for index, item in enumerate(items):
        if is_anchor(item):
            stream.banners.append(item)
            marks.append(Mark(kind=Kind.BANNER, value="", item=item))
            continue
        if item.is_address and index and _is_of_text(item, items[index - 1]):
            stream.slots.append(_Slot(item=dataclasses.replace(item, text=item.line.text, urls=()), marks=[]))
            marks = stream.slots[-1].marks
            continue
        if item.is_address:
            marks.append(Mark(kind=Kind.DECORATION, value="", item=item))
            continue
        if is_name_due and item.bare and (is_user(item) or _is_alone(items, index)):
            marks.append(Mark(kind=Kind.USER, value=item.bare, item=item))
            is_name_due = False
            continue
        found = () if _is_rest_of_link(item, stream) else marks_of(item)
        if found:
            marks += found
            is_name_due = found[-1].kind is Kind.SUBMITTED or (is_name_due and not item.bare)
        else:
            stream.slots.append(_Slot(item=item, marks=[]))
            marks = stream.slots[-1].marks
            is_name_due = False
    return stream


def _is_rest_of_link(item: Item, stream: _Stream) -> bool:
    """Whether a line ends the text of a link that was wrapped before it: a number there is a title's."""
    if not item.bare or not stream.slots or stream.slots[-1].marks:
        return False
    return is_next_of_link(item, stream.slots[-1].item)


def _is_of_text(item: Item, above: Item) -> bool:
    """Whether an address was wrapped before: it ends the sentence above, or stands below lines that were wrapped."""
    if above.line.number != item.line.number - 1 or not above.text or _PAGE.match(item.urls[0]) or marks_of(above):
        return False
    if not ends_sentence(above.text):
        return True
    was_room = len(above.text) + 1 + len(item.line.text) <= _NARROWEST_WRAP
    return not was_room and len(above.text) <= _WIDEST_WRAP and not (arxiv_id_in(item.urls[0]) or doi_in(item.urls[0]))


def _is_alone(items: Sequence[Item], index: int) -> bool:
    """Whether a name of several words stands between two `Submitted by`, or the last one and the end."""
    below = index + 1
    while below < len(items) and not items[below].bare:
        below += 1
    is_last = below == len(items)
    return len(items[index].bare) <= _LONGEST_NAME and (is_last or has_kind(marks_of(items[below]), Kind.SUBMITTED))


def _labels(stream: _Stream) -> tuple[Labelled, ...]:
    has_headings = any(slot.item.is_heading for slot in stream.slots)
    items = [slot.item for slot in stream.slots]
    marked = [item.is_heading for item in items] if has_headings else title_links(items)
    prose: list[Prose] = []
    between = stream.first_marks
    is_of_title = False
    for slot, is_marked in zip(stream.slots, marked, strict=True):
        is_of_title = is_marked or (is_of_title and slot.item.continues_link and not between)
        standing = [mark for mark in slot.marks if mark.kind is not Kind.DECORATION]
        prose.append(
            Prose(
                text=slot.item.text or slot.item.bare,
                after_gap=slot.item.line.after_gap or bool(between),
                after_marks=any(mark.kind is not Kind.DECORATION for mark in between),
                before_dot=bool(standing) and standing[0].kind is Kind.DOT,
                is_marked_title=is_marked,
                continues_title=is_of_title and not is_marked,
                is_organization_link=bool(slot.item.urls) and all(map(_ORGANIZATION.fullmatch, slot.item.urls)),
            )
        )
        between = slot.marks
    return label_prose(prose, marks_titles=any(marked))


def _cards(stream: _Stream, labels: Sequence[Labelled]) -> tuple[list[Card], list[Mark]]:
    starts = [index for index, label in enumerate(labels) if label.role is Role.TITLE]
    if not starts:
        return [], [*stream.first_marks, *(mark for slot in stream.slots for mark in slot.marks)]
    before = [stream.first_marks, *(slot.marks for slot in stream.slots[: starts[0]])]
    above = [mark for marks in before for mark in marks]
    leads = _counts_lead(above, stream)
    cards: list[Card] = []
    unclaimed: list[Mark] = []
    for start, end in zip(starts, [*starts[1:], len(stream.slots)], strict=True):
        slots = stream.slots[start:end]
        inner = [mark for slot in slots[:-1] for mark in slot.marks]
        tail = slots[-1].marks
        cut = _cut(tail, is_last=end == len(stream.slots), counts_lead=leads)
        cards.append(_card(above, slots, labels[start:end], (*inner, *tail[:cut])))
        above = tail[cut:]
    unclaimed += above
    return cards, unclaimed


def _card(above: Sequence[Mark], slots: Sequence[_Slot], labels: Sequence[Labelled], below: Sequence[Mark]) -> Card:
    roles = [(slot.item, label.role) for slot, label in zip(slots, labels, strict=True)]
    return Card(
        above=_without_banners(above),
        title=tuple(item for item, role in roles if role in {Role.TITLE, Role.TITLE_MORE}),
        abstract=tuple(item for item, role in roles if role in {Role.ABSTRACT, Role.ABSTRACT_MORE, Role.PARAGRAPH}),
        organization=next((item for item, role in roles if role is Role.ORGANIZATION), None),
        below=_without_banners(below),
        is_doubtful=any(label.is_doubtful for label in labels),
    )


def _without_banners(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.kind is not Kind.BANNER)


def _counts_lead(above: Sequence[Mark], stream: _Stream) -> bool:
    """Whether the page prints upvotes above its titles, so that a count there is not of the card before."""
    standing = [mark for mark in above if mark.kind is not Kind.DECORATION]
    return (bool(standing) and standing[-1].kind is Kind.NUMBER) or any(
        slot.marks and slot.marks[-1].value in {"-", "–"} for slot in stream.slots
    )


def _cut(marks: Sequence[Mark], *, is_last: bool, counts_lead: bool) -> int:
    """Where, in the marks between two papers, those of the second begin."""
    for index, mark in enumerate(marks):
        if mark.kind in {Kind.SUBMITTED, Kind.BANNER}:
            return index
    standing = [index for index, mark in enumerate(marks) if mark.kind is not Kind.DECORATION]
    if is_last or not standing or marks[standing[-1]].kind is not Kind.NUMBER:
        return len(marks)
    last = standing[-1]
    is_of_button = len(standing) > 1 and marks[standing[-2]].kind in {Kind.UPVOTE, Kind.GITHUB}
    urls = [url for mark in marks[last:] for url in mark.item.urls]
    if is_of_button or any(url.endswith("#community") for url in urls):
        return len(marks)
    if not (counts_lead or marks[last].value in {"-", "–"} or any("/login?" in url for url in urls)):
        return len(marks)
    while last and marks[last - 1].item is marks[last].item:
        last -= 1
    return last

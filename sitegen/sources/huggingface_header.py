"""The top of a Hugging Face listing: banners, buttons, the listing's day and the query it answers."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.dump import ListingHeader
from sitegen.model.text import fold_text
from sitegen.sources.huggingface_marks import COUNT, DATE, Kind, has_kind, marks_of
from sitegen.sources.huggingface_markup import Item
from sitegen.sources.lines import ends_sentence

_MAIL = r"Get trending papers in your email inbox(?: once a day)?!"
_TITLE = r"(?:Daily|Weekly|Monthly|Trending) Papers"
_BYLINE = r"by ?AK and the research community"
_ANCHOR = re.compile(
    rf"(?:new ?)?(?:{_MAIL} ?)+(?:Subscribe)?|Subscribe|(?:Hugging Face )?{_TITLE}(?: - Hugging Face)?"
    rf"|(?:{_TITLE} ?)?{_BYLINE}|by ?AK|AK|and the research community|Daily|Weekly|Monthly|(?:Daily ?)?Weekly ?Monthly"
)
# These words alone could be a paper's text too; they count above a line that could not.
_WEAK = frozenset({"AK", "Daily", "Weekly", "Monthly"})
_GLUED = re.compile(
    rf"(?:new ?)?(?:{_MAIL} ?)*Subscribe(?P<title>{_TITLE})?(?:{_BYLINE})?(?:Daily ?Weekly ?Monthly)?"
    rf"(?P<date>{DATE})?(?P<rest>(?! ).*)"
)
_PAGE_TITLE = re.compile(rf"(?:Hugging Face )?(?P<title>{_TITLE})")
_NAVIGATION = frozenset(
    "new|by|Hugging Face|Models|Datasets|Spaces|Buckets|Buckets new|Community|Docs|Enterprise|Pricing|Log In|Sign Up|"
    "Website|Tasks|HuggingChat|Collections|Languages|Organizations|Blog|Posts|Learn|Discord|Forum|GitHub|Solutions|"
    "Team & Enterprise|Hugging Face PRO|Enterprise Support|Inference Providers|Inference Endpoints|Storage Buckets|"
    "System theme|Company|TOS|Privacy|About|Careers|Previous|Next|Load more|View all|-|*".split("|")
)
_DATE = re.compile(DATE)
_LOGO = re.compile(r"^\[[^\[\]]*\] *(?=\S)")
_COUNT = re.compile(rf"{COUNT}|-")
_LONGEST_QUERY = 120
_MOST_OTHERS = 4
_OF_CARDS = (Kind.AUTHORS, Kind.SUBMITTED, Kind.UPVOTE, Kind.GITHUB, Kind.ARXIV, Kind.PUBLISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """Where the papers begin: `chrome` are the lines that are the page's own, `body` the items that are left.

    Lines above the first banner that are not known are in neither: nobody can say what they are.
    """

    header: ListingHeader
    chrome: tuple[int, ...]
    body: tuple[Item, ...]


def is_anchor(item: Item) -> bool:
    """Whether a line is one that only such a page prints."""
    return item.bare not in _WEAK and _ANCHOR.fullmatch(item.bare) is not None


def is_navigation(item: Item) -> bool:
    """Whether a line may be a link of the site's own menus; papers may be called so too."""
    return _LOGO.sub("", item.bare) in _NAVIGATION


def split_top(items: Sequence[Item], query: str | None = None) -> Top:
    """Divide a listing in its top and its papers; `query` is the search that the front matter states.

    Where `Subscribe` is glued to the first title, that line is a paper's.
    """
    last = _last_anchor(items)
    chrome: list[int] = []
    title = date = found = None
    has_anchor = False
    for index, item in enumerate(items):
        if named := _PAGE_TITLE.match(item.bare):
            title = title or named["title"]
        glued = _GLUED.fullmatch(item.bare)
        if glued is not None:
            title, date = title or glued["title"], date or glued["date"]
            if glued["rest"]:
                first = dataclasses.replace(item, text=glued["rest"], bare=glued["rest"])
                return _top(title, date, found, chrome, (first, *items[index + 1 :]))
        elif date is None and _DATE.fullmatch(item.bare):
            date = item.bare
        elif has_anchor and found is None and _is_query(items, index, query, has_date=date is not None):
            found = item.bare
        elif not _is_page_line(item, is_above_anchor=index < last):
            if index < last:
                continue
            return _top(title, date, found, chrome, items[index:])
        has_anchor = has_anchor or glued is not None or is_anchor(item)
        chrome.append(item.line.number)
    return _top(title, date, found, chrome, ())


def _top(title: str | None, date: str | None, query: str | None, chrome: Sequence[int], body: Sequence[Item]) -> Top:
    header = ListingHeader(title=title, date_text=date, query=query)
    return Top(header=header, chrome=tuple(chrome), body=tuple(body))


def _last_anchor(items: Sequence[Item]) -> int:
    """The last banner of the page's top, or -1: only a few lines of anything else may stand between two of them."""
    last, others = -1, 0
    for index, item in enumerate(items):
        if is_anchor(item) or _GLUED.fullmatch(item.bare) or (last >= 0 and item.bare in _WEAK):
            last, others = index, 0
        elif item.bare and not is_navigation(item) and not _DATE.fullmatch(item.bare):
            others += 1
            is_text = len(item.bare) > _LONGEST_QUERY or has_kind(marks_of(item), *_OF_CARDS)
            if others > _MOST_OTHERS or is_text:
                break
    return last


def _is_page_line(item: Item, *, is_above_anchor: bool) -> bool:
    """Whether a line is the page's own: a banner, an image or address among them, a menu's link above one."""
    if _ANCHOR.fullmatch(item.bare) or not item.bare or item.bare in {"Previous", "Next"}:
        return True
    return is_above_anchor and is_navigation(item)


def _is_query(items: Sequence[Item], index: int, query: str | None, *, has_date: bool) -> bool:
    """Whether a line between the banners, or between them and the listing's day or the first count, is a search."""
    item = items[index]
    text = item.bare
    if not text or item.is_link or item.is_heading or _ANCHOR.fullmatch(text) or has_kind(marks_of(item), *_OF_CARDS):
        return False
    if query is not None and fold_text(text) == fold_text(query):
        return True
    if (
        has_date
        or len(text) > _LONGEST_QUERY
        or is_navigation(item)
        or (ends_sentence(text) and not text.endswith("?"))
    ):
        return False
    below = next((each.bare for each in items[index + 1 : index + 1 + _MOST_OTHERS] if each.bare), "")
    return bool(_DATE.fullmatch(below) or _ANCHOR.fullmatch(below) or _COUNT.fullmatch(below))

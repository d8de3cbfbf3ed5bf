"""Web addresses inside running text."""

import re

URL = re.compile(r"\bhttps?://(?:[^\s<>\"{}|\\^`$\x00-\x20\u2018-\u201f]|\\[_%#&~$])+", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#@:]+\.[^\s/?#@:.]+[^\s]*|https?://localhost[^\s]*", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([_%#&~$])")
_TRAILING = ".,;:!?'\"*_~$\\\u2018\u2019\u2026"
_PAIRS = {")": "(", "]": "["}


def without_trailing_punctuation(url: str) -> str:
    """An address without the full stop, comma, quote or unpaired bracket that the sentence put after it."""
    unopened = {closing: url.count(closing) - url.count(opening) for closing, opening in _PAIRS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]


def web_address(text: str) -> str | None:
    r"""The http or https address that a text is, LaTeX escapes (`\_`) undone; None when it is not one."""
    url = _ESCAPED.sub(r"\1", text.strip())
    return url if _WEB.fullmatch(url) else None

"""Links in running text and the ids that addresses hold."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from sitegen.markup.addresses import without_trailing_punctuation

_CODE_HOSTS = (
    "github.com gist.github.com git.io gitlab.com bitbucket.org codeberg.org huggingface.co hf.co gitee.com sr.ht "
    "git.sr.ht sourceforge.net anonymous.4open.science modelscope.cn code.google.com"
).split()
# Hugging Face also shows papers, articles and its own pages.
_NOT_CODE = re.compile(
    r"/(?:papers|blog|docs|login|join|pricing|posts|learn|tasks|collections|front|avatars)(?:[/?#]|$)"
)

_BARE_HOST = "|".join(re.escape(host) for host in sorted(_CODE_HOSTS, key=len, reverse=True))
_ESCAPED = r"\\[_%#&$~-]"
_URL = re.compile(
    rf"(?:https?://|(?<![\w@./-])(?:www\.)?(?=(?:{_BARE_HOST}|gitlab\.[a-z.-]+)/))"
    rf"(?:(?![,;]https?://|\]\()(?:[^\s<>\"`{{}}|\\^\u201c\u201d\u3000-\u303f\uff00-\uffef]|{_ESCAPED}))+",
    re.IGNORECASE,
)
# As some typesetting leaves them: `https: // github. com/ owner/ name`.
_SPACED_URL = re.compile(
    r"https?: ?// ?(?:[\w-]{1,63}\. ?){1,4}[a-z]{2,10}/ ?(?:[^\s/]{1,100}/ )*[^\s/]{1,100}", re.IGNORECASE
)

_ARXIV_NEW = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ARXIV_OLD = r"[a-z]{2,8}(?:-[a-z]{2,5})?(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_ARXIV_ID = rf"({_ARXIV_NEW}|{_ARXIV_OLD})(?:v\d+)?(?![\d.]*\d)"
_ARXIV = re.compile(
    r"(?:(?:arxiv|alphaxiv|ar5iv)(?:\.labs\.arxiv)?\.org/(?:abs|pdf|html|ps|format|e-print|overview)/"
    rf"|(?:huggingface|hf)\.co/(?:[^\s?]*\?next=/)?papers/|\barxiv[:.]\s?)(?:arxiv:)?{_ARXIV_ID}",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi\.org/|\bdoi:\s?)(10\.\d{4,9}/[^\s\"<>?#]+)", re.IGNORECASE)


def find_urls(text: str) -> tuple[str, ...]:
    r"""Every web address in `text`, in order and once, with its scheme.

    What ends a sentence or closes a bracket is not part of an address, a balanced bracket is; `\_` is `_`. Addresses
    of well-known code hosts count without a scheme too (`github.com/owner/name`) and become `https`.
    """
    found: dict[str, str] = {}
    for url in _urls(text):
        found.setdefault(url.rstrip("/").casefold().partition("://")[2], url)
    return tuple(found.values())


def find_code_urls(text: str) -> tuple[str, ...]:
    """The addresses in `text` of repositories, models and data sets on well-known code hosts, in order and once."""
    return tuple(url for url in find_urls(text) if _is_code(url))


def arxiv_id_in(url: str) -> str | None:
    """The arXiv id, without its version, that an address of arXiv, of a mirror or of Hugging Face Papers names.

    Both forms are known: `2401.01234` and `math/0309136` (also when printed `math.GT/0309136`). None without one.
    """
    match = _ARXIV.search(unquote(url))
    return re.sub(r"\.[A-Z]{2}/", "/", match[1]) if match else None


def doi_in(url: str) -> str | None:
    """The DOI, in lower case, that a `doi.org` address or `doi:…` names; None for those that arXiv gives its ids."""
    match = _DOI.search(unquote(url))
    doi = without_trailing_punctuation(match[1]).casefold() if match else None
    return None if doi is None or doi.startswith("10.48550/arxiv.") else doi


def _urls(text: str) -> Iterator[str]:
    spaced = _SPACED_URL.sub(lambda match: match[0].replace(" ", ""), text) if ": //" in text else text
    for match in _URL.finditer(spaced):
        url = without_trailing_punctuation(re.sub(r"\\(.)", r"\1", match[0].rstrip("\\")))
        url = url if "://" in url else f"https://{url}"
        host, _, rest = url.partition("://")[2].partition("/")
        if "." in host.strip("."):
            yield url if rest or url.endswith("/") else url.rstrip("/")


def _is_code(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = (parts.hostname or "").removeprefix("www.")
    if host not in _CODE_HOSTS and not host.startswith("gitlab."):
        return False
    if host in {"huggingface.co", "hf.co"} and _NOT_CODE.match(parts.path):
        return False
    return parts.path.strip("/") != ""

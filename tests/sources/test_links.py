"""Finding addresses in texts, and ids in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.sources.links import arxiv_id_in, doi_in, find_code_urls, find_urls


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("Code is at https://github.com/a/b.", ("https://github.com/a/b",)),
        ("(see https://github.com/a/b)", ("https://github.com/a/b",)),
        ("on https://en.example.org/wiki/A_(b), too", ("https://en.example.org/wiki/A_(b)",)),
        (r"Code: \url{https://github.com/a/b\_c}.", ("https://github.com/a/b_c",)),
        (r"\href{https://gitlab.com/a/b}{here}", ("https://gitlab.com/a/b",)),
        ("``https://codeberg.org/a/b''.", ("https://codeberg.org/a/b",)),
        ("[code](https://bitbucket.org/a/b)", ("https://bitbucket.org/a/b",)),
        ("[https://a.example/b](https://a.example/b)", ("https://a.example/b",)),
        ("at github.com/a/b!", ("https://github.com/a/b",)),
        ("at www.github.com/a/b", ("https://www.github.com/a/b",)),
        ("https://github.com/a/b,https://github.com/c/d;", ("https://github.com/a/b", "https://github.com/c/d")),
        ("https: // github. com/ a/ b is spaced", ("https://github.com/a/b",)),
        ("https://github.com/a/b and HTTPS://GitHub.com/a/b/", ("https://github.com/a/b",)),
        ("write to me@github.com/a or say https:// alone", ()),
        ("http://[::1 is broken", ()),
    ],
)
def test_addresses_are_found_without_what_surrounds_them(text: str, urls: tuple[str, ...]) -> None:
    """Sentence ends, closing brackets and LaTeX are not part of an address; balanced brackets are."""
    assert find_urls(text) == urls


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/a/b",
        "https://gitlab.com/a/b",
        "https://gitlab.inria.example/a/b",
        "https://huggingface.co/a/b",
        "https://huggingface.co/datasets/a/b",
        "https://codeberg.org/a/b",
        "https://bitbucket.org/a/b",
        "https://git.io/abc",
    ],
)
def test_code_hosts_are_known(url: str) -> None:
    """Links to repositories, models and data sets are code links."""
    assert find_code_urls(f"We publish {url}.") == (url,)


@pytest.mark.parametrize(
    "url",
    [
        "https://huggingface.co/papers/2401.00001",
        "https://huggingface.co/blog/a",
        "https://example.github.io/a",
        "https://github.com",
        "https://arxiv.org/abs/2401.00001",
    ],
)
def test_other_pages_are_not_code(url: str) -> None:
    """Papers, articles, project pages and a host's own page are no code links."""
    assert find_code_urls(url) == ()


@pytest.mark.parametrize(
    ("url", "arxiv_id"),
    [
        ("https://arxiv.org/abs/2401.01234v3", "2401.01234"),
        ("http://arxiv.org/pdf/2401.01234.pdf", "2401.01234"),
        ("https://arxiv.org/pdf/cs/0112017v1", "cs/0112017"),
        ("https://arxiv.org/abs/math.GT/0309136", "math/0309136"),
        ("https://huggingface.co/papers/2606.00683#community", "2606.00683"),
        ("https://huggingface.co/login?next=%2Fpapers%2F2606.00683", "2606.00683"),
        ("https://ar5iv.labs.arxiv.org/html/2008.04648", "2008.04648"),
        ("https://doi.org/10.48550/arXiv.2501.01234", "2501.01234"),
        ("arXiv:hep-th/9901001", "hep-th/9901001"),
        ("https://arxiv.org/abs/2413.01234", None),
        ("https://arxiv.org/abs/2401.012345", None),
        ("https://arxiv.org/list/cs/recent", None),
        ("https://example.org/2401.01234", None),
    ],
)
def test_arxiv_ids_are_read_without_their_version(url: str, arxiv_id: str | None) -> None:
    """Addresses of arXiv, its mirrors and Hugging Face Papers name an id, in the new form or the old."""
    assert arxiv_id_in(url) == arxiv_id


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://doi.org/10.1145/3105906.", "10.1145/3105906"),
        ("https://dx.doi.org/10.1000/ABC(1)", "10.1000/abc(1)"),
        ("doi: 10.1000/x", "10.1000/x"),
        ("https://doi.org/10.48550/arXiv.2501.01234", None),
        ("https://example.org/10.1000", None),
    ],
)
def test_dois_are_read_in_lower_case(url: str, doi: str | None) -> None:
    """A DOI has no case; those that arXiv gives its ids are told by the id."""
    assert doi_in(url) == doi


@given(st.text(alphabet="ahtps:/.()[]{}\\_~ githubcom%2Fdoi10,", max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """No text makes the search fail, and what is found is an address."""
    assert all(url.startswith(("http://", "https://", "HTTP")) or "://" in url for url in find_urls(text))
    assert set(find_code_urls(text)) <= set(find_urls(text))
    arxiv_id_in(text)
    doi_in(text)

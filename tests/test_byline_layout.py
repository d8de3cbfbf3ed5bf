"""The outer form of a glued line: what is certain from its punctuation."""

import pytest

from sitegen.sources.byline_layout import parse_layout


@pytest.mark.parametrize(
    ("text", "parts", "truncated", "organizations"),
    [
        ("TitleAda, Alan", ("TitleAda", "Alan"), False, ()),
        ("TitleAda, Alan et al.", ("TitleAda", "Alan"), True, ()),
        ("TitleAda et al. · nvidia", ("TitleAda",), True, ("nvidia",)),
        ("TitleAda · mit, 01-ai", ("TitleAda",), False, ("mit", "01-ai")),
        ("Rock · PaperAda Lovelace", ("Rock · PaperAda Lovelace",), False, ()),
        ("Rock · PaperAda Lovelace · mit", ("Rock · PaperAda Lovelace",), False, ("mit",)),
        ("TitleAda, Jr., Alan", ("TitleAda, Jr.", "Alan"), False, ()),
        ("TitleAda, III", ("TitleAda, III",), False, ()),
        (" et al.", (" et al.",), False, ()),
        ("", ("",), False, ()),
    ],
)
def test_a_line_is_taken_apart(
    text: str, parts: tuple[str, ...], truncated: bool, organizations: tuple[str, ...]
) -> None:
    """Organizations are slugs at the very end; `et al.` stands before them; commas part names but not suffixes."""
    layout = parse_layout(text)
    assert (layout.parts, layout.truncated, layout.organizations) == (parts, truncated, organizations)

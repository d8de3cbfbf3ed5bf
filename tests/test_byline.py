"""Glued bylines are split where the title ends."""

from sitegen.sources.byline import GluedLine, split_bylines


def test_a_plain_line_is_split_with_its_marks() -> None:
    """Title, authors, the mark of further authors and the organizations are told apart."""
    (byline,) = split_bylines(
        [GluedLine(text="A Study of Small ModelsAda Lovelace, Alan Turing, Grace Hopper et al. · nvidia, mit")]
    )
    assert byline.title == "A Study of Small Models"
    assert byline.authors == ("Ada Lovelace", "Alan Turing", "Grace Hopper")
    assert byline.authors_truncated
    assert byline.organizations == ("nvidia", "mit")

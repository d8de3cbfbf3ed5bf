"""The YAML block at the top of a file."""

from sitegen.sources.front_matter import split_front_matter


def test_a_block_between_two_lines_of_hyphens_is_front_matter() -> None:
    """The YAML and the body are parted, each with the number of its first line."""
    parts = split_front_matter("---\na: 1\nb: 2\n---  \nbody\n")
    assert (parts.yaml_text, parts.first_line) == ("a: 1\nb: 2\n", 2)
    assert (parts.body, parts.body_line) == ("body\n", 5)


def test_an_empty_block_is_front_matter_too() -> None:
    """Two lines of hyphens hold an empty document."""
    parts = split_front_matter("---\n---\nbody")
    assert (parts.yaml_text, parts.body, parts.body_line) == ("", "body", 3)


def test_hyphens_further_down_are_text() -> None:
    """Only the very first line opens front matter."""
    text = "\n---\na: 1\n---\n"
    parts = split_front_matter(text)
    assert (parts.yaml_text, parts.body, parts.body_line, parts.is_closed) == (None, text, 1, True)


def test_a_block_that_never_ends_is_not_closed() -> None:
    """Without a second line of hyphens the whole text is body, and the fault can be told."""
    parts = split_front_matter("---\na: 1\n")
    assert (parts.yaml_text, parts.body, parts.is_closed) == (None, "---\na: 1\n", False)

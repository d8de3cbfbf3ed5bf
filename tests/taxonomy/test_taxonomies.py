"""Terms: which names are one, and how they are sorted."""

import pytest

from sitegen.taxonomy.taxonomies import sort_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Jean Pouget-Abadie", "pougetabadie jean"),
        ("Émile Érable", "erable emile"),
        ("Ann B. Ash, Jr.", "ash ann b jr"),
        ("Ann Ash III", "ash ann iii"),
        ("OpenAI", "openai"),
        ("Ludwig van Beech", "beech ludwig van"),
    ],
)
def test_names_sort_by_their_last_word(name: str, key: str) -> None:
    """A hyphen does not part a name, a suffix is not one, accents and case do not count."""
    assert sort_name(name) == key

"""The files of search as scripts: nothing in them ends a script early, and any change shows."""

import json
from zlib import adler32

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.parts import Part, checksum, generation_of, manifest_artifact, part_artifact

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PARTS = st.builds(Part, st.sampled_from(["t0", "t1", "v0"]), st.lists(TEXTS, min_size=1, max_size=3).map(tuple))


def arguments_of(content: bytes) -> list[str]:
    """What a script of search calls `sitegenSearch` with."""
    text = content.decode()
    assert text.startswith("sitegenSearch(")
    assert text.endswith(");\n")
    arguments = json.loads("[" + text.removeprefix("sitegenSearch(").removesuffix(");\n") + "]")
    assert isinstance(arguments, list)
    return arguments


@given(PARTS)
def test_a_part_is_one_call(part: Part) -> None:
    """Name, generation, checksum and texts come back as they were, whatever the texts hold."""
    artifact = part_artifact(part, "0123456789ab")
    sum_of = format(adler32("\n".join(part.payload).encode()), "08x")
    assert artifact.path == f"search/0123456789ab/{part.name}.js"
    assert arguments_of(artifact.content) == [part.name, "0123456789ab", sum_of, *part.payload]
    assert not {"\u2028", "\u2029"} & set(artifact.content.decode())


def test_a_known_checksum() -> None:
    """The published check value of Adler-32, with a line end between texts and in UTF-8."""
    assert checksum(["123456789"]) == "091e01de"
    assert checksum(["é", "ö"]) == format(adler32("é\nö".encode()), "08x")


def test_the_manifest_names_its_generation() -> None:
    """In the call and in its one text, under a fixed path."""
    artifact = manifest_artifact({"format": 2, "count": 1}, "0123456789ab")
    name, generation, _, text = arguments_of(artifact.content)
    assert (artifact.path, name, generation) == ("search/index.js", "manifest", "0123456789ab")
    assert json.loads(text) == {"format": 2, "count": 1, "generation": "0123456789ab"}


@given(PARTS, PARTS)
def test_another_part_is_another_generation(one: Part, other: Part) -> None:
    """Equal parts have equal generations, others have not; texts are not confused with their neighbours."""
    assert (generation_of({}, [one]) == generation_of({}, [other])) == (one == other)
    assert generation_of({}, [one, other]) != generation_of({}, [one])
    assert generation_of({"count": 1}, [one]) != generation_of({"count": 2}, [one])

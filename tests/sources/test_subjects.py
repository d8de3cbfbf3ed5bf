"""arXiv's categories and what a code's last part means."""

import pytest

from sitegen.model.subjects import SUBJECT_NAMES, SUBJECTS_BY_LAST_PART, resolve_subject, subject_name


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("CL", "cs.CL"),
        ("LG", "cs.LG"),
        ("IV", "eess.IV"),
        ("ML", "stat.ML"),
        ("NC", "q-bio.NC"),
        ("soc-ph", "physics.soc-ph"),
        ("IT", "cs.IT"),
        ("NA", "math.NA"),
        ("SY", "eess.SY"),
        ("cs.CL", "cs.CL"),
        ("quant-ph", "quant-ph"),
    ],
)
def test_a_code_of_one_meaning_is_resolved(code: str, subject: str) -> None:
    """A last part that one category ends in, or two names of one category, means that category."""
    assert resolve_subject(code) == subject


@pytest.mark.parametrize("code", ["CV", "ST", "TH", "AP", "CO", "GR", "SP", "DS", "ZZ", "cl", ""])
def test_other_codes_stay_as_printed(code: str) -> None:
    """A last part of several meanings, or of none, is not guessed at."""
    assert resolve_subject(code) == code


def test_every_category_has_a_name() -> None:
    """Names are known for all categories, and for every last part all its meanings are."""
    assert len(SUBJECT_NAMES) == 155
    assert all(subject_name(subject) for subject in SUBJECT_NAMES)
    assert all(subject_name(last_part) for last_part in SUBJECTS_BY_LAST_PART)


def test_an_ambiguous_code_is_named_by_all_its_meanings() -> None:
    """Readers see what a code may mean; an unknown one has no name."""
    assert subject_name("SI") == "Social and Information Networks or Exactly Solvable and Integrable Systems"
    assert subject_name("cs.CL") == "Computation and Language"
    assert subject_name("ZZ") is None

"""Lemma scripts."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cronistoria.parse.lemma import apply_script, lemma_script

WORD = st.text("abcdeABCDEàÉßŁй|-'", min_size=1, max_size=12)


@settings(deadline=None)
@given(form=WORD, lemma=WORD)
@example(form="STRAßE", lemma="Straße")
@example(form="İstanbul", lemma="istanbul")
@example(form="ŉa", lemma="Ŋ")
@example(form="a", lemma="a|b")
@example(form="x", lemma="=")
def test_the_script_of_a_pair_makes_the_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, lemma_script(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("pace", "pace", "="),
        ("paci", "pace", "l|0||1|e"),
        ("Incontrarono", "incontrare", "l|0||3|e"),
        ("gegeben", "geben", "l|2||0|"),
        ("è", "essere", "A|essere"),
        ("roma", "Roma", "t|0||0|"),
        ("onu", "ONU", "u|0||0|"),
    ],
)
def test_scripts_are_short_edits(form: str, lemma: str, script: str) -> None:
    assert lemma_script(form, lemma) == script


@settings(deadline=None)
@given(form=WORD, other=WORD, lemma=WORD)
def test_any_script_makes_a_lemma_of_any_form(form: str, other: str, lemma: str) -> None:
    assert apply_script(form, lemma_script(other, lemma))

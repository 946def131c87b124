"""PLOVER codes: the table of the codebook and what is read from it."""

import pytest

from cronistoria.model.record import Plover
from cronistoria.reference.plover import cameo_of, plover_table, score_of


def test_the_table_has_the_sixteen_types() -> None:
    assert len(plover_table().events) == 16
    assert all(-10 <= event.score <= 10 for event in plover_table().events.values())


@pytest.mark.parametrize(
    ("code", "score", "cameo"),
    [
        (Plover("CONSULT"), 2.5, "040"),
        (Plover("CONSULT", "phone", ("diplomatic",)), 1.5, "041"),
        (Plover("CONSULT", "visit"), 4, "042"),
        (Plover("AGREE", None, ("diplomatic",)), 2.5, "036"),
        (Plover("REQUEST", "meet", ("diplomatic",)), 0, "106"),
        (Plover("REJECT", "meet"), -2, "125"),
        (Plover("COERCE", "seize", ("military",)), -7, "192"),
        (Plover("MOBILIZE", "troops", ("military",)), -6.5, "154"),
        (Plover("ASSAULT", "no such mode"), -9, "190"),
        (Plover("NOTHING"), None, None),
    ],
)
def test_scores_and_cameo_codes(code: Plover, score: float | None, cameo: str | None) -> None:
    assert score_of(code) == score
    assert cameo_of(code) == cameo


def test_contexts_of_the_finer_codes_are_known() -> None:
    table = plover_table()
    named = {key.split("/")[-1] for event in table.events.values() for key in event.contexts}
    assert named <= table.contexts

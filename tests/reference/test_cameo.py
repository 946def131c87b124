"""CAMEO codes in PLOVER's terms."""

import pytest

from cronistoria.reference.cameo import cameo_table, plover_of, root_of, turned
from cronistoria.reference.plover import plover_table


@pytest.mark.parametrize(
    ("code", "event", "mode", "root"),
    [
        ("036", "AGREE", None, "AGREE"),
        ("041", "CONSULT", "phone", "CONSULT"),
        ("0353", "AGREE", None, "AGREE"),
        ("0871", "RETREAT", "ceasefire", "YIELD"),
        ("081", "CONCEDE", None, "YIELD"),
        ("163", "SANCTION", "discontinue", "COERCE"),
        ("1662", "SANCTION", "expel", "SANCTION"),
        ("116", "SANCTION", "convict", "ACCUSE"),
        ("191", "COERCE", "restrict", "ASSAULT"),
    ],
)
def test_a_code_has_an_event_and_an_older_root(code: str, event: str, mode: str | None, root: str) -> None:
    assert (plover_of(code).event, plover_of(code).mode, root_of(code)) == (event, mode, root)


def test_all_events_modes_and_contexts_are_in_the_codebook() -> None:
    table = plover_table()
    for code in cameo_table().events:
        plover = plover_of(code)
        assert plover.mode is None or plover.mode in table.events[plover.event].modes
        assert set(plover.context) <= table.contexts


@pytest.mark.parametrize(
    ("code", "turn", "found"),
    [
        ("040", "agreed", "036"),
        ("0841", "agreed", "0353"),
        ("190", "agreed", "138"),
        ("0872", "demanded", "1056"),
        ("130", "agreed", "130"),
        ("112", "demanded", "100"),
        ("040", "refused", "125"),
        ("163", "threatened", "1312"),
        ("190", "stopped", "0871"),
        ("112", "stopped", None),
    ],
)
def test_what_is_promised_demanded_refused_or_threatened(code: str, turn: str, found: str | None) -> None:
    assert turned(code, turn) == found


def test_what_is_no_cameo_code_is_refused() -> None:
    with pytest.raises(KeyError):
        plover_of("99")

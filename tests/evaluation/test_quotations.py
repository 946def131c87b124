"""What attributions are worth against each other, on texts of our own; no corpus, no model."""

from pathlib import Path

import pytest

from evaluation.quotations import Attribution, Case, Found, count, is_source_right, main, read_attributions

TEXT = "The talks failed, Roth said. Oslo calls that a lie."
FAILED, ROTH, SAID, LIE, OSLO = (0, 16), (18, 22), (23, 27), (40, 50), (29, 33)


def case(marked: tuple[Attribution, ...], found: tuple[Found, ...]) -> Case:
    return Case("own", TEXT, marked, found)


def test_attributions_are_read_from_standoff() -> None:
    standoff = "T1\tSource 0 4\tOslo\nT2\tContent 9 20;24 30\twords\nE1\tAttribution:T3 Source:T1 Content:T2\nrest"
    assert read_attributions(standoff) == (Attribution(((9, 20), (24, 30)), ((0, 4),), ()),)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), {"gold": 3, "found": 0, "both": 0, "matched": 0, "right": 0}),
        ((Found(FAILED, (ROTH,), "Roth", "say", "r"),), {"found": 3, "both": 3, "matched": 1, "right": 1}),
        ((Found(FAILED, (OSLO,), "Oslo", "say", "r"),), {"found": 3, "both": 3, "matched": 1, "right": 0}),
        ((Found((0, 50), (ROTH,), "Roth", "say", "r"),), {"found": 10, "both": 3, "matched": 0, "right": 0}),
        ((Found(LIE, (OSLO,), "Oslo", "call", "r"),), {"found": 3, "both": 0, "matched": 0, "right": 0}),
    ],
)
def test_counts(found: tuple[Found, ...], expected: dict[str, int]) -> None:
    counts = count([case((Attribution((FAILED,), (ROTH,), (SAID,)),), found)])
    assert {name: counts[name] for name in expected} == expected


def test_of_several_statements_the_one_that_tells_most_is_compared() -> None:
    short, long = Found((0, 9), (OSLO,), None, None, "r"), Found(FAILED, (ROTH,), None, None, "r")
    marked = Attribution((FAILED,), (ROTH,), ())
    match = case((marked,), (short, long)).match(marked)
    assert match is long
    assert is_source_right(marked, long)


def test_without_the_corpus_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("no corpus at")

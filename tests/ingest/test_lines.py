"""Where a report in plain text ends and links to others begin."""

import pytest

from cronistoria.ingest.lines import end_of_report

REPORT = "Oslo waits for an answer.\nBergen waits too.\n"
LONG = (
    "The ministers of both countries met in the old town hall and spoke for two hours about the fleet, "
    "the fish and the oil."
)


@pytest.mark.parametrize(
    ("below", "ends"),
    [
        ('READ ALSO\n- Bergen: "We burn everything"\n', True),
        ("Leggi anche:\nBergen aspetta ancora\nVIDEO\n", True),
        ("Leggi anche\n" + LONG + " It ended late.\n", False),
        ("Leggi anche\n", False),
        ("- Bergen waits\n", False),
    ],
)
def test_links_below_a_report_are_not_of_it(below: str, ends: bool) -> None:
    assert end_of_report(REPORT + below) == (len(REPORT) if ends else len(REPORT + below))


def test_a_heading_that_opens_the_text_ends_nothing() -> None:
    assert end_of_report("Leggi anche\nBergen waits") == len("Leggi anche\nBergen waits")

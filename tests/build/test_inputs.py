"""When paths say that a report is from."""

from pathlib import Path

import pytest

from cronistoria.build.inputs import path_date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("syria/2012-03-01/agency_4.txt", "2012-03-01"),
        ("2012-03-01/2012-03-04.txt", "2012-03-04"),
        ("reports/20120301_agency.txt", "2012-03-01"),
        ("reports/2012_03_01.txt", "2012-03-01"),
        ("reports/agency 2012.03.01 (2).txt", "2012-03-01"),
        ("reports/2012/03/01/agency.txt", "2012-03-01"),
        ("reports/2012/03/agency.txt", "2012-03"),
        ("reports/2012-03/agency.txt", "2012-03"),
        ("reports/2012-02-30/agency.txt", None),
        ("reports/2012-03-01/a/b/c/agency.txt", None),
        ("reports/1234567890123.txt", None),
        ("reports/18120301.txt", None),
        ("reports/2012-13-01.txt", None),
        ("reports/2012.txt", None),
        ("agency.txt", None),
    ],
)
def test_the_date_of_a_path(path: str, date: str | None) -> None:
    assert path_date(Path(path)) == date

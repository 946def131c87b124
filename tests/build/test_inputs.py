"""Which files are meant, and when their paths say they are from."""

from pathlib import Path

import pytest

from cronistoria.build.inputs import find_inputs, path_date


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


def test_folders_give_their_texts_by_name_and_files_stand_where_they_are_named(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.TXT",
        "b/a/3.md",
        "b/picture.png",
        "b/.hidden.txt",
        "b/.git/4.txt",
        "b/none",
        "c.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Ada calls Bea.")
    (tmp_path / "b/loop").symlink_to(tmp_path / "b")
    found = find_inputs([tmp_path / "c.html", tmp_path / "b", tmp_path / "b/2.txt", tmp_path / "missing"])
    names = [str(path.relative_to(tmp_path)) for path in found.files]
    assert names == ["c.html", "b/1.TXT", "b/2.txt", "b/none", "b/a/3.md", "missing"]
    assert found.left_aside == 1

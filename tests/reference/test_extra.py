"""A user's own actors: what a file may hold, and what its errors say."""

from pathlib import Path

import pytest

from cronistoria.errors import DataError
from cronistoria.reference.extra import load_extra_actors

GOOD = """
[[actor]]
id = "person:ada-keller"
kind = "person"
name = "Ada Keller"
country = "CHE"
role = "special envoy"
[actor.names]
it = ["Keller", "Ada Keller"]

[[actor]]
id = "LAKE"
kind = "organisation"
name = "Lake Commission"
"""
FIRST = '[[actor]]\nid = "LAKE"\nkind = "organisation"\nname = "Lake Commission"\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_two(tmp_path: Path) -> None:
    person, organisation = load_extra_actors(write(tmp_path, GOOD))
    assert (person.id, person.kind, person.country, person.role) == (
        "person:ada-keller", "person", "CHE", "special envoy",
    )  # fmt: skip
    assert person.names_in("it") == ("Ada Keller", "Keller")
    assert person.names_in("en") == ("Ada Keller",)
    assert organisation.names == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["'actor'"]),
        ("actor = 3", ["'actor'"]),
        ("[[actors]]\nid = 'X'", ["'actors'"]),
        ("[[actor]\n", ["TOML"]),
        (FIRST.replace('"organisation"', '"club"'), ["entry 1", "'LAKE'", "'kind'"]),
        (FIRST.replace('"Lake Commission"', "7"), ["entry 1", "'name'", "str"]),
        (FIRST.replace('"Lake Commission"', '" "'), ["entry 1", "'name'"]),
        (FIRST.replace('"LAKE"', '"a lake"'), ["entry 1", "'id'"]),
        (FIRST.replace('"LAKE"', '"person:lake"'), ["entry 1", "'id'", "organisation:"]),
        (FIRST + 'color = "red"\n', ["entry 1", "color"]),
        (FIRST + 'country = "Switzerland"\n', ["entry 1", "'country'", "Switzerland"]),
        (FIRST + 'names = {ita = ["Lago"]}\n', ["entry 1", "'names.ita'"]),
        (FIRST + "names = {it = []}\n", ["entry 1", "'names.it'"]),
        (FIRST + FIRST, ["entry 2", "'id'", "entry 1"]),
    ],
)
def test_errors_name_file_entry_and_key(tmp_path: Path, text: str, words: list[str]) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError) as caught:
        load_extra_actors(path)
    for word in (str(path), *words):
        assert word in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml"):
        load_extra_actors(tmp_path / "none.toml")

"""Who is who: bodies, office-holders at a date, persons by name; and that the tables are sound."""

import csv
import importlib.util
import re
from pathlib import Path

import pytest

from cronistoria.languages.actors import load_actors
from cronistoria.languages.tables import available_languages
from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.reference.bodies import load_bodies
from cronistoria.reference.holders import LEFT_BETWEEN, load_name_lines, load_tenures
from cronistoria.reference.places import load_places
from cronistoria.reference.tables import read_rows
from cronistoria.reference.world import load_world

ROOT = Path(__file__).parents[2]

GROUP = "group:"


def day(text: str) -> Date:
    start, end, precision = parse_edtf(text)
    return Date(edtf=text, start=start, end=end, precision=precision, basis="explicit")


HOLDERS = [
    ("president", "USA", "2015-03-01", "Barack Obama"),
    ("vice_president", "USA", "2015-03-01", "Joe Biden"),
    ("president", "USA", "2021-12", "Joe Biden"),
    ("spokesperson", "USA", "2021-12-30", "Jen Psaki"),
    ("foreign_minister", "RUS", "2021-12", "Sergey Lavrov"),
    ("foreign_minister", "DEU", "2024-06-01", "Annalena Baerbock"),
    ("secretary_general", "UN", "2012-01-23", "Ban Ki-moon"),
    ("secretary_general", "NATO", "2025-06-01", "Mark Rutte"),
    ("foreign_minister", "ITA", "2012-02-25", "Giulio Terzi di Sant'Agata"),
]


@pytest.mark.parametrize(("office", "country", "at", "name"), HOLDERS)
def test_who_held_an_office(office: str, country: str, at: str, name: str) -> None:
    assert name in [tenure.name for tenure in load_world().holders(office, country, day(at))]


def test_without_a_date_whoever_held_it_last() -> None:
    (last,) = load_world().holders("president", "UKR", None)
    assert last.name == "Volodymyr Zelenskyy"


def test_nobody_holds_what_is_not_known() -> None:
    assert load_world().holders("president", "XXX", None) == ()
    assert load_world().holders("dog_catcher", "USA", day("2020")) == ()


PEOPLE = [
    ("Uschakow", "Yuri Ushakov"),
    ("Лавров", "Sergey Lavrov"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Xi", "Xi Jinping"),
    ("Bashar al Assad", "Bashar al-Assad"),
    ("de Mistura", "Staffan de Mistura"),
    ("Suu Kyi", "Aung San Suu Kyi"),
    ("Lula", "Luiz Inácio Lula da Silva"),
    ("J. Biden", "Joe Biden"),
    ("Rafael Mariano Grossi", "Rafael Grossi"),
    ("Volodimir Selenskyj", "Volodymyr Zelenskyy"),
    ("von der Leyen", "Ursula von der Leyen"),
]


@pytest.mark.parametrize(("written", "name"), PEOPLE)
def test_whose_name_it_may_be(written: str, name: str) -> None:
    assert name in {tenure.name for tenure in load_world().people(tuple(written.split()))}


def test_a_full_name_is_not_everybody_of_the_surname() -> None:
    assert {t.name for t in load_world().people(("Boris", "Johnson"))} == {"Boris Johnson"}
    assert load_world().people(("Serghiei", "Korotkov")) == ()
    assert load_world().people(()) == ()


def test_a_person_of_both_tables_has_one_id() -> None:
    assert {t.wikidata for t in load_world().people(("Zelensky",))} == {"Q3874799"}


BODIES = [("RUS", "state", "Russia"), ("XKX", "state", "Kosovo"), ("NATO", "organisation", "NATO")]


@pytest.mark.parametrize(("code", "kind", "name"), BODIES)
def test_bodies_have_codes(code: str, kind: str, name: str) -> None:
    body = load_world().body(code)
    assert body is not None
    assert (body.kind, body.name) == (kind, name)
    assert load_world().body("nobody") is None


def test_codes_are_unique_and_countries_are_states() -> None:
    rows = [r[0] for table in ("states.csv", "bodies.csv", "outlets.csv") for r in read_rows(table)]
    assert len(rows) == len(set(rows))
    for body in load_bodies().values():
        assert body.country is None or load_bodies()[body.country].kind == "state", body


def test_every_tenure_has_a_body_and_dates() -> None:
    for held in load_tenures().by_name.values():
        for item, name, country, office, start, end, *_ in held:
            assert not item or re.fullmatch(r"Q\d+", item), name
            assert re.fullmatch(r"[a-z_]+", office), (name, office)
            for date in (start, end):
                assert not date or date == LEFT_BETWEEN or parse_edtf(date), name
            assert country in load_bodies(), (name, country)


def test_the_key_table_is_up_to_date() -> None:
    path = ROOT / "models" / "reference" / "build_name_keys.py"
    spec = importlib.util.spec_from_file_location("build_name_keys", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert load_name_lines() == module.lines(), "run models/reference/build_name_keys.py"


def test_places_lie_on_the_globe() -> None:
    for place in load_places().values():
        assert place.latitude is not None
        assert place.longitude is not None
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.country is None or place.country in load_bodies(), place


@pytest.mark.parametrize("language", available_languages("actors"))
def test_home_bodies_are_known(language: str) -> None:
    words = load_actors(language)
    groups = {code.removeprefix(GROUP) for code in words.homes.values() if code.startswith(GROUP)}
    assert groups <= set(words.concepts)
    assert {code for code in words.homes.values() if not code.startswith(GROUP)} <= set(load_bodies())


def test_tables_have_one_width() -> None:
    for path in sorted((ROOT / "src" / "cronistoria" / "reference").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, path.name

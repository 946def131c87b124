"""The tables of names and of words for parties: codes are known, forms can be made, examples are found."""

import pytest

from cronistoria.extract.gazetteer import Meaning, load_gazetteer
from cronistoria.languages.actors import load_actors
from cronistoria.languages.matching import Atom, fold_atom, split_atoms
from cronistoria.languages.names import inflect, load_names
from cronistoria.languages.tables import available_languages
from cronistoria.reference.bodies import load_bodies
from cronistoria.reference.places import load_places

LANGUAGES = available_languages("names", "actors")


def meanings(language: str, text: str) -> set[Meaning]:
    atoms = [Atom(a, fold_atom(a), i, i) for i, a in enumerate(split_atoms(text))]
    lexicons = load_gazetteer(language).lexicons
    matches = [m for lexicon in lexicons for m in lexicon.matches(atoms) if len(m.text) == len(atoms)]
    return {meaning for match in matches for meaning in match.meanings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_those_of_the_reference_tables(language: str) -> None:
    names = load_names(language)
    for table in (names.states, names.demonyms, names.bodies, names.seats):
        assert set(table) <= set(load_bodies())


@pytest.mark.parametrize("language", LANGUAGES)
def test_exonyms_are_of_known_places(language: str) -> None:
    assert set(load_names(language).exonyms) <= set(load_places())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_state_has_a_demonym(language: str) -> None:
    sovereign = {code for code, body in load_bodies().items() if body.capital}
    assert len(sovereign - set(load_names(language).demonyms)) < 0.15 * len(sovereign)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_names_are_found(language: str) -> None:
    for written, code in load_names(language).examples.items():
        assert code in {meaning.key for meaning in meanings(language, written)}, written


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_forms_of_words_can_be_made(language: str) -> None:
    words = load_actors(language)
    for table in (words.offices, words.concepts, words.branches):
        for key, listed in table.items():
            assert key.isidentifier()
            assert all(inflect(written, words.inflections) for written in listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_offices_for_the_same_work(language: str) -> None:
    shared = set(load_actors(LANGUAGES[0]).offices) & set(load_actors(language).offices)
    assert {"president", "minister", "spokesperson", "ambassador", "leader"} <= shared
    assert load_actors(language).branched <= {*load_actors(language).offices, "secretary", "chief", "deputy_minister"}


FORMS = [
    ("it", "siriane", "demonym", "SYR"),
    ("it", "Nato", "body", "NATO"),
    ("it", "Corea del Nord", "state", "PRK"),
    ("it", "Farnesina", "seat", "ITA"),
    ("it", "Damasco", "seat", "SYR"),
    ("it", "ministri", "office", "minister"),
    ("it", "funzionari", "concept", "officials"),
    ("it", "Ginevra", "place", "Geneva"),
    ("en", "U.S.", "state", "USA"),
    ("en", "US", "state", "USA"),
    ("en", "Polish", "demonym", "POL"),
    ("en", "spokeswoman", "office", "spokesperson"),
    ("en", "White House", "seat", "USA"),
    ("de", "Russlands", "state", "RUS"),
    ("de", "Weißen Hauses", "seat", "USA"),
    ("de", "Kremls", "seat", "RUS"),
    ("de", "Außenministerin", "office", "foreign_minister"),
    ("fr", "Etats-Unis", "state", "USA"),
    ("fr", "États-Unis", "state", "USA"),
    ("fr", "syriennes", "demonym", "SYR"),
    ("fr", "Quai d'Orsay", "seat", "FRA"),
    ("fr", "chef de la diplomatie", "office", "foreign_minister"),
    ("fr", "Casques bleus", "body", "UN"),
    ("fr", "Premier ministre", "office", "prime_minister"),
    ("fr", "Zaporijjia", "place", "Zaporizhzhya"),
]
NONE = [
    ("en", "us"),
    ("en", "polish"),
    ("en", "turkey"),
    ("en", "who"),
    ("it", "usa"),
    ("it", "Un"),
    ("it", "chad"),
    ("fr", "ei"),
    ("fr", "malaise"),
]


@pytest.mark.parametrize(("language", "text", "kind", "key"), FORMS)
def test_words_mean_parties(language: str, text: str, kind: str, key: str) -> None:
    assert (kind, key) in {(m.kind, m.key) for m in meanings(language, text)}


@pytest.mark.parametrize(("language", "text"), NONE)
def test_ordinary_words_do_not(language: str, text: str) -> None:
    assert meanings(language, text) == set()

"""Forms of words looked up by their base forms, and entries that match all of them."""

import pytest

from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.matching import Atom, Lexicon, fold_atom, split_atoms


@pytest.mark.parametrize(
    ("language", "form", "bases"),
    [
        ("ru", "границами", ("граница",)),
        ("ru", "министр", ("министр",)),
        ("ru", "россиян", ("россиянин",)),
        ("ru", "отвергла", ("отвергнуть",)),
        ("uk", "кордонів", ("кордон",)),
        ("uk", "відкинула", ("відкинути",)),
    ],
)
def test_bases(language: str, form: str, bases: tuple[str, ...]) -> None:
    dictionary = load_dictionary(language)
    assert dictionary is not None
    assert dictionary.bases(form) == bases


def test_a_language_without_the_switch_has_none() -> None:
    assert load_dictionary("it") is None


@pytest.mark.parametrize(
    ("entry", "text", "matches"),
    [
        ("министр иностранных дел", "встреча с министром иностранных дел", True),
        ("министр иностранных дел", "министров внутренних дел", False),
        ("Соединенные Штаты", "в Соединённых Штатах", True),
        ("Белый дом", "у белого дома", False),
        ("Белый дом", "из Белого дома", True),
        ("ЕС", "ес", False),
    ],
)
def test_entries_match_all_forms(entry: str, text: str, matches: bool) -> None:
    dictionary = load_dictionary("ru")
    assert dictionary is not None
    lexicon = Lexicon[str](dictionary=dictionary)
    lexicon.add(entry, "found")
    atoms = [
        Atom(word, fold_atom(word), i, i, tuple(fold_atom(base) for base in dictionary.bases(word)))
        for i, word in enumerate(split_atoms(text))
    ]
    assert bool(list(lexicon.matches(atoms))) is matches

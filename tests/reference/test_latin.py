"""Names in Latin letters."""

import pytest

from cronistoria.reference.latin import bare_name, is_listed, latin_name


@pytest.mark.parametrize(
    ("language", "name", "latin"),
    [
        ("ru", "Джо Байден", "Joe Biden"),
        ("ru", "Аббас Аракчи", "Abbas Araghchi"),
        ("ru", "Ван И", "Wang Yi"),
        ("ru", "Юлия Новицкая", "Yulia Novitskaya"),
        ("ru", "Башар аль-Асад", "Bashar al-Assad"),
        ("uk", "Андрій Сибіга", "Andriy Sybiha"),
        ("uk", "Гнат Голуб", "Hnat Holub"),
        ("it", "Čapek", "Čapek"),
    ],
)
def test_spelling(language: str, name: str, latin: str) -> None:
    assert " ".join(latin_name(tuple(name.split()), language)) == latin


def test_listed_names() -> None:
    assert is_listed(("Джо", "Байден"), "ru")
    assert not is_listed(("Джо", "Глорбов"), "ru")


def test_names_without_the_ending_of_their_case() -> None:
    assert bare_name("Екрема", "Gen", "uk") == "Екрем"
    assert bare_name("Екрема", "Nom", "uk") is None
    assert bare_name("Roe", "Gen", "en") is None

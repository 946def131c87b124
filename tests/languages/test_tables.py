"""Every table of every language loads, and complete languages have the same tables."""

import importlib
import re
from importlib import resources

import msgspec
import pytest

from cronistoria.errors import DataError, LanguageError
from cronistoria.languages import tables
from cronistoria.languages.tables import available_languages, complete_languages, languages_digest, load_table

FOLDER = resources.files("cronistoria.languages")
FILES = sorted(
    (folder.name, file.name.removesuffix(".toml"))
    for folder in FOLDER.iterdir()
    if folder.is_dir()
    for file in folder.iterdir()
    if file.name.endswith(".toml")
)


@pytest.mark.parametrize(("language", "name"), FILES)
def test_every_table_is_typed_by_the_module_of_its_name(language: str, name: str) -> None:
    module = importlib.import_module(f"cronistoria.languages.{name}")
    (load,) = (
        f for f in vars(module).values() if getattr(f, "__name__", "").startswith("load_") and f is not load_table
    )
    table = load(language)
    assert isinstance(table, msgspec.Struct)
    assert getattr(table, "examples", True), f"{language}/{name}.toml has no examples"


@pytest.mark.parametrize(("language", "name"), FILES)
def test_every_table_says_who_reads_it(language: str, name: str) -> None:
    first = FOLDER.joinpath(language, f"{name}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")


def test_a_language_is_complete_once_it_has_all_tables() -> None:
    names = {name for _, name in FILES}
    complete = {language for language, _ in FILES if {name for code, name in FILES if code == language} == names}
    assert set(complete_languages()) == complete
    assert len(complete) >= 2
    assert complete <= set(available_languages("words"))


def test_what_is_no_table_is_named() -> None:
    with pytest.raises(LanguageError, match=r"has no nothing\.toml"):
        load_table(FILES[0][0], "nothing", msgspec.Struct)
    with pytest.raises(LanguageError, match="expected an ISO 639-1 code"):
        load_table("../x", "grammar", msgspec.Struct)


def test_an_unknown_key_is_an_error_that_names_file_and_key() -> None:
    class Nothing(msgspec.Struct, forbid_unknown_fields=True):
        pass

    with pytest.raises(DataError, match=r"languages/\w+/grammar\.toml: Object contains unknown field"):
        load_table(complete_languages()[0], "grammar", Nothing)


def test_the_digest_of_all_tables_is_sixteen_digits() -> None:
    tables.languages_digest.cache_clear()
    assert len(languages_digest()) == 16
    assert int(languages_digest(), 16) >= 0


@pytest.mark.parametrize(("language", "name"), FILES)
def test_bare_cases_are_written_as_the_tree_gives_them(language: str, name: str) -> None:
    text = FOLDER.joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'"(case=.*?)"', text, re.IGNORECASE)) <= {"case=gen", "case=dat", "case=ins", "case=acc"}

"""Loads one table of one language: a language code and a file name in, a typed struct out.

The files are package data, read when first asked for and kept. Users meet an error that names file and key.
"""

import hashlib
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from cronistoria.errors import DataError, LanguageError

T = TypeVar("T")


@cache
def available_languages(*needed: str) -> tuple[str, ...]:
    """Codes of the languages whose folders hold all the needed tables, in alphabetical order."""
    folders = (folder for folder in _root().iterdir() if folder.is_dir() and not folder.name.startswith("_"))
    return tuple(sorted(f.name for f in folders if all(f.joinpath(f"{name}.toml").is_file() for name in needed)))


@cache
def complete_languages() -> tuple[str, ...]:
    """Codes of the languages that hold every table which any language holds, in alphabetical order."""
    folders = (folder for folder in _root().iterdir() if folder.is_dir())
    files = (file.name for folder in folders for file in folder.iterdir() if file.name.endswith(".toml"))
    return available_languages(*{name.removesuffix(".toml") for name in files})


def load_table(language: str, name: str, kind: type[T]) -> T:
    """The table ``languages/<language>/<name>.toml`` as a struct of the given type.

    Raises `LanguageError` if the language has no such table, `DataError` if the table breaks its type.
    """
    table = _load_table(language, name, kind)  # type: ignore[arg-type]  # types are hashable
    assert isinstance(table, kind)
    return table


@cache
def _load_table(language: str, name: str, kind: type[object]) -> object:
    if not language.isalpha():
        raise LanguageError(f"language '{language}': expected an ISO 639-1 code such as {available_languages(name)}")
    path = _root().joinpath(language, f"{name}.toml")
    if not path.is_file():
        known = ", ".join(available_languages(name))
        raise LanguageError(f"language '{language}' has no {name}.toml; {known} have one")
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind, strict=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"languages/{language}/{name}.toml: {error}") from error


@cache
def languages_digest() -> str:
    """The first 16 hexadecimal digits of the SHA-256 over all language files: it changes when a word does."""
    digest = hashlib.sha256()
    for folder in sorted((f for f in _root().iterdir() if f.is_dir()), key=lambda f: f.name):
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                digest.update(f"{folder.name}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _root() -> Traversable:
    return resources.files("cronistoria.languages")

"""Parsers by name: the shipped model, or any spaCy pipeline over Universal Dependencies that the user has."""

from typing import TYPE_CHECKING

from cronistoria.errors import InputError

if TYPE_CHECKING:
    from cronistoria.parse.shipped import ShippedParser
    from cronistoria.parse.spacy_parser import SpacyParser

SHIPPED = "shipped"
SPACY = "spacy:"


def check_parser_name(name: str) -> str:
    """The name itself. Raises `InputError` if no parser can have it."""
    if name == SHIPPED or (name.startswith(SPACY) and name != SPACY):
        return name
    raise InputError(f"parser '{name}': expected {SHIPPED}, or {SPACY}NAME of an installed spaCy pipeline")


def load_parser(name: str = SHIPPED, *, threads: int = 1) -> "ShippedParser | SpacyParser":
    """The parser of a name. Raises `InputError` for another name, `ModelError` if it cannot be loaded."""
    if check_parser_name(name) != SHIPPED:
        from cronistoria.parse.spacy_parser import load_spacy

        return load_spacy(name.removeprefix(SPACY))
    from cronistoria.parse.bundle import model_path
    from cronistoria.parse.shipped import read_parser

    return read_parser(model_path(), threads=threads)

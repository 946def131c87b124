"""The names that a language has for the parties of the reference tables. (Stub: signatures fixed.)"""

import msgspec

from cronistoria.reference.extra import ExtraActor


class Gazetteer(msgspec.Struct, frozen=True):
    """Names to codes, longest match over word sequences."""


def load_gazetteer(language: str, extra: tuple[ExtraActor, ...] = ()) -> Gazetteer:
    """The gazetteer of a language, with a user's own actors. Raises `LanguageError`, `DataError`."""
    return Gazetteer()

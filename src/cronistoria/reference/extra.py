"""A user's own actors, from a TOML file: those that a chronicle needs and the reference tables do not know.

A file holds a list of ``[[actor]]`` tables; each gives an id, a kind, an English name and the names by which reports
call the actor, by language. An id of the reference tables may be used again: the file's entry then counts.

```toml
[[actor]]
id = "person:ada-keller"
kind = "person"
name = "Ada Keller"
country = "CHE"
role = "special envoy"
[actor.names]
it = ["Ada Keller", "Keller"]
```
"""

import re
import tomllib
from pathlib import Path

import msgspec

from cronistoria.errors import DataError
from cronistoria.model.actor import ActorKind

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*(:[A-Za-z0-9][A-Za-z0-9_./-]*)?")
_COUNTRY = re.compile(r"[A-Z][A-Z0-9]+")
_LANGUAGE = re.compile(r"[a-z]{2}")


class ExtraActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One actor of a user's file; ``names`` are those of each language, to which ``name`` is added in all of them."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    role: str | None = None
    wikidata: str | None = None
    names: dict[str, tuple[str, ...]] = {}

    def names_in(self, language: str) -> tuple[str, ...]:
        """The names by which reports of a language call the actor, once each."""
        return tuple(dict.fromkeys((self.name, *self.names.get(language, ()))))


def load_extra_actors(path: Path) -> tuple[ExtraActor, ...]:
    """The actors of a file. Raises `DataError` naming file, entry and key."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: expected a readable TOML file in UTF-8: {error}") from error
    entries = table.pop("actor", [])
    if table:
        raise DataError(f"{path}: key '{next(iter(table))}': expected only [[actor]] entries")
    if not isinstance(entries, list) or not entries:
        raise DataError(f"{path}: key 'actor': expected a list of [[actor]] entries")
    actors = tuple(_read_entry(entry, f"{path}: entry {number}") for number, entry in enumerate(entries, start=1))
    _check_ids(actors, path)
    return actors


def _read_entry(entry: object, place: str) -> ExtraActor:
    if isinstance(entry, dict) and isinstance(entry.get("id"), str):
        place += f" ('{entry['id']}')"
    try:
        actor = msgspec.convert(entry, ExtraActor, strict=True)
    except msgspec.ValidationError as error:
        raise DataError(f"{place}: {_with_key(str(error))}") from error
    for key, fault in _faults(actor):
        raise DataError(f"{place}: key '{key}': {fault}")
    return actor


def _with_key(message: str) -> str:
    """ "Expected `str`, got `int` - at `$.name`" with the key first."""
    fault, parted, path = message.partition(" - at `$.")
    return f"key '{path.rstrip('`')}': {fault}" if parted else fault


def _faults(actor: ExtraActor) -> list[tuple[str, str]]:
    """Keys whose values are of the right type and yet wrong, with what was expected."""
    faults = []
    if not _ID.fullmatch(actor.id):
        faults.append(("id", f"'{actor.id}': expected letters, digits and ._/- with at most one colon"))
    prefix, colon, _ = actor.id.partition(":")
    if colon and prefix != actor.kind:
        faults.append(("id", f"'{actor.id}': expected the prefix '{actor.kind}:', the kind of the actor"))
    if not actor.name.strip():
        faults.append(("name", "empty; expected an English name"))
    if actor.country is not None and not _COUNTRY.fullmatch(actor.country):
        faults.append(("country", f"'{actor.country}': expected an ISO 3166-1 alpha-3 code or an organisation's code"))
    for language, names in actor.names.items():
        if not _LANGUAGE.fullmatch(language):
            faults.append((f"names.{language}", "expected an ISO 639-1 code as key"))
        if not names or not all(name.strip() for name in names):
            faults.append((f"names.{language}", "expected one or more names, none of them empty"))
    return faults


def _check_ids(actors: tuple[ExtraActor, ...], path: Path) -> None:
    seen: dict[str, int] = {}
    for number, actor in enumerate(actors, start=1):
        if actor.id in seen:
            raise DataError(f"{path}: entry {number}: key 'id': '{actor.id}' is already that of entry {seen[actor.id]}")
        seen[actor.id] = number

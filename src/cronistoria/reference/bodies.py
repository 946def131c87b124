"""States, organisations, armed groups, blocs and outlets: the tables that give actors their codes.

``states.csv`` is made by ``models/reference/build_states.py``; ``bodies.csv`` and ``outlets.csv`` are written by hand.
Names in them are good in every language; what one language alone says is in its ``actors.toml``.
"""

from functools import cache
from types import MappingProxyType

import msgspec

from cronistoria.model.actor import ActorKind
from cronistoria.reference.tables import read_rows


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A state, territory, organisation, armed group, bloc or outlet: ``code`` is the actor id, ``name`` the English
    name.

    ``country`` is the state that a body acts in or belongs to (a state's own code), ``None`` for international ones.
    ``spellings``: what it is called in any language. ``iso2`` and ``capital`` (in English) are a state's.
    """

    code: str
    kind: ActorKind
    name: str
    country: str | None = None
    wikidata: str | None = None
    spellings: tuple[str, ...] = ()
    iso2: str | None = None
    capital: str | None = None


@cache
def load_bodies() -> MappingProxyType[str, Body]:
    """All bodies by code."""
    found = [_state(*row) for row in read_rows("states.csv")]
    found += [_body(*row) for row in read_rows("bodies.csv")]
    found += [_body(code, "outlet", country, name, names) for code, country, name, names in read_rows("outlets.csv")]
    return MappingProxyType({body.code: body for body in found})


def _state(code: str, iso2: str, name: str, capital: str) -> Body:
    return Body(code=code, kind="state", name=name, country=code, iso2=iso2, capital=capital or None)


def _body(code: str, kind: str, country: str, name: str, names: str) -> Body:
    spellings = tuple(names.split("|")) if names else ()
    known = msgspec.convert(kind, ActorKind)
    return Body(code=code, kind=known, name=name, country=country or None, spellings=spellings)

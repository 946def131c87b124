"""Who is named or meant, resolved once per report."""

from typing import Literal

import msgspec

from cronistoria.model.span import Span

ActorKind = Literal["state", "organisation", "person", "office", "armed_group", "bloc", "outlet", "group"]


class ActorMention(Span, frozen=True, gc=False):
    """Words that stand for an actor; ``metonym`` if they name its seat or capital ("Mosca", "Casa Bianca")."""

    metonym: bool = False


class Actor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An actor with its role and country at the report's date.

    ``id``: ISO 3166-1 alpha-3 for states (XKX for Kosovo), an upper-case code for organisations, a Wikidata item
    (``Q…``) for persons of the reference data, otherwise ``person:ascii-slug``, ``office:USA/white-house``,
    ``bloc:west``, ``group:…``, ``armed_group:…``, ``outlet:…``.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    role: str | None = None
    wikidata: str | None = None
    mentions: tuple[ActorMention, ...] = ()

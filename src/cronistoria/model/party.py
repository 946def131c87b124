"""What the actor extractor sees: words that name or describe a party, before anybody knows who "the minister" was.

Token indices point into one sentence; codes are those of the reference tables ("RUS", "EU", "armed_group:…").
"""

from typing import Literal

import msgspec

from cronistoria.model.mention import ActorRole
from cronistoria.model.span import Span

Reading = Literal["actor", "place", "dateline"]


class PartyMention(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one sentence that stand for a party.

    ``first``, ``last``: token indices, both inside; ``head``: the word that the rest of the sentence hangs on.
    ``role``: name | metonym (seat, capital) | demonym (adjective, people) | office | description | pronoun.
    ``codes``: reference codes of what the words name or, for a person, an office or a description, of whose it is.
    ``name``: the words of a person's name; ``office``: the office's key; ``concept``: the key of a description.
    ``reading``: how a name of a seat or a state is meant here. ``plural``: more than one is meant; ``count``: how
    many, if said. ``former``: the office is a past one. ``usual``: the state whose office a title without an owner is
    wherever that state is told of ("presidente del Gobierno").
    """

    sentence: int
    head: int
    first: int
    last: int
    span: Span
    role: ActorRole
    codes: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    office: str | None = None
    concept: str | None = None
    reading: Reading = "actor"
    plural: bool = False
    count: int | None = None
    former: bool = False
    usual: str | None = None

"""Who is who: the gold names parties in words, a report by actor ids; here they become comparable.

A gold party is "ISO3", "CODE", "Name (ISO3)" or the canonical name of an actor of the gold file. Persons are compared
by the last word of their names, states and organisations by code, others by name.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from cronistoria.model.actor import Actor
from evaluation.gold import GoldActor
from evaluation.matching import pair_off
from evaluation.text import words

_CODE = re.compile(r"\b[A-Z][A-Z0-9]{1,6}\b")
_OFFICE = re.compile(r"office:([A-Z0-9]+)")
_NAMED = {"armed_group", "media", "outlet"}


@dataclass(frozen=True)
class Party:
    """``person``: compared by ``names`` alone; otherwise ``codes`` or ``names`` may agree."""

    person: bool
    names: frozenset[str]
    codes: frozenset[str]


def fold(text: str) -> str:
    """Words in lower case without diacritics."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ı", "i"))
    return " ".join(words("".join(letter for letter in plain if not unicodedata.combining(letter))))


def person_key(name: str) -> str:
    """The last word of a name."""
    return fold(name).rpartition(" ")[2]


def found_party(actor: Actor) -> Party:
    """The party that an actor of a report is."""
    if actor.kind == "person":
        return Party(True, frozenset({person_key(actor.name)}), frozenset({actor.country} if actor.country else ()))
    names = {fold(actor.name), *(fold(mention.text) for mention in actor.mentions)}
    office = _OFFICE.match(actor.id)
    codes = {actor.country, office[1] if office else None, None if ":" in actor.id else actor.id} - {None}
    return Party(False, frozenset(names), frozenset(code for code in codes if code and actor.kind not in _NAMED))


class Directory:
    """Reads the party strings of one gold file."""

    def __init__(self, actors: Iterable[GoldActor]) -> None:
        self._known: dict[str, Party] = {}
        listed = tuple(actors)
        for actor in listed:
            spellings = {fold(a.mention) for a in listed if a.canonical == actor.canonical} | {fold(actor.canonical)}
            codes = {actor.iso3, actor.code} - {None} if actor.kind not in _NAMED else set()
            names = {person_key(actor.canonical)} if actor.kind == "person" else spellings
            party = Party(actor.kind == "person", frozenset(names), frozenset(code for code in codes if code))
            self._known[fold(actor.canonical)] = party

    def party(self, text: str) -> Party:
        """The party of a gold string; an actor that the file does not list stands for its code or its words."""
        name = text.partition("(")[0].strip()
        known = self._known.get(fold(name))
        if known:
            return known
        code = _CODE.search(text)
        return Party(False, frozenset({fold(name)}), frozenset({code[0]} if code else ()))

    def parties(self, texts: Iterable[str]) -> list[Party]:
        """The parties of gold strings."""
        return [self.party(text) for text in texts]


def same_party(left: Party, right: Party) -> bool:
    """The same person or body, or a person and the body of the same country."""
    if left.person == right.person and left.names & right.names:
        return True
    return bool(left.codes & right.codes) and not (left.person and right.person)


def same_side(left: Party, right: Party) -> bool:
    """Of one country or organisation, or the same."""
    return same_party(left, right) or bool(left.codes & right.codes)


def party_f1(gold: list[Party], found: list[Party]) -> float:
    """How far two sets of parties agree."""
    if not gold and not found:
        return 1.0
    worth = [[same_party(g, f) + float(bool(g.names & f.names)) * same_party(g, f) for f in found] for g in gold]
    return 2 * len(pair_off(worth)) / (len(gold) + len(found))

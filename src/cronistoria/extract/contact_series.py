"""One verb, several contacts: each place that is visited, each one who is called, each who is met apart.

The parties of a verb come in, the parties of each contact go out with the word that tells it from the others.
"""

from itertools import pairwise

import msgspec
from msgspec.structs import replace

from cronistoria.extract import tree
from cronistoria.extract.contact_scene import Parties, Scene
from cronistoria.model.mention import Phrase
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span
from cronistoria.model.timex import Point

_NEAR = 6
ENDS = ("partners", "recipients")


class Part(msgspec.Struct, frozen=True):
    """One contact of a series: its parties, the one at its other end and the words that date it alone, if any do."""

    parties: Parties
    end: Phrase | None = None
    when: Span | None = None


def one_by_one(scene: Scene, verb: Token, channel: Channel, parties: Parties) -> list[Part]:
    """The contacts of a verb: "volò a Oslo e a Riga", "telefonò a Rossi e poi a Bianchi", "A lunedì e B martedì"."""
    found = parties.recipients if channel == "visit" else [*parties.partners, *parties.recipients]
    days = _own_days(scene, _coordinated(scene, found))
    if days:
        return [Part(_with_one(parties, list(days), end), end, day) for end, day in days.items()]
    if channel in ("call", "meeting", "talks") and len(turns := in_turn(scene, found)) > 1:
        kept = (
            replace(parties, **{n: [p for p in getattr(parties, n) if p in turn or p not in found] for n in ENDS})
            for turn in turns
        )
        return [Part(part, turn[0]) for part, turn in zip(kept, turns, strict=True)]
    ends = _ends(scene, verb, channel, parties)
    return [Part(_with_one(parties, ends, end), end) for end in ends] if len(ends) > 1 else [Part(parties)]


def in_turn(scene: Scene, ends: list[Phrase]) -> list[list[Phrase]]:
    """Those at the other end, parted where one comes later than those before ("with Roe and right after with Doe")."""
    here = sorted((p for p in ends if not p.dropped and p.sentence == scene.sentence.index), key=lambda p: p.head)
    turns = [here[:1]]
    for before, end in pairwise(here):
        head = scene.sentence.tokens[end.head]
        between = scene.sentence.tokens[before.head + 1 : end.head]
        apart = tree.case_lemmas(scene.sentence, head) or any(t.upos == "CCONJ" or t.form == "," for t in between)
        later = any(t.keys & scene.words.afterwards for t in between) and apart
        turns = [*turns, [end]] if later else [*turns[:-1], [*turns[-1], end]]
    return turns


def _own_days(scene: Scene, ends: list[Phrase]) -> dict[Phrase, Span]:
    """Each end with the day that stands right before or right behind it; nothing unless every one has its own."""
    ends = sorted(ends, key=lambda end: end.head)
    if len(ends) < 2:
        return {}
    heads = [end.head for end in ends]
    behind = [_days(scene, first, last) for first, last in pairwise([*heads, heads[-1] + _NEAR])]
    before = [_days(scene, first, last) for first, last in pairwise([heads[0] - _NEAR, *heads])]
    days = next((found for found in (behind, before) if all(found)), [])
    return {end: day[0] for end, day in zip(ends, days, strict=True)} if days else {}


def _days(scene: Scene, first: int, last: int) -> list[Span]:
    """The points in time between two words."""
    return [time.span for time in scene.times if first < time.first < last and isinstance(time.reading, Point)]


def _with_one(parties: Parties, ends: list[Phrase], end: Phrase) -> Parties:
    return replace(parties, partners=[p for p in parties.partners if p == end or p not in ends],
                   recipients=[p for p in parties.recipients if p == end or p not in ends])  # fmt: skip


def _ends(scene: Scene, verb: Token, channel: Channel, parties: Parties) -> list[Phrase]:
    """Those who are each at the other end of a contact of their own."""
    if channel == "call" and is_apart(scene, verb):
        return _coordinated(scene, [*parties.partners, *parties.recipients])
    if channel == "call":
        return parties.recipients or _each_called(scene, parties.partners)
    if channel == "visit":
        return _coordinated(scene, parties.recipients)
    if channel in ("meeting", "talks") and is_apart(scene, verb):
        return _coordinated(scene, parties.partners)
    return []


def is_apart(scene: Scene, verb: Token) -> bool:
    """Whether those with whom somebody is in touch are so one by one ("separately")."""
    return any(t.keys & scene.words.apart for t in tree.subtree(scene.sentence, verb))


def _coordinated(scene: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, if all of them are joined by "and": as conjuncts of one, or each under an adposition of its own."""
    heads = _heads(scene, phrases)
    firsts = {tree.first_conjunct(scene.sentence, head).index for head in heads}
    joined = len(heads) == len(phrases) and any(_is_joined(scene, head) for head in heads)
    return list(phrases) if joined and (len(firsts) == 1 or _each_with_adposition(scene, phrases)) else []


def _each_called(scene: Scene, partners: list[Phrase]) -> list[Phrase]:
    """Those who are called one by one: objects ("ha sentito Gil e Ruiz"), or each under an adposition of its own."""
    heads = [tree.first_conjunct(scene.sentence, head) for head in _heads(scene, partners)]
    if heads and all(head.relation == "obj" for head in heads):
        return _coordinated(scene, partners)
    return _each_with_adposition(scene, partners)


def _each_with_adposition(scene: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """The coordinated phrases, if every one of them has its own adposition ("habló con Gil y con Ruiz")."""
    marked = [head for head in _heads(scene, phrases) if tree.case_lemmas(scene.sentence, head)]
    indices = {head.index for head in marked}
    return [p for p in phrases if p.head in indices] if any(_is_joined(scene, head) for head in marked) else []


def _heads(scene: Scene, phrases: list[Phrase]) -> list[Token]:
    here = [p for p in phrases if not p.dropped and p.sentence == scene.sentence.index]
    return [scene.sentence.tokens[p.head] for p in here]


def _is_joined(scene: Scene, head: Token) -> bool:
    """Whether a phrase is joined to one before it, if only by the conjunction at its front."""
    return head.relation == "conj" or bool(tree.children_by(scene.sentence, head, "cc"))

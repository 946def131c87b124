"""Event mentions -> event records: parties resolved, retellings united, casualties kept with the event they belong to.

An event is kept if somebody known did or suffered it, if the text counts its victims, or if an armed deed has a place
and a day. What contacts and positions tell already is not told again.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from cronistoria.compose.context import Context
from cronistoria.compose.syntax import children
from cronistoria.languages.events import load_event_words
from cronistoria.model.mention import EventMention, Phrase, QuantityMention
from cronistoria.model.record import Casualties, Contact, Event, Plover, Position, Quantity, Record

TRUCE = "ceasefire"
NO_PARTY = frozenset({"outlet"})
NEEDS_RECIPIENT = frozenset({"AID"})
# an accusation that only tells of a deed, which is an event of its own
BY_DEED = "position.speech."
STRIKES = frozenset({"ASSAULT", "COERCE"})
RULERS = frozenset({"state", "office", "bloc"})
DEEDS = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT"})
FACTS = frozenset({"asserted", "hearsay"})
TITLED = frozenset({"root", "appos", "parataxis"})
STANCES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "AGREE", "CONCEDE", "REQUEST", "THREATEN"})
NEEDS_ACTOR = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "MOBILIZE", "SANCTION"})


def compose_events(mentions: Sequence[EventMention], context: Context, told: Sequence[Record] = ()) -> list[Event]:
    """One record for each event, in the order of first telling; ``told`` are the records of the other kinds."""
    known = _Told(told)
    records: list[Event] = []
    for mention in mentions:
        record = _of_both_sides(_record(mention, context), mention, context, records)
        if not _is_enough(record, tells=_tells(mention, context)) or known.tells(record):
            continue
        earlier = next((i for i, r in enumerate(records) if _same(r, record)), None)
        if earlier is None:
            records.append(record)
        else:
            records[earlier] = _joined(records[earlier], record)
    return records


class _Told:
    """What contacts and positions of the report tell already, found by the place of a trigger."""

    def __init__(self, records: Sequence[Record]) -> None:
        positions = [r for r in records if isinstance(r, Position)]
        told = (r for r in positions if not (r.type == "accusation" and r.rule.startswith(BY_DEED)))
        self._triggers = {r.trigger.start for r in (*told, *(r for r in records if isinstance(r, Contact)))}
        self._positions = sorted({(s.start, s.end) for r in positions for s in (r.content, *r.evidence)})
        self._reach = list(accumulate((end for _, end in self._positions), max))

    def tells(self, event: Event) -> bool:
        """Whether a position or contact has the trigger, or a position holds what is no fact, or a stance."""
        if event.trigger.start in self._triggers:
            return True
        stance = event.plover is not None and event.plover.event in STANCES
        if event.modality in FACTS and event.polarity == "affirmed" and not stance:
            return False
        before = bisect_right(self._positions, (event.trigger.start, event.trigger.end + 1))
        return before > 0 and self._reach[before - 1] >= event.trigger.end


def _record(mention: EventMention, context: Context) -> Event:
    actors = _resolve(mention.actors, context)
    if mention.event == "PROTEST":
        actors = tuple(a for a in actors if context.actors.actor(a).kind not in RULERS)
    own = {context.actors.body_of(a) for a in actors} if mention.event == "MOBILIZE" else set()
    recipients = tuple(r for r in _resolve(mention.recipients, context) if r not in actors and r not in own)
    recipients = recipients or _struck_land(mention, actors, context)
    code = Plover(mention.event, mention.mode, mention.context)
    common = context.common(mention, "event", actors=actors, recipients=recipients, plover=code)
    tolls = (_quantity(mention.killed), _quantity(mention.wounded), _quantity(mention.missing))
    casualties = Casualties(killed=tolls[0], wounded=tolls[1], missing=tolls[2]) if any(tolls) else None
    return Event(**common, casualties=casualties)


def _of_both_sides(event: Event, mention: EventMention, context: Context, told: Sequence[Event]) -> Event:
    """A truce of nobody named is that of those told of before: of another truce, or of both sides in one breath."""
    if mention.mode != TRUCE or event.actors or event.recipients:
        return event
    before = (e.actors for e in reversed(told) if e.plover and e.plover.mode == TRUCE and len(e.actors) > 1)
    sides = next(before, ()) or context.actors.told_together(mention.sentence, mention.head)
    return msgspec.structs.replace(event, actors=sides) if len(sides) > 1 else event


def _struck_land(mention: EventMention, actors: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The land of a place that another land struck, or where its attack was ("bombed Goris", "a raid in Goris")."""
    place = context.places.place_of(mention.sentence, mention.head)
    if mention.event not in STRIKES or place is None or place.country is None or place.country in actors:
        return ()
    struck = mention.event == "ASSAULT" or any(p.span.contains(place.span) for p in mention.recipients)
    foreign = any(context.actors.actor(a).kind in ("state", "organisation", "bloc") for a in actors)
    return (place.country,) if struck and foreign else ()


def _resolve(phrases: tuple[Phrase, ...], context: Context) -> tuple[str, ...]:
    found = [actor for phrase in phrases for actor in context.actors.resolve(phrase)]
    return tuple(a for a in dict.fromkeys(found) if context.actors.actor(a).kind not in NO_PARTY)


def _quantity(number: QuantityMention | None) -> Quantity | None:
    return Quantity(min=number.min, max=number.max, bound=number.bound, text=number.span) if number else None


def _tells(mention: EventMention, context: Context) -> bool:
    """Whether a clause tells the event: by its verb, a title by its noun ("Attentato a Damasco"), or that it began."""
    sentence = context.sentences[mention.sentence]
    word = sentence.tokens[mention.head]
    above = sentence.parent(word)
    if above is not None and word.deprel == "nsubj" and above.keys & load_event_words(context.language).actual:
        return True
    titled = word.relation in TITLED and not any(t.feats.get("VerbForm") == "Fin" for t in sentence.tokens)
    return word.upos == "VERB" or (titled and not children(sentence, word, "det", "case"))


def _is_enough(record: Event, *, tells: bool) -> bool:
    """Whether the text says enough: a known actor, a known sufferer where one is enough, or counted victims."""
    event = record.plover.event if record.plover else ""
    if event in NEEDS_ACTOR:
        return bool(record.actors)
    if event in NEEDS_RECIPIENT and not record.recipients:
        return False
    certain = record.polarity == "affirmed" and record.modality in FACTS
    placed = tells and event in DEEDS and certain and (record.place is not None or record.date is not None)
    return bool(record.actors or record.recipients or record.casualties or placed)


def _same(first: Event, second: Event) -> bool:
    """Whether two records tell of one event: same code and polarity, fitting parties, date and number of victims."""
    if first.plover is None or second.plover is None or first.plover.event != second.plover.event:
        return False
    if first.polarity != second.polarity or (first.modality == "asserted") != (second.modality == "asserted"):
        return False
    if first.plover.mode and second.plover.mode and first.plover.mode != second.plover.mode:
        return False
    if first.date and second.date and first.date.start and second.date.start and first.date != second.date:
        return False
    if first.evidence[0] == second.evidence[0] and _may_be_one(first, second):
        return True
    if first.casualties and second.casualties:
        return _numbers(first.casualties) == _numbers(second.casualties)
    return first.actors == second.actors and first.recipients == second.recipients and bool(first.actors)


def _may_be_one(first: Event, second: Event) -> bool:
    """Whether two words of one clause tell of one attack, one counting its victims ("killed in an airstrike")."""
    counted = (first.casualties is None) != (second.casualties is None)
    parties = ((first.actors, second.actors), (first.recipients, second.recipients))
    return counted and all(a == b or not (a and b) for a, b in parties)


def _numbers(casualties: Casualties) -> tuple[tuple[float | None, float | None] | None, ...]:
    tolls = (casualties.killed, casualties.wounded, casualties.missing)
    return tuple((t.min, t.max) if t else None for t in tolls)


def _joined(first: Event, second: Event) -> Event:
    return msgspec.structs.replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        actors=first.actors or second.actors,
        recipients=first.recipients or second.recipients,
        casualties=first.casualties or second.casualties,
        date=first.date or second.date,
        place=first.place or second.place,
    )

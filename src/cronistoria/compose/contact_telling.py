"""One telling of a contact with its parties, date and place known; and whether two tellings are of the same contact.

Mentions come in with the context of the report; tellings go out, which `cronistoria.compose.contacts` unites.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.compose.bystanders import may_take_part
from cronistoria.compose.contact_sides import APART, camp, camps, sides, without_home, without_topic
from cronistoria.compose.context import Context
from cronistoria.compose.offices import WEIGHTY, office_fits, office_of
from cronistoria.compose.syntax import children
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.mention import ContactMention, Phrase
from cronistoria.model.record import Channel, ContactStatus, Duration, Place

PAST: frozenset[ContactStatus] = frozenset({"held", "ongoing"})
OFF: frozenset[ContactStatus] = frozenset({"cancelled", "refused"})
CALLS: frozenset[Channel] = frozenset({"call", "video_call"})
IN_ROOM: frozenset[Channel] = frozenset({"meeting", "talks", "summit"})
PAPER: frozenset[Channel] = frozenset({"letter", "handover", "message"})
DIRECTED: frozenset[Channel] = PAPER | {"visit"}
SPOKEN, STAY, MATTER, UNKNOWN = "contact.verb.", "contact.stay", "contact.matter.", "organisation:"
SHORTLY, LATELY = 2, 4
HOSTS = frozenset({"PROPN", "ADJ"})
CROWDS = frozenset({"protesters", "activists", "civilians", "people", "refugees", "prisoners", "witnesses", "family"})
VISITORS = frozenset({"person", "office", "group", "armed_group", "bloc"})


class Telling(msgspec.Struct, kw_only=True):
    """What one or more mentions tell of one contact; it grows as mentions join, inside the composer only."""

    mention: ContactMention
    joined: list[ContactMention]
    channel: Channel
    status: ContactStatus
    participants: tuple[str, ...]
    recipients: tuple[str, ...]
    requested_by: str | None
    date: Date | None
    place: Place | None
    duration: Duration | None


def telling_of(mention: ContactMention, context: Context) -> Telling:
    """The parties, date, place and duration of a mention, and its status in the light of its date."""
    speaker = context.first_person(mention.trigger)
    recipients = _resolve(mention.recipients, context, speaker) or _hosts_inside(mention, context)
    others = _resolve(tuple(p for p in mention.participants if p not in mention.recipients), context, speaker)
    others = without_topic(mention, others, context)
    if mention.channel == "visit" and speaker is not None and _are_we(mention, context):
        side = context.actors.body_of(speaker) if context.actors.actor(speaker).kind == "person" else None
        others = tuple(speaker if a == side and side not in recipients else a for a in others)
    recipients = without_home(recipients, others, context, strictly=mention.channel == "message")
    own = context.dates.date_on(mention.when) if mention.when else None
    date = own or context.dates.date_of(mention.sentence, mention.head)
    date = date or _date_of_setting(mention, context) or context.date_of(mention)
    beside = _resolve(mention.go_betweens, context, speaker) if others or recipients else ()
    requester = _resolve((mention.requested_by,), context, speaker) if mention.requested_by else ()
    return Telling(
        mention=mention,
        joined=[],
        channel=mention.channel,
        status=_status_by_date(mention, date, context.document.published),
        participants=tuple(dict.fromkeys((*others, *recipients, *beside))),
        recipients=tuple(r for r in recipients if r not in others),
        requested_by=requester[0] if requester else None,
        date=date,
        place=None if mention.rule.startswith(MATTER) else context.places.place_of(mention.sentence, mention.head),
        duration=context.dates.duration_in(mention.duration) if mention.duration else None,
    )


def _are_we(mention: ContactMention, context: Context) -> bool:
    """Whether the first person takes part: somebody travels, and not the land that he speaks for."""
    words = (context.sentences[p.sentence].tokens[p.head] for p in mention.participants)
    return any(word.feats.get("Person") == "1" for word in words)


def _date_of_setting(mention: ContactMention, context: Context) -> Date | None:
    """The day of what was done at a contact: "they signed on Monday at the end of talks"."""
    if mention.setting is None:
        return None
    sentence = context.sentences[mention.sentence]
    above = sentence.parent(sentence.tokens[mention.head])
    while above is not None and above.upos != "VERB":
        above = sentence.parent(above)
    quotes = load_quote_words(context.language)
    if above is None or above.keys & (quotes.says | quotes.tells):
        return None
    found = context.dates.date_of(mention.sentence, above.index)
    return found if found is not None and found.precision in ("day", "hour", "minute") else None


def _hosts_inside(mention: ContactMention, context: Context) -> tuple[str, ...]:
    """Whose the place is that a visit goes to, where only a word inside the phrase names it ("the capital Oslo").

    A city stands for its state.
    """
    if mention.channel != "visit":
        return ()
    for phrase in mention.recipients:
        for token in context.sentences[phrase.sentence].tokens:
            if phrase.span.start <= token.start and token.end <= phrase.span.end and token.upos in HOSTS:
                named = Phrase(phrase.sentence, token.index, context.document.span(token.start, token.end))
                found = _resolve((named,), context, None)
                if found:
                    return found
    places = (context.places.place_in(phrase.sentence, phrase.span) for phrase in mention.recipients)
    return next(((place.country,) for place in places if place is not None and place.country), ())


def _is_session(telling: Telling, context: Context) -> bool:
    """Whether one body of many members, or several of one side, meet among themselves."""
    if telling.channel not in IN_ROOM or len(telling.participants) != 1:
        return False
    only = context.actors.actor(telling.participants[0])
    owner = only.id.partition(":")[2].rpartition("/")[0]
    known = owner if any(a.id == owner for a in context.actors.actors) else only.country
    body = context.actors.actor(known) if only.kind == "group" and known else only
    return body.kind in ("organisation", "bloc") and telling.mention.within


def is_contact(telling: Telling, context: Context) -> bool:
    """Whether enough parties are known, several people or sides, and a visit goes to others than the visitor's own."""
    if _is_session(telling, context):
        return True
    people = sum(context.actors.actor(p).kind == "person" for p in telling.participants)
    apart = max(people, len(camps(telling.participants, context)))
    if apart < min(telling.mention.least, 2) and telling.channel != "message":
        return False
    if len(telling.participants) < telling.mention.least or _is_of_nobody(telling, context):
        return False
    if telling.channel in ("letter", "handover"):
        return bool(telling.recipients)
    if telling.channel != "visit":
        return True
    hosts, visitors = telling.recipients, [p for p in telling.participants if p not in telling.recipients]
    hosts = tuple(h for h in hosts if context.actors.actor(h).country or not h.startswith(UNKNOWN))
    home = sides(visitors, context)
    known = [a for a in map(context.actors.actor, visitors) if a.kind != "person" or a.role or a.country]
    if telling.mention.rule == STAY and not any(context.actors.actor(v).role for v in visitors):
        return False
    return (
        bool(known)
        and (_sends_people(telling.mention, context) or any(context.actors.actor(v).kind in VISITORS for v in visitors))
        and bool(sides(hosts, context) - home)
    )


def _is_of_nobody(telling: Telling, context: Context) -> bool:
    """Whether the one party that is known belongs to nobody and has no office, or is a crowd: a club, protesters."""
    only = context.actors.actor(telling.participants[0]) if len(telling.participants) == 1 else None
    if only is None or only.role:
        return False
    if only.kind == "group" and only.id.partition(":")[2].rpartition("/")[2] in CROWDS:
        return True
    return not only.country and (only.kind == "person" or only.id.startswith(UNKNOWN))


def _sends_people(mention: ContactMention, context: Context) -> bool:
    """Whether a body travels by its people: "a delegation of the Arab League", "Oslo sent a delegation"."""
    delegations = load_contact_words(context.document.language).delegations
    sentence = context.sentences[mention.sentence]
    travellers = [p for p in mention.participants if p not in mention.recipients and not p.dropped]
    words = [context.sentences[p.sentence].tokens[p.head] for p in travellers]
    words += children(sentence, sentence.tokens[mention.head], "obj", "nsubj:pass")
    return any(word.lemma.lower() in delegations for word in words)


def same_contact(earlier: Telling, later: Telling, context: Context) -> bool:
    """Whether a later telling may be of the same contact: channel, phase, parties and date all fit."""
    if later.mention.polarity != earlier.mention.polarity or not dates_fit(earlier.date, later.date):
        return False
    fits = channels_fit(earlier, later) and _phases_fit(earlier, later, context) and places_fit(earlier, later)
    return fits and not _was_before(earlier, later, context) and _parties_fit(earlier, later, context)


def places_fit(earlier: Telling, later: Telling) -> bool:
    """Whether one that names nobody may be a contact that is yet to be, or came to nothing: not in another city."""
    places = [t.place for t in (earlier, later) if t.place is not None and t.place.latitude is not None]
    vague = not later.participants and earlier.status not in PAST
    return not vague or len(places) < 2 or places[0].name == places[1].name


def _was_before(earlier: Telling, later: Telling, context: Context) -> bool:
    """Whether a later telling is of another contact, before the one told of: "they had already spoken on Friday"."""
    sentence, already = context.sentences[later.mention.sentence], load_contact_words(context.language).already
    beside = children(sentence, sentence.tokens[later.mention.head], "advmod")
    return later.date is not None and earlier.date is None and any(c.keys & already for c in beside)


def channels_fit(earlier: Telling, later: Telling) -> bool:
    """Whether the channels may be those of one contact."""
    pair = {earlier.channel, later.channel}
    if len(pair) == 1:
        return True
    if pair == CALLS:
        return earlier.date is not None and earlier.date == later.date
    again = later.mention.anaphoric and not later.participants and earlier.status in PAST
    bare = later.mention.anaphoric and later.date is None and earlier.place is None and later.channel in CALLS
    named = bare and bool(later.participants) and earlier.mention.rule.startswith(SPOKEN)
    apart = earlier.channel == "talks" and later.mention.sentence > 0
    titled = earlier.mention.sentence == 0 and earlier.date is None
    titled = titled and (apart or not earlier.mention.rule.startswith(SPOKEN))
    behind = later.mention.sentence == earlier.mention.sentence + 1 and later.date is None and earlier.place is None
    titled = titled or (behind and earlier.participants == later.participants)
    underspecified = "talks" in pair and bool(pair & CALLS) and (later.channel == "talks" or again or named or titled)
    return pair <= IN_ROOM or pair <= PAPER or underspecified


def parties_recalled(telling: Telling, earlier: Sequence[Telling], context: Context) -> tuple[str, ...]:
    """Whose a contact is that names nobody: of a visit just told, of those told of in one breath, or of the last."""
    mention = telling.mention
    if not telling.participants and telling.status == "scheduled" and _is_next(mention, context):
        return _last_in_touch(mention, earlier)
    nameless = not telling.participants and telling.channel in IN_ROOM and mention.polarity == "affirmed"
    if not (nameless and telling.status in PAST and (mention.anaphoric or _are_they(mention, context))):
        return ()
    last = earlier[-1] if earlier else None
    if last is not None and last.channel == "visit" and mention.sentence - last.mention.sentence <= SHORTLY:
        return last.participants
    together = context.actors.told_together(mention.sentence, mention.head)
    named = _named_in(mention, context)
    return together if sides(tuple(named), context) <= sides(together, context) else ()


def _is_next(mention: ContactMention, context: Context) -> bool:
    """Whether a contact is called the next of its kind ("the next meeting", "the next round of talks")."""
    sentence, following = context.sentences[mention.sentence], load_contact_words(context.language).following
    word = sentence.tokens[mention.head]
    above = sentence.parent(word) if word.relation == "nmod" else None
    heads = (word, above or word)
    return any(c.keys & following for head in heads for c in children(sentence, head, "amod", "advmod", "det"))


def _last_in_touch(mention: ContactMention, earlier: Sequence[Telling]) -> tuple[str, ...]:
    """The parties of the last contact told of just before, or of the only one of its kind."""
    past = [t for t in earlier[::-1] if t.status in PAST and t.channel not in PAPER and len(t.participants) > 1]
    last = [t for t in past if mention.sentence - t.mention.sentence <= LATELY][:1]
    last = last or [t for t in past if t.channel == mention.channel]
    return last[0].participants if len(last) == 1 else ()


def _named_in(mention: ContactMention, context: Context) -> tuple[str, ...]:
    """Everybody who is named in the sentence of a mention."""
    tokens = context.sentences[mention.sentence].tokens
    return tuple(dict.fromkeys(i for t in tokens for i in context.actors.ids_at(mention.sentence, t.index)))


def _are_they(mention: ContactMention, context: Context) -> bool:
    """Whether only a plural pronoun says who meet."""
    tokens = [context.sentences[p.sentence].tokens[p.head] for p in mention.participants]
    return len(tokens) == 1 and tokens[0].feats.get("Number") == "Plur" and tokens[0].feats.get("Person") == "3"


def is_under_way(earlier: Telling, later: Telling) -> bool:
    """Whether a contact that was called together is told to go on: "convened the council. The meeting continues"."""
    again = later.mention.anaphoric and not later.participants
    return again and earlier.status == "scheduled" and later.status == "ongoing"


def _phases_fit(earlier: Telling, later: Telling, context: Context) -> bool:
    first, second = _phase(earlier.status), _phase(later.status)
    vague = later.mention.anaphoric and not later.participants and later.status == "held"
    vague = vague or tells_who_asked(earlier, later, context) or is_under_way(earlier, later)
    again = later.mention.anaphoric and not (later.status == "refused" and _is_another_kind(later, context))
    return first == second or vague or (again and {first, second} == {"future", "off"})


def _is_another_kind(telling: Telling, context: Context) -> bool:
    """Whether a contact that is refused is any of its kind, and not the one agreed on ("ruled out direct talks")."""
    sentence = context.sentences[telling.mention.sentence]
    words = sentence.children(sentence.tokens[telling.mention.head])
    known = any(w.relation in ("det", "nmod:poss", "det:poss") or w.deprel.endswith(":poss") for w in words)
    return load_grammar(context.language).articles and bool(telling.participants) and not known


def tells_who_asked(earlier: Telling, later: Telling, context: Context) -> bool:
    """Whether somebody is said to have asked for what was held ("Rossi had asked for the meeting")."""
    asked = later.status == "requested" and later.mention.anaphoric and earlier.status in PAST
    asked = asked and len(later.mention.participants) <= 1
    word = context.sentences[later.mention.sentence].tokens[later.mention.head]
    alone = (later.requested_by,) if later.participants or word.deprel != "nsubj:pass" else ()
    return asked and later.requested_by is not None and later.participants == alone


def _phase(status: ContactStatus) -> str:
    return "past" if status in PAST else "off" if status in OFF else "future"


def _parties_fit(earlier: Telling, later: Telling, context: Context) -> bool:
    """One set of parties holds the other; persons stand for countries where the other telling names only these."""
    if tells_who_asked(earlier, later, context):
        return True
    if not later.participants:
        return later.mention.anaphoric
    if not earlier.participants:
        return False
    if _only_joins(later, context):
        return earlier.channel in IN_ROOM and len(earlier.participants) > 1 and _places_fit(earlier, later)
    small, large = sorted((earlier.participants, later.participants), key=len)
    if len(small) == 1 and len(large) > 1 and not later.mention.anaphoric:
        return False
    if later.channel in DIRECTED and earlier.channel in DIRECTED and not _directions_fit(earlier, later, context):
        return False
    calls = {earlier.channel, later.channel} <= CALLS and not later.mention.anaphoric and len(small) > 1
    if calls and sides(small, context) != sides(large, context):
        return False
    partners = {a: [b for b in large if _same_party(a, b, context)] for a in small}
    distinct = {id_ for found in partners.values() for id_ in found}
    return all(partners.values()) and len(distinct) >= len(camps(small, context))


def _only_joins(telling: Telling, context: Context) -> bool:
    """Whether somebody is told to take part in what is known already ("Egypt, which attends the talks")."""
    mention, sentence = telling.mention, context.sentences[telling.mention.sentence]
    above = sentence.parent(sentence.tokens[mention.head])
    joins = above is not None and bool(above.keys & load_contact_words(context.language).joining)
    return joins and mention.anaphoric and mention.within and len(telling.participants) == 1


def _places_fit(earlier: Telling, later: Telling) -> bool:
    return earlier.place is None or later.place is None or earlier.place.name == later.place.name


def _directions_fit(earlier: Telling, later: Telling, context: Context) -> bool:
    """Whether who comes and who is visited or addressed are of the same sides, as far as both tellings say."""
    for one, other in ((_senders(earlier), _senders(later)), (earlier.recipients, later.recipients)):
        first, second = sides(one, context), sides(other, context)
        if first and second and not first & second:
            return False
    return True


def _senders(telling: Telling) -> tuple[str, ...]:
    return tuple(p for p in telling.participants if p not in telling.recipients)


def _same_party(first: str, second: str, context: Context) -> bool:
    if first == second:
        return True
    a, b = context.actors.actor(first), context.actors.actor(second)
    if a.kind == b.kind == "person":
        return False
    if _is_of_another_office(a, b) or _is_of_another_office(b, a):
        return False
    return camp(first, context) == camp(second, context) or _are_its_fighters(a, b) or _are_its_fighters(b, a)


def _is_of_another_office(unnamed: Actor, person: Actor) -> bool:
    """Whether unnamed holders of an office are none like a person ("the leaders", a foreign minister)."""
    office = unnamed.id.rpartition("/")[2].replace("-", "_")
    known = unnamed.kind in ("group", "office") and office in WEIGHTY and person.kind == "person" and person.role
    return bool(known) and not (
        office_fits(office, office_of(person.role)) or office_fits(office_of(person.role), office)
    )


def _are_its_fighters(group: Actor, body: Actor) -> bool:
    """Whether unnamed people under arms may be those of an armed group of the same country."""
    concept = group.id.rpartition("/")[2]
    return group.kind == "group" and concept in APART and body.kind == "armed_group" and group.country == body.country


def dates_fit(first: Date | None, second: Date | None) -> bool:
    """Unknown dates fit everything; known ones must overlap."""
    if first is None or second is None or not (first.start and first.end and second.start and second.end):
        return True
    return first.start < second.end and second.start < first.end


def _status_by_date(mention: ContactMention, date: Date | None, published: Date | None) -> ContactStatus:
    """A contact told in the present or as a setting is still to come on a later day, and was held on an earlier one."""
    if not date or not published or not published.end or not date.start:
        return mention.status
    if mention.status in PAST and date.start >= published.end:
        return "scheduled"
    over = date.end is not None and published.start is not None and date.end <= published.start
    return "held" if over and (mention.status, mention.modality) == ("scheduled", "asserted") else mention.status


def _resolve(phrases: tuple[Phrase, ...], context: Context, speaker: str | None) -> tuple[str, ...]:
    found = [actor for phrase in phrases for actor in context.actors.resolve(phrase, speaker)]
    return tuple(a for a in dict.fromkeys(found) if may_take_part(a, context))

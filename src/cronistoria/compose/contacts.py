"""Contact mentions -> contact records: parties resolved, tellings of one contact united, status and PLOVER code set.

A contact told several times in a report is one record with all spans; a past one and a future one are two.
"""

from collections.abc import Sequence

from cronistoria.compose.contact_leads import lead_of
from cronistoria.compose.contact_sides import sides
from cronistoria.compose.contact_telling import (
    CALLS,
    DIRECTED,
    OFF,
    PAST,
    SPOKEN,
    Telling,
    channels_fit,
    dates_fit,
    is_contact,
    is_under_way,
    parties_recalled,
    same_contact,
    telling_of,
    tells_who_asked,
)
from cronistoria.compose.context import Context
from cronistoria.model.dates import Date, TimeExpression
from cronistoria.model.mention import ContactMention
from cronistoria.model.record import Channel, Contact, Modality, Plover
from cronistoria.model.span import Span

HAPPENING = "contact.happening."
ADDRESSED: frozenset[Channel] = frozenset({"visit", "letter", "handover", "message"})
SPECIFIC: dict[Channel, int] = {"talks": 0, "meeting": 1, "summit": 2, "call": 3, "video_call": 4}


def compose_contacts(mentions: Sequence[ContactMention], context: Context) -> list[Contact]:
    """One record for each contact, in the order of first telling."""
    contacts: list[Telling] = []
    for mention in mentions:
        telling = telling_of(mention, context)
        same = _told_before(telling, contacts, context)
        if same is None and (parties := parties_recalled(telling, contacts, context)):
            telling.participants = parties
            same = next((c for c in reversed(contacts) if same_contact(c, telling, context)), None)
        if same is None and (leads := lead_of(telling, contacts, context)):
            telling.participants = (*leads, *telling.participants)
            same = _told_before(telling, contacts, context)
        if same is not None:
            _join(same, telling, context)
            continue
        if not telling.participants and (other := _told_beside(telling, contacts)) is not None:
            telling.participants, telling.channel = other.participants, _channel_beside(telling, other)
        if telling.participants and is_contact(telling, context):
            contacts.append(telling)
    return [_record(contact, context) for contact in contacts]


def _told_before(telling: Telling, earlier: Sequence[Telling], context: Context) -> Telling | None:
    """The contact that a telling is of: the last that fits, but for one that only was the occasion of another.

    "They met on the margins of the summit. The talks lasted an hour": the talks were the meeting. "The call" that names
    nobody is rather a call.
    """
    fitting = [c for c in reversed(earlier) if same_contact(c, telling, context)]
    if not telling.participants and telling.status in PAST:
        fitting = [c for c in fitting if c.status in PAST] or fitting
    alike = next((c for c in fitting if c.channel == telling.channel), None)
    if fitting and not telling.participants and telling.channel == "talks":
        alike = _told_just_before(telling, fitting) or alike
    if alike is not None and not telling.participants:
        return alike
    if not fitting or fitting[0].mention.rule.startswith(SPOKEN) or fitting[0].channel == telling.channel:
        return fitting[0] if fitting else None
    sentence = fitting[0].mention.sentence
    told = ((c, m) for c in fitting[1:] for m in (c.mention, *c.joined) if m.sentence == sentence)
    return next((c for c, m in told if m.rule.startswith(SPOKEN)), fitting[0])


def _told_just_before(telling: Telling, fitting: Sequence[Telling]) -> Telling | None:
    """Of the contacts that fit, the one told of last, in the sentence before or in the same one: any may be talks."""
    here = telling.mention.sentence
    told = [(m, c) for c in fitting for m in (c.mention, *c.joined) if here - 1 <= m.sentence <= here]
    near = [(m, c) for m, c in told if (m.sentence, m.head) < (here, telling.mention.head)]
    last = max(near, key=lambda pair: _how_near(pair[0]), default=None)
    return last[1] if last is not None else None


def _how_near(mention: ContactMention) -> tuple[int, bool, int]:
    """What a verb tells stands out in its sentence: "they met on the margins of the summit"."""
    return mention.sentence, mention.rule.startswith(SPOKEN), mention.trigger.start


def _told_beside(telling: Telling, earlier: Sequence[Telling]) -> Telling | None:
    """The contact whose parties have another one too, which its day alone tells apart from it.

    "They spoke on Friday, a day after the call of May 3": two calls of the same people.
    """
    last = earlier[-1] if earlier else None
    dated = telling.date is not None and telling.date.basis == "explicit"
    if last is None or not dated or not telling.mention.anaphoric or telling.channel in DIRECTED:
        return None
    alike = channels_fit(last, telling) and last.mention.sentence == telling.mention.sentence
    return last if alike and not dates_fit(last.date, telling.date) else None


def _channel_beside(telling: Telling, other: Telling) -> Channel:
    """A conversation beside a call is a call."""
    return other.channel if telling.channel == "talks" and other.channel in CALLS else telling.channel


def setting_times(
    mentions: Sequence[ContactMention], contacts: Sequence[Contact], context: Context
) -> list[TimeExpression]:
    """The times that contacts give to other things ("at the end of the call"), where it is known when they were."""
    known = {id_: contact for contact in contacts for id_ in contact.evidence}
    times = []
    for mention in mentions:
        contact = next((known[span] for span in mention.evidence if span in known), None)
        if mention.setting is None or contact is None or contact.date is None or contact.date.start is None:
            continue
        when = contact.date
        if context.dates.resolve(mention.setting) is None:
            times.append(TimeExpression(
                edtf=when.edtf, start=when.start, end=when.end, precision=when.precision, basis="relative-to-event",
                text=mention.setting, timex="DATE", timex_value=None,
            ))  # fmt: skip
    return times


def _join(contact: Telling, later: Telling, context: Context) -> None:
    """Takes over what a later telling adds: parties, the narrower date, duration, requester, channel and status."""
    contact.joined.append(later.mention)
    known = sides(contact.participants, context)
    added = [p for p in later.participants if p not in contact.participants]
    persons = [p for p in added if context.actors.actor(p).kind == "person" or not sides([p], context) <= known]
    named = (p for p in persons if context.actors.actor(p).kind == "person")
    replaced = frozenset(context.actors.body_of(p) or p for p in named)
    kept = [p for p in contact.participants if not _gives_way(p, replaced, contact, context)]
    contact.participants = (*kept, *persons)
    contact.recipients = tuple(r for r in (*contact.recipients, *later.recipients) if r in contact.participants)
    contact.date = _narrower(contact.date, later.date)
    contact.place = contact.place or later.place
    contact.duration = contact.duration or later.duration
    resumed = later.status in ("proposed", "requested") and contact.status not in ("proposed", "requested", "scheduled")
    resumed = resumed and not tells_who_asked(contact, later, context)
    contact.requested_by = contact.requested_by or (None if resumed else later.requested_by)
    if SPECIFIC.get(later.channel, 0) > SPECIFIC.get(contact.channel, 9):
        contact.channel = later.channel
    if (
        later.status in OFF
        or is_under_way(contact, later)
        or ((later.participants or _is_set(later)) and contact.status in ("proposed", "requested"))
    ):
        contact.status = later.status


def _is_set(later: Telling) -> bool:
    """Whether a contact that was asked for is told to have its time ("It will take place on Monday")."""
    return later.status == "scheduled" and later.mention.rule.startswith(HAPPENING)


def _gives_way(party: str, replaced: frozenset[str], contact: Telling, context: Context) -> bool:
    """Whether a state, armed group or unnamed office stood for a person of it who is named now; a host stays."""
    kind, body = context.actors.actor(party).kind, context.actors.body_of(party)
    named = kind in ("state", "office", "armed_group") and (body or party) in replaced
    return named and not (contact.channel == "visit" and party in contact.recipients)


def _narrower(first: Date | None, second: Date | None) -> Date | None:
    """The date with the shorter interval; ISO strings of one form compare like the dates they write."""
    if first is None or first.start is None:
        return second or first
    if second is None or second.start is None:
        return first
    inside = first.start <= second.start and (second.end or "") <= (first.end or "")
    return second if inside and second.precision != "unknown" else first


def _record(contact: Telling, context: Context) -> Contact:
    mention = contact.mention
    mentions = (mention, *contact.joined)
    addressed = contact.channel in ADDRESSED and contact.recipients
    recipients = contact.recipients if addressed else ()
    actors = tuple(p for p in contact.participants if p not in recipients)
    common = context.common(mention, "contact", actors=actors, recipients=recipients, plover=_plover(contact, context))
    common["evidence"] = tuple(dict.fromkeys(span for m in mentions for span in m.evidence))
    common["date"], common["place"] = contact.date, None if contact.channel in CALLS else contact.place
    common["modality"] = _modality(contact, common["modality"])
    return Contact(
        **common,
        channel=contact.channel,
        status=contact.status,
        participants=contact.participants,
        requested_by=contact.requested_by,
        duration=contact.duration,
        topics=_topics(mentions, context),
        outcome=next((m.outcome for m in mentions if m.outcome), None),
    )


def _topics(mentions: Sequence[ContactMention], context: Context) -> tuple[Span, ...]:
    """What it was about: no days and no lengths of time ("on Monday", "over an hour")."""
    times = [t.text for t in context.dates.expressions if t.text is not None]
    topics = dict.fromkeys(topic for m in mentions for topic in m.topics)
    return tuple(t for t in topics if not any(time.contains(t) or 2 * _shared(t, time) > len(t.text) for time in times))


def _shared(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def _modality(contact: Telling, modality: Modality) -> Modality:
    """Future contacts are never asserted as done."""
    if contact.status in PAST or contact.status in OFF:
        return "asserted" if modality == "planned" else modality
    return "planned" if modality == "asserted" else modality


def _plover(contact: Telling, context: Context) -> Plover:
    """CONSULT if it was held, AGREE if planned or offered, REQUEST if asked for, REJECT if refused or called off."""
    if contact.status in ("scheduled", "proposed"):
        return Plover("AGREE", None, ("diplomatic",))
    if contact.status == "requested":
        return Plover("REQUEST", "meet", ("diplomatic",))
    if contact.status in OFF:
        return Plover("REJECT", "meet", ("diplomatic",))
    if contact.channel == "visit":
        return Plover("CONSULT", "visit", ("diplomatic",))
    if contact.channel in ("call", "video_call"):
        return Plover("CONSULT", "phone", ("diplomatic",))
    if len(sides(contact.participants, context)) > 2:
        return Plover("CONSULT", "multilateral", ("diplomatic",))
    country = contact.place.country if contact.place else None
    if country and contact.channel not in ADDRESSED and country not in sides(contact.participants, context):
        return Plover("CONSULT", "third-party", ("diplomatic",))
    return Plover("CONSULT", None, ("diplomatic",))

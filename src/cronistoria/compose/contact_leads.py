"""Whose contact it is that names only the other side: "Roe arrived in Bern. A meeting with Doe is set for Monday."

A telling and those before it come in, the ids of who leads there go out, or none where nobody clearly does.
"""

from collections.abc import Sequence

from cronistoria.compose.contact_sides import sides
from cronistoria.compose.contact_telling import CALLS, IN_ROOM, Telling
from cronistoria.compose.context import Context
from cronistoria.compose.syntax import children
from cronistoria.model.mention import ContactMention

NOUN, VERB = "contact.noun.", "contact.verb."
PEOPLE = frozenset({"person", "office"})
SHORTLY = 1


def lead_of(telling: Telling, earlier: Sequence[Telling], context: Context) -> tuple[str, ...]:
    """Who travelled or was in touch in the sentence before, for a contact whose noun names only another person."""
    mention = telling.mention
    lone = len(telling.participants) == 1 and mention.rule.startswith(NOUN) and mention.polarity == "affirmed"
    if not lone or telling.recipients or mention.within or telling.channel not in IN_ROOM | CALLS:
        return ()
    last = earlier[-1] if earlier else None
    if last is None or not _is_just_before((last.mention, *last.joined), mention) or _names_others(telling, context):
        return ()
    if context.actors.actor(telling.participants[0]).kind not in PEOPLE:
        return ()
    leads = _leads(last, context)
    apart = sides(leads, context).isdisjoint(sides(telling.participants, context))
    return leads if apart else ()


def _is_just_before(told: Sequence[ContactMention], mention: ContactMention) -> bool:
    return any(0 < mention.sentence - one.sentence <= SHORTLY for one in told)


def _leads(last: Telling, context: Context) -> tuple[str, ...]:
    """The one person who travelled, or who is the subject of the verb that told of the contact."""
    actors = [context.actors.actor(p) for p in last.participants if p not in last.recipients]
    people = tuple(a.id for a in actors if a.kind == "person")
    if last.channel == "visit":
        return people if len(people) == 1 else ()
    if not last.mention.rule.startswith(VERB):
        return ()
    sentence = context.sentences[last.mention.sentence]
    subjects = children(sentence, sentence.tokens[last.mention.head], "nsubj")
    subjects += [c for s in subjects for c in children(sentence, s, "conj")]
    named = {a for s in subjects for a in context.actors.ids_at(last.mention.sentence, s.index)}
    doing = tuple(p for p in people if p in named)
    return doing if len(doing) == 1 else ()


def _names_others(telling: Telling, context: Context) -> bool:
    """Whether the sentence names another person than the one of the other side."""
    number = telling.mention.sentence
    named = {a for t in context.sentences[number].tokens for a in context.actors.ids_at(number, t.index)}
    people = {a for a in named if context.actors.actor(a).kind == "person"}
    return bool(people - set(telling.participants))

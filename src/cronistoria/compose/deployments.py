"""Deployment mentions -> deployment records: whose forces they are, how many, where, and their PLOVER code.

The same forces told again in a report are one record with all spans.
"""

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from cronistoria.compose.context import Context
from cronistoria.compose.offices import LEADERS, office_of
from cronistoria.compose.syntax import ancestors
from cronistoria.languages.forces import ForceWords, load_force_words
from cronistoria.model.identity import stable_id
from cronistoria.model.mention import DeploymentMention
from cronistoria.model.record import Deployment, Plover, Posture, Quantity
from cronistoria.model.sentence import Sentence, Token

PLOVER: dict[Posture, Plover] = {
    "massed": Plover("MOBILIZE", "troops", ("military",)),
    "deployed": Plover("MOBILIZE", "troops", ("military",)),
    "moved": Plover("MOBILIZE", "troops", ("military",)),
    "exercising": Plover("MOBILIZE", "troops", ("military",)),
    "withdrawn": Plover("RETREAT", "withdraw", ("military",)),
    "attacking": Plover("ASSAULT", None, ("military",)),
}
NO_OWNER = frozenset({"outlet"})
NAMELESS = "organisation:"
STEM = 5


def compose_deployments(mentions: Sequence[DeploymentMention], context: Context) -> list[Deployment]:
    """One record for the forces of one party in one posture and place; forces of nobody known only if counted."""
    records: list[Deployment] = []
    measures: set[int] = set()
    vessels = load_force_words(context.language).vessels
    for mention in mentions:
        measure, more = _is_measure(mention, context), _are_more(mention, context)
        for actor in _owners(mention, context) or _nobody(mention):
            record = _record(mention, actor, context)
            told = [i for i, r in enumerate(records) if not more and _same(r, record, vessels)]
            if not _is_joined(mention, context):
                told += [i for i, r in enumerate(records) if _is_measured(r, record) and (measure or i in measures)]
            if not told:
                measures |= {len(records)} if measure else set()
                records.append(record)
            else:
                records[told[0]] = _joined(records[told[0]], record)
    return records


def _is_measure(mention: DeploymentMention, context: Context) -> bool:
    """Whether forces stand under an adposition at their verb, as what it is done with or down to."""
    sentence = context.sentences[mention.force.sentence]
    head = sentence.tokens[mention.force.head]
    return head.relation in ("obl", "nmod") and any(c.relation == "case" for c in sentence.children(head))


def _is_joined(mention: DeploymentMention, context: Context) -> bool:
    """Whether forces are joined to others before them ("with 900 soldiers and a battery")."""
    return context.sentences[mention.force.sentence].tokens[mention.force.head].relation == "conj"


def _is_measured(first: Deployment, second: Deployment) -> bool:
    """Whether one verb tells of forces and of how many they are ("reinforced its contingent with 900 soldiers")."""
    alike = (first.actor, first.posture, first.trigger) == (second.actor, second.posture, second.trigger)
    return alike and (first.quantity is None) != (second.quantity is None)


def _are_more(mention: DeploymentMention, context: Context) -> bool:
    """Whether the words mean other forces than those told of before ("two more destroyers")."""
    others = load_force_words(context.language).others
    return bool({word.lower() for word in mention.force.span.text.split()} & others)


def _nobody(mention: DeploymentMention) -> tuple[str | None, ...]:
    return (None,) if mention.quantity is not None else ()


def _joined(first: Deployment, second: Deployment) -> Deployment:
    return msgspec.structs.replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        quantity=first.quantity or second.quantity,
        direction=first.direction or second.direction,
        place=first.place or second.place,
        date=first.date or second.date,
    )


def _record(mention: DeploymentMention, actor: str | None, context: Context) -> Deployment:
    actors = (actor,) if actor else ()
    common = context.common(mention, "deployment", actors=actors, recipients=(), plover=PLOVER[mention.posture])
    if common["place"] is None and mention.direction is not None:
        common["place"] = context.places.place_in(mention.sentence, mention.direction)
    number = mention.quantity
    common["id"] = stable_id("deployment", common["id"], mention.force.span.start, mention.force.span.end)
    return Deployment(
        **common,
        actor=actor,
        force=mention.force.span,
        quantity=Quantity(min=number.min, max=number.max, bound=number.bound, text=number.span) if number else None,
        posture=mention.posture,
        direction=mention.direction.text if mention.direction else None,
    )


def _owners(mention: DeploymentMention, context: Context) -> tuple[str, ...]:
    """Who the forces belong to: the possessor within their phrase, a party named in the phrase, or who places them."""
    inside = mention.owner is not None and mention.force.span.contains(mention.owner.span)
    words = _named_in(mention, context) if _names_owner(mention, context) else ()
    speaker = context.first_person(mention.trigger)
    owner = _powers(context.actors.resolve(mention.owner, speaker), context) if mention.owner else ()
    placer = _powers(context.actors.resolve(mention.placer, speaker), context) if mention.placer else ()
    if any(context.actors.actor(a).kind == "state" for a in words) and _is_body(owner, context):
        return words
    told = owner or words if inside else words or owner
    itself = _named_by(mention, context)
    if _is_people(mention, context):
        told = itself or told
    holders = [a for a in (*told, *placer) if context.actors.actor(a).kind == "state"]
    if _is_body(itself, context) and holders:
        itself = (holders[0],)
    return told or itself or _service(mention, context) or placer


def _is_people(mention: DeploymentMention, context: Context) -> bool:
    """Whether the noun of the force is a people's name ("700 Italians")."""
    head = context.sentences[mention.force.sentence].tokens[mention.force.head]
    return bool(head.keys & load_force_words(context.language).peoples)


def _is_body(owner: Sequence[str], context: Context) -> bool:
    """Whether an owner is an organisation of many states, whose forces are those of one of them."""
    return any(context.actors.actor(a).kind == "organisation" for a in owner)


def _named_in(mention: DeploymentMention, context: Context) -> tuple[str, ...]:
    """Those whose name or adjective stands in the words of the force, but for clauses ("militias armed by Oslo")."""
    span, head = mention.force.span, mention.force.head
    tokens = context.sentences[mention.force.sentence].tokens
    within = (t for t in tokens if span.start <= t.start and t.end <= span.end and t.index != head)
    sentence, forces = context.sentences[mention.force.sentence], load_force_words(context.language)
    moved = mention.posture == "moved" and mention.owner is not None and not span.overlaps(mention.owner.span)
    owners = forces.owners - forces.origins if moved else forces.owners
    forces = msgspec.structs.replace(forces, owners=owners)
    inside = [t.index for t in within if _tells_owner(sentence, t, tokens[head], forces)]
    if head + 1 < len(tokens) and tokens[head + 1].upos in ("ADJ", "NOUN"):
        inside.append(head + 1)
    beside = [a for i in inside for a in context.actors.ids_at(mention.force.sentence, i)]
    return _one_of(_powers(tuple(beside), context), context)


def _named_by(mention: DeploymentMention, context: Context) -> tuple[str, ...]:
    """Whom the noun of the force itself names, if only one ("the Guards")."""
    itself = context.actors.ids_at(mention.force.sentence, mention.force.head)
    return _powers(itself, context) if len(itself) == 1 and _names_owner(mention, context) else ()


def _tells_owner(sentence: Sentence, token: Token, head: Token, forces: ForceWords) -> bool:
    """Whether a word is said of the noun of forces itself, not of others beside it, of a place or in a clause."""
    way = list(takewhile(lambda above: above is not head, (token, *ancestors(sentence, token))))
    others = way[-1].relation == "conj" or bool(token.keys & forces.others)
    if others or any(word.relation == "acl" for word in way):
        return False
    cases = {key for c in sentence.children(way[-1]) if c.relation == "case" for key in c.keys}
    parts = (forces.compounds.get(key, frozenset()) for key in sorted(head.keys))
    return not cases or bool(cases & forces.owners) or any(way[-1].keys & part for part in parts)


def _one_of(actors: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The owner of one force: the first that is named, or its state if that is named too ("Iran's Guards")."""
    countries = [context.actors.actor(actor).country for actor in actors[:1]]
    return tuple(a for a in actors if a in countries) or actors[:1]


def _service(mention: DeploymentMention, context: Context) -> tuple[str, ...]:
    """The state whose service is named in the words of the force ("four RAF jets")."""
    services = load_force_words(context.language).services
    words = mention.force.span.text.lower().split()
    named = (n for w in words for n in services if w == n or (len(n) > STEM and w.startswith(n)))
    return tuple(dict.fromkeys(services[n] for n in named))[:1]


def _powers(actors: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The states, organisations and armed groups among actors; a leader stands for a state, others for a named one.

    Where the words name nobody but forces of a kind ("fighters", "observers"), they name no owner.
    """
    found = [_power(actor, context) for actor in actors]
    return tuple(dict.fromkeys(a for a in found if _is_power(a, context)))


def _names_owner(mention: DeploymentMention, context: Context) -> bool:
    """Whether the words of the force say whose it is, other than "of the government" or "of the enemy"."""
    relative = load_force_words(context.language).relative
    return not {word.lower() for word in mention.force.span.text.split()} & relative


def _is_power(actor_id: str, context: Context) -> bool:
    actor = context.actors.actor(actor_id)
    if actor.kind in ("group", "person"):
        return actor.kind == "group" and actor.country is not None
    return actor.kind not in NO_OWNER and not actor_id.startswith(NAMELESS)


def _power(actor_id: str, context: Context) -> str:
    actor = context.actors.actor(actor_id)
    if actor.kind not in ("person", "office", "group") or actor.country is None:
        return actor_id
    known = {a.id for a in context.actors.actors}
    leads = office_of(actor.role) in LEADERS
    return actor.country if leads or actor.country in known else actor_id


def _same(first: Deployment, second: Deployment, vessels: frozenset[str]) -> bool:
    """Whether two records tell of the same forces: same party and posture, no contradicting number or place.

    ``vessels``: words for ships, which are no other forces.
    """
    if (first.actor, first.posture, first.polarity) != (second.actor, second.posture, second.polarity):
        return False
    if first.trigger == second.trigger:
        return _values(first) == _values(second)
    places = {r.place.name for r in (first, second) if r.place}
    at_sea = any(vessels & set(r.force.text.lower().split()) for r in (first, second))
    if (first.quantity is None) != (second.quantity is None) and at_sea and not _share_words(first, second):
        return False
    numbers_fit = first.quantity is None or second.quantity is None or _values(first) == _values(second)
    return numbers_fit and len(places) < 2


def _share_words(first: Deployment, second: Deployment) -> bool:
    """Whether two forces are called by a word that begins alike ("soldiers" and "5,000 soldiers", not "a carrier")."""
    stems = [{w[:STEM].lower() for w in r.force.text.split() if len(w) >= STEM} for r in (first, second)]
    return bool(stems[0] & stems[1])


def _values(record: Deployment) -> tuple[float | None, float | None]:
    return (record.quantity.min, record.quantity.max) if record.quantity else (None, None)

"""Which sides take part in a contact: states, organisations, armed groups, and an opposition apart from those in power.

Ids of participants come in with the context of the report, ids of sides go out.
"""

from cronistoria.compose.context import Context
from cronistoria.compose.descriptions import FIGHTERS
from cronistoria.compose.offices import role_of
from cronistoria.model.mention import ContactMention

OPPOSED = role_of("opposition_leader")
APART = FIGHTERS | {"protesters", "prisoners"}


def sides(participants: tuple[str, ...] | list[str], context: Context) -> frozenset[str]:
    """The countries or bodies that the participants belong to."""
    return frozenset(context.actors.actor(p).country or p for p in participants)


def camps(participants: tuple[str, ...], context: Context) -> frozenset[str]:
    """The sides of a contact: armed groups with their leaders, organisations and an opposition are apart from power."""
    return frozenset(camp(p, context) for p in participants)


def camp(actor_id: str, context: Context) -> str:
    """The side of one participant."""
    actor = context.actors.actor(actor_id)
    if actor.kind in ("armed_group", "organisation") or actor.role == OPPOSED:
        return actor.id
    if actor.kind == "person":
        return context.actors.body_of(actor_id) or actor_id
    owner, _, concept = actor.id.partition(":")[2].rpartition("/")
    if actor.kind != "group" or owner == actor.country:
        return actor.id if actor.kind == "group" and concept in APART else actor.country or actor.id
    return owner or actor.country or actor.id


def without_topic(mention: ContactMention, found: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The parties without the land that opens a headline about its people: "Oslo-Lima, Roe and Doe meet"."""
    tokens = context.sentences[mention.sentence].tokens
    opening = context.actors.ids_at(mention.sentence, 0) if len(tokens) > 1 and tokens[1].form == "," else ()
    rest = tuple(a for a in found if a not in opening)
    kinds = {context.actors.actor(a).kind for a in rest}
    return rest if len(rest) > 1 and kinds == {"person"} and set(opening) <= sides(rest, context) else found


def without_home(
    recipients: tuple[str, ...], senders: tuple[str, ...], context: Context, *, strictly: bool
) -> tuple[str, ...]:
    """Whom it goes to without the senders' own land, which is where, ``strictly`` or if others are told of."""
    home = sides(senders, context)
    abroad = tuple(r for r in recipients if r not in home)
    return abroad if strictly else abroad or recipients

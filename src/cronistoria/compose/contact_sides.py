"""Which sides take part in a contact: states, organisations, armed groups, and an opposition apart from those in power.

Ids of participants come in with the context of the report, ids of sides go out.
"""

from cronistoria.compose.context import Context
from cronistoria.compose.descriptions import FIGHTERS
from cronistoria.compose.offices import role_of

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

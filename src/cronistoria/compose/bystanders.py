"""Who only stands by: the press and those whom it quotes are nobody's partner in a contact, nor who is threatened."""

from cronistoria.compose.context import Context

NO_PARTY = frozenset({"outlet"})
NO_PARTIES = frozenset({"journalists", "media", "state-media", "sources", "witnesses"})


def may_take_part(actor_id: str, context: Context) -> bool:
    """Nobody's contact is with the press, nor with whoever only tells of it."""
    concept = actor_id.partition(":")[2].rpartition("/")[2]
    return context.actors.actor(actor_id).kind not in NO_PARTY and concept not in NO_PARTIES

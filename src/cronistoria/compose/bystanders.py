"""Who only stands by: the press and those whom it quotes are nobody's partner in a contact, nor who is threatened."""

from cronistoria.compose.context import Context

NO_PARTY = frozenset({"outlet"})
NO_PARTIES = frozenset({"journalists", "media", "state-media", "sources", "witnesses"})

# of whom a threat or a condition may tell, and whom nobody addresses with it
CONCERNED = frozenset(
    f"group:{people}" for people in ("prisoners", "journalists", "civilians", "refugees", "diplomats")
)


def may_take_part(actor_id: str, context: Context) -> bool:
    """Nobody's contact is with the press, nor with whoever only tells of it."""
    concept = actor_id.partition(":")[2].rpartition("/")[2]
    return context.actors.actor(actor_id).kind not in NO_PARTY and concept not in NO_PARTIES


def is_concerned(actor_id: str) -> bool:
    """Whether people, of whatever land, are what something is about and not whom it is said to ("French prisoners")."""
    return f"group:{actor_id.rpartition('/')[2]}" in CONCERNED

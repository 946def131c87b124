"""Who is who in the world: states, bodies, office-holders. (Stub: signatures fixed.)"""

import msgspec


class World(msgspec.Struct, frozen=True):
    """The reference tables that naming asks."""


def load_world() -> World:
    """The reference tables, read when first asked for and kept."""
    return World()

"""Who is who in the world: states and territories, organisations, armed groups, and who held which office when.

Codes and names come in, facts go out. The tables are package data, read on first use; nothing here knows a language.
"""

from cronistoria.model.dates import Date
from cronistoria.reference import holders
from cronistoria.reference.bodies import Body, load_bodies
from cronistoria.reference.holders import Tenure

__all__ = ["Body", "Tenure", "World", "load_world"]


class World:
    """The reference tables that naming asks."""

    def body(self, code: str) -> Body | None:
        """The body of a code."""
        return load_bodies().get(code)

    def holders(self, office: str, country: str, at: Date | None) -> tuple[Tenure, ...]:
        """Who held an office at a date, the latest to begin first; with no date, whoever held it last."""
        return holders.holders(office, country, at)

    def people(self, name: tuple[str, ...]) -> tuple[Tenure, ...]:
        """All tenures of the persons that a name may mean, in whatever spelling or script: a surname, or a full
        name."""
        return holders.people(name)


def load_world() -> World:
    """The reference tables, read when first asked for and kept."""
    return World()

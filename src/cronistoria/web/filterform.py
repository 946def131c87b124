"""The form of filters: what can be chosen, and what is."""

import msgspec

from cronistoria.model.entry import ENTRY_KINDS
from cronistoria.web.asked import say_filter
from cronistoria.web.visit import Visit

_MOST_ACTORS = 300
_MOST_OUTLETS = 200


class FilterForm(msgspec.Struct, frozen=True, kw_only=True):
    """``selects``: by parameter, the values to choose from with their words; ``actors``: `None` if not asked for."""

    given: tuple[tuple[str, str], ...]
    actors: tuple[str, ...] | None
    kinds: tuple[str, ...]
    selects: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    def value(self, name: str) -> str:
        """The value of a parameter in the address."""
        return next((value for n, value in self.given if n == name), "")

    def has(self, name: str, value: str) -> bool:
        """Whether a value is chosen."""
        return (name, value) in self.given


def filter_form(visit: Visit, *, kinds: bool = True, actors: bool = True, statuses: tuple[str, ...] = ()) -> FilterForm:
    """What the chronicle has to choose from; the busiest actors and outlets of very many."""
    index = visit.book.index
    outlets = sorted(set(_outlet_names(visit)), key=str.casefold)
    choices = {"outlet": outlets, "language": [code for code in index.languages if code], "status": list(statuses)}
    selects = tuple(
        (name, tuple((value, say_filter(visit, name, value)) for value in values))
        for name, values in choices.items() if len(values) > 1
    )  # fmt: skip
    return FilterForm(
        given=visit.address.filters,
        actors=busiest_names(visit) if actors else None,
        kinds=tuple(kind for kind in ENTRY_KINDS if kind in index.kinds) if kinds else (),
        selects=selects,
    )


def busiest_names(visit: Visit) -> tuple[str, ...]:
    """The names of those who take part most."""
    actors = visit.book.index.actors
    busiest = sorted(actors, key=lambda actor: (-len(actors[actor]), actor))[:_MOST_ACTORS]
    return tuple(sorted({visit.name(actor) for actor in busiest if actor in visit.book.actors}))


def _outlet_names(visit: Visit) -> list[str]:
    """Outlets as they are written, the busiest of each spelling that compares alike."""
    index = visit.book.index
    busiest = sorted(index.outlets, key=lambda name: (-len(index.outlets[name]), name))[:_MOST_OUTLETS]
    return [index.outlet_names[name] for name in busiest if name]

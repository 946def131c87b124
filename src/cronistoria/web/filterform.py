"""The form of filters: what can be chosen, and what is."""

import msgspec
from markupsafe import Markup

from cronistoria.export.controls import show_controls
from cronistoria.model.entry import ENTRY_KINDS
from cronistoria.view.book import Book
from cronistoria.view.once import once_for_each
from cronistoria.web.asked import say_filter
from cronistoria.web.visit import Visit, capitalized

_MOST_ACTORS = 300
_MOST_OUTLETS = 200


class FilterForm(msgspec.Struct, frozen=True, kw_only=True):
    """``selects``: by parameter, the values to choose from with their words.

    ``actors``: names to choose from, as options; `None` if not asked for.
    """

    given: tuple[tuple[str, str], ...]
    actors: Markup | None
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
    languages = tuple(code for code in index.languages if code)
    choices = {"outlet": _outlet_names(visit.book), "language": languages, "status": statuses}
    selects = tuple(
        (name, tuple((value, say_filter(visit, name, value)) for value in values))
        for name, values in choices.items() if len(values) > 1
    )  # fmt: skip
    return FilterForm(
        given=visit.address.filters,
        actors=_busiest_names(visit.book) if actors else None,
        kinds=tuple(kind for kind in ENTRY_KINDS if kind in index.kinds) if kinds else (),
        selects=selects,
    )


@once_for_each
def _busiest_names(book: Book) -> Markup:
    """The names of those who take part most."""
    busiest = [actor for actor in book.index.busiest[:_MOST_ACTORS] if actor in book.actors]
    names = {capitalized(book.naming.named(actor)[1]) for actor in busiest}
    option = Markup('<option value="{}">')
    return Markup().join(option.format(show_controls(name)) for name in sorted(names))


@once_for_each
def _outlet_names(book: Book) -> tuple[str, ...]:
    """Outlets as they are written, one spelling of those that compare alike; the busiest of very many."""
    index = book.index
    busiest = sorted(index.outlets, key=lambda name: (-len(index.outlets[name]), name))[:_MOST_OUTLETS]
    return tuple(sorted({index.outlet_names[name] for name in busiest if name}, key=str.casefold))

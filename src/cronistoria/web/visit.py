"""Who visits, in which language and with what right: what every page needs beside its own content."""

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

import msgspec
from babel import Locale
from markupsafe import Markup
from starlette.requests import Request

from cronistoria.desk.access import Access
from cronistoria.desk.desk import Desk
from cronistoria.export.catalogue import CATALOGUE
from cronistoria.export.dates import format_date, format_skeleton
from cronistoria.languages.labels import fallback_language, page_languages
from cronistoria.languages.page_labels import PageLabels
from cronistoria.view.book import Book
from cronistoria.view.calendar import Tick
from cronistoria.web.address import Address, make_address

LANGUAGE_COOKIE = "cronistoria-language"
SESSION_COOKIE = "cronistoria-session"
_LAST_SAID = 93.0
_NAVIGATION = (
    ("/", "chronicle"), ("/ledger", "ledger"), ("/agenda", "agenda"), ("/actors", "actors"), ("/network", "network"),
    ("/map", "map"), ("/reports", "reports"), ("/search", "search"), ("/read", "read"),
)  # fmt: skip


class Visit(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """``book``: the chronicle in the visitor's language; ``can_write``: whether a token was shown."""

    book: Book
    language: str
    address: Address
    chosen: bool
    crisis: str
    can_write: bool
    has_token: bool
    csrf: str

    @cached_property
    def labels(self) -> PageLabels:
        """The words around the chronicle."""
        pages = self.book.labels.pages
        assert pages is not None
        return pages

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """Paths and names of the pages that all others lead to."""
        return tuple((path, self.labels.words[name]) for path, name in _NAVIGATION)

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """Codes and own names of the languages of the pages."""
        return _languages()

    @property
    def exports(self) -> tuple[tuple[str, str], ...]:
        """Names of the formats, and the address of what the filters leave in each."""
        return tuple((found.name, self.export(found.name)) for found in CATALOGUE)

    def export(self, format_: str, **filters: str) -> str:
        """The address of what the filters leave in a format."""
        labels = {"labels": self.language, **filters}
        return self.address.at(f"/api/v1/exports/{format_}", **labels)

    @property
    def hidden(self) -> Markup:
        """The field of a form that proves that it came from here."""
        return Markup('<input type="hidden" name="csrf" value="{}">').format(self.csrf)

    def count(self, number: int, name: str) -> str:
        """ "1 entry", "1,200 entries"."""
        return self.labels.counts[name][number != 1].format(count=self.number(number))

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return self.book.speaker.number(value)

    def name(self, actor: str) -> str:
        """What an actor is called, on its own."""
        return capitalized(self.book.naming.named(actor)[1])

    def kind(self, kind: str, *, many: bool = False) -> str:
        """The name of a kind of entry."""
        return self.book.labels.kinds[kind][many]

    def day(self, value: date) -> str:
        """A day in full."""
        return format_date(value, "long", locale=self.language)

    def month(self, value: date) -> str:
        """A month with its year."""
        return format_skeleton("yMMMM", value, locale=self.language)

    def ticks(self, ticks: Iterable[Tick]) -> tuple[tuple[float, str], ...]:
        """Where the ticks of an axis are, and what they say; one so near its end that it has no room says nothing."""
        return tuple((tick.x, self.tick(tick.day, tick.unit) if tick.x <= _LAST_SAID else "") for tick in ticks)

    def tick(self, value: date, unit: str) -> str:
        """A day, month or year as short as an axis needs it."""
        if unit == "year":
            return str(value.year)
        return format_skeleton("yMMM" if unit == "month" else "MMMd", value, locale=self.language)


@cache
def _languages() -> tuple[tuple[str, str], ...]:
    return tuple((code, Locale(code).get_display_name(code) or code) for code in page_languages())


def capitalized(name: str) -> str:
    """A name as it begins a line."""
    return name[:1].upper() + name[1:]


def visit_of(request: Request) -> Visit:
    """The visit behind a request."""
    desk: Desk = request.app.state.desk
    access: Access = request.app.state.access
    session = request.cookies.get(SESSION_COOKIE)
    wanted = request.query_params.get("lang")
    language = choose_language(wanted, request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))
    return Visit(
        book=desk.book(language),
        language=language,
        address=make_address(request.url.path, request.query_params.multi_items()),
        chosen=wanted == language,
        crisis=request.app.state.crisis,
        can_write=access.is_session(session),
        has_token=access.has_token,
        csrf=access.form_token(session),
    )


def choose_language(wanted: str | None, kept: str | None, accepted: str) -> str:
    """The language asked for, or that of the last visit, or the first that the browser accepts.

    >>> choose_language(None, None, "de, it;q=0.8, en;q=0.5")
    'it'
    """
    known = page_languages()
    for code in (wanted, kept, *_by_weight(accepted)):
        if code in known:
            return code
    return fallback_language()


def _by_weight(accepted: str) -> list[str]:
    found: list[tuple[float, int, str]] = []
    for number, part in enumerate(accepted[:500].split(",")):
        code, _, rest = part.strip().partition(";")
        weight = rest.strip().removeprefix("q=")
        try:
            found.append((-float(weight or 1), number, code.lower().split("-")[0]))
        except ValueError:
            continue
    return [code for _, _, code in sorted(found)]

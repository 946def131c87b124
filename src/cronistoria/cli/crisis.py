"""What the commands over a crisis do with their arguments; imported only when one runs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

import click

from cronistoria.cli.options import terminal_labels, terminal_width, wants_colour
from cronistoria.languages.labels import chronicle_languages, fallback_language
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.entry import Entry
from cronistoria.model.query import EVERYTHING, Query
from cronistoria.store.base import Reader
from cronistoria.view.book import Book
from cronistoria.view.formats import write
from cronistoria.view.page import Page
from cronistoria.view.part import Asked, found_in

_CODE = 3


def make_query(options: Mapping[str, Any]) -> Query:
    """The query that the filters describe."""
    places = options["places"]
    countries = tuple(place for place in places if len(place) == _CODE and place.isupper())
    return Query(
        start=parse_edtf(options["start"])[0] if options["start"] else None,
        end=parse_edtf(options["end"])[1] if options["end"] else None,
        actors=options["actors"],
        kinds=options["kinds"],
        types=options["types"],
        languages=options["languages"],
        outlets=options["outlets"],
        countries=countries,
        places=tuple(place for place in places if place not in countries),
        statuses=options["statuses"],
        confidence=options["certainty"],
        limit=options["limit"],
    )


def asked_with(options: Mapping[str, Any], **rest: Any) -> Asked:
    """What the options ask for."""
    query = make_query(options) if "actors" in options else EVERYTHING
    return Asked(query=query, labels=labels_of(options["labels"]), now=day_of(options["now"]), **rest)


@contextmanager
def reading(crisis: str) -> Iterator[Reader]:
    """What asks the store of a crisis."""
    from cronistoria.build.opening import open_chronicle

    with closing(open_chronicle(crisis)) as store, store.reading() as reader:
        yield reader


def labels_of(wanted: str | None) -> str:
    """The language of titles: the wanted one or the terminal's, if there are words for entries in it."""
    language = wanted or terminal_labels()
    return language if language in chronicle_languages() else fallback_language()


def show(options: Mapping[str, Any], page: Callable[[], Page], items: Iterable[object]) -> None:
    """Writes a page, or the items behind it."""
    text = write(options["format"], page, items, width=terminal_width(), colour=wants_colour(True))
    click.echo(text, nl=False)


def show_entries(
    crisis: str, options: Mapping[str, Any], page: Callable[[Book, Sequence[Entry]], Page], **rest: Any
) -> None:
    """Shows the entries that the options, and the rest of what is asked, leave."""
    asked = asked_with(options, **{"depth": "whole" if options["format"] == "json" else "status", **rest})
    with reading(crisis) as reader:
        part = found_in(reader, asked)
        show(options, lambda: page(part, part.entries), part.titled(part.entries))


def day_of(now: str | None) -> date | None:
    """The last day of a date that a user gave."""
    if now is None:
        return None
    start, end, _ = parse_edtf(now)
    last = date.fromisoformat((end or start or "")[:10]).toordinal() - (end is not None and "T" not in end)
    return date.fromordinal(last)

"""Entries as the interface gives them: with titles, a page at a time, or one with all that it rests on."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec
import numpy as np

from cronistoria.api.answers import Page, from_cursor, page_of
from cronistoria.api.asked import NarrowedEntries, NarrowedEntryList
from cronistoria.model.entry import Entry, entry_order
from cronistoria.model.judgement import Judgement
from cronistoria.model.source import Telling
from cronistoria.view.book import Book
from cronistoria.view.explanation import explain_judgements
from cronistoria.view.filters import actor_ids, resolve
from cronistoria.view.index import Mask
from cronistoria.view.sides import Accounts, accounts_of

_MOST_COMPARED = 50


class EntryDetail(msgspec.Struct, frozen=True):
    """An entry with its records and their reports, and why they are together: ``reasons`` name features and shares."""

    entry: Entry
    tellings: tuple[Telling, ...]
    judgements: tuple[Judgement, ...]


def page_of_entries(book: Book, asked: NarrowedEntryList, among: Mask | None = None) -> Page[Entry]:
    """A page of the entries that fit."""
    found = page_of(_found(book, asked, among), asked.limit, entry_order)
    return Page(book.titled(found.items), found.next)


def page_of_accounts(book: Book, asked: NarrowedEntryList) -> Page[Accounts]:
    """A page of the contacts that fit and of which a side gives its account."""
    found = page_of(_found(book, asked, book.index.with_accounts), asked.limit, entry_order)
    return Page(tuple(accounts_of(book, entry) for entry in found.items), found.next)


def detail_of(book: Book, entry: Entry) -> EntryDetail:
    """An entry with all that it rests on."""
    (titled,) = book.titled((entry,))
    judgements = explain_judgements(book, entry, _MOST_COMPARED)
    return EntryDetail(titled, book.chapter(entry).tellings, judgements)


def mask_of(book: Book, asked: NarrowedEntries) -> Mask:
    """Which entries fit. Raises `InputError` for an actor that nobody is."""
    fits = book.index.mask(resolve(book, asked.query()))
    if asked.together:
        fits &= book.index.having("actors", [i for name in asked.together for i in actor_ids(book, name)])
    return fits


def _found(book: Book, asked: NarrowedEntryList, among: Mask | None = None) -> Iterator[Entry]:
    """The entries that fit, from the cursor on."""
    after = from_cursor(asked.cursor, tuple[str, str])
    first = 0 if after is None else bisect_right(book.entries, after, key=entry_order)
    fits = mask_of(book, asked)
    positions = np.flatnonzero(fits if among is None else fits & among)
    return iter(book.at(positions[positions.searchsorted(first) :][: asked.limit + 1]))

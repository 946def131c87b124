"""A chronicle at hand: books that follow the store, reports added, decisions kept."""

import threading

import pytest

from cronistoria.build.keeping import add_report
from cronistoria.desk import books
from cronistoria.desk.books import Books
from cronistoria.desk.deciding import Motion
from cronistoria.desk.desk import Desk
from cronistoria.errors import BusyError, InputError
from cronistoria.model.judgement import Decision
from cronistoria.store.memory import MemoryStore
from cronistoria.view.book import open_book
from tests.desk.made import NOW, REPORTS, made_desk, made_store
from tests.store.made import made_report


def test_a_book_stays_while_the_store_does() -> None:
    desk = made_desk()
    book, mark = desk.book("en"), desk.mark
    assert desk.book("en") is book
    italian = desk.book("it")
    assert italian.entries is book.entries
    assert italian.title(italian.entries[0]) != book.title(book.entries[0])
    assert desk.add(made_report("Elba calls on Fara.", called="03"))
    assert desk.book("en") is not book and desk.mark != mark
    assert len(desk.book("en").entries) == len(book.entries) + 1


def test_what_others_write_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "_PAUSE_SECONDS", 0)
    store = made_store()
    desk = made_desk(store)
    before = desk.book("en")
    add_report(store, made_report("Elba calls on Fara.", called="03"))
    desk.book("en")
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(5)
    assert len(desk.book("en").entries) == len(before.entries) + 1


def test_a_turned_page_is_the_same_as_a_book_opened_anew() -> None:
    store = made_store()
    held = Books(store, "en")
    first = held.book("en")
    add_report(store, made_report("Alba calls upon Borea.", outlet="Echo", called="05"))
    with store.writing() as writer:
        (record, *_) = first.entries[0].records
        writer.add_decision(Decision(id="d", act="reject", records=(record,)))
    held.renew(5)
    turned = held.book("en")
    with store.reading() as reader:
        opened = open_book(reader, "en")
    assert turned.entries == opened.entries and turned.now == opened.now
    assert turned.actors == opened.actors and turned.tellings.keys() == opened.tellings.keys()
    (untouched,) = (entry for entry in first.entries if "CERVA" in entry.actors)
    assert first.chapter(untouched) is turned.chapter(untouched)


def test_a_report_read_anew_is_not_taken_for_the_old_one() -> None:
    store = made_store()
    held = Books(store, "en")
    old = held.book("en")
    with store.writing() as writer:
        writer.remove_report(REPORTS[0].document.id)
    add_report(store, REPORTS[0])
    held.renew(5)
    assert held.book("en").entries == old.entries
    assert all(held.book("en").chapter(e) is not old.chapter(e) for e in old.entries)


def test_totals_are_those_of_the_book() -> None:
    desk = made_desk()
    assert desk.totals.reports == len(REPORTS)
    desk.add(made_report("Elba calls on Fara.", called="03"))
    assert desk.totals.reports == len(REPORTS) + 1


def test_reports_are_read_and_added_once() -> None:
    desk = made_desk()
    report = desk.read("Alba calls on Borea.").result()
    assert report.records[0].actors == ("ALBA",)
    assert desk.add(report) and not desk.add(report)
    with pytest.raises(InputError):
        desk.read("No.").result()
    with pytest.raises(BusyError):
        Desk(MemoryStore()).read("Alba calls on Borea.")


def test_decisions_are_kept_and_undone() -> None:
    desk = made_desk()
    entry, *others = desk.book("en").entries
    decision = desk.judge(Motion(act="reject", names=(entry.id,), by="Rossi", why="a rumour"))
    assert (decision.by, decision.at) == ("Rossi", NOW)
    assert [e.id for e in desk.book("en").entries] == [e.id for e in others]
    desk.undo(decision.id)
    assert len(desk.book("en").entries) == len(others) + 1
    with pytest.raises(InputError):
        desk.undo(decision.id)


def test_the_same_decision_twice_is_one() -> None:
    desk = made_desk()
    motion = Motion(act="confirm", names=(desk.book("en").entries[0].id,))
    desk.judge(motion)
    with pytest.raises(InputError, match="just now"):
        desk.judge(motion)


def test_two_entries_are_joined() -> None:
    desk = made_desk()
    one, other, _ = desk.book("en").entries
    desk.judge(Motion(act="same", names=(one.id, other.id)))
    assert len(desk.book("en").entries) == 2

"""Pages of a small crisis: what each command shows, filters, names, decisions."""

import json
from datetime import date

import pytest

from cronistoria.errors import InputError
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.view.book import Book, latest_day, open_book
from cronistoria.view.called import short_id
from cronistoria.view.chronicle import chronicle_page
from cronistoria.view.dossier import dossier_page
from cronistoria.view.explanation import explain_judgements, explained, explanation_page
from cronistoria.view.filters import actor_ids, resolve
from cronistoria.view.formats import write
from cronistoria.view.judging import decided_in, decisions_page, make_decision, standing
from cronistoria.view.ledger import agenda_page, appointments, commitments, ledger_page
from cronistoria.view.page import Page, Table, to_markdown, to_terminal
from cronistoria.view.sides import accounts_of, contacts_in, sides_page
from tests.view.made_book import TELLINGS, made_book, select
from tests.view.made_reader import made_reader

READER = made_reader(TELLINGS)


def drawn(page: Page) -> str:
    return " ".join(to_terminal(page, width=400, colour=False).split())


def test_the_chronicle_tells_each_thing_once_with_disagreements() -> None:
    book = made_book()
    page = drawn(chronicle_page(book, book.entries))
    assert page.count("Ada Berg and Luis Rojas held a phone call") == 1
    assert "duration (minutes): 50 (Oslo Courier) / 60 (Voce di Lima)" in page
    assert "2 sources" in page
    assert "As of Sunday, March 10, 2024" in page


def test_the_ledger_shows_words_condition_deadline_and_reason() -> None:
    book = made_book("it", now="2024-03-25")
    page = drawn(ledger_page(book, commitments(book)))
    assert "Il Perù ha rivolto una minaccia alla Norvegia: sanzioni, condizione: invasione «nuove sanzioni»" in page
    assert "«in caso di invasione»" in page
    assert "scaduto" in page and "la scadenza è passata" in page


def test_the_agenda() -> None:
    book = made_book()
    (entry,) = appointments(book)
    assert entry.status == "upcoming"
    assert "Norway and Peru are due to hold a meeting" in drawn(agenda_page(book, (entry,)))


def test_two_accounts_of_one_call() -> None:
    book, (call,) = contacts_in(READER, "2024-03-01", "en")
    accounts = accounts_of(book, call)
    assert [(one.side, other.side) for one, other in accounts.contradicted] == [("NOR", "PER")]
    assert {point.side for point in accounts.only} == {"PER"}
    page = drawn(sides_page(book, [accounts]))
    assert "Only Peru" in page
    assert "“nuove sanzioni” (Voce di Lima)" in page


def test_a_dossier_gathers_kind_by_kind() -> None:
    book = made_book()
    ids = actor_ids(book, "Berg")
    page = drawn(dossier_page(book, ids, select(book, Query(actors=ids))))
    assert ids == ("Q1",)
    assert "Ada Berg (prime minister, Norway)" in page
    assert "Contacts" in page and "held a phone call" in page


def test_an_explanation_goes_down_to_the_words() -> None:
    book, (call,) = contacts_in(READER, "2024-03-01", "en")
    judgements = explain_judgements(book, call)
    page = drawn(explanation_page(book, call, judgements))
    assert "characters 0–7" in page
    assert "the participants +0.45" in page
    (as_json,) = json.loads(
        write("json", lambda: Page("", None, ()), [explained(book, call, judgements)], width=80, colour=False)
    )
    assert {"entry", "tellings", "judgements"} == as_json.keys()


@pytest.mark.parametrize(
    ("query", "types"),
    [
        (Query(start="2024-03-01", end="2024-03-02", kinds=("contact",)), {"call"}),
        (Query(start="2024-04"), {"meeting"}),
        (Query(actors=("Rojas",), kinds=("contact",)), {"call"}),
        (Query(actors=("PER",), kinds=("contact",)), {"call", "meeting"}),
        (Query(actors=("Norvegia",), kinds=("contact",)), {"call", "meeting"}),
        (Query(types=("threat",)), {"threat"}),
        (Query(places=("callao",)), {"ASSAULT"}),
        (Query(countries=("ECU",)), {"meeting"}),
        (Query(outlets=("voce di lima",)), {"call", "threat", "demand"}),
        (Query(languages=("it",), kinds=("position",)), {"threat", "demand"}),
        (Query(statuses=("upcoming",)), {"meeting"}),
        (Query(confidence=0.9), {"call"}),
        (Query(kinds=("contact",), limit=1), {"call"}),
    ],
    ids=str,
)
def test_filters(query: Query, types: set[str]) -> None:
    book = made_book("it")
    assert {entry.type for entry in select(book, resolve(book, query))} == types


def test_names_that_nobody_has_are_told() -> None:
    book = made_book()
    with pytest.raises(InputError, match="nobody in this chronicle"):
        actor_ids(book, "Nemo")
    with pytest.raises(InputError, match="no such entry"):
        book.entry("ffffffff")
    with pytest.raises(InputError, match="expected a contact"):
        contacts_in(READER, next(e.id for e in book.entries if e.kind == "position"), "en")
    with pytest.raises(InputError, match=r"has no labels\.toml"):
        Book((), (), (), "xx", date(2024, 3, 1)).words  # noqa: B018


def test_an_entry_is_found_by_the_beginning_of_its_id() -> None:
    book = made_book()
    for entry in book.entries:
        assert book.entry(short_id(entry.id)) is entry


def test_decisions_are_made_of_entries_and_records() -> None:
    book = made_book()
    one, other = book.entries[0], book.entries[-1]
    decision = make_decision(READER, "same", [one.id, short_id(other.id)], by="Berg", at="2024-03-11", why="one thing")
    assert set(decision.records) <= {*one.records, *other.records}
    threat = next(entry for entry in book.entries if entry.type == "threat")
    assert make_decision(READER, "status", [threat.id, "fulfilled"], by=None, at="x", why=None).value == "fulfilled"
    for act, names in (("same", [one.id]), ("same", [one.id, one.id]), ("status", [threat.id, "held"]), ("reject", [])):
        with pytest.raises(InputError):
            make_decision(READER, act, names, by=None, at="x", why=None)  # type: ignore[arg-type]


def test_decisions_are_listed_and_undone() -> None:
    threat = next(entry for entry in made_book().entries if entry.type == "threat")
    made = make_decision(READER, "status", [threat.id, "withdrawn"], by="Berg", at="2024-03-11", why="he said so")
    decided = made_reader(TELLINGS, (made,))
    assert standing(decided, short_id(made.id)) == made
    page = drawn(decisions_page(decided_in(decided, "en")))
    assert "Peru made a threat to Norway" in page
    assert "status withdrawn" in page and "Berg" in page and "he said so" in page
    book = made_book(decisions=(made,))
    assert "withdrawn (decided by Berg)" in drawn(ledger_page(book, commitments(book)))
    undone = Decision(id=made.id, act="status", records=made.records, undone_at="2024-03-12", undone_by="Rojas")
    with pytest.raises(InputError):
        standing(made_reader(TELLINGS, (undone,)), made.id)


def test_formats() -> None:
    book = made_book()
    assert len(json.loads(write("json", lambda: Page("", None, ()), book.entries, width=80, colour=False))) == len(
        book.entries
    )
    page = Page("T", "n", (Table("h", ("a", "b"), (("x|y", "z"),), ("one *line*",)),))
    assert to_markdown(page) == "# T\n\nn\n\n## h\n\n- one \\*line\\*\n\n| a | b |\n| --- | --- |\n| x\\|y | z |\n"
    assert "\x1b" not in to_terminal(page, width=60, colour=False)
    assert "\x1b" in to_terminal(page, width=60, colour=True)
    assert drawn(chronicle_page(book, ())).endswith("No entries.")


def test_the_day_is_that_of_the_latest_report() -> None:
    book = open_book(READER, "en")
    assert book.now == latest_day(TELLINGS) == date(2024, 3, 3)

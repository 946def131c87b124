"""What every store does, in memory, in SQLite and in PostgreSQL."""

import threading
from typing import Any

import msgspec
import pytest

from cronistoria.errors import InputError
from cronistoria.model.actor import Actor
from cronistoria.model.holdings import InputFile
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.problem import Problem
from cronistoria.model.query import Query
from cronistoria.model.report import Report
from cronistoria.model.source import Copy, make_source
from cronistoria.store.base import Store
from cronistoria.store.codec import bookmark
from tests.sample import sample_report
from tests.store.made import entry_of, made_report, on

FIRST = made_report("Alba calls in Örebro Borea.", outlet="Post", called="03", place="Örebro")
SECOND = made_report("Alba ruft an: Borea.", outlet="Blatt", language="de", called="05")
UNDATED = made_report("Cerva phones up Delta.", outlet=None)
ALL = (FIRST, SECOND, UNDATED)
CALLS = tuple(report.records[0].id for report in ALL)


@pytest.fixture
def full(store: Store) -> Store:
    """Three reports, the first two in one entry."""
    with store.writing() as writer:
        for report in ALL:
            writer.add_report(report)
        writer.replace_entries((), (entry_of(FIRST, SECOND, status="held"),))
    return store


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    report = sample_report()
    with store.writing() as writer:
        assert writer.add_report(report)
    with store.reading() as reader:
        assert reader.report(report.document.id) == report
        assert {telling.record.id: telling.record for telling in reader.tellings()} == {r.id: r for r in report.records}
    assert list(store.faults()) == []


def test_the_same_report_twice_is_one(full: Store) -> None:
    with full.writing() as writer:
        assert not writer.add_report(FIRST)
        assert writer.totals().reports == 3


def test_what_fails_leaves_nothing_behind(full: Store) -> None:
    with pytest.raises(ZeroDivisionError), full.writing() as writer:
        writer.add_report(sample_report())
        writer.keep_note("n", "v")
        assert writer.totals().reports == 4
        raise ZeroDivisionError
    with full.reading() as reader:
        assert (reader.totals().reports, reader.note("n")) == (3, None)


def test_a_reader_sees_one_state_while_another_writes(full: Store) -> None:
    with full.reading() as reader:
        before = reader.totals()
        with full.writing() as writer:
            writer.add_report(sample_report())
        assert reader.totals() == before
        assert [t.record.id for t in reader.tellings()] == list(CALLS)
    with full.reading() as reader:
        assert reader.totals().reports == 4


def test_writers_take_turns(store: Store) -> None:
    def add_one() -> None:
        with store.writing() as writer:
            writer.keep_note("count", str(int(writer.note("count") or 0) + 1))

    threads = [threading.Thread(target=add_one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as reader:
        assert reader.note("count") == "8"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), (0, 1, 2)),
        (Query(limit=2), (0, 1)),
        (Query(limit=0), ()),
        (Query(start="2031-05-03", end="2031-05-04"), (0,)),
        (Query(start="2031-05-04"), (1,)),
        (Query(end="2031-05-05"), (0,)),
        (Query(end="2031-05-05T12:00"), (0, 1)),
        (Query(actors=("ALBA",)), (0, 1)),
        (Query(actors=("ALBA", "DELTA"), start="2031-01-01"), (0, 1)),
        (Query(kinds=("contact",), types=("call", "visit")), (0, 1, 2)),
        (Query(kinds=("event",)), ()),
        (Query(types=("visit",)), ()),
        (Query(languages=("de",)), (1,)),
        (Query(outlets=("Post", "Blatt")), (0, 1)),
        (Query(languages=("de",), outlets=("Post",)), ()),
        (Query(documents=(UNDATED.document.id,)), (2,)),
        (Query(countries=("ZZZ",), places=("Örebro",)), (0,)),
        (Query(confidence=0.75), (0, 1, 2)),
        (Query(confidence=0.76), ()),
        (Query(statuses=("missed",)), (0, 1, 2)),
    ],
)
def test_records_are_found_by_what_they_are(full: Store, query: Query, found: tuple[int, ...]) -> None:
    with full.reading() as reader:
        assert [telling.record.id for telling in reader.tellings(query)] == [CALLS[index] for index in found]


@pytest.mark.parametrize("often", [1, 3000])
def test_the_first_records_of_an_actor_are_the_same_however_they_are_found(
    full: Store, often: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cronistoria.store.sql_reader._OFTEN", often)
    with full.reading() as reader:
        assert [t.record.id for t in reader.tellings(Query(actors=("ALBA",), limit=1))] == [CALLS[0]]
        assert [t.record.id for t in reader.tellings(Query(actors=("ALBA",), limit=9))] == [CALLS[0], CALLS[1]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), {0, 1, 2}),
        (Query(start="2031-05-04", end="2031-05-05"), {0, 1, 2}),
        (Query(end="2031-05-04"), set()),
        (Query(languages=("en",), actors=("BOREA",)), {0}),
        (Query(outlets=("Blatt",)), {1}),
        (Query(places=("Örebro",)), {0}),
    ],
)
def test_reports_are_found_by_what_they_are(full: Store, query: Query, found: set[int]) -> None:
    with full.reading() as reader:
        assert {s.document for s in reader.sources(query)} == {ALL[index].document.id for index in found}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(statuses=("held",)), True),
        (Query(statuses=("missed",)), False),
        (Query(languages=("de",), kinds=("contact",), types=("call",)), True),
        (Query(languages=("fr",)), False),
        (Query(actors=("BOREA",), start="2031-05-03", end="2031-05-04", countries=("ZZZ",)), True),
        (Query(start="2031-05-04"), False),
        (Query(actors=("CERVA",)), False),
        (Query(confidence=0.8), False),
    ],
)
def test_entries_are_found_by_what_they_are(full: Store, query: Query, found: bool) -> None:
    with full.reading() as reader:
        assert list(reader.entries(query)) == [entry_of(FIRST, SECOND, status="held")] * found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), "dated undated"),
        (Query(limit=1), "dated"),
        (Query(start="2031-05-04"), "undated"),
        (Query(end="2031-05-04"), "dated"),
        (Query(start="2031-05-04", end="2031-05-05"), "undated"),
        (Query(start="2031-05-05"), ""),
        (Query(actors=("CERVA",)), "undated"),
        (Query(start="2031-05-04", languages=("de",)), ""),
    ],
)
def test_the_chronology_has_undated_entries_where_they_were_told(full: Store, query: Query, found: str) -> None:
    with full.writing() as writer:
        told = {"dated": FIRST, "undated": UNDATED}
        kept = {
            name: msgspec.structs.replace(entry_of(report), sources=(make_source(report.document),))
            for name, report in told.items()
        }
        writer.replace_entries([entry.id for entry in writer.entries()], kept.values())
    with full.reading() as reader:
        assert list(reader.chronology(query)) == [kept[name] for name in found.split()]
    assert list(full.faults()) == []


def test_everybody_is_as_the_latest_report_has_them(full: Store) -> None:
    assert (FIRST.actors[0].name, FIRST.document.published) == ("Alba", on("04"))
    later = msgspec.structs.replace(
        made_report("Alba calls once more: Borea."), actors=(Actor(id="ALBA", kind="state", name="New Alba"),)
    )
    published = msgspec.structs.replace(later.document, published=on("05"))
    with full.writing() as writer:
        assert writer.last_published() == "2031-05-04"
        writer.add_report(msgspec.structs.replace(later, document=published))
    with full.reading() as reader:
        assert {i: actor.name for i, actor in reader.people().items()} == {
            "ALBA": "New Alba", "BOREA": "Borea", "CERVA": "Cerva", "DELTA": "Delta",
        }  # fmt: skip
        assert list(reader.people(("BOREA", "NOBODY"))) == ["BOREA"]
        assert reader.last_published() == "2031-05-05"


def test_whom_the_latest_report_told_is_told_by_the_one_before_once_it_is_gone(full: Store) -> None:
    def named(text: str, name: str, day: str | None) -> Report:
        made = msgspec.structs.replace(made_report(text), actors=(Actor(id="ALBA", kind="state", name=name),))
        published = on(day) if day else None
        return msgspec.structs.replace(made, document=msgspec.structs.replace(made.document, published=published))

    told = (named("Alba one: Borea.", "Alba II", "05"), named("Alba two: Borea.", "Alba III", "06"))
    with full.writing() as writer:
        for report in (*told, named("Alba three: Borea.", "Alba the undated", None)):
            writer.add_report(report)
        assert writer.people(("ALBA",))["ALBA"].name == "Alba III"
        writer.remove_report(told[1].document.id)
        assert writer.people(("ALBA",))["ALBA"].name == "Alba II"
        for report in (told[0], *ALL[:2]):
            writer.remove_report(report.document.id)
    with full.reading() as reader:
        assert {i: actor.name for i, actor in reader.people().items()} == {
            "ALBA": "Alba the undated", "CERVA": "Cerva", "DELTA": "Delta",
        }  # fmt: skip
    assert list(full.faults()) == []


def test_an_empty_store_knows_no_day(store: Store) -> None:
    with store.reading() as reader:
        assert (reader.last_published(), reader.people(), list(reader.chronology())) == (None, {}, [])


def test_a_record_comes_with_its_report_and_its_actors(full: Store) -> None:
    with full.reading() as reader:
        telling, again = reader.tellings_of((CALLS[1], CALLS[1]))
        with pytest.raises(KeyError):
            reader.tellings_of(("nothing",))
    assert telling == again
    assert (telling.source.outlet, telling.source.published, telling.source.language) == ("Blatt", on("04"), "de")
    assert [(actor.id, actor.mentions) for actor in telling.actors] == [("ALBA", ()), ("BOREA", ())]


def test_what_is_not_there_is_a_key_error(store: Store) -> None:
    with store.writing() as writer:
        for ask in (writer.report, writer.entry, writer.remove_report):
            with pytest.raises(KeyError):
                ask("nothing")
        with pytest.raises(KeyError):
            writer.undo_decision("nothing", at=None, by=None)


def test_copies_are_further_sources_of_the_same_records(full: Store) -> None:
    copied = msgspec.structs.replace(made_report("Alba calls in Örebro – Borea.", outlet="Echo"), records=())
    with full.writing() as writer:
        writer.add_report(copied, Copy(FIRST.document.id, 0.9, (CALLS[0],)))
        writer.keep_bands(FIRST.document.id, ("1:a", "2:b"))
        writer.keep_bands(copied.document.id, ("1:a", "2:c"))
    with full.reading() as reader:
        (telling,) = reader.tellings(Query(outlets=("Echo",)))
        assert [(s.outlet, s.copy_of) for s in telling.sources] == [("Post", None), ("Echo", FIRST.document.id)]
        assert [entry.records for entry in reader.entries(Query(outlets=("Echo",)))] == [CALLS[:2]]
        assert (reader.totals().copies, reader.totals().records) == (1, 3)
        assert reader.documents_by_band(("1:a",)) == tuple(sorted((FIRST.document.id, copied.document.id)))
        assert reader.documents_by_band(("2:c", "2:d")) == (copied.document.id,)
    assert list(full.faults()) == []


def test_keys_lead_to_records(full: Store) -> None:
    with full.writing() as writer:
        writer.keep_keys({CALLS[0]: ("a", "b", "a"), CALLS[1]: ("b",), CALLS[2]: ()})
        assert writer.records_by_key(("b", "a", "c")) == {"a": (CALLS[0],), "b": tuple(sorted(CALLS[:2]))}
        writer.keep_keys({CALLS[0]: ("c",)})
        assert writer.records_by_key(("a", "b", "c")) == {"b": (CALLS[1],), "c": (CALLS[0],)}


def test_keys_lead_to_entries_and_their_days(full: Store) -> None:
    (first,), (second,) = ([entry_of(report).id] for report in (FIRST, UNDATED))
    with full.writing() as writer:
        old = [entry.id for entry in writer.entries()]
        writer.replace_entries(old, (entry_of(FIRST), entry_of(UNDATED)))
        writer.keep_entry_keys(
            {first: (("x", 9), ("a|1", 7), ("a|2", 7)), second: (("a|1", 5), ("a|1", 5), ("a|2", 8))}
        )
        writer.keep_entry_keys({first: (("a|1", 7), ("a|2", 7))})
    with full.reading() as reader:
        assert reader.keys_of(first) == (("a|1", 7), ("a|2", 7)) and reader.keys_of("nothing") == ()
        assert reader.entries_by_key(("a|1", "x")) == ((5, second), (7, first))
        assert reader.entries_by_key(("a|2", "a|1")) == ((5, second), (7, first), (8, second))
        assert reader.entries_by_key(("a|2", "a|1", "a|1"), least=2) == ((7, first),)
        assert reader.entries_by_key(("a|1",), (6, 7)) == ((7, first),) and reader.entries_by_key(()) == ()
        assert reader.latest_by_key("a|1", 1) == ((7, first),)
        assert reader.latest_by_key("a|1", 5) == ((5, second), (7, first)) and reader.latest_by_key("a|1", 0) == ()
    with full.writing() as writer:
        writer.replace_entries((first,), (entry_of(FIRST, status="missed"),))
        assert (writer.keys_of(first), writer.entries_by_key(("a|1",))) == ((), ((5, second),))
        writer.remove_report(UNDATED.document.id)
        assert writer.entries_by_key(("a|1", "a|2")) == ()


def test_entries_and_records_are_found_by_their_ids(full: Store) -> None:
    kept = entry_of(FIRST, SECOND, status="held")
    with full.reading() as reader:
        assert reader.entries_named((kept.id, "nothing", kept.id)) == {kept.id: kept}
        assert reader.ids_beginning(kept.id[:-1], 9) == (kept.id,)
        everything = (kept.id, *CALLS)
        for letters in {identity[:10] for identity in everything}:
            found = reader.ids_beginning(letters, 9)
            assert found == tuple(sorted(identity for identity in everything if identity.startswith(letters)))
        assert reader.ids_beginning("", 1) == tuple(sorted((kept.id, min(CALLS))))
        assert reader.records_of((FIRST.document.id, SECOND.document.id, FIRST.document.id)) == tuple(sorted(CALLS[:2]))
        assert reader.records_of(()) == ()


def test_entries_are_replaced_and_records_are_not(full: Store) -> None:
    together, first, second = entry_of(FIRST, SECOND), entry_of(FIRST), entry_of(SECOND)
    with full.reading() as reader:
        assert reader.unmerged() == (CALLS[2],)
        assert reader.entries_of(CALLS) == dict.fromkeys(CALLS[:2], together.id)
    with full.writing() as writer:
        writer.replace_entries((together.id,), (first, second))
        writer.replace_entries((first.id,), (entry_of(FIRST, status="missed", title="Something"),))
    with full.reading() as reader:
        assert reader.entries_of(CALLS) == {CALLS[0]: first.id, CALLS[1]: second.id}
        assert (reader.entry(first.id).status, reader.entry(first.id).title) == ("missed", None)
        with pytest.raises(KeyError):
            reader.entry(together.id)
        assert reader.report(FIRST.document.id) == FIRST


def test_judgements_within_the_records_named_are_replaced(full: Store) -> None:
    low, middle, high = sorted(CALLS)
    inside = Judgement(left=low, right=middle, verdict="same", score=0.9, reasons=("one day", "both call"))
    across = Judgement(left=low, right=high, verdict="unsure", score=0.5)
    said = Judgement(left=middle, right=high, verdict="different", by="Anna")
    with full.writing() as writer:
        writer.replace_judgements(CALLS, (inside, across, said))
        writer.replace_judgements((low, middle), (msgspec.structs.replace(inside, score=0.8),))
    with full.reading() as reader:
        assert [(j.verdict, j.score, j.reasons, j.by) for j in reader.judgements((high, low))] == [
            ("same", 0.8, ("one day", "both call"), None), ("unsure", 0.5, (), None), ("different", None, (), "Anna"),
        ]  # fmt: skip
        assert reader.judgements((middle,)) == (msgspec.structs.replace(inside, score=0.8), said)


def test_decisions_are_undone_and_not_forgotten(full: Store) -> None:
    later = Decision(id="d2", act="status", records=CALLS[:1], value="missed", by="Anna", at="2031-05-06", why="rain")
    first = Decision(id="d9", act="different", records=CALLS[:2])
    with full.writing() as writer:
        writer.add_decision(first)
        writer.add_decision(later)
        writer.undo_decision("d9", at="2031-05-07", by="Bert")
        with pytest.raises(KeyError):
            writer.undo_decision("d9", at="2031-05-08", by="Bert")
    with full.reading() as reader:
        assert reader.decisions() == (
            msgspec.structs.replace(first, undone_at="2031-05-07", undone_by="Bert"), later,
        )  # fmt: skip
        assert reader.totals().decisions == 1


def test_a_report_taken_away_takes_its_entry_along_and_leaves_the_other_records(full: Store) -> None:
    with full.writing() as writer:
        writer.keep_keys({CALLS[0]: ("a",), CALLS[1]: ("a",)})
        writer.replace_judgements(CALLS, (Judgement(left=min(CALLS[:2]), right=max(CALLS[:2]), verdict="same"),))
        writer.add_decision(Decision(id="d", act="confirm", records=CALLS[:2]))
        writer.remove_report(FIRST.document.id)
    with full.writing() as writer:
        assert list(writer.entries()) == []
        assert writer.unmerged() == tuple(sorted(CALLS[1:]))
        assert (writer.records_by_key(("a",)), writer.judgements(CALLS)) == ({"a": (CALLS[1],)}, ())
        assert len(writer.decisions()) == 1
        assert writer.add_report(FIRST)


def test_files_tell_where_reports_come_from(full: Store) -> None:
    bad = InputFile(path="b.txt", digest=None, error="b.txt: is a directory")
    good = InputFile(path="a.txt", digest="0", document=FIRST.document.id)
    with full.writing() as writer:
        for file in (
            bad,
            msgspec.structs.replace(bad, path="a.txt"),
            good,
            msgspec.structs.replace(good, path="c.txt"),
        ):
            writer.keep_file(file)
    with full.reading() as reader:
        assert [(file.path, file.document) for file in reader.files()] == [
            ("a.txt", FIRST.document.id), ("b.txt", None), ("c.txt", FIRST.document.id),
        ]  # fmt: skip
        failed, *found = reader.problems()
        assert (failed.files, failed.problem) == (("b.txt",), Problem(None, "read", "b.txt: is a directory"))
        assert {(problem.document, problem.files) for problem in found} == {
            (FIRST.document.id, ("a.txt", "c.txt")), (SECOND.document.id, ()), (UNDATED.document.id, ()),
        }  # fmt: skip
        assert found[0].problem.span is not None
        assert (reader.totals().files, reader.totals().failed_files) == (3, 1)


def test_totals_count_what_there_is(full: Store) -> None:
    expected: dict[str, Any] = {
        "reports": 3, "copies": 0, "versions": 0, "records": 3, "entries": 1, "unmerged": 1, "problems": 3, "files": 0,
        "failed_files": 0, "decisions": 0,
        "reports_by_language": {"de": 1, "en": 2}, "reports_by_outlet": {"": 1, "Blatt": 1, "Post": 1},
        "reports_by_month": {"2031-05": 3}, "records_by_kind": {"contact": 3}, "records_by_type": {"call": 3},
        "records_by_language": {"de": 1, "en": 2}, "records_by_month": {"": 1, "2031-05": 2},
        "entries_by_kind": {"contact": 1}, "entries_by_month": {"2031-05": 1},
        "problems_by_stage": {"compose": 3}, "aside_by_kind": {},
    }  # fmt: skip
    with full.reading() as reader:
        assert msgspec.structs.asdict(reader.totals()) == expected


def test_every_writing_moves_the_mark(store: Store) -> None:
    marks = []
    for report in ALL:
        with store.writing() as writer:
            writer.add_report(report)
        with store.reading() as reader:
            marks.append(reader.mark())
    with pytest.raises(ZeroDivisionError), store.writing() as writer:
        raise ZeroDivisionError
    with store.reading() as reader:
        assert len({*marks, reader.mark()}) == 3 and sorted(marks) == marks and reader.reread_mark() == 0
        with store.writing() as writer:
            writer.remove_report(FIRST.document.id)
        assert reader.mark() == marks[-1]
    with store.reading() as reader:
        assert reader.mark() == reader.reread_mark() > marks[-1]


def test_what_is_no_report_is_on_file_with_its_kind(full: Store) -> None:
    with full.writing() as writer:
        writer.keep_file(InputFile(path="a.html", digest="0", error="a.html: a horoscope", kind="horoscope"))
    with full.reading() as reader:
        assert [(file.path, file.kind) for file in reader.files()] == [("a.html", "horoscope")]
        assert next(reader.problems()).kind == "horoscope"
        assert (reader.totals().failed_files, reader.totals().aside_by_kind) == (0, {"horoscope": 1})


def test_a_later_version_is_known_by_the_report_that_it_replaced(full: Store) -> None:
    first, second, third = (report.document.id for report in ALL)
    with full.writing() as writer:
        writer.keep_version(first, second)
        writer.keep_version(first, third)
        writer.keep_version(second, third)
    with full.reading() as reader:
        assert (reader.replaced_by(first), reader.replaced_by(third)) == (third, None)
        assert reader.versions() == dict(sorted({first: third, second: third}.items()))
        assert (reader.totals().reports, reader.totals().versions) == (3, 2)
    with full.writing() as writer:
        writer.remove_report(third)
        assert writer.totals().versions == 0


@pytest.mark.parametrize("query", [Query(limit=2), Query(limit=1), Query(limit=2, kinds=("contact",))])
def test_a_list_goes_on_where_it_was_left_off(full: Store, query: Query) -> None:
    found: list[str] = []
    with full.reading() as reader:
        while some := list(reader.tellings(query)):
            found += [telling.record.id for telling in some]
            mark = bookmark(some[-1].record.date, some[-1].record.id)
            query = msgspec.structs.replace(query, after=mark)
        assert found == list(CALLS)
        first, *_ = reader.sources()
        after = bookmark(first.published, first.document)
        assert [s.document for s in reader.sources(Query(after=after))] == [s.document for s in reader.sources()][1:]
        assert list(reader.entries(Query(after=bookmark(None, "")))) == []


SAID = (
    made_report("Alba calls, on the CRISIS over the Škoda works, for a red line. Red, red line: Borea.", called="03"),
    made_report("Alba ruft wegen der Krise, einer roten Linie an Borea.", language="de", called="05"),
    made_report("Alba rings. " + "Nothing else is told of the day or the night. " * 200 + "A line in red, Borea."),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("crisis", [0]),
        ("Crisis skoda", [0]),
        ("ŠKODA", [0]),
        ("kris*", [1]),
        ("KRIS*", [1]),
        ("kris", []),
        ("red line", [0, 2]),
        ('"red line"', [0]),
        ('"red line" crisis', [0]),
        ('"line crisis"', []),
        ("red-line", [0]),
        ("alba", [0, 1, 2]),
        ("rings borea", []),
        ('alba OR "', [2]),
        ("red & | ! ( ) : * ' line", [0, 2]),
        ("NEAR/2 AND NOT", []),
    ],
)
def test_words_are_found_in_reports(store: Store, words: str, found: list[int]) -> None:
    with store.writing() as writer:
        for report in SAID:
            writer.add_report(report)
    with store.reading() as reader:
        hits = [hit.document for hit in reader.search(words) if hit.record is None]
    assert sorted(hits) == sorted(SAID[index].document.id for index in found)


def test_what_is_found_is_marked_by_its_place(store: Store) -> None:
    with store.writing() as writer:
        for report in SAID:
            writer.add_report(report)
    with store.reading() as reader:
        for hit in reader.search("red line"):
            text, snippet = reader.report(hit.document).document.text, hit.snippet
            assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
            assert {snippet.text[start:end].lower() for start, end in snippet.marks} == {"red", "line"}
            assert len(snippet.text) <= 240


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), {(0, True), (0, False), (1, True), (1, False), (2, True), (2, False)}),
        (Query(kinds=("contact",)), {(0, True), (1, True), (2, True)}),
        (Query(kinds=("event",)), set()),
        (Query(languages=("de",)), {(1, True), (1, False)}),
        (Query(actors=("ALBA",), start="2031-05-05", end="2031-05-06"), {(1, True)}),
        (Query(start="2031-05-05"), set()),
        (Query(documents=(SAID[0].document.id,), kinds=("contact",)), {(0, True)}),
    ],
)
def test_a_search_is_narrowed(store: Store, query: Query, found: set[tuple[int, bool]]) -> None:
    with store.writing() as writer:
        for report in SAID:
            writer.add_report(report)
    with store.reading() as reader:
        hits = list(reader.search("alba", query))
        number = {report.document.id: index for index, report in enumerate(SAID)}
        assert {(number[hit.document], hit.record is not None) for hit in hits} == found
        assert len(hits) == len(found)
        assert len(list(reader.search("alba", msgspec.structs.replace(query, limit=1)))) == min(len(found), 1)


def test_what_is_taken_away_is_no_longer_found(full: Store) -> None:
    with full.writing() as writer:
        assert len(list(writer.search("alba"))) == 4
        writer.remove_report(FIRST.document.id)
        assert {hit.document for hit in writer.search("alba")} == {SECOND.document.id}
        writer.add_report(FIRST)
        assert len(list(writer.search("alba"))) == 4


@pytest.mark.parametrize("words", ["", " ", '"" *', "- _ ."])
def test_a_search_for_no_word_is_refused(full: Store, words: str) -> None:
    with full.reading() as reader, pytest.raises(InputError, match="holds no word"):
        list(reader.search(words))

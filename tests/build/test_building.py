"""Files to stores: once each, copies as further sources, failures aside."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import pytest

from cronistoria.build.building import Building, Plan, build
from cronistoria.build.merging import merge_new
from cronistoria.build.reading import make_worker
from cronistoria.ingest.document import Given
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from cronistoria.store.base import Store
from cronistoria.store.memory import MemoryStore
from cronistoria.workers import hired
from tests.build.calls import CallAnalyser
from tests.build.test_copies import AGENCY, OTHER
from tests.ingest.made_pages import zipped

PLAN = Plan(settings=Settings(), given=Given(language="en"))
AGAIN = Plan(settings=Settings(), given=Given(language="en", publisher="Gazette"), again=True)


@pytest.fixture(autouse=True)
def analyser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "analyser", CallAnalyser())


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def write(folder: Path, texts: Mapping[str, str | bytes]) -> list[Path]:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [folder / name for name in texts]


def outcomes(store: Store, files: Iterable[Path], plan: Plan = PLAN) -> list[str]:
    return [step.outcome for step in build(store, files, plan)]


def test_a_report_is_kept_with_its_records_and_its_date(store: MemoryStore, tmp_path: Path) -> None:
    files = write(
        tmp_path, {"2031-05-04/a.txt": "Ada calls Bea.", "2031-05-05/b.txt": "Date: 2031-05-03\n\nCid waits."}
    )
    assert [(step.outcome, step.records) for step in build(store, files, PLAN)] == [("new", 1), ("new", 0)]
    with store.reading() as reader:
        assert [s.published and s.published.edtf for s in reader.sources()] == ["2031-05-03", "2031-05-04"]
        (telling,) = reader.tellings(Query(actors=("person:bea",)))
        assert telling.record.date and telling.record.date.edtf == "2031-05-04"


def test_the_same_report_again_is_known(store: MemoryStore, tmp_path: Path) -> None:
    files = write(tmp_path, {"a.txt": "Ada calls Bea.", "b.txt": "Ada calls Bea.", "c.txt": "Cid calls Dea."})
    assert outcomes(store, files) == ["new", "known", "new"]
    assert outcomes(store, files) == ["known", "known", "known"]
    with store.reading() as reader:
        assert (reader.totals().reports, reader.totals().files) == (2, 3)


def test_a_bad_file_is_told_and_tried_again(store: MemoryStore, tmp_path: Path) -> None:
    files = write(tmp_path, {"a.txt": "Ada calls Bea.", "b.txt": b"\0", "c.txt": "Cid calls Dea."})
    steps = list(build(store, [*files, tmp_path / "none.txt"], PLAN))
    assert [step.outcome for step in steps] == ["new", "failed", "new", "failed"]
    assert steps[1].error is not None and "looks like a binary file" in steps[1].error
    write(tmp_path, {"b.txt": "Eva calls Fay."})
    assert outcomes(store, files) == ["known", "new", "known"]
    with store.reading() as reader:
        assert [problem.files for problem in reader.problems()] == [(str(tmp_path / "none.txt"),)]


def test_a_defect_in_one_report_does_not_end_the_others(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaking(CallAnalyser):
        def parse(self, document: object) -> tuple[()]:
            if "Bea" in getattr(document, "text", ""):
                raise ZeroDivisionError("tree without a root")
            return ()

    monkeypatch.setattr(Reader, "analyser", Breaking())
    files = write(tmp_path, {"a.txt": "Ada calls Bea.", "c.txt": "Cid calls Dea."})
    failed, new = build(store, files, PLAN)
    assert (failed.outcome, new.outcome) == ("failed", "new")
    assert failed.error and failed.error.startswith(f"{files[0]}: internal error, please report it: ZeroDivisionError")


def test_copies_are_further_sources_and_keep_what_is_their_own(store: MemoryStore, tmp_path: Path) -> None:
    changed = AGENCY.replace("Cid calls Dea about the barges", "Cid calls Eva about the barges")
    files = write(
        tmp_path, {"a.txt": AGENCY, "b.txt": AGENCY + " ", "c.txt": "Printed again.\n" + changed, "d.txt": OTHER}
    )
    assert [(s.outcome, s.records) for s in build(store, files, PLAN)] == [
        ("new", 2), ("copy", 0), ("copy", 1), ("new", 0),
    ]  # fmt: skip
    with store.reading() as reader:
        sources = {tuple(t.record.recipients): len(t.sources) for t in reader.tellings()}
        assert sources == {("person:bea",): 3, ("person:dea",): 2, ("person:eva",): 1}
        assert (reader.totals().reports, reader.totals().copies) == (4, 2)


def test_reading_again_replaces_the_reading_and_keeps_copies_files_and_decisions(
    store: MemoryStore, tmp_path: Path
) -> None:
    files = write(tmp_path, {"a.txt": AGENCY, "a2.txt": AGENCY, "b.txt": AGENCY + " "})
    assert outcomes(store, files) == ["new", "known", "copy"]
    with store.writing() as writer:
        before = list(writer.tellings())
        writer.add_decision(Decision(id="d", act="confirm", records=(before[0].record.id,)))
    assert outcomes(store, files[:1], AGAIN) == ["new"]
    with store.reading() as reader:
        after = list(reader.tellings())
        assert [t.record for t in after] == [t.record for t in before]
        assert [[s.outlet for s in t.sources] for t in after] == [["Gazette", None]] * 2
        assert (reader.totals().files, reader.totals().copies, reader.totals().decisions) == (3, 1, 1)


def test_reports_under_way_do_not_change_what_is_found(store: MemoryStore, tmp_path: Path) -> None:
    files = write(tmp_path, {f"{n}.txt": f"Ada calls Bea {n} times. Cid calls Dea." for n in range(7)})
    files += write(tmp_path, {"v.txt": AGENCY, "w.txt": AGENCY + " ", "x.txt": AGENCY, "y.txt": b"", "z.txt": OTHER})
    other = MemoryStore()
    with hired(partial(make_worker, PLAN.settings), 1) as hand_over:
        ahead = {s.place: s.outcome for s in Building(other, PLAN, hand_over, 5).run(files)}
    assert ahead == {step.place: step.outcome for step in build(store, files, PLAN)}
    with store.reading() as reader, other.reading() as other_reader:
        assert reader.totals() == other_reader.totals()
        assert list(reader.tellings()) == list(other_reader.tellings())


def test_an_entry_gains_the_copies_that_come_later(store: MemoryStore, tmp_path: Path) -> None:
    first, second = write(tmp_path, {"a.txt": AGENCY, "b.txt": AGENCY + " "})
    for file, number in ((first, 1), (second, 2)):
        list(build(store, [file], PLAN))
        merge_new(store)
        with store.reading() as reader:
            assert [len(entry.sources) for entry in reader.entries()] == [number] * 2
            assert reader.unmerged() == ()


VERSIONS = Plan(settings=Settings(), given=Given(language="en"), versions=True)


def test_a_changed_text_at_a_known_place_replaces_what_is_read_and_stays_on_file(
    store: MemoryStore, tmp_path: Path
) -> None:
    texts = ("Title: Barges\n\n" + AGENCY, "Title: Barges\n\n" + AGENCY.replace("Ada calls Bea", "Ada calls Eva"))
    for text, expected in ((texts[0], "new"), (texts[1], "version"), (texts[1], "known"), (texts[0], "version")):
        assert outcomes(store, write(tmp_path, {"a.txt": text}), VERSIONS) == [expected]
        merge_new(store)
    with store.reading() as reader:
        (file,) = reader.files()
        assert file.document is not None
        assert reader.report(file.document).document.text == texts[0]
        ((earlier, later),) = reader.versions().items()
        assert later == file.document
        assert reader.report(earlier).document.text == texts[1]
        assert (reader.totals().reports, reader.totals().versions, reader.unmerged()) == (2, 1, ())
        assert sorted(t.record.recipients for t in reader.tellings()) == [("person:bea",), ("person:dea",)]


def test_something_else_at_a_known_place_is_another_report(store: MemoryStore, tmp_path: Path) -> None:
    for text in (AGENCY, OTHER):
        assert outcomes(store, write(tmp_path, {"a.txt": text}), VERSIONS) == ["new"]
    with store.reading() as reader:
        assert (reader.totals().reports, reader.totals().versions) == (2, 0)


def test_copies_of_an_earlier_version_are_of_the_later_one_or_read_for_themselves(
    store: MemoryStore, tmp_path: Path
) -> None:
    files = write(tmp_path, {"a.txt": "Title: Barges\n\n" + AGENCY, "b.txt": AGENCY + " "})
    assert outcomes(store, files, VERSIONS) == ["new", "copy"]
    corrected = AGENCY.replace("Ada calls Bea", "Ada calls Eva")
    assert outcomes(store, write(tmp_path, {"a.txt": "Title: Barges\n\n" + corrected}), VERSIONS) == ["version"]
    with store.reading() as reader:
        assert {t.record.recipients: len(t.sources) for t in reader.tellings()} == {
            ("person:eva",): 1,
            ("person:dea",): 2,
        }
    steps = outcomes(store, write(tmp_path, {"a.txt": "Title: Barges\n\n" + OTHER}), VERSIONS)
    assert steps == ["version", "new"]
    with store.reading() as reader:
        assert sorted(t.record.recipients for t in reader.tellings()) == [("person:bea",), ("person:dea",)]
        assert [len(t.sources) for t in reader.tellings()] == [1, 1]


def test_archives_are_built_part_by_part_and_what_is_no_report_is_counted(store: MemoryStore, tmp_path: Path) -> None:
    data = zipped({"a.txt": "Ada calls Bea.", "b.png": b"\x89PNG", "c.html": b"", "d.zip": b"PK\x03\x04"})
    (file,) = write(tmp_path, {"a.zip": data})
    for known in ("new", "known"):
        steps = [(s.place.removeprefix(f"{file}"), s.outcome, s.kind) for s in build(store, [file], PLAN)]
        assert steps == [
            ("!a.txt", known, None), ("!b.png", "aside", "other-file"), ("!c.html", "aside", "no-text"),
            ("!d.zip", "failed", None),
        ]  # fmt: skip
    with store.reading() as reader:
        assert reader.totals().aside_by_kind == {"no-text": 1}
        assert [f.path.removeprefix(f"{file}") for f in reader.files()] == ["!a.txt", "!c.html", "!d.zip"]

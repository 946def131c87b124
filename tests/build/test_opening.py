"""A chronicle is opened with the keys that this version finds its entries by."""

from contextlib import closing
from pathlib import Path

from cronistoria.build import opening
from cronistoria.build.checking import find_faults
from cronistoria.build.keeping import add_report
from cronistoria.build.opening import are_keys_of_now, open_chronicle
from tests.desk.made import REPORTS


def test_keys_of_another_version_are_made_anew(tmp_path: Path) -> None:
    place = str(tmp_path / "crisis.db")
    with closing(open_chronicle(place, create=True)) as store:
        for report in REPORTS:
            add_report(store, report)
        with store.writing() as writer:
            entries = [entry.id for entry in writer.entries()]
            kept = {entry: writer.keys_of(entry) for entry in entries}
            writer.keep_entry_keys(dict.fromkeys(entries, ()))
        assert all(kept.values()) and {fault.check for fault in find_faults(store)} == {"keys"}
        with store.writing() as writer:
            writer.keep_note(opening._NOTE, "0")
        assert list(find_faults(store)) == []
    with closing(open_chronicle(place)) as store, store.reading() as reader:
        assert are_keys_of_now(reader) and {entry: reader.keys_of(entry) for entry in entries} == kept
        mark = reader.mark()
        assert list(find_faults(store)) == []
    with closing(open_chronicle(place)) as store, store.reading() as reader:
        assert reader.mark() == mark

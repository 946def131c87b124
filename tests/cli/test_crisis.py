"""The commands over a crisis, on a real store."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from cronistoria.cli.main import main
from cronistoria.merge.merging import update
from cronistoria.model.actor import Actor, ActorMention
from cronistoria.model.document import make_document
from cronistoria.model.record import Contact, Position
from cronistoria.model.report import ProducedBy, Report
from cronistoria.store.opening import open_store
from tests.merge.made import ACTORS, contact, day, position, source

TEXTS = {
    "Oslo Courier": "On Friday Ada Berg spoke by phone to Luis Rojas of Peru, for fifty minutes.",
    "Lima Post": "Ada Berg and Luis Rojas had a call on 1 March. Peru must withdraw the fleet, Berg said.",
}


def made_report(outlet: str, text: str, records: tuple[Contact | Position, ...]) -> Report:
    document = make_document(text, language="en", published=day("2024-03-02"))
    named = {actor for record in records for actor in (*record.actors, *record.recipients)}
    actors = tuple(_mentioned(ACTORS[actor], text) for actor in sorted(named))
    about = {"publisher": outlet, "title": f"{outlet}: a call"}
    return Report(
        document=msgspec.structs.replace(document, **about), actors=actors, dates=(), records=records, problems=(),
        produced_by=ProducedBy(version="0", models={}, languages=""),
    )  # fmt: skip


def _mentioned(actor: Actor, text: str) -> Actor:
    return msgspec.structs.replace(actor, mentions=(ActorMention(0, 2, text[:2]),))


@pytest.fixture
def crisis(tmp_path: Path) -> str:
    path = str(tmp_path / "crisis.db")
    oslo, lima = (source(outlet) for outlet in TEXTS)
    call = contact(oslo, "Q1", "Q2", when="2024-03-01").record
    again = contact(lima, "Q1", "Q2", when="2024-03-01").record
    demand = position(lima, "demand", "NOR", "PER", "Peru must withdraw the fleet").record
    assert isinstance(call, Contact) and isinstance(again, Contact) and isinstance(demand, Position)
    store = open_store(path, create=True)
    with store.writing() as writer:
        for (outlet, text), records in zip(TEXTS.items(), ((call,), (again, demand)), strict=True):
            writer.add_report(made_report(outlet, text, records))
        update(writer)
    store.close()
    return path


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200", "LANG": "en_GB.UTF-8", "USER": "berg"}).invoke(main, arguments)


def entries(crisis: str, *arguments: str) -> list[dict[str, object]]:
    result = run("chronicle", crisis, "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_chronicle_in_all_formats(crisis: str) -> None:
    shown = run("chronicle", crisis).stdout
    assert "Ada Berg and Luis Rojas held a phone call" in shown and "2 sources" in shown
    assert run("chronicle", crisis, "--format", "markdown", "--labels", "it").stdout.startswith("# Cronologia")
    assert [entry["type"] for entry in entries(crisis)] == ["call", "demand"]
    assert [entry["type"] for entry in entries(crisis, "--kind", "position", "--actor", "Peru")] == ["demand"]
    assert entries(crisis, "--from", "2025") == []


def test_the_other_commands(crisis: str) -> None:
    (call, demand) = (str(entry["id"]) for entry in entries(crisis))
    for arguments in (
        ("ledger",),
        ("agenda",),
        ("sides", "2024-03-01"),
        ("sides", call),
        ("who", "Berg"),
        ("explain", demand),
    ):
        result = run(arguments[0], crisis, *arguments[1:])
        assert result.exit_code == 0, result.output
        as_json = run(arguments[0], crisis, *arguments[1:], "--format", "json")
        assert isinstance(json.loads(as_json.stdout), list)
    assert "On Friday" not in run("explain", crisis, demand).stdout
    assert "open" in run("ledger", crisis).stdout


def test_exports_to_a_file_and_to_standard_output(crisis: str, tmp_path: Path) -> None:
    page = tmp_path / "out" / "dossier.html"
    assert run("export", crisis, "--format", "html", "--labels", "it", "-o", str(page)).exit_code == 0
    assert "Dossier della crisi" in page.read_text(encoding="utf-8")
    rows = run("export", crisis, "--format", "csv", "--kind", "position").stdout.splitlines()
    assert rows[0].startswith("entry,kind,type,title") and len(rows) == 2 and ",demand," in rows[1]
    quotes = run("export", crisis, "--format", "jsonl", "--table", "positions", "--actor", "Peru").stdout
    assert json.loads(quotes)["type"] == "demand"
    assert run("export", crisis, "--format", "jsonl", "--kind", "event", "-o", str(tmp_path / "none")).exit_code == 0
    assert (tmp_path / "none").read_bytes() == b""


def test_an_export_that_cannot_be_is_told_and_leaves_nothing(crisis: str, tmp_path: Path) -> None:
    wrong = run("export", crisis, "--format", "html", "--table", "records", "-o", str(tmp_path / "x.html"))
    assert wrong.exit_code == 1 and "has no tables" in wrong.stderr
    assert not (tmp_path / "x.html").exists()
    over = run("export", crisis, "--format", "jsonl", "-o", crisis)
    assert over.exit_code == 2 and "is the chronicle itself" in over.stderr


def test_judging_and_undoing(crisis: str) -> None:
    (call, demand) = entries(crisis)
    records = call["records"]
    assert isinstance(records, list)
    assert run("judge", crisis, "different", *records, "--why", "two calls").exit_code == 0
    assert len(entries(crisis)) == 3
    listed = run("judge", crisis, "list").stdout
    assert "two calls" in listed and "berg" in listed
    (decision,) = json.loads(run("judge", crisis, "list", "--format", "json").stdout)
    assert run("judge", crisis, "undo", decision["id"]).exit_code == 0
    assert len(entries(crisis)) == 2
    assert run("judge", crisis, "status", str(demand["id"]), "fulfilled", "--by", "Rojas").exit_code == 0
    (settled,) = entries(crisis, "--kind", "position")
    assert (settled["status"], settled["decided_by"]) == ("fulfilled", "Rojas")
    assert run("judge", crisis, "reject", str(demand["id"])).exit_code == 0
    assert len(entries(crisis)) == 1


def test_what_is_not_there_is_told_in_one_line(crisis: str, tmp_path: Path) -> None:
    for arguments in (
        ("chronicle", str(tmp_path / "none.db")),
        ("chronicle", crisis, "--actor", "Nemo"),
        ("explain", crisis, "ffffffff"),
        ("judge", crisis, "same", "ffffffff"),
        ("judge", crisis, "undo"),
        ("judge", crisis, "undo", "ffffffff"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1

"""One contract for all formats of a chronicle, each read back by a reader that is not ours."""

import csv
import json
import re
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any

import docx
import icalendar
import networkx
import openpyxl
import pyarrow.parquet
import pytest
import rdflib

from cronistoria.cli.export import EXPORT_FORMATS, EXPORT_TABLES
from cronistoria.errors import CronistoriaError, InputError
from cronistoria.export.catalogue import CATALOGUE, Format, format_named
from cronistoria.export.polecat import COLUMNS
from cronistoria.export.tables import TABLES, table_named
from cronistoria.languages.labels import chronicle_languages, load_labels
from cronistoria.view.edition import BookEdition
from tests.export.made_editions import EDITIONS, WORDS, dated_edition, empty_edition, hostile_edition, made_edition

NAMES = [format_.name for format_ in CATALOGUE]
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def text_of(edition: BookEdition, name: str, table: str | None = None) -> str:
    return b"".join(format_named(name).chunks(edition, table)).decode()


def bytes_of(edition: BookEdition, name: str, table: str | None = None) -> bytes:
    return b"".join(format_named(name).chunks(edition, table))


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline=""), strict=True))


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


class Page(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def read_html(data: bytes) -> Page:
    page = Page()
    page.feed(data.decode())
    page.close()
    return page


def read_graph(data: bytes) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader uses a class that rdflib deprecates
        return rdflib.Graph().parse(data=data, format="json-ld")


READERS: dict[str, Callable[[bytes], object]] = {
    "csv": csv_rows,
    "xlsx": sheets,
    "jsonl": lambda data: [json.loads(line) for line in data.decode().split("\n") if line],
    "parquet": lambda data: pyarrow.parquet.read_table(BytesIO(data)),
    "jsonld": read_graph,
    "graphml": lambda data: networkx.read_graphml(BytesIO(data)),
    "ics": lambda data: icalendar.Calendar.from_ical(data),
    "timeline": json.loads,
    "polecat": lambda data: [line.split("\t") for line in data.decode().splitlines()],
    "markdown": bytes.decode,
    "html": read_html,
    "docx": lambda data: docx.Document(BytesIO(data)),
}


def test_the_command_line_knows_all_formats_and_tables() -> None:
    assert tuple(NAMES) == EXPORT_FORMATS
    assert tuple(table.name for table in TABLES) == EXPORT_TABLES
    assert set(READERS) == set(NAMES)


@pytest.mark.parametrize("format_", CATALOGUE, ids=NAMES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_format_writes_the_same_bytes_twice_and_an_independent_reader_takes_them(
    format_: Format, edition: str
) -> None:
    for table in format_.tables or (None,):
        written = b"".join(format_.chunks(EDITIONS[edition](), table))
        assert written == b"".join(format_.chunks(EDITIONS[edition](), table))
        READERS[format_.name](written)


@pytest.mark.parametrize("format_", [f for f in CATALOGUE if not f.binary], ids=lambda f: f.name)
def test_no_format_for_text_lets_through_what_xml_and_terminals_choke_on(format_: Format) -> None:
    for table in format_.tables or (None,):
        written = text_of(hostile_edition(), format_.name, table)
        assert format_.name == "jsonl" or not FORBIDDEN.search(written)
        assert format_.name in ("jsonl", "jsonld") or not TURNING.search(written)


@pytest.mark.parametrize("language", chronicle_languages())
def test_every_language_names_tables_and_columns(language: str) -> None:
    words = load_labels(language).chronicle
    assert words is not None
    assert set(words.tables) == {table.name for table in TABLES}
    assert set(words.table_columns) == {column for table in TABLES for column in table.columns}


def test_cells_are_never_formulas() -> None:
    for table in EXPORT_TABLES:
        for row in csv_rows(bytes_of(hostile_edition(), "csv", table)):
            cells = [cell for cell in row.values() if not re.fullmatch(r"-?\d+(\.\d+)?", cell)]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    book = openpyxl.load_workbook(BytesIO(bytes_of(hostile_edition(), "xlsx")))
    shown: list[Any] = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in shown} <= {"s", "n", "d", "inlineStr"}
    assert any(cell.value == WORDS[0] for cell in shown)


def test_tables_say_who_when_and_what_became_of_it() -> None:
    entries = csv_rows(bytes_of(made_edition(), "csv"))
    call = next(row for row in entries if row["type"] == "call")
    assert (call["actor_names"], call["date"], call["start"]) == (
        "Ada Berg; Luis Rojas",
        "2024-03-01T21:00",
        "2024-03-01T21:00",
    )
    assert (call["sources"], call["outlets"], call["first_told"]) == ("2", "Oslo Courier; Voce di Lima", "2024-03-02")
    positions = csv_rows(bytes_of(made_edition(), "csv", "positions"))
    threat, demand = (next(row for row in positions if row["type"] == type_) for type_ in ("threat", "demand"))
    assert (threat["condition"], threat["status"]) == ("in caso di invasione", "open")
    assert (demand["deadline"], demand["content"]) == ("2024-03-20", "il ritiro della flotta")
    pairs = [
        (row["first_name"], row["second_name"]) for row in csv_rows(bytes_of(made_edition("it"), "csv", "contacts"))
    ]
    assert pairs == [("Ada Berg", "Luis Rojas"), ("Norvegia", "Perù")]
    records = csv_rows(bytes_of(made_edition(), "csv", "records"))
    assert {row["entry"] for row in records} == {row["entry"] for row in entries}


def test_excel_has_dates_filters_frozen_heads_and_words_of_the_language() -> None:
    book = openpyxl.load_workbook(BytesIO(bytes_of(dated_edition("it"), "xlsx")))
    sheet = book["Voci"]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:")
    column = [cell.value for cell in sheet[1]].index("data")
    dates = [row[column] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert datetime(2024, 4, 1) in dates and datetime(2024, 4, 2, 9, 30) in dates
    assert "2024-06-03/2024-06-09" in dates and None in dates
    assert book.properties.created == datetime(2024, 3, 2)


@pytest.mark.parametrize("name", ["xlsx", "docx"])
def test_archives_hold_no_clock(name: str) -> None:
    with zipfile.ZipFile(BytesIO(bytes_of(made_edition(), name))) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} <= {(1980, 1, 1), (1980, 1, 31), (2024, 3, 3)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"2024-03-03"}


def test_json_lines_are_the_contract() -> None:
    entries = [json.loads(line) for line in text_of(made_edition(), "jsonl").splitlines()]
    assert all(entry["title"] and entry["sources"] for entry in entries)
    records = [json.loads(line) for line in text_of(made_edition(), "jsonl", "records").splitlines()]
    assert {"entry", "record", "source", "copies"} == set(records[0])


def test_parquet_keeps_kinds_of_values() -> None:
    table = pyarrow.parquet.read_table(BytesIO(bytes_of(made_edition(), "parquet")))
    assert str(table.schema.field("start").type).startswith("timestamp")
    assert str(table.schema.field("actors").type).startswith("list")
    assert table.num_rows == sum(1 for _ in made_edition().entries())


SEM, PROV, OA = (rdflib.Namespace(iri) for iri in (
    "http://semanticweb.cs.vu.nl/2009/11/sem/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"))  # fmt: skip


def test_linked_data_ties_events_to_actors_reports_and_words() -> None:
    graph = read_graph(bytes_of(made_edition(), "jsonld"))
    events = set(graph.subjects(rdflib.RDF.type, SEM.Event))
    assert len(events) == sum(1 for _ in made_edition().entries())
    actors = set(graph.objects(None, SEM.hasActor))
    assert actors == set(graph.subjects(rdflib.RDF.type, SEM.Actor))
    assert rdflib.URIRef("http://www.wikidata.org/entity/Q1") in actors
    reports = set(graph.subjects(PROV.wasDerivedFrom, None))
    assert events <= reports
    for target in graph.objects(None, OA.hasTarget):
        assert {graph.value(selector, rdflib.RDF.type) for selector in graph.objects(target, OA.hasSelector)} == {
            OA.TextPositionSelector, OA.TextQuoteSelector,
        }  # fmt: skip
    assert not [term for triple in graph for term in triple if str(term).startswith(("file:", "term:", "cro:"))]


def test_linked_data_says_what_is_not_known_of_a_date() -> None:
    graph = read_graph(bytes_of(dated_edition(), "jsonld"))
    exact = {str(value) for value in graph.objects(None, SEM.hasTimeStamp)}
    assert exact == {"2024-04-01", "2024-04-02T09:30:00"}
    early = {str(value) for value in graph.objects(None, SEM.hasEarliestBeginTimeStamp)}
    late = {str(value) for value in graph.objects(None, SEM.hasLatestEndTimeStamp)}
    assert {"2024-05-01", "2024-06-03", "2024-07-01"} <= early and {"2024-05-31", "2024-06-09", "2024-08-31"} <= late


def test_the_network_has_who_was_in_touch_and_how_often() -> None:
    graph = networkx.read_graphml(BytesIO(bytes_of(made_edition(), "graphml")))
    ((first, second, tie),) = graph.edges(data=True)
    assert {first, second} == {"Q1", "Q2"} and graph.nodes["Q1"]["label"] == "Ada Berg"
    assert (tie["weight"], tie["channels"], tie["reports"]) == (1, "call", 2)


def test_the_calendar_has_spans_for_what_is_uncertain() -> None:
    calendar: Any = icalendar.Calendar.from_ical(bytes_of(dated_edition(), "ics"))
    assert not calendar.errors
    events = {str(event["dtstart"].dt): event for event in calendar.walk("VEVENT")}
    ends = {start: str(event["dtend"].dt) if "dtend" in event else None for start, event in events.items()}
    assert ends["2024-04-02 09:30:00"] is None
    assert (ends["2024-04-01"], ends["2024-05-01"], ends["2024-06-03"]) == ("2024-04-02", "2024-06-01", "2024-06-10")
    assert "or later" in events["2024-07-01"]["description"] and "or earlier" in events["2024-08-31"]["description"]
    assert events["2024-05-01"]["description"].startswith("May 2024")
    assert {str(task["summary"]) for task in calendar.walk("VTODO")} != set()
    assert {component["dtstamp"].dt.date().isoformat() for component in events.values()} == {"2024-03-02"}
    identities = [str(component["uid"]) for component in calendar.walk() if "uid" in component]
    assert len(set(identities)) == len(identities) == 10


def test_a_calendar_is_never_without_a_component() -> None:
    calendar = icalendar.Calendar.from_ical(bytes_of(empty_edition(), "ics"))
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_the_calendar_is_strict_in_its_lines() -> None:
    written = bytes_of(hostile_edition(), "ics")
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and lines[-1] == b"" and b"\n" not in b"".join(lines)
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 2 * len(WORDS)


def test_timelines_escape_what_would_be_html() -> None:
    slides = json.loads(text_of(hostile_edition(), "timeline"))["events"]
    shown = " ".join(slide["text"]["headline"] + slide["text"]["text"] for slide in slides)
    assert "<script" not in shown and "&lt;script&gt;" in shown
    dated = json.loads(text_of(dated_edition(), "timeline"))["events"]
    assert {"year": 2024, "month": 5, "day": 31} in [slide.get("end_date") for slide in dated]


def test_polecat_has_its_columns_and_only_what_happened() -> None:
    head, *lines = text_of(made_edition(), "polecat").splitlines()
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]
    assert head.split("\t") == list(COLUMNS) and len(COLUMNS) == 40
    (attack,) = [row for row in rows if row["Event Type"] == "ASSAULT"]
    assert (attack["Quad Code"], attack["Recipient Name"], attack["Placename"]) == (
        "MATERIAL CONFLICT",
        "Peru",
        "Callao",
    )
    assert all("\n" not in cell for row in rows for cell in row.values())


def test_dossiers_number_their_notes_from_one_on() -> None:
    written = text_of(made_edition(), "markdown")
    defined, used = re.findall(r"^\[\^(\d+)\]:", written, re.M), re.findall(r"\[\^(\d+)\](?!:)", written)
    assert defined == used == [str(number) for number in range(1, len(used) + 1)]
    page = text_of(made_edition("it"), "html")
    notes = re.findall(r'<li id="n(\d+)">', page)
    assert notes == re.findall(r'href="#n(\d+)"', page) == defined
    assert '<html lang="it">' in page and "Registro degli impegni" in page


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    page = read_html(bytes_of(hostile_edition(), "html"))
    assert not {"script", "iframe", "img", "link", "object", "form"} & set(page.tags)
    names = {name for name, _ in page.attributes}
    assert not [name for name in names if name.startswith("on")] and "src" not in names
    addresses = [value or "" for name, value in page.attributes if name == "href"]
    assert all(address.startswith(("#", "http://", "https://")) for address in addresses)


def test_word_shows_every_passage() -> None:
    document = docx.Document(BytesIO(bytes_of(made_edition(), "docx")))
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for told in made_edition().entries():
        assert told.entry.title and told.entry.title in shown


def test_what_is_asked_wrongly_is_told() -> None:
    with pytest.raises(InputError, match="format 'pdf': expected csv"):
        format_named("pdf")
    with pytest.raises(InputError, match="has no tables; expected csv, jsonl, parquet"):
        format_named("html").chunks(empty_edition(), "records")
    with pytest.raises(InputError, match="table 'all': expected entries"):
        table_named("all")


@pytest.mark.parametrize(
    ("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow"), ("ics", "icalendar"), ("docx", "docx")]
)
def test_without_its_library_a_format_tells_the_remedy(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(CronistoriaError, match="pip install 'cronistoria"):
        bytes_of(empty_edition(), name)


def test_the_catalogue_loads_no_library() -> None:
    loaded = "import sys, cronistoria.export.catalogue; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pyarrow", "xlsxwriter", "icalendar", "docx"} & set(modules)

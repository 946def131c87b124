"""One contract for all exporters, and what is particular to each."""

import json
import re

import jsonschema
import msgspec
import pytest

from cronistoria.export.exporters import EXPORTERS, Exporter, exporter_named
from cronistoria.export.style import Style
from cronistoria.languages.tables import available_languages
from cronistoria.model.codec import report_from_json, report_schema
from tests.sample import sample_report

NAMES = [exporter.name for exporter in EXPORTERS]
ANSI = re.compile("\x1b")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=NAMES)
@pytest.mark.parametrize("labels", available_languages("labels"))
def test_every_exporter_writes_whole_lines_and_the_same_again(exporter: Exporter, labels: str) -> None:
    written = exporter.write(sample_report(), Style(labels=labels))
    assert written.endswith("\n") and not written.endswith("\n\n")
    assert written == exporter.write(sample_report(), Style(labels=labels))
    assert exporter.suffix.startswith(".")
    assert not ANSI.search(written)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_formats_for_eyes_tell_every_record_and_tie_it_to_its_words(name: str) -> None:
    written = exporter_named(name).write(sample_report(), Style(labels="it", width=200))
    for said in (
        "Telefonata · avvenuta · tra il 3 e l'8 aprile 2022",
        "chiesto da: Austria",
        "meno di 60 minuti",
        "Klara Meier (ministro degli Esteri, Svizzera)",
        "«Il dialogo continua»",
        "Minaccia · Svizzera → Austria",
        "se: «Se la frontiera resta chiusa»",
        "più di 2.000",
        "secondo: fonti locali",
        "Attacco (armi da fuoco)",
        "feriti: 3",
        "Incontro · in programma · sabato 9 aprile 2022",
        "nobody is known to be meant",
        "1:48, 4:1",
        "4:7",
    ):
        assert said in written


@pytest.mark.parametrize(
    ("labels", "said"), [("it", "luogo: Zurigo (Svizzera)"), ("en", "place: Zurich (Switzerland)")]
)
def test_places_are_called_as_the_report_calls_them_in_its_own_language(labels: str, said: str) -> None:
    assert said in exporter_named("text").write(sample_report(), Style(labels=labels))


def test_square_brackets_hold_nothing_but_places() -> None:
    written = exporter_named("text").write(sample_report(), Style(labels="en", width=200))
    assert set(re.findall(r"\[([^\]]*)\]", written)) == {"1:48, 4:1", "2:2", "2:88", "3:58", "3:86", "4:7", "3:80"}
    assert "(hearsay)" in written


def test_what_comes_next_stands_in_time_order_and_not_among_the_contacts() -> None:
    written = exporter_named("text").write(sample_report(), Style(labels="it"))
    contacts, rest = written.split("CHI HA DETTO CHE COSA")
    _, coming = rest.split("CHE COSA VIENE DOPO")
    assert "in programma" not in contacts
    assert coming.index("9 aprile 2022") < coming.index("30 aprile 2022")


@pytest.mark.parametrize("width", [40, 72, 120])
def test_text_keeps_within_the_width(width: int) -> None:
    written = exporter_named("text").write(sample_report(), Style(labels="en", width=width))
    assert max(map(len, written.splitlines())) <= width


def test_text_is_painted_only_if_asked_to() -> None:
    painted = exporter_named("text").write(sample_report(), Style(labels="en", colour=True))
    plain = exporter_named("text").write(sample_report(), Style(labels="en"))
    assert "\x1b[1m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_markdown_footnotes_are_all_defined_and_used() -> None:
    written = exporter_named("markdown").write(sample_report(), Style(labels="en"))
    defined = re.findall(r"^\[\^([^\]]+)\]:", written, re.MULTILINE)
    used = re.findall(r"\[\^([^\]]+)\](?!:)", written)
    assert defined == used
    assert len(set(defined)) == len(defined) > 5


def test_json_keeps_the_contract_and_comes_back_as_it_was() -> None:
    report = sample_report()
    written = exporter_named("json").write(report, Style(labels="en"))
    jsonschema.validate(json.loads(written), report_schema())
    assert report_from_json(written) == report
    assert exporter_named("jsonl").write(report, Style(labels="en")).count("\n") == 1


def test_explanations_follow_their_record() -> None:
    report = sample_report()
    style = Style(labels="en", explanations={report.records[0].id: ("rule: contact.sample",)})
    for name in ("text", "markdown"):
        written = exporter_named(name).write(report, style)
        assert written.index("Phone call") < written.index("rule: contact.sample") < written.index("Forces massed")


def test_words_of_the_report_cannot_break_the_markdown() -> None:
    report = sample_report()
    document = msgspec.structs.replace(report.document, title="*a* [b](c) `d`\n# e")
    written = exporter_named("markdown").write(msgspec.structs.replace(report, document=document), Style(labels="en"))
    assert written.splitlines()[0] == r"# \*a\* \[b\](c) \`d\` \# e"

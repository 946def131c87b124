"""``cronistoria dates``."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from cronistoria.cli.dating import write_dates
from cronistoria.export.timeml import UNKNOWN
from cronistoria.model.document import make_document
from cronistoria.parse.flat import flat_sentences
from cronistoria.pipeline import find_times
from cronistoria.reader import Dated
from tests.cli.conftest import Run
from tests.flat import flat_sentences as published_sentences

TEXT = "Si sono visti martedì 7 dicembre & siedono dal 3 al 5 marzo;\x0c tacciono da allora."


def dated(text: str, published: str | None = "2021-12-30") -> Dated:
    document, _ = published_sentences(text, language="it", published=published)
    times = find_times(document, flat_sentences(document))
    return Dated(document, times.expressions, times.timexes, times.problems)


def test_a_table_has_a_line_for_each_expression() -> None:
    lines = write_dates(dated(TEXT), "table").splitlines()
    assert lines[0].split() == ["from", "to", "words", "type", "value", "mod", "date", "basis"]
    assert lines[1].split()[:2] == ["14", "32"]
    assert [line.split()[-1] for line in lines[1:]] == ["explicit", "explicit", "relative-to-document"]


def test_json_is_a_list_of_dates() -> None:
    found = json.loads(write_dates(dated(TEXT), "json"))
    assert [one["edtf"] for one in found] == ["2021-12-07", "2022-03-03/2022-03-05", None]
    assert found[0]["text"]["text"] == "martedì 7 dicembre"


def test_timeml_is_xml_with_both_ends_of_a_range() -> None:
    root = ElementTree.fromstring(write_dates(dated(TEXT), "timeml"))
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == TEXT.replace("\x0c", " ")
    values = [(t.attrib["tid"], t.attrib["type"], t.attrib["value"]) for t in root.iter("TIMEX3")]
    assert values == [
        ("t0", "DATE", "2021-12-30"), ("t1", "DATE", "2021-12-07"), ("t2", "DATE", "2022-03-03"),
        ("t3", "DATE", "2022-03-05"), ("t4", "DATE", "PAST_REF"),
    ]  # fmt: skip


def test_timeml_says_what_is_not_known() -> None:
    root = ElementTree.fromstring(write_dates(dated("Tornano ieri.", None), "timeml"))
    assert [t.attrib["value"] for t in root.iter("TIMEX3")] == [UNKNOWN, UNKNOWN]


@pytest.mark.parametrize(("format_name", "expected"), [("json", "[]\n"), ("table", "from  to")])
def test_the_command_reads_standard_input(run: Run, format_name: str, expected: str) -> None:
    result = run("dates", "--format", format_name, "--language", "it", stdin="Vienna tace.")
    assert result.exit_code == 0
    assert result.stdout.startswith(expected)


def test_the_run_in_the_documentation_is_in_sync(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs/adding-a-language.md").read_text(encoding="utf-8")
    command, _, expected = page.partition("```console\n$ echo ")[2].partition("```")[0].partition("\n")
    text, _, arguments = command.removeprefix('"').partition('" | cronistoria ')
    assert run(*arguments.split(), stdin=text + "\n").stdout == expected


def test_a_language_without_words_for_dates_is_refused(run: Run) -> None:
    result = run("dates", "--language", "xx", stdin="…")
    assert result.exit_code == 2
    assert "'xx' is not one of" in result.stderr


def test_sentences_without_a_parser_hold_every_word() -> None:
    document = make_document("Saíram às nove. Voltam amanhã! E depois?\nNada", language="pt")
    sentences = flat_sentences(document)
    assert [(s.start, s.end) for s in sentences] == [(0, 15), (16, 30), (31, 40), (41, 45)]

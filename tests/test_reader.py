"""The Python API and the object behind it."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import cronistoria
from cronistoria.errors import InputError, LanguageError
from cronistoria.ingest.document import Given
from cronistoria.model.codec import report_schema
from cronistoria.reader import Reader, shared_reader
from cronistoria.settings import Settings
from tests.sample import SilentAnalyser

TEXT = "VIENNA, 3 marzo - Il ministro ha incontrato la collega per parlare del confine."


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    shared_reader.cache_clear()
    monkeypatch.setattr(Reader, "analyser", SilentAnalyser())


@pytest.mark.usefixtures("silent")
def test_read_takes_a_text_and_gives_a_report_that_keeps_the_contract() -> None:
    report = cronistoria.read(TEXT, published="2022", title="T", url="u")
    document = report.document
    assert (document.text, document.language, document.title, document.url) == (TEXT, "it", "T", "u")
    assert document.published is not None and document.published.edtf == "2022-03-03"
    jsonschema.validate(json.loads(report.to_json()), report_schema())


@pytest.mark.usefixtures("silent")
def test_what_was_wrong_on_the_way_in_is_told_in_the_report() -> None:
    assert [problem.stage for problem in cronistoria.read(TEXT, language="it").problems] == ["read"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [({"published": "ieri"}, InputError), ({"language": "xx"}, LanguageError), ({"text": " "}, InputError)],
)
def test_what_cannot_be_read_is_an_input_error(arguments: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        cronistoria.read(**{"text": TEXT, **arguments})


def test_a_reader_keeps_to_its_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    reader = Reader(Settings(size_limit=10), SilentAnalyser())  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"a\.txt: 79 bytes is more than"):
        reader.read_file(path)
    assert Reader(analyser=SilentAnalyser()).read_file(path, Given()).sentences == ()  # type: ignore[arg-type]


def test_importing_the_package_imports_no_part_of_it() -> None:
    code = "import sys, cronistoria; print(sorted(name for name in sys.modules if name.startswith('cronistoria')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded == "['cronistoria', 'cronistoria.version']\n"

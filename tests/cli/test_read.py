"""``cronistoria read``."""

import json
from pathlib import Path

import pytest

from cronistoria.cli.read import FORMATS
from cronistoria.errors import ModelError
from cronistoria.export.exporters import EXPORTERS
from cronistoria.languages.tables import complete_languages
from tests.cli.conftest import Run
from tests.ingest.made_pages import page, zipped

LANGUAGES = ", ".join(complete_languages())
ITALIAN = "Il ministro degli Esteri ha incontrato la collega a Vienna."
ENGLISH = "The foreign minister met his colleague in Vienna on Tuesday."


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Three reports, the second of which cannot be read."""
    paths = [tmp_path / name for name in ("b.txt", "broken.txt", "a.txt")]
    paths[0].write_text(ITALIAN, encoding="utf-8")
    paths[1].write_bytes(b"a\0b")
    paths[2].write_text(ENGLISH, encoding="utf-8")
    return paths


def test_the_formats_offered_are_the_formats_there_are() -> None:
    assert tuple(exporter.name for exporter in EXPORTERS) == FORMATS


def test_standard_input_is_read_without_arguments_and_with_a_dash(run: Run) -> None:
    for arguments in ((), ("-",)):
        result = run("read", *arguments, "--format", "json", stdin=ITALIAN)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["document"]["text"] == ITALIAN


def test_what_the_reader_says_goes_into_the_document(run: Run, reports: list[Path]) -> None:
    given = ("--date", "2022-03", "--language", "it", "--title", "T", "--url", "u", "--outlet", "O")
    document = json.loads(run("read", reports[0], "-f", "json", *given).stdout)["document"]
    assert (document["title"], document["url"], document["publisher"], document["language"]) == ("T", "u", "O", "it")
    assert document["published"]["edtf"] == "2022-03"


def test_a_failing_file_is_reported_and_skipped_and_the_rest_keeps_its_order(run: Run, reports: list[Path]) -> None:
    result = run("read", *reports, "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["document"]["text"] for line in result.stdout.splitlines()] == [ITALIAN, ENGLISH]
    assert result.stderr.splitlines() == [
        f"Error: {reports[1]}: looks like a binary file (NUL at character 1); expected UTF-8 text"
    ]


def test_several_reports_as_json_are_one_array(run: Run, reports: list[Path]) -> None:
    assert len(json.loads(run("read", *reports, "--format", "json").stdout)) == 2
    assert json.loads(run("read", reports[1], reports[1].parent / "none", "--format", "json").stdout) == []


def test_a_directory_gets_one_file_an_input(run: Run, reports: list[Path], tmp_path: Path) -> None:
    result = run("read", *reports, "--format", "markdown", "-o", f"{tmp_path}/out/")
    assert result.exit_code == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md", "b.md"]
    assert result.stdout == ""


def test_a_file_gets_everything_and_nothing_is_left_beside_it(run: Run, reports: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "out" / "all.jsonl"
    assert run("read", reports[0], reports[2], "--format", "jsonl", "-o", output).exit_code == 0
    assert len(output.read_text(encoding="utf-8").splitlines()) == 2
    assert [path.name for path in output.parent.iterdir()] == ["all.jsonl"]


def test_pages_are_one_a_report(run: Run, reports: list[Path], tmp_path: Path) -> None:
    assert run("read", reports[0], "--format", "html", "--explain").stdout.startswith("<!doctype html>")
    for output in ((), ("-o", tmp_path / "all.html")):
        result = run("read", reports[0], reports[2], "--format", "html", *output)
        assert (result.exit_code, "html: one file holds one report" in result.stderr) == (1, True)
    assert run("read", reports[0], reports[2], "--format", "html", "-o", f"{tmp_path}/out/").exit_code == 0
    assert len(list((tmp_path / "out").glob("*.html"))) == 2


def test_an_input_is_never_overwritten(run: Run, reports: list[Path], tmp_path: Path) -> None:
    for output in (reports[0], f"{tmp_path}/"):
        result = run("read", reports[0], "-o", output)
        assert result.exit_code == 1
        assert "is an input and would be overwritten" in result.stderr
    assert reports[0].read_text(encoding="utf-8") == ITALIAN


def test_two_inputs_for_one_output_are_refused(run: Run, reports: list[Path], tmp_path: Path) -> None:
    twin = tmp_path / "other" / "b.txt"
    twin.parent.mkdir()
    twin.write_text(ITALIAN, encoding="utf-8")
    result = run("read", reports[0], twin, "-f", "json", "-o", f"{tmp_path}/out/")
    assert (result.exit_code, "another input would also write" in result.stderr) == (1, True)


def test_labels_follow_the_option_then_the_terminal_then_the_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "lingua: inglese" in run("read", "--labels", "it", stdin=ENGLISH).stdout
    assert "language: Italian" in run("read", stdin=ITALIAN).stdout
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "lingua: italiano" in run("read", stdin=ITALIAN).stdout
    assert "language: English" in run("read", stdin=ENGLISH).stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--date", "ieri"), "expected a date such as 2021-12-30"),
        (("--language", "xx"), f"'xx' is not one of {LANGUAGES}"),
        (("--labels", "xx"), f"'xx' is not one of {LANGUAGES}"),
        (("--format", "xml"), "'xml' is not one of"),
        (("--explain", "--format", "json"), "--explain works with --format text, markdown, html"),
        (("--jobs", "0"), "--jobs"),
    ],
)
def test_wrong_arguments_are_told_with_what_was_expected(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run("read", *arguments, stdin=ITALIAN)
    assert result.exit_code == 2
    assert reason in result.stderr


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "standard input: the file is empty"),
        (b" \n", "standard input: holds no text"),
        ("Başbakan dün akşam komşu ülkenin bakanıyla görüştü.".encode(), "seems to be in language 'tr'"),
        (b"x" * 2_000_001, "standard input: over 2.0 MB is more than a report may have"),
    ],
)
def test_what_cannot_be_read_is_one_line_on_standard_error(run: Run, data: bytes, reason: str) -> None:
    result = run("read", stdin=data)
    assert result.exit_code == 1
    assert reason in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_defect_met_in_one_report_does_not_end_the_others(
    run: Run, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.sample import SilentAnalyser

    class Breaking(SilentAnalyser):
        def parse(self, document: object) -> tuple[()]:
            if getattr(document, "language", "") == "it":
                raise ZeroDivisionError("tree without a root")
            return ()

    monkeypatch.setattr("cronistoria.reader.Reader.analyser", Breaking())
    result = run("read", reports[0], reports[2], "-f", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "internal error, please report it: ZeroDivisionError: tree without a root (test_read.py:" in result.stderr


def test_a_fault_that_would_come_back_with_every_input_ends_the_run_in_one_line(
    run: Run, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(reader: object) -> None:
        raise ModelError("the model is missing")

    monkeypatch.setattr("cronistoria.reader.Reader.analyser", property(missing))
    result = run("read", reports[0], reports[2])
    assert (result.exit_code, result.stderr) == (1, "Error: the model is missing\n")


def test_an_output_that_cannot_be_written_is_one_line(run: Run, reports: list[Path]) -> None:
    result = run("read", reports[0], "-o", reports[2] / "below.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ") and "cannot be written (" in result.stderr


def test_where_nothing_could_be_read_no_file_is_written(run: Run, reports: list[Path], tmp_path: Path) -> None:
    assert run("read", reports[1], "-f", "json", "-o", tmp_path / "new.json").exit_code == 1
    assert not (tmp_path / "new.json").exists()


def test_archives_and_folders_give_several_results(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in/x").mkdir(parents=True)
    (tmp_path / "in/a.zip").write_bytes(zipped({"x/1.html": page(), "y.txt": ITALIAN, "z.html": b"", "p.png": b"\x89"}))
    (tmp_path / "in/x/c.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "in/style.css").write_text("p {}", encoding="utf-8")
    result = run("read", tmp_path / "in", "-f", "json", "-o", f"{tmp_path}/out/")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.zip-x-1.html.json", "a.zip-y.txt.json", "x-c.txt.json",
    ]  # fmt: skip
    assert (result.exit_code, result.stderr.splitlines()) == (
        0, [f"Left aside: {tmp_path}/in/a.zip!z.html: holds no text"],
    )  # fmt: skip
    assert len(json.loads(run("read", tmp_path / "in/x", "-f", "json").stdout)) == 1
    assert json.loads(run("read", tmp_path / "in/x/c.txt", "-f", "json").stdout)["document"]["text"] == ENGLISH


def test_standard_input_may_be_a_page_or_an_archive(run: Run) -> None:
    assert json.loads(run("read", "-f", "json", stdin=page().encode()).stdout)["document"]["author"] == "Anna Rossi"
    found = run("read", "-f", "jsonl", stdin=zipped({"a.txt": ITALIAN, "b.txt": ENGLISH})).stdout.splitlines()
    assert [json.loads(line)["document"]["language"] for line in found] == ["it", "en"]


def test_a_named_file_that_is_no_report_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("Questo articolo è riservato agli abbonati.", body=()), encoding="utf-8")
    result = run("read", tmp_path / "a.html")
    assert (result.exit_code, result.stderr) == (1, f"Error: {tmp_path}/a.html: only for subscribers\n")

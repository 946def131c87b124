"""What comes in from outside: read, or refused in one line that names file and reason; never a traceback."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cronistoria import workers
from cronistoria.cli import reading
from cronistoria.cli.jobs import Outcome
from cronistoria.cli.main import main, write_whole
from cronistoria.languages.tables import complete_languages
from tests.cli.conftest import Run

ITALIAN = "Perché il ministro degli Esteri è andato a Vienna? Lo ha spiegato la collega."
TURKISH = "Başbakan dün akşam komşu ülkenin bakanıyla görüştü."


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (ITALIAN.encode(), 0),
        (ITALIAN.encode("utf-8-sig"), 0),
        (ITALIAN.encode("utf-16"), 0),
        (ITALIAN.encode("utf-32"), 0),
        (ITALIAN.encode("windows-1252"), 1),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"],
)
def test_encodings_are_read(run: Run, tmp_path: Path, data: bytes, problems: int) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    report = json.loads(run("read", tmp_path / "a.txt", "--format", "json").stdout)
    assert report["document"]["text"] == ITALIAN
    assert len(report["problems"]) == problems


def _make_huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_000)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "is a directory that holds no file"),
        (lambda path: path.write_bytes(b""), "the file is empty"),
        (lambda path: path.write_bytes(b" \r\n\t"), "holds no text"),
        (
            lambda path: path.write_bytes(b"MZ\0\1"),
            "looks like a binary file (NUL at character 2); expected UTF-8 text",
        ),
        (
            lambda path: path.write_bytes(b"\xff\0\x81"),
            "looks like a binary file (NUL at byte 1); expected UTF-8 text",
        ),
        (
            lambda path: path.write_bytes(b"Il ministro \x81"),
            "byte 12 is valid neither in UTF-8 nor in windows-1252; expected UTF-8 text",
        ),
        (_make_huge, "50.0 MB is more than a report may have (2.0 MB; --size-limit raises it)"),
        (
            lambda path: path.write_text(TURKISH, encoding="utf-8"),
            f"seems to be in language 'tr', which is not supported (supported: {', '.join(complete_languages())}); "
            "if that is wrong, name it with --language",
        ),
        (
            lambda path: path.write_text("1 2 3", encoding="utf-8"),
            "its language cannot be told from so few words; name it with --language",
        ),
    ],
)
def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path, make: Callable[[Path], object], reason: str) -> None:
    make(tmp_path / "a.txt")
    result = run("read", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {tmp_path}/a.txt: {reason}\n")


@pytest.mark.parametrize(
    ("text", "published", "title"),
    [
        (" date 2021-12 Il ministro è andato a Vienna.", "2021-12", None),
        ("Data: 30 dicembre 2021\nTitolo: Un viaggio\n\nIl ministro è andato a Vienna.", "2021-12-30", "Un viaggio"),
        ("Title: Un viaggio\nDate: 2021-12-30\n\nIl ministro è andato a Vienna.", "2021-12-30", "Un viaggio"),
        ("VIENNA, 30 dicembre 2021 - Il ministro è andato a Vienna.", "2021-12-30", None),
        ("Il ministro è andato a Vienna.", None, None),
    ],
)
def test_the_head_of_a_report_tells_its_date_and_title(
    run: Run, text: str, published: str | None, title: str | None
) -> None:
    document = json.loads(run("read", "--language", "it", "--format", "json", stdin=text).stdout)["document"]
    assert (document["published"] and document["published"]["edtf"], document["title"]) == (published, title)
    assert document["text"] == text


def test_a_dateline_without_a_year_takes_it_from_the_date_told(run: Run) -> None:
    text = "VIENNA, 30 dicembre - Il ministro è andato a Vienna."
    document = json.loads(run("read", "-f", "json", "--date", "2021-12", stdin=text).stdout)["document"]
    assert document["published"]["edtf"] == "2021-12-30"


@pytest.mark.parametrize("format_name", ["text", "markdown", "json", "jsonl"])
def test_a_terminal_that_knows_few_letters_is_no_obstacle(run: Run, format_name: str) -> None:
    text = f"{ITALIAN} Così ha detto Ушаков."
    arguments = ["read", "-f", format_name, "--title", "«Ушаков»"]
    result = CliRunner(charset="latin-1").invoke(main, arguments, input=text.encode())
    assert result.exit_code == 0
    encoding, title = ("utf-8", "«Ушаков»") if format_name.startswith("json") else ("latin-1", "«??????»")
    assert title in result.stdout_bytes.decode(encoding)


def test_a_process_that_dies_is_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        def __init__(self, *arguments: Any) -> None: ...

        def __enter__(self) -> "Dying":
            return self

        def __exit__(self, *arguments: Any) -> None: ...

        def submit(self, *arguments: Any) -> None:
            raise BrokenProcessPool("terminated abruptly")

        def shutdown(self, **arguments: Any) -> None: ...

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Dying)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ITALIAN, encoding="utf-8")
    result = run("read", tmp_path / "a.txt", tmp_path / "b.txt", "--jobs", "2")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "use fewer --jobs" in result.stderr


def _outcomes() -> Iterator[Outcome]:
    yield from (Outcome(name, f"{name}\n") for name in "ab")


@pytest.mark.parametrize(
    ("total", "to_stream", "terminal", "drawn"),
    [(2, False, True, True), (2, True, True, False), (1, False, True, False), (2, False, False, False)],
)
def test_many_files_have_a_progress_bar_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    total: int,
    to_stream: bool,
    terminal: bool,
    drawn: bool,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert [o.source for o in reading._with_progress(_outcomes(), total, to_stream=to_stream)] == ["a", "b"]
    assert bool(capsys.readouterr().err) is drawn


def _program(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cronistoria", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, env=environment or None)


def test_the_program_itself_ends_with_status_and_line() -> None:
    result = _program("read", "/nowhere/a.txt", "--format", "json")
    assert (result.returncode, result.stderr) == (1, "Error: /nowhere/a.txt: no such file\n")


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f"{sys.executable} -m cronistoria schema | head -n 1"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("{\n", "")


@pytest.mark.parametrize("name", [None, *sorted(main.commands)])
def test_every_command_helps(run: Run, name: str | None) -> None:
    said = run(*filter(None, [name]), "--help").stdout
    assert "Usage: " in said and "Example" in said


class _Narrow(io.RawIOBase):
    """Takes ten bytes at a time, as a disk does that is nearly full."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        part = bytes(data[:10])
        self.taken += part
        return len(part)


def test_standard_output_without_a_buffer_is_written_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = _Narrow()
    unbuffered = io.TextIOWrapper(narrow, "utf-8", write_through=True)  # type: ignore[type-var]
    monkeypatch.setattr(sys, "stdout", unbuffered)
    write_whole()
    sys.stdout.write(ITALIAN)
    sys.stdout.flush()
    assert narrow.taken.decode() == ITALIAN


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "cronistoria", "schema"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode != 0
    assert ran.stderr.startswith("Error: no space left on device\n")

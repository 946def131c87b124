"""Bytes to text."""

import pytest

from cronistoria.errors import InputError
from cronistoria.ingest.decode import decode

WORDS = "Così è: «niente»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_problem(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt") == (WORDS, ())


def test_windows_1252_is_read_and_noted() -> None:
    text, problems = decode(WORDS.encode("windows-1252"), "a.txt")
    assert text == WORDS
    assert [problem.message for problem in problems] == ["not UTF-8 (byte 3): read as windows-1252"]


def test_line_ends_are_kept_to_the_letter() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt")[0] == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "a.txt: the file is empty"),
        (b" \n\t", "a.txt: holds no text"),
        (b"\xef\xbb\xbf", "a.txt: the file is empty"),
        (b"text\0text", "a.txt: looks like a binary file (NUL at character 4); expected UTF-8 text"),
        (b"\xff\x00\x81", "a.txt: looks like a binary file (NUL at byte 1); expected UTF-8 text"),
        (b"\xe8\x81", "a.txt: byte 1 is valid neither in UTF-8 nor in windows-1252; expected UTF-8 text"),
        (b"\xff\xfea\x00\xd8", "a.txt: byte 2 is valid neither in UTF-8 nor in utf-16-le; expected UTF-8 text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "a.txt")
    assert str(error.value) == reason

"""Lines to code."""

import pytest

from cronistoria.ingest.pairs import LONGEST, read_pairs
from cronistoria.model.coded import BadLine, Pair

HEAD = b"text\tsource\ttarget\n"


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        ([HEAD, b"To Bonn.\tTo\tBonn\n"], [Pair(number=2, text="To Bonn.", source="To", target="Bonn")]),
        ([b"Oslo praised Bonn.\r\n"], [Pair(number=1, text="Oslo praised Bonn.")]),
        ([b"\xef\xbb\xbftext\n", b"\n", b"Rain.\n"], [Pair(number=3, text="Rain.")]),
        ([b"id\tSentence\tdate\n", b"7\tRain.\t2021-12\n"], [Pair(number=2, text="Rain.", date="2021-12")]),
        ([HEAD, b'"He said ""no"" to Oslo."\tHe\t\n'], [Pair(number=2, text='He said "no" to Oslo.', source="He")]),
        ([b'"No," he said. "Never."\n'], [Pair(number=1, text='"No," he said. "Never."')]),
    ],
)  # fmt: skip
def test_columns_are_told_by_the_head(lines: list[bytes], pairs: list[Pair]) -> None:
    assert list(read_pairs(lines)) == pairs


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"\tOslo\t\n", "no text"),
        (b"Rain.\tOslo\tBonn\n", "the source 'Oslo' does not stand in the text"),
        (b"caf\xe9\t\t\n", "not UTF-8 (invalid continuation byte at byte 3)"),
        (b"x" * (LONGEST + 1), "a line of over 200,000 bytes"),
    ],
)
def test_a_bad_line_is_told_and_the_next_is_read(line: bytes, message: str) -> None:
    assert list(read_pairs([HEAD, line, b"Rain.\t\t\n"])) == [BadLine(2, message), Pair(number=3, text="Rain.")]

"""Header lines that open a file."""

import pytest

from cronistoria.ingest.header import find_header_lines


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        (" date 2021-12 Nulla di fatto.", [("date", "2021-12")], "Nulla di fatto."),
        ("Data: 3 marzo 2022 Nulla di fatto.", [("date", "2022-03-03")], "Nulla di fatto."),
        (
            "Titolo: Un titolo\nData: 3 marzo 2022\nFonte: Un giornale\n\nNulla.",
            [("title", "Un titolo"), ("date", "2022-03-03"), ("publisher", "Un giornale")],
            "Nulla.",
        ),
        ("**Title:** Talks\nDate: March 3, 2022\nURL: https://example.org/a\nNone.",
         [("title", "Talks"), ("date", "2022-03-03"), ("url", "https://example.org/a")], "None."),
        ("Date: yesterday\nNone.", [("date", None)], "None."),
        ("Dates of the talks are open.", [], "Dates of the talks are open."),
        ("Fonte: il governo ha detto di no.", [], "Fonte: il governo ha detto di no."),
    ],
)  # fmt: skip
def test_header_lines(text: str, expected: list[tuple[str, str | None]], rest: str) -> None:
    lines, start = find_header_lines(text, "it")
    assert [(line.field, line.value) for line in lines] == expected
    assert text[start:] == rest
    assert all(
        line.value is None or line.field == "date" or text[line.start : line.end] == line.value for line in lines
    )

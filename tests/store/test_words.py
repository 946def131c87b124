"""Words as they are searched for, passages, snippets."""

import pytest

from cronistoria.errors import InputError
from cronistoria.store.words import Passage, Term, count_matches, passages_of, snippet_of, terms_of, words_of
from tests.sample import sample_report
from tests.store.made import made_report


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'Unione è pronta", ["l", "unione", "e", "pronta"]),
        ("Ёлка й ЩИТ", ["елка", "и", "щит"]),
        ("Straße ﬁn", ["strasse", "fin"]),
        ("a_b 1.000 --- …", ["a", "b", "1", "000"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("Rosso ROSSO", [Term(("rosso",))]),
        ("red-line", [Term(("red", "line"))]),
        ('"linea  rossa" sanz*', [Term(("linea", "rossa")), Term(("sanz",), True)]),
        ('"linea ros*"', [Term(("linea", "ros"))]),
        ('"half open', [Term(("half",)), Term(("open",))]),
    ],
)
def test_what_is_asked_for(asked: str, terms: list[Term]) -> None:
    assert list(terms_of(asked)) == terms


def test_too_many_words_are_refused() -> None:
    with pytest.raises(InputError, match="21 words"):
        terms_of(" ".join(f"w{number}" for number in range(21)))


@pytest.mark.parametrize(
    ("terms", "count"),
    [("red", 2), ("red line", 3), ('"red line"', 1), ("re*", 2), ("red nothing", 0), ('"line red"', 1)],
)
def test_matches_are_counted(terms: str, count: int) -> None:
    assert count_matches(["a", "red", "line", "red"], terms_of(terms)) == count


def test_a_record_is_found_by_its_evidence_and_its_quote() -> None:
    report = sample_report()
    statement = next(record for record in report.records if record.kind == "statement")
    own = [p for p in passages_of(report) if p.record == statement.id]
    assert [report.document.text[p.start : p.end] for p in own] == [statement.evidence[0].text]


@pytest.mark.parametrize("length", [0, 1, 3_999, 4_000, 4_001, 20_000])
@pytest.mark.parametrize("unit", ["word ", "x", "a line of words\n"])
def test_pieces_hold_the_whole_text(unit: str, length: int) -> None:
    report = made_report("Alba calls. " + unit * (length // len(unit)) + " Borea.")
    pieces = [p for p in passages_of(report) if p.record is None]
    assert "".join(report.document.text[p.start : p.end] for p in pieces) == report.document.text
    assert all(0 < p.end - p.start <= 4_000 for p in pieces)


def test_a_snippet_shows_the_place_between_words() -> None:
    text = "Nothing here. " * 40 + "At last the red line is crossed, red as it is. " + "More of it. " * 40
    snippet = snippet_of(text, Passage(None, 0, len(text)), terms_of('"red line" red'))
    assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["red line", "red"]
    assert text[snippet.start - 1] == " " and text[snippet.start + len(snippet.text)] == " "


def test_a_word_longer_than_a_snippet() -> None:
    text = "x" * 1_000
    snippet = snippet_of(text, Passage(None, 0, len(text)), terms_of("x*"))
    assert (snippet.text, snippet.marks) == ("x" * 240, ())

"""Days and clock times that open the lines of chronologies and live reports."""

import pytest

from cronistoria.compose.dating import anchor
from cronistoria.extract.dates import find_time_expressions
from tests.compose.test_dating import dated
from tests.flat import flat_sentences

CHRONOLOGIES = [
    ("en", "The crisis.\nNov 21, 2013: a protest.\nFeb 22: he flees.\nMarch 16-18: a vote.\nJuly 17: a crash.",
     ["2013-11-21", "2014-02-22", "2014-03-16/2014-03-18", "2014-07-17"]),
    ("it", "La crisi.\n21 novembre 2013: una protesta.\n22 febbraio – fugge.\n5 settembre: la tregua.",
     ["2013-11-21", "2014-02-22", "2014-09-05"]),
    ("ru", "Кризис.\n21 ноября 2013 года: протест.\n22 февраля: он бежит.", ["2013-11-21", "2014-02-22"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "edtfs"), CHRONOLOGIES)
def test_an_entry_without_a_year_follows_the_one_before_unless_that_is_to_come(
    language: str, text: str, edtfs: list[str]
) -> None:
    found = dated(text, "2014-09-20", language).expressions
    assert [one.edtf for one in found if one.timex == "DATE"] == edtfs


@pytest.mark.parametrize(
    ("language", "text", "starts"),
    [
        ("en", "Live.\n14:05 He went on Sunday.\n13:40 All is quiet.", ["T14:05", "08", "T13:40"]),
        ("de", "Live\n9.15 Uhr: Ruhe bis Mitternacht\n8.40 Uhr: Montag", ["T09:15", "11T00:00", "T08:40", "09"]),
        ("it", "La diretta.\nDomenica 8 ottobre\n21:10 Sirene.\n20:50 Sirene.", ["08", "08T21:10", "08T20:50"]),
        ("it", "Ieri si sono visti.\nAlle 18.30 la firma.", ["09", "09T18:30"]),
    ],
)  # fmt: skip
def test_a_clock_time_that_opens_a_line_is_of_the_day_above_or_of_the_report(
    language: str, text: str, starts: list[str]
) -> None:
    expected = [f"2023-10-{'10' if start.startswith('T') else ''}{start}" for start in starts]
    assert [one.start for one in dated(text, "2023-10-10", language).expressions] == expected


def test_a_day_and_month_in_either_order_lie_between_the_two_unless_one_is_near() -> None:
    found = dated("The pact of 7/8/2020 lapsed on 5/4/2021.", "2021-05-05", "en").expressions
    assert [one.edtf for one in found] == ["2020-07-08/2020-08-07", "2021-05-04"]
    assert [one.timex_value for one in found] == ["2020-07-08", "2021-05-04"]


def test_a_report_without_a_date_goes_on_from_the_days_that_it_tells() -> None:
    found = dated("Il 15 marzo del 2011 protestarono. A maggio Assad mandò l'esercito; il 6 marzo era quieto.", None)
    assert [one.edtf for one in found.expressions] == ["2011-03-15", "2011-05", "2011-03-06"]


def test_what_a_chronology_tells_was_on_the_day_of_its_entry() -> None:
    text = "The crisis.\nMay 2: a protest. He flees.\nMay 4:\nA vote.\nA crash."
    document, sentences = flat_sentences(text, language="en", published="2014-09-20")
    index = anchor(document, sentences, find_time_expressions(document, sentences, language="en"))
    days = {
        token.form: date.edtf if (date := index.day_of_entry(sentence.index, token.index)) else None
        for sentence in sentences
        for token in sentence.tokens
    }
    told = [days[word] for word in ("crisis", "protest", "flees", "vote", "crash")]
    assert told == [None, "2014-05-02", "2014-05-02", "2014-05-04", "2014-05-04"]


def test_what_is_said_in_turns_was_said_on_the_day_that_the_lead_names() -> None:
    turns = "He was heard on Tuesday.\n— Have they met?\n— They spoke this morning.\n— Good.\nHe leaves tomorrow."
    found = {one.text.text: one.edtf for one in dated(turns, "2024-10-16", "en").expressions if one.text}
    assert found == {"Tuesday": "2024-10-15", "this morning": "2024-10-15", "tomorrow": "2024-10-17"}


@pytest.mark.parametrize(
    ("language", "text", "edtfs"),
    [
        ("fr", "La guerre.\n1996 : le raid\nLe 18 avril, un raid.\n2006\nLe 12 juillet, rien.",
         ["1996-04-18", "2006-07-12"]),
        ("es", "La guerra.\n1996: el ataque\nEl 18 de abril, un ataque.", ["2023-04-18"]),
    ],
)  # fmt: skip
def test_a_day_is_of_the_year_that_heads_its_part(language: str, text: str, edtfs: list[str]) -> None:
    found = [str(one.edtf) for one in dated(text, "2023-10-10", language).expressions if one.timex == "DATE"]
    assert [edtf for edtf in found if len(edtf) > 4] == edtfs

"""Two days of the week one after the other are one stretch, unless a clause begins with the second."""

import pytest

from cronistoria.extract.dates import find_time_expressions
from cronistoria.model.timex import Point, Range
from tests.extract.dates.test_finding import found_in
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
MET = (
    f"Roe/Roe/PROPN/2/nsubj met/meet/VERB/0/root/{PAST} Doe/Doe/PROPN/2/obj on/on/ADP/5/case "
    "Thursday/Thursday/PROPN/2/obl "
)
APART = MET + (
    f"and/and/CCONJ/9/cc on/on/ADP/8/case Friday/Friday/PROPN/9/obl flew/fly/VERB/2/conj/{PAST} home/home/ADV/9/advmod"
)
TOGETHER = MET + "and/and/CCONJ/7/cc Friday/Friday/PROPN/5/conj in/in/ADP/9/case Oslo/Oslo/PROPN/2/obl"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ils se réuniront jeudi et vendredi à Rome."), ("es", "Se reunirán el jueves y el viernes en Lima."),
        ("it", "Si incontrano giovedì e venerdì a Roma."), ("en", "They meet on Thursday and Friday in Rome."),
        ("de", "Sie treffen sich am Donnerstag und Freitag in Rom."), ("ru", "Они встретятся в четверг и пятницу."),
        ("uk", "Вони зустрінуться в четвер і п'ятницю."),
    ],
)  # fmt: skip
def test_two_days_in_a_row_are_one_stretch(language: str, text: str) -> None:
    [mention] = found_in(text, language)
    assert isinstance(mention.reading, Range)
    assert (mention.reading.begin, mention.reading.end) == (Point(weekday=3), Point(weekday=4))


def test_days_that_are_apart_stay_so() -> None:
    assert len(found_in("They meet on Monday and Friday in Rome.", "en")) == 2


def test_a_week_behind_the_second_is_that_of_both() -> None:
    [mention] = found_in("They meet on Thursday and Friday next week.", "en")
    assert isinstance(mention.reading, Range)
    assert mention.reading.begin.shift == mention.reading.end.shift == 1


@pytest.mark.parametrize(("row", "number"), [(APART, 2), (TOGETHER, 1)])
def test_a_clause_that_begins_with_the_second_day_parts_them(row: str, number: int) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    assert len(find_time_expressions(document, sentences, language="en")) == number

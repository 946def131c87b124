"""Time expressions as the words say them: their readings, relations and the clause around them."""

import pytest
from msgspec.structs import replace

from cronistoria.extract.dates import find_time_expressions
from cronistoria.extract.dates.expressions import find_expressions, read_stretch
from cronistoria.model.timex import HEADER, Length, Point, Range, Reading, Reference, Repetition, TimexMention, Window
from tests.flat import flat_sentences
from tests.rows import sentences_from_rows

AHEAD = Window(length=Length(parts=((2, "month"),)), direction=1)
CLOCK = Point(clock=(20, 35), zone="Europe/Moscow")


def found_in(text: str, language: str) -> tuple[TimexMention, ...]:
    """The expressions of a text without syntax."""
    document, sentences = flat_sentences(text, language=language)
    return find_time_expressions(document, sentences, language=language)


@pytest.mark.parametrize(
    ("language", "text", "words", "reading"),
    [
        ("it", "Si vedono martedì 7 dicembre.", "martedì 7 dicembre", Point(weekday=1, day=7, month=12)),
        ("it", "Si vedono il 1º marzo 2022.", "il 1º marzo 2022", Point(day=1, month=3, year=2022)),
        ("it", "Dura sette ore e mezza.", "sette ore e mezza", Length(parts=((7.5, "hour"),))),
        ("it", "Dura un'ora e quaranta.", "un'ora e quaranta", Length(parts=((1, "hour"), (40, "minute")))),
        ("fr", "Dure une heure quarante.", "une heure quarante", Length(parts=((1, "hour"), (40, "minute")))),
        ("it", "Dura due ore e dieci minuti.", "due ore e dieci minuti", Length(parts=((2, "hour"), (10, "minute")))),
        ("it", "Dura quasi due ore.", "quasi due ore", Length(parts=((2, "hour"),), bound="under")),
        ("it", "Dura tre quarti d'ora.", "tre quarti d'ora", Length(parts=((45, "minute"),))),
        ("it", "Torna l'indomani.", "l'indomani", Point(anchor="event", shift=1, unit="day")),
        ("it", "Parla quella sera.", "quella sera", Point(anchor="event", shift=0, unit="day", part="EV")),
        ("it", "Parla a fine mese.", "fine mese", Point(shift=0, unit="month", phase="END")),
        ("it", "Tace da tempo.", "da tempo", Reference("PAST_REF")),
        ("it", "Parla ogni due settimane.", "ogni due settimane", Repetition("P2W")),
        ("it", "Tace per i prossimi due mesi.", "i prossimi due mesi", AHEAD),
        ("it", "Parla alle 20.35 ora di Mosca.", "alle 20.35 ora di Mosca", CLOCK),
        ("it", "20.35 – Si vedono a Oslo.", "20.35", Point(clock=(20, 35))),
        ("it", "15:00 Rossi parla.", "15:00", Point(clock=(15, 0))),
        ("es", "09.05 - Se ven en Oslo.", "09.05", Point(clock=(9, 5))),
        ("en", "They meet on Dec. 7.", "Dec. 7", Point(day=7, month=12)),
        ("en", "They meet on 7 December 2021.", "7 December 2021", Point(day=7, month=12, year=2021)),
        ("en", "It lasts two and a half hours.", "two and a half hours", Length(parts=((2.5, "hour"),))),
        ("en", "It lasts more than 50 minutes.", "more than 50 minutes", Length(parts=((50, "minute"),), bound="over")),
        ("en", "He left the following day.", "the following day", Point(anchor="event", shift=1, unit="day")),
        ("en", "He left last Friday.", "last Friday", Point(which=-1, weekday=4)),
        ("en", "He spoke late Monday.", "late Monday", Point(weekday=0, phase="END")),
        ("en", "It began at 1800 GMT.", "1800 GMT", Point(clock=(18, 0), zone="0")),
        ("en", "They speak twice a week.", "twice a week", Repetition("P1W")),
        ("en", "It is calm now.", "now", Reference("PRESENT_REF")),
    ],
)  # fmt: skip
def test_words_have_their_reading(language: str, text: str, words: str, reading: Reading) -> None:
    [mention] = found_in(text, language)
    assert (mention.span.text, mention.reading) == (words, reading)


@pytest.mark.parametrize("text", ["20.35 euro al barile.", "Vale 20.35 – lo dicono a Oslo.", "20.75 – il prezzo."])
def test_numbers_that_open_no_line_of_a_live_report_are_no_times(text: str) -> None:
    assert not found_in(text, "it")


def test_a_weekday_is_no_day_of_the_day_after() -> None:
    found = found_in("They met on Friday, a day after the vote.", "en")
    assert [mention.span.text for mention in found] == ["Friday", "a day after"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "I punti 14, 15 e 17 del piano e il formato 4+1."),
        ("it", "Due F-16 e 2000 soldati, il 4.5 per cento, l'88,7% dei voti."),
        ("it", "Il Corriere della Sera e il primo ministro, le due parti."),
        ("en", "Points 14, 15 and 17 of the plan and the 4+1 format."),
        ("en", "Two F-16 jets, 2000 troops, 4.5 percent and the fall of the town."),
        ("en", "The prime minister may march on."),
    ],
)
def test_numbers_and_names_are_no_dates(language: str, text: str) -> None:
    assert found_in(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("it", "Firmano entro venerdì.", "by"),
        ("it", "Trattano fino al 7 dicembre.", "until"),
        ("it", "Trattano dal 7 dicembre.", "since"),
        ("it", "Trattano prima del 7 dicembre.", "before"),
        ("it", "Previsto per il 7 dicembre.", "for"),
        ("en", "They sign by Friday.", "by"),
        ("en", "They talk after December 7.", "after"),
        ("en", "They talk on December 7.", "at"),
    ],
)
def test_prepositions_are_relations(language: str, text: str, relation: str) -> None:
    [mention] = found_in(text, language)
    assert mention.relation == relation


def test_both_ends_of_a_range_keep_their_words() -> None:
    [mention] = found_in("Riunioni dal 3 al 5 marzo 2022.", "it")
    assert isinstance(mention.reading, Range)
    assert (mention.reading.begin, mention.reading.begin_span.text) == (Point(day=3, month=3, year=2022), "3")
    assert mention.reading.end_span.text == "5 marzo 2022"


def test_what_stands_before_the_first_sentence_is_read_too() -> None:
    document, sentences = flat_sentences("Data: 30 dicembre 2021\nParlano.", language="it")
    document = replace(document, body_start=document.text.index("Parlano"))
    [mention] = find_time_expressions(document, sentences[1:], language="it")
    assert (mention.sentence, mention.reading) == (HEADER, Point(day=30, month=12, year=2021))


@pytest.mark.parametrize(
    ("row", "direction"),
    [
        ("Giovedì/giovedì/NOUN/2/obl incontrerà/incontrare/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin", "future"),
        (
            "Ha/avere/AUX/2/aux/Mood=Ind|Tense=Pres|VerbForm=Fin chiesto/chiedere/VERB/0/root/Tense=Past|VerbForm=Part "
            "di/di/ADP/4/mark partire/partire/VERB/2/xcomp/VerbForm=Inf entro/entro/ADP/6/case "
            "giovedì/giovedì/NOUN/4/obl",
            "future",
        ),
        ("Giovedì/giovedì/NOUN/2/obl incontrò/incontrare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin", "past"),
        (
            "Il/il/DET/2/det vertice/vertice/NOUN/0/root previsto/previsto/ADJ/2/amod giovedì/giovedì/NOUN/2/nmod",
            "future",
        ),
        (
            "Dopo/dopo/ADP/2/case incontro/incontro/NOUN/5/obl di/di/ADP/4/case giovedì/giovedì/NOUN/2/nmod"
            " tace/tacere/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin",
            "past",
        ),
        (
            "Ha/avere/AUX/2/aux/Mood=Ind|Tense=Pres|VerbForm=Fin"
            " convocato/convocare/VERB/0/root/Tense=Past|VerbForm=Part"
            " mercoledì/mercoledì/NOUN/2/obl un/uno/DET/5/det inviato/inviato/NOUN/2/obj",
            "past",
        ),
        (
            "Ha/avere/AUX/2/aux/Mood=Ind|Tense=Pres|VerbForm=Fin"
            " convocato/convocare/VERB/0/root/Tense=Past|VerbForm=Part"
            " per/per/ADP/4/case mercoledì/mercoledì/NOUN/2/obl un/uno/DET/6/det consiglio/consiglio/NOUN/2/obj",
            "future",
        ),
    ],
)
def test_the_clause_tells_where_to_look(row: str, direction: str) -> None:
    document, sentences = sentences_from_rows(row)
    [mention] = find_time_expressions(document, sentences, language="it")
    assert mention.direction == direction


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "Arriva/arrivare/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin il/il/DET/3/det 23/23/NUM/1/obl"
            " da/da/ADP/5/case solo/solo/ADJ/1/advmod",
            ["il 23"],
        ),
        (
            "Vota/votare/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin il/il/DET/3/det 23/23/NUM/1/nsubj"
            " della/di/ADP/5/case lista/lista/NOUN/3/nmod",
            [],
        ),
        (
            "Parla/parlare/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin il/il/DET/4/det 23/23/NUM/4/nummod"
            " battaglione/battaglione/NOUN/1/nsubj",
            [],
        ),
    ],
)
def test_a_number_alone_is_a_day_where_it_has_no_noun(row: str, words: list[str]) -> None:
    document, sentences = sentences_from_rows(row)
    found = find_time_expressions(document, sentences, language="it")
    assert [mention.span.text for mention in found] == words


def test_a_length_before_a_preposition_counts_from_nothing_told() -> None:
    row = (
        "Three/three/NUM/2/nummod days/day/NOUN/6/obl after/after/ADP/5/case the/the/DET/5/det vote/vote/NOUN/2/nmod"
        " left/leave/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
    )
    document, sentences = sentences_from_rows(row, language="en")
    [mention] = find_time_expressions(document, sentences, language="en")
    assert mention.reading == Length(parts=((3, "day"),))


@pytest.mark.parametrize(
    "piece", ["due ", "la prima settimana di ", "tra il 3 e il ", "due giorni e ", "12:", "'88", "7.", "prima di due "]
)
def test_no_text_is_too_long_to_read(piece: str) -> None:
    text = piece * 2000
    assert len(list(find_expressions(text, read_stretch(text, 0, len(text), "it"), "it"))) <= 2000


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("They met on 3/4/2021.", [3]),
        ("They met on 3/4/2021 and on 25/4/2021.", [4, 4]),
        ("They met on 3/4/2021 and on 4/25/2021.", [3, 4]),
    ],
)
def test_day_and_month_stand_in_the_order_that_other_dates_of_the_report_show(text: str, months: list[int]) -> None:
    readings = [mention.reading for mention in found_in(text, "en")]
    assert [reading.month for reading in readings if isinstance(reading, Point)] == months


def test_time_that_is_given_lies_ahead() -> None:
    row = (
        "Oslo/Oslo/PROPN/3/nsubj ha/avere/AUX/3/aux/Mood=Ind|Tense=Pres|VerbForm=Fin "
        "dato/dare/VERB/0/root/Tense=Past|VerbForm=Part tempo/tempo/NOUN/3/obj fino/fino/ADP/7/case a/a/ADP/5/fixed "
        "sabato/sabato/NOUN/3/obl per/per/ADP/9/mark cedere/cedere/VERB/3/advcl/VerbForm=Inf"
    )
    document, sentences = sentences_from_rows(row)
    (found,) = find_time_expressions(document, sentences, language="it")
    assert (found.relation, found.direction) == ("until", "future")


def test_a_length_that_is_given_ends_in_the_future() -> None:
    row = (
        "Oslo/Oslo/PROPN/3/nsubj ha/avere/AUX/3/aux/Mood=Ind|Tense=Pres|VerbForm=Fin "
        "dato/dare/VERB/0/root/Tense=Past|VerbForm=Part 48/48/NUM/5/nummod ore/ora/NOUN/3/obj a/a/ADP/7/case "
        "Lima/Lima/PROPN/3/obl per/per/ADP/9/mark cedere/cedere/VERB/3/advcl/VerbForm=Inf"
    )
    document, sentences = sentences_from_rows(row)
    (found,) = find_time_expressions(document, sentences, language="it")
    assert (found.relation, found.direction, found.outside) == ("by", "future", True)
    assert found.reading == Point(distance=Length(parts=((48, "hour"),)))


@pytest.mark.parametrize(("relation", "direction"), [("root", "future"), ("acl:relcl", "past")])
def test_what_was_to_be_done_may_lie_ahead(relation: str, direction: str) -> None:
    above = 5 if relation != "root" else 0
    row = (
        "Il/il/DET/2/det Consiglio/consiglio/NOUN/4/nsubj doveva/dovere/AUX/4/aux/Mood=Ind|Tense=Imp|VerbForm=Fin "
        f"riunirsi/riunire/VERB/{above}/{relation}/VerbForm=Inf "
        f"venerdì/venerdì/NOUN/4/obl"
    )
    if above:
        row += " tace/tacere/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin"
        row = row.replace("VERB/5/acl:relcl", "VERB/6/acl:relcl")
    document, sentences = sentences_from_rows(row)
    (found,) = find_time_expressions(document, sentences, language="it")
    assert found.direction == direction


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Lunedì/lunedì/NOUN/4/obl dieci/dieci/NUM/3/nummod razzi/razzo/NOUN/4/nsubj colpiscono/colpire/VERB/0/root",
         "Lunedì"),
        ("Lunedì/lunedì/NOUN/4/obl 10/10/NUM/1/nummod Roe/Roe/PROPN/4/nsubj parte/partire/VERB/0/root", "Lunedì 10"),
    ],
)  # fmt: skip
def test_a_number_behind_a_weekday_may_count_what_follows(row: str, words: str) -> None:
    document, sentences = sentences_from_rows(row)
    assert [m.span.text for m in find_time_expressions(document, sentences, language="it")] == [words]


@pytest.mark.parametrize(("case", "direction"), [("für", "future"), ("an", "past")])
def test_a_weekday_for_which_something_is_called_lies_ahead(case: str, direction: str) -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj berief/einberufen/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
        f"{case}/{case}/ADP/4/case Mittwoch/Mittwoch/NOUN/2/obl den/der/DET/6/det Rat/Rat/NOUN/2/obj"
    )
    document, sentences = sentences_from_rows(row, language="de")
    [mention] = find_time_expressions(document, sentences, language="de")
    assert mention.direction == direction

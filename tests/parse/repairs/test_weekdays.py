"""A weekday belongs to the verb, and what follows it to the verb as well."""

import pytest

from cronistoria.parse.repairs.weekdays import with_weekdays
from tests.rows import sentences_from_rows

INSIDE = (
    "Rossi/Rossi/PROPN/3/nsubj ha/avere/AUX/3/aux imposto/imporre/VERB/0/root giovedì/giovedì/NOUN/5/nmod "
    "sanzioni/sanzione/NOUN/3/obj"
)
OUTSIDE = (
    "Rossi/Rossi/PROPN/3/nsubj ha/avere/AUX/3/aux incontrato/incontrare/VERB/0/root giovedì/giovedì/NOUN/3/obl "
    "Bianchi/Bianchi/PROPN/4/nmod//B-PER"
)
SETTING = (
    "Rossi/Rossi/PROPN/3/nsubj ha/avere/AUX/3/aux disertato/disertare/VERB/0/root la/il/DET/5/det "
    "riunione/riunione/NOUN/3/obj di/di/ADP/7/case giovedì/giovedì/NOUN/5/nmod"
)


@pytest.mark.parametrize(
    ("row", "word", "head", "deprel"),
    [(INSIDE, 3, 2, "obl"), (OUTSIDE, 4, 2, "obj"), (SETTING, 6, 4, "nmod")],
)
def test_where_a_weekday_and_its_neighbour_hang(row: str, word: int, head: int, deprel: str) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    token = with_weekdays(sentences, "it")[0].tokens[word]
    assert (token.head, token.deprel) == (head, deprel)


def test_a_noun_in_the_accusative_is_no_part_of_a_weekday() -> None:
    row = (
        "Стороны/сторона/NOUN/2/nsubj провели/провести/VERB/0/root во/в/ADP/4/case вторник/вторник/NOUN/2/obl/Case=Acc "
        "переговоры/переговоры/NOUN/4/nmod/Case=Acc"
    )
    _, sentences = sentences_from_rows(row, language="ru")
    talks = with_weekdays(sentences, "ru")[0].tokens[4]
    assert (talks.head, talks.deprel) == (1, "obj")


SUBJECT = (
    "Il/il/DET/2/det 10/10/NUM/6/obl marzo/marzo/NOUN/2/flat Rossi/Rossi/PROPN/3/nmod//B-PER ha/avere/AUX/6/aux "
    "firmato/firmare/VERB/0/root"
)


@pytest.mark.parametrize(
    ("row", "language", "word", "expected"),
    [
        (SUBJECT, "it", 3, (5, "nsubj")),
        ("У/у/ADP/2/case понеділок/понеділок/NOUN/4/obl делегації/делегація/NOUN/2/nmod провели/провести/VERB/0/root",
         "uk", 2, (3, "nsubj")),
        ("У/у/ADP/2/case понеділок/понеділок/NOUN/4/obl тижня/тиждень/NOUN/2/nmod провели/провести/VERB/0/root",
         "uk", 2, (1, "nmod")),
    ],
)  # fmt: skip
def test_what_hangs_on_a_day_before_a_verb_may_be_its_subject(
    row: str, language: str, word: int, expected: tuple[int, str]
) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    token = with_weekdays(sentences, language)[0].tokens[word]
    assert (token.head, token.deprel) == expected


EACH_DAY = (
    "Rossi/Rossi/PROPN/3/nsubj è/essere/AUX/3/aux volato/volare/VERB/0/root lunedì/lunedì/NOUN/3/obl a/a/ADP/6/case "
    "Oslo/Oslo/PROPN/3/obl//B-LOC e/e/CCONJ/8/cc martedì/martedì/NOUN/3/obl a/a/ADP/10/case "
    "Riga/Riga/PROPN/8/nmod//B-LOC"
)
SAID_OF = (
    "Rossi/Rossi/PROPN/3/nsubj sarà/essere/AUX/3/cop lunedì/lunedì/NOUN/0/root a/a/ADP/5/case "
    "Oslo/Oslo/PROPN/3/nmod//B-LOC e/e/CCONJ/7/cc martedì/martedì/NOUN/3/conj a/a/ADP/9/case "
    "Riga/Riga/PROPN/7/nmod//B-LOC"
)


@pytest.mark.parametrize(
    ("row", "word", "head", "deprel"),
    [
        (EACH_DAY, 9, 5, "conj"), (EACH_DAY, 7, 2, "obl"),
        (SAID_OF, 4, -1, "root"), (SAID_OF, 0, 4, "nsubj"), (SAID_OF, 1, 4, "cop"), (SAID_OF, 2, 4, "obl"),
        (SAID_OF, 8, 4, "conj"), (SAID_OF, 6, 8, "obl"),
    ],
)  # fmt: skip
def test_a_place_is_no_part_of_the_day_before_it(row: str, word: int, head: int, deprel: str) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    token = with_weekdays(sentences, "it")[0].tokens[word]
    assert (token.head, token.deprel) == (head, deprel)


def test_a_clock_time_before_the_sentence_has_no_subject_of_its_verb() -> None:
    row = (
        "17.00/17.00/NUM/5/obl –/–/PUNCT/1/punct El/el/DET/4/det ministro/ministro/NOUN/1/appos "
        "aterriza/aterrizar/VERB/0/root en/en/ADP/7/case Oslo/Oslo/PROPN/5/obl//B-LOC"
    )
    _, sentences = sentences_from_rows(row, language="es")
    minister = with_weekdays(sentences, "es")[0].tokens[3]
    assert (minister.head, minister.deprel) == (4, "nsubj")


def test_what_hangs_on_a_week_before_a_verb_is_its_subject() -> None:
    row = (
        "La/il/DET/2/det settimana/settimana/NOUN/5/obl scorsa/scorso/ADJ/2/amod Roe/Roe/PROPN/2/nmod//B-PER "
        "parlava/parlare/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row)
    roe = with_weekdays(sentences, "it")[0].tokens[3]
    assert (roe.head, roe.deprel) == (4, "nsubj")


def test_a_week_behind_the_object_is_when() -> None:
    row = (
        "Ha/avere/AUX/2/aux visto/vedere/VERB/0/root Rossi/Rossi/PROPN/2/obj la/il/DET/5/det "
        "settimana/settimana/NOUN/2/obj scorsa/scorso/ADJ/5/amod"
    )
    _, sentences = sentences_from_rows(row)
    assert [t.deprel for t in with_weekdays(sentences, "it")[0].tokens if t.upos in ("PROPN", "NOUN")] == ["obj", "obl"]


def test_who_stands_behind_a_day_is_the_subject_of_a_verb_with_an_object() -> None:
    row = (
        "trafen/treffen/VERB/0/root sich/sich/PRON/1/obj am/an/ADP/4/case Montag/Montag/PROPN/1/obl//B-LOC "
        "Roe/Roe/PROPN/4/flat:name//I-LOC und/und/CCONJ/7/cc Doe/Doe/PROPN/1/conj//B-PER"
    )
    tokens = with_weekdays(sentences_from_rows(row, language="de")[1], "de")[0].tokens
    assert [(tokens[i].head, tokens[i].deprel, tokens[i].entity) for i in (3, 4, 6)] == [
        (0, "obl", "O"), (0, "nsubj", "B-PER"), (4, "conj", "B-PER"),
    ]  # fmt: skip

"""Where time expressions lie, seen from the report's date, and which of them date an event."""

import pytest
from msgspec.structs import replace

from cronistoria.compose.dating import DateIndex, anchor
from cronistoria.extract.dates import find_time_expressions
from cronistoria.ingest.published import make_date
from cronistoria.model.document import Document
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.sentence import Sentence
from tests.flat import flat_sentences
from tests.rows import sentences_from_rows


def dated(text: str, published: str | None, language: str = "it") -> DateIndex:
    """The dates of a text without syntax."""
    document, sentences = flat_sentences(text, language=language, published=published)
    return anchor(document, sentences, find_time_expressions(document, sentences, language=language))


def index_of(rows: tuple[str, ...], published: str, language: str = "it") -> DateIndex:
    """The dates of hand-made trees."""
    document, sentences = sentences_from_rows(*rows, language=language)
    return _index(document, sentences, published)


def _index(document: Document, sentences: tuple[Sentence, ...], published: str) -> DateIndex:
    document = replace(document, published=make_date(published))
    return anchor(document, sentences, find_time_expressions(document, sentences, language=document.language))


@pytest.mark.parametrize(
    ("text", "published", "edtf", "precision"),
    [
        ("ieri", "2021-12-30", "2021-12-29", "day"),
        ("ieri", "2021-12", "2021-11-30/2021-12-30", "interval"),
        ("oggi", "2021-12", "2021-12-01/2021-12-31", "interval"),
        ("il mese prossimo", "2021-12", "2022-01", "month"),
        ("l'anno scorso", "2021", "2020", "year"),
        ("il 7 dicembre", "2021-12", "2021-12-07", "day"),
        ("il 7 dicembre", "2022-01-05", "2021-12-07", "day"),
        ("il 10 gennaio", "2021-12-30", "2022-01-10", "day"),
        ("il 10 gennaio prossimo", "2021-01-05", "2021-01-10", "day"),
        ("il 14 marzo scorso", "2016-03-16", "2016-03-14", "day"),
        ("dal maggio scorso", "2016-03-16", "2015-05", "month"),
        ("la settimana prossima", "2021-12-30", "2022-01-03/2022-01-09", "week"),
        ("domenica scorsa", "2021-12-26", "2021-12-19", "day"),
        ("lunedì", "2021-12-27", "2021-12-27", "day"),
        ("martedì", "2021-12", "2021-11-30/2021-12-28", "interval"),
        ("il 29 febbraio 2021", "2021-12-30", None, "unknown"),
        ("tra una settimana", "2016-02-12", "2016-02-19", "day"),
        ("tre mesi fa", "2021-12-30", "2021-09", "month"),
        ("negli ultimi 14 mesi", "2016-03-16", "2015-01/2016-03", "interval"),
        ("per il terzo giorno consecutivo", "2011-08-15", "2011-08-13/2011-08-15", "interval"),
        ("a Pasqua", "2022-03-01", "2022-04-17", "day"),
        ("nei prossimi giorni", "2021-12-30", "2021-12-30/..", "interval"),
        ("circa un mese fa", "2021-12-30", "2021-11~", "month"),
    ],
)  # fmt: skip
def test_words_are_placed_from_the_date_of_the_report(
    text: str, published: str, edtf: str | None, precision: str
) -> None:
    [found] = dated(f"Ne parlano {text}.", published).expressions
    assert (found.edtf, found.precision) == (edtf, precision)
    if edtf:
        assert (found.start, found.end, found.precision) == parse_edtf(edtf) or precision == "week"


@pytest.mark.parametrize("text", ["ieri", "martedì", "il 7 dicembre", "alle 18.30", "due giorni dopo", "a marzo"])
def test_nothing_is_placed_in_a_report_without_a_date(text: str) -> None:
    [found] = dated(f"Ne parlano {text}.", None).expressions
    assert (found.start, found.end, found.precision) == (None, None, "unknown")


def test_a_year_in_the_text_serves_its_partial_dates() -> None:
    found = dated("Il 7 dicembre 2021 si sono visti.\nIl 10 gennaio si vedranno di nuovo.", None).expressions
    assert [e.edtf for e in found] == ["2021-12-07", "2022-01-10"]


def test_days_count_from_what_was_told_before() -> None:
    text = "Il vertice del 3 marzo 2021.\nL'indomani la rottura.\nDue settimane dopo la firma."
    found = dated(text, "2021-12-30").expressions
    assert [(e.edtf, e.basis) for e in found] == [
        ("2021-03-03", "explicit"),
        ("2021-03-04", "relative-to-event"),
        ("2021-03-15/2021-03-21", "relative-to-event"),
    ]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("Ieri, 29 dicembre, si sono visti; oggi tacciono.", ["2021-12-29", "2021-12-29", "2021-12-30"]),
        ("Il 20 dicembre 2021 si vedono. Quella sera firmano.", ["2021-12-20", "2021-12-20"]),
        ("Da gennaio a marzo 2022 trattano.", ["2022-01/2022-03"]),
        ("Da novembre a gennaio trattano.", ["2021-11/2022-01"]),
        ("Si vedono due settimane prima del 13 maggio 2021.", ["2021-04-29"]),
        ("Lunedì 20 dicembre la firma, il giovedì successivo la cena.", ["2021-12-20", "2021-12-23"]),
    ],
)
def test_expressions_lean_on_one_another(text: str, edtfs: list[str]) -> None:
    assert [e.edtf for e in dated(text, "2021-12").expressions] == edtfs


def test_an_hour_without_a_day_is_of_the_day_just_told_or_of_the_report() -> None:
    found = dated("Ieri si sono visti.\nAlle 18.30 la firma.\nNulla.\nAlle 20 la cena.", "2021-12-30").expressions
    assert [e.start for e in found] == ["2021-12-29", "2021-12-29T18:30", "2021-12-30T20:00"]


def test_a_weekday_against_its_date_is_a_problem_and_no_correction() -> None:
    index = dated("Martedì 8 dicembre 2021 si sono visti.", "2021-12-30")
    assert [e.edtf for e in index.expressions] == ["2021-12-08"]
    assert [p.stage for p in index.problems] == ["compose"]


def test_a_clock_time_takes_the_day_beside_it_and_shows_its_zone_in_edtf_only() -> None:
    [found] = dated("Oggi alle 18,30 a New York la seduta.", "2012-05-27").expressions
    assert (found.edtf, found.start) == ("2012-05-27T18:30-04:00", "2012-05-27T18:30")


def test_durations_are_told_in_minutes_with_their_bound() -> None:
    index = dated("Il colloquio è durato poco meno di un'ora.", "2021-12-30")
    [found] = index.expressions
    assert found.text is not None
    duration = index.duration_in(found.text)
    assert duration is not None
    assert (duration.minutes, duration.bound, found.timex, found.start) == (60, "under", "DURATION", None)


AFTER_MEETING = (
    "Dopo/dopo/ADP/2/case incontro/incontro/NOUN/7/obl di/di/ADP/4/case martedì/martedì/NOUN/2/nmod"
    " 7/7/NUM/4/nummod dicembre/dicembre/NOUN/5/nmod"
    " parlarono/parlare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin|Number=Plur"
    " ancora/ancora/ADV/7/advmod"
)  # fmt: skip


def test_the_day_of_a_meeting_is_not_that_of_what_came_after() -> None:
    index = index_of((AFTER_MEETING,), "2021-12-30")
    meeting = index.date_of(0, 1)
    assert meeting is not None
    assert meeting.start == "2021-12-07"
    assert index.date_of(0, 6) is None


def test_yesterday_comes_after_the_days_that_the_report_tells_as_past() -> None:
    yesterday = "Ieri/ieri/ADV/2/advmod telefonarono/telefonare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
    index = index_of((AFTER_MEETING, yesterday), "2021-12")
    found = index.date_of(1, 1)
    assert found is not None
    assert (found.edtf, found.basis) == ("2021-12-08/2021-12-30", "relative-to-document")


def test_the_tense_turns_a_weekday() -> None:
    future = "Giovedì/giovedì/NOUN/2/obl incontrerà/incontrare/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin"
    past = "Giovedì/giovedì/NOUN/2/obl incontrò/incontrare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
    index = index_of((future, past), "2021-12-28")
    assert [e.edtf for e in index.expressions] == ["2021-12-30", "2021-12-23"]


def test_a_noun_of_a_light_verb_has_its_date_and_a_foreseen_one_has_not() -> None:
    held = (
        "Ieri/ieri/ADV/2/advmod hanno/avere/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin un/un/DET/4/det"
        " colloquio/colloquio/NOUN/2/obj"
    )
    foreseen = (
        "Ieri/ieri/ADV/2/advmod annunciarono/annunciare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin un/un/DET/4/det"
        " colloquio/colloquio/NOUN/2/obj"
    )
    index = index_of((held, foreseen), "2021-12-30")
    found = index.date_of(0, 3)
    assert found is not None
    assert found.start == "2021-12-29"
    assert index.date_of(1, 3) is None


def test_a_deadline_is_the_last_moment_set() -> None:
    verb = "Firmeranno/firmare/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin"
    index = index_of((f"{verb} entro/entro/ADP/3/case venerdì/venerdì/NOUN/1/obl",), "2021-12-28")
    deadline, date = index.deadline_of(0, 0), index.date_of(0, 0)
    assert deadline is not None
    assert date is not None
    assert deadline.edtf == "2021-12-31"
    assert date.edtf == "../2021-12-31"


def test_before_the_end_of_a_year_is_in_that_year() -> None:
    row = (
        "Partirà/partire/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin prima/prima/ADP/5/case di/di/ADP/2/fixed "
        "la/il/DET/5/det fine/fine/NOUN/1/obl di/di/ADP/8/case l'/il/DET/8/det anno/anno/NOUN/5/nmod"
    )
    date = index_of((row,), "2021-06-28").date_of(0, 0)
    assert date is not None
    assert date.edtf == "../2021-12-31"


def test_who_is_expected_tomorrow_is_expected_for_tomorrow() -> None:
    row = (
        "Rossi/Rossi/PROPN/3/nsubj:pass è/essere/AUX/3/aux/Mood=Ind|Tense=Pres|VerbForm=Fin "
        "atteso/attendere/VERB/0/root/Tense=Past|VerbForm=Part domani/domani/ADV/3/advmod"
    )
    date = index_of((row,), "2021-12-28").date_of(0, 2)
    assert date is not None
    assert date.edtf == "2021-12-29"


def test_a_deadline_may_stand_deep_below_its_verb() -> None:
    row = (
        "Chiesero/chiedere/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin di/di/ADP/3/mark partire/partire/VERB/1/xcomp"
        " entro/entro/ADP/5/case venerdì/venerdì/NOUN/3/obl"
    )
    index = index_of((row,), "2021-12-28")
    deadline = index.deadline_of(0, 0)
    assert deadline is not None
    assert (deadline.edtf, index.date_of(0, 0)) == ("2021-12-31", None)


def test_a_participle_dates_the_noun_before_it_and_news_of_a_plan_its_plan() -> None:
    held = (
        "Fine/fine/NOUN/5/nsubj dei/di/ADP/3/case colloqui/colloquio/NOUN/1/nmod"
        " tenuti/tenere/VERB/1/acl/Tense=Past|VerbForm=Part"
        " pare/parere/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin lunedì/lunedì/NOUN/4/obl"
    )
    plan = (
        "Annunciò/annunciare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin un/un/DET/3/det vertice/vertice/NOUN/1/obj"
        " il/il/DET/5/det 10/10/NUM/1/obl gennaio/gennaio/NOUN/5/flat"
    )
    index = index_of((held, plan), "2021-12-30")
    talks, summit = index.date_of(0, 2), index.date_of(1, 2)
    assert talks is not None
    assert summit is not None
    assert (talks.edtf, summit.edtf, index.date_of(1, 0)) == ("2021-12-27", "2022-01-10", None)


def test_the_date_of_a_relative_clause_stays_with_its_noun() -> None:
    row = (
        "Mosca/Mosca/PROPN/6/nsubj che/che/PRON/4/nsubj/PronType=Rel a/a/ADP/5/case"
        " tacque/tacere/VERB/1/acl:relcl/Mood=Ind|Tense=Past|VerbForm=Fin marzo/marzo/NOUN/4/obl"
        " chiamò/chiamare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
    )
    index = index_of((row,), "2021-12-30")
    silence = index.date_of(0, 3)
    assert silence is not None
    assert (silence.edtf, index.date_of(0, 5)) == ("2021-03", None)


def test_the_expression_on_a_span_is_found() -> None:
    index = dated("Il 7 dicembre 2021 si sono visti.", "2021-12-30")
    span = index.expressions[0].text
    assert span is not None
    assert index.resolve(span) == index.expressions[0]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Alle 20.35 GMT, le 21.35 in Italia.", ["2021-12-30T20:35Z", "2021-12-30T21:35+01:00"]),
        ("Alle 21.35 (20.35 GMT).", ["2021-12-30T21:35+01:00", "2021-12-30T20:35Z"]),
        ("Alle 23.50 ora italiana, l'1.50 a Mosca.", ["2021-12-30T23:50+01:00", "2021-12-31T01:50+03:00"]),
        ("Alle 20.35 GMT e poi alle 21.35.", ["2021-12-30T20:35Z", "2021-12-30T21:35"]),
        ("Alle 20.35 GMT, alle 20.50.", ["2021-12-30T20:35Z", "2021-12-30T20:50"]),
    ],
)
def test_a_clock_has_the_zone_that_the_one_beside_it_gives(text: str, edtf: list[str]) -> None:
    found = dated(text, "2021-12-30")
    assert [e.edtf for e in found.expressions] == edtf
    assert found.problems == ()


def test_clocks_side_by_side_that_are_not_one_moment_are_a_problem() -> None:
    found = dated("Alle 20.35 GMT, le 22.35 in Italia.", "2021-12-30")
    assert [problem.message for problem in found.problems] == ["the clock times of two zones are not one moment"]


@pytest.mark.parametrize(
    ("row", "noun", "verb", "edtf"),
    [
        (
            "Their/they/PRON/2/nmod:poss visit/visit/NOUN/8/nsubj to/to/ADP/4/case Oslo/Oslo/PROPN/2/nmod"
            " in/in/ADP/6/case 2020/2020/NUM/8/obl was/be/AUX/8/cop brief/brief/ADJ/0/root",
            1, 7, "2020",
        ),
        (
            "Berg/Berg/PROPN/2/nsubj recalled/recall/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin the/the/DET/4/det"
            " visit/visit/NOUN/2/obj to/to/ADP/6/case Oslo/Oslo/PROPN/4/nmod in/in/ADP/8/case 2020/2020/NUM/2/obl",
            3, 1, "2020",
        ),
        (
            "The/the/DET/2/det visit/visit/NOUN/8/nsubj that/that/PRON/5/obj/PronType=Rel Berg/Berg/PROPN/5/nsubj"
            " made/make/VERB/2/acl:relcl/Mood=Ind|Tense=Past|VerbForm=Fin in/in/ADP/7/case 2020/2020/NUM/5/obl"
            " ended/end/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin",
            1, 7, "2020",
        ),
    ],
)  # fmt: skip
def test_a_date_behind_a_noun_is_of_the_noun(row: str, noun: int, verb: int, edtf: str) -> None:
    index = index_of((row,), "2021-12-30", language="en")
    dated_noun = index.date_of(0, noun)
    assert dated_noun is not None
    assert dated_noun.edtf == edtf
    assert index.date_of(0, verb) is None


def test_the_day_before_is_the_one_named_behind_it() -> None:
    rows = (
        "Приехали/приехать/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin во/в/ADP/3/case вторник/вторник/NOUN/1/obl",
        "Накануне/накануне/ADV/6/advmod ,/,/PUNCT/3/punct 20/20/ADJ/6/obl декабря/декабрь/NOUN/3/flat "
        ",/,/PUNCT/3/punct говорили/говорить/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin",
    )
    date = index_of(rows, "2021-12-30", "ru").date_of(1, 5)
    assert date is not None and date.edtf == "2021-12-20"


def test_a_recent_day_is_of_the_verb_that_tells() -> None:
    row = (
        "Berg/Berg/PROPN/2/nsubj recalled/recall/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin the/the/DET/4/det"
        " visit/visit/NOUN/2/obj on/on/ADP/6/case Tuesday/Tuesday/PROPN/2/obl"
    )
    index = index_of((row,), "2021-12-30", language="en")
    told = index.date_of(0, 1)
    assert told is not None
    assert told.edtf == "2021-12-28"


@pytest.mark.parametrize(
    ("language", "row", "values"),
    [
        ("en", "Talks/talk/NOUN/2/nsubj failed/fail/VERB/0/root/Tense=Past|VerbForm=Fin on/on/ADP/5/case "
         "the/the/DET/5/det eve/eve/NOUN/2/obl of/of/ADP/8/case the/the/DET/8/det summit/summit/NOUN/5/nmod", []),
        ("ru", "Накануне/накануне/ADP/2/case саммита/саммит/NOUN/3/obl/Case=Gen "
         "молчали/молчать/VERB/0/root/Tense=Past", []),
        ("en", "France/France/PROPN/4/nsubj is/be/AUX/4/cop/Tense=Pres|VerbForm=Fin today/today/NOUN/4/obl "
         "calmer/calm/ADJ/0/root", ["PRESENT_REF"]),
        ("en", "The/the/DET/3/det today/today/NOUN/3/nmod:poss talks/talk/NOUN/5/nsubj "
         "are/be/AUX/5/cop/Tense=Pres|VerbForm=Fin useful/useful/ADJ/0/root", ["2021-12-30"]),
        ("en", "He/he/PRON/5/nsubj is/be/AUX/5/cop/Tense=Pres|VerbForm=Fin today/today/NOUN/5/obl in/in/ADP/5/case "
         "Rome/Rome/PROPN/0/root", ["2021-12-30"]),
        ("en", "Talks/talk/NOUN/2/nsubj lapsed/lapse/VERB/0/root/Tense=Past|VerbForm=Fin|Mood=Ind in/in/ADP/4/case "
         "May/May/PROPN/2/obl", ["2021-05"]),
        ("en", "They/they/PRON/2/nsubj met/meet/VERB/0/root/Tense=Past|VerbForm=Fin|Mood=Ind on/on/ADP/4/case "
         "8/8/NUM/2/obl February/February/PROPN/4/nmod", ["2021-02-08"]),
        ("en", "Ministers/minister/NOUN/2/nsubj meet/meet/VERB/0/root/Tense=Pres|VerbForm=Fin today/today/NOUN/2/obl",
         ["2021-12-30"]),
        ("ru", "Через/через/ADP/3/case три/три/NUM/3/nummod дня/день/NOUN/6/obl после/после/ADP/5/case "
         "выборов/выбор/NOUN/3/nmod/Case=Gen встретятся/встретиться/VERB/0/root/Tense=Fut|VerbForm=Fin", ["P3D"]),
    ],
)  # fmt: skip
def test_the_tree_tells_days_of_events_and_these_days(language: str, row: str, values: list[str]) -> None:
    assert [one.timex_value for one in index_of((row,), "2021-12-30", language).expressions] == values


@pytest.mark.parametrize(
    ("language", "verb", "edtf"),
    [
        ("en", "will/will/AUX/3/aux/VerbForm=Fin meet/meet/VERB/0/root/VerbForm=Inf", "2022-01-10/2022-01-16"),
        ("en", "had/have/AUX/3/aux/Tense=Past|VerbForm=Fin met/meet/VERB/0/root/Tense=Past|VerbForm=Part", None),
    ],
)
def test_a_length_ahead_is_a_date_only_where_the_verb_looks_ahead(language: str, verb: str, edtf: str | None) -> None:
    row = f"They/they/PRON/3/nsubj {verb} in/in/ADP/6/case two/two/NUM/6/nummod weeks/week/NOUN/3/obl"
    [found] = index_of((row,), "2021-12-30", language).expressions
    assert (found.timex_value, found.edtf) == ("P2W", edtf)


@pytest.mark.parametrize(
    "row",
    [
        "È/essere/AUX/2/cop martedì/martedì/NOUN/0/root che/che/SCONJ/6/mark Roe/Roe/PROPN/6/nsubj ha/avere/AUX/6/aux/"
        "{past} incontrato/incontrare/VERB/2/ccomp/Tense=Past|VerbForm=Part Doe/Doe/PROPN/6/obj",
        "È/essere/AUX/0/root martedì/martedì/NOUN/1/obl che/che/SCONJ/6/mark Roe/Roe/PROPN/6/nsubj ha/avere/AUX/6/aux/"
        "{past} incontrato/incontrare/VERB/1/ccomp/Tense=Past|VerbForm=Part Doe/Doe/PROPN/6/obj",
    ],
)
def test_the_clause_of_a_cleft_has_its_day(row: str) -> None:
    past = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    index = index_of((row.format(past=past),), "2021-12-30")
    date = index.date_of(0, 5)
    assert date is not None
    assert date.edtf == "2021-12-28"


@pytest.mark.parametrize(
    ("row", "edtf"),
    [
        (
            "Chiesero/chiedere/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin di/di/ADP/3/mark "
            "partire/partire/VERB/1/xcomp/VerbForm=Inf prima/prima/ADP/6/case di/di/ADP/4/fixed "
            "venerdì/venerdì/NOUN/3/obl",
            "2021-12-31",
        ),
        (
            "Chiesero/chiedere/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin di/di/ADP/3/mark "
            "partire/partire/VERB/1/xcomp/VerbForm=Inf fra/fra/ADP/6/case due/due/NUM/6/nummod "
            "giorni/giorno/NOUN/3/obl",
            "2021-12-30",
        ),
        (
            "Diedero/dare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin a/a/ADP/3/case Lima/Lima/PROPN/1/obl "
            "fino/fino/ADP/6/case a/a/ADP/4/fixed venerdì/venerdì/NOUN/1/obl per/per/ADP/8/mark "
            "partire/partire/VERB/1/advcl/VerbForm=Inf",
            "2021-12-31",
        ),
    ],
)
def test_what_is_asked_in_the_past_is_due_ahead(row: str, edtf: str) -> None:
    index = index_of((row,), "2021-12-28")
    deadline = index.deadline_of(0, 0)
    assert deadline is not None and deadline.edtf == edtf


def test_what_several_things_are_made_of_has_their_date() -> None:
    row = (
        "A/a/DET/2/det wave/wave/NOUN/5/nsubj of/of/ADP/4/case raids/raid/NOUN/2/nmod "
        "hit/hit/VERB/0/root/Tense=Past|VerbForm=Fin Oslo/Oslo/PROPN/5/obj yesterday/yesterday/NOUN/5/obl"
    )
    date = index_of((row,), "2021-12-28", "en").date_of(0, 3)
    assert date is not None and date.edtf == "2021-12-27"


def test_what_is_done_by_being_announced_has_the_day_of_that() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj announced/announce/VERB/0/root/Tense=Past|VerbForm=Fin yesterday/yesterday/NOUN/2/obl "
        "the/the/DET/5/det {noun}/{noun}/NOUN/2/obj of/of/ADP/7/case ties/tie/NOUN/5/nmod"
    )
    index = index_of((row.format(noun="severance"), row.format(noun="history")), "2021-12-28", "en")
    assert (index.date_of(0, 4) is None, index.date_of(1, 4) is None) == (False, True)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        (
            "es",
            "Dispararon/disparar/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin a/a/ADP/4/case el/el/DET/4/det "
            "término/término/NOUN/1/obl de/de/ADP/7/case la/el/DET/7/det oración/oración/NOUN/4/nmod de/de/ADP/10/case "
            "el/el/DET/10/det viernes/viernes/NOUN/7/nmod",
        ),
        (
            "it",
            "Spararono/sparare/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin durante/durante/ADP/4/case la/il/DET/4/det "
            "preghiera/preghiera/NOUN/1/obl di/di/ADP/6/case venerdì/venerdì/NOUN/4/nmod",
        ),
    ],
)
def test_what_happens_at_the_end_of_something_has_its_day(language: str, row: str) -> None:
    date = index_of((row,), "2021-12-28", language).date_of(0, 0)
    assert date is not None and date.edtf == "2021-12-24"
    after = row.replace("durante/durante", "dopo/dopo").replace("a/a/ADP/4", "antes/antes/ADP/4")
    assert index_of((after,), "2021-12-28", language).date_of(0, 0) is None


def test_what_was_asked_for_by_a_day_is_due_ahead() -> None:
    row = (
        "Chiesero/chiedere/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin il/il/DET/3/det rilascio/rilascio/NOUN/1/obj "
        "{} venerdì/venerdì/NOUN/1/obl"
    )
    by, before = row.format("entro/entro/ADP/5/case"), row.format("prima/prima/ADP/6/case di/di/ADP/4/fixed")
    before = before.replace("venerdì/venerdì", "oggi/oggi")
    index = index_of((by, before), "2021-12-28")
    found = [index.deadline_of(sentence, 0) for sentence in (0, 1)]
    assert [date and date.edtf for date in found] == ["2021-12-31", "2021-12-28"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        (
            "a/a/ADP/6/case partir/partir/NOUN/2/fixed de/de/ADP/2/fixed el/el/DET/6/det viernes/viernes/NOUN/1/obl",
            "2021-12-31",
        ),
        (
            "antes/antes/ADV/1/advmod de/de/ADP/5/case el/el/DET/5/det viernes/viernes/NOUN/2/obl",
            "../2021-12-30",
        ),
    ],
)
def test_days_behind_several_words(words: str, edtf: str) -> None:
    row = f"Partirán/partir/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin {words}"
    date = index_of((row,), "2021-12-28", "es").date_of(0, 0)
    assert date is not None and date.edtf == edtf


@pytest.mark.parametrize(("aspect", "dates"), [("Perf", False), ("Imp", True)])
def test_what_is_so_from_a_time_on_dates_no_deed_that_is_done(aspect: str, dates: bool) -> None:
    row = (
        f"Осло/Осло/PROPN/2/nsubj подписало/подписать/VERB/0/root/Aspect={aspect}|Mood=Ind|Tense=Past|VerbForm=Fin "
        "пакт/пакт/NOUN/2/obj с/с/ADP/5/case понедельника/понедельник/NOUN/2/obl/Case=Gen"
    )
    assert (index_of((row,), "2021-12-30", "ru").date_of(0, 1) is not None) == dates


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("lunedì [21 ottobre 2013] e ieri", ["2013-10-21", "2013-10-21", "2013-11-06"]),
        ("lunedì (21 ottobre)", ["2013-10-21", "2013-10-21"]),
        ("martedì (21 ottobre)", ["2013-11-05", "2013-10-21"]),
        ("lunedì e il 21 ottobre", ["2013-11-04", "2013-10-21"]),
    ],
)
def test_a_weekday_is_the_day_that_stands_in_brackets_behind_it(text: str, edtfs: list[str]) -> None:
    assert [e.edtf for e in dated(text, "2013-11-07").expressions] == edtfs


@pytest.mark.parametrize(("tense", "edtf"), [("Past", "2021-12-28"), ("Fut", "2022-01-14")])
def test_the_same_day_of_what_was_done_is_none_to_come(tense: str, edtf: str) -> None:
    form = "VERB/0/root/Mood=Ind|Tense={}|VerbForm=Fin"
    rows = (
        f"Приехали/приехать/{form.format('Past')} во/в/ADP/3/case вторник/вторник/NOUN/1/obl",
        f"Встретятся/встретиться/{form.format('Fut')} 14/14/ADJ/1/obl января/январь/NOUN/2/flat",
        f"Говорили/говорить/{form.format(tense)} в/в/ADP/5/case тот/тот/DET/5/det "
        "же/же/PART/3/fixed день/день/NOUN/1/obl",
    )
    date = index_of(rows, "2021-12-30", "ru").date_of(2, 0)
    assert date is not None and date.edtf == edtf


@pytest.mark.parametrize(
    ("rest", "month"),
    [
        ("open/open/VERB/0/root/VerbForm=Fin in/in/ADP/8/case May/May/PROPN/6/obl", "2024-05"),
        ("failed/fail/VERB/0/root/VerbForm=Fin", "2024-04"),
    ],
)
def test_a_time_that_was_set_at_first_gives_way_to_another(rest: str, month: str) -> None:
    row = (
        "Talks/talk/NOUN/6/nsubj originally/originally/ADV/3/advmod due/due/VERB/1/acl/VerbForm=Part "
        f"in/in/ADP/5/case April/April/PROPN/3/obl {rest}"
    )
    found = index_of((row,), "2024-03-05", "en").date_of(0, 0)
    assert found is not None and found.edtf == month


@pytest.mark.parametrize(("tense", "edtf"), [("Past", "2021-12-30T00:00"), ("Fut", "2021-12-31T00:00")])
def test_midnight_was_before_the_day_or_will_be_behind_it(tense: str, edtf: str) -> None:
    row = (
        f"La/il/DET/2/det tregua/tregua/NOUN/3/nsubj inizia/iniziare/VERB/0/root/Mood=Ind|Tense={tense}|VerbForm=Fin "
        "a/a/ADP/5/case mezzanotte/mezzanotte/NOUN/3/obl"
    )
    assert [e.edtf for e in index_of((row,), "2021-12-30").expressions] == [edtf]

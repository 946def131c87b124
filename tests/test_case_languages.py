"""Reports in a language with cases and without articles, on trees made by hand: sources, owners, names, positions."""

from collections.abc import Sequence

import msgspec
import pytest

from cronistoria.model.dates import Date
from cronistoria.model.document import Document
from cronistoria.model.record import Contact, Deployment, Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from cronistoria.pipeline import Analyser
from tests.rows import sentences_from_rows

PAST = "Gender={}|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
MASC, FEM = PAST.format("Masc"), PAST.format("Fem")
PLUR = "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"
NOM, GEN, DAT, INS, LOC = (f"Case={case}|Number=Sing" for case in ("Nom", "Gen", "Dat", "Ins", "Loc"))
STOP = "././PUNCT/{}/punct"
JUNE = Date(edtf="2021-06-10", start="2021-06-10", end="2021-06-11", precision="day", basis="document")


class NoParser:
    """A parser that is never asked."""

    name, digest = "none", "0"

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        raise AssertionError

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        raise AssertionError


def read(*rows: str) -> Report:
    document, sentences = sentences_from_rows(*rows, language="ru")
    return Analyser(NoParser()).interpret(msgspec.structs.replace(document, published=JUNE), sentences)


def only(report: Report, kind: type[Record]) -> Record:
    found = [record for record in report.records if isinstance(record, kind)]
    assert len(found) == 1, [type(record).__name__ for record in report.records]
    return found[0]


IMPERSONAL = (
    f"В/в/ADP/2/case Осло/Осло/PROPN/3/obl/{LOC}/B-LOC потребовали/потребовать/VERB/0/root/{PLUR} "
    f"от/от/ADP/5/case Белграда/Белград/PROPN/3/obl/{GEN}/B-LOC отвести/отвести/VERB/3/xcomp/VerbForm=Inf "
    f"войска/войско/NOUN/6/obj/Case=Acc|Number=Plur {STOP.format(3)}"
)
SAID_IN = (
    f"В/в/ADP/2/case Осло/Осло/PROPN/3/obl/{LOC}/B-LOC заявили/заявить/VERB/0/root/{PLUR} ,/,/PUNCT/7/punct "
    f"что/что/SCONJ/7/mark соглашение/соглашение/NOUN/7/nsubj/{NOM} близко/близкий/ADJ/3/ccomp {STOP.format(3)}"
)
OFFICER = (
    f"Министр/министр/NOUN/4/nsubj/Gender=Masc|{NOM} обороны/оборона/NOUN/1/nmod/{GEN} "
    f"Эстонии/Эстония/PROPN/1/nmod/{GEN}/B-LOC прибыл/прибыть/VERB/0/root/{MASC} ././PUNCT/4/punct"
)
HIS_WORDS = (
    "По/по/ADP/3/case его/его/DET/3/det словам/слово/NOUN/6/obl/Case=Dat|Number=Plur ,/,/PUNCT/3/punct "
    f"граница/граница/NOUN/6/nsubj/Gender=Fem|{NOM} "
    f"закрыта/закрыть/VERB/0/root/Number=Sing|Tense=Past|Variant=Short|VerbForm=Part {STOP.format(6)}"
)
FRONTED = (
    f"Как/как/SCONJ/2/mark заявил/заявить/VERB/6/advcl/{MASC} посол/посол/NOUN/2/nsubj/{NOM} "
    f"Литвы/Литва/PROPN/3/nmod/{GEN}/B-LOC ,/,/PUNCT/2/punct переговоры/переговоры/NOUN/7/nsubj/Case=Nom|Number=Plur "
    f"продолжатся/продолжиться/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin {STOP.format(7)}"
)
PHONED = (
    f"Урмас/Урмас/PROPN/3/nsubj/Gender=Masc|{NOM}/B-PER Ланг/Ланг/PROPN/1/flat:name/{NOM}/I-PER "
    f"позвонил/позвонить/VERB/0/root/{MASC} Оскару/Оскар/PROPN/3/iobj/Gender=Masc|{DAT}/B-PER "
    f"Бергу/Берг/PROPN/4/flat:name/Gender=Masc|{DAT}/I-PER {STOP.format(3)}"
)


IN_A_PAPER = (
    "Граница/граница/NOUN/2/nsubj/Case=Nom|Number=Sing "
    "закрыта/закрыть/VERB/0/root/Number=Sing|Tense=Past|Variant=Short|VerbForm=Part "
    ",/,/PUNCT/4/punct говорится/говориться/VERB/2/parataxis/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    f"в/в/ADP/6/case заявлении/заявление/NOUN/4/obl/{LOC} МИД/МИД/PROPN/6/nmod/{GEN}/B-ORG "
    f"Литвы/Литва/PROPN/7/nmod/{GEN}/B-LOC ././PUNCT/2/punct"
)


def test_a_paper_speaks_for_its_owner() -> None:
    statement = only(read(IN_A_PAPER), Statement)
    assert isinstance(statement, Statement)
    assert (statement.content.text, statement.speaker) == ("Граница закрыта", "LTU")


NO_VERB = (
    f"На/на/ADP/2/case полигоне/полигон/NOUN/0/root/{LOC} пять/пять/NUM/5/nummod:gov "
    f"литовских/литовский/ADJ/5/amod танков/танк/NOUN/2/nmod/Case=Gen|Number=Plur ././PUNCT/2/punct"
)
TWO_FORCES = (
    "Литовские/литовский/ADJ/2/amod солдаты/солдат/NOUN/3/nsubj/Case=Nom|Number=Plur "
    f"отвели/отвести/VERB/0/root/{PLUR} два/два/NUM/5/nummod танка/танк/NOUN/3/obj/{GEN} ././PUNCT/3/punct"
)


@pytest.mark.parametrize(("row", "force"), [(NO_VERB, "танков"), (TWO_FORCES, "танка")])
def test_forces_without_a_verb_and_forces_that_move_others(row: str, force: str) -> None:
    deployment = only(read(row), Deployment)
    assert isinstance(deployment, Deployment)
    assert (deployment.force.text.split()[-1], deployment.actor) == (force, "LTU")


@pytest.mark.parametrize("row", [IMPERSONAL, SAID_IN])
def test_a_plural_verb_without_subject_is_of_the_house_it_is_said_in(row: str) -> None:
    report = read(row)
    assert all(record.actors == ("NOR",) for record in report.records if isinstance(record, Position | Statement))
    assert report.records


def test_who_is_asked_stands_in_a_case() -> None:
    position = only(read(IMPERSONAL), Position)
    assert isinstance(position, Position)
    assert (position.recipients, position.content.text) == (("SRB",), "отвести войска")


def test_his_words_are_those_of_who_was_told_of() -> None:
    statement = only(read(OFFICER, HIS_WORDS), Statement)
    assert isinstance(statement, Statement)
    assert statement.content.text == "граница закрыта"
    assert statement.speaker is not None and "EST" in {a.country for a in read(OFFICER, HIS_WORDS).actors}


def test_an_insertion_may_open_its_sentence() -> None:
    statement = only(read(FRONTED), Statement)
    assert isinstance(statement, Statement)
    assert (statement.content.text, statement.form) == ("переговоры продолжатся", "indirect")


def test_names_go_back_to_the_nominative_and_to_latin_letters() -> None:
    report = read(PHONED)
    contact = only(report, Contact)
    assert isinstance(contact, Contact)
    assert {a.name for a in report.actors if a.id in contact.participants} == {"Urmas Lang", "Oskar Berg"}


def test_a_capital_letter_with_dots_is_the_plain_one() -> None:
    row = (
        f"Ёрмат/Ёрмат/PROPN/3/nsubj/Gender=Masc|{NOM}/B-PER Берг/Берг/PROPN/1/flat:name/{NOM}/I-PER "
        f"позвонил/позвонить/VERB/0/root/{MASC} Оскару/Оскар/PROPN/3/iobj/Gender=Masc|{DAT}/B-PER {STOP.format(3)}"
    )
    assert "Ermat Berg" in {actor.name for actor in read(row).actors}

"""Contacts told by means, by initiators, through go-betweens, and by bare genitives: on trees of three languages."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.dates import find_time_expressions
from cronistoria.model.mention import ContactMention
from tests.rows import sentences_from_rows

BY_PHONE = (
    "Рамзаев/Рамзаев/PROPN/4/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER по/по/ADP/3/case "
    "телефону/телефон/NOUN/4/obl/Case=Dat|Gender=Neut|Number=Sing "
    "выразил/выразить/VERB/0/root/Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "коллеге/коллега/NOUN/4/iobj/Case=Dat|Gender=Masc|Number=Sing "
    "Орлову/Орлов/PROPN/5/nmod/Case=Acc|Gender=Fem|Number=Sing/B-PER "
    "озабоченность/озабоченность/NOUN/4/obj/Case=Acc|Gender=Fem|Number=Sing ././PUNCT/4/punct"
)
INITIATOR = (
    "Инициатором/инициатор/NOUN/3/xcomp/Case=Ins|Gender=Masc|Number=Sing "
    "встречи/встреча/NOUN/1/nmod/Case=Gen|Gender=Fem|Number=Sing "
    "стал/стать/VERB/0/root/Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "Орлов/Орлов/PROPN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER ././PUNCT/3/punct"
)
WAS_STARTED = (
    "Разговор/разговор/NOUN/6/nsubj:pass/Case=Nom|Gender=Masc|Number=Sing "
    "Орлова/Орлов/PROPN/1/nmod/Case=Gen|Gender=Masc|Number=Sing/B-PER с/с/ADP/4/case "
    "Беловым/Белов/PROPN/1/nmod/Case=Ins|Gender=Masc|Number=Sing/B-PER "
    "был/быть/AUX/6/aux:pass/Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin "
    "инициирован/инициировать/VERB/0/root/Number=Sing|VerbForm=Part|Voice=Pass "
    "норвежской/норвежский/ADJ/8/amod/Case=Ins|Gender=Fem|Number=Sing "
    "стороной/сторона/NOUN/6/{}/Case=Ins|Gender=Fem|Number=Sing ././PUNCT/6/punct"
)
STARTED = (
    "Разговор/разговор/NOUN/5/obj/Case=Acc|Gender=Masc|Number=Sing "
    "Орлова/Орлов/PROPN/1/nmod/Case=Gen|Gender=Masc|Number=Sing/B-PER с/с/ADP/4/case "
    "Беловым/Белов/PROPN/1/nmod/Case=Ins|Gender=Masc|Number=Sing/B-PER "
    "инициировала/инициировать/VERB/0/root/Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "норвежская/норвежский/ADJ/7/amod/Case=Acc|Gender=Fem|Number=Sing "
    "сторона/сторона/NOUN/5/nsubj/Case=Nom|Gender=Fem|Number=Sing ././PUNCT/5/punct"
)
GENITIVES = (
    "Переговоры/переговоры/NOUN/5/nsubj/Case=Nom|Gender=Masc|Number=Plur "
    "Норвегии/Норвегия/PROPN/1/nmod/Case=Gen|Gender=Fem|Number=Sing/B-LOC и/и/CCONJ/4/cc "
    "Швеции/Швеция/PROPN/2/conj/Case=Gen|Gender=Fem|Number=Sing/B-LOC "
    "прошли/пройти/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act при/при/ADP/7/case "
    "посредничестве/посредничество/NOUN/5/obl/Case=Loc|Gender=Neut|Number=Sing "
    "Дании/Дания/PROPN/7/nmod/Case=Gen|Gender=Fem|Number=Sing/B-LOC ././PUNCT/5/punct"
)
OWN_VISIT = (
    "Орлову/Орлов/PROPN/2/nsubj/Case=Dat|Gender=Masc|Number=Sing/B-PER "
    "сообщили/сообщить/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act об/об/ADP/4/case "
    "этом/это/PRON/2/obl/Case=Loc|Gender=Neut|Number=Sing во/во/ADP/8/case "
    "время/время/NOUN/5/fixed/Case=Acc|Gender=Neut|Number=Sing его/его/DET/8/det "
    "визита/визит/NOUN/2/obl/Case=Gen|Gender=Masc|Number=Sing в/в/ADP/10/case "
    "Осло/Осло/PROPN/2/obl/Case=Loc|Gender=Neut|Number=Sing/B-LOC ././PUNCT/2/punct"
)
LEADERS = (
    "Лидеры/лидер/NOUN/8/nsubj/Case=Nom|Gender=Masc|Number=Plur "
    "стран/страна/NOUN/1/nmod/Case=Gen|Gender=Fem|Number=Plur "
    "союза/союз/NOUN/2/nmod/Case=Gen|Gender=Masc|Number=Sing на/на/ADP/5/case "
    "саммите/саммит/NOUN/8/obl/Case=Loc|Gender=Fem|Number=Sing в/в/ADP/7/case "
    "Осло/Осло/PROPN/8/obl/Case=Loc|Gender=Masc|Number=Sing/B-LOC "
    "одобрили/одобрить/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act "
    "план/план/NOUN/8/obj/Case=Acc|Gender=Masc|Number=Sing ././PUNCT/8/punct"
)
DELEGATION = (
    "Норвегия/Норвегия/PROPN/2/nsubj/Case=Nom|Gender=Fem|Number=Sing/B-LOC "
    "отправила/отправить/VERB/0/root/Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "в/в/ADP/4/case Данию/Дания/PROPN/2/obl/Case=Acc|Gender=Fem|Number=Sing/B-LOC "
    "совместную/совместный/ADJ/6/amod/Case=Acc|Gender=Fem|Number=Sing "
    "делегацию/делегация/NOUN/2/obj/Case=Acc|Gender=Fem|Number=Sing ././PUNCT/2/punct"
)
LONG = (
    "Keller/Keller/PROPN/4/nsubj/Case=Nom|Gender=Masc|Number=Sing und/und/CCONJ/3/cc "
    "Roth/Roth/PROPN/1/conj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "führten/führen/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin "
    "ein/ein/DET/7/det/Case=Acc|Definite=Ind|Gender=Neut|Number=Sing|PronType=Art "
    "dreistündiges/dreistündig/ADJ/7/amod/Case=Acc|Gender=Neut|Number=Sing "
    "Gespräch/Gespräch/NOUN/4/obj/Case=Acc|Gender=Neut|Number=Sing ././PUNCT/4/punct"
)
ON_SUNDAY = (
    "Keller/Keller/PROPN/11/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "hat/haben/AUX/11/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "Roth/Roth/PROPN/11/obj/Case=Nom|Gender=Masc|Number=Sing/B-PER in/in/ADP/6/case "
    "einem/ein/DET/6/det/Case=Dat|Definite=Ind|Gender=Neut|Number=Sing|PronType=Art "
    "Telefonat/Telefonat/NOUN/11/obl/Case=Dat|Gender=Neut|Number=Sing an/an/ADP/9/case "
    "dem/der/DET/9/det/Case=Dat|Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Sonntag/Sonntag/NOUN/11/obl/Case=Dat|Gender=Neut|Number=Sing "
    "Hilfe/Hilfe/NOUN/11/obj/Case=Acc|Gender=Fem|Number=Sing "
    "zugesichert/zusichern/VERB/0/root/VerbForm=Part|Tense=Past ././PUNCT/11/punct"
)


def contact(row: str, language: str) -> ContactMention:
    document, sentences = sentences_from_rows(row, language=language)
    times = find_time_expressions(document, sentences, language=language)
    (found,) = find_contacts(document, sentences, times, language=language)
    return found


@pytest.mark.parametrize(
    ("row", "language", "channel", "participants"),
    [
        (BY_PHONE, "ru", "call", ["Рамзаев", "коллеге Орлову"]),
        (GENITIVES, "ru", "talks", ["Норвегии", "Швеции"]),
        (OWN_VISIT, "ru", "visit", ["его", "Осло"]),
        (LEADERS, "ru", "summit", ["Лидеры стран союза"]),
        (DELEGATION, "ru", "visit", ["Норвегия", "Данию"]),
        (ON_SUNDAY, "de", "call", ["Keller", "Roth"]),
    ],
)
def test_parties(row: str, language: str, channel: str, participants: list[str]) -> None:
    found = contact(row, language)
    assert found.channel == channel
    assert [p.span.text for p in found.participants] == participants


@pytest.mark.parametrize(
    ("row", "requester"),
    [
        (INITIATOR, "Орлов"),
        (STARTED, "норвежская сторона"),
        (WAS_STARTED.format("obl:agent"), "норвежской стороной"),
        (WAS_STARTED.format("obl"), "норвежской стороной"),
    ],
)
def test_who_started_it(row: str, requester: str) -> None:
    found = contact(row, "ru")
    assert found.requested_by is not None
    assert found.requested_by.span.text == requester


def test_initiator_alone_is_no_party() -> None:
    assert contact(INITIATOR, "ru").participants == ()


def test_go_between() -> None:
    assert [p.span.text for p in contact(GENITIVES, "ru").go_betweens] == ["Дании"]


def test_length_in_an_adjective() -> None:
    duration = contact(LONG, "de").duration
    assert duration is not None
    assert duration.text == "dreistündiges"


def test_whose_initiative_a_meeting_is_says_nothing_of_its_status() -> None:
    row = (
        "Инициатором/инициатор/NOUN/3/xcomp/Case=Ins|Number=Sing встречи/встреча/NOUN/1/nmod/Case=Gen|Number=Sing "
        "выступила/выступить/VERB/0/root/Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin "
        "Бразилия/Бразилия/PROPN/3/nsubj/Case=Nom|Number=Sing/B-LOC"
    )
    found = contact(row, "ru")
    assert (found.status, found.participants) == ("held", ())
    assert found.requested_by is not None

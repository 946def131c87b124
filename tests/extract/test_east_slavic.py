"""What Russian and Ukrainian news say in their own ways: verdicts, sources, forces; trees by hand."""

import pytest

from cronistoria.extract.deployments import find_deployments
from cronistoria.extract.quotes import find_quotes
from tests.extract.position_rows import lines
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
PLURAL = "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"
FUTURE = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
CALLED = (
    f"Осло/Осло/PROPN/2/nsubj//B-LOC назвало/назвать/VERB/0/root/{PAST} {{thing}}/{{thing}}/NOUN/2/obj/Case=Acc "
    "неприемлемым/неприемлемый/ADJ/2/xcomp/Case=Ins"
)
UNANSWERED = (
    f"Удар/удар/NOUN/3/nsubj не/не/PART/3/advmod/Polarity=Neg останется/остаться/VERB/0/root/{FUTURE} "
    f"без/без/ADP/5/case {{what}}/{{what}}/NOUN/3/obl ,/,/PUNCT/7/punct заявило/заявить/VERB/3/parataxis/{PAST} "
    "Осло/Осло/PROPN/7/nsubj//B-LOC"
)
NO_TALK = (
    "Про/про/ADP/2/case відхід/відхід/NOUN/4/obl не/не/PART/4/advmod/Polarity=Neg "
    "може/могти/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "{verb}/VERB/4/xcomp/VerbForm=Inf {thing}/NOUN/5/obj ,/,/PUNCT/8/punct "
    f"заявило/заявити/VERB/4/parataxis/{PAST} Осло/Осло/PROPN/8/nsubj//B-LOC"
)

THREATENS = (
    "{who}/NOUN/2/nsubj/Animacy={animacy}|Case=Nom грозит/грозить/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin "
    "Чаду/Чад/PROPN/2/iobj/Case=Dat/B-LOC ударом/удар/NOUN/2/obl/Case=Ins"
)
WANTS = (
    "Мы/мы/PRON/3/nsubj/Case=Nom|Number=Plur|Person=1 не/не/PART/3/advmod/Polarity=Neg "
    "хотим/хотеть/VERB/0/root/Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin {thing}"
)


GIVES = (
    f"Осло/Осло/PROPN/2/nsubj//B-LOC дало/дать/VERB/0/root/{PAST} Риму/Рим/PROPN/2/iobj/Case=Dat/B-LOC "
    "две/два/NUM/5/nummod недели/неделя/NOUN/2/{rel}/Case=Acc {task}"
)
ON_THIS = (
    "на/на/ADP/7/case то/то/PRON/2/obl/Case=Acc ,/,/PUNCT/10/punct чтобы/чтобы/SCONJ/10/mark "
    "уйти/уйти/VERB/7/acl/VerbForm=Inf"
)
IS_READY = (
    "Осло/Осло/PROPN/2/nsubj//B-LOC готово/готовый/ADJ/0/root отправить/отправить/VERB/2/xcomp/VerbForm=Inf "
    "войска/войско/NOUN/3/obj/Case=Acc ,/,/PUNCT/8/punct если/если/SCONJ/8/mark Рим/Рим/PROPN/8/nsubj//B-LOC "
    "{verb}/VERB/2/advcl/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
)


@pytest.mark.parametrize(("row", "language", "found"), [
    (GIVES.format(rel="obj", task="на/на/ADP/7/case вывод/вывод/NOUN/2/obl/Case=Acc"), "ru",
     ["demand: Осло > Риму: вывод"]),
    (GIVES.format(rel="obj", task=ON_THIS), "ru", ["demand: Осло > Риму: уйти"]),
    (GIVES.format(rel="obl", task="чтобы/чтобы/SCONJ/7/mark уйти/уйти/VERB/5/acl/VerbForm=Inf"), "ru",
     ["demand: Осло > Риму: уйти"]),
    (GIVES.format(rel="obl", task="на/на/ADP/7/case вывод/вывод/NOUN/5/nmod/Case=Acc"), "ru",
     ["demand: Осло > Риму: вывод"]),
    (IS_READY.format(verb="нападет/напасть"), "ru", ["threat: Осло: отправить войска"]),
    (IS_READY.format(verb="попросит/попросить"), "ru", ["offer: Осло: отправить войска"]),
    (CALLED.format(thing="план"), "ru", ["refusal: Осло > план: план"]),
    (CALLED.format(thing="удар"), "ru", ["condemnation: Осло > удар: неприемлемым"]),
    (UNANSWERED.format(what="ответа").replace("ответа/ответа", "ответа/ответ"), "ru",
     ["threat: ~ > Удар: Удар не останется без ответа"]),
    (NO_TALK.format(verb="бути/бути", thing="мови/мова"), "uk", ["refusal: ~: Про відхід не може бути мови"]),
    (THREATENS.format(who="Закон/закон", animacy="Inan"), "ru", []),
    (THREATENS.format(who="Полковник/полковник", animacy="Anim"), "ru", ["threat: Полковник > Чаду: ударом"]),
    (WANTS.format(thing="войны/война/NOUN/3/obj/Case=Gen"), "ru", []),
    (WANTS.format(thing="уступать/уступать/VERB/3/xcomp/VerbForm=Inf"), "ru", ["refusal: ~: Мы не хотим уступать"]),
    (NO_TALK.format(verb="вчити/вчити", thing="мови/мова"), "uk", []),
])  # fmt: skip
def test_verdicts(row: str, language: str, found: list[str]) -> None:
    assert lines(row, language=language) == found


NAMED_SOURCE = (
    "По/по/ADP/2/case словам/слово/NOUN/{verb}/obl эксперта/эксперт/NOUN/2/nmod/Case=Gen {name} ,/,/PUNCT/2/punct "
    "войска/войско/NOUN/{verb}/nsubj ушли/уйти/VERB/0/root/" + PLURAL
)


@pytest.mark.parametrize(("name", "verb"), [
    ("Ивана/Иван/PROPN/3/appos/Case=Gen/B-PER Роэ/Роэ/PROPN/4/flat:name//I-PER", 8),
    (",/,/PUNCT/5/punct Роэ/Роэ/PROPN/3/appos/Case=Gen/B-PER", 8),
])  # fmt: skip
def test_the_name_of_a_source_is_no_part_of_what_is_told(name: str, verb: int) -> None:
    document, sentences = sentences_from_rows(NAMED_SOURCE.format(name=name, verb=verb), language="ru")
    assert [quote.content.text for quote in find_quotes(document, sentences, language="ru")] == ["войска ушли"]


def forces(row: str, language: str) -> list[tuple[str, str, str | None]]:
    document, sentences = sentences_from_rows(row, language=language)
    found = find_deployments(document, sentences, language=language)
    return [(m.posture, m.force.span.text, m.owner.span.text if m.owner else None) for m in found]


LED = (
    "Командующий/командующий/NOUN/4/nsubj/Number=Sing войсками/войско/NOUN/1/nmod/Case=Ins "
    f"Чада/Чад/PROPN/2/nmod/Case=Gen/B-LOC прибыл/прибыть/VERB/0/root/{PAST} "
    "в/в/ADP/6/case Осло/Осло/PROPN/4/obl//B-LOC"
)
TWO = (
    "Индия/Индия/PROPN/4/nsubj//B-LOC и/и/CCONJ/3/cc Китай/Китай/PROPN/1/conj//B-LOC "
    f"отвели/отвести/VERB/0/root/{PLURAL} {{number}}войска/войско/NOUN/4/obj/Case=Acc"
)
ENDED = (
    f"Франция/Франция/PROPN/2/nsubj//B-LOC завершила/завершить/VERB/0/root/{PAST} вывод/вывод/NOUN/2/obj "
    "войск/войско/NOUN/3/nmod/Case=Gen из/из/ADP/6/case Чада/Чад/PROPN/3/nmod/Case=Gen/B-LOC"
)


@pytest.mark.parametrize(("row", "found"), [
    (LED, []),
    (TWO.format(number=""), [("withdrawn", "войска", "Индия"), ("withdrawn", "войска", "Китай")]),
    (ENDED, [("withdrawn", "войск", "Франция")]),
])  # fmt: skip
def test_whose_forces(row: str, found: list[tuple[str, str, str | None]]) -> None:
    assert forces(row, "ru") == found


def test_what_is_told_begins_behind_the_colon() -> None:
    row = (
        "Осло/Осло/PROPN/2/nsubj//B-LOC медлит/медлить/VERB/0/root/Mood=Ind|VerbForm=Fin :/:/PUNCT/9/punct "
        "спор/спор/NOUN/9/nsubj ,/,/PUNCT/7/punct по/по/ADP/7/case мнению/мнение/NOUN/9/parataxis "
        "Роэ/Роэ/PROPN/7/nmod/Case=Gen/B-PER решит/решить/VERB/2/parataxis/Mood=Ind|Tense=Fut|VerbForm=Fin "
        "суд/суд/NOUN/9/obj"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    (told,) = find_quotes(document, sentences, language="ru")
    assert told.content.text == "спор , по мнению Роэ решит суд"

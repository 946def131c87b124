"""Relations that the forms of words rule out: trees of one clause, before and after."""

import pytest

from cronistoria.parse.repairs.cases import with_fitting_cases
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number={}|Tense=Past|VerbForm=Fin"
NOUN = "Animacy=Inan|Case={}|Gender=Fem|Number=Sing"
WELCOMED = (
    f"В/в/ADP/2/case Осло/Осло/PROPN/3/obl//B-LOC приветствовали/приветствовать/VERB/0/root/{FIN.format('Plur')} "
    f"готовность/готовность/NOUN/3/nsubj/{NOUN.format('Nom')}"
)
WELCOMES_ONE = WELCOMED.replace("Plur", "Sing")
AGREED = WELCOMED.replace("готовность/готовность/NOUN/3/nsubj", "сторона/сторона/NOUN/3/nsubj")
REFUSED = (
    f"Осло/Осло/PROPN/2/nsubj//B-LOC отказал/отказать/VERB/0/root/{FIN.format('Sing')} "
    f"Франции/Франция/PROPN/2/obj/{NOUN.format('Gen')}/B-LOC в/в/ADP/5/case пролете/пролет/NOUN/2/obl"
)
FEARED = REFUSED.replace("отказал/отказать", "избежал/избежать")
DENIED_THERE = (
    "В/в/ADP/2/case минобороны/минобороны/NOUN/5/obl Чада/Чад/PROPN/2/nmod/Case=Gen/B-LOC "
    f"сообщения/сообщение/NOUN/5/nsubj/Animacy=Inan|Case=Nom|Number=Plur "
    f"опровергли/опровергнуть/VERB/0/root/{FIN.format('Plur')}"
)
HOURS_LATER = (
    "Через/через/ADP/3/case два/два/NUM/3/nummod часа/час/NOUN/6/obl МИД/МИД/PROPN/3/nmod//B-ORG "
    f"Греции/Греция/PROPN/4/nmod//I-ORG обвинил/обвинить/VERB/0/root/{FIN.format('Sing')} Анкару/Анкара/PROPN/6/obj"
)

CALLED = (
    f"Олсен/Олсен/PROPN/2/nsubj//B-PER позвонил/позвонить/VERB/0/root/{FIN.format('Sing')} "
    "Нетаньяху/Нетаньяху/PROPN/2/obj//B-PER"
)
GATHER = (
    f"Соберутся/собраться/VERB/0/root/{FIN.format('Plur')} на/на/ADP/3/case саммит/саммит/NOUN/1/obl "
    "лидеры/лидер/NOUN/3/nmod/Animacy=Anim|Case=Gen|Number=Plur"
)
DIED = (
    f"Погибли/погибнуть/VERB/0/root/{FIN.format('Plur')} 56/56/NUM/3/nummod:gov "
    "жителей/житель/NOUN/1/obj/Animacy=Anim|Case=Gen|Number=Plur"
)
KILLED = DIED.replace("Погибли/погибнуть", "Убили/убить")
URGED = (
    f"Призвали/призвать/VERB/0/root/{FIN.format('Plur')} "
    "Пекин/Пекин/PROPN/1/nsubj/Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing/B-LOC"
)
CALLED_SO = (
    "В/в/ADP/2/case Осло/Осло/PROPN/4/obl//B-LOC шаги/шаг/NOUN/4/nsubj/Animacy=Inan|Case=Nom|Number=Plur "
    f"назвали/назвать/VERB/0/root/{FIN.format('Plur')} провокацией/провокация/NOUN/4/obl/Case=Ins"
)
AFTER_TALKS = (
    "После/после/ADP/2/case заседания/заседание/NOUN/4/obl ЛАГ/ЛАГ/PROPN/2/nmod//B-ORG "
    f"призвала/призвать/VERB/0/root/{FIN.format('Sing')} стороны/сторона/NOUN/4/obj/Case=Acc|Number=Plur"
)
STRUCK = (
    "Вчера/вчера/ADV/2/advmod " + DIED.replace("Погибли", "погибли").replace("/0/root", "/0/root").replace("/3/", "/4/")
    .replace("/1/obj", "/2/obj") + " раненые/раненый/NOUN/2/nsubj"
)  # fmt: skip
SUMMONED = (
    f"Вызвал/вызвать/VERB/0/root/{FIN.format('Sing')} временного/временный/ADJ/{{}} "
    "поверенного/поверить/VERB/1/obj/VerbForm=Fin"
)
AMBASSADOR = (
    "Посла/посол/VERB/3/nsubj/Number=Sing Индии/Индия/PROPN/1/obj//B-LOC "
    f"вызвали/вызвать/VERB/0/root/{FIN.format('Plur')}"
)

PAST = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
ASKED = (
    f"сказал/сказать/VERB/0/root/{PAST} и/и/CCONJ/3/cc призвал/призвать/VERB/1/conj/{PAST} "
    "Евросоюз/Евросоюз/PROPN/3/nsubj/Case=Nom|Number=Sing/B-ORG приехать/приехать/VERB/3/xcomp/VerbForm=Inf"
)
TOLD = (
    f"заявила/заявити/VERB/0/root/{PAST} Кале/Кале/PROPN/1/iobj/Case=Dat|Number=Sing/B-PER "
    "журналістам/журналіст/NOUN/1/iobj/Case=Dat"
)
CLOSES = (
    "Конакри/Конакри/PROPN/2/obj/Case=Nom|Number=Sing/B-LOC "
    "закроет/закрыть/VERB/0/root/Mood=Ind|Number=Sing|Tense=Fut|VerbForm=Fin"
)
PUT = (
    f"Армия/армия/NOUN/2/nsubj/Case=Nom|Number=Sing поставила/поставить/VERB/0/root/{PAST} "
    "ультиматум/ультиматум/NOUN/2/iobj/Case=Acc"
)
PUT_TO = PUT.replace("ультиматум/ультиматум/NOUN/2/iobj/Case=Acc", "Франции/Франция/PROPN/2/iobj/Case=Dat")
TOLD_OF = TOLD.replace("журналістам/журналіст/NOUN/1/iobj/Case=Dat", "ракети/ракета/NOUN/1/obj/Case=Acc")


@pytest.mark.parametrize(
    ("row", "word", "relation"),
    [
        (CALLED, "Нетаньяху", "iobj"),
        (CALLED.replace("Нетаньяху/Нетаньяху/PROPN/2/obj//B-PER", "ему/он/PRON/2/obj"), "ему", "iobj"),
        (GATHER, "лидеры", "nsubj"),
        (DIED, "жителей", "nsubj"),
        (KILLED, "жителей", "obj"),
        (STRUCK, "жителей", "nsubj"),
        (AMBASSADOR, "Посла", "obj"),
        (AMBASSADOR, "Индии", "nmod"),
        (SUMMONED.format("1/obj"), "временного", "amod"),
        (URGED, "Пекин", "obj"),
        (CALLED_SO, "шаги", "obj"),
        (DENIED_THERE, "сообщения", "obj"),
        (CALLED_SO.replace("Осло/Осло/PROPN/4/obl//B-LOC", "часы/час/NOUN/4/obl"), "шаги", "nsubj"),
        (AFTER_TALKS, "ЛАГ", "nsubj"),
        (WELCOMED, "готовность", "obj"),
        (WELCOMES_ONE, "готовность", "nsubj"),
        (AGREED, "сторона", "nsubj"),
        (REFUSED, "Франции", "iobj"),
        (FEARED, "Франции", "obj"),
        (HOURS_LATER, "МИД", "nsubj"),
        (HOURS_LATER.replace("МИД/МИД", "Минобороны/Минобороны"), "Минобороны", "nsubj"),
        (
            HOURS_LATER.replace("два/два/NUM/3/nummod", "часов/час/NOUN/3/nmod").replace("МИД/МИД", "Лига/Лига"),
            "Лига",
            "nmod",
        ),
    ],
)
def test_relations_that_forms_allow(row: str, word: str, relation: str) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_fitting_cases(sentences, "ru")
    assert next(t.deprel for t in sentence.tokens if t.form == word) == relation


@pytest.mark.parametrize("row", [SUMMONED.format("3/amod"), SUMMONED.format("1/obj")])
def test_participles_with_an_adjective_are_nouns(row: str) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_fitting_cases(sentences, "ru")
    assert [(t.lemma, t.upos, t.feats["Case"]) for t in sentence.tokens[2:]] == [("поверенный", "NOUN", "Gen")]


@pytest.mark.parametrize(("row", "language", "word", "relation"), [
    (ASKED, "ru", "Евросоюз", "obj"),
    (ASKED.replace("/1/conj", "/1/parataxis"), "ru", "Евросоюз", "nsubj"),
    (TOLD, "uk", "Кале", "nsubj"),
    (TOLD_OF, "uk", "Кале", "iobj"),
    (CLOSES, "ru", "Конакри", "nsubj"),
    (CLOSES.replace("Case=Nom", "Case=Acc"), "ru", "Конакри", "nsubj"),
    (CLOSES.replace("Case=Nom", "Case=Acc").replace("Конакри/", "Москву/", 1), "ru", "Москву", "obj"),
    (PUT, "ru", "ультиматум", "obj"),
    (PUT_TO, "ru", "Франции", "iobj"),
])  # fmt: skip
def test_who_is_asked_and_who_tells(row: str, language: str, word: str, relation: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_fitting_cases(sentences, language)
    assert next(t.deprel for t in sentence.tokens if t.form == word) == relation


BLAMED = (
    "Баку/Баку/PROPN/2/obj/Case=Acc|Number=Sing/B-LOC "
    f"обвинил/обвинить/VERB/0/root/{FIN.format('Sing')} Ереван/Ереван/PROPN/2/nsubj/Case=Nom|Number=Sing/B-LOC"
)
WROTE_TO = (
    "Рада/рада/NOUN/2/nsubj подзвонила/подзвонити/VERB/0/root/Number=Sing|VerbForm=Fin "
    "новому/новий/ADJ/4/amod/Case=Loc колезі/колега/NOUN/2/obl/Case=Loc|Number=Sing"
)


@pytest.mark.parametrize(("row", "language", "relations"), [
    (BLAMED, "ru", ["nsubj", "root", "obj"]),
    (BLAMED.replace("Баку", "Анкару"), "ru", ["obj", "root", "nsubj"]),
    (WROTE_TO, "uk", ["nsubj", "root", "amod", "iobj"]),
    (WROTE_TO.replace("новому/новий/ADJ/4/amod", "на/на/ADP/4/case"), "uk", ["nsubj", "root", "case", "obl"]),
])  # fmt: skip
def test_forms_of_two_cases(row: str, language: str, relations: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_fitting_cases(sentences, language)
    assert [t.deprel for t in sentence.tokens] == relations


TOLD_TO = (
    f"сообщил/сообщить/VERB/0/root/{FIN.format('Sing')} ТАСС/ТАСС/PROPN/1/nsubj//B-ORG дипломат/дипломат/NOUN/1/nsubj"
)
LEFT = (
    "1500/1500/NUM/2/nummod:gov солдат/солдат/NOUN/3/obj/Case=Gen|Number=Plur "
    f"покинули/покинуть/VERB/0/root/{FIN.format('Plur')} Чад/Чад/PROPN/3/obj/Case=Acc/B-LOC"
)
VOICED = (
    f"Протест/протест/NOUN/2/obj/Case=Acc выразили/выразить/VERB/0/root/{FIN.format('Plur')} "
    "Париж/Париж/PROPN/2/obj/Case=Acc/B-LOC и/и/CCONJ/5/cc Осло/Осло/PROPN/3/conj//B-LOC"
)
COMMANDS = "VERB/{}/Case=Nom|Tense=Pres|VerbForm=Part"
PROMISED = (
    f"пообещал/пообещать/VERB/0/root/{FIN.format('Sing')} командующий/командовать/{COMMANDS.format('1/xcomp')} "
    "хуситов/хусит/NOUN/1/nsubj/Case=Acc|Number=Plur"
)
COMMANDER = (
    f"Командующий/командовать/{COMMANDS.format('3/acl')} войсками/войско/NOUN/1/iobj/Case=Ins "
    "Роэ/Роэ/PROPN/4/nsubj//B-PER прибыл/прибыть/VERB/0/root/" + FIN.format("Sing")
)


@pytest.mark.parametrize(("row", "relations"), [
    (TOLD_TO, ["root", "iobj", "nsubj"]),
    (TOLD_TO.replace("сообщил/сообщить", "обстрелял/обстрелять"), ["root", "nsubj", "nsubj"]),
    (LEFT, ["nummod:gov", "nsubj", "root", "obj"]),
    (VOICED, ["obj", "root", "nsubj", "cc", "conj"]),
    (PROMISED, ["root", "nsubj", "nmod"]),
    (COMMANDER, ["nsubj", "nmod", "appos", "root"]),
])  # fmt: skip
def test_papers_that_are_told_those_counted_and_those_who_command(row: str, relations: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_fitting_cases(sentences, "ru")
    assert [t.deprel for t in sentence.tokens] == relations


IN_CASE = (
    "В/в/ADP/2/case случае/случай/NOUN/5/obl отказа/отказ/NOUN/2/nmod/Case=Gen ЕС/ЕС/PROPN/3/nmod/Case=Gen/B-ORG "
    "ответит/ответить/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
)


def test_a_name_in_capitals_before_a_verb_without_a_subject_is_that() -> None:
    _, sentences = sentences_from_rows(IN_CASE, language="ru")
    name = with_fitting_cases(sentences, "ru")[0].tokens[3]
    assert (name.head, name.deprel) == (4, "nsubj")


BEHIND_SOURCE = (
    "По/по/ADP/2/case словам/слово/NOUN/8/obl Роэ/Роэ/PROPN/2/nmod/Case=Gen/B-PER ,/,/PUNCT/2/punct "
    "Доэ/Доэ/PROPN/3/conj/Case=Nom/B-PER и/и/CCONJ/7/cc Ноэ/Ноэ/PROPN/3/conj/Case=Nom/B-PER "
    f"уехали/уехать/VERB/0/root/{FIN.format('Plur')}"
)
WHOSE = (
    "Встреча/встреча/NOUN/3/nsubj/Case=Nom|Gender=Fem|Number=Sing "
    "Роэ/Роэ/PROPN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    f"прошла/пройти/VERB/0/root/Gender=Fem|{FIN.format('Sing')}"
)


def test_names_behind_a_source_and_names_whose_a_thing_is() -> None:
    _, sentences = sentences_from_rows(BEHIND_SOURCE, WHOSE, language="ru")
    told, met = with_fitting_cases(sentences, "ru")
    assert [(t.head, t.deprel) for t in (told.tokens[4], told.tokens[6])] == [(7, "nsubj"), (4, "conj")]
    assert (met.tokens[1].head, met.tokens[1].deprel) == (0, "nmod")


EVE = (
    "{first}/{first}/PROPN/3/advmod Роэ/Роэ/PROPN/1/flat:name//B-PER "
    f"принял/принять/VERB/0/root/{FIN.format('Sing')}"
)


@pytest.mark.parametrize(("first", "relation"), [("Накануне", "nsubj"), ("Доэ", "flat:name")])
def test_an_adverb_before_a_name_is_no_part_of_it(first: str, relation: str) -> None:
    _, sentences = sentences_from_rows(EVE.format(first=first), language="ru")
    assert with_fitting_cases(sentences, "ru")[0].tokens[1].deprel == relation


def test_a_language_without_a_dictionary_keeps_its_trees() -> None:
    _, sentences = sentences_from_rows(WELCOMED, language="en")
    assert with_fitting_cases(sentences, "en") is sentences

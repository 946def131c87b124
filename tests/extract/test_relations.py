"""What one party does to the other, over hand-made trees."""

import pytest

from cronistoria.extract.relations import find_acts, find_relation, parties_of
from tests.rows import sentences_from_rows

FIN, INF = "VerbForm=Fin|Mood=Ind", "VerbForm=Inf"
RELEASE = "Rebels/rebel/NOUN/{}/nsubj {} release/release/VERB/{}/{}/{} the/the/DET/{}/det sailors/sailor/NOUN/{}/obj"
AGREED = (
    f"Rebels/rebel/NOUN/2/nsubj agreed/agree/VERB/0/root/{FIN} to/to/PART/4/mark release/release/VERB/2/xcomp/{INF} "
    "the/the/DET/6/det sailors/sailor/NOUN/4/obj"
)
WILL = (
    f"Rebels/rebel/NOUN/3/nsubj will/will/AUX/3/aux/VerbForm=Fin {{}}/{{}}/VERB/0/root/{INF} the/the/DET/5/det "
    "sailors/sailor/NOUN/3/obj"
)
WILL_NOT = (
    "Rebels/rebel/NOUN/4/nsubj will/will/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod "
    "meet/meet/VERB/0/root/VerbForm=Inf the/the/DET/6/det sailors/sailor/NOUN/4/obj"
)
DID_NOT = (
    "Rebels/rebel/NOUN/4/nsubj did/do/AUX/4/aux/VerbForm=Fin|Tense=Past not/not/PART/4/advmod "
    "attack/attack/VERB/0/root/VerbForm=Inf the/the/DET/6/det sailors/sailor/NOUN/4/obj"
)
SAID = (
    f"Rebels/rebel/NOUN/2/nsubj said/say/VERB/0/root/{FIN} sailors/sailor/NOUN/5/nsubj had/have/AUX/5/aux "
    "attacked/attack/VERB/2/ccomp/VerbForm=Part the/the/DET/7/det port/port/NOUN/5/obj"
)
BY = (
    "The/the/DET/2/det sailors/sailor/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass/VerbForm=Fin "
    "freed/free/VERB/0/root/VerbForm=Part by/by/ADP/6/case rebels/rebel/NOUN/4/obl:agent"
)
URGED = (
    f"Rebels/rebel/NOUN/2/nsubj urged/urge/VERB/0/root/{FIN} sailors/sailor/NOUN/2/obj to/to/PART/5/mark "
    f"surrender/surrender/VERB/2/xcomp/{INF}"
)
STOPPED = (
    f"Rebels/rebel/NOUN/2/nsubj stopped/stop/VERB/0/root/{FIN} helping/help/VERB/2/xcomp/VerbForm=Ger "
    "the/the/DET/5/det sailors/sailor/NOUN/3/obj"
)
DEMANDED = (
    f"Rebels/rebel/NOUN/2/nsubj say/say/VERB/0/root/{FIN} sailors/sailor/NOUN/5/nsubj must/must/AUX/5/aux/VerbForm=Fin "
    f"leave/leave/VERB/2/ccomp/{INF}"
)
NAMED = "Nieve/nieve/NOUN/2/nsubj cubre/cubrir/VERB/0/root/VerbForm=Fin|Mood=Ind Lima/Lima/PROPN/2/obj//B-LOC"

SUPPLIED = (
    "I/il/DET/2/det missili/missile/NOUN/8/nsubj forniti/fornire/VERB/2/acl/VerbForm=Part|Voice=Pass da/da/ADP/5/case "
    "Oslo/Oslo/PROPN/3/obl a/a/ADP/7/case Bonn/Bonn/PROPN/3/obl arrivano/arrivare/VERB/0/root/VerbForm=Fin"
)
DELIVERED = (
    "Los/el/DET/2/det misiles/misil/NOUN/8/nsubj suministrados/suministrado/ADJ/2/amod/VerbForm=Part "
    "por/por/ADP/5/case Oslo/Oslo/PROPN/3/obl a/a/ADP/7/case Bonn/Bonn/PROPN/3/obl "
    "llegaron/llegar/VERB/0/root/VerbForm=Fin"
)
NOT_EXCLUDED = (
    "Oslo/Oslo/PROPN/3/nsubj n'/ne/ADV/3/advmod/Polarity=Neg exclut/exclure/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "pas/pas/ADV/3/advmod/Polarity=Neg d'/de/ADP/6/mark attaquer/attaquer/VERB/3/xcomp/VerbForm=Inf "
    "Bonn/Bonn/PROPN/6/obj"
)
STOPPED_AID = (
    "Gli/il/DET/2/det aiuti/aiuto/NOUN/9/nsubj:pass di/di/ADP/4/case Oslo/Oslo/PROPN/2/nmod a/a/ADP/6/case "
    "Bonn/Bonn/PROPN/2/nmod sono/essere/AUX/9/aux/VerbForm=Fin|Tense=Pres stati/essere/AUX/9/aux:pass "
    "sospesi/sospendere/VERB/0/root/VerbForm=Part|Tense=Past"
)
TALKS_ANGERED = (
    "La/il/DET/2/det visita/visita/NOUN/8/nsubj di/di/ADP/4/case Oslo/Oslo/PROPN/2/nmod a/a/ADP/6/case "
    "Bonn/Bonn/PROPN/2/nmod ha/avere/AUX/8/aux/VerbForm=Fin criticato/criticare/VERB/0/root/VerbForm=Part|Tense=Past "
    "Roma/Roma/PROPN/8/obj"
)
ACCORDING = (
    "Secondo/secondo/ADP/2/case Oslo/Oslo/PROPN/5/obl Bonn/Bonn/PROPN/5/nsubj ha/avere/AUX/5/aux/VerbForm=Fin "
    "ucciso/uccidere/VERB/0/root/VerbForm=Part|Tense=Past due/due/NUM/7/nummod uomini/uomo/NOUN/5/obj"
)
SAID_NO = (
    "Oslo/Oslo/PROPN/2/nsubj dijo/decir/VERB/0/root/VerbForm=Fin|Tense=Past no/no/ADV/2/advmod/Polarity=Neg "
    "a/a/ADP/6/case el/el/DET/6/det plan/plan/NOUN/2/obj de/de/ADP/8/case Bonn/Bonn/PROPN/6/nmod"
)
FORETOLD = (
    "Oslo/Oslo/PROPN/3/nsubj a/avoir/AUX/3/aux:tense/VerbForm=Fin|Tense=Pres "
    "annoncé/annoncer/VERB/0/root/VerbForm=Part|Tense=Past qu'/que/SCONJ/6/mark il/lui/PRON/6/nsubj "
    "attaquerait/attaquer/VERB/3/ccomp/VerbForm=Fin|Mood=Cnd|Tense=Pres Bonn/Bonn/PROPN/6/obj"
)
FARMERS = (
    "La/il/DET/2/det strada/strada/NOUN/5/nsubj:pass è/essere/AUX/5/aux/VerbForm=Fin|Tense=Pres "
    "stata/essere/AUX/5/aux:pass bloccata/bloccare/VERB/0/root/VerbForm=Part|Tense=Past da/da/ADP/7/case "
    "contadini/contadino/NOUN/5/obl contro/contro/ADP/9/case Oslo/Oslo/PROPN/5/obl"
)


@pytest.mark.parametrize(
    ("row", "code", "modality"),
    [
        (AGREED, "0353", "asserted"),
        (WILL.format("release", "release"), "0353", "planned"),
        (WILL.format("attack", "attack"), "138", "planned"),
        (WILL_NOT, "125", "planned"),
        (SAID, "112", "asserted"),
        (BY, "0841", "asserted"),
        (URGED, "1056", "asserted"),
        (STOPPED, "162", "asserted"),
        (DEMANDED, "100", "asserted"),
    ],
)
def test_the_act_of_the_source_towards_the_target(row: str, code: str, modality: str) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    places: dict[str, tuple[int, int] | None] = {}
    for word in ("Rebels", "rebels", "sailors"):
        start = document.text.find(word)
        places[word.lower()] = (start, start + len(word)) if start >= 0 else places.get(word.lower())
    found = find_relation(sentences, places["rebels"], places["sailors"], language="en")
    assert found is not None
    assert (found.act.code, found.act.modality) == (code, modality)


INTENDS = (
    "Осло/Осло/PROPN/2/nsubj собирается/собираться/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "{}/{}/VERB/2/xcomp/VerbForm=Inf Перу/Перу/PROPN/3/obj"
)
MAY = (
    "Осло/Осло/PROPN/2/nsubj может/мочь/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "{}/{}/VERB/2/xcomp/VerbForm=Inf Перу/Перу/PROPN/3/obj"
)


NOT_IN = (
    "Осло/Осло/PROPN/3/nsubj не/не/PART/3/advmod пустило/пустить/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "Перу/Перу/PROPN/3/obj"
)
NOT_OUT = (
    "Осло/Осло/PROPN/3/nsubj не/не/PART/3/advmod исключило/исключить/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "{}/{}/NOUN/3/obj на/на/ADP/6/case Перу/Перу/PROPN/4/nmod"
)
BLOCKED = (
    "Дорога/дорога/NOUN/2/nsubj:pass занята/занять/VERB/0/root/VerbForm=Part|Voice=Pass "
    "{}/{}/NOUN/2/obl:agent из-за/из-за/ADP/5/case Перу/Перу/PROPN/2/obl"
)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (NOT_IN, "172"),
        (NOT_IN.replace("не/не/PART", "уже/уже/ADV"), "086"),
        (NOT_OUT.format("атаку", "атака"), "138"),
        (NOT_OUT.format("встречу", "встреча"), "036"),
    ],
)
def test_what_a_denied_word_means(row: str, code: str) -> None:
    document, sentences = sentences_from_rows(row, language="ru")
    start = document.text.find("Перу")
    found = find_relation(sentences, (0, 4), (start, start + 4), language="ru")
    assert found is not None
    assert found.act.code == code


def test_an_impersonal_passive_of_the_past_is_not_to_come() -> None:
    row = (
        "Солдатів/солдат/NOUN/3/obj було/бути/AUX/3/aux/VerbForm=Fin|Tense=Past "
        "вбито/вбити/VERB/0/root/VerbForm=Fin|Mood=Ind|Person=0"
    )
    _, sentences = sentences_from_rows(row, language="uk")
    found = find_relation(sentences, None, (0, 8), language="uk")
    assert found is not None
    assert (found.act.code, found.act.modality) == ("190", "asserted")


@pytest.mark.parametrize(("doer", "code"), [("студентами", "144"), ("солдатами", "192")])
def test_the_agent_of_a_passive_is_who_does_it(doer: str, code: str) -> None:
    lemma = {"студентами": "студент", "солдатами": "солдат"}[doer]
    document, sentences = sentences_from_rows(BLOCKED.format(doer, lemma), language="ru")
    start = document.text.find(doer)
    found = find_relation(sentences, (start, start + len(doer)), None, language="ru")
    assert found is not None
    assert found.act.code == code


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (INTENDS.format("озадачить", "озадачить"), "030"),
        (INTENDS.format("атаковать", "атаковать"), "138"),
        (MAY.format("поддержать", "поддержать"), "032"),
        (MAY.format("атаковать", "атаковать"), "138"),
    ],
)
def test_what_somebody_intends_or_may_do_is_no_refusal_and_not_done(row: str, code: str) -> None:
    document, sentences = sentences_from_rows(row, language="ru")
    start = document.text.find("Перу")
    found = find_relation(sentences, (0, 4), (start, start + 4), language="ru")
    assert found is not None
    assert found.act.code == code


@pytest.mark.parametrize(("row", "language"), [(DID_NOT, "en"), (NAMED, "es")])
def test_what_is_denied_or_no_act_gives_nothing(row: str, language: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    assert find_relation(sentences, (0, 6), None, language=language) is None
    assert list(find_acts(sentences[0], language=language)) == []


def test_without_marks_the_sentence_names_its_parties() -> None:
    document, (sentence,) = sentences_from_rows(WILL.format("release", "release"), language="en")
    (found,) = find_acts(sentence, language="en")
    by, to = parties_of(document, sentence, found.act.token)
    assert by is not None and to is not None
    assert (by.span.text, to.span.text) == ("Rebels", "the sailors")
    assert 0 < found.confidence < 1


@pytest.mark.parametrize(
    ("row", "language", "by", "to", "code"),
    [
        (SUPPLIED, "it", "Oslo", "Bonn", "072"),
        (DELIVERED, "es", "Oslo", "Bonn", "072"),
        (NOT_EXCLUDED, "fr", "Oslo", "Bonn", "138"),
        (STOPPED_AID, "it", "Oslo", "Bonn", "162"),
        (TALKS_ANGERED, "it", "Oslo", "Bonn", "042"),
        (ACCORDING, "it", "Oslo", "Bonn", "112"),
        (SAID_NO, "es", "Oslo", "Bonn", "120"),
        (FORETOLD, "fr", "Oslo", "Bonn", "138"),
        (FARMERS, "it", "contadini", "Oslo", "144"),
    ],
)
def test_the_act_stands_where_the_parties_do(row: str, language: str, by: str, to: str, code: str) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    source, target = ((start := document.text.find(word), start + len(word)) for word in (by, to))
    found = find_relation(sentences, source, target, language=language)
    assert found is not None
    assert found.act.code == code

"""Objects before their verb: trees of one clause, before and after."""

import pytest

from cronistoria.parse.repairs.inversion import with_inverted_objects
from tests.rows import sentences_from_rows

THING = "Animacy=Inan|Case=Nom|Gender={}|Number={}"
VERB = "{}/{}/VERB/0/root/Mood=Ind|Number={}|Tense=Past|VerbForm=Fin|Gender={}"
STRIKE = (
    f"Удар/удар/NOUN/2/nsubj/{THING.format('Masc', 'Sing')} {VERB.format('нанесли', 'нанести', 'Plur', '')} "
    "войска/войско/NOUN/2/obj/Animacy=Inan|Case=Acc|Gender=Neut|Number=Plur"
).replace("|Gender= ", " ")
CALL = (
    f"Разговор/разговор/NOUN/2/nsubj/{THING.format('Masc', 'Sing')} {VERB.format('начала', 'начать', 'Sing', 'Fem')} "
    f"сторона/сторона/NOUN/2/nsubj/{THING.format('Fem', 'Sing')}"
)
AGREES = (
    f"Министр/министр/NOUN/2/nsubj/Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing "
    f"{VERB.format('начал', 'начать', 'Sing', 'Masc')} разговор/разговор/NOUN/2/obj/{THING.format('Masc', 'Sing')}"
)
NO_NOMINATIVE = STRIKE.replace("войска/войско", "силу/сила").replace(
    "Gender=Neut|Number=Plur", "Gender=Fem|Number=Sing"
)

BOTH = (
    f"План/план/NOUN/2/nsubj/{THING.format('Masc', 'Sing')} "
    f"{VERB.format('приняли', 'принять', 'Plur', '').rstrip('=')}=Masc обе/оба/NUM/4/nummod:gov "
    "стороны/сторона/NOUN/2/obj/Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing"
)

TOLD_OF = (
    "Lo/lo/PRON/3/obj ha/avere/AUX/3/aux annunciato/annunciare/VERB/0/root/Tense=Past|VerbForm=Part "
    "l'/il/DET/5/det Eliseo/Eliseo/PROPN/3/obj"
)
GIVEN = TOLD_OF.replace("l'/il/DET/5/det", "a/a/ADP/5/case")


def test_who_tells_it_stands_behind() -> None:
    relations = []
    for row in (TOLD_OF, GIVEN):
        _, sentences = sentences_from_rows(row, language="it")
        relations += [token.relation for token in with_inverted_objects(sentences)[0].tokens if token.form == "Eliseo"]
    assert relations == ["nsubj", "obj"]


def test_a_second_subject_before_a_bare_clause_is_its_own() -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj said/say/VERB/0/root/VerbForm=Fin Doe/Doe/PROPN/2/nsubj and/and/CCONJ/5/cc "
        "Poe/Poe/PROPN/3/conj could/could/AUX/7/aux/VerbForm=Fin meet/meet/VERB/2/ccomp/VerbForm=Inf"
    )
    _, sentences = sentences_from_rows(row, language="en")
    doe = with_inverted_objects(sentences)[0].tokens[2]
    assert (doe.head, doe.deprel) == (6, "nsubj")
    _, sentences = sentences_from_rows(row.replace("Roe/Roe/PROPN/2/nsubj", "Roe/Roe/PROPN/2/obl"), language="en")
    assert with_inverted_objects(sentences)[0].tokens[2].head == 1


@pytest.mark.parametrize(
    ("row", "relations"),
    [
        (BOTH, ["obj", "nsubj"]),
        (STRIKE, ["obj", "nsubj"]),
        (CALL, ["obj", "nsubj"]),
        (AGREES, ["nsubj", "obj"]),
        (NO_NOMINATIVE, ["nsubj", "obj"]),
    ],
)
def test_subject_is_what_the_verb_agrees_with(row: str, relations: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_inverted_objects(sentences)
    assert [t.deprel for t in sentence.tokens if t.upos == "NOUN"] == relations


def test_a_second_subject_behind_an_infinitive_is_its_object() -> None:
    row = (
        "Il/lui/PRON/2/expl:subj doit/devoir/VERB/0/root rencontrer/rencontrer/VERB/2/xcomp/VerbForm=Inf "
        "Roe/Roe/PROPN/2/nsubj//B-PER"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    roe = with_inverted_objects(sentences)[0].tokens[3]
    assert (roe.head, roe.deprel) == (2, "obj")


WARNED = (
    "Präsident/Präsident/NOUN/3/obj/Number=Sing Roe/Roe/PROPN/1/appos//B-PER "
    "warnte/warnen/VERB/0/root/Number=Sing|VerbForm=Fin Lima/Lima/PROPN/3/nsubj/Number=Sing/B-LOC"
)
SPARK = (
    "Jeder/jeder/DET/2/det Funke/Funke/NOUN/4/obj/Case=Nom|Number=Sing kann/können/AUX/4/aux/Number=Sing|VerbForm=Fin "
    "führen/führen/VERB/0/root/VerbForm=Inf"
)


@pytest.mark.parametrize(
    ("row", "relations"),
    [
        (WARNED, ["nsubj", "obj"]),
        # a shown case, a thing that is no name
        (f"Den/der/DET/2/det {WARNED.replace('NOUN/3', 'NOUN/4').replace('PROPN/3', 'PROPN/4')}", ["obj", "nsubj"]),
        (WARNED.replace(" Roe/Roe/PROPN/1/appos//B-PER", " oft/oft/ADV/3/advmod"), ["obj", "nsubj"]),
        (SPARK, ["nsubj"]),
        (SPARK.replace("Case=Nom", "Case=Acc"), ["obj"]),
        (f"{SPARK} er/er/PRON/4/nsubj", ["obj", "nsubj"]),
    ],
)
def test_names_and_nominatives_before_the_verb_are_its_subjects(row: str, relations: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_inverted_objects(sentences)
    assert [t.deprel for t in sentence.tokens if t.deprel in ("nsubj", "obj")] == relations


def test_a_name_before_its_verb_is_the_subject_of_one_behind_it() -> None:
    row = (
        f"Баку/Баку/PROPN/2/obj/Case=Acc|Number=Sing/B-LOC {VERB.format('обвинил', 'обвинить', 'Sing', 'Masc')} "
        "Ереван/Ереван/PROPN/2/obj/Case=Acc|Number=Sing/B-LOC"
    )
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_inverted_objects(sentences)
    assert [t.deprel for t in sentence.tokens] == ["nsubj", "root", "obj"]

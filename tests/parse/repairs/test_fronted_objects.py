"""Objects that stand first, the subject behind them, right before the verb."""

import pytest

from cronistoria.parse.repairs.fronted_objects import with_fronted_objects
from tests.rows import sentences_from_rows

ACTIVE = "VerbForm=Fin|Mood=Ind|Tense=Past|Voice=Act"
OFFER = (
    "Предложение/предложение/NOUN/3/nsubj/Animacy=Inan|Case=Nom|Gender=Neut|Number=Sing "
    "Осло/Осло/PROPN/1/nmod/Case=Nom|Gender=Masc|Number=Sing/B-LOC "
    f"отверг/отвергнуть/VERB/0/root/{ACTIVE}|Gender=Masc|Number=Sing"
)
TREATY = (
    "Договор/договор/NOUN/6/obj/Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing о/о/ADP/3/case "
    "рыбе/рыба/NOUN/1/nmod/Case=Loc|Gender=Fem|Number=Sing "
    "Москва/Москва/PROPN/3/nmod/Case=Nom|Gender=Fem|Number=Sing/B-LOC не/не/PART/6/advmod "
    f"подписала/подписать/VERB/0/root/{ACTIVE}|Gender=Fem|Number=Sing"
)
BOTH = (
    "Планы/план/NOUN/3/nsubj/Animacy=Inan|Case=Nom|Gender=Masc|Number=Plur "
    "Лима/Лима/PROPN/3/nsubj/Case=Nom|Gender=Fem|Number=Sing/B-LOC "
    f"отвергла/отвергнуть/VERB/0/root/{ACTIVE}|Gender=Fem|Number=Sing"
)
COMPANY = (
    "Компания/компания/NOUN/3/nsubj/Animacy=Inan|Case=Nom|Gender=Fem|Number=Sing "
    "Луна/Луна/PROPN/1/nmod/Case=Nom|Gender=Fem|Number=Sing/B-ORG "
    f"отвергла/отвергнуть/VERB/0/root/{ACTIVE}|Gender=Fem|Number=Sing"
)
TOWN = (
    "Город/город/NOUN/3/obj/Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing "
    "Лима/Лима/PROPN/1/nmod/Case=Nom|Gender=Fem|Number=Sing/B-LOC "
    f"взяли/взять/VERB/0/root/{ACTIVE}|Number=Plur"
)


@pytest.mark.parametrize(
    ("row", "name", "relations"),
    [
        (OFFER, "Осло", ("obj", "nsubj")),
        (TREATY, "Москва", ("obj", "nsubj")),
        (BOTH, "Лима", ("obj", "nsubj")),
        (COMPANY, "Луна", ("nsubj", "nmod")),
        (TOWN, "Лима", ("obj", "nmod")),
    ],
)
def test_a_name_that_the_verb_agrees_with_is_its_subject(row: str, name: str, relations: tuple[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    (sentence,) = with_fronted_objects(sentences)
    subject = next(token for token in sentence.tokens if token.form == name)
    assert (sentence.tokens[0].deprel, subject.deprel) == relations

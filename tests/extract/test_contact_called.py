"""Who is called to a contact by somebody who takes no part in it: on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
TO_TALKS = (
    f"Осло/Осло/PROPN/2/nsubj//B-LOC призвал/призвать/VERB/0/root/{PAST} Рим/Рим/PROPN/2/obj/Case=Acc/B-LOC "
    "к/к/ADP/5/case переговорам/переговоры/NOUN/2/obl/Case=Dat|Number=Plur с/с/ADP/7/case "
    "Лимой/Лима/PROPN/5/nmod/Case=Ins/B-LOC"
)
ENTER = (
    f"Осло/Осло/PROPN/2/nsubj//B-LOC призвал/призвать/VERB/0/root/{PAST} Рим/Рим/PROPN/2/obj/Case=Acc/B-LOC "
    "вступить/вступить/VERB/2/xcomp/VerbForm=Inf в/в/ADP/6/case переговоры/переговоры/NOUN/4/obl/Case=Acc|Number=Plur "
    "с/с/ADP/8/case Лимой/Лима/PROPN/6/nmod/Case=Ins/B-LOC"
)
CALLED_ON = (
    f"Oslo/Oslo/PROPN/2/nsubj//B-LOC called/call/VERB/0/root/{PAST} on/on/ADP/4/case Rome/Rome/PROPN/2/obl//B-LOC "
    "to/to/PART/6/mark hold/hold/VERB/2/xcomp/VerbForm=Inf talks/talk/NOUN/6/obj/Number=Plur with/with/ADP/9/case "
    "Lima/Lima/PROPN/7/nmod//B-LOC"
)


@pytest.mark.parametrize(
    ("row", "language", "who"),
    [
        (TO_TALKS, "ru", ["Рим", "Лимой"]),
        (ENTER, "ru", ["Рим", "Лимой"]),
        (CALLED_ON, "en", ["Rome", "Lima"]),
    ],
)
def test_who_calls_others_to_talks_holds_none(row: str, language: str, who: list[str]) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    (found,) = find_contacts(document, sentences, language=language)
    assert found.requested_by is not None
    assert (found.status, found.requested_by.span.text) == ("requested", "Oslo" if language == "en" else "Осло")
    assert [p.span.text for p in found.participants] == who


def test_what_a_contact_only_is_the_occasion_of_has_another_doer() -> None:
    row = (
        f"Осло/Осло/PROPN/2/nsubj//B-LOC начало/начать/VERB/0/root/{PAST} учения/учение/NOUN/2/obj в/в/ADP/5/case "
        "ответ/ответ/NOUN/2/obl на/на/ADP/7/case визит/визит/NOUN/5/nmod Роу/Роу/PROPN/7/nmod/Case=Gen/B-PER "
        "в/в/ADP/10/case Рим/Рим/PROPN/7/nmod/Case=Acc/B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    (found,) = find_contacts(document, sentences, language="ru")
    assert [p.span.text for p in found.participants] == ["Роу", "Рим"]


def test_what_talks_are_as_such_tells_of_none() -> None:
    row = (
        "Переговоры/переговоры/NOUN/6/nsubj/Case=Nom|Number=Plur с/с/ADP/3/case Римом/Рим/PROPN/1/nmod/Case=Ins/B-LOC "
        "-/-/PUNCT/6/punct это/это/PART/6/expl яд/яд/NOUN/0/root/Case=Nom"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    assert list(find_contacts(document, sentences, language="ru")) == []

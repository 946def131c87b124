"""Parties named after a pronoun for them, days on the noun of a contact, and contacts that it is no time for."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.model.mention import ContactMention
from cronistoria.model.timex import Point, TimexMention
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
WHEN_THEY = (
    "When/when/SCONJ/3/mark they/they/PRON/3/nsubj/Number=Plur|Person=3 "
    f"spoke/speak/VERB/6/advcl/{PAST.format('Plur')} ,/,/PUNCT/3/punct Roe/Roe/PROPN/6/nsubj//B-PER "
    f"warned/warn/VERB/0/root/{PAST.format('Sing')} {{}}/{{}}/{{}}/6/obj//{{}}"
)
IN_A_CALL = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER spoke/speak/VERB/0/root/{PAST.format('Sing')} with/with/ADP/4/case "
    "Doe/Doe/PROPN/2/obl//B-PER in/in/ADP/7/case a/a/DET/7/det/Definite=Ind call/call/NOUN/2/obl/Number=Sing "
    "on/on/ADP/9/case Sunday/Sunday/PROPN/7/nmod"
)
TOO_EARLY = (
    f"It/it/PRON/4/nsubj is/be/AUX/4/cop/{PAST.format('Sing')} too/too/ADV/4/advmod early/early/ADJ/0/root "
    "for/for/ADP/6/case talks/talk/NOUN/4/obl/Number=Plur with/with/ADP/8/case Doe/Doe/PROPN/6/nmod//B-PER"
)


def contacts(row: str, *times: TimexMention) -> list[ContactMention]:
    document, sentences = sentences_from_rows(row, language="en")
    return list(find_contacts(document, sentences, times, language="en"))


@pytest.mark.parametrize(
    ("other", "parties"),
    [(("Doe", "Doe", "PROPN", "B-PER"), [["Roe", "Doe"]]), (("rain", "rain", "NOUN", "O"), [])],
)
def test_they_are_the_two_whom_the_main_clause_names(other: tuple[str, ...], parties: list[list[str]]) -> None:
    found = contacts(WHEN_THEY.format(*other))
    assert [[p.span.text for p in mention.participants] for mention in found] == parties


def test_the_day_of_a_call_may_stand_with_its_noun() -> None:
    document, _ = sentences_from_rows(IN_A_CALL, language="en")
    start = document.text.index("Sunday")
    time = TimexMention(
        sentence=0, first=8, last=8, head=8, governor=6, span=document.span(start, start + 6),
        reading=Point(weekday=6), relation="at", direction=None,
    )  # fmt: skip
    (found,) = contacts(IN_A_CALL, time)
    assert found.when == time.span


def test_what_it_is_too_early_for_is_no_contact() -> None:
    assert contacts(TOO_EARLY) == []

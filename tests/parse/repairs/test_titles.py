"""Titles are coordinated with titles, and names stand by their own."""

import pytest

from cronistoria.parse.repairs.titles import with_coordinated_titles
from tests.rows import sentences_from_rows

SING, PLUR = "Number=Sing", "Number=Plur"
CASES = [
    # the second title hangs on the first name: by apposition, flat, without and with a comma behind one title
    (
        f"Minister/minister/NOUN/6/nsubj/{SING} Roe/Roe/PROPN/1/appos and/and/CCONJ/4/cc "
        f"envoy/envoy/NOUN/2/conj/{SING} Doe/Doe/PROPN/4/appos met/meet/VERB/0/root",
        {"envoy": "Minister", "Doe": "envoy"},
    ),
    (
        f"ministra/ministra/NOUN/5/nsubj/{SING} Roe/Roe/PROPN/1/nmod e/e/CCONJ/4/cc "
        f"inviato/inviato/NOUN/2/conj/{SING} parlano/parlare/VERB/0/root",
        {"inviato": "ministra"},
    ),
    (
        f"ministro/ministro/NOUN/8/nsubj/{SING} ,/,/PUNCT/3/punct Roe/Roe/PROPN/1/appos ,/,/PUNCT/6/punct "
        f"y/y/CCONJ/6/cc enviado/enviado/NOUN/3/conj/{SING} Doe/Doe/PROPN/1/appos hablaron/hablar/VERB/0/root",
        {"enviado": "ministro", "Doe": "enviado"},
    ),
    # the second name hangs on the first title
    (
        f"ministro/ministro/NOUN/6/nsubj/{SING} Roe/Roe/PROPN/1/flat y/y/CCONJ/4/cc "
        f"enviado/enviado/NOUN/1/conj/{SING} Doe/Doe/PROPN/1/appos hablaron/hablar/VERB/0/root",
        {"enviado": "ministro", "Doe": "enviado"},
    ),
    # a pronoun stands for the title before it, its name behind the word for a people; so does that word alone
    (
        f"premier/premier/NOUN/8/nsubj/{SING} greco/greco/ADJ/1/amod Roe/Roe/PROPN/1/nmod//B-PER e/e/CCONJ/6/cc "
        "quello/quello/DET/6/det/PronType=Dem turco/turco/ADJ/3/conj Doe/Doe/PROPN/6/nmod//B-PER "
        "parlano/parlare/VERB/0/root",
        {"quello": "premier", "turco": "quello", "Doe": "quello", "e": "quello"},
    ),
    (
        "incontra/incontrare/VERB/0/root l'/il/DET/4/det americano/americano/ADJ/1/obj Doe/Doe/PROPN/1/obj//B-PER",
        {"Doe": "americano", "l'": "americano"},
    ),
    # the name behind a pronoun with a genitive
    (
        f"presidente/presidente/NOUN/10/nsubj/{SING} ,/,/PUNCT/3/punct Roe/Roe/PROPN/1/appos//B-PER y/y/CCONJ/5/cc "
        "el/el/DET/1/det de/de/ADP/7/case Chile/Chile/PROPN/5/nmod ,/,/PUNCT/9/punct Doe/Doe/PROPN/1/appos//B-PER "
        "hablaron/hablar/VERB/0/root",
        {"el": "presidente", "Doe": "el", "y": "el"},
    ),
    # two names of a plural, a place behind an adposition and a second genitive stay where they are
    (
        f"Vertreter/Vertreter/NOUN/5/nsubj/{PLUR} Roms/Rom/PROPN/1/nmod und/und/CCONJ/4/cc Berns/Bern/PROPN/2/conj "
        "reden/reden/VERB/0/root",
        {"Berns": "Roms"},
    ),
    (
        f"ministers/minister/NOUN/6/nsubj/{PLUR} ,/,/PUNCT/3/punct Roe/Roe/PROPN/1/appos and/and/CCONJ/5/cc "
        "Doe/Doe/PROPN/3/conj met/meet/VERB/0/root",
        {"Doe": "Roe"},
    ),
    (
        f"talks/talk/NOUN/6/nsubj/{PLUR} in/in/ADP/3/case Bern/Bern/PROPN/1/nmod and/and/CCONJ/5/cc "
        "Rome/Rome/PROPN/3/conj end/end/VERB/0/root",
        {"Rome": "Bern"},
    ),
    # a name that shares the place of a title behind whose phrase it stands
    (
        "inviato/inviato/NOUN/5/nsubj per/per/ADP/3/case Quito/Quito/PROPN/1/nmod Roe/Roe/PROPN/5/nsubj//B-PER "
        "parla/parlare/VERB/0/root",
        {"Roe": "inviato"},
    ),
]


@pytest.mark.parametrize(("row", "heads"), CASES)
def test_titles_and_names(row: str, heads: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    (sentence,) = with_coordinated_titles(sentences, "it")
    words = {token.form: token for token in sentence.tokens}
    assert {form: sentence.tokens[words[form].head].form for form in heads} == heads


def test_what_opens_with_a_coordinator_is_coordinated() -> None:
    row = (
        "Roe/Roe/PROPN/5/nsubj//B-PER and/and/CCONJ/3/cc President/President/PROPN/4/nmod:desc "
        "Doe/Doe/PROPN/1/nmod:desc//B-PER met/meet/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="en")
    doe = with_coordinated_titles(sentences, "en")[0].tokens[3]
    assert (doe.head, doe.deprel) == (0, "conj")


def test_an_adposition_before_a_title_is_the_title_s() -> None:
    row = "came/come/VERB/0/root from/from/ADP/4/case Ms/Ms/NOUN/1/obl Doe/Doe/PROPN/3/appos"
    _, sentences = sentences_from_rows(row, language="en")
    assert with_coordinated_titles(sentences, "en")[0].tokens[1].head == 2


@pytest.mark.parametrize("relation", ["obj", "flat"])
def test_a_title_before_a_name_in_its_place_says_what_the_name_is(relation: str) -> None:
    row = (
        "She/she/PRON/2/nsubj met/meet/VERB/0/root President/President/NOUN/2/obj "
        f"Jo/Jo/PROPN/2/{relation}//B-PER Roe/Roe/PROPN/4/flat//I-PER"
    )
    _, sentences = sentences_from_rows(row, language="en")
    title, name = with_coordinated_titles(sentences, "en")[0].tokens[2:4]
    assert (title.head, title.deprel) == (3, "nmod:desc")
    assert (name.head, name.deprel) == (1, "obj")


def test_a_name_in_another_place_has_no_title() -> None:
    row = "minister/minister/NOUN/3/nsubj Jo/Jo/PROPN/3/obj//B-PER met/meet/VERB/0/root"
    _, sentences = sentences_from_rows(row, language="en")
    assert with_coordinated_titles(sentences, "en") == sentences


def test_names_behind_what_a_title_is_of_are_names_of_the_title() -> None:
    row = (
        "I/il/DET/2/det ministri/ministro/NOUN/9/nsubj di/di/ADP/4/case Salute/salute/NOUN/2/nmod "
        "Ada/Ada/PROPN/4/nmod//B-PER Roe/Roe/PROPN/5/flat//I-PER e/e/CCONJ/8/cc Doe/Doe/PROPN/2/conj//B-PER "
        "parlano/parlare/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="it")
    tokens = with_coordinated_titles(sentences, "it")[0].tokens
    assert [(t.head, t.deprel) for t in (tokens[4], tokens[7])] == [(1, "appos"), (1, "conj")]


def test_a_name_of_one_person_of_another_stays() -> None:
    row = (
        "soldati/soldato/NOUN/5/nsubj di/di/ADP/3/case generale/generale/NOUN/1/nmod Roe/Roe/PROPN/3/nmod//B-PER "
        "partono/partire/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="it")
    assert with_coordinated_titles(sentences, "it") == sentences


def test_a_name_behind_a_body_that_he_leads_is_of_the_body() -> None:
    row = (
        "Un/uno/DET/2/det funzionario/funzionario/NOUN/0/root di/di/ADP/5/case l'/il/DET/5/det {}/NOUN/2/nmod "
        "Roe/Roe/PROPN/5/nmod//B-PER"
    )
    for body, head in (("amministrazione/amministrazione", 4), ("sanità/sanità", 1)):
        _, sentences = sentences_from_rows(row.format(body))
        assert with_coordinated_titles(sentences, "it")[0].tokens[5].head == head

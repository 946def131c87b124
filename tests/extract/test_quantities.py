"""Numbers of people and things."""

import pytest

from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.quantities import load_quantity_words
from cronistoria.model.document import make_document
from cronistoria.model.sentence import Token, make_sentence

IT, EN, ES, FR = "it", "en", "es", "fr"


def counted(text: str, language: str) -> tuple[float | None, float | None, str, str] | None:
    """The quantity of the last word of a text."""
    tokens, end = [], 0
    for index, form in enumerate(text.split()):
        start = text.index(form, end)
        end = start + len(form)
        upos = "NUM" if form[0].isdigit() else "ADP" if form in ("nel", "in", "di", "of", "de") else "NOUN"
        relation, head = ("root", -1) if index == 0 else ("dep", 0)
        tokens.append(
            Token(
                index=index,
                form=form,
                lemma=form,
                upos=upos,
                feats={},
                head=head,
                deprel=relation,
                start=start,
                end=end,
            )
        )
    sentence = make_sentence(0, tuple(tokens))
    found = find_quantity(
        make_document(text, language=language), sentence, sentence.tokens[-1], load_quantity_words(language)
    )
    return (found.min, found.max, found.bound, found.span.text) if found else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("più di 90mila soldati", IT, (90000, None, "over", "più di 90mila")),
        ("circa 300 osservatori", IT, (300, 300, "about", "circa 300")),
        ("tra 20 e 25 mila uomini", IT, (20000, 25000, "about", "tra 20 e 25 mila")),
        ("treinta y cinco tanques", ES, (35, 35, "exact", "treinta y cinco")),
        ("entre treinta y cuarenta tanques", ES, (30, 40, "about", "entre treinta y cuarenta")),
        ("medio centenar de soldados", ES, (50, 50, "exact", "medio centenar")),
        ("más de 10,000 soldados", ES, (10000, None, "over", "más de 10,000")),
        ("1.300-1.600 militari", IT, (1300, 1600, "about", "1.300-1.600")),
        ("un migliaio di soldati", IT, (1000, 1000, "about", "un migliaio")),
        ("decine di migliaia di soldati", IT, (None, None, "about", "decine di migliaia")),
        ("due caccia", IT, (2, 2, "exact", "due")),
        ("trecentomila soldati", IT, (300000, 300000, "exact", "trecentomila")),
        ("fino a 4.000 militari", IT, (None, 4000, "under", "fino a 4.000")),
        ("200'000 soldati", IT, (200000, 200000, "exact", "200'000")),
        ("almeno altre due persone", IT, (2, None, "over", "almeno altre due")),
        ("1,5 milioni di soldati", IT, (1500000, 1500000, "exact", "1,5 milioni")),
        ("nel 2014 soldati", IT, None),
        ("i soldati", IT, None),
        ("more than 90,000 soldiers", EN, (90000, None, "over", "more than 90,000")),
        ("some 30,000 soldiers", EN, (30000, 30000, "about", "some 30,000")),
        ("a dozen warships", EN, (12, 12, "about", "a dozen")),
        ("tens of thousands of troops", EN, (None, None, "about", "tens of thousands")),
        ("between 20,000 and 25,000 troops", EN, (20000, 25000, "about", "between 20,000 and 25,000")),
        ("twenty-five tanks", EN, (25, 25, "exact", "twenty-five")),
        ("2.5 million troops", EN, (2500000, 2500000, "exact", "2.5 million")),
        ("up to 7,500 troops", EN, (None, 7500, "under", "up to 7,500")),
        ("in 2014 troops", EN, None),
        ("the F-16 fighters", EN, None),
        ("20 % troops", EN, None),
        ("quatre-vingt-dix chars", FR, (90, 90, "exact", "quatre-vingt-dix")),
        ("dix-sept mille cinq cents hommes", FR, (17500, 17500, "exact", "dix-sept mille cinq cents")),
        ("près de 4.300 hommes", FR, (4300, 4300, "about", "près de 4.300")),
        ("п'ять ракет", "uk", (5, 5, "exact", "п'ять")),
        ("de 10 à 15 navires", FR, (10, 15, "about", "de 10 à 15")),
    ],
)
def test_numbers(text: str, language: str, expected: tuple[float | None, float | None, str, str] | None) -> None:
    assert counted(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "least", "most"),
    [
        ("sent 12 F-16 jets", EN, 12, 12),
        ("F-16 jets", EN, None, None),
        ("passare da 500 a 900 soldati", IT, 900, 900),
        ("aumentar de 500 a 900 soldados", ES, 900, 900),
        ("da 500 a 900 soldati", IT, 500, 900),
    ],
)
def test_models_are_no_numbers_and_what_grows_has_the_last_one(
    text: str, language: str, least: float | None, most: float | None
) -> None:
    found = counted(text, language)
    assert (found[:2] if found else (None, None)) == (least, most)


def test_a_clock_time_is_no_part_of_the_number_behind_it() -> None:
    assert counted("14.30 20 droni", IT) == (20, 20, "exact", "20")
    assert counted("14.30 due droni", IT) == (2, 2, "exact", "due")
    assert counted("30 deux drones", FR) == (2, 2, "exact", "deux")
    assert counted("3.05 cannoni", IT) is None
    assert counted("1.25 million soldiers", EN) == (1_250_000, 1_250_000, "exact", "1.25 million")


def test_the_number_of_a_compound_stands_before_its_first_word() -> None:
    forms = (("600", 0, "NUM"), ("Nato", 4, "PROPN"), ("-", 8, "PUNCT"), ("Soldaten", 9, "NOUN"))
    tokens = tuple(
        Token(
            index=i, form=form, lemma=form, upos=upos, feats={}, head=3 if i < 3 else -1,
            deprel="dep" if i < 3 else "root", start=start, end=start + len(form),
        )
        for i, (form, start, upos) in enumerate(forms)
    )  # fmt: skip
    document, sentence = make_document("600 Nato-Soldaten", language="de"), make_sentence(0, tokens)
    found = find_quantity(document, sentence, tokens[-1], load_quantity_words("de"))
    assert found and (found.min, found.span.text) == (600, "600")

"""Verbs without a passive in the active voice."""

import pytest

from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.repairs.voice import with_active_verbs
from tests.rows import sentences_from_rows


def _sentence(*rows: tuple[str, str, str, int, str]) -> Sentence:
    tokens, start = [], 0
    for index, (form, lemma, upos, head, deprel) in enumerate(rows):
        feats = {"VerbForm": "Part", "Voice": "Pass"} if upos == "VERB" else {}
        tokens.append(Token(index=index, form=form, lemma=lemma, upos=upos, feats=feats, head=head, deprel=deprel,
                            entity="O", start=start, end=start + len(form)))  # fmt: skip
        start += len(form) + 1
    return make_sentence(0, tuple(tokens))


GUESTS = ("ospiti", "ospite", "NOUN", 2, "nsubj:pass")
ARE = ("sono", "essere", "AUX", 2, "aux:pass")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([GUESTS, ARE, ("arrivati", "arrivare", "VERB", -1, "root")], ["nsubj", "aux", "root"]),
        ([GUESTS, ARE, ("invitati", "invitare", "VERB", -1, "root")], ["nsubj:pass", "aux:pass", "root"]),
        ([GUESTS, ARE, ("finiti", "finire", "VERB", -1, "root"), ("cuoco", "cuoco", "NOUN", 2, "obl:agent")],
         ["nsubj:pass", "aux:pass", "root", "obl:agent"]),
        ([("ospiti", "ospite", "NOUN", 3, "nsubj:pass"), ("si", "si", "PRON", 3, "expl"),
          ("sono", "essere", "AUX", 3, "aux:pass"), ("incontrati", "incontrare", "VERB", -1, "root")],
         ["nsubj", "expl", "aux", "root"]),
        ([("ospiti", "ospite", "NOUN", 3, "nsubj:pass"), ("sono", "essere", "AUX", 3, "aux"),
          ("stati", "essere", "AUX", 3, "aux:pass"), ("passati", "passare", "VERB", -1, "root")],
         ["nsubj:pass", "aux", "aux:pass", "root"]),
        ([("è", "essere", "AUX", 1, "aux"), ("atteso", "attendere", "VERB", -1, "root"),
          ("ospite", "ospite", "NOUN", 1, "nsubj")],
         ["aux:pass", "root", "nsubj:pass"]),
    ],
)  # fmt: skip
def test_only_verbs_with_a_passive_are_in_it(rows: list[tuple[str, str, str, int, str]], expected: list[str]) -> None:
    (found,) = with_active_verbs((_sentence(*rows),), "it")
    assert [token.deprel for token in found.tokens] == expected
    assert ("Voice" in found.tokens[[t.upos for t in found.tokens].index("VERB")].feats) == ("nsubj:pass" in expected)


@pytest.mark.parametrize(("lemma", "subject"), [("намерить", "nsubj"), ("вынудить", "nsubj:pass")])
def test_who_is_of_a_mind_to_do_something_does_it(lemma: str, subject: str) -> None:
    row = (
        f"Лига/Лига/PROPN/2/nsubj:pass намерена/{lemma}/VERB/0/root/Variant=Short|VerbForm=Part|Voice=Pass "
        "ждать/ждать/VERB/2/xcomp/VerbForm=Inf"
    )
    _, sentences = sentences_from_rows(row, language="ru")
    assert with_active_verbs(sentences, "ru")[0].tokens[0].deprel == subject


def test_a_language_without_such_verbs_keeps_its_trees() -> None:
    sentence = _sentence(GUESTS, ARE, ("arrived", "arrive", "VERB", -1, "root"))
    assert with_active_verbs((sentence,), "en") == (sentence,)


def test_a_past_like_its_participle_is_active_beside_a_finite_verb() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj:pass called/call/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass for/for/ADP/4/case "
        "calm/calm/NOUN/2/obl and/and/CCONJ/6/cc said/say/VERB/2/conj/Mood=Ind|Tense=Past|VerbForm=Fin"
    )
    alone = " ".join(row.split()[:4])
    for text, relation in ((row, "nsubj"), (alone, "nsubj:pass")):
        _, sentences = sentences_from_rows(text, language="en")
        assert with_active_verbs(sentences, "en")[0].tokens[0].deprel == relation


@pytest.mark.parametrize(("state", "relation"), [("ADJ", "nsubj"), ("NOUN", "expl:subj")])
def test_who_says_that_he_is_something_is_a_subject(state: str, relation: str) -> None:
    row = (
        "il/lui/PRON/4/expl:subj s'/soi/PRON/4/expl:pv est/être/AUX/4/aux dit/dire/VERB/0/root/VerbForm=Part "
        f"prêt/prêt/{state}/4/xcomp"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    assert with_active_verbs(sentences, "fr")[0].tokens[0].deprel == relation


@pytest.mark.parametrize(("case", "relation"), [("avec", "obl"), ("par", "obl:agent")])
def test_only_an_adposition_of_doers_makes_one(case: str, relation: str) -> None:
    row = f"reçu/recevoir/VERB/0/root/VerbForm=Part {case}/{case}/ADP/3/case Roe/Roe/PROPN/1/obl:agent"
    _, sentences = sentences_from_rows(row, language="fr")
    assert with_active_verbs(sentences, "fr")[0].tokens[2].deprel == relation


@pytest.mark.parametrize(
    ("verb", "expletive", "relation"),
    [("rencontrer", "", "nsubj"), ("avoir", " y/y/PRON/3/expl", "expl:subj"), ("falloir", "", "expl:subj")],
)
def test_who_has_to_do_something_is_a_subject(verb: str, expletive: str, relation: str) -> None:
    row = f"il/lui/PRON/2/expl:subj doit/devoir/VERB/0/root {verb}/{verb}/VERB/2/xcomp/VerbForm=Inf{expletive}"
    _, sentences = sentences_from_rows(row, language="fr")
    assert with_active_verbs(sentences, "fr")[0].tokens[0].deprel == relation


def test_a_participle_with_an_auxiliary_of_tense_alone_is_active() -> None:
    row = (
        "Roe/Roe/PROPN/3/nsubj:pass a/avoir/AUX/3/aux:tense/VerbForm=Fin "
        "parlé/parler/VERB/0/root/VerbForm=Part|Voice=Pass d'/de/ADP/6/case après/après/ADP/4/fixed "
        "Doe/Doe/PROPN/3/obl:agent"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    tokens = with_active_verbs(sentences, "fr")[0].tokens
    assert (tokens[0].deprel, tokens[5].deprel, "Voice" in tokens[2].feats) == ("nsubj", "obl", False)


def test_what_goes_on_from_a_past_is_one() -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj stressed/stress/VERB/0/root/Tense=Past|VerbForm=Fin this/this/PRON/2/obj "
        "and/and/CCONJ/5/cc called/call/VERB/2/conj/Tense=Past|VerbForm=Part|Voice=Pass "
        "on/on/ADP/7/case Doe/Doe/PROPN/5/obl:agent"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert with_active_verbs(sentences, "en")[0].tokens[4].feats["VerbForm"] == "Fin"
    _, sentences = sentences_from_rows(
        row.replace("Roe/Roe/PROPN/2/nsubj", "Roe/Roe/PROPN/2/nsubj:pass"), language="en"
    )
    assert with_active_verbs(sentences, "en")[0].tokens[4].feats["VerbForm"] == "Part"


def test_a_name_under_an_adposition_of_doers_does_it() -> None:
    rows = (
        ("appel", "appel", "NOUN", 2, "nsubj:pass"), ("été", "être", "AUX", 2, "aux:pass"),
        ("demandé", "demander", "VERB", -1, "root"), ("par", "par", "ADP", 4, "case"),
        ("Moscou", "Moscou", "PROPN", 2, "obl:mod"),
    )  # fmt: skip
    (found,) = with_active_verbs((_sentence(*rows),), "fr")
    assert found.tokens[4].deprel == "obl:agent"


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("fr", "Roe/Roe/PROPN/3/nsubj est/être/AUX/3/cop prévenu/prévenir/VERB/0/root/VerbForm=Part "
               "il/il/PRON/5/nsubj ira/aller/VERB/3/ccomp/VerbForm=Fin"),
        ("it", "Roe/Roe/PROPN/3/nsubj è/essere/AUX/3/aux avvertito/avvertire/VERB/0/root/VerbForm=Part "
               "noi/noi/PRON/5/nsubj andremo/andare/VERB/3/ccomp/VerbForm=Fin"),
    ],
)  # fmt: skip
def test_who_is_warned_says_nothing(language: str, row: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (done,) = with_active_verbs(sentences, language)
    assert [t.deprel for t in done.tokens][:3] == ["nsubj:pass", "aux:pass", "root"]

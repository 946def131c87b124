"""Relative clauses hang on the nouns before them, and their pronouns say so."""

from cronistoria.parse.repairs.relatives import with_relatives
from tests.rows import sentences_from_rows

CUT = (
    "Roe/Roe/PROPN/14/nsubj ,/,/PUNCT/1/punct che/che/PRON/6/nsubj è/essere/AUX/6/aux stato/essere/AUX/6/aux:pass "
    "ricevuto/ricevere/VERB/14/ccomp da/da/ADP/8/case ministro/ministro/NOUN/6/obl ,/,/PUNCT/6/punct "
    "generale/generale/NOUN/14/nsubj Doe/Doe/PROPN/10/nmod ,/,/PUNCT/6/punct ha/avere/AUX/14/aux "
    "risposto/rispondere/VERB/0/root"
)
SAID = (
    "Roe/Roe/PROPN/2/nsubj dice/dire/VERB/0/root che/che/SCONJ/5/mark Doe/Doe/PROPN/5/nsubj parte/partire/VERB/2/ccomp"
)


def test_a_clause_taken_for_what_is_said() -> None:
    _, sentences = sentences_from_rows(CUT, language="it")
    tokens = with_relatives(sentences, "it")[0].tokens
    assert (tokens[5].head, tokens[5].deprel) == (0, "acl:relcl")
    assert tokens[2].feats["PronType"] == "Rel"
    assert (tokens[9].head, tokens[9].deprel) == (7, "appos")


def test_what_is_said_stays() -> None:
    _, sentences = sentences_from_rows(SAID, language="it")
    assert with_relatives(sentences, "it") == sentences


def test_a_second_clause_of_content_is_opened_by_no_pronoun() -> None:
    row = (
        "Dice/dire/VERB/0/root che/che/SCONJ/3/mark parte/partire/VERB/1/ccomp e/e/CCONJ/6/cc "
        "che/che/PRON/6/nsubj parlerà/parlare/VERB/3/conj"
    )
    _, sentences = sentences_from_rows(row)
    word = with_relatives(sentences, "it")[0].tokens[4]
    assert (word.upos, word.deprel) == ("SCONJ", "mark")


def test_a_pronoun_behind_the_comma_of_its_clause_is_marked() -> None:
    row = (
        "Саммит/саммит/NOUN/0/root ,/,/PUNCT/4/punct который/который/PRON/4/nsubj/Case=Nom "
        "прошел/пройти/VERB/1/acl:relcl/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row, language="ru")
    assert with_relatives(sentences, "ru")[0].tokens[2].feats["PronType"] == "Rel"


def test_a_purpose_behind_the_closing_comma_is_of_the_main_verb() -> None:
    row = (
        "convoca/convocare/VERB/0/root Rossi/Rossi/PROPN/1/obj ,/,/PUNCT/5/punct che/che/PRON/5/nsubj "
        "rappresenta/rappresentare/VERB/2/acl:relcl Lima/Lima/PROPN/5/obj ,/,/PUNCT/9/punct per/per/ADP/9/mark "
        "consegnare/consegnare/VERB/5/advcl/VerbForm=Inf note/nota/NOUN/9/obj"
    )
    _, sentences = sentences_from_rows(row)
    assert with_relatives(sentences, "it")[0].tokens[8].head == 0
    _, unclosed = sentences_from_rows(row.replace(" ,/,/PUNCT/9/punct", " oggi/oggi/ADV/5/advmod"))
    assert with_relatives(unclosed, "it")[0].tokens[8].head == 4


def test_a_clause_with_a_relative_subject_is_a_relative_clause() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj critica/criticare/VERB/0/root Lima/Lima/PROPN/2/obj ,/,/PUNCT/3/punct "
        "che/che/PRON/6/nsubj risponde/rispondere/VERB/3/acl/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row)
    assert with_relatives(sentences, "it")[0].tokens[5].deprel == "acl:relcl"


def test_a_relative_pronoun_that_is_no_subject_is_to_whom() -> None:
    row = (
        "vede/vedere/VERB/0/root Doe/Doe/PROPN/1/obj ,/,/PUNCT/5/punct cui/cui/PRON/5/nsubj "
        "chiede/chiedere/VERB/2/acl:relcl/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row)
    assert with_relatives(sentences, "it")[0].tokens[3].deprel == "iobj"

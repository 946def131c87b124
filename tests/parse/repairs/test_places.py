"""One word in one place below a verb."""

import pytest

from cronistoria.parse.repairs.places import with_single_places
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
CASES = [
    # a title with an article and its name
    (
        "es",
        "El/el/DET/2/det enviado/enviado/NOUN/4/nsubj Roe/Roe/PROPN/4/nsubj//B-PER propuso/proponer/VERB/0/root",
        {"enviado": ("propuso", "nsubj"), "Roe": ("enviado", "appos")},
    ),
    # with a capital, in another place of the verb
    (
        "en",
        "Doe/Doe/PROPN/2/nsubj//B-PER told/tell/VERB/0/root Minister/Minister/PROPN/2/iobj "
        "Roe/Roe/PROPN/2/nsubj//B-PER",
        {"Doe": ("told", "nsubj"), "Minister": ("told", "iobj"), "Roe": ("Minister", "appos")},
    ),
    # a time before a name is none of its titles
    (
        "it",
        "Lunedì/lunedì/NOUN/3/obl Roe/Roe/PROPN/3/nsubj//B-PER parla/parlare/VERB/0/root",
        {"Lunedì": ("parla", "obl"), "Roe": ("parla", "nsubj")},
    ),
    # what somebody is kept as is no title
    (
        "it",
        "tengono/tenere/VERB/0/root prigioniero/prigioniero/NOUN/1/obj Roe/Roe/PROPN/1/nsubj//B-PER",
        {"prigioniero": ("tengono", "obj"), "Roe": ("tengono", "nsubj")},
    ),
    # the parts of one name
    (
        "fr",
        "Le/le/DET/2/det//B-PER Drian/Drian/PROPN/4/nsubj//I-PER Roe/Roe/PROPN/4/nsubj//I-PER parle/parler/VERB/0/root",
        {"Drian": ("parle", "nsubj"), "Roe": ("Drian", "flat")},
    ),
    # who says so is no second subject
    (
        "fr",
        "Selon/selon/ADP/3/case le/le/DET/3/det ministère/ministère/NOUN/6/nsubj une/un/DET/5/det "
        "frappe/frappe/NOUN/6/nsubj tue/tuer/VERB/0/root",
        {"ministère": ("tue", "obl"), "frappe": ("tue", "nsubj")},
    ),
    # behind the title of a name
    (
        "en",
        "Doe/Doe/PROPN/2/nsubj//B-PER spoke/speak/VERB/0/root with/with/ADP/4/case Minister/Minister/PROPN/5/nmod:desc "
        "Roe/Roe/PROPN/2/nsubj//B-PER",
        {"Doe": ("spoke", "nsubj"), "Roe": ("spoke", "obl")},
    ),
    # what is counted, and a subject alone behind "at least"
    (
        "fr",
        "Combien/combien/ADV/4/nsubj de/de/ADP/3/case soldats/soldat/NOUN/4/nsubj entrent/entrer/VERB/0/root",
        {"Combien": ("entrent", "nsubj"), "soldats": ("entrent", "nsubj")},
    ),
    (
        "es",
        "a/a/ADP/3/case menos/menos/ADV/1/fixed soldados/soldado/NOUN/4/nsubj mueren/morir/VERB/0/root",
        {"soldados": ("mueren", "nsubj")},
    ),
    # where objects that are persons have an adposition, a bare name is the subject
    (
        "es",
        f"Aceptará/aceptar/VERB/0/root/{FIN} Roe/Roe/PROPN/1/obj//B-PER a/a/ADP/4/case Doe/Doe/PROPN/1/iobj//B-PER",
        {"Roe": ("Aceptará", "nsubj"), "Doe": ("Aceptará", "iobj")},
    ),
    (
        "fr",
        f"Recevra/recevoir/VERB/0/root/{FIN} Roe/Roe/PROPN/1/obj//B-PER à/à/ADP/4/case Oslo/Oslo/PROPN/1/obl//B-LOC",
        {"Roe": ("Recevra", "obj")},
    ),
]


@pytest.mark.parametrize(("language", "row", "expected"), CASES)
def test_places(language: str, row: str, expected: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    tokens = with_single_places(sentences, language)[0].tokens
    assert {t.form: (tokens[t.head].form, t.deprel) for t in tokens if t.form in expected} == expected


def test_articles_that_are_objects_are_pronouns() -> None:
    row = "Roe/Roe/PROPN/3/nsubj//B-PER l'/le/DET/3/obj/PronType=Art accuse/accuser/VERB/0/root"
    _, sentences = sentences_from_rows(row, language="fr")
    (_, pronoun, _) = with_single_places(sentences, "fr")[0].tokens
    assert (pronoun.upos, pronoun.feats["PronType"]) == ("PRON", "Prs")

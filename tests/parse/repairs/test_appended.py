"""Who says so behind what is said gets his verb."""

import pytest

from cronistoria.parse.repairs.appended import with_appended
from tests.rows import sentences_from_rows

FIN = "VerbForm=Fin"
TOLD = f"Troops/troops/NOUN/2/nsubj left/leave/VERB/0/root/{FIN} Rome/Rome/PROPN/2/obj ,/,/PUNCT/2/punct "
Row = tuple[str, str, dict[str, tuple[str, str]]]
CASES: list[Row] = [
    # the tellers were a subject of the verb before, and coordinated with the verb of saying
    (
        "en",
        f"{TOLD}witnesses/witness/NOUN/2/nsubj and/and/CCONJ/9/cc an/a/DET/8/det official/official/NOUN/9/nsubj "
        f"said/say/VERB/2/conj/{FIN} ././PUNCT/2/punct",
        {"witnesses": ("nsubj", "said"), "official": ("conj", "witnesses"), "said": ("parataxis", "left")},
    ),
    # what is told stood below the verb of saying with its conjunction
    (
        "en",
        f"{TOLD}but/but/CCONJ/10/cc after/after/ADP/7/case talks/talk/NOUN/10/obl ,/,/PUNCT/7/punct "
        f"Roe/Roe/PROPN/10/nsubj said/say/VERB/2/conj/{FIN} ././PUNCT/2/punct",
        {"Roe": ("nsubj", "said"), "said": ("parataxis", "left"), "talks": ("obl", "left"), "but": ("cc", "talks")},
    ),
    # behind their verb they were its object, and its words hung on the verb before
    (
        "it",
        f"Truppe/truppa/NOUN/2/nsubj partono/partire/VERB/0/root/{FIN} ,/,/PUNCT/2/punct hanno/avere/AUX/2/aux/{FIN} "
        "reso/rendere/VERB/2/conj/VerbForm=Part noto/noto/ADJ/2/xcomp due/due/NUM/8/nummod "
        "testimoni/testimone/NOUN/5/obj ././PUNCT/2/punct",
        {
            "testimoni": ("nsubj", "reso"), "reso": ("parataxis", "partono"), "noto": ("xcomp", "reso"),
            "hanno": ("aux", "reso"),
        },
    ),
    # whom it is told was its subject as well
    (
        "en",
        f"{TOLD}Roe/Roe/PROPN/6/nsubj told/tell/VERB/2/parataxis/{FIN} Echo/Echo/PROPN/8/compound "
        "television/television/NOUN/6/nsubj ././PUNCT/2/punct",
        {"Roe": ("nsubj", "told"), "television": ("obj", "told")},
    ),
    # a thing that is announced is no teller, nor the last of several things, nor whoever does something else
    (
        "it",
        f"Roma/Roma/PROPN/2/nsubj tace/tacere/VERB/0/root/{FIN} ,/,/PUNCT/2/punct "
        f"annuncia/annunciare/VERB/2/conj/{FIN} dazi/dazio/NOUN/4/obj ././PUNCT/2/punct",
        {"annuncia": ("conj", "tace"), "dazi": ("obj", "annuncia")},
    ),
    (
        "en",
        f"{TOLD}supplies/supply/NOUN/3/conj and/and/CCONJ/7/cc said/say/VERB/2/conj/{FIN} ././PUNCT/2/punct",
        {"supplies": ("conj", "Rome"), "said": ("conj", "left")},
    ),
    (
        "en",
        f"{TOLD}rebels/rebel/NOUN/6/nsubj said/say/VERB/2/conj/{FIN} prayers/prayer/NOUN/6/obj ././PUNCT/2/punct",
        {"rebels": ("nsubj", "said"), "said": ("conj", "left")},
    ),
    # a past form was taken for the participle that looks like it
    (
        "en",
        f"{TOLD}Roe/Roe/PROPN/3/conj warned/warn/VERB/3/acl/Tense=Past|VerbForm=Part|Voice=Pass ././PUNCT/2/punct",
        {"Roe": ("nsubj", "warned"), "warned": ("parataxis", "left")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "row", "wanted"), CASES)
def test_who_says_so_is_the_subject_of_the_verb_of_saying(
    language: str, row: str, wanted: dict[str, tuple[str, str]]
) -> None:
    sentence = with_appended(sentences_from_rows(row, language=language)[1], language)[0]
    found = {t.form: (t.relation, sentence.tokens[t.head].form if t.head >= 0 else "") for t in sentence.tokens}
    assert {form: found[form] for form in wanted} == wanted

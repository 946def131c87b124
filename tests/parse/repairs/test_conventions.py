"""Trees in the extractors' conventions: particles, moods, participles and passives of German verbs."""

import pytest

from cronistoria.model.sentence import Token
from cronistoria.parse.repairs.conventions import with_conventions
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PLUR = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"


def words(row: str, language: str = "de") -> dict[str, Token]:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_conventions(sentences, language)
    return {t.form: t for t in sentence.tokens}


PARTICLE = f"Oslo/Oslo/PROPN/2/nsubj kündigt/kündigen/VERB/0/root/{FIN} Hilfe/Hilfe/NOUN/2/obj an/an/ADP/2/compound:prt"
MOODS = [
    (f"Oslo/Oslo/PROPN/3/nsubj habe/haben/AUX/3/aux/{FIN} gezögert/zögern/VERB/0/root", "habe", "Qot"),
    (f"Oslo/Oslo/PROPN/2/nsubj zögere/zögern/VERB/0/root/{FIN}", "zögere", "Qot"),
    (f"Oslo/Oslo/PROPN/2/nsubj zögert/zögern/VERB/0/root/{FIN}", "zögert", "Ind"),
    (f"Oslo/Oslo/PROPN/3/nsubj könnte/können/AUX/3/aux/{FIN} zögern/zögern/VERB/0/root", "könnte", "Cnd"),
    (
        f"Ich/ich/PRON/3/nsubj/Case=Nom|Person=1 habe/haben/AUX/3/aux/{FIN} gezögert/zögern/VERB/0/root",
        "habe", "Ind",
    ),
]  # fmt: skip
FORMS = [
    (f"Oslo/Oslo/PROPN/2/nsubj wird/werden/AUX/3/aux/{FIN} zögern/zögern/VERB/0/root", "zögern", "Inf"),
    (f"Oslo/Oslo/PROPN/2/nsubj hat/haben/AUX/3/aux/{FIN} gezögert/zögern/VERB/0/root", "gezögert", "Part"),
    (f"Oslo/Oslo/PROPN/2/nsubj hat/haben/AUX/3/aux/{FIN} bekommen/bekommen/VERB/0/root", "bekommen", "Part"),
]


def test_a_verb_and_its_particle_make_one_lemma() -> None:
    assert words(PARTICLE)["kündigt"].lemma == "ankündigen"


def test_a_particle_before_the_comma_of_an_infinitive_is_that_of_the_verb_before() -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj sagte/sagen/VERB/0/root/{FIN} zu/zu/ADP/6/mark ,/,/PUNCT/6/punct zu/zu/PART/6/mark "
        "gehen/gehen/VERB/2/xcomp/VerbForm=Inf"
    )
    assert words(row)["sagte"].lemma == "zusagen"


@pytest.mark.parametrize(
    ("form", "lemma", "feats"),
    [
        ("entsendet", "entsenden", FIN),
        ("abgeführt", "abführen", "VerbForm=Part"),
        ("gefoltert", "foltern", "VerbForm=Part"),
    ],
)
def test_forms_that_are_words_of_their_own_have_the_verb_for_a_lemma(form: str, lemma: str, feats: str) -> None:
    row = f"Oslo/Oslo/PROPN/2/nsubj {form}/{form}/VERB/0/root/{feats} Helfer/Helfer/NOUN/2/obj"
    assert words(row)[form].lemma == lemma


def test_an_infinitive_loses_its_inner_mark() -> None:
    row = f"Oslo/Oslo/PROPN/2/nsubj droht/drohen/VERB/0/root/{FIN} abzuziehen/abzuziehen/VERB/2/xcomp"
    verb = words(row)["abzuziehen"]
    assert (verb.lemma, verb.feats["VerbForm"]) == ("abziehen", "Inf")


@pytest.mark.parametrize(("row", "form", "mood"), MOODS)
def test_moods_are_read_from_forms(row: str, form: str, mood: str) -> None:
    assert words(row)[form].feats["Mood"] == mood


@pytest.mark.parametrize(("row", "form", "kind"), FORMS)
def test_infinitives_and_participles_are_told_apart(row: str, form: str, kind: str) -> None:
    assert words(row)[form].feats["VerbForm"] == kind


def test_a_passive_has_its_relations() -> None:
    found = words(
        f"Soldaten/Soldat/NOUN/5/nsubj wurden/werden/AUX/5/aux/{PLUR} von/von/ADP/4/case Rebellen/Rebell/NOUN/5/obl "
        "getötet/töten/VERB/0/root"
    )
    relations = [found[form].deprel for form in ("Soldaten", "wurden", "Rebellen")]
    assert relations == ["nsubj:pass", "aux:pass", "obl:agent"]


def test_a_language_without_such_words_keeps_its_trees() -> None:
    row = f"They/they/PRON/2/nsubj rule/rule/VERB/0/root/{FIN} it/it/PRON/2/obj out/out/ADP/2/compound:prt"
    assert words(row, "en")["rule"].lemma == "rule"


def test_a_determiner_shows_the_case() -> None:
    thanks = f"Oslo/Oslo/PROPN/2/nsubj dankte/danken/VERB/0/root/{FIN}"
    found = words(f"{thanks} dem/der/DET/4/det Minister/Minister/NOUN/2/obj/Case=Acc")
    assert (found["Minister"].feats["Case"], found["Minister"].deprel) == ("Dat", "iobj")


def test_what_stands_behind_the_verb_beside_a_subject_is_an_object() -> None:
    found = words(f"Oslo/Oslo/PROPN/2/nsubj traf/treffen/VERB/0/root/{FIN} Lima/Lima/PROPN/2/nsubj")
    assert [found[name].deprel for name in ("Oslo", "Lima")] == ["nsubj", "obj"]


def test_a_particle_closes_the_clause_of_the_verb_before_it() -> None:
    found = words(
        f"Oslo/Oslo/PROPN/2/nsubj sagte/sagen/VERB/0/root/{FIN} Hilfe/Hilfe/NOUN/6/obj zu/zu/ADP/6/compound:prt "
        f",/,/PUNCT/6/punct schloss/schließen/VERB/2/conj/{FIN} Krieg/Krieg/NOUN/6/obj aus/aus/ADP/6/compound:prt"
    )
    assert [found[form].lemma for form in ("sagte", "schloss")] == ["zusagen", "ausschließen"]
    assert found["Hilfe"].head == found["sagte"].index


def test_a_perfect_with_the_passive_s_auxiliary_is_active() -> None:
    found = words(
        f"Truppen/Truppe/NOUN/3/nsubj:pass sind/sein/AUX/3/aux:pass/{PLUR} abgereist/abreisen/VERB/0/root/Tense=Past"
    )
    assert [found[form].deprel for form in ("Truppen", "sind")] == ["nsubj", "aux"]


def test_a_clause_that_opens_with_its_verb_is_a_condition() -> None:
    found = words(
        f"Sollte/sollen/AUX/3/aux/{FIN} Oslo/Oslo/PROPN/3/nsubj zögern/zögern/VERB/0/root ,/,/PUNCT/7/punct "
        f"werde/werden/AUX/7/aux/{FIN} Lima/Lima/PROPN/7/nsubj handeln/handeln/VERB/3/conj"
    )
    assert (found["zögern"].deprel, found["handeln"].deprel) == ("advcl", "root")


def test_a_name_right_behind_its_noun_is_an_apposition() -> None:
    found = words(f"Die/der/DET/2/det Stadt/Stadt/NOUN/4/nsubj Bern/Bern/PROPN/2/nmod wächst/wachsen/VERB/0/root/{FIN}")
    assert found["Bern"].deprel == "appos"


def test_a_condition_may_stand_behind_its_main_clause() -> None:
    found = words(
        f"Oslo/Oslo/PROPN/2/nsubj handelt/handeln/VERB/0/root/{FIN} ,/,/PUNCT/6/punct "
        f"sollte/sollen/AUX/6/aux/{FIN} es/es/PRON/6/nsubj zögern/zögern/VERB/2/conj"
    )
    assert found["zögern"].deprel == "advcl"


def test_a_lemma_that_is_no_infinitive_gives_way() -> None:
    assert words(f"Oslo/Oslo/PROPN/2/nsubj rief/rien/VERB/0/root/{FIN}")["rief"].lemma == "rufen"


@pytest.mark.parametrize(
    ("form", "lemma", "feats", "found"),
    [
        ("trafen", "traen", "VerbForm=Fin", "treffen"),
        ("gesprochen", "sprocheen", "VerbForm=Part", "sprechen"),
        ("zurückgewiesen", "zurückgewiesen", "VerbForm=Part", "zurückweisen"),
        ("gesagt", "sagen", "VerbForm=Part", "sagen"),
    ],
)
def test_irregular_forms_have_their_lemma(form: str, lemma: str, feats: str, found: str) -> None:
    assert words(f"Oslo/Oslo/PROPN/2/nsubj {form}/{lemma}/VERB/0/root/{feats}")[form].lemma == found


@pytest.mark.parametrize(
    ("row", "lemma", "relation"),
    [
        ("Gäste/Gast/NOUN/3/nsubj sind/sein/AUX/3/cop eingetroffen/eingetroffen/ADJ/0/root", "eintreffen", "aux"),
        ("Zahlen/Zahl/NOUN/3/nsubj sind/sein/AUX/3/cop angestiegen/angestieg/ADJ/0/root", "ansteigen", "aux"),
        ("Gäste/Gast/NOUN/3/nsubj sind/sein/AUX/3/cop angenehm/angenehm/ADJ/0/root", "angenehm", "cop"),
    ],
)  # fmt: skip
def test_a_perfect_is_no_adjective(row: str, lemma: str, relation: str) -> None:
    found = words(row)
    assert ([*found.values()][-1].lemma, found["sind"].deprel) == (lemma, relation)


def test_a_participle_behind_a_particle_has_the_lemma_of_both() -> None:
    row = f"Oslo/Oslo/PROPN/3/nsubj hat/haben/AUX/3/aux/{FIN} abgeschossen/abgeschossen/VERB/0/root/VerbForm=Part"
    assert words(row)["abgeschossen"].lemma == "abschießen"


def test_what_stands_behind_the_auxiliary_beside_a_subject_is_an_object() -> None:
    row = (
        f"Oslo/Oslo/PROPN/4/nsubj hat/haben/AUX/4/aux/{FIN} Schiffe/Schiff/NOUN/4/nsubj geschickt/schicken/VERB/0/root"
    )
    assert words(row)["Schiffe"].deprel == "obj"


def test_a_perfect_without_the_passive_s_auxiliary_is_active() -> None:
    row = f"Quito/Quito/PROPN/3/nsubj:pass hat/haben/AUX/3/aux/{FIN} telefoniert/telefonieren/VERB/0/root/VerbForm=Part"
    assert words(row)["Quito"].deprel == "nsubj"


def test_a_particle_at_the_end_of_its_clause_is_no_adposition() -> None:
    found = words(
        f"Oslo/Oslo/PROPN/2/nsubj fordert/fordern/VERB/0/root/{FIN} Lima/Lima/PROPN/2/obj auf/auf/ADP/3/case "
        "zu/zu/PART/6/mark gehen/gehen/VERB/2/xcomp/VerbForm=Inf".replace(" zu/", " ,/,/PUNCT/7/punct zu/").replace(
            "PART/6", "PART/7"
        )
    )
    assert found["fordert"].lemma == "auffordern"


def test_of_two_objects_the_name_behind_the_finite_verb_is_the_subject() -> None:
    found = words(
        f"Vorwurf/Vorwurf/NOUN/4/obj hat/haben/AUX/4/aux/{FIN} Doha/Doha/PROPN/4/obj "
        "bestritten/bestreiten/VERB/0/root/VerbForm=Part"
    )
    assert found["Doha"].deprel == "nsubj"

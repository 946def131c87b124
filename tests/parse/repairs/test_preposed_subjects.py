"""Names before their verb as subjects, infinitives with an article as adverbials."""

from cronistoria.parse.repairs.preposed_subjects import with_preposed_subjects
from tests.rows import sentences_from_rows


def relations(row: str, language: str) -> list[str]:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_preposed_subjects(sentences)
    return [t.deprel for t in sentence.tokens]


def test_names_that_open_a_clause_without_a_subject_and_agree_are_it() -> None:
    row = (
        "Bamako/Bamako/PROPN/5/obj/Number=Sing et/et/CCONJ/3/cc Niamey/Niamey/PROPN/1/conj/Number=Sing "
        "ont/avoir/AUX/5/aux/Number={}|VerbForm=Fin averti/avertir/VERB/0/root/VerbForm=Part"
    )
    assert relations(row.format("Plur"), "fr")[0] == "nsubj"
    assert relations(row.format("Sing"), "fr")[0] == "obj"


def test_an_infinitive_with_an_article_beside_an_object_is_no_complement() -> None:
    row = (
        "Rechazó/rechazar/VERB/0/root/Number=Sing|VerbForm=Fin el/el/DET/3/det plan/plan/NOUN/1/obj "
        "a/a/ADP/6/mark el/el/DET/6/det considerar/considerar/VERB/1/xcomp/VerbForm=Inf"
    )
    assert relations(row, "es")[5] == "advcl"

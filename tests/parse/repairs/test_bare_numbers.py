"""Numbers behind "more than" as subjects."""

from cronistoria.parse.repairs.bare_numbers import with_bare_numbers
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Plur|Person=3|VerbForm=Fin"


def heads(row: str, language: str) -> list[tuple[str, int, str]]:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_bare_numbers(sentences, language)
    return [(t.form, t.head, t.deprel) for t in sentence.tokens]


def test_a_number_behind_more_than_is_the_subject_of_the_verb_behind_it() -> None:
    row = (
        f"Mueren/morir/VERB/0/root/{FIN} diez/diez/NUM/1/nsubj y/y/CCONJ/7/cc más/más/ADV/7/advmod de/de/ADP/4/case "
        f"cien/cien/NUM/4/nmod resultan/resultar/VERB/1/conj/{FIN} heridos/herido/NOUN/7/obj"
    )
    found = heads(row, "es")
    assert (found[3], found[4], found[5]) == (("más", 5, "advmod"), ("de", 3, "fixed"), ("cien", 6, "nsubj"))


def test_what_became_of_them_is_no_subject_and_a_share_is_none_either() -> None:
    row = (
        f"Più/più/ADV/5/nsubj di/di/ADP/3/case cento/cento/NUM/1/nummod sono/essere/AUX/5/aux/{FIN} "
        "rimasti/rimanere/VERB/0/root/VerbForm=Part feriti/ferito/NOUN/5/nsubj"
    )
    assert [deprel for _, _, deprel in heads(row, "it")] == ["advmod", "fixed", "nsubj", "aux", "root", "xcomp"]
    share = f"Más/más/ADV/4/advmod de/de/ADP/3/case medio/medio/NOUN/1/obl huyen/huir/VERB/0/root/{FIN}"
    assert heads(share, "es")[0] == ("Más", 3, "advmod")

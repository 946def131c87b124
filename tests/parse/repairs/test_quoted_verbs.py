"""Verbs inside marks that were taken for helpers of the verb behind them."""

from cronistoria.parse.repairs.quoted_verbs import with_quoted_verbs
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|VerbForm=Fin"
QUOTED = (
    "«/«/PUNCT/4/punct Tout/tout/DET/3/det raid/raid/NOUN/4/nsubj aurait/avoir/AUX/{}/aux/Mood=Cnd|VerbForm=Fin "
    "un/un/DET/6/det prix/prix/NOUN/9/obj {}/{}/PUNCT/4/punct a/avoir/AUX/9/aux/Mood=Ind|VerbForm=Fin "
    "averti/avertir/VERB/0/root/VerbForm=Part Macron/Macron/PROPN/9/nsubj"
)


def rows(row: str) -> list[tuple[str, int, str]]:
    _, sentences = sentences_from_rows(row, language="fr")
    (sentence,) = with_quoted_verbs(sentences)
    return [(t.upos, t.head, t.deprel) for t in sentence.tokens]


def test_a_word_inside_marks_is_no_helper_of_the_verb_behind_them() -> None:
    found = rows(QUOTED.format(9, "»", "»"))
    assert (found[3], found[5], found[9]) == (("VERB", 8, "ccomp"), ("NOUN", 3, "obj"), ("PROPN", 8, "nsubj"))


def test_without_a_mark_between_a_helper_stays_one() -> None:
    assert rows(QUOTED.format(9, ",", ","))[3] == ("AUX", 8, "aux")

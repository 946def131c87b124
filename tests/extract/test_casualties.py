"""The dead and the wounded, over hand-made trees."""

from cronistoria.extract.casualties import Casualties, casualties_of_nouns, casualties_of_victims
from cronistoria.languages.events import load_event_words
from cronistoria.languages.quantities import load_quantity_words
from tests.rows import sentences_from_rows

NOUNS = (
    "Almeno/almeno/ADV/2/advmod 12/12/NUM/3/nummod morti/morto/NOUN/0/root e/e/CCONJ/6/cc "
    "30/30/NUM/6/nummod feriti/ferito/NOUN/3/conj"
)
LEFT = (
    "Circa/circa/ADV/2/advmod 40/40/NUM/3/nummod persone/persona/NOUN/5/nsubj sono/essere/AUX/5/aux "
    "rimaste/rimanere/VERB/0/root/VerbForm=Part ferite/ferito/ADJ/5/xcomp"
)
QUOTED = "Uccisi/uccidere/VERB/0/root 90/90/NUM/4/nummod «/«/PUNCT/4/punct terroristi/terrorista/NOUN/1/obj"


def of_nouns(row: str) -> Casualties | None:
    document, (sentence,) = sentences_from_rows(row)
    return casualties_of_nouns(document, sentence, frozenset(), load_event_words("it"), load_quantity_words("it"))


def test_dead_and_wounded_are_counted_apart() -> None:
    found = of_nouns(NOUNS)
    assert found and found.killed and found.wounded and found.missing is None
    assert (found.killed.min, found.killed.max, found.killed.bound) == (12, None, "over")
    assert (found.wounded.min, found.wounded.bound) == (30, "exact")


def test_people_who_are_left_wounded() -> None:
    found = of_nouns(LEFT)
    assert found and found.wounded and (found.wounded.min, found.wounded.bound) == (40, "about")


def test_victims_in_quotation_marks_are_counted() -> None:
    document, (sentence,) = sentences_from_rows(QUOTED)
    found = casualties_of_victims(document, sentence, sentence.tokens[3:4], "killed", load_quantity_words("it"))
    assert found.killed and found.killed.min == 90


def test_the_dead_of_something_else_are_left_out() -> None:
    row = (
        "L'/il/DET/2/det attacco/attacco/NOUN/3/nsubj segue/seguire/VERB/0/root rivolte/rivolta/NOUN/3/obj "
        "costate/costare/VERB/4/acl:relcl 8mila/8mila/NUM/7/nummod morti/morto/NOUN/5/obj"
    )
    document, (sentence,) = sentences_from_rows(row)
    tables = load_event_words("it"), load_quantity_words("it")
    assert casualties_of_nouns(document, sentence, frozenset({1}), *tables) is None
    assert casualties_of_nouns(document, sentence, frozenset({3}), *tables) is not None


def test_those_who_suffered_wounds_are_counted() -> None:
    row = "595/595/NUM/2/nummod человек/человек/NOUN/3/nsubj получили/получить/VERB/0/root ранения/ранение/NOUN/3/obj"
    document, (sentence,) = sentences_from_rows(row, language="ru")
    words, numbers = load_event_words("ru"), load_quantity_words("ru")
    found = casualties_of_nouns(document, sentence, frozenset(), words, numbers)
    assert found and found.wounded and found.wounded.min == 595


def test_a_scale_that_is_the_subject_counts_with_its_number() -> None:
    row = (
        "Около/около/ADP/3/case 3,7/3,7/NUM/3/nummod:gov тыс./тыс./NOUN/4/nsubj получили/получить/VERB/0/root "
        "ранения/ранение/NOUN/4/obj"
    )
    document, (sentence,) = sentences_from_rows(row, language="ru")
    found = casualties_of_nouns(document, sentence, frozenset(), load_event_words("ru"), load_quantity_words("ru"))
    assert found and found.wounded and (found.wounded.min, found.wounded.bound) == (3700, "about")


def test_those_counted_right_before_a_verb_are_whom_it_befalls() -> None:
    row = (
        "Morirono/morire/VERB/0/root/VerbForm=Fin nove/nove/NUM/3/nummod civili/civile/NOUN/1/nsubj e/e/CCONJ/6/cc "
        "30/30/NUM/6/nummod riportarono/riportare/VERB/1/conj/VerbForm=Fin ferite/ferita/NOUN/6/obj"
    )
    found = of_nouns(row)
    assert found and found.wounded and found.wounded.min == 30

"""Constructions that only their neighbours explain, on trees written by hand: who is meant, what is no position."""

import pytest

from tests.extract.position_rows import FUT3, INF, PAST, PRES3, lines
from tests.extract.test_actors import mentions
from tests.extract.test_contacts import contacts, words
from tests.extract.test_quotes import told

PER, LOC = "/B-PER", "/B-LOC"
HAS = "ha/avere/AUX/3/aux/" + PRES3

POSITIONS = [
    # an ultimatum: the length of time is the deadline, the infinitive what is demanded
    (
        f"Quito/Quito/PROPN/3/nsubj {HAS} dato/dare/VERB/0/root/{PAST} a/a/ADP/6/case i/il/DET/6/det "
        "ribelli/ribelle/NOUN/3/obl tre/tre/NUM/8/nummod giorni/giorno/NOUN/3/obj per/per/ADP/10/mark "
        f"arrendersi/arrendere/VERB/3/advcl/{INF}",
        ["demand: Quito > i ribelli: arrendersi"],
    ),
    # what is not ruled out: harm threatens, talks are on offer
    (
        f"Quito/Quito/PROPN/3/nsubj non/non/ADV/3/advmod esclude/escludere/VERB/0/root/{PRES3} "
        "sanzioni/sanzione/NOUN/3/obj",
        ["threat: Quito: sanzioni"],
    ),
    (
        f"Quito/Quito/PROPN/3/nsubj non/non/ADV/3/advmod esclude/escludere/VERB/0/root/{PRES3} "
        "una/uno/DET/5/det tregua/tregua/NOUN/3/obj",
        ["offer: Quito: una tregua"],
    ),
    # an appeal to a goal is addressed to nobody
    (
        f"Quito/Quito/PROPN/3/nsubj {HAS} fatto/fare/VERB/0/root/{PAST} appello/appello/NOUN/3/obj "
        "a/a/ADP/7/case la/il/DET/7/det calma/calma/NOUN/3/obl",
        ["request: Quito: la calma"],
    ),
    # that there will be no harm is a promise
    (
        f"Quito/Quito/PROPN/2/nsubj promette/promettere/VERB/0/root/{PRES3} che/che/SCONJ/6/mark "
        f"non/non/ADV/6/advmod ci/ci/PRON/6/expl saranno/essere/VERB/2/ccomp/{FUT3} "
        "rappresaglie/rappresaglia/NOUN/6/nsubj",
        ["promise: Quito: non ci saranno rappresaglie"],
    ),
    # what will have an answer is threatened with one; what is said behind a semicolon is no content
    (
        f"Quito/Quito/PROPN/2/nsubj avverte/avvertire/VERB/0/root/{PRES3} che/che/SCONJ/6/mark ogni/ogni/DET/5/det "
        f"raid/raid/NOUN/6/nsubj avrà/avere/VERB/2/ccomp/{FUT3} una/uno/DET/8/det risposta/risposta/NOUN/6/obj",
        ["threat: Quito: avrà una risposta"],
    ),
    (
        f"Quito/Quito/PROPN/2/nsubj condanna/condannare/VERB/0/root/{PRES3} il/il/DET/4/det raid/raid/NOUN/2/obj "
        "di/di/ADP/6/case Lima/Lima/PROPN/4/nmod ;/;/PUNCT/8/punct tace/tacere/VERB/4/parataxis "
        "Oslo/Oslo/PROPN/8/nsubj",
        ["condemnation: Quito > il raid di Lima: il raid di Lima"],
    ),
    # a party that is not at the table refuses nothing
    (
        f"Quito/Quito/PROPN/6/nsubj/{LOC} non/non/ADV/6/advmod è/essere/AUX/6/cop/{PRES3} a/a/ADP/6/case "
        f"il/il/DET/6/det tavolo/tavolo/NOUN/0/root ,/,/PUNCT/8/punct dice/dire/VERB/6/parataxis/{PRES3} "
        "Lima/Lima/PROPN/8/nsubj",
        [],
    ),
    # who wants to stay unnamed takes no position
    (
        f"Una/uno/DET/2/det fonte/fonte/NOUN/3/nsubj chiede/chiedere/VERB/0/root/{PRES3} di/di/ADP/5/mark "
        f"restare/restare/VERB/3/xcomp/{INF} anonima/anonimo/ADJ/5/xcomp",
        [],
    ),
]


@pytest.mark.parametrize(("row", "expected"), POSITIONS)
def test_positions(row: str, expected: list[str]) -> None:
    assert lines(row) == expected


TOURS = (
    f"Rossi/Rossi/PROPN/2/nsubj/{PER} inizia/iniziare/VERB/0/root/{PRES3} un/uno/DET/4/det tour/tour/NOUN/2/obj "
    "che/che/PRON/7/nsubj/PronType=Rel lo/lo/PRON/7/obj/Number=Sing|Person=3|PronType=Prs "
    f"porterà/portare/VERB/4/acl:relcl/{FUT3} in/in/ADP/9/case Perù/Perù/PROPN/7/obl/{LOC} "
    f"e/e/CCONJ/11/cc Cile/Cile/PROPN/9/conj/{LOC}"
)
BREAKFAST = (
    f"Rossi/Rossi/PROPN/3/nsubj/{PER} {HAS} fatto/fare/VERB/0/root/{PAST} colazione/colazione/NOUN/3/obj "
    f"con/con/ADP/6/case Bianchi/Bianchi/PROPN/3/obl/{PER}"
)
APPEAL = (
    f"Rossi/Rossi/PROPN/3/nsubj/{PER} {HAS} fatto/fare/VERB/0/root/{PAST} appello/appello/NOUN/3/obj "
    "a/a/ADP/7/case il/il/DET/7/det dialogo/dialogo/NOUN/3/obl"
)


def test_a_tour_is_a_visit_for_each_place() -> None:
    found = [(c.channel, words(c)[-1]) for c in contacts(TOURS)]
    assert found == [("visit", "Perù"), ("visit", "Cile")]


def test_a_meal_is_a_meeting_with_company_alone() -> None:
    (meal,) = contacts(BREAKFAST)
    assert (meal.channel, words(meal)) == ("meeting", ["Rossi", "Bianchi"])
    assert contacts(BREAKFAST.rsplit(" con/", 1)[0]) == []


def test_an_appeal_for_talks_is_no_contact() -> None:
    assert contacts(APPEAL) == []


ACCORDING = (
    f"Secondo/secondo/ADP/2/case Rossi/Rossi/PROPN/5/obl/{PER} non/non/ADV/5/advmod ci/ci/PRON/5/expl "
    f"saranno/essere/VERB/0/root/{FUT3} trattative/trattativa/NOUN/5/nsubj"
)
EXPECTED = (
    f"Rossi/Rossi/PROPN/2/nsubj/{PER} parla/parlare/VERB/0/root/{PRES3}",
    f"Bianchi/Bianchi/PROPN/3/nsubj/{PER} "
    "dovrebbe/dovere/AUX/3/aux/Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    f"arrivare/arrivare/VERB/0/root/{INF} lunedì/lunedì/NOUN/3/obl",
)


def test_what_is_denied_stays_denied() -> None:
    assert told(ACCORDING) == [("indirect", "Rossi", "non ci saranno trattative")]


def test_what_is_to_be_expected_is_nobody_s_words() -> None:
    assert told(*EXPECTED) == []


PEOPLE = [
    # the word for a people before a name, and the pronoun for a title before it
    (
        f"l'/il/DET/2/det americano/americano/ADJ/4/nsubj/Number=Sing Rossi/Rossi/PROPN/2/nmod/{PER} "
        f"parla/parlare/VERB/0/root/{PRES3}",
        [("americano Rossi", ("USA",), None)],
    ),
    (
        f"il/il/DET/2/det premier/premier/NOUN/8/nsubj/Number=Sing greco/greco/ADJ/2/amod "
        f"Rossi/Rossi/PROPN/2/nmod/{PER} e/e/CCONJ/6/cc quello/quello/PRON/2/conj/PronType=Dem "
        f"turco/turco/ADJ/6/amod parlano/parlare/VERB/0/root/{FUT3}",
        [("premier greco Rossi", ("GRC",), "prime_minister"), ("quello turco", ("TUR",), "prime_minister")],
    ),
    # the one of many whom a name is of
    (
        "portavoce/portavoce/NOUN/6/nsubj/Number=Sing di/di/ADP/4/case i/il/DET/4/det "
        f"ribelli/ribelle/NOUN/1/nmod/Number=Plur Keller/Keller/PROPN/4/nmod/{PER} parla/parlare/VERB/0/root/{PRES3}",
        [("portavoce", (), "spokesperson"), ("ribelli", (), None), ("Keller", (), "spokesperson")],
    ),
    # a ship's name is nobody's
    (
        f"la/il/DET/2/det portaerei/portaerei/NOUN/4/nsubj Rossi/Rossi/PROPN/2/nmod/{PER} "
        f"salpa/salpare/VERB/0/root/{PRES3}",
        [],
    ),
]


@pytest.mark.parametrize(("row", "expected"), PEOPLE)
def test_people(row: str, expected: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    assert [(m.span.text, m.codes, m.office) for m in mentions(row)] == expected


WARNED = (
    f"Quito/Quito/PROPN/2/nsubj/{LOC} avverte/avvertire/VERB/0/root/{PRES3} Lima/Lima/PROPN/2/obj/{LOC} "
    f":/:/PUNCT/2/punct «/«/PUNCT/6/punct Resteremo/restare/VERB/2/parataxis/{FUT3} »/»/PUNCT/6/punct "
    ",/,/PUNCT/9/punct "
    f"dice/dire/VERB/6/parataxis/{PRES3} il/il/DET/11/det ministro/ministro/NOUN/9/nsubj "
    f"Rossi/Rossi/PROPN/11/nmod/{PER}"
)


def test_who_is_named_behind_the_words_says_them() -> None:
    assert ("direct", "il ministro Rossi", "Resteremo") in told(WARNED)


BOTH = (
    f"I/il/DET/2/det due/due/NUM/4/nsubj dovranno/dovere/AUX/4/aux/{FUT3} sentirsi/sentire/VERB/0/root/{INF} "
    f"e/e/CCONJ/6/cc incontrare/incontrare/VERB/4/conj/{INF} Rossi/Rossi/PROPN/6/obj/{PER}"
)


def test_infinitives_share_their_auxiliary() -> None:
    assert [c.status for c in contacts(BOTH)][-1] == "scheduled"


LEADERS = (
    f"I/il/DET/2/det leader/leader/NOUN/10/nsubj/Number=Plur -/-/PUNCT/4/punct Rossi/Rossi/PROPN/2/appos/{PER} "
    f"e/e/CCONJ/6/cc Bianchi/Bianchi/PROPN/4/conj/{PER} -/-/PUNCT/4/punct si/si/PRON/10/expl "
    f"sono/essere/AUX/10/aux/{PRES3} incontrati/incontrare/VERB/0/root/Number=Plur|{PAST} a/a/ADP/12/case "
    f"Oslo/Oslo/PROPN/10/obl/{LOC}"
)
WELCOMED = (
    f"Ad/a/ADP/2/mark accoglierli/accogliere/VERB/4/csubj/{INF} li/lo/PRON/2/obj/Number=Plur|Person=3|PronType=Prs "
    f"erano/essere/VERB/0/root/{PRES3} manifestanti/manifestante/NOUN/4/nsubj/Number=Plur"
)


def test_those_named_behind_a_noun_for_all() -> None:
    (meeting,) = contacts(LEADERS)
    assert words(meeting) == ["Rossi", "Bianchi"]


def test_who_is_only_welcomed_by_nobody_meets_nobody() -> None:
    assert contacts(WELCOMED) == []

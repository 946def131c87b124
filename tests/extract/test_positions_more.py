"""Terms, answers, joint agreement, asides and things received, on trees written by hand."""

import pytest

from tests.extract.position_rows import FUT1, INF, PAST, PAST3, PRES3, line, lines, positions

SING, PLUR = "Gender=Fem|Number=Sing", "Gender=Fem|Number=Plur"
SETS_TERMS = (
    f"Quito/Quito/PROPN/2/nsubj pone/porre/VERB/0/root/{PRES3} due/due/NUM/4/nummod condizioni/condizione/NOUN/2/obj "
    f"per/per/ADP/6/mark trattare/trattare/VERB/4/acl/{INF} :/:/PUNCT/10/punct che/che/SCONJ/10/mark "
    f"Lima/Lima/PROPN/10/nsubj ceda/cedere/VERB/4/ccomp/{PRES3}"
)
HINGES = (
    f"Quito/Quito/PROPN/2/nsubj subordina/subordinare/VERB/0/root/{PRES3} il/il/DET/4/det ritiro/ritiro/NOUN/2/obj "
    "a/a/ADP/7/case il/il/DET/7/det disarmo/disarmo/NOUN/2/obl"
)
ANSWERED = (
    f"Quito/Quito/PROPN/2/nsubj minaccia/minacciare/VERB/0/root/{PRES3} "
    "sanzioni/sanzione/NOUN/2/obj/Gender=Fem|Number=Plur",
    f"Lima/Lima/PROPN/3/nsubj le/lo/PRON/3/obj/Gender=Fem|Number=Plur|PronType=Prs "
    f"definisce/definire/VERB/0/root/{PRES3} un/uno/DET/5/det crimine/crimine/NOUN/3/xcomp",
)
NO_AGREEMENT = (
    ANSWERED[0],
    ANSWERED[1].replace("le/lo/PRON/3/obj/Gender=Fem|Number=Plur", "lo/lo/PRON/3/obj/Gender=Masc|Number=Sing"),
)
ASIDE = (
    f"I/il/DET/2/det ribelli/ribelle/NOUN/6/nsubj ,/,/PUNCT/5/punct ha/avere/AUX/5/aux/{PRES3} "
    f"minacciato/minacciare/VERB/6/parataxis/{PAST} "
    "pagheranno/pagare/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"
)
BACKED = (
    "Le/il/DET/2/det truppe/truppa/NOUN/6/nsubj "
    f"appoggiate/appoggiare/VERB/2/acl/{PAST} da/da/ADP/5/case miliziani/miliziano/NOUN/3/obl:agent "
    f"avanzano/avanzare/VERB/0/root/{PRES3}"
)


def test_terms_are_preconditions_of_their_goal() -> None:
    (mention,) = positions(SETS_TERMS)
    assert mention.type == "precondition"
    assert mention.condition is not None and mention.consequence is not None
    assert (mention.condition.span.text, mention.consequence.text) == ("Lima ceda", "trattare")


def test_what_something_is_made_to_depend_on_is_its_condition() -> None:
    (mention,) = positions(HINGES)
    assert mention.condition is not None and mention.consequence is not None
    assert (mention.condition.span.text, mention.consequence.text) == ("il disarmo", "il ritiro")


def test_a_pronoun_answers_the_position_it_agrees_with() -> None:
    _, answer = positions(*ANSWERED)
    assert [p.span.text for p in answer.answers] == ["Quito"]
    _, other = positions(*NO_AGREEMENT)
    assert other.answers == ()


def test_an_aside_takes_the_clause_around_it() -> None:
    (mention,) = positions(ASIDE)
    assert (mention.type, mention.content.text) == ("threat", "pagheranno")


def test_backing_as_a_bare_participle_is_no_position() -> None:
    assert positions(BACKED) == []


EN_AGREED = (
    f"Lima/Lima/PROPN/4/nsubj and/and/CCONJ/3/cc Quito/Quito/PROPN/1/conj agreed/agree/VERB/0/root/{PAST3} "
    f"to/to/PART/6/mark talk/talk/VERB/4/xcomp/{INF}"
)
EN_CONSENTED = (
    f"Lima/Lima/PROPN/2/nsubj agreed/agree/VERB/0/root/{PAST3} to/to/PART/4/mark talk/talk/VERB/2/xcomp/{INF}"
)
EN_FACED = (
    f"Lima/Lima/PROPN/2/nsubj faced/face/VERB/0/root/{PAST3} criticism/criticism/NOUN/2/obj "
    "from/from/ADP/5/case Quito/Quito/PROPN/3/nmod"
)
EN_UNPUNISHED = (
    "The/the/DET/2/det raid/raid/NOUN/5/nsubj will/will/AUX/5/aux/VerbForm=Fin not/not/PART/5/advmod "
    f"go/go/VERB/0/root/{INF} unpunished/unpunished/ADJ/5/xcomp"
)
EN_BLAME = (
    f"Lima/Lima/PROPN/2/nsubj has/have/VERB/0/root/{PRES3} itself/itself/PRON/2/obj to/to/PART/5/mark "
    f"blame/blame/VERB/2/xcomp/{INF}"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (EN_AGREED, []),
        (EN_CONSENTED, ["acceptance: Lima: talk"]),
        (EN_FACED, ["condemnation: Quito > Lima: Lima faced criticism from Quito"]),
        (EN_BLAME, []),
    ],
)
def test_english_cases(row: str, expected: list[str]) -> None:
    assert lines(row, language="en") == expected


def test_what_will_not_go_unpunished_is_threatened() -> None:
    assert [m.type for m in positions(EN_UNPUNISHED, language="en")] == ["threat"]


NONE = [
    # nobody does what a participle alone tells; parties that are against something only are described so
    f"Esclusi/escludere/VERB/0/root/{PAST} i/il/DET/3/det ribelli/ribelle/NOUN/1/obj",
    f"I/il/DET/2/det gruppi/gruppo/NOUN/6/nsubj contrari/contrario/ADJ/2/amod al/a/ADP/5/case piano/piano/NOUN/3/obl "
    f"crescono/crescere/VERB/0/root/{PRES3}",
    # whom somebody keeps out of something
    f"Oslo/Oslo/PROPN/2/nsubj esclude/escludere/VERB/0/root/{PRES3} i/il/DET/4/det ribelli/ribelle/NOUN/2/obj "
    "dai/da/ADP/6/case colloqui/colloquio/NOUN/2/obl",
    # a question in its own words, a title
    f"Che/che/PRON/2/obj/PronType=Int propone/proporre/VERB/4/ccomp/{PRES3} ?/?/PUNCT/2/punct "
    f"chiede/chiedere/VERB/0/root/{PRES3} Oslo/Oslo/PROPN/4/nsubj",
    "Le/il/DET/2/det richieste/richiesta/NOUN/0/root norvegesi/norvegese/ADJ/2/amod",
]


@pytest.mark.parametrize("row", NONE)
def test_words_that_tell_of_no_position(row: str) -> None:
    assert lines(row) == []


def test_the_form_of_an_object_tells_its_number() -> None:
    threat = f"Quito/Quito/PROPN/2/nsubj minaccia/minacciare/VERB/0/root/{PRES3} sanzioni/sanzione/NOUN/2/obj/{PLUR}"
    answer = (
        f"Oslo/Oslo/PROPN/3/nsubj le/le/PRON/3/obj/{SING} definisce/definire/VERB/0/root/{PRES3} un/uno/DET/5/det "
        "errore/errore/NOUN/3/xcomp"
    )
    _, found = positions(threat, answer)
    assert [p.span.text for p in found.answers] == ["Quito"]


OR_ELSE = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC demanded/demand/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "that/that/SCONJ/5/mark "
    "Lima/Lima/PROPN/5/nsubj//B-LOC withdraw/withdraw/VERB/2/ccomp/Mood=Ind|Tense=Pres|VerbForm=Fin ,/,/PUNCT/10/punct "
    "otherwise/otherwise/ADV/10/advmod it/it/PRON/10/nsubj will/will/AUX/10/aux/VerbForm=Fin "
    "strike/strike/VERB/2/{}/VerbForm=Inf ././PUNCT/2/punct"
)


@pytest.mark.parametrize("relation", ["ccomp", "parataxis", "conj"])
def test_what_follows_otherwise_is_told_to_those_asked(relation: str) -> None:
    demand, threat = positions(OR_ELSE.format(relation), language="en")
    assert (line(demand), line(threat)) == (
        "demand: Oslo > Lima: Lima withdraw", "threat: Oslo > Lima: it will strike",
    )  # fmt: skip
    assert threat.condition is not None
    assert (threat.condition.sense, threat.condition.span.text) == ("if_not", "otherwise")


@pytest.mark.parametrize(("tense", "types"), [("Fut", ["promise"]), ("Pres", [])])
def test_only_what_is_to_come_is_promised(tense: str, types: list[str]) -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC assicura/assicurare/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin "
        "che/che/SCONJ/6/mark tutto/tutto/PRON/6/nsubj "
        f"resterà/essere/AUX/6/cop/Mood=Ind|Tense={tense}|VerbForm=Fin pronto/pronto/ADJ/2/ccomp"
    )
    assert [mention.type for mention in positions(row)] == types


@pytest.mark.parametrize(("verb", "types"), [("presentare", ["demand"]), ("respingere", [])])
def test_a_text_that_somebody_rejects_does_not_speak_for_him(verb: str, types: list[str]) -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj//B-LOC {verb}/{verb}/VERB/0/root/VerbForm=Fin un/uno/DET/4/det "
        "rapporto/rapporto/NOUN/2/obj chiedendo/chiedere/VERB/4/acl/VerbForm=Ger la/il/DET/7/det fine/fine/NOUN/5/obj"
    )
    assert [mention.type for mention in positions(row) if mention.type == "demand"] == types


def test_a_bare_name_beside_a_clause_is_addressed_in_the_dative() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj//B-LOC warf/vorwerfen/VERB/0/root/{PAST3} Lima/Lima/PROPN/2/obj//B-LOC "
        f"vor/vor/ADP/2/compound:prt ,/,/PUNCT/7/punct zu/zu/PART/7/mark lügen/lügen/VERB/2/xcomp/{INF}"
    )
    (mention,) = positions(row, language="de")
    assert (mention.type, [p.span.text for p in mention.to]) == ("accusation", ["Lima"])


def test_a_noun_is_spelled_out_behind_a_colon() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj lancia/lanciare/VERB/0/root/{PRES3} un/uno/DET/4/det appello/appello/NOUN/2/obj "
        f":/:/PUNCT/8/punct i/il/DET/7/det ribelli/ribelle/NOUN/8/nsubj cedano/cedere/VERB/2/parataxis/{PRES3}"
    )
    assert lines(row) == ["request: Quito: i ribelli cedano"]


def test_whoever_is_told_to_do_something_is_told_by_a_demand() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj told/tell/VERB/0/root/{PAST3} Lima/Lima/PROPN/2/iobj to/to/PART/5/mark "
        f"leave/leave/VERB/2/xcomp/{INF}"
    )
    assert lines(row, language="en") == ["demand: Quito > Lima: leave"]


def test_who_warns_that_somebody_must_do_something_demands_it() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj avverte/avvertire/VERB/0/root/{PRES3} che/che/SCONJ/6/mark "
        f"Lima/Lima/PROPN/6/nsubj deve/dovere/AUX/6/aux/{PRES3} partire/partire/VERB/2/ccomp/{INF} ,/,/PUNCT/11/punct "
        "altrimenti/altrimenti/ADV/11/advmod i/il/DET/10/det raid/raid/NOUN/11/nsubj "
        "riprenderanno/riprendere/VERB/6/conj/Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"
    )
    demand, warning = positions(row)
    assert (demand.type, [p.span.text for p in demand.to], [p.span.text for p in demand.by]) == (
        "demand",
        ["Lima"],
        ["Quito"],
    )
    assert warning.type == "warning" and warning.condition is not None and warning.condition.sense == "if_not"


def test_a_condition_is_up_to_those_whose_deeds_the_speaker_waits_for() -> None:
    row = (
        f"Non/non/ADV/2/advmod/Polarity=Neg tratteremo/trattare/VERB/0/root/{FUT1} finché/finché/SCONJ/5/mark "
        f"non/non/ADV/5/advmod vedremo/vedere/VERB/2/advcl/{FUT1} passi/passo/NOUN/5/obj di/di/ADP/8/case "
        f"Lima/Lima/PROPN/6/nmod//B-LOC ,/,/PUNCT/5/punct dice/dire/VERB/2/parataxis/{PRES3} Oslo/Oslo/PROPN/10/nsubj"
    )
    (mention,) = positions(row)
    assert mention.hinge is not None
    assert mention.hinge.span.text == "Lima"


@pytest.mark.parametrize(("number", "told"), [("Sing", True), ("Plur", False)])
def test_who_else_would_act_is_the_one_who_asks_where_both_verbs_agree(number: str, told: bool) -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj chiede/chiedere/VERB/0/root/{PRES3} a/a/ADP/4/case Lima/Lima/PROPN/2/obl "
        f"di/di/ADP/6/mark ritirarsi/ritirare/VERB/2/xcomp/{INF} ,/,/PUNCT/9/punct altrimenti/altrimenti/ADV/9/advmod "
        f"reagirà/reagire/VERB/2/parataxis/Mood=Ind|Number={number}|Person=3|Tense=Fut|VerbForm=Fin"
    )
    found = positions(row)[-1]
    assert (found.foretold is not None and found.foretold.dropped) is told


@pytest.mark.parametrize(
    "told",
    [
        "with/with/ADP/6/case demand/demand/NOUN/4/nmod to/to/PART/8/mark leave/leave/VERB/6/acl/VerbForm=Inf",
        "demanding/demand/VERB/4/acl/Tense=Pres|VerbForm=Part to/to/PART/7/mark leave/leave/VERB/5/xcomp/VerbForm=Inf",
    ],
)
def test_what_a_letter_demands_is_demanded_of_whom_it_is_sent_to(told: str) -> None:
    sent = "Oslo/Oslo/PROPN/2/nsubj//B-LOC sent/send/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    sent += "Lima/Lima/PROPN/2/iobj//B-LOC letter/letter/NOUN/2/obj "
    assert [text.split(": ")[1] for text in lines(sent + told, language="en")] == ["Oslo > Lima"]


WAS_ASKED = (
    "A/a/ADP/2/case Lima/Lima/PROPN/5/obl//B-LOC è/essere/AUX/5/aux/Mood=Ind|VerbForm=Fin "
    f"stato/essere/AUX/5/aux:pass/{PAST} chiesto/chiedere/VERB/0/root/{PAST} di/di/ADP/7/mark "
    f"cedere/cedere/VERB/5/xcomp/{INF}{{}}"
)


def test_who_tells_what_was_asked_asks_it() -> None:
    told = f" ,/,/PUNCT/9/punct dice/dire/VERB/5/parataxis/{PRES3} Quito/Quito/PROPN/9/nsubj"
    (found,) = positions(WAS_ASKED.format(told))
    assert (found.type, found.by, [p.span.text for p in found.to]) == ("demand", (), ["Lima"])
    assert found.speaker is not None and found.speaker.span.text == "Quito"
    assert positions(WAS_ASKED.format("")) == []

"""Forces and what they do, over hand-made trees."""

import pytest

from cronistoria.extract.deployments import find_deployments
from cronistoria.model.mention import DeploymentMention
from tests.rows import sentences_from_rows

MASSED = (
    "A/a/ADP/2/case sud/sud/NOUN/4/obl sono/essere/AUX/4/aux:pass/VerbForm=Fin "
    "ammassati/ammassare/VERB/0/root/VerbForm=Part|Tense=Past più/più/ADV/8/advmod di/di/ADP/8/case "
    "50mila/50mila/NUM/8/nummod soldati/soldato/NOUN/4/{} russi/russo/ADJ/8/amod"
)
HAS = (
    "La/il/DET/2/det Francia/Francia/PROPN/3/nsubj//B-LOC ha/avere/VERB/0/root/VerbForm=Fin 900/900/NUM/5/nummod "
    "soldati/soldato/NOUN/3/obj in/in/ADP/7/case Ciad/Ciad/PROPN/3/obl//B-LOC"
)
THERE = (
    "There/there/PRON/2/expl are/be/VERB/0/root/VerbForm=Fin 300/300/NUM/5/nummod German/german/ADJ/5/amod "
    "soldiers/soldier/NOUN/2/nsubj in/in/ADP/7/case Mali/Mali/PROPN/5/nmod//B-LOC"
)
MORE = (
    "altri/altro/DET/3/det 700/700/NUM/3/nummod uomini/uomo/NOUN/5/nsubj:pass sono/essere/AUX/5/aux:pass/VerbForm=Fin "
    "trasferiti/trasferire/VERB/0/root/VerbForm=Part in/in/ADP/7/case Crimea/Crimea/PROPN/5/obl//B-LOC"
)
DUTY = (
    "L'/il/DET/2/det esercito/esercito/NOUN/5/nsubj deve/dovere/AUX/5/aux/VerbForm=Fin presto/presto/ADV/5/advmod "
    "ritirare/ritirare/VERB/0/root/VerbForm=Inf i/il/DET/7/det carri/carro/NOUN/5/obj armati/armato/ADJ/7/amod"
)
DEMAND = (
    "Chiede/chiedere/VERB/0/root/VerbForm=Fin che/che/SCONJ/8/mark le/il/DET/4/det truppe/truppa/NOUN/8/nsubj "
    "di/di/ADP/6/case Roma/Roma/PROPN/4/nmod//B-LOC si/si/PRON/8/expl "
    "ritirino/ritirare/VERB/1/ccomp/Mood=Sub|VerbForm=Fin dalla/da/ADP/10/case Siria/Siria/PROPN/8/obl//B-LOC"
)
STRAY = (
    "Minsk/Minsk/PROPN/3/nsubj//B-LOC ha/avere/AUX/3/aux/VerbForm=Fin inviato/inviare/VERB/0/root/VerbForm=Part "
    "al/a/ADP/5/case fronte/fronte/NOUN/3/obl 40/40/NUM/7/nummod blindati/blindato/NOUN/5/nmod"
)
INSERTED = (
    "Il/il/DET/2/det contingente/contingente/NOUN/9/nsubj italiano/italiano/ADJ/2/amod -/-/PUNCT/7/punct "
    "circa/circa/ADV/6/advmod 250/250/NUM/7/nummod militari/militare/NOUN/2/appos -/-/PUNCT/7/punct "
    "resta/restare/VERB/0/root/VerbForm=Fin in/in/ADP/11/case Niger/Niger/PROPN/9/obl//B-LOC"
)
SHOT_DOWN = (
    "L'/il/DET/2/det abbattimento/abbattimento/NOUN/9/nsubj di/di/ADP/5/case un/uno/DET/5/det "
    "caccia/caccia/NOUN/2/nmod/Number=Sing russo/russo/ADJ/5/amod al/a/ADP/8/case confine/confine/NOUN/5/nmod "
    "preoccupa/preoccupare/VERB/0/root/VerbForm=Fin"
)


def deployments(*rows: str, language: str = "it") -> list[DeploymentMention]:
    document, sentences = sentences_from_rows(*rows, language=language)
    return list(find_deployments(document, sentences, language=language))


@pytest.mark.parametrize("relation", ["nsubj:pass", "nsubj", "obl"])
def test_massed_forces_have_a_number_and_a_side(relation: str) -> None:
    (found,) = deployments(MASSED.format(relation))
    assert (found.posture, found.modality, found.polarity) == ("massed", "asserted", "affirmed")
    assert found.quantity and (found.quantity.min, found.quantity.max, found.quantity.bound) == (50000, None, "over")
    assert found.direction and found.direction.text == "A sud"


@pytest.mark.parametrize(("row", "language", "number"), [(HAS, "it", 900), (THERE, "en", 300)])
def test_forces_that_somebody_has_or_that_are_somewhere(row: str, language: str, number: int) -> None:
    (found,) = deployments(row, language=language)
    assert found.posture == "deployed" and found.quantity and found.quantity.min == number


def test_the_owner_is_who_has_them() -> None:
    (found,) = deployments(HAS)
    assert found.owner and found.owner.span.text == "La Francia"


def test_more_of_them_are_those_of_before() -> None:
    first, second = deployments(MASSED.format("nsubj:pass"), MORE)
    assert second.posture == "moved" and second.owner == first.force


def test_what_forces_ought_to_do_is_no_posture() -> None:
    assert deployments(DUTY) == []


def test_who_demands_that_they_leave_says_that_they_are_there() -> None:
    (found,) = deployments(DEMAND)
    assert (found.posture, found.modality) == ("deployed", "asserted")
    assert found.owner and found.owner.span.text == "Roma"


def test_a_wrong_governor_is_mended_by_word_order() -> None:
    (found,) = deployments(STRAY)
    assert found.posture == "moved" and found.owner and found.owner.span.text == "Minsk"


def test_a_number_may_stand_in_an_insertion() -> None:
    assert {(m.quantity.min, m.quantity.bound) for m in deployments(INSERTED) if m.quantity} == {(250, "about")}


def test_one_plane_beside_another_happening_is_not_deployed() -> None:
    assert deployments(SHOT_DOWN) == []


def test_uncounted_men_are_no_forces() -> None:
    assert deployments(MORE.replace("700/700/NUM/3/nummod", "pochi/poco/ADJ/3/amod")) == []


def test_where_forces_leave_from_is_no_owner() -> None:
    row = (
        "Lisbona/Lisbona/PROPN/3/nsubj//B-LOC ha/avere/AUX/3/aux/VerbForm=Fin|Mood=Ind "
        "ritirato/ritirare/VERB/0/root/VerbForm=Part 60/60/NUM/5/nummod soldati/soldato/NOUN/3/obj "
        "dalla/da/ADP/7/case Somalia/Somalia/PROPN/5/nmod//B-LOC"
    )
    (found,) = deployments(row)
    assert found.posture == "withdrawn" and found.force.span.text == "60 soldati"
    assert found.owner and found.owner.span.text == "Lisbona"


@pytest.mark.parametrize(("place", "posture"), [("casa", "withdrawn"), ("Tripoli", "moved")])
def test_coming_back_is_a_withdrawal_only_if_it_is_home(place: str, posture: str) -> None:
    row = (
        "Le/il/DET/2/det truppe/truppa/NOUN/4/nsubj sono/essere/AUX/4/aux/VerbForm=Fin|Mood=Ind "
        f"tornate/tornare/VERB/0/root/VerbForm=Part a/a/ADP/6/case {place}/{place}/PROPN/4/obl//B-LOC"
    )
    (found,) = deployments(row)
    assert found.posture == posture and found.direction and found.direction.text == f"a {place}"


def test_other_counted_forces_are_not_those_of_the_sentence_before() -> None:
    other = (
        "Trenta/trenta/NUM/2/nummod fregate/fregata/NOUN/3/nsubj entrano/entrare/VERB/0/root/VerbForm=Fin "
        "in/in/ADP/5/case porto/porto/NOUN/3/obl"
    )
    _, second = deployments(HAS, other)
    assert second.owner is None


ASKED = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC chiede/chiedere/VERB/0/root/VerbForm=Fin a/a/ADP/4/case "
    "Lima/Lima/PROPN/2/obl//B-LOC di/di/ADP/6/mark ritirare/ritirare/VERB/2/xcomp/VerbForm=Inf "
    "le/il/DET/8/det truppe/truppa/NOUN/6/obj dal/da/ADP/10/case confine/confine/NOUN/6/obl"
)


def test_forces_are_of_the_one_who_is_asked_to_move_them() -> None:
    (found,) = deployments(ASKED)
    assert found.owner is not None
    assert found.owner.span.text == "Lima"


@pytest.mark.parametrize(
    ("verb", "relation", "found"),
    [("moriti/morire", "nsubj", 0), ("uccisi/uccidere", "obj", 0), ("visti/vedere", "obj", 1)],
)
def test_the_dead_are_not_deployed(verb: str, relation: str, found: int) -> None:
    row = (
        "Ad/a/ADP/2/case Oslo/Oslo/PROPN/4/obl//B-LOC hanno/avere/AUX/4/aux "
        f"{verb}/VERB/0/root/VerbForm=Part|Tense=Past due/due/NUM/6/nummod soldati/soldato/NOUN/4/{relation} "
        "russi/russo/ADJ/6/amod"
    )
    document, sentences = sentences_from_rows(row, language="it")
    assert len(list(find_deployments(document, sentences, language="it"))) == found


OF_NATIONS = [
    "Navi/nave/NOUN/3/nsubj cinesi/cinese/ADJ/1/amod entrano/entrare/VERB/0/root/VerbForm=Fin in/in/ADP/5/case "
    "porto/porto/NOUN/3/obl",
    "Le/il/DET/3/det sue/suo/DET/3/det:poss unità/unità/NOUN/4/nsubj entrano/entrare/VERB/0/root/VerbForm=Fin "
    "in/in/ADP/6/case città/città/NOUN/4/obl",
    "USS/USS/PROPN/3/nsubj Elba/Elba/PROPN/1/flat entra/entrare/VERB/0/root/VerbForm=Fin in/in/ADP/5/case "
    "porto/porto/NOUN/3/obl",
    "Dodici/dodici/NUM/2/nummod F-16/F-16/NOUN/3/nsubj arrivano/arrivare/VERB/0/root/VerbForm=Fin "
    "nella/in/ADP/5/case base/base/NOUN/3/obl",
]


@pytest.mark.parametrize("row", OF_NATIONS)
def test_nouns_that_are_forces_by_what_stands_beside_them(row: str) -> None:
    (found,) = deployments(row)
    assert found.posture == "moved"


def test_ships_of_nobody_are_no_forces() -> None:
    assert (
        deployments("Navi/nave/NOUN/2/nsubj entrano/entrare/VERB/0/root in/in/ADP/4/case porto/porto/NOUN/2/obl") == []
    )


OTHER_VERBS = [
    (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC fa/fare/VERB/0/root/VerbForm=Fin entrare/entrare/VERB/2/xcomp/VerbForm=Inf "
        "tre/tre/NUM/5/nummod divisioni/divisione/NOUN/3/obj in/in/ADP/7/case città/città/NOUN/3/obl",
        "moved",
    ),
    (
        "Cento/cento/NUM/2/nummod soldati/soldato/NOUN/3/nsubj restano/restare/VERB/0/root/VerbForm=Fin "
        "schierati/schierare/VERB/3/xcomp/VerbForm=Part",
        "deployed",
    ),
    (
        "Cento/cento/NUM/2/nummod soldati/soldato/NOUN/5/nsubj sono/essere/AUX/5/cop di/di/ADP/5/case "
        "stanza/stanza/NOUN/0/root in/in/ADP/7/case Ciad/Ciad/PROPN/5/nmod//B-LOC",
        "deployed",
    ),
]


@pytest.mark.parametrize(("row", "posture"), OTHER_VERBS)
def test_forces_do_what_a_word_below_or_beside_their_verb_says(row: str, posture: str) -> None:
    found = deployments(row)
    assert [mention.posture for mention in found] == [posture]


def test_a_part_of_them_has_a_place_of_its_own() -> None:
    part = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC ha/avere/VERB/0/root/VerbForm=Fin 900/900/NUM/4/nummod "
        "soldati/soldato/NOUN/2/obj in/in/ADP/6/case "
        "Africa/Africa/PROPN/2/obl//B-LOC ,/,/PUNCT/10/punct di/di/ADP/9/case cui/cui/PRON/10/nmod "
        "200/200/NUM/4/appos in/in/ADP/12/case Mali/Mali/PROPN/10/nmod//B-LOC"
    )
    _, second = deployments(part)
    assert second.quantity and second.quantity.min == 200
    assert second.owner and second.owner.span.text == "Oslo"


def test_a_withdrawal_that_is_the_content_of_a_demand_is_none() -> None:
    asked = (
        "Lima/Lima/PROPN/2/nsubj//B-LOC ripete/ripetere/VERB/0/root/VerbForm=Fin la/il/DET/4/det "
        "richiesta/richiesta/NOUN/2/obj di/di/ADP/6/mark ritirare/ritirare/VERB/4/acl/VerbForm=Inf "
        "le/il/DET/8/det truppe/truppa/NOUN/6/obj"
    )
    assert deployments(asked) == []


def test_a_possessive_below_an_asking_verb_means_whom_it_asks() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC chiede/chiedere/VERB/0/root/VerbForm=Fin a/a/ADP/4/case "
        "Lima/Lima/PROPN/2/obl//B-LOC di/di/ADP/6/mark ritirare/ritirare/VERB/2/xcomp/VerbForm=Inf "
        "i/il/DET/9/det suoi/suo/DET/9/det:poss soldati/soldato/NOUN/6/obj"
    )
    (found,) = deployments(row)
    assert found.owner and found.owner.span.text == "Lima"


def test_forces_that_are_in_a_place_by_a_copula() -> None:
    row = (
        "Le/il/DET/2/det truppe/truppa/NOUN/5/nsubj sono/essere/AUX/5/cop/VerbForm=Fin nella/in/ADP/5/case "
        "città/città/NOUN/0/root"
    )
    (found,) = deployments(row)
    assert found.posture == "deployed"


def test_a_presence_that_is_denied_is_denied() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC smentisce/smentire/VERB/0/root/VerbForm=Fin la/il/DET/4/det "
        "presenza/presenza/NOUN/2/obj di/di/ADP/7/case suoi/suo/DET/7/det:poss soldati/soldato/NOUN/4/nmod "
        "in/in/ADP/9/case Mali/Mali/PROPN/4/nmod//B-LOC"
    )
    (found,) = deployments(row)
    assert found.polarity == "negated"


BATTALION = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC sent/send/VERB/0/root/VerbForm=Fin a/a/DET/4/det/Definite=Ind "
    "battalion/battalion/NOUN/2/obj of/of/ADP/7/case 200/200/NUM/7/nummod soldiers/soldier/NOUN/4/nmod/Number=Plur "
    "to/to/ADP/9/case Mali/Mali/PROPN/2/obl//B-LOC"
)
MECHANISED = (
    "Two/two/NUM/4/nummod German/german/ADJ/4/amod mechanised/mechanise/VERB/4/amod/VerbForm=Part "
    "brigades/brigade/NOUN/5/nsubj entered/enter/VERB/0/root/VerbForm=Fin Mali/Mali/PROPN/5/obj//B-LOC"
)


@pytest.mark.parametrize(("row", "number"), [(BATTALION, 200.0), (MECHANISED, 2.0)])
def test_how_many_a_unit_has(row: str, number: float) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    found = list(find_deployments(document, sentences, language="en"))
    assert {m.quantity.min for m in found if m.quantity} == {number}
    assert all(m.quantity is not None for m in found)


def test_who_sees_forces_does_not_place_them() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC tracked/track/VERB/0/root/VerbForm=Fin 36/36/NUM/5/nummod "
        "Chinese/chinese/ADJ/5/amod//B-MISC warships/warship/NOUN/2/obj around/around/ADP/7/case "
        "island/island/NOUN/5/nmod"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_deployments(document, sentences, language="en")
    assert "Oslo" not in [p.span.text for p in (found.owner, found.placer) if p is not None]


def test_who_takes_others_away_does_not_withdraw() -> None:
    row = (
        "civilians/civilian/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass/VerbForm=Fin evacuated/evacuate/VERB/0/root "
        "by/by/ADP/6/case Russian/russian/ADJ/6/amod//B-MISC troops/troop/NOUN/3/obl:agent"
    )
    document, sentences = sentences_from_rows(row, language="en")
    assert list(find_deployments(document, sentences, language="en")) == []


def test_what_somebody_says_is_not_denied() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC said/say/VERB/0/root/VerbForm=Fin German/german/ADJ/4/amod//B-MISC "
        "troops/troop/NOUN/5/nsubj entered/enter/VERB/2/ccomp/VerbForm=Fin Mali/Mali/PROPN/5/obj//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_deployments(document, sentences, language="en")
    assert found.polarity == "affirmed"


def test_denied_reports_are_denied() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC denied/deny/VERB/0/root/VerbForm=Fin reports/report/NOUN/2/obj "
        "that/that/SCONJ/7/mark its/its/PRON/6/nmod:poss troops/troop/NOUN/7/nsubj "
        "entered/enter/VERB/3/acl/VerbForm=Fin Mali/Mali/PROPN/7/obj//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_deployments(document, sentences, language="en")
    assert found.polarity == "negated"


def test_who_did_what_a_colon_spells_out() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC acted/act/VERB/0/root/VerbForm=Fin :/:/PUNCT/7/punct two/two/NUM/5/nummod "
        "battalions/battalion/NOUN/7/nsubj:pass were/be/AUX/7/aux:pass/VerbForm=Fin sent/send/VERB/2/parataxis "
        "to/to/ADP/9/case Mali/Mali/PROPN/7/obl//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_deployments(document, sentences, language="en")
    assert found.owner is not None
    assert found.owner.span.text == "Oslo"


def test_whether_they_leave_is_no_withdrawal() -> None:
    row = (
        "Roe/Roe/PROPN/4/nsubj//B-PER did/do/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod say/say/VERB/0/root "
        "{}/{}/SCONJ/9/mark his/his/PRON/7/nmod:poss soldiers/soldier/NOUN/9/nsubj/Number=Plur "
        "would/would/AUX/9/aux/VerbForm=Fin leave/leave/VERB/4/ccomp/VerbForm=Inf Mali/Mali/PROPN/9/obj//B-LOC"
    )
    for mark, number in (("whether", 0), ("that", 1)):
        document, sentences = sentences_from_rows(row.format(mark, mark), language="en")
        assert len(list(find_deployments(document, sentences, language="en"))) == number


def test_forces_that_somebody_disposes_of_are_his() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC dispone/disporre/VERB/0/root/VerbForm=Fin|Mood=Ind di/di/ADP/5/case "
        "900/900/NUM/5/nummod soldati/soldato/NOUN/2/obl in/in/ADP/7/case Ciad/Ciad/PROPN/5/nmod//B-LOC"
    )
    (found,) = deployments(row)
    assert found.posture == "deployed" and found.owner and found.owner.span.text == "Oslo"


LEFT = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC retire/retirer/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "{}/son/DET/4/det/{} soldats/soldat/NOUN/2/obj {}du/de/ADP/{}/case Niger/Niger/PROPN/4/nmod//B-LOC"
)


@pytest.mark.parametrize(
    ("row", "force", "owner"),
    [
        (LEFT.format("ses", "Poss=Yes", "", 6), "ses soldats", "ses"),
        (LEFT.format("les", "Definite=Def", "danois/danois/ADJ/4/amod ", 7), "les soldats danois du Niger", "Oslo"),
    ],
)
def test_the_land_that_owned_forces_leave_is_no_owner(row: str, force: str, owner: str) -> None:
    (found,) = deployments(row, language="fr")
    assert found.force.span.text == force
    assert found.owner and found.owner.span.text == owner


def test_forces_are_of_the_one_who_is_wished_to_move_them() -> None:
    wished = ASKED.replace("di/di/ADP/6/mark", "che/che/SCONJ/6/mark").replace("VerbForm=Inf", "Mood=Sub|VerbForm=Fin")
    (found,) = deployments(wished.replace("xcomp", "ccomp"))
    assert found.owner is not None and found.owner.span.text == "Lima"


@pytest.mark.parametrize(("verb", "found"), [("iniziare", ["exercising"]), ("criticare", [])])
def test_an_army_holds_the_exercises_that_it_carries_out(verb: str, found: list[str]) -> None:
    row = (
        "L'/il/DET/2/det esercito/esercito/NOUN/4/nsubj danese/danese/ADJ/2/amod "
        f"{verb}/{verb}/VERB/0/root/VerbForm=Fin esercitazioni/esercitazione/NOUN/4/obj "
        "in/in/ADP/7/case Groenlandia/Groenlandia/PROPN/4/obl//B-LOC"
    )
    assert [mention.posture for mention in deployments(row)] == found


ASKED_OF_NOBODY = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC {}/VERB/0/root/VerbForm=Fin отвести/отвести/VERB/2/xcomp/VerbForm=Inf "
    "войска/войско/NOUN/3/obj/Case=Acc|Number=Plur"
)


@pytest.mark.parametrize(
    ("verb", "owner"), [("призвал/призвать", None), ("решил/решить", "Oslo"), ("приказал/приказать", "Oslo")]
)
def test_who_calls_for_a_withdrawal_does_not_withdraw(verb: str, owner: str | None) -> None:
    document, sentences = sentences_from_rows(ASKED_OF_NOBODY.format(verb), language="ru")
    found = list(find_deployments(document, sentences, language="ru"))
    assert [m.owner and m.owner.span.text for m in found] == [owner]


def test_forces_behind_a_comma_do_what_their_own_verb_says() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC отвел/отвести/VERB/0/root/VerbForm=Fin посла/посол/NOUN/2/obj "
        ",/,/PUNCT/8/punct иначе/иначе/ADV/8/advmod турецкая/турецкий/ADJ/7/amod армия/армия/NOUN/8/nsubj/Number=Sing "
        "начнет/начать/VERB/2/ccomp/VerbForm=Fin операцию/операция/NOUN/8/obj"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    assert list(find_deployments(document, sentences, language="ru")) == []


@pytest.mark.parametrize(("number", "found"), [("2024", 1), ("900", 2)])
def test_a_year_counts_no_forces(number: str, found: int) -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC ritirerà/ritirare/VERB/0/root/VerbForm=Fin le/il/DET/4/det "
        "truppe/truppa/NOUN/2/obj entro/entro/ADP/6/case maggio/maggio/NOUN/2/obl "
        f"{number}/{number}/NUM/6/nmod"
    )
    assert len(deployments(row)) == found


def test_those_whose_positions_are_attacked_do_not_attack() -> None:
    row = (
        "Minsk/Minsk/PROPN/6/nsubj//B-LOC hat/haben/AUX/6/aux/VerbForm=Fin Stellungen/Stellung/NOUN/6/obj "
        "der/der/DET/5/det/Case=Gen Miliz/Miliz/NOUN/3/nmod/Case=Gen angegriffen/angreifen/VERB/0/root/VerbForm=Part"
    )
    document, sentences = sentences_from_rows(row, language="de")
    assert list(find_deployments(document, sentences, language="de")) == []


@pytest.mark.parametrize(
    ("behind", "postures"), [("", ["deployed"]), (" schießen/schießen/VERB/2/xcomp/VerbForm=Inf", [])]
)
def test_who_has_forces_do_something_leaves_them_nowhere(behind: str, postures: list[str]) -> None:
    row = (
        "Minsk/Minsk/PROPN/2/nsubj//B-LOC ließ/lassen/VERB/0/root/VerbForm=Fin zwei/zwei/NUM/4/nummod "
        f"Raketen/Rakete/NOUN/2/obj in/in/ADP/6/case Oslo/Oslo/PROPN/2/obl//B-LOC{behind}"
    )
    document, sentences = sentences_from_rows(row, language="de")
    assert [m.posture for m in find_deployments(document, sentences, language="de")] == postures


def test_whose_forces_a_relative_clause_counts() -> None:
    row = (
        "Oslo/Oslo/PROPN/0/root//B-LOC ,/,/PUNCT/4/punct qui/qui/PRON/4/nsubj/PronType=Rel compte/compter/VERB/1/"
        "acl:relcl/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 900/900/NUM/6/nummod soldats/soldat/NOUN/4/obj"
        " au/à/ADP/8/case Mali/Mali/PROPN/6/nmod//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="fr")
    (mention,) = find_deployments(document, sentences, language="fr")
    assert mention.owner is not None
    assert mention.owner.span.text == "Oslo"


def test_who_is_asked_for_forces_has_them() -> None:
    row = (
        "Quito/Quito/PROPN/2/nsubj//B-LOC chiede/chiedere/VERB/0/root/Mood=Ind|VerbForm=Fin a/a/ADP/4/case "
        "Oslo/Oslo/PROPN/2/obl//B-LOC l'/il/DET/6/det invio/invio/NOUN/2/obj di/di/ADP/8/case truppe/truppa/NOUN/6/nmod"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (mention,) = find_deployments(document, sentences, language="it")
    assert mention.owner is not None
    assert mention.owner.span.text == "Oslo"


@pytest.mark.parametrize(
    ("row", "owner"),
    [
        (
            "Минск/Минск/PROPN/2/nsubj//B-LOC перебросил/перебросить/VERB/0/root/VerbForm=Fin "
            "солдат/солдат/NOUN/2/obj из/из/ADP/5/case Перу/Перу/PROPN/3/nmod//B-LOC",
            "Минск",
        ),
        (
            "Солдаты/солдат/NOUN/4/nsubj из/из/ADP/3/case Перу/Перу/PROPN/1/nmod//B-LOC "
            "прибыли/прибыть/VERB/0/root/VerbForm=Fin в/в/ADP/6/case Минск/Минск/PROPN/4/obl//B-LOC",
            "Перу",
        ),
    ],
)
def test_the_land_that_forces_are_moved_from_owns_them_if_nobody_moves_them(row: str, owner: str) -> None:
    document, sentences = sentences_from_rows(row, language="ru")
    (found,) = find_deployments(document, sentences, language="ru")
    assert found.owner is not None and found.owner.span.text == owner


def test_forces_that_remain_wounded_somewhere_are_no_deployment() -> None:
    row = (
        "Tre/tre/NUM/2/nummod soldati/soldato/NOUN/4/nsubj/Number=Plur sono/essere/AUX/4/aux/VerbForm=Fin "
        "rimasti/rimanere/VERB/0/root/VerbForm=Part {state} ad/a/ADP/7/case Oslo/Oslo/PROPN/4/obl//B-LOC"
    )
    rows = (row.format(state="feriti/ferito/ADJ/4/xcomp"), row.format(state="pronti/pronto/ADJ/4/xcomp"))
    document, sentences = sentences_from_rows(*rows, language="it")
    assert [m.sentence for m in find_deployments(document, sentences, language="it")] == [1]


@pytest.mark.parametrize(("opening", "found"), [("Now/now/ADV/4/advmod", 0), ("Why/why/ADV/4/advmod/PronType=Int", 1)])
def test_what_is_asked_is_not_told(opening: str, found: int) -> None:
    row = (
        f"{opening} has/have/AUX/4/aux/VerbForm=Fin Oslo/Oslo/PROPN/4/nsubj//B-LOC "
        "withdrawn/withdraw/VERB/0/root/VerbForm=Part|Tense=Past its/its/PRON/6/nmod:poss troops/troop/NOUN/4/obj "
        "?/?/PUNCT/4/punct"
    )
    document, sentences = sentences_from_rows(row, language="en")
    assert len(list(find_deployments(document, sentences, language="en"))) == found

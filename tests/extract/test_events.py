"""Events of the PLOVER kinds, over hand-made trees."""

import pytest

from cronistoria.extract.events import find_events
from cronistoria.model.mention import EventMention, Phrase
from tests.rows import sentences_from_rows

ATTACK = (
    "I/il/DET/2/det ribelli/ribelle/NOUN/4/nsubj hanno/avere/AUX/4/aux/VerbForm=Fin|Mood=Ind "
    "attaccato/attaccare/VERB/0/root/VerbForm=Part|Tense=Past il/il/DET/6/det convoglio/convoglio/NOUN/4/obj"
)
OUTCOME = ATTACK + " uccidendo/uccidere/VERB/4/advcl/VerbForm=Ger otto/otto/NUM/9/nummod agenti/agente/NOUN/7/obj"
PASSIVE = (
    "Dieci/dieci/NUM/2/nummod civili/civile/NOUN/5/{} sono/essere/AUX/5/aux/VerbForm=Fin "
    "stati/essere/AUX/5/aux/VerbForm=Part uccisi/uccidere/VERB/0/root/VerbForm=Part dai/da/ADP/7/case "
    "soldati/soldato/NOUN/5/obl"
)
IF = (
    "Se/se/SCONJ/3/mark Mosca/Mosca/PROPN/3/nsubj//B-LOC decidesse/decidere/VERB/0/{}/Mood=Sub|VerbForm=Fin "
    "di/di/ADP/5/mark proseguire/proseguire/VERB/3/xcomp/VerbForm=Inf nell'/in/ADP/7/case "
    "invasione/invasione/NOUN/5/obl dell'/di/ADP/9/case Ucraina/Ucraina/PROPN/7/nmod//B-LOC"
)
HELD = (
    "Minsk/Minsk/PROPN/3/nsubj//B-LOC hat/haben/AUX/3/aux/VerbForm=Fin angegriffen/angreifen/VERB/0/root/VerbForm=Part "
    "Stellungen/Stellung/NOUN/3/obj der/der/DET/6/det/Case=Gen {}/NOUN/4/nmod/Case=Gen"
)
THREAT = (
    "La/il/DET/2/det minaccia/minaccia/NOUN/7/nsubj di/di/ADP/4/case invasione/invasione/NOUN/2/nmod "
    "dell'/di/ADP/6/case isola/isola/NOUN/4/nmod resta/restare/VERB/0/root/VerbForm=Fin|Mood=Ind"
)
ACCUSED = (
    "Accusano/accusare/VERB/0/root/VerbForm=Fin|Mood=Ind Ankara/Ankara/PROPN/1/obj//B-LOC di/di/ADP/4/mark "
    "bombardare/bombardare/VERB/1/xcomp/VerbForm=Inf i/il/DET/6/det villaggi/villaggio/NOUN/4/obj"
)
RAID_STOPPED = (
    "Parigi/Parigi/PROPN/3/nsubj//B-LOC non/non/ADV/3/advmod fermerà/fermare/VERB/0/root/VerbForm=Fin|Tense=Fut "
    "il/il/DET/5/det programma/programma/NOUN/3/obj"
)
BY = (
    "Un/uno/DET/2/det attacco/attacco/NOUN/0/root compiuto/compiere/VERB/2/acl/VerbForm=Part "
    "da/da/ADP/5/case parte/parte/NOUN/3/obl dei/di/ADP/7/case miliziani/miliziano/NOUN/5/nmod"
)
SUPPLIED = (
    "The/the/DET/2/det group/group/NOUN/6/nsubj according/according/ADP/5/case to/to/ADP/3/fixed "
    "Ottawa/Ottawa/PROPN/6/obl//B-LOC supplied/supply/VERB/0/root/VerbForm=Fin|Tense=Past "
    "rebels/rebel/NOUN/6/obj with/with/ADP/9/case missiles/missile/NOUN/6/obl"
)
AGREED = (
    "Both/both/DET/2/det sides/side/NOUN/3/nsubj agreed/agree/VERB/0/root/VerbForm=Fin|Tense=Past "
    "to/to/PART/5/mark reopen/reopen/VERB/3/xcomp/VerbForm=Inf talks/talk/NOUN/5/obj"
)
BUSY = (
    "L'/il/DET/2/det agenzia/agenzia/NOUN/4/nsubj si/si/PRON/4/expl occupa/occupare/VERB/0/root/VerbForm=Fin|Mood=Ind "
    "di/di/ADP/6/case profughi/profugo/NOUN/4/obl"
)


def events(*rows: str, language: str = "it") -> list[EventMention]:
    document, sentences = sentences_from_rows(*rows, language=language)
    return list(find_events(document, sentences, language=language))


def words(phrases: tuple[Phrase, ...]) -> list[str]:
    return [phrase.span.text for phrase in phrases]


def test_who_attacks_whom() -> None:
    (found,) = events(ATTACK)
    assert (found.event, found.modality, found.polarity) == ("ASSAULT", "asserted", "affirmed")
    assert (words(found.actors), words(found.recipients)) == (["I ribelli"], ["il convoglio"])


def test_a_killing_that_is_the_outcome_is_the_toll_of_the_deed() -> None:
    (found,) = events(OUTCOME)
    assert found.killed and found.killed.min == 8 and words(found.recipients) == ["il convoglio"]


@pytest.mark.parametrize("relation", ["nsubj:pass", "nsubj", "obj"])
def test_passives_are_turned_round_even_if_the_tree_does_not_mark_them(relation: str) -> None:
    (found,) = events(PASSIVE.format(relation))
    assert (words(found.actors), words(found.recipients)) == (["soldati"], ["Dieci civili"])
    assert found.killed and (found.killed.min, found.killed.bound) == (10, "exact")


@pytest.mark.parametrize("row", [IF.format("root"), THREAT, RAID_STOPPED, BUSY])
def test_what_is_supposed_feared_or_another_thing_is_no_event(row: str) -> None:
    supposed = row.replace("decidesse/decidere/VERB/0/root", "decidesse/decidere/VERB/10/advcl") + (
        " pagherebbe/pagare/VERB/0/root/Mood=Cnd|VerbForm=Fin" if "decidesse" in row else ""
    )
    assert events(supposed) == []


def test_the_accused_is_who_did_it() -> None:
    (found,) = events(ACCUSED)
    assert words(found.actors) == ["Ankara"] and found.mode == "heavy-weapons"


def test_a_noun_takes_its_doer_from_the_participle_beside_it() -> None:
    (found,) = events(BY)
    assert words(found.actors) == ["miliziani"]


def test_supplies_go_to_the_object_and_not_to_the_source() -> None:
    (found,) = events(SUPPLIED, language="en")
    assert (found.event, words(found.recipients)) == ("AID", ["rebels"])


def test_agreeing_to_do_something() -> None:
    (found,) = events(AGREED, language="en")
    assert (found.event, words(found.actors)) == ("AGREE", ["Both sides"])


def test_an_announced_deal_is_a_fact_and_a_feared_attack_is_none() -> None:
    deal = (
        "Doha/Doha/PROPN/2/nsubj//B-LOC annuncia/annunciare/VERB/0/root/VerbForm=Fin|Mood=Ind "
        "l'/il/DET/4/det accordo/accordo/NOUN/2/obj tra/tra/ADP/6/case Kabul/Kabul/PROPN/4/nmod//B-LOC "
        "e/e/CCONJ/8/cc ribelli/ribelle/NOUN/6/conj"
    )
    (found,) = events(deal)
    assert (found.event, found.modality) == ("AGREE", "asserted")
    assert words(found.actors) == ["Kabul", "ribelli"]
    assert (
        events(deal.replace("annuncia/annunciare", "teme/temere").replace("accordo/accordo", "attacco/attacco")) == []
    )


def test_a_killing_takes_its_doer_from_the_raid_it_was_done_by() -> None:
    row = (
        "Il/il/DET/2/det capo/capo/NOUN/5/nsubj è/essere/AUX/5/aux/VerbForm=Fin|Mood=Ind stato/essere/AUX/5/aux "
        "ucciso/uccidere/VERB/0/root/VerbForm=Part in/in/ADP/8/case un/uno/DET/8/det raid/raid/NOUN/5/obl "
        "turco/turco/ADJ/8/amod"
    )
    (found,) = events(row)
    assert (words(found.actors), words(found.recipients)) == (["turco"], ["Il capo"])


@pytest.mark.parametrize("feats", ["Mood=Sub|VerbForm=Fin", "Mood=Ind|Tense=Imp|VerbForm=Fin"])
def test_an_if_clause_tells_no_event_whatever_its_mood(feats: str) -> None:
    row = (
        f"Se/se/SCONJ/3/mark Oslo/Oslo/PROPN/3/nsubj//B-LOC attaccasse/attaccare/VERB/5/advcl/{feats} "
        "Lima/Lima/PROPN/3/obj//B-LOC reagirebbe/reagire/VERB/0/root/VerbForm=Fin"
    )
    assert events(row) == []


def test_an_answer_to_any_attack_tells_of_none() -> None:
    row = (
        "Reagirono/reagire/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin a/a/ADP/4/case {} attacco/attacco/NOUN/1/obl "
        "dei/di/ADP/6/case ribelli/ribelle/NOUN/4/nmod"
    )
    told = {
        word: [m.trigger.text for m in events(row.format(f"{word}/{word}/DET/4/det"))] for word in ("un", "qualsiasi")
    }
    assert told == {"un": ["attacco"], "qualsiasi": []}


def test_a_clause_that_opens_with_its_verb_is_a_mere_condition() -> None:
    row = (
        "Sollte/sollen/AUX/4/aux/VerbForm=Fin Oslo/Oslo/PROPN/4/nsubj Diplomaten/Diplomat/NOUN/4/obj "
        "ausweisen/ausweisen/VERB/{} ,/,/PUNCT/4/punct antwortet/antworten/VERB/{}/VerbForm=Fin Lima/Lima/PROPN/6/nsubj"
    )
    assert events(row.format("6/advcl/VerbForm=Inf", "0/root"), language="de") == []
    assert [m.trigger.text for m in events(row.format("0/root", "4/conj"), language="de")] == ["ausweisen"]


def test_the_expelled_suffer_it() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC espelle/espellere/VERB/0/root/VerbForm=Fin|Mood=Ind due/due/NUM/4/nummod "
        "diplomatici/diplomatico/NOUN/2/obj danesi/danese/ADJ/4/amod"
    )
    (found,) = events(row)
    assert (found.mode, [p.span.text for p in found.recipients]) == ("expel", ["due diplomatici danesi"])


@pytest.mark.parametrize(
    ("row", "language"),
    [
        (
            "Oslo/Oslo/PROPN/5/nsubj//B-LOC e/e/CCONJ/3/cc Lima/Lima/PROPN/1/conj//B-LOC si/si/PRON/5/expl "
            "accordano/accordare/VERB/0/root/VerbForm=Part|Tense=Past",
            "it",
        ),
        (
            "Oslo/Oslo/PROPN/5/nsubj//B-LOC et/et/CCONJ/3/cc Lima/Lima/PROPN/1/conj//B-LOC sont/être/AUX/5/aux "
            "convenus/convenir/VERB/0/root/VerbForm=Part|Tense=Past d'/de/ADP/7/case trêve/trêve/NOUN/5/obl",
            "fr",
        ),
    ],
)
def test_who_agrees_by_a_perfect_with_be_does_it(row: str, language: str) -> None:
    (found,) = events(row, language=language)
    assert (found.event, [p.span.text for p in found.actors]) == ("AGREE", ["Oslo", "Lima"])


@pytest.mark.parametrize(
    ("target", "event"),
    [("по/по/ADP/4/case Осло/Осло/PROPN/{}/{}//B-LOC", "ASSAULT"), ("в/в/ADP/4/case море/море/NOUN/{}/{}", "MOBILIZE")],
)
@pytest.mark.parametrize(("head", "relation"), [(2, "obl"), (5, "nmod")])
def test_rockets_fired_at_somebody_are_an_assault(target: str, event: str, head: int, relation: str) -> None:
    row = (
        f"Лима/Лима/PROPN/2/nsubj//B-LOC выпустила/выпустить/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
        f"{target.format(head, relation)} ракеты/ракета/NOUN/2/obj/Case=Acc|Number=Plur"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    assert [mention.event for mention in find_events(document, sentences, language="ru")] == [event]


@pytest.mark.parametrize(("owner", "events"), [("Miliz/Miliz", ["ASSAULT"]), ("Partei/Partei", [])])
def test_what_forces_hold_is_attacked_as_they_are(owner: str, events: list[str]) -> None:
    document, sentences = sentences_from_rows(HELD.format(owner), language="de")
    assert [m.event for m in find_events(document, sentences, language="de")] == events


@pytest.mark.parametrize(("means", "events"), [("Raketen/Rakete", ["ASSAULT"]), ("Worten/Wort", [])])
def test_an_attack_with_arms_is_an_assault(means: str, events: list[str]) -> None:
    row = (
        "Minsk/Minsk/PROPN/6/nsubj//B-LOC hat/haben/AUX/6/aux/VerbForm=Fin Oslo/Oslo/PROPN/6/obj//B-LOC "
        f"mit/mit/ADP/5/case {means}/NOUN/6/obl angegriffen/angreifen/VERB/0/root/VerbForm=Part"
    )
    document, sentences = sentences_from_rows(row, language="de")
    assert [m.event for m in find_events(document, sentences, language="de")] == events


def test_a_package_of_sanctions_is_one_and_so_is_a_wave_of_raids() -> None:
    package = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC adopted/adopt/VERB/0/root/VerbForm=Fin|Tense=Past a/a/DET/4/det "
        "package/package/NOUN/2/obj of/of/ADP/6/case sanctions/sanction/NOUN/4/nmod against/against/ADP/8/case "
        "Lima/Lima/PROPN/6/nmod//B-LOC"
    )
    wave = (
        "A/a/DET/2/det wave/wave/NOUN/6/nsubj of/of/ADP/5/case Peruvian/Peruvian/ADJ/5/amod raids/raid/NOUN/2/nmod "
        "killed/kill/VERB/0/root/VerbForm=Fin|Tense=Past villagers/villager/NOUN/6/obj"
    )
    (sanction,) = events(package, language="en")
    assert (sanction.event, words(sanction.recipients)) == ("SANCTION", ["Lima"])
    (assault,) = events(wave, language="en")
    assert "Peruvian raids" in words(assault.actors)


def test_relations_that_are_broken_off_are_with_somebody() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC announced/announce/VERB/0/root/VerbForm=Fin|Tense=Past the/the/DET/4/det "
        "severance/severance/NOUN/2/obj of/of/ADP/6/case ties/tie/NOUN/4/nmod with/with/ADP/8/case "
        "Lima/Lima/PROPN/6/nmod//B-LOC"
    )
    (found,) = events(row, language="en")
    assert (words(found.actors), words(found.recipients)) == (["Oslo"], ["Lima"])


def test_what_an_attack_would_lead_to_is_no_attack() -> None:
    row = (
        "Un/uno/DET/2/det ataque/ataque/NOUN/5/nsubj contra/contra/ADP/4/case Lima/Lima/PROPN/2/nmod//B-LOC "
        "llevaría/llevar/VERB/0/root/Mood=Cnd|VerbForm=Fin a/a/ADP/8/case la/el/DET/8/det guerra/guerra/NOUN/5/obl"
    )
    assert events(row, language="es") == []


def test_an_attack_before_those_who_died_of_it_is_one_event() -> None:
    row = (
        "После/после/ADP/2/case удара/удар/NOUN/5/obl/Case=Gen по/по/ADP/4/case Лиме/Лима/PROPN/2/nmod//B-LOC "
        "погибли/погибнуть/VERB/0/root/VerbForm=Fin|Tense=Past|Number=Plur 16/16/NUM/7/nummod:gov "
        "жителей/житель/NOUN/5/nsubj"
    )
    (found,) = events(row, language="ru")
    assert found.killed is not None and found.killed.min == 16


def test_what_must_not_be_missing_has_not_happened() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC refuse/refuser/VERB/0/root/VerbForm=Fin|Mood=Ind sans/sans/ADP/5/case "
        "la/le/DET/5/det libération/libération/NOUN/2/obl de/de/ADP/7/case Roe/Roe/PROPN/5/nmod//B-PER"
    )
    assert events(row, language="fr") == []


def test_what_is_offered_in_exchange_has_not_happened() -> None:
    row = (
        "Qatar/Qatar/PROPN/2/nsubj//B-LOC offered/offer/VERB/0/root/VerbForm=Fin|Tense=Past a/a/DET/4/det "
        "truce/truce/NOUN/2/obj in/in/ADP/6/case exchange/exchange/NOUN/4/nmod for/for/ADP/9/case the/the/DET/9/det "
        "release/release/NOUN/6/nmod of/of/ADP/11/case hostages/hostage/NOUN/9/nmod"
    )
    assert events(row, language="en") == []


@pytest.mark.parametrize(
    ("rest", "actors", "recipients"),
    [
        ("di/di/ADP/3/case Oslo/Oslo/PROPN/1/nmod//B-LOC su/su/ADP/5/case Lima/Lima/PROPN/1/nmod//B-LOC",
         ["Oslo"], ["Lima"]),
        ("di/di/ADP/3/case Lima/Lima/PROPN/1/nmod//B-LOC", [], ["Lima"]),
    ],
)  # fmt: skip
def test_the_genitive_of_a_deed_is_the_doer_where_another_was_struck(
    rest: str, actors: list[str], recipients: list[str]
) -> None:
    (found,) = events(f"Bombardamento/bombardamento/NOUN/0/root {rest}")
    assert ([p.span.text for p in found.actors], [p.span.text for p in found.recipients]) == (actors, recipients)


def test_a_crowd_that_gathers_protests_and_forces_do_not() -> None:
    row = (
        "Thousands/thousand/NOUN/4/nsubj of/of/ADP/3/case {}/{}/NOUN/1/nmod gathered/gather/VERB/0/root/VerbForm=Fin|"
        "Tense=Past outside/outside/ADP/7/case the/the/DET/7/det embassy/embassy/NOUN/4/obl"
    )
    assert [e.event for e in events(row.format("protesters", "protester"), language="en")] == ["PROTEST"]
    assert events(row.format("tanks", "tank"), language="en") == []


def test_who_is_named_behind_a_title_can_be_arrested() -> None:
    row = (
        "La/il/DET/2/det polizia/polizia/NOUN/4/nsubj ha/avere/AUX/4/aux/VerbForm=Fin|Mood=Ind "
        "arrestato/arrestare/VERB/0/root/VerbForm=Part|Tense=Past il/il/DET/6/det vice/vice/NOUN/4/obj "
        "Jo/Jo/PROPN/6/appos//B-PER"
    )
    (arrest,) = events(row)
    assert (arrest.event, arrest.mode) == ("COERCE", "arrest")


def test_a_toll_told_behind_an_attack_is_its_own() -> None:
    attack = "Attentato/attentato/NOUN/0/root contro/contro/ADP/4/case la/il/DET/4/det caserma/caserma/NOUN/1/nmod "
    toll = "Dieci/dieci/NUM/2/nummod morti/morto/NOUN/0/root"
    document, sentences = sentences_from_rows(attack, toll)
    (found,) = find_events(document, sentences, language="it")
    assert found.killed is not None and found.killed.min == 10
    document, sentences = sentences_from_rows(attack, attack, toll)
    assert [m.killed and m.killed.min for m in find_events(document, sentences, language="it")] == [None, 10]


def test_lives_that_a_raid_cost_are_those_of_its_victims() -> None:
    row = (
        "Il/il/DET/2/det {} è/essere/AUX/4/aux costato/costare/VERB/0/root/VerbForm=Part|Tense=Past la/il/DET/6/det "
        "vita/vita/NOUN/4/obj a/a/ADP/9/case tre/tre/NUM/9/nummod soldati/soldato/NOUN/4/obl"
    )
    (found,) = events(row.format("raid/raid/NOUN/4/nsubj"))
    assert found.killed is not None and found.killed.min == 3
    assert events(row.format("sisma/sisma/NOUN/4/nsubj")) == []


def test_a_warrant_is_for_whom_it_is_to_arrest() -> None:
    row = (
        "La/el/DET/2/det corte/corte/NOUN/3/nsubj emitió/emitir/VERB/0/root/VerbForm=Fin|Mood=Ind una/uno/DET/5/det "
        "orden/orden/NOUN/3/obj de/de/ADP/7/case arresto/arresto/NOUN/5/nmod contra/contra/ADP/9/case "
        "Roe/Roe/PROPN/7/nmod//B-PER"
    )
    found = events(row, language="es")[0]
    assert [p.span.text for p in found.recipients] == ["Roe"]


def test_a_ship_is_of_the_land_of_its_flag() -> None:
    row = (
        "Lima/Lima/PROPN/2/nsubj//B-LOC sequestra/sequestrare/VERB/0/root/VerbForm=Fin|Mood=Ind "
        "una/uno/DET/4/det petroliera/petroliera/NOUN/2/obj con/con/ADP/6/case bandiera/bandiera/NOUN/2/obl "
        "cilena/cileno/ADJ/6/amod"
    )
    (found,) = events(row)
    assert "cilena" in [p.span.text for p in found.recipients]

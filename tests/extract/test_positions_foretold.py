"""What is foretold, under which condition, and to whom: positions on trees written by hand."""

import pytest

from cronistoria.extract.positions import find_positions
from cronistoria.extract.quotes import find_quotes
from tests.rows import sentences_from_rows

OPPOSES = (
    "Brazil/Brazil/PROPN/2/nsubj/Number=Sing/B-LOC "
    "opposes/oppose/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "sanctions/sanction/NOUN/2/obj/Number=Plur against/against/ADP/5/case "
    "Norway/Norway/PROPN/3/nmod/Number=Sing/B-LOC ././PUNCT/2/punct"
)

AGAINST_DOING = (
    "Roe/Roe/PROPN/3/nsubj/Number=Sing will/will/AUX/3/aux/VerbForm=Fin warn/warn/VERB/0/root/VerbForm=Inf "
    "Norway/Norway/PROPN/3/obj/Number=Sing/B-LOC against/against/ADP/6/mark "
    "arming/arm/VERB/3/advcl/Tense=Pres|VerbForm=Part Peru/Peru/PROPN/6/obj/Number=Sing/B-LOC ././PUNCT/3/punct"
)

WAS_TOLD = (
    "Doe/Doe/PROPN/3/nsubj:pass/Number=Sing/B-PER "
    "was/be/AUX/3/aux:pass/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "told/tell/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass by/by/ADP/5/case "
    "Roe/Roe/PROPN/3/obl:agent/Number=Sing/B-PER that/that/SCONJ/10/mark "
    "Norway/Norway/PROPN/10/nsubj/Number=Sing/B-LOC would/would/AUX/10/aux/VerbForm=Fin "
    "not/not/PART/10/advmod/Polarity=Neg take/take/VERB/3/ccomp/VerbForm=Inf part/part/NOUN/10/obj/Number=Sing "
    "././PUNCT/3/punct"
)

SHOULD = (
    "Norway/Norway/PROPN/2/nsubj/Number=Sing/B-LOC "
    "warned/warn/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin of/of/ADP/5/case "
    "severe/severe/ADJ/5/amod consequences/consequence/NOUN/2/obl/Number=Plur should/should/AUX/8/aux/VerbForm=Fin "
    "Peru/Peru/PROPN/8/nsubj/Number=Sing/B-LOC attack/attack/VERB/2/advcl/VerbForm=Inf "
    "Chile/Chile/PROPN/8/obj/Number=Sing/B-LOC ././PUNCT/2/punct"
)

LEADS = (
    "Any/any/DET/2/det/PronType=Ind attack/attack/NOUN/4/nsubj/Number=Sing would/would/AUX/4/aux/VerbForm=Fin "
    "lead/lead/VERB/11/ccomp/VerbForm=Inf to/to/ADP/8/case a/a/DET/8/det/Definite=Ind|PronType=Art "
    "regional/regional/ADJ/8/amod war/war/NOUN/4/obl/Number=Sing ,/,/PUNCT/4/punct "
    "Oslo/Oslo/PROPN/11/nsubj/Number=Sing/B-LOC "
    "said/say/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin ././PUNCT/11/punct"
)

AMOUNTS = (
    "Any/any/DET/2/det/PronType=Ind attack/attack/NOUN/4/nsubj/Number=Sing would/would/AUX/4/aux/VerbForm=Fin "
    "amount/amount/VERB/12/ccomp/VerbForm=Inf to/to/ADP/7/case a/a/DET/7/det/Definite=Ind|PronType=Art "
    "declaration/declaration/NOUN/4/obl/Number=Sing of/of/ADP/9/case war/war/NOUN/7/nmod/Number=Sing "
    ",/,/PUNCT/4/punct Oslo/Oslo/PROPN/12/nsubj/Number=Sing/B-LOC "
    "said/say/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin ././PUNCT/12/punct"
)

MAHNTE = (
    "Ein/ein/DET/2/det/Case=Nom|Definite=Ind|Gender=Masc|Number=Sing|NumType=Card|PronType=Art "
    "Angriff/Angriff/NOUN/7/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "würde/werden/AUX/7/aux/Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin zu/zu/ADP/6/case "
    "einem/ein/DET/6/det/Case=Dat|Definite=Ind|Gender=Masc|Number=Sing|NumType=Card|PronType=Art "
    "Krieg/Krieg/NOUN/7/obl/Case=Dat|Gender=Masc|Number=Sing führen/führen/VERB/9/ccomp/VerbForm=Inf "
    ",/,/PUNCT/7/punct mahnte/mahnen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Oslo/Oslo/PROPN/9/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC ././PUNCT/9/punct"
)

FIRE = (
    '"/"/PUNCT/10/punct If/if/SCONJ/4/mark they/they/PRON/4/nsubj/Case=Nom|Number=Plur|Person=3 '
    "cross/cross/VERB/10/advcl/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin "
    "the/the/DET/6/det/Definite=Def|PronType=Art river/river/NOUN/4/obj/Number=Sing ,/,/PUNCT/4/punct "
    "we/we/PRON/10/nsubj/Case=Nom|Number=Plur|Person=1 will/will/AUX/10/aux/VerbForm=Fin "
    'fire/fire/VERB/13/ccomp/VerbForm=Inf ,/,/PUNCT/10/punct "/"/PUNCT/10/punct '
    "warned/warn/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Roe/Roe/PROPN/13/nsubj/Number=Sing/B-PER ././PUNCT/13/punct"
)

OFFER_NOUN = (
    "Norway/Norway/PROPN/3/nmod:poss/Number=Sing/B-LOC 's/'s/PART/1/case offer/offer/NOUN/7/nsubj:pass/Number=Sing "
    "to/to/ADP/5/case mediate/mediate/NOUN/3/nmod/Number=Sing "
    "was/be/AUX/7/aux:pass/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "welcomed/welcome/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass by/by/ADP/9/case "
    "Peru/Peru/PROPN/7/obl:agent/Number=Sing/B-LOC ././PUNCT/7/punct"
)

BEDINGUNG = (
    "Oslo/Oslo/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "stimmte/zustimmen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "der/der/DET/4/det/Case=Dat|Definite=Def|Gender=Fem|Number=Sing|PronType=Art "
    "Öffnung/Öffnung/NOUN/2/obj/Case=Gen|Gender=Fem|Number=Sing unter/unter/ADP/7/case "
    "der/der/DET/7/det/Case=Dat|Definite=Def|Gender=Fem|Number=Sing|PronType=Art "
    "Bedingung/Bedingung/NOUN/2/obl/Case=Dat|Gender=Fem|Number=Sing zu/zu/ADP/2/compound:prt ,/,/PUNCT/13/punct "
    "dass/dass/SCONJ/13/mark Bern/Bern/PROPN/13/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "Migranten/Migrant/NOUN/13/obj/Case=Acc|Gender=Masc|Number=Plur "
    "zurücknimmt/zurücknehmen/VERB/7/acl/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ././PUNCT/2/punct"
)
THREAT = (
    "Oslo/Oslo/PROPN/2/nsubj/Number=Sing/B-LOC "
    "ignored/ignore/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Peru/Peru/PROPN/5/nmod:poss/Number=Sing/B-LOC 's/'s/PART/3/case threat/threat/NOUN/2/obj/Number=Sing "
    "to/to/PART/7/mark close/close/VERB/5/acl/VerbForm=Inf the/the/DET/9/det/Definite=Def|PronType=Art "
    "port/port/NOUN/7/obj/Number=Sing ././PUNCT/2/punct"
)

DROHUNG = (
    "Norwegens/Norwegen/PROPN/2/nmod/Case=Gen|Gender=Neut|Number=Sing/B-LOC "
    "Drohung/Drohung/NOUN/9/obj/Case=Nom|Gender=Masc|Number=Sing ,/,/PUNCT/7/punct "
    "den/der/DET/5/det/Case=Acc|Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Hafen/Hafen/NOUN/7/obj/Case=Acc|Gender=Masc|Number=Sing zu/zu/PART/7/mark "
    "schließen/schließen/VERB/2/acl/VerbForm=Inf ,/,/PUNCT/2/punct "
    "alarmierte/alarmieren/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Peru/Peru/PROPN/9/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC ././PUNCT/9/punct"
)

GEGEN = (
    "Norwegen/Norwegen/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "legte/einlegen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin bei/bei/ADP/4/case "
    "Peru/Peru/PROPN/2/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC "
    "Protest/Protest/NOUN/2/obj/Case=Acc|Gender=Masc|Number=Sing gegen/gegen/ADP/8/case "
    "die/der/DET/8/det/Case=Acc|Definite=Def|Gender=Fem|Number=Sing|PronType=Art "
    "Manöver/Manöver/NOUN/2/obl/Case=Acc|Gender=Fem|Number=Sing ein/ein/ADV/2/compound:prt ././PUNCT/2/punct"
)

DEED = (
    "Norwegen/Norwegen/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "kündigte/ankündigen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin an/an/ADP/2/compound:prt "
    ",/,/PUNCT/9/punct Truppen/Truppe/NOUN/9/obj/Case=Acc|Gender=Fem|Number=Plur nach/nach/ADP/7/case "
    "Peru/Peru/PROPN/9/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC zu/zu/PART/9/mark "
    "schicken/schicken/VERB/2/xcomp/VerbForm=Inf ././PUNCT/2/punct"
)

HARM = (
    "Norwegen/Norwegen/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "kündigte/ankündigen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin an/an/ADP/2/compound:prt "
    ",/,/PUNCT/9/punct auf/auf/ADP/7/case die/der/DET/7/det/Case=Acc|Definite=Def|Number=Plur|PronType=Art "
    "Sanktionen/Sanktion/NOUN/9/obj/Case=Acc|Gender=Fem|Number=Plur zu/zu/PART/9/mark "
    "antworten/antworten/VERB/2/xcomp/VerbForm=Inf ././PUNCT/2/punct"
)

JOURNEY = (
    "Roth/Roth/PROPN/2/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "kündigte/ankündigen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin an/an/ADP/2/compound:prt "
    ",/,/PUNCT/8/punct nach/nach/ADP/6/case Peru/Peru/PROPN/8/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC "
    "zu/zu/PART/8/mark reisen/reisen/VERB/2/xcomp/VerbForm=Inf ././PUNCT/2/punct"
)

VOULOIR = (
    "Oslo/Oslo/PROPN/3/nsubj/Gender=Masc|Number=Sing/B-LOC "
    "a/avoir/AUX/3/aux:tense/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "annoncé/annoncer/VERB/0/root/Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part "
    "vouloir/vouloir/VERB/3/xcomp/VerbForm=Inf envoyer/envoyer/VERB/4/xcomp/VerbForm=Inf "
    "des/un/DET/7/det/Definite=Ind|Number=Plur|PronType=Art troupes/troupe/NOUN/5/obj/Gender=Fem|Number=Plur "
    "à/à/ADP/10/case le/le/DET/10/det/Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Pérou/Pérou/PROPN/5/obl:arg/Gender=Masc|Number=Sing/B-LOC ././PUNCT/3/punct"
)
CALLED = (
    "Keller/Keller/PROPN/2/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "nannte/nennen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "die/der/DET/4/det/Case=Acc|Definite=Def|Number=Plur|PronType=Art "
    "Bedingungen/Bedingung/NOUN/2/obj/Case=Acc|Gender=Fem|Number=Plur absurd/absurd/ADJ/2/xcomp ././PUNCT/2/punct"
)
TOLD = (
    "Roe/Roe/PROPN/2/nsubj/Number=Sing/B-PER "
    "told/tell/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Doe/Doe/PROPN/2/iobj/Number=Sing/B-PER that/that/SCONJ/8/mark Norway/Norway/PROPN/8/nsubj/Number=Sing/B-LOC "
    "does/do/AUX/8/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin not/not/PART/8/advmod/Polarity=Neg "
    "control/control/VERB/2/ccomp/VerbForm=Inf the/the/DET/10/det/Definite=Def|PronType=Art "
    "militia/militia/NOUN/8/obj/Number=Sing ././PUNCT/2/punct"
)
NO_TALKS = (
    "There/there/PRON/3/expl will/will/AUX/3/aux/VerbForm=Fin be/be/VERB/11/ccomp/VerbForm=Inf "
    "no/no/DET/5/det/PronType=Neg talks/talk/NOUN/3/nsubj/Number=Plur with/with/ADP/8/case "
    "the/the/DET/8/det/Definite=Def|PronType=Art rebels/rebel/NOUN/5/nmod/Number=Plur ,/,/PUNCT/3/punct "
    "Roe/Roe/PROPN/11/nsubj/Number=Sing/B-PER "
    "said/say/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin ././PUNCT/11/punct"
)
KEINE = (
    "Vorher/vorher/ADV/6/advmod wird/werden/AUX/6/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "es/es/PRON/6/expl/Case=Nom|Gender=Neut|Number=Sing|Person=3 "
    "keine/kein/DET/5/det/Case=Acc|Gender=Fem|Number=Plur|PronType=Neg "
    "Verhandlungen/Verhandlung/NOUN/6/obj/Case=Acc|Gender=Fem|Number=Plur geben/geben/VERB/8/ccomp/VerbForm=Inf "
    ",/,/PUNCT/6/punct sagte/sagen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Roth/Roth/PROPN/8/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER ././PUNCT/8/punct"
)
NO_PRESS = (
    "There/there/PRON/3/expl will/will/AUX/3/aux/VerbForm=Fin be/be/VERB/9/ccomp/VerbForm=Inf "
    "no/no/DET/6/det/PronType=Neg press/press/NOUN/6/compound/Number=Sing "
    "conference/conference/NOUN/3/nsubj/Number=Sing ,/,/PUNCT/3/punct Roe/Roe/PROPN/9/nsubj/Number=Sing/B-PER "
    "said/say/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin ././PUNCT/9/punct"
)
NUR = (
    "Norwegen/Norwegen/PROPN/6/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "will/wollen/AUX/6/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "die/der/DET/4/det/Case=Acc|Definite=Def|Number=Plur|PronType=Art "
    "Gefangenen/Gefangen/NOUN/6/obj/Case=Acc|Gender=Masc|Number=Plur nur/nur/ADV/6/advmod "
    "freilassen/freilassen/VERB/0/root/VerbForm=Inf ,/,/PUNCT/10/punct wenn/wenn/SCONJ/10/mark "
    "Peru/Peru/PROPN/10/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "abzieht/abziehen/VERB/6/advcl/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ././PUNCT/6/punct"
)
FRIST = (
    "Norwegen/Norwegen/PROPN/2/advmod/Number=Sing/B-LOC "
    "setzte/setzen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Peru/Peru/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "eine/ein/DET/5/det/Case=Acc|Definite=Ind|Gender=Fem|Number=Sing|NumType=Card|PronType=Art "
    "Frist/Frist/NOUN/2/obj/Case=Acc|Gender=Fem|Number=Sing bis/bis/ADP/7/case "
    "Donnerstag/Donnerstag/NOUN/2/obl/Case=Dat|Gender=Masc|Number=Sing ,/,/PUNCT/12/punct "
    "das/der/DET/10/det/Case=Acc|Definite=Def|Gender=Neut|Number=Sing|PronType=Art "
    "Abkommen/Abkommen/NOUN/12/obj/Case=Acc|Gender=Neut|Number=Sing zu/zu/PART/12/mark "
    "kündigen/kündigen/VERB/5/acl/VerbForm=Inf ././PUNCT/2/punct"
)
SOLANGE = (
    "Norwegen/Norwegen/PROPN/5/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "will/wollen/AUX/5/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "den/der/DET/4/det/Case=Acc|Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Beitritt/Beitritt/NOUN/5/obj/Case=Acc|Gender=Masc|Number=Sing blockieren/blockieren/VERB/0/root/VerbForm=Inf "
    ",/,/PUNCT/10/punct solange/solange/ADV/10/mark Peru/Peru/PROPN/10/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "nicht/nicht/PART/10/advmod/Polarity=Neg zustimmt/zustimmen/VERB/5/advcl/VerbForm=Part|Tense=Past "
    "././PUNCT/5/punct"
)
GEGEN_SEIN = (
    "Norwegen/Norwegen/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "ist/sein/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin gegen/gegen/ADP/4/case "
    "Sanktionen/Sanktion/NOUN/2/obl/Case=Dat|Gender=Fem|Number=Plur ././PUNCT/2/punct"
)
BY_THURSDAY = (
    "Oslo/Oslo/PROPN/4/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "hat/haben/AUX/4/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "Bern/Bern/PROPN/4/obj/Case=Acc|Gender=Neut|Number=Sing/B-LOC "
    "aufgefordert/auffordern/VERB/0/root/Tense=Past|VerbForm=Part ,/,/PUNCT/11/punct bis/bis/ADP/7/case "
    "Donnerstag/Donnerstag/NOUN/11/obl/Case=Acc|Gender=Masc|Number=Sing "
    "das/der/DET/9/det/Case=Acc|Definite=Def|Gender=Neut|Number=Sing|PronType=Art "
    "Abkommen/Abkommen/NOUN/11/obj/Case=Acc|Gender=Neut|Number=Sing zu/zu/PART/11/mark "
    "kündigen/kündigen/VERB/4/xcomp/VerbForm=Inf ././PUNCT/4/punct"
)
BY_YEAR = (
    "Peru/Peru/PROPN/5/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "müsse/müssen/AUX/5/aux/Mood=Qot|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin bis/bis/ADP/4/case "
    "Jahresende/Jahresende/NOUN/5/obl/Case=Acc|Gender=Masc|Number=Sing wählen/wählen/VERB/7/ccomp/VerbForm=Inf "
    ",/,/PUNCT/5/punct sagte/sagen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Keller/Keller/PROPN/7/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER ././PUNCT/7/punct"
)


def told(row: str, language: str) -> list[tuple[str, str, str | None]]:
    document, sentences = sentences_from_rows(row, language=language)
    mentions = find_positions(document, sentences, language=language)
    return [(m.type, m.content.text, m.condition.span.text if m.condition else None) for m in mentions]


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        (OPPOSES, "en", ("objection", "sanctions against Norway", None)),
        (AGAINST_DOING, "en", ("warning", "arming Peru", None)),
        (WAS_TOLD, "en", ("refusal", "Norway would not take part", None)),
        (SHOULD, "en", ("warning", "severe consequences", "should Peru attack Chile")),
        (LEADS, "en", ("warning", "would lead to a regional war", "Any attack")),
        (AMOUNTS, "en", ("warning", "would amount to a declaration of war", "Any attack")),
        (MAHNTE, "de", ("warning", "würde zu einem Krieg führen", "Ein Angriff")),
        (OFFER_NOUN, "en", ("offer", "Norway 's offer to mediate", None)),
        (THREAT, "en", ("threat", "close the port", None)),
        (DROHUNG, "de", ("threat", "den Hafen zu schließen", None)),
        (GEGEN, "de", ("objection", "die Manöver", None)),
        (DEED, "de", ("promise", "Truppen nach Peru zu schicken", None)),
        (HARM, "de", ("threat", "auf die Sanktionen zu antworten", None)),
        (VOULOIR, "fr", ("promise", "vouloir envoyer des troupes à le Pérou", None)),
        (NUR, "de", ("precondition", "Norwegen will die Gefangenen nur freilassen", "wenn Peru abzieht")),
        (FRIST, "de", ("demand", "das Abkommen zu kündigen", None)),
        (SOLANGE, "de", ("threat", "Norwegen will den Beitritt blockieren", "solange Peru nicht zustimmt")),
        (GEGEN_SEIN, "de", ("objection", "Sanktionen", None)),
        (BEDINGUNG, "de", ("acceptance", "der Öffnung", "unter der Bedingung zu , dass Bern Migranten zurücknimmt")),
    ],
)
def test_what_is_foretold(row: str, language: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(row, language)


def test_fire_is_harm() -> None:
    document, sentences = sentences_from_rows(FIRE, language="en")
    (found,) = find_positions(document, sentences, language="en")
    assert (found.type, found.content.text) == ("threat", "we will fire")


def test_who_is_told_is_the_audience() -> None:
    document, sentences = sentences_from_rows(WAS_TOLD, language="en")
    (quote,) = find_quotes(document, sentences, language="en")
    assert [p.span.text for p in quote.audience] == ["Doe"]


def test_a_journey_is_no_deed() -> None:
    assert told(JOURNEY, "de") == []


@pytest.mark.parametrize(("row", "language"), [(CALLED, "de"), (TOLD, "en")])
def test_a_judgement_sets_no_terms_and_a_fact_told_is_no_demand(row: str, language: str) -> None:
    assert [kind for kind, _, _ in told(row, language) if kind in ("precondition", "demand")] == []


def test_what_there_will_not_be_is_refused() -> None:
    assert told(NO_TALKS, "en") == [("refusal", "There will be no talks with the rebels", None)]
    assert told(KEINE, "de") == [("refusal", "Vorher wird es keine Verhandlungen geben", None)]
    assert told(NO_PRESS, "en") == []


@pytest.mark.parametrize("row", [BY_THURSDAY, BY_YEAR])
def test_a_day_by_which_it_is_to_be_done_is_no_condition(row: str) -> None:
    assert [(kind, condition) for kind, _, condition in told(row, "de")] == [("demand", None)]

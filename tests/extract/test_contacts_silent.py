"""Silence, rumours, tries and messages: contacts that were not, or are only said to be; trees by hand."""

import pytest

from cronistoria.extract.attribution import find_sources
from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.dates.finding import find_time_expressions
from cronistoria.extract.quotes import find_quotes
from tests.rows import sentences_from_rows

SILENT = (
    "Roe/Roe/PROPN/6/nsubj/Number=Sing/B-PER and/and/CCONJ/3/cc Doe/Doe/PROPN/1/conj/Number=Sing/B-PER "
    "have/have/AUX/6/aux/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin not/not/PART/6/advmod/Polarity=Neg "
    "spoken/speak/VERB/0/root/Tense=Past|VerbForm=Part since/since/ADP/8/case June/June/PROPN/6/obl/Number=Sing "
    "././PUNCT/6/punct"
)

NO_LONGER = (
    "Roe/Roe/PROPN/6/nsubj/Number=Sing/B-PER and/and/CCONJ/3/cc Doe/Doe/PROPN/1/conj/Number=Sing/B-PER "
    "no/no/ADV/5/advmod longer/long/ADV/6/advmod speak/speak/VERB/0/root/Mood=Imp|VerbForm=Fin by/by/ADP/8/case "
    "phone/phone/NOUN/6/obl/Number=Sing ././PUNCT/6/punct"
)

NICHT_MEHR = (
    "Keller/Keller/PROPN/9/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER und/und/CCONJ/3/cc "
    "Roth/Roth/PROPN/1/conj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "haben/haben/AUX/9/aux/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin seit/seit/ADP/6/case "
    "Dezember/Dezember/PROPN/9/obl/Case=Dat|Gender=Masc|Number=Sing nicht/nicht/PART/8/advmod/Polarity=Neg "
    "mehr/mehr/ADV/9/advmod telefoniert/telefonieren/VERB/0/root/VerbForm=Part|Tense=Past ././PUNCT/9/punct"
)

RUMOURS = (
    "Rumours/rumour/NOUN/9/nsubj/Number=Plur of/of/ADP/4/case a/a/DET/4/det/Definite=Ind|PronType=Art "
    "meeting/meeting/NOUN/1/nmod/Number=Sing between/between/ADP/6/case Roe/Roe/PROPN/4/nmod/Number=Sing/B-PER "
    "and/and/CCONJ/8/cc Doe/Doe/PROPN/6/conj/Number=Sing/B-PER "
    "circulated/circulate/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin ././PUNCT/9/punct"
)

CONFERENCE = (
    "Roe/Roe/PROPN/2/nsubj/Number=Sing/B-PER "
    "met/meet/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin with/with/ADP/4/case "
    "Doe/Doe/PROPN/2/obl/Number=Sing/B-ORG on/on/ADP/7/case the/the/DET/7/det/Definite=Def|PronType=Art "
    "sidelines/sideline/NOUN/2/obl/Number=Plur of/of/ADP/12/case the/the/DET/12/det/Definite=Def|PronType=Art "
    "Oslo/Oslo/PROPN/12/compound/Number=Sing/B-ORG Security/Security/PROPN/12/compound/Number=Sing/I-ORG "
    "Conference/Conference/PROPN/7/nmod/Number=Sing/I-ORG ././PUNCT/2/punct"
)

KONTAKTE = (
    "Zwischen/zwischen/ADP/2/case Oslo/Oslo/PROPN/5/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC und/und/CCONJ/4/cc "
    "Bern/Bern/PROPN/2/conj/Case=Dat|Gender=Neut|Number=Sing/B-LOC "
    "gibt/geben/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "es/es/PRON/5/nsubj/Case=Nom|Gender=Neut|Number=Sing|Person=3 "
    "keine/kein/DET/8/det/Case=Acc|Gender=Fem|Number=Plur|PronType=Neg "
    "Kontakte/Kontakt/NOUN/5/obj/Case=Acc|Gender=Fem|Number=Plur ././PUNCT/5/punct"
)

PURPOSE = (
    "Minister/Minister/NOUN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/PROPN/1/appos/Case=Nom|Gender=Masc|Number=Sing "
    "traf/eintreffen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin zu/zu/ADP/5/case "
    "Gesprächen/Gespräch/NOUN/3/obl/Case=Dat|Gender=Neut|Number=Plur in/in/ADP/7/case "
    "Oslo/Oslo/PROPN/5/nmod/Case=Dat|Gender=Neut|Number=Sing/B-LOC ein/ein/ADV/3/compound:prt ././PUNCT/3/punct"
)

SENT_IN = (
    "Präsident/Präsident/NOUN/9/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/PROPN/1/appos/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "hat/haben/AUX/9/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "Außenminister/Außenminister/NOUN/9/obj/Case=Nom|Gender=Masc|Number=Sing "
    "Roth/Roth/PROPN/4/appos/Case=Nom|Gender=Masc|Number=Sing/B-PER zu/zu/ADP/8/case "
    "einem/ein/DET/8/det/Case=Dat|Definite=Ind|Gender=Neut|Number=Sing|NumType=Card|PronType=Art "
    "Gespräch/Gespräch/NOUN/9/obl/Case=Dat|Gender=Neut|Number=Sing empfangen/empfangen/VERB/0/root/VerbForm=Inf "
    "././PUNCT/9/punct"
)

DENIED_PLAN = (
    "Oslo/Oslo/PROPN/2/nsubj/Number=Sing/B-LOC "
    "denied/deny/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin that/that/SCONJ/11/mark "
    "a/a/DET/5/det/Definite=Ind|PronType=Art meeting/meeting/NOUN/11/nsubj:pass/Number=Sing "
    "between/between/ADP/7/case Roe/Roe/PROPN/5/nmod/Number=Sing/B-PER and/and/CCONJ/9/cc "
    "Doe/Doe/PROPN/7/conj/Number=Sing/B-PER "
    "was/be/AUX/11/aux:pass/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "planned/plan/VERB/2/ccomp/Tense=Past|VerbForm=Part|Voice=Pass ././PUNCT/2/punct"
)

TRIED = (
    "Roe/Roe/PROPN/2/nsubj/Number=Sing/B-PER "
    "tried/try/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin to/to/PART/4/mark "
    "call/call/VERB/2/xcomp/VerbForm=Inf Doe/Doe/PROPN/4/obj/Number=Sing/B-PER ././PUNCT/2/punct"
)

MESSAGE = (
    "Norway/Norway/PROPN/2/nsubj/Number=Sing/B-LOC "
    "received/receive/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "a/a/DET/4/det/Definite=Ind|PronType=Art message/message/NOUN/2/obj/Number=Sing from/from/ADP/6/case "
    "Lima/Lima/PROPN/4/nmod/Number=Sing/B-LOC ././PUNCT/2/punct"
)

EXCHANGED = (
    "Norway/Norway/PROPN/4/nsubj/Number=Sing/B-LOC and/and/CCONJ/3/cc Peru/Peru/PROPN/1/conj/Number=Sing/B-LOC "
    "exchanged/exchange/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "messages/message/NOUN/4/obj/Number=Plur ././PUNCT/4/punct"
)

ZUKOMMEN = (
    "Norwegen/Norwegen/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "ließ/lassen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "dem/der/DET/4/det/Case=Dat|Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Iran/Iran/PROPN/2/iobj/Case=Dat|Gender=Neut|Number=Sing/B-LOC "
    "eine/ein/DET/6/det/Case=Acc|Definite=Ind|Gender=Fem|Number=Sing|NumType=Card|PronType=Art "
    "Botschaft/Botschaft/NOUN/7/obj/Case=Acc|Gender=Fem|Number=Sing zukommen/zukommen/VERB/2/xcomp/VerbForm=Inf "
    "././PUNCT/2/punct"
)

EIGENEN = (
    "Norwegen/Norwegen/PROPN/8/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC "
    "hat/haben/AUX/8/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin nach/nach/ADP/5/case "
    "eigenen/eigen/ADJ/5/amod/Case=Dat|Gender=Fem|Number=Plur "
    "Angaben/Angabe/NOUN/8/obl/Case=Dat|Gender=Fem|Number=Plur drei/drei/NUM/7/nummod "
    "Drohnen/Drohne/NOUN/8/obj/Case=Acc|Gender=Masc|Number=Plur "
    "abgeschossen/abschießen/VERB/0/root/Tense=Past|VerbForm=Part ././PUNCT/8/punct"
)
SEIT = (
    "Die/der/DET/2/det/Case=Nom|Definite=Def|Number=Plur|PronType=Art "
    "Vermittler/Vermittler/NOUN/3/nsubj/Case=Nom|Gender=Masc|Number=Plur "
    "beraten/beraten/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin seit/seit/ADP/5/case "
    "Sonntag/Sonntag/NOUN/3/obl/Case=Dat|Gender=Masc|Number=Sing in/in/ADP/7/case "
    "Oslo/Oslo/PROPN/3/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC mit/mit/ADP/10/case "
    "einer/ein/DET/10/det/Case=Dat|Definite=Ind|Gender=Fem|Number=Sing|NumType=Card|PronType=Art "
    "Delegation/Delegation/NOUN/3/obl/Case=Dat|Gender=Fem|Number=Sing "
    "der/der/DET/12/det/Case=Gen|Definite=Def|Gender=Fem|Number=Sing|PronType=Art "
    "Hamas/Hamas/PROPN/10/nmod/Case=Gen|Gender=Fem|Number=Sing/B-LOC ././PUNCT/3/punct"
)
BREAK = (
    "Keller/Keller/PROPN/2/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "drohte/drohen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin mit/mit/ADP/5/case "
    "dem/der/DET/5/det/Case=Dat|Definite=Def|Gender=Masc|Number=Sing|PronType=Art "
    "Abbruch/Abbruch/NOUN/2/obl/Case=Dat|Gender=Masc|Number=Sing "
    "der/der/DET/7/det/Case=Gen|Definite=Def|Number=Plur|PronType=Art "
    "Gespräche/Gespräch/NOUN/5/nmod/Case=Gen|Gender=Neut|Number=Plur mit/mit/ADP/9/case "
    "Norwegen/Norwegen/PROPN/7/nmod/Case=Dat|Gender=Neut|Number=Sing/B-LOC ././PUNCT/2/punct"
)
VOUCHED = (
    "In/in/ADP/4/case a/a/DET/4/det/Definite=Ind|PronType=Art phone/phone/NOUN/4/compound/Number=Sing "
    "call/call/NOUN/15/obl/Number=Sing that/that/PRON/7/obj Oslo/Oslo/PROPN/7/nsubj/Number=Sing/B-LOC "
    "says/say/VERB/4/acl:relcl/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "lasted/last/VERB/7/ccomp/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin about/about/ADV/12/advmod "
    "half/half/DET/12/det:predet/NumForm=Word|NumType=Frac|PronType=Ind an/a/DET/12/det/Definite=Ind|PronType=Art "
    "hour/hour/NOUN/8/obl/Number=Sing ,/,/PUNCT/4/punct Roe/Roe/PROPN/15/nsubj/Number=Sing/B-PER "
    "urged/urge/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Doe/Doe/PROPN/15/iobj/Number=Sing/B-PER to/to/PART/18/mark leave/leave/VERB/15/xcomp/VerbForm=Inf "
    "././PUNCT/15/punct"
)
ENVOY = (
    "Norway/Norway/PROPN/2/nsubj/Number=Sing/B-LOC "
    "sent/send/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "an/a/DET/4/det/Definite=Ind|PronType=Art envoy/envoy/NOUN/2/obj/Number=Sing to/to/ADP/6/case "
    "Lima/Lima/PROPN/4/nmod/Number=Sing/B-LOC ././PUNCT/2/punct"
)
ENVOY_NAMED = (
    "Norway/Norway/PROPN/2/nsubj/Number=Sing/B-LOC "
    "sent/send/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "the/the/DET/4/det/Definite=Def|PronType=Art envoy/envoy/NOUN/2/obj/Number=Sing "
    "Keller/Keller/PROPN/4/appos/Number=Sing/B-PER to/to/ADP/7/case Lima/Lima/PROPN/2/obl/Number=Sing/B-LOC "
    "././PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        (SILENT, "en", [("talks", "held", "negated", "asserted", ["Roe", "Doe"])]),
        (NO_LONGER, "en", [("call", "held", "negated", "asserted", ["Roe", "Doe"])]),
        (NICHT_MEHR, "de", [("call", "held", "negated", "asserted", ["Keller", "Roth"])]),
        (RUMOURS, "en", [("meeting", "held", "affirmed", "hearsay", ["Roe", "Doe"])]),
        (CONFERENCE, "en", [("meeting", "held", "affirmed", "asserted", ["Roe", "Doe"])]),
        (KONTAKTE, "de", [("talks", "held", "negated", "asserted", ["Oslo", "Bern"])]),
        (PURPOSE, "de", [("visit", "held", "affirmed", "asserted", ["Minister", "Oslo"])]),
        (SENT_IN, "de", [("talks", "held", "affirmed", "asserted", ["Präsident", "Außenminister"])]),
        (DENIED_PLAN, "en", [("meeting", "held", "negated", "asserted", ["Roe", "Doe"])]),
        (TRIED, "en", [("call", "requested", "affirmed", "planned", ["Roe", "Doe"])]),
        (MESSAGE, "en", [("handover", "held", "affirmed", "asserted", ["Norway", "Lima"])]),
        (EXCHANGED, "en", [("handover", "held", "affirmed", "asserted", ["Norway", "Peru"])]),
        (
            SEIT,
            "de",
            [("meeting", "ongoing", "affirmed", "asserted", ["Die Vermittler", "einer Delegation der Hamas"])],
        ),
        (BREAK, "de", [("talks", "scheduled", "affirmed", "possible", ["Keller", "Norwegen"])]),
        (VOUCHED, "en", [("call", "held", "affirmed", "asserted", ["Roe", "Doe"])]),
        (ENVOY, "en", [("visit", "held", "affirmed", "asserted", ["Norway", "Lima"])]),
        (ENVOY_NAMED, "en", [("visit", "held", "affirmed", "asserted", ["the envoy", "Lima"])]),
        (ZUKOMMEN, "de", [("handover", "held", "affirmed", "asserted", ["Norwegen", "dem Iran"])]),
    ],
)
def test_what_is_told_of_the_contact(row: str, language: str, expected: list[tuple[object, ...]]) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    times = find_time_expressions(document, sentences, language=language)
    mentions = find_contacts(document, sentences, times, language=language)
    found = [(m.channel, m.status, m.polarity, m.modality, [p.span.text for p in m.participants]) for m in mentions]
    assert found == expected


def test_own_words_are_those_of_the_subject() -> None:
    document, sentences = sentences_from_rows(EIGENEN, language="de")
    quotes = tuple(find_quotes(document, sentences, language="de"))
    sources = find_sources(document, sentences, quotes, language="de")
    assert [s.label.text for s in sources] == ["Norwegen"]

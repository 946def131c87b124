"""Statements with their speakers, on trees written by hand."""

import pytest

from cronistoria.extract.carried import interviewed
from cronistoria.extract.pages import Page
from cronistoria.extract.quotes import find_quotes
from cronistoria.model.mention import QuoteMention
from tests.rows import sentences_from_rows

PRES = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PLUR = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
HAS = f"ha/avere/AUX/{{}}/aux/{PRES}"
PER, ORG, LOC = "/B-PER", "/B-ORG", "/B-LOC"


def quotes(*rows: str, language: str = "it") -> list[QuoteMention]:
    document, sentences = sentences_from_rows(*rows, language=language)
    return list(find_quotes(document, sentences, language=language))


def told(*rows: str, language: str = "it") -> list[tuple[str, str | None, str]]:
    """Form, speaker ("-" if dropped) and content of each statement."""
    found = quotes(*rows, language=language)
    return [(q.form, _who(q), q.content.text) for q in found]


def _who(quote: QuoteMention) -> str | None:
    if quote.speaker is None:
        return None
    return "-" if quote.speaker.dropped else quote.speaker.span.text


REPORTED = (
    "Il/il/DET/2/det ministro/ministro/NOUN/4/nsubj ha/avere/AUX/4/aux/"
    + PRES
    + " detto/dire/VERB/0/root/"
    + PART
    + " "
    "che/che/SCONJ/8/mark l'accordo/accordo/NOUN/8/nsubj è/essere/AUX/8/cop/" + PRES + " vicino/vicino/ADJ/4/ccomp"
)
ONE_WORD = (
    f"«/«/PUNCT/2/punct Sì/sì/INTJ/6/discourse »/»/PUNCT/2/punct ,/,/PUNCT/6/punct ha/avere/AUX/6/aux/{PRES} "
    f"detto/dire/VERB/0/root/{PART} Vesna/Vesna/PROPN/6/nsubj/{PER} ././PUNCT/6/punct"
)
RUN_TOGETHER = (
    f"«/«/PUNCT/2/punct Restiamo/restare/VERB/6/ccomp/Mood=Ind|Number=Plur|Person=1|VerbForm=Fin »/»/PUNCT/2/punct "
    f",/,/PUNCT/6/punct ha/avere/AUX/6/aux/{PRES} dichiarato/dichiarare/VERB/0/root/{PART} a/a/ADP/8/case "
    f"Ansa/Ansa/PROPN/6/obl/{ORG} Omar/Omar/PROPN/8/flat/{PER} Said/Said/PROPN/8/flat//I-PER ././PUNCT/6/punct"
)
APPOSITION = (
    f"A/a/ADP/3/case il/il/DET/3/det termine/termine/NOUN/12/obl Pavel/Pavel/PROPN/3/appos/{PER} "
    "Orlov/Orlov/PROPN/4/flat:name//I-PER ,/,/PUNCT/4/punct consigliere/consigliere/NOUN/4/appos "
    f"di/di/ADP/9/case Baku/Baku/PROPN/7/nmod/{LOC} ,/,/PUNCT/4/punct ha/avere/AUX/12/aux/{PRES} "
    f"dichiarato/dichiarare/VERB/0/root/{PART} :/:/PUNCT/12/punct «/«/PUNCT/15/punct "
    "Restiamo/restare/VERB/12/ccomp/Mood=Ind|Number=Plur|Person=1|VerbForm=Fin qui/qui/ADV/15/advmod »/»/PUNCT/15/punct"
)
COORDINATED = (
    f"Vesna/Vesna/PROPN/2/nsubj/{PER} ribadisce/ribadire/VERB/0/root/{PRES} che/che/SCONJ/6/mark i/il/DET/5/det "
    f"progressi/progresso/NOUN/6/nsubj bastano/bastare/VERB/2/ccomp/{PLUR} ed/e/CCONJ/8/cc "
    f"chiarisce/chiarire/VERB/6/conj/{PRES} che/che/SCONJ/11/mark Quito/Quito/PROPN/11/nsubj/{LOC} "
    f"risponderà/rispondere/VERB/8/ccomp/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
)
NEGATED_PERFECT = (
    f"Quito/Quito/PROPN/2/nsubj/{LOC} nega/negare/VERB/0/root/{PRES} di/di/ADP/5/mark "
    f"aver/avere/AUX/5/aux/VerbForm=Inf firmato/firmare/VERB/2/xcomp/{PART} patti/patto/NOUN/5/obj"
)
DEMAND = (
    f"Quito/Quito/PROPN/2/nsubj/{LOC} chiede/chiedere/VERB/0/root/{PRES} a/a/ADP/4/case Lima/Lima/PROPN/2/obl/{LOC} "
    "di/di/ADP/6/mark fermare/fermare/VERB/2/xcomp/VerbForm=Inf i/il/DET/8/det lavori/lavoro/NOUN/6/obj"
)
INSERTED = (
    f"I/il/DET/2/det negoziati/negoziato/NOUN/7/nsubj ,/,/PUNCT/4/punct dice/dire/VERB/7/parataxis/{PRES} "
    f"Vesna/Vesna/PROPN/4/nsubj/{PER} ,/,/PUNCT/4/punct andranno/andare/VERB/0/root/{PLUR} "
    "avanti/avanti/ADV/7/advmod fino/fino/ADV/7/advmod a/a/ADP/11/case giugno/giugno/NOUN/7/obl"
)
THOUGHT_INSIDE = (
    f"Vesna/Vesna/PROPN/2/nsubj/{PER} dice/dire/VERB/0/root/{PRES} che/che/SCONJ/5/mark "
    f"Quito/Quito/PROPN/5/nsubj/{LOC} "
    f"crede/credere/VERB/2/ccomp/{PRES} che/che/SCONJ/8/mark tutto/tutto/PRON/8/nsubj finirà/finire/VERB/5/ccomp/{PRES}"
)
NAMES_IN_MARKS = (
    "Il/il/DET/2/det gruppo/gruppo/NOUN/8/nsubj conosciuto/conoscere/VERB/2/acl/" + PART + " come/come/ADP/6/case "
    "«/«/PUNCT/6/punct caschi/casco/NOUN/3/obl »/»/PUNCT/6/punct "
    f"lavora/lavorare/VERB/0/root/{PRES}"
)
CODE = (
    'var/var/NOUN/0/root x/x/NOUN/1/nmod ={/={/PUNCT/1/punct "/"/PUNCT/5/punct script/script/NOUN/1/nmod '
    '"/"/PUNCT/5/punct };/};/PUNCT/1/punct'
)
APART = (
    f"Quito/Quito/PROPN/5/nsubj/{LOC} ,/,/PUNCT/3/punct lei/lei/PRON/5/nsubj/Person=3 ,/,/PUNCT/3/punct "
    f"dice/dire/VERB/0/root/{PRES} che/che/SCONJ/8/mark Lima/Lima/PROPN/8/nsubj/{LOC} cede/cedere/VERB/5/ccomp/{PRES}"
)
TOGETHER = (
    f"Quito/Quito/PROPN/4/nsubj/{LOC} e/e/CCONJ/3/cc Lima/Lima/PROPN/1/conj/{LOC} dicono/dire/VERB/0/root/{PLUR} "
    f"che/che/SCONJ/7/mark Oslo/Oslo/PROPN/7/nsubj/{LOC} cede/cedere/VERB/4/ccomp/{PRES}"
)
VIEWED = (
    f"Secondo/secondo/ADP/2/case Quito/Quito/PROPN/4/obl/{LOC} tutto/tutto/PRON/4/nsubj "
    f"piace/piacere/VERB/0/root/{PRES} ,/,/PUNCT/8/punct per/per/ADP/8/case il/il/DET/8/det "
    f"Cairo/Cairo/PROPN/4/obl/{LOC} "
    "«/«/PUNCT/10/punct poco/poco/ADV/4/advmod »/»/PUNCT/10/punct"
)
CALLED = (
    f"Vesna/Vesna/PROPN/6/nsubj/{PER} ,/,/PUNCT/3/punct detta/dire/VERB/1/acl/{PART} Volpe/Volpe/PROPN/3/xcomp "
    f",/,/PUNCT/3/punct lascia/lasciare/VERB/0/root/{PRES} Quito/Quito/PROPN/6/obj/{LOC}"
)
CITING = (
    f"Secondo/secondo/ADP/2/case Quito/Quito/PROPN/10/obl/{LOC} ,/,/PUNCT/5/punct che/che/PRON/5/nsubj/PronType=Rel "
    f"cita/citare/VERB/2/acl:relcl/{PRES} fonti/fonte/NOUN/5/obj ,/,/PUNCT/5/punct il/il/DET/9/det "
    f"piano/piano/NOUN/10/nsubj piace/piacere/VERB/0/root/{PRES} ././PUNCT/10/punct"
)
ACCORDING = (
    f"Secondo/secondo/ADP/2/case Quito/Quito/PROPN/5/obl/{LOC} il/il/DET/4/det piano/piano/NOUN/5/nsubj "
    f"piace/piacere/VERB/0/root/{PRES} ././PUNCT/5/punct"
)
SOURCES = (
    "Secondo/secondo/ADP/2/case fonti/fonte/NOUN/7/obl/Number=Plur di/di/ADP/4/case "
    f"Quito/Quito/PROPN/2/nmod/{LOC} il/il/DET/6/det piano/piano/NOUN/7/nsubj piace/piacere/VERB/0/root/{PRES}"
)
EN_BARE = (
    "The/the/DET/2/det envoy/envoy/NOUN/3/nsubj said/say/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "talks/talk/NOUN/6/nsubj would/would/AUX/6/aux/VerbForm=Fin resume/resume/VERB/3/ccomp/VerbForm=Inf"
)
EN_FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
EN_VERDICT = (
    f"Oslo/Oslo/PROPN/2/nsubj/{LOC} called/call/VERB/0/root/{EN_FIN} the/the/DET/4/det vote/vote/NOUN/2/obj "
    "a/a/DET/6/det farce/farce/NOUN/2/obj"
)
EN_CALL_FOR = (
    f"Oslo/Oslo/PROPN/2/nsubj/{LOC} called/call/VERB/0/root/{EN_FIN} for/for/ADP/5/case a/a/DET/5/det "
    "vote/vote/NOUN/2/obl"
)
EN_OBJECT = (
    f"Roth/Roth/PROPN/2/nsubj/{PER} said/say/VERB/0/root/{EN_FIN} four/four/NUM/2/obj of/of/ADP/5/case "
    "ships/ship/NOUN/3/nmod will/will/AUX/7/aux/VerbForm=Fin sail/sail/VERB/2/conj/VerbForm=Inf"
)
EN_THING = f"Roth/Roth/PROPN/2/nsubj/{PER} said/say/VERB/0/root/{EN_FIN} four/four/NUM/4/nummod words/word/NOUN/2/obj"
EN_SHOWN = (
    "A/a/DET/2/det survey/survey/NOUN/3/nsubj showed/show/VERB/0/root/" + EN_FIN + " that/that/SCONJ/6/mark "
    f"fears/fear/NOUN/6/nsubj grew/grow/VERB/3/ccomp/{EN_FIN}"
)
EN_PROVED = (
    f"Oslo/Oslo/PROPN/2/nsubj/{LOC} showed/show/VERB/0/root/{EN_FIN} that/that/SCONJ/5/mark "
    f"it/it/PRON/5/nsubj won/win/VERB/2/ccomp/{EN_FIN}"
)
EN_CLOSED = (
    "By/by/ADP/2/case then/then/ADV/11/advmod ,/,/PUNCT/2/punct the/the/DET/5/det "
    "envoys/envoy/NOUN/6/nsubj/Number=Plur say/say/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin ,/,/PUNCT/6/punct "
    "the/the/DET/9/det ministers/minister/NOUN/11/nsubj/Number=Plur had/have/AUX/11/aux/"
    + EN_FIN
    + " left/leave/VERB/6/ccomp/"
    + PART
)
EN_ADDING = (
    f"Talks/talk/NOUN/2/nsubj failed/fail/VERB/0/root/{EN_FIN} ,/,/PUNCT/5/punct Roth/Roth/PROPN/5/nsubj/{PER} "
    f"said/say/VERB/2/parataxis/{EN_FIN} ,/,/PUNCT/7/punct adding/add/VERB/2/advcl/Tense=Pres|VerbForm=Part "
    f"that/that/SCONJ/10/mark Oslo/Oslo/PROPN/10/nsubj/{LOC} left/leave/VERB/7/ccomp/{EN_FIN}"
)
EN_TOLD = (
    f"Vesna/Vesna/PROPN/2/nsubj/{PER} told/tell/VERB/0/root/{EN_FIN} Roth/Roth/PROPN/2/obj/{PER} "
    f"that/that/PRON/6/obj/PronType=Rel Oslo/Oslo/PROPN/6/nsubj/{LOC} left/leave/VERB/3/acl:relcl/{EN_FIN}"
)
EN_SETTING_FIRST = (
    f"Roth/Roth/PROPN/2/nsubj/{PER} said/say/VERB/0/root/{EN_FIN} that/that/SCONJ/9/mark with/with/ADP/5/case "
    "ports/port/NOUN/2/obl shut/shut/ADJ/5/amod ,/,/PUNCT/5/punct trade/trade/NOUN/9/nsubj "
    f"stopped/stop/VERB/2/ccomp/{EN_FIN}"
)
EN_FRAGMENT = (
    f"Oslo/Oslo/PROPN/2/nsubj/{LOC} wants/want/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin to/to/PART/4/mark "
    'keep/keep/VERB/2/xcomp/VerbForm=Inf all/all/DET/6/det ports/port/NOUN/4/obj "/"/PUNCT/8/punct '
    f'open/open/ADJ/4/xcomp "/"/PUNCT/8/punct ,/,/PUNCT/11/punct said/say/VERB/2/parataxis/{EN_FIN} '
    f"Roth/Roth/PROPN/11/nsubj/{PER}"
)

FR_ASIDE = (
    f"«/«/PUNCT/2/punct Restons/rester/VERB/0/root/Mood=Imp|Number=Plur|Person=1|VerbForm=Fin ,/,/PUNCT/4/punct "
    f"répond/répondre/VERB/2/parataxis/{PRES} Vesna/Vesna/PROPN/4/nsubj/{PER} ././PUNCT/2/punct "
    f"Quito/Quito/PROPN/8/nsubj/{LOC} cède/céder/VERB/2/conj/{PRES} »/»/PUNCT/8/punct"
)
FR_NOBODY = (
    "«/«/PUNCT/2/punct Restons/rester/VERB/5/ccomp/Mood=Imp|Number=Plur|Person=1|VerbForm=Fin »/»/PUNCT/2/punct "
    f",/,/PUNCT/5/punct dit/dire/VERB/0/root/{PRES} -on/on/PRON/5/nsubj à/à/ADP/8/case "
    f"Quito/Quito/PROPN/5/obl:mod/{LOC}"
)
FR_VERDICT = (
    f"Quito/Quito/PROPN/2/nsubj/{LOC} juge/juger/VERB/0/root/{PRES} le/le/DET/4/det projet/projet/NOUN/2/obj "
    "«/«/PUNCT/6/punct inutile/inutile/ADJ/4/amod »/»/PUNCT/6/punct"
)
FR_APPENDED = (
    f"Quito/Quito/PROPN/2/nsubj/{LOC} cède/céder/VERB/0/root/{PRES} ,/,/PUNCT/4/punct dit/dire/VERB/2/parataxis/{PRES} "
    f"Vesna/Vesna/PROPN/4/nsubj/{PER} ,/,/PUNCT/8/punct en/en/ADP/8/case marge/marge/NOUN/4/obl:mod de/de/ADP/10/case "
    "discussions/discussion/NOUN/8/nmod"
)
CASES: tuple[tuple[str, str, list[tuple[str, str | None, str]]], ...] = (
    ("it", REPORTED, [("indirect", "Il ministro", "l'accordo è vicino")]),
    ("it", ONE_WORD, [("partial", "Vesna", "Sì")]),
    ("it", RUN_TOGETHER, [("direct", "Omar Said", "Restiamo")]),
    ("it", APPOSITION, [("direct", "Pavel Orlov", "Restiamo qui")]),
    ("it", COORDINATED, [("indirect", "Vesna", "i progressi bastano"), ("indirect", "Vesna", "Quito risponderà")]),
    ("it", NEGATED_PERFECT, [("indirect", "Quito", "di aver firmato patti")]),
    ("it", DEMAND, []),
    ("it", INSERTED, [("indirect", "Vesna", "I negoziati , dice Vesna , andranno avanti fino a giugno")]),
    ("it", THOUGHT_INSIDE, [("indirect", "Vesna", "Quito crede che tutto finirà")]),
    ("it", NAMES_IN_MARKS, []),
    ("it", CODE, []),
    ("it", ACCORDING, [("indirect", "Quito", "il piano piace")]),
    ("it", SOURCES, []),
    ("en", EN_BARE, [("indirect", "The envoy", "talks would resume")]),
    ("en", EN_VERDICT, [("indirect", "Oslo", "the vote a farce")]),
    ("en", EN_CALL_FOR, []),
    ("en", EN_OBJECT, [("indirect", "Roth", "four of ships will sail")]),
    ("en", EN_THING, []),
    ("en", EN_SHOWN, [("indirect", "A survey", "fears grew")]),
    ("en", EN_PROVED, []),
    ("en", EN_CLOSED, [("indirect", "the envoys", "By then , the envoys say , the ministers had left")]),
    ("en", EN_ADDING, [("indirect", "Roth", "Talks failed"), ("indirect", "Roth", "Oslo left")]),
    ("en", EN_TOLD, [("indirect", "Vesna", "Oslo left")]),
    ("en", EN_SETTING_FIRST, [("indirect", "Roth", "with ports shut , trade stopped")]),
    ("en", EN_FRAGMENT, [("indirect", "Roth", 'Oslo wants to keep all ports " open "'), ("partial", "Roth", "open")]),
    ("fr", FR_ASIDE, [("direct", "Vesna", "Restons , répond Vesna . Quito cède")]),
    ("fr", FR_NOBODY, [("direct", "Quito", "Restons")]),
    ("fr", FR_VERDICT, [("partial", "Quito", "inutile")]),
    ("fr", FR_APPENDED, [("indirect", "Vesna", "Quito cède")]),
)


@pytest.mark.parametrize(("language", "row", "expected"), CASES)
def test_statements(language: str, row: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(row, language=language) == expected


def test_a_quotation_without_a_cue_is_by_who_spoke_in_the_sentence_before() -> None:
    before = (
        f"Il/il/DET/2/det piano/piano/NOUN/3/nsubj piace/piacere/VERB/6/ccomp/{PRES} ,/,/PUNCT/6/punct "
        f"ha/avere/AUX/6/aux/{PRES} detto/dire/VERB/0/root/{PART} Vesna/Vesna/PROPN/6/nsubj/{PER} ././PUNCT/6/punct "
        "«/«/PUNCT/10/punct Restiamo/restare/VERB/6/parataxis/Mood=Ind|Number=Plur|Person=1|VerbForm=Fin "
        "»/»/PUNCT/10/punct"
    )
    assert ("direct", "Vesna", "Restiamo") in told(before)


def test_words_in_front_of_so_are_given_to_who_follows() -> None:
    row = (
        "«/«/PUNCT/2/punct Restiamo/restare/VERB/0/root/Mood=Ind|Number=Plur|Person=1|VerbForm=Fin ././PUNCT/2/punct "
        f"»/»/PUNCT/2/punct Così/così/ADV/2/advmod Vesna/Vesna/PROPN/2/parataxis/{PER}"
    )
    assert told(row) == [("direct", "Vesna", "Restiamo .")]


def test_an_inner_statement_is_relayed_by_the_outer_speaker() -> None:
    row = (
        f"Vesna/Vesna/PROPN/2/nsubj/{PER} dice/dire/VERB/0/root/{PRES} che/che/SCONJ/6/mark "
        f"Omar/Omar/PROPN/6/nsubj/{PER} "
        f"ha/avere/AUX/6/aux/{PRES} promesso/promettere/VERB/2/ccomp/{PART} che/che/SCONJ/9/mark "
        "tutto/tutto/PRON/9/nsubj "
        f"cambierà/cambiare/VERB/6/ccomp/{PRES}"
    )
    outer, inner = quotes(row)
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.relay is not None and inner.relay.span.text == "Vesna"


def test_nothing_comes_of_nothing() -> None:
    assert told("Piove/piovere/VERB/0/root") == []


FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
SAID = f"Roth/Roth/PROPN/2/nsubj/{PER} drängte/drängen/VERB/0/root/{FIN} zur/zu/ADP/4/case Eile/Eile/NOUN/2/obl "
HEARD = "Quito/Quito/PROPN/3/nsubj/{} müsse/müssen/AUX/3/aux/Mood={}|VerbForm=Fin handeln/handeln/VERB/0/root"
GERMAN = [
    (
        (SAID, HEARD.format(LOC, "Qot")),
        ("indirect", "Roth", "Quito müsse handeln"),
    ),
    (
        (
            f"Roth/Roth/PROPN/2/nsubj/{PER} sagte/sagen/VERB/0/root/{FIN} ,/,/PUNCT/6/punct "
            f"Quito/Quito/PROPN/6/nsubj/{LOC} müsse/müssen/AUX/6/aux/Mood=Qot|VerbForm=Fin "
            "handeln/handeln/VERB/2/ccomp/VerbForm=Inf",
        ),
        ("indirect", "Roth", "Quito müsse handeln"),
    ),
    (
        (
            f"Roth/Roth/PROPN/2/nsubj/{PER} bestritt/bestreiten/VERB/0/root/{FIN} ,/,/PUNCT/5/punct "
            "davon/davon/ADV/5/advmod gewusst/wissen/VERB/2/xcomp/Tense=Past|VerbForm=Part zu/zu/PART/5/mark "
            "haben/haben/AUX/5/aux/VerbForm=Inf",
        ),
        ("indirect", "Roth", "davon gewusst zu haben"),
    ),
    (
        (
            f"Roth/Roth/PROPN/4/obl/{PER} zufolge/zufolge/ADP/1/case will/wollen/AUX/4/aux/{FIN} "
            f"handeln/handeln/VERB/0/root/VerbForm=Inf Quito/Quito/PROPN/4/nsubj/{LOC}",
        ),
        ("indirect", "Roth", "will handeln Quito"),
    ),
]

GERMAN += [
    (
        (
            f"Quito/Quito/PROPN/3/nsubj/{LOC} habe/haben/AUX/3/aux/Mood=Qot|VerbForm=Fin "
            f"eingelenkt/einlenken/VERB/0/root/{PART} ,/,/PUNCT/5/punct hieß/heißen/VERB/3/parataxis/{FIN} "
            f"es/es/PRON/5/nsubj/PronType=Prs aus/aus/ADP/8/case Bern/Bern/PROPN/5/obl/{LOC}",
        ),
        ("indirect", "Bern", "Quito habe eingelenkt"),
    ),
]


@pytest.mark.parametrize(("rows", "statement"), GERMAN)
def test_german_reports_by_mood_and_behind_commas(rows: tuple[str, ...], statement: tuple[str, str, str]) -> None:
    assert told(*rows, language="de") == [statement]


def test_the_indicative_reports_nothing() -> None:
    assert told(SAID, HEARD.format(LOC, "Ind"), language="de") == []


def test_a_pronoun_set_apart_is_not_another_speaker() -> None:
    assert told(APART) == [("indirect", "Quito", "Lima cede")]


def test_who_says_it_together() -> None:
    (quote,) = quotes(TOGETHER)
    assert (_who(quote), [phrase.span.text for phrase in quote.together]) == ("Quito", ["Lima"])


def test_a_party_right_before_the_marks_is_nearer_than_the_source_of_the_sentence() -> None:
    (who,) = [speaker for form, speaker, _ in told(VIEWED) if form == "partial"]
    assert who is not None and who.endswith("Cairo")


def test_a_house_that_warns_before_a_colon() -> None:
    house = (
        f"В/в/ADP/2/case Кремле/Кремль/PROPN/3/obl//B-LOC предупредили/предупредить/VERB/0/root/{PAST} "
        f":/:/PUNCT/6/punct переговоры/переговоры/NOUN/6/nsubj продолжатся/продолжиться/VERB/3/parataxis/{PLUR}"
    )
    assert [content for _, _, content in told(house, language="ru")] == ["переговоры продолжатся"]


def test_a_byname_is_nobodys_words() -> None:
    assert told(CALLED) == []


def test_what_a_source_tells_begins_behind_what_is_told_of_the_source() -> None:
    assert [content for _, _, content in told(CITING)] == ["il piano piace"]


@pytest.mark.parametrize(
    "through",
    [
        f"tramite/tramite/ADP/5/case Vesna/Vesna/PROPN/3/obl/{PER}",
        f"per/per/ADP/5/case bocca/bocca/NOUN/3/obl di/di/ADP/7/case Vesna/Vesna/PROPN/5/nmod/{PER}",
    ],
)
def test_through_whom_somebody_speaks(through: str) -> None:
    place = len(through.split()) + 4
    row = (
        f"Oslo/Oslo/PROPN/3/nsubj//B-LOC ha/avere/AUX/3/aux/{PRES} detto/dire/VERB/0/root/{PART} {through} "
        f"che/che/SCONJ/{place + 2}/mark tutto/tutto/PRON/{place + 2}/nsubj cambierà/cambiare/VERB/3/ccomp/{PRES}"
    )
    (found,) = quotes(row)
    assert found.speaker is not None and found.speaker.span.text == "Oslo"
    assert found.relay is not None and found.relay.span.text == "Vesna"


def test_who_will_answer_in_some_way_has_not_said_so() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC risponderà/rispondere/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin "
        '"/"/PUNCT/5/punct in/in/ADP/5/case modo/modo/NOUN/2/obl fermo/fermo/ADJ/5/amod "/"/PUNCT/5/punct'
    )
    assert told(row) == [("partial", None, "in modo fermo")]
    assert told(row.replace("Tense=Fut", "Tense=Past"))[0][:2] == ("partial", "Oslo")


def test_who_is_named_before_a_comma_in_a_title_says_it() -> None:
    row = (
        f"Libia/Libia/PROPN/0/root/{LOC} :/:/PUNCT/3/punct Vesna/Vesna/PROPN/1/parataxis/{PER} ,/,/PUNCT/6/punct "
        '"/"/PUNCT/6/punct siamo/essere/AUX/7/cop pronti/pronto/ADJ/3/appos "/"/PUNCT/7/punct'
    )
    assert [who for _, who, _ in told(row)] == ["Vesna"]


def test_whom_a_title_calls_interviewed_answers() -> None:
    title = (
        "Intervista/intervista/NOUN/0/root a/a/ADP/4/case il/il/DET/4/det ministro/ministro/NOUN/1/nmod "
        "Roe/Roe/PROPN/4/nmod//B-PER"
    )
    asked = (
        "Che/che/PRON/3/obj ha/avere/AUX/3/aux detto/dire/VERB/0/root Doe/Doe/PROPN/3/nsubj//B-PER ?/?/PUNCT/3/punct"
    )
    meets = "Lund/Lund/PROPN/2/nsubj//B-PER arriva/arrivare/VERB/0/root"
    for rows, name in (((asked, title), "Roe"), ((asked, meets), "Lund"), ((asked,), "Doe")):
        document, sentences = sentences_from_rows(*rows)
        found = interviewed(Page(document, sentences, language="it"), len(document.text))
        assert found is not None and found.span.text == name

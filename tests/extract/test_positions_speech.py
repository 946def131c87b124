"""Positions in somebody's words, without a verb of their own, on trees written by hand."""

import pytest

from tests.extract.position_rows import CND3, FUT1, FUT3, INF, PAST, PAST3, PRES1, PRES3, SUB3, lines, positions

WE_ANSWER = f"Risponderemo/rispondere/VERB/0/root/{FUT1} con/con/ADP/3/case forza/forza/NOUN/1/obl"
WE_HELP = f"Aiuteremo/aiutare/VERB/0/root/{FUT1} i/il/DET/3/det profughi/profugo/NOUN/1/obj"
WE_WILL_NOT = (
    f"Non/non/ADV/3/advmod intendiamo/intendere/AUX/3/aux/{PRES1} trattare/trattare/VERB/0/root/{INF} "
    "con/con/ADP/5/case loro/loro/PRON/3/obl"
)
MUST = (
    f"Il/il/DET/2/det colonnello/colonnello/NOUN/5/nsubj se/si/PRON/5/expl deve/dovere/AUX/5/aux/{PRES3} "
    f"andare/andare/VERB/7/ccomp/{INF} ,/,/PUNCT/5/punct dice/dire/VERB/0/root/{PRES3} Oslo/Oslo/PROPN/7/nsubj"
)
MUST_HAVE = (
    f"Il/il/DET/2/det colonnello/colonnello/NOUN/5/nsubj deve/dovere/AUX/5/aux/{PRES3} essere/essere/AUX/5/aux/{INF} "
    f"partito/partire/VERB/0/root/{PAST}"
)
NEEDED = (
    f"È/essere/AUX/2/cop/{PRES3} necessario/necessario/ADJ/0/root che/che/SCONJ/5/mark Quito/Quito/PROPN/5/nsubj "
    f"tratti/trattare/VERB/2/csubj/{PRES3}"
)
NEED_STRESSED = (
    f"Oslo/Oslo/PROPN/2/nsubj sottolinea/sottolineare/VERB/0/root/{PRES3} la/il/DET/4/det "
    f"necessità/necessità/NOUN/2/obj di/di/ADP/6/mark trattare/trattare/VERB/4/acl/{INF}"
)
ONLY_IF = (
    f"I/il/DET/2/det colloqui/colloquio/NOUN/4/nsubj possono/potere/AUX/4/aux/{PRES3} "
    f"riprendere/riprendere/VERB/0/root/{INF} solo/solo/ADV/7/advmod se/se/SCONJ/7/mark "
    f"cessano/cessare/VERB/4/advcl/{PRES3} le/il/DET/9/det violenze/violenza/NOUN/7/nsubj"
)
WITHOUT = (
    "Senza/senza/ADP/2/case garanzie/garanzia/NOUN/6/obl la/il/DET/4/det tregua/tregua/NOUN/6/nsubj "
    f"è/essere/AUX/6/cop/{PRES3} impossibile/impossibile/ADJ/0/root"
)
OWN_SIDE = (
    f"Oslo/Oslo/PROPN/2/nsubj afferma/affermare/VERB/0/root/{PRES3} che/che/SCONJ/6/mark i/il/DET/5/det "
    f"norvegesi/norvegese/NOUN/6/nsubj reagiranno/reagire/VERB/2/ccomp/{FUT3} se/se/SCONJ/9/mark "
    f"Quito/Quito/PROPN/9/nsubj attaccasse/attaccare/VERB/6/advcl/{SUB3}"
)
CALLED = (
    f"Oslo/Oslo/PROPN/3/nsubj le/lo/PRON/3/obj definisce/definire/VERB/0/root/{PRES3} un/uno/DET/6/det "
    "grave/grave/ADJ/6/amod crimine/crimine/NOUN/3/xcomp"
)
CALLED_LEADING = (
    f"Oslo/Oslo/PROPN/3/nsubj le/lo/PRON/3/obj definisce/definire/VERB/0/root/{PRES3} un/uno/DET/5/det "
    "errore/errore/NOUN/3/xcomp tale/tale/ADJ/5/amod da/da/ADP/8/mark "
    f"portare/portare/VERB/6/advcl/{INF} alla/alla/ADP/10/case rottura/rottura/NOUN/8/obl"
)
UNACCEPTABLE = (
    f"Il/il/DET/2/det piano/piano/NOUN/4/nsubj è/essere/AUX/4/cop/{PRES3} irricevibile/irricevibile/ADJ/0/root"
)
ACCEPTABLE = f"Il/il/DET/2/det piano/piano/NOUN/4/nsubj è/essere/AUX/4/cop/{PRES3} accettabile/accettabile/ADJ/0/root"
WOULD_LEAD = (
    f"Nuovi/nuovo/ADJ/2/amod dazi/dazio/NOUN/3/nsubj porterebbero/portare/VERB/0/root/{CND3} alla/alla/ADP/5/case "
    "rottura/rottura/NOUN/3/obl"
)
THEY_BOMBED = (
    "I/il/DET/2/det ribelli/ribelle/NOUN/4/nsubj hanno/avere/AUX/4/aux/" + PRES3 + " "
    f"bombardato/bombardare/VERB/0/root/{PAST} il/il/DET/6/det porto/porto/NOUN/4/obj"
)
NOT_DONE = (
    f"Oslo/Oslo/PROPN/3/nsubj ha/avere/AUX/3/aux detto/dire/VERB/0/root/{PAST} di/di/ADP/7/mark "
    f"non/non/ADV/7/advmod avere/avere/AUX/7/aux/{INF} sparato/sparare/VERB/3/xcomp/{PAST}"
)
QUESTION = f"Risponderemo/rispondere/VERB/0/root/{FUT1} ?/?/PUNCT/1/punct"
I_MUST = (
    f"Devo/dovere/AUX/2/aux/Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin ammettere/ammettere/VERB/0/root/{INF}"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (WE_ANSWER, ["threat: ~: Risponderemo con forza"]),
        (WE_HELP, ["promise: ~: Aiuteremo i profughi"]),
        (WE_WILL_NOT, ["refusal: ~: Non intendiamo trattare con loro"]),
        (MUST, ["demand: ~ > Il colonnello: Il colonnello se deve andare"]),
        (NEEDED, ["demand: ~ > Quito: Quito tratti"]),
        (NEED_STRESSED, ["demand: ~: trattare"]),
        (CALLED, ["condemnation: Oslo > le: un grave crimine"]),
        (UNACCEPTABLE, ["refusal: ~ > Il piano: Il piano è irricevibile"]),
        (THEY_BOMBED, ["accusation: ~ > I ribelli: I ribelli hanno bombardato il porto"]),
        (NOT_DONE, ["denial: Oslo: non avere sparato"]),
    ],
)
def test_italian_speech(row: str, expected: list[str]) -> None:
    assert lines(row) == expected


@pytest.mark.parametrize("row", [MUST_HAVE, ACCEPTABLE, QUESTION, I_MUST])
def test_what_is_no_position(row: str) -> None:
    assert positions(row) == []


def test_the_one_who_says_so_is_known_where_the_sentence_tells() -> None:
    (mention,) = positions(MUST)
    assert mention.speaker is not None
    assert mention.speaker.span.text == "Oslo"


def test_only_if_is_a_precondition() -> None:
    (mention,) = positions(ONLY_IF)
    assert mention.type == "precondition"
    assert mention.condition is not None and mention.consequence is not None
    assert mention.condition.span.text == "solo se cessano le violenze"
    assert mention.consequence.text == "I colloqui possono riprendere"


def test_nothing_without_is_a_precondition() -> None:
    (mention,) = positions(WITHOUT)
    assert mention.type == "precondition"
    assert mention.condition is not None and mention.consequence is not None
    assert (mention.condition.span.text, mention.condition.sense) == ("Senza garanzie", "if_not")
    assert mention.consequence.text == "la tregua è impossibile"


def test_harm_by_ones_own_side_is_a_threat_with_its_condition() -> None:
    (mention,) = positions(OWN_SIDE)
    assert (mention.type, mention.side) == ("threat", "own")
    assert mention.condition is not None and mention.consequence is not None
    assert mention.condition.span.text == "se Quito attaccasse"
    assert mention.consequence.text == "reagiranno"


def test_a_bad_name_that_leads_to_harm_is_a_warning() -> None:
    (mention,) = positions(CALLED_LEADING)
    assert mention.type == "warning"
    assert mention.consequence is not None
    assert mention.consequence.text == "portare alla rottura"


def test_the_subject_of_what_would_happen_is_the_condition() -> None:
    (mention,) = positions(WOULD_LEAD)
    assert mention.type == "warning"
    assert mention.condition is not None and mention.consequence is not None
    assert mention.condition.span.text == "Nuovi dazi"
    assert mention.consequence.text == "porterebbero alla rottura"


EN_WILL = (
    f"We/we/PRON/3/nsubj/Person=1|PronType=Prs will/will/AUX/3/aux/VerbForm=Fin retaliate/retaliate/VERB/0/root/{INF}"
)
EN_HAVE_TO = (
    f"They/they/PRON/2/nsubj/Person=3 have/have/VERB/0/root/{PRES3} to/to/PART/4/mark leave/leave/VERB/2/xcomp/{INF}"
)
EN_HAD_TO = (
    f"They/they/PRON/2/nsubj/Person=3 had/have/VERB/0/root/{PAST3} to/to/PART/4/mark leave/leave/VERB/2/xcomp/{INF}"
)
EN_SAID_WOULD = (
    f"Lima/Lima/PROPN/2/nsubj said/say/VERB/0/root/{PAST3} it/it/PRON/5/nsubj would/would/AUX/5/aux "
    f"help/help/VERB/2/ccomp/{INF}"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (EN_WILL, ["threat: ~: We will retaliate"]),
        (EN_HAVE_TO, ["demand: ~ > They: leave"]),
        (EN_HAD_TO, []),
        (EN_SAID_WOULD, ["promise: it: it would help"]),
    ],
)
def test_english_speech(row: str, expected: list[str]) -> None:
    assert lines(row, language="en") == expected


def test_who_says_so_may_be_put_behind() -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj reagirà/reagire/VERB/0/root/{FUT3} ,/,/PUNCT/2/punct "
        f"dice/dire/VERB/2/parataxis/{PRES3} "
        "il/il/DET/6/det ministro/ministro/NOUN/4/nsubj"
    )
    (found,) = positions(row)
    assert found.speaker is not None and found.speaker.span.text == "il ministro"


def test_a_state_is_no_condition() -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj//B-LOC porterebbe/portare/VERB/0/root/{CND3} "
        "alla/al/ADP/4/case guerra/guerra/NOUN/2/obl"
    )
    assert all(found.condition is None for found in positions(row))


FURTHER = [
    # what one side may do if the other does something
    (
        f"Potremo/potere/AUX/2/aux/{FUT1} trattare/trattare/VERB/0/root/{INF} se/se/SCONJ/5/mark "
        f"Lima/Lima/PROPN/5/nsubj cede/cedere/VERB/2/advcl/{PRES3}",
        ["offer: ~: Potremo trattare"],
    ),
    # what is called so by whom the sentence names
    (
        f"Per/per/ADP/2/case Oslo/Oslo/PROPN/5/obl//B-LOC il/il/DET/4/det piano/piano/NOUN/5/nsubj "
        f"costituisce/costituire/VERB/0/root/{PRES3} una/uno/DET/7/det provocazione/provocazione/NOUN/5/obj",
        ["condemnation: Oslo > il piano: una provocazione"],
    ),
    # idioms
    (
        f"Di/di/ADP/2/case ritiro/ritiro/NOUN/5/obl non/non/ADV/5/advmod si/si/PRON/5/expl "
        f"parla/parlare/VERB/0/root/{PRES3}",
        ["refusal: ~: Di ritiro non si parla"],
    ),
    # nobody named will grant it
    (
        f"La/il/DET/2/det tregua/tregua/NOUN/5/nsubj:pass non/non/ADV/5/advmod sarà/essere/AUX/5/aux:pass/{FUT3} "
        f"prorogata/prorogare/VERB/0/root/{PAST}",
        ["refusal: ~: La tregua non sarà prorogata"],
    ),
    (
        f"Oslo/Oslo/PROPN/3/nsubj//B-LOC sarà/essere/AUX/3/aux:pass/{FUT3} costretta/costringere/VERB/0/root/{PAST} "
        f"a/a/ADP/5/mark reagire/reagire/VERB/3/xcomp/{INF}",
        ["threat: Oslo: reagire"],
    ),
    (
        f"Non/non/ADV/3/advmod saremo/essere/AUX/3/cop/{FUT1} primi/primo/ADJ/0/root a/a/ADP/5/mark "
        f"cedere/cedere/VERB/3/acl/{INF}",
        ["refusal: ~: Non saremo primi a cedere"],
    ),
    # what must be done to the mind of one whom the sentence names, what was done by the agent of a passive
    (
        f"Per/per/ADP/2/case Oslo/Oslo/PROPN/5/obl//B-LOC Lima/Lima/PROPN/5/nsubj deve/dovere/AUX/5/aux/{PRES3} "
        f"trattare/trattare/VERB/0/root/{INF}",
        ["demand: Oslo > Lima: Per Oslo Lima deve trattare"],
    ),
    (
        f"La/il/DET/2/det tregua/tregua/NOUN/4/nsubj:pass è/essere/AUX/4/aux:pass/{PRES3} "
        f"violata/violare/VERB/0/root/{PAST} da/da/ADP/6/case Lima/Lima/PROPN/4/obl",
        ["accusation: ~ > Lima: La tregua è violata da Lima"],
    ),
    (f"Useremo/usare/VERB/0/root/{FUT1} gas/gas/NOUN/1/obj", ["threat: ~: Useremo gas"]),
    # deeds that go on, deeds by what is used
    (
        f"I/il/DET/2/det ribelli/ribelle/NOUN/3/nsubj continuano/continuare/VERB/0/root/{PRES3} a/a/ADP/5/mark "
        f"bombardare/bombardare/VERB/3/xcomp/{INF} Lima/Lima/PROPN/5/obj",
        ["accusation: ~ > I ribelli: bombardare Lima"],
    ),
    (
        f"I/il/DET/2/det ribelli/ribelle/NOUN/3/nsubj usano/usare/VERB/0/root/{PRES3} gas/gas/NOUN/3/obj",
        ["accusation: ~ > I ribelli: I ribelli usano gas"],
    ),
]


@pytest.mark.parametrize(("row", "expected"), FURTHER)
def test_further_positions_in_words_that_somebody_says(row: str, expected: list[str]) -> None:
    assert lines(row) == expected


WILL_NOT_SIT_IDLE = (
    "We/we/PRON/4/nsubj/Number=Plur|Person=1|PronType=Prs|Case=Nom will/will/AUX/4/aux/VerbForm=Fin "
    "not/not/PART/4/advmod sit/sit/VERB/0/root/VerbForm=Inf idle/idle/ADJ/4/xcomp"
)
ACCUSED_OF_DOING = (
    f"Oslo/Oslo/PROPN/2/nsubj accused/accuse/VERB/0/root/{PAST3} Quito/Quito/PROPN/2/obj of/of/SCONJ/5/mark "
    "jamming/jam/VERB/2/advcl/VerbForm=Ger signals/signal/NOUN/5/obj"
)
IN_A_CONDITION = (
    f"Oslo/Oslo/PROPN/3/nsubj would/would/AUX/3/aux act/act/VERB/0/root/{INF} if/if/SCONJ/6/mark "
    f"Quito/Quito/PROPN/6/nsubj continued/continue/VERB/3/advcl/{PAST3} to/to/PART/8/mark "
    f"support/support/VERB/6/xcomp/{INF} the/the/DET/10/det rebels/rebel/NOUN/8/obj"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (WILL_NOT_SIT_IDLE, ["threat: ~: We will not sit idle"]),
        (ACCUSED_OF_DOING, ["accusation: Oslo > Quito: jamming signals"]),
        (IN_A_CONDITION, []),
    ],
)
def test_english(row: str, expected: list[str]) -> None:
    assert lines(row, language="en") == expected


SUSPENDS_AID = (
    "We/we/PRON/3/nsubj/Number=Plur|Person=1|PronType=Prs|Case=Nom will/will/AUX/3/aux/VerbForm=Fin "
    "suspend/suspend/VERB/0/root/VerbForm=Inf our/our/PRON/5/nmod:poss aid/aid/NOUN/3/obj"
)
NOTE_DEMANDS = (
    f"Oslo/Oslo/PROPN/2/nsubj sent/send/VERB/0/root/{PAST3} a/a/DET/4/det note/note/NOUN/2/obj "
    "demanding/demand/VERB/4/acl/VerbForm=Ger that/that/SCONJ/8/mark Quito/Quito/PROPN/8/nsubj "
    f"withdraw/withdraw/VERB/5/ccomp/{PRES3}"
)


MET_WITH_FORCE = (
    "Any/any/DET/2/det attack/attack/NOUN/5/nsubj:pass will/will/AUX/5/aux/VerbForm=Fin be/be/AUX/5/aux:pass "
    "met/meet/VERB/9/ccomp/Tense=Past|VerbForm=Part with/with/ADP/7/case force/force/NOUN/5/obl "
    f"Oslo/Oslo/PROPN/9/nsubj said/say/VERB/0/root/{PAST3}"
)
UNLESS_IMPOSSIBLE = (
    f"Unless/unless/SCONJ/3/mark Quito/Quito/PROPN/3/nsubj yields/yield/VERB/6/advcl/{PRES3} "
    f"peace/peace/NOUN/6/nsubj is/be/AUX/6/cop/{PRES3} impossible/impossible/ADJ/8/ccomp Oslo/Oslo/PROPN/8/nsubj "
    f"said/say/VERB/0/root/{PAST3}"
)


def test_deeds_that_will_be_met_with_force() -> None:
    (found,) = positions(MET_WITH_FORCE, language="en")
    assert found.condition is not None
    assert (found.type, found.condition.span.text) == ("threat", "Any attack")


def test_what_is_impossible_unless_something_is() -> None:
    (found,) = positions(UNLESS_IMPOSSIBLE, language="en")
    assert found.condition is not None
    assert (found.type, found.condition.span.text) == ("precondition", "Unless Quito yields")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (SUSPENDS_AID, ["threat: ~: We will suspend our aid"]),
        (NOTE_DEMANDS, ["demand: Oslo > Quito: Quito withdraw"]),
    ],
)
def test_help_withheld_and_texts_that_demand(row: str, expected: list[str]) -> None:
    assert lines(row, language="en") == expected


def test_what_is_promised_otherwise_is_a_threat() -> None:
    row = f"Altrimenti/altrimenti/ADV/2/advmod {WE_HELP.replace('/1/', '/2/').replace('/3/', '/4/')}"
    assert lines(row) == ["threat: ~: Aiuteremo i profughi"]

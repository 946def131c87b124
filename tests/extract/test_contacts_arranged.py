"""Contacts that are to be, that somebody is in, that are said of something, or in which somebody is told something."""

import pytest

from cronistoria.extract.contacts import find_contacts
from tests.rows import sentences_from_rows

PRES, PAST = "Mood=Ind|Tense=Pres|VerbForm=Fin", "Mood=Ind|Tense=Past|VerbForm=Fin"
IS_TO = (
    "Roe/Roe/PROPN/4/nsubj//B-PER {be}/be/AUX/4/cop/{form} to/to/PART/4/mark meet/meet/VERB/0/root/VerbForm=Inf "
    "Doe/Doe/PROPN/4/obj//B-PER"
)
IN_TOUCH = (
    "Roe/Roe/PROPN/4/nsubj//B-PER {be}/be/AUX/4/cop/{form} in/in/ADP/4/case touch/touch/NOUN/0/root "
    "with/with/ADP/6/case Doe/Doe/PROPN/4/nmod//B-PER"
)
WILL_BE = (
    "It/it/PRON/6/nsubj will/will/AUX/6/aux/VerbForm=Fin be/be/AUX/6/cop/VerbForm=Inf the/the/DET/6/det "
    "first/first/ADJ/6/amod meeting/meeting/NOUN/0/root between/between/ADP/8/case Roe/Roe/PROPN/6/nmod//B-PER "
    "and/and/CCONJ/10/cc Doe/Doe/PROPN/8/conj//B-PER"
)
WOULD_MEET = (
    "Roe/Roe/PROPN/3/nsubj//B-PER would/would/AUX/3/aux/VerbForm=Fin meet/meet/VERB/0/root/VerbForm=Inf "
    "Doe/Doe/PROPN/3/obj//B-PER"
)
ON_AGENDA = (
    f"È/essere/AUX/3/cop/{PRES} in/in/ADP/3/case programma/programma/NOUN/0/root una/uno/DET/5/det "
    "telefonata/telefonata/NOUN/3/nmod tra/tra/ADP/7/case Roe/Roe/PROPN/5/nmod//B-PER e/e/CCONJ/9/cc "
    "Doe/Doe/PROPN/7/conj//B-PER"
)
ON_PROGRAMME = (
    "Ein/ein/DET/2/det Telefonat/Telefonat/NOUN/7/nsubj zwischen/zwischen/ADP/4/case Roe/Roe/PROPN/2/nmod//B-PER "
    f"und/und/CCONJ/6/cc Doe/Doe/PROPN/4/conj//B-PER steht/stehen/VERB/0/root/{PRES} am/an/ADP/9/case "
    "Freitag/Freitag/NOUN/7/obl auf/auf/ADP/12/case dem/der/DET/12/det Programm/Programm/NOUN/7/obl"
)
AT_REQUEST = (
    "Roe/Roe/PROPN/2/nsubj//B-PER téléphona/téléphoner/VERB/0/root/VerbForm=Fin à/à/ADP/4/case "
    "Doe/Doe/PROPN/2/obl//B-PER à/à/ADP/7/case la/le/DET/7/det demande/demande/NOUN/2/obl de/de/ADP/10/case "
    "ce/ce/DET/10/det dernier/dernier/ADJ/7/nmod"
)
SAID_OF = (
    "Talks/talk/NOUN/5/nsubj with/with/ADP/3/case Doe/Doe/PROPN/1/nmod//B-PER are/be/AUX/5/cop/"
    f"{PRES} {{}}/ADJ/0/root Roe/Roe/PROPN/7/nsubj//B-PER said/say/VERB/5/parataxis/{PAST}"
)
FORESEEN = (
    "Ein/ein/DET/2/det Treffen/Treffen/NOUN/8/nsubj von/von/ADP/4/case Roe/Roe/PROPN/2/nmod//B-PER und/und/CCONJ/6/cc "
    f"Doe/Doe/PROPN/4/conj//B-PER ist/sein/AUX/8/cop/{PRES} vorgesehen/vorgesehen/ADJ/0/root"
)
NOT_SET = (
    "Зустріч/зустріч/NOUN/5/nsubj Роу/Роу/PROPN/1/nmod/Case=Gen/B-PER і/і/CCONJ/4/cc "
    "Доу/Доу/PROPN/2/conj/Case=Gen/B-PER запланована/запланований/ADJ/0/root не/не/PART/5/advmod"
)

AGREED_AT = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER agreed/agree/VERB/0/root/{PAST} this/this/PRON/2/obj with/with/ADP/5/case "
    "Doe/Doe/PROPN/2/obl//B-PER during/during/ADP/8/case the/the/DET/8/det/Definite=Def meeting/meeting/NOUN/2/obl"
)
AT_TABLE = (
    "Роу/Роу/PROPN/3/nsubj//B-PER не/не/PART/3/advmod/Polarity=Neg "
    "сядет/сесть/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin за/за/ADP/5/case "
    "стол/стол/NOUN/3/obl/Case=Acc переговоров/переговоры/NOUN/5/nmod/Case=Gen|Number=Plur с/с/ADP/8/case "
    "Доу/Доу/PROPN/6/nmod/Case=Ins/B-PER"
)


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        (AGREED_AT, "en", ("meeting", "held")),
        (IS_TO.format(be="is", form=PRES), "en", ("meeting", "scheduled")),
        (IS_TO.format(be="was", form=PAST), "en", ("meeting", "scheduled")),
        (IN_TOUCH.format(be="is", form=PRES), "en", ("talks", "ongoing")),
        (IN_TOUCH.format(be="was", form=PAST), "en", ("talks", "held")),
        (WILL_BE, "en", ("meeting", "scheduled")),
        (WOULD_MEET, "en", ("meeting", "scheduled")),
        (ON_AGENDA, "it", ("call", "scheduled")),
        (ON_PROGRAMME, "de", ("call", "scheduled")),
        (AT_REQUEST, "fr", ("call", "held")),
    ],
)
def test_contacts(row: str, language: str, expected: tuple[str, str]) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    (found,) = find_contacts(document, sentences, language=language)
    assert (found.channel, found.status) == expected
    assert {"Roe", "Doe"} <= {p.span.text for p in found.participants}


def test_the_setting_of_another_contact_has_not_its_parties() -> None:
    row = (
        "Prima/prima/ADV/4/case di/di/ADP/1/fixed il/il/DET/4/det vertice/vertice/NOUN/6/obl "
        f"Roe/Roe/PROPN/6/nsubj//B-PER tiene/tenere/VERB/0/root/{PRES} colloqui/colloquio/NOUN/6/obj "
        "con/con/ADP/9/case Doe/Doe/PROPN/7/nmod//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="it")
    found = find_contacts(document, sentences, language="it")
    assert {c.trigger.text: [p.span.text for p in c.participants] for c in found} == {
        "vertice": [],
        "colloqui": ["Roe", "Doe"],
    }


def test_a_request_behind_the_predicate_is_for_the_contact() -> None:
    row = ON_AGENDA + " su/su/ADP/11/case richiesta/richiesta/NOUN/3/obl greca/greco/ADJ/11/amod"
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert found.requested_by is not None
    assert found.requested_by.span.text == "greca"


CALL = "the/the/DET/2/det/Definite=Def call/call/NOUN/{} was/be/AUX/4/aux:pass initiated/initiate/VERB/{} "
BY_POE = "by/by/ADP/6/case Poe/Poe/PROPN/4/obl:agent//B-PER"


@pytest.mark.parametrize("heads", [("4/nsubj:pass", "0/root/VerbForm=Part"), ("0/root", "2/acl:relcl/VerbForm=Part")])
def test_who_starts_a_contact_takes_no_part_in_it(heads: tuple[str, str]) -> None:
    document, sentences = sentences_from_rows(CALL.format(*heads) + BY_POE, language="en")
    (found,) = find_contacts(document, sentences, language="en")
    assert found.participants == ()
    assert found.requested_by is not None
    assert found.requested_by.span.text == "Poe"


@pytest.mark.parametrize(
    ("noun", "channel"), [("Vierertreffen", "meeting"), ("Einreise", None), ("Ostgipfel", "summit")]
)
def test_compounds_by_their_last_part(noun: str, channel: str | None) -> None:
    row = (
        f"Roe/Roe/PROPN/2/nsubj//B-PER schlug/vorschlagen/VERB/0/root/{PAST} ein/ein/DET/4/det "
        f"{noun}/{noun}/NOUN/2/obj mit/mit/ADP/6/case Doe/Doe/PROPN/4/nmod//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="de")
    assert [c.channel for c in find_contacts(document, sentences, language="de")] == ([channel] if channel else [])


def test_whose_counterpart_one_meets_takes_part() -> None:
    row = (
        "Ein/ein/DET/2/det Gespräch/Gespräch/NOUN/7/nsubj:pass mit/mit/ADP/5/case ihrem/ihr/DET/5/det:poss "
        f"Kollegen/Kollege/NOUN/2/nmod ist/sein/AUX/7/aux:pass/{PRES} "
        "geplant/planen/VERB/0/root/VerbForm=Part|Tense=Past"
    )
    document, sentences = sentences_from_rows(row, language="de")
    (found,) = find_contacts(document, sentences, language="de")
    assert [p.span.text for p in found.participants] == ["ihrem", "ihrem Kollegen"]


@pytest.mark.parametrize(("mark", "number"), [("whether", 0), ("that", 1)])
def test_an_open_question_tells_of_no_contact(mark: str, number: int) -> None:
    row = (
        "Poe/Poe/PROPN/4/nsubj//B-PER did/do/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod say/say/VERB/0/root "
        f"{mark}/{mark}/SCONJ/8/mark Roe/Roe/PROPN/8/nsubj//B-PER had/have/AUX/8/aux/VerbForm=Fin "
        "met/meet/VERB/4/ccomp/VerbForm=Part|Tense=Past Doe/Doe/PROPN/8/obj//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="en")
    assert len(list(find_contacts(document, sentences, language="en"))) == number


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        (SAID_OF.format("impossible/impossible"), "en", ("refused", ["Doe", "Roe"])),
        (SAID_OF.format("possible/possible"), "en", ("proposed", ["Doe"])),
        (SAID_OF.format("useful/useful"), "en", ("held", ["Doe"])),
        (NOT_SET, "uk", ("scheduled", ["Роу", "Доу"])),
        (FORESEEN, "de", ("scheduled", ["Roe", "Doe"])),
    ],
)
def test_what_is_said_of_contacts(row: str, language: str, expected: tuple[str, list[str]]) -> None:
    (found,) = find_contacts(*sentences_from_rows(row, language=language), language=language)
    assert (found.status, [phrase.span.text for phrase in found.participants]) == expected


@pytest.mark.parametrize(("language", "parties"), [("it", ["intende", "Doe"]), ("en", ["Doe"])])
def test_who_intends_to_meet_is_the_subject_that_is_not_spoken(language: str, parties: list[str]) -> None:
    row = (
        f"Roe/Roe/PROPN/2/nsubj//B-PER dice/dire/VERB/0/root/{PRES} che/che/SCONJ/4/mark "
        f"intende/intendere/VERB/2/ccomp/{PRES} incontrare/{{}}/VERB/4/xcomp/VerbForm=Inf Doe/Doe/PROPN/5/obj//B-PER"
    ).format({"it": "incontrare", "en": "meet"}[language])
    (found,) = find_contacts(*sentences_from_rows(row, language=language), language=language)
    assert [phrase.span.text for phrase in found.participants] == parties


def test_a_round_of_talks_is_one_contact_under_the_round() -> None:
    row = (
        "Roe/Roe/PROPN/4/nsubj//B-PER and/and/CCONJ/3/cc Doe/Doe/PROPN/1/conj//B-PER "
        f"held/hold/VERB/0/root/{PAST} a/a/DET/6/det round/round/NOUN/4/obj of/of/ADP/8/case talks/talk/NOUN/6/nmod"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_contacts(document, sentences, language="en")
    assert (found.head, found.duration) == (5, None)


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        (
            "Lors/lors/ADP/4/case d'/de/ADP/1/fixed un/un/DET/4/det entretien/entretien/NOUN/8/obl "
            "avec/avec/ADP/6/case",
            "held",
        ),
        (
            "Après/après/ADP/4/case ,/,/PUNCT/4/punct un/un/DET/4/det entretien/entretien/NOUN/8/obl "
            "avec/avec/ADP/6/case",
            "held",
        ),
    ],
)
def test_what_is_called_for_after_a_contact_is_not_the_contact(opening: str, status: str) -> None:
    row = (
        f"{opening} Doe/Doe/PROPN/4/nmod//B-PER Roe/Roe/PROPN/8/nsubj//B-PER appelle/appeler/VERB/0/root/{PRES} "
        "à/à/ADP/10/case la/le/DET/11/det paix/paix/NOUN/8/obl"
    )
    document, sentences = sentences_from_rows(row, language="fr")
    (found,) = find_contacts(document, sentences, language="fr")
    assert found.status == status


def test_who_is_named_to_lead_a_delegation_travels() -> None:
    row = (
        "Una/uno/DET/2/det delegación/delegación/NOUN/6/nsubj encabezada/encabezado/ADJ/2/amod/VerbForm=Part "
        f"por/por/ADP/5/case Roe/Roe/PROPN/3/obj//B-PER viajó/viajar/VERB/0/root/{PAST} a/a/ADP/8/case "
        "Lima/Lima/PROPN/6/obl//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="es")
    (found,) = find_contacts(document, sentences, language="es")
    assert "Roe" in {phrase.span.text for phrase in found.participants}


def test_those_who_call_talks_off_were_to_hold_them() -> None:
    row = (
        "Roe/Roe/PROPN/4/nsubj//B-PER et/et/CCONJ/3/cc Doe/Doe/PROPN/1/conj//B-PER "
        f"suspendent/suspendre/VERB/0/root/{PRES} les/le/DET/6/det pourparlers/pourparlers/NOUN/4/obj"
    )
    document, sentences = sentences_from_rows(row, language="fr")
    (found,) = find_contacts(document, sentences, language="fr")
    assert (found.status, len(found.participants)) == ("cancelled", 2)


def test_a_planned_contact_that_does_not_happen_is_called_off() -> None:
    row = (
        "The/the/DET/3/det planned/planned/ADJ/3/amod meeting/meeting/NOUN/10/nsubj between/between/ADP/5/case "
        "Roe/Roe/PROPN/3/nmod//B-PER and/and/CCONJ/7/cc Doe/Doe/PROPN/5/conj//B-PER will/will/AUX/10/aux/VerbForm=Fin "
        "not/not/PART/10/advmod/Polarity=Neg take/take/VERB/0/root/VerbForm=Inf place/place/NOUN/10/obj"
    )
    document, sentences = sentences_from_rows(row, language="en")
    (found,) = find_contacts(document, sentences, language="en")
    assert found.status == "cancelled"


def test_what_talks_are_about_does_not_hold_them() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj//B-LOC suspende/suspender/VERB/0/root/{PRES} los/el/DET/4/det "
        "diálogos/diálogo/NOUN/2/obj de/de/ADP/6/case paz/paz/NOUN/4/nmod/Number=Sing con/con/ADP/8/case "
        "Lima/Lima/PROPN/4/nmod//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="es")
    (found,) = find_contacts(document, sentences, language="es")
    assert {phrase.span.text for phrase in found.participants} == {"Quito", "Lima"}


def of_oneself(cue: str, did: str) -> str:
    """What somebody says of himself in an infinitive with a mark of its own."""
    return (
        f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{PRES} {cue}/VERB/0/root/Tense=Past|VerbForm=Part "
        f"di/di/ADP/6/mark {did} Bianchi/Bianchi/PROPN/6/obj//B-PER"
    )


@pytest.mark.parametrize(
    ("cue", "did", "standing"),
    [
        ("detto/dire", "aver/avere/AUX/6/aux/VerbForm=Inf ricevuto/ricevere/VERB/3/ccomp/Tense=Past|VerbForm=Part",
         ("held", "asserted")),
        ("annunciato/annunciare",
         "aver/avere/AUX/6/aux/VerbForm=Inf ricevuto/ricevere/VERB/3/ccomp/Tense=Past|VerbForm=Part",
         ("held", "asserted")),
        ("detto/dire", "voler/volere/AUX/6/aux/VerbForm=Inf ricevere/ricevere/VERB/3/xcomp/VerbForm=Inf",
         ("scheduled", "planned")),
    ],
)  # fmt: skip
def test_what_somebody_says_that_he_has_done_or_wants_to_do(cue: str, did: str, standing: tuple[str, str]) -> None:
    document, sentences = sentences_from_rows(of_oneself(cue, did), language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert ((found.status, found.modality), len(found.participants)) == (standing, 2)


def test_who_intends_to_meet_somebody_takes_part() -> None:
    row = (
        f"Rossi/Rossi/PROPN/2/nsubj//B-PER ha/avere/VERB/0/root/{PRES} intenzione/intenzione/NOUN/2/obj "
        "di/di/ADP/5/mark incontrare/incontrare/VERB/3/acl/VerbForm=Inf Bianchi/Bianchi/PROPN/5/obj//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert [p.span.text for p in found.participants] == ["Rossi", "Bianchi"]


def test_who_is_called_speaks_of_himself() -> None:
    row = (
        "Rossi/Rossi/PROPN/4/nsubj//B-PER mi/mi/PRON/4/iobj/Person=1|PronType=Prs "
        f"ha/avere/AUX/4/aux/{PRES}|Person=3 chiamato/chiamare/VERB/0/root/Tense=Past|VerbForm=Part"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert [p.span.text for p in found.participants] == ["Rossi", "mi"]


def test_who_will_not_sit_at_the_table_holds_no_talks() -> None:
    document, sentences = sentences_from_rows(AT_TABLE, language="ru")
    (found,) = find_contacts(document, sentences, language="ru")
    assert (found.status, found.polarity) == ("scheduled", "negated")
    assert [p.span.text for p in found.participants] == ["Роу", "Доу"]


INVITED = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{PRES} "
    "invitato/invitare/VERB/0/root/Tense=Past|VerbForm=Part "
    "Bianchi/Bianchi/PROPN/3/obj//B-PER a/a/ADP/7/case {} {}/NOUN/3/obl"
)


def test_who_is_invited_to_a_contact_takes_part_in_it() -> None:
    row = INVITED.format("un/uno/DET/7/det/Definite=Ind", "vertice/vertice")
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert (found.channel, found.status) == ("summit", "proposed")
    assert [p.span.text for p in found.participants] == ["Rossi", "Bianchi"]


def test_who_is_called_to_calm_is_not_invited() -> None:
    document, sentences = sentences_from_rows(INVITED.format("la/il/DET/7/det", "calma/calma"), language="it")
    assert list(find_contacts(document, sentences, language="it")) == []


def test_who_is_awaited_need_not_be_named() -> None:
    row = (
        f"Dopo/dopo/ADV/3/advmod è/essere/AUX/3/aux:pass/{PRES} atteso/attendere/VERB/0/root/Tense=Past|VerbForm=Part "
        "a/a/ADP/5/case Riad/Riad/PROPN/3/obl//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert [(p.span.text, p.dropped) for p in found.participants] == [("è", True), ("Riad", False)]


@pytest.mark.parametrize(("negator", "polarity"), [("", "affirmed"), ("не/не/PART/4/advmod/Polarity=Neg ", "negated")])
def test_what_may_take_place_has_not(negator: str, polarity: str) -> None:
    head, deed = (4, 5) if not negator else (5, 6)
    row = (
        f"Встреча/встреча/NOUN/{head}/nsubj Роу/Роу/PROPN/1/nmod/Case=Gen/B-PER и/и/CCONJ/2/cc "
        f"{negator.replace('/4/', '/5/')}может/мочь/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin "
        f"состояться/состояться/VERB/{head}/xcomp/VerbForm=Inf"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    (found,) = find_contacts(document, sentences, language="ru")
    assert (found.status, found.modality, found.polarity) == ("scheduled", "possible", polarity)
    assert deed == len(sentences[0].tokens)


@pytest.mark.parametrize(("case", "status"), [("за", "proposed"), ("на", "held")])
def test_who_speaks_out_for_a_contact_wants_it(case: str, status: str) -> None:
    row = (
        f"Роу/Роу/PROPN/2/nsubj//B-PER выступил/выступить/VERB/0/root/{PAST} {case}/{case}/ADP/4/case "
        "встрече/встреча/NOUN/2/obl с/с/ADP/6/case Доу/Доу/PROPN/4/nmod/Case=Ins/B-PER"
    )
    document, sentences = sentences_from_rows(row, language="ru")
    (found,) = find_contacts(document, sentences, language="ru")
    assert found.status == status


def test_a_verb_of_being_taken_for_an_auxiliary_tells_of_a_stay() -> None:
    row = (
        "Rossi/Rossi/PROPN/2/nsubj//B-PER sarà/essere/AUX/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin a/a/ADP/4/case "
        "Riad/Riad/PROPN/2/obl//B-LOC"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert (found.channel, found.status) == ("visit", "scheduled")


def test_a_call_after_a_call_is_another() -> None:
    row = (
        "Dopo/dopo/ADP/3/case la/il/DET/3/det/Definite=Def telefonata/telefonata/NOUN/8/obl con/con/ADP/5/case "
        "Bianchi/Bianchi/PROPN/3/nmod//B-PER Rossi/Rossi/PROPN/8/nsubj//B-PER "
        f"ha/avere/AUX/8/aux/{PRES} chiamato/chiamare/VERB/0/root/Tense=Past|VerbForm=Part "
        "Verdi/Verdi/PROPN/8/obj//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="it")
    found = [[p.span.text for p in m.participants] for m in find_contacts(document, sentences, language="it")]
    assert found == [["Rossi", "Bianchi"], ["Rossi", "Verdi"]]


def test_to_whom_somebody_proposes_to_meet() -> None:
    row = (
        f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{PRES} "
        "proposto/proporre/VERB/0/root/Tense=Past|VerbForm=Part "
        "a/a/ADP/5/case Bianchi/Bianchi/PROPN/3/obl//B-PER di/di/ADP/7/mark "
        "incontrar/incontrare/VERB/3/xcomp/VerbForm=Inf si/si/PRON/7/expl"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert (found.status, [p.span.text for p in found.participants]) == ("proposed", ["Rossi", "Bianchi"])


def test_a_call_is_received_from_who_stands_beside_it() -> None:
    row = (
        f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{PRES} "
        "ricevuto/ricevere/VERB/0/root/Tense=Past|VerbForm=Part una/uno/DET/5/det chiamata/chiamata/NOUN/3/obj "
        "da/da/ADP/7/case Bianchi/Bianchi/PROPN/5/nmod//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="it")
    (found,) = find_contacts(document, sentences, language="it")
    assert [p.span.text for p in found.participants] == ["Bianchi", "Rossi"]

"""What refers back: pronouns, unspoken subjects, pairs, institutions without an owner, the first person."""

from typing import Any

import pytest

from tests.compose.naming_case import FIN, FIN_PLURAL, Case

PAST = "Tense=Past|VerbForm=Part"
MEETS = f"Huber/Huber/PROPN/2/nsubj incontra/incontrare/VERB/0/root/{FIN} Meier/Meier/PROPN/2/obj"
ADDS = f"Ha/avere/AUX/2/aux/{FIN} aggiunto/aggiungere/VERB/0/root/{PAST} altro/altro/PRON/2/obj"
THEY_LEAVE = f"Partono/partire/VERB/0/root/{FIN_PLURAL} domani/domani/ADV/1/advmod"
BOTH_TALK = (
    "Huber/Huber/PROPN/4/nsubj e/e/CCONJ/3/cc Meier/Meier/PROPN/1/conj "
    f"parlano/parlare/VERB/0/root/{FIN_PLURAL} a/a/ADP/6/case Oslo/Oslo/PROPN/4/obl"
)


def met(*rows: str) -> Case:
    return Case(MEETS, *rows).add("Huber").add("Meier")


def test_an_unspoken_subject_is_the_last_subject() -> None:
    case = met(ADDS, ADDS.replace("Ha/", "Avrà/"))
    assert case.who("Ha", dropped=True) == ("Q1",)
    assert case.who("Avrà", dropped=True) == ("Q1",)


def test_an_unspoken_plural_is_the_last_coordination() -> None:
    assert Case(BOTH_TALK, THEY_LEAVE).add("Huber").add("Meier").who("Partono", dropped=True) == ("Q1", "Q2")


def test_a_plural_is_the_two_of_whom_the_sentence_before_tells() -> None:
    assert met(THEY_LEAVE).who("Partono", dropped=True) == ("Q1", "Q2")
    assert Case(ADDS, THEY_LEAVE).who("Partono", dropped=True) == ()
    row = THEY_LEAVE.replace("domani/domani/ADV/1/advmod", "essi/essi/PRON/1/nsubj/Number=Plur|Person=3")
    assert met(row).who("essi") == ("Q1", "Q2")
    assert met(ADDS.replace("altro/altro", "Meier/Meier"), row).who("essi") == ()


def test_an_unspoken_subject_of_a_subordinate_clause_is_that_of_the_main_clause() -> None:
    row = (
        f"Meier/Meier/PROPN/3/nsubj ha/avere/AUX/3/aux/{FIN} promesso/promettere/VERB/0/root/{PAST} "
        f"che/che/SCONJ/5/mark verrà/venire/VERB/3/ccomp/{FIN}"
    )
    assert Case(MEETS, row).add("Huber").add("Meier").add("Meier", nth=1).who("verrà", dropped=True) == ("Q2",)


def test_an_unspoken_subject_with_nobody_told_of_is_nobody() -> None:
    assert Case(ADDS).who("Ha", dropped=True) == ()


def test_impersonal_verbs_have_no_subject() -> None:
    row = f"Si/si/PRON/2/expl:impers discute/discutere/VERB/0/root/{FIN} di/di/ADP/4/case tregua/tregua/NOUN/2/obl"
    assert met(row).who("discute", dropped=True) == ()


def test_the_first_person_is_the_speaker_or_the_speakers_side() -> None:
    row = "Siamo/essere/AUX/2/cop/Mood=Ind|Number=Plur|Person=1|VerbForm=Fin pronti/pronto/ADJ/0/root"
    case = met(row)
    assert case.who("Siamo", dropped=True, speaker="Q1") == ("AUT",)
    assert case.who("Siamo", dropped=True) == ()
    alone = met("Sono/essere/AUX/2/cop/Mood=Ind|Number=Sing|Person=1|VerbForm=Fin pronto/pronto/ADJ/0/root")
    assert alone.who("Sono", dropped=True, speaker="Q1") == ("Q1",)


def test_pronouns_agree_in_gender() -> None:
    row = (
        f"Lui/lui/PRON/2/nsubj/Gender=Masc|Number=Sing|Person=3|PronType=Prs tace/tacere/VERB/0/root/{FIN} "
        f"lei/lei/PRON/4/nsubj/Gender=Fem|Number=Sing|Person=3|PronType=Prs parla/parlare/VERB/2/conj/{FIN}"
    )
    woman = (
        "La/il/DET/2/det/Gender=Fem|Number=Sing ministra/ministro/NOUN/4/nsubj/Gender=Fem|Number=Sing "
        f"Meier/Meier/PROPN/2/flat vede/vedere/VERB/0/root/{FIN} Huber/Huber/PROPN/4/obj"
    )
    case = Case(woman, row).add("ministra", "office", office="foreign_minister", codes=("CHE",)).add("Meier")
    case.add("Huber")
    assert case.who("Lui") == ("Q1",)
    assert case.who("lei") == ("Q2",)


def test_a_relative_pronoun_is_its_noun() -> None:
    row = (
        f"Huber/Huber/PROPN/2/nsubj chiama/chiamare/VERB/0/root/{FIN} Meier/Meier/PROPN/2/obj "
        f"che/che/PRON/5/nsubj/PronType=Rel tace/tacere/VERB/3/acl:relcl/{FIN}"
    )
    assert Case(row).add("Huber").add("Meier").who("che") == ("Q2",)


@pytest.mark.parametrize(
    ("concept", "office", "expected"),
    [
        ("interlocutor", None, ("Q1", "Q2")),
        ("leaders", None, ()),
        (None, "foreign_minister", ()),
        ("sides", None, ("AUT", "CHE")),
    ],
)
def test_pairs(concept: str | None, office: str | None, expected: tuple[str, ...]) -> None:
    row = (
        "I/il/DET/3/det/Definite=Def due/due/NUM/3/nummod capi/capo/NOUN/4/nsubj/Number=Plur "
        f"parlano/parlare/VERB/0/root/{FIN_PLURAL}"
    )
    case = met(row).add("due capi", "office" if office else "description", concept=concept, office=office, plural=True)
    assert case.who("capi") == expected


def test_two_leaders_are_those_who_lead() -> None:
    row = (
        "I/il/DET/3/det/Definite=Def due/due/NUM/3/nummod leader/leader/NOUN/4/nsubj/Number=Plur "
        f"parlano/parlare/VERB/0/root/{FIN_PLURAL}"
    )
    case = Case(MEETS, MEETS.replace("Huber/Huber", "Shushkov/Shushkov"), row).add("Huber").add("Meier")
    case.add("Shushkov").add("Meier", nth=1).add("due leader", "description", concept="leaders", plural=True, count=2)
    assert case.who("leader") == ("Q1", "Q4")


def test_the_two_without_a_noun() -> None:
    row = f"I/il/DET/2/det due/due/NUM/3/nsubj parlano/parlare/VERB/0/root/{FIN_PLURAL}"
    assert met(row).who("due") == ("Q1", "Q2")
    assert Case(row).who("due") == ()


def test_each_of_the_two() -> None:
    row = (
        f"Wolf/Wolf/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN} con/con/ADP/4/case ciascuno/ciascuno/PRON/2/obl "
        "di/di/ADP/8/case i/il/DET/8/det/Definite=Def due/due/NUM/8/nummod leader/leader/NOUN/4/nmod/Number=Plur"
    )
    case = Case(MEETS, MEETS.replace("Huber/Huber", "Shushkov/Shushkov"), row).add("Huber").add("Meier")
    case.add("Shushkov").add("Meier", nth=1).add("due leader", "description", concept="leaders", plural=True, count=2)
    assert case.who("ciascuno") == case.who("leader") == ("Q1", "Q4")


def test_a_number_that_counts_others_is_no_pair() -> None:
    row = "Due/due/NUM/3/nsubj furono/essere/AUX/3/aux feriti/ferire/VERB/0/root/Tense=Past|VerbForm=Part"
    known = "I/il/DET/2/det due/due/NUM/3/nsubj sono/essere/VERB/0/root"
    assert Case(MEETS, row).add("Huber").add("Meier").who("Due") == ()
    assert Case(MEETS, known).add("Huber").add("Meier").who("due") == ("Q1", "Q2")


def test_the_president_alone_is_the_one_told_of() -> None:
    row = f"Il/il/DET/2/det/Definite=Def presidente/presidente/NOUN/3/nsubj tace/tacere/VERB/0/root/{FIN}"
    case = met(row).add("presidente", "office", office="president")
    assert case.who("presidente") == ("Q1",)
    assert Case(row).add("presidente", "office", office="president").who("presidente") == ()


def test_the_government_alone_is_of_the_state_told_of_most() -> None:
    rows = (
        f"Berna/Berna/PROPN/2/nsubj accusa/accusare/VERB/0/root/{FIN} Vienna/Vienna/PROPN/2/obj",
        f"Vienna/Vienna/PROPN/2/nsubj risponde/rispondere/VERB/0/root/{FIN}",
        f"Il/il/DET/2/det governo/governo/NOUN/3/nsubj tace/tacere/VERB/0/root/{FIN}",
    )
    case = Case(*rows).add("Berna", "metonym", codes=("CHE",)).add("Vienna", "metonym", codes=("AUT",))
    case.add("Vienna", "metonym", nth=1, codes=("AUT",)).add("governo", "description", concept="government")
    assert case.who("governo") == ("AUT",)


def test_unnamed_people_are_those_named_before() -> None:
    rows = (
        "Ribelli/ribelle/NOUN/3/nsubj/Number=Plur svizzeri/svizzero/ADJ/1/amod "
        f"avanzano/avanzare/VERB/0/root/{FIN_PLURAL}",
        f"I/il/DET/2/det/Definite=Def ribelli/ribelle/NOUN/3/nsubj/Number=Plur negano/negare/VERB/0/root/{FIN_PLURAL}",
    )
    case = Case(*rows).add("Ribelli svizzeri", "description", concept="rebels", codes=("CHE",), plural=True)
    case.add("ribelli", "description", concept="rebels", plural=True)
    assert case.who("ribelli") == ("group:CHE/rebels",)


def test_things_act_for_their_owners() -> None:
    row = (
        "Una/uno/DET/2/det nota/nota/NOUN/5/nsubj di/di/ADP/4/case Berna/Berna/PROPN/2/nmod "
        f"nega/negare/VERB/0/root/{FIN} "
        "l'/il/DET/7/det invasione/invasione/NOUN/5/obj di/di/ADP/9/case Vienna/Vienna/PROPN/7/nmod"
    )
    case = Case(row).add("Berna", "metonym", codes=("CHE",)).add("Vienna", "metonym", codes=("AUT",))
    assert case.who("nota") == ("CHE",)
    assert case.who("invasione") == ()


def test_our_troops_are_those_of_the_speakers_side() -> None:
    row = (
        "Le/il/DET/3/det nostre/nostro/DET/3/det:poss/Poss=Yes truppe/truppa/NOUN/4/nsubj/Number=Plur "
        f"restano/restare/VERB/0/root/{FIN_PLURAL}"
    )
    assert met(row).who("truppe", speaker="Q2") == ("CHE",)
    assert met(row).who("truppe") == ()


def test_english_has_no_unspoken_subjects() -> None:
    said = "said/say/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin so/so/ADV/1/advmod"
    meets = "Huber/Huber/PROPN/2/nsubj met/meet/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin Meier/Meier/PROPN/2/obj"
    he = "He/he/PRON/2/nsubj/Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs left/leave/VERB/0/root/VerbForm=Fin"
    assert Case(meets, said, language="en").add("Huber").add("Meier").who("said", dropped=True) == ()
    assert Case(meets, he, language="en").add("Huber").add("Meier").who("He") == ("Q1",)


def test_an_office_of_somebody_is_of_their_side() -> None:
    row = (
        "Il/il/DET/2/det portavoce/portavoce/NOUN/5/nsubj di/di/ADP/4/case Huber/Huber/PROPN/2/nmod "
        f"tace/tacere/VERB/0/root/{FIN}"
    )
    case = Case(row).add("portavoce", "office", office="spokesperson").add("Huber")
    assert case.who("portavoce") == ("Q5",)


@pytest.mark.parametrize(("case_of_name", "who"), [("Gen", "Q5"), ("Nom", "person:huber")])
def test_a_genitive_beside_a_title_is_whose_it_is(case_of_name: str, who: str) -> None:
    row = (
        f"Sprecher/Sprecher/NOUN/3/nsubj/Case=Nom|Number=Sing Huber/Huber/PROPN/1/nmod/Case={case_of_name}/B-PER "
        f"schweigt/schweigen/VERB/0/root/{FIN}"
    )
    case = Case(row, language="de").add("Sprecher", "office", office="spokesperson").add("Huber")
    assert case.who("Sprecher") == (who,)


@pytest.mark.parametrize(
    ("words", "fields", "who"),
    [
        ("Swiss army", {"concept": "army", "codes": ("CHE",)}, "Q6"),
        ("rebels", {"concept": "rebels", "plural": True}, "group:rebels"),
    ],
)
def test_a_spokesman_of_an_army_is_of_its_state_and_one_of_unnamed_people_is_one_of_them(
    words: str, fields: dict[str, Any], who: str
) -> None:
    last = words.split()[-1]
    inner = "Swiss/Swiss/ADJ/5/amod army/army/NOUN/2/nmod" if last == "army" else "rebels/rebel/NOUN/2/nmod"
    head = len(inner.split()) + 5
    row = (
        f"A/a/DET/2/det spokesman/spokesman/NOUN/{head}/nsubj for/for/ADP/{head - 1}/case the/the/DET/{head - 1}/det "
        f"{inner} left/leave/VERB/0/root/VerbForm=Fin"
    ).replace("Swiss/Swiss/ADJ/5/", f"Swiss/Swiss/ADJ/{head - 1}/")
    case = Case(row, language="en").add("spokesman", "office", office="spokesperson")
    assert case.add(words, "description", **fields).who("spokesman") == (who,)


def test_an_insertion_has_no_subject_of_what_it_is_inserted_in() -> None:
    row = (
        f"senza/senza/ADP/2/case intesa/intesa/NOUN/9/obl ,/,/PUNCT/5/punct ha/avere/AUX/5/aux/{FIN} "
        "detto/dire/VERB/9/parataxis/VerbForm=Part ,/,/PUNCT/5/punct Meier/Meier/PROPN/9/nsubj "
        f"non/non/ADV/9/advmod firma/firmare/VERB/0/root/{FIN}"
    )
    case = Case(f"Huber/Huber/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}", row).add("Huber").add("Meier")
    assert case.who("detto", dropped=True) == ("Q1",)


def test_the_movement_is_the_armed_group_told_of_last() -> None:
    fires = f"Gruppo/Gruppo/PROPN/2/nsubj spara/sparare/VERB/0/root/{FIN}"
    row = f"{{0}}/{{1}}/DET/2/det/{{2}} movimento/movimento/NOUN/3/nsubj parla/parlare/VERB/0/root/{FIN}"
    definite, indefinite = row.format("il", "il", "Definite=Def"), row.format("un", "uno", "Definite=Ind")
    for article, who in ((definite, ("armed_group:x",)), (indefinite, ("group:party",))):
        case = Case(fires, article).add("Gruppo", codes=("armed_group:x",), name=())
        assert case.add("movimento", "description", concept="movement").who("movimento") == who


def test_possessives_are_of_the_subject() -> None:
    row = (
        f"Meier/Meier/PROPN/2/nsubj manda/mandare/VERB/0/root/{FIN} i/il/DET/5/det "
        "suoi/suo/DET/5/det:poss/Poss=Yes soldati/soldato/NOUN/2/obj/Number=Plur e/e/CCONJ/9/cc i/il/DET/9/det "
        "suoi/suo/DET/9/det:poss/Poss=Yes funzionari/funzionario/NOUN/5/conj/Number=Plur"
    )
    case = Case(MEETS, row).add("Huber").add("Meier").add("Meier", nth=1)
    case.add("soldati", "description", concept="soldiers", plural=True)
    case.add("funzionari", "description", concept="officials", plural=True)
    assert case.who("soldati") == ("CHE",)
    assert case.who("funzionari") == ("group:CHE/officials",)


def test_the_land_that_somebodys_soldiers_leave_does_not_own_them() -> None:
    row = (
        f"Meier/Meier/PROPN/2/nsubj ritira/ritirare/VERB/0/root/{FIN} i/il/DET/5/det "
        "suoi/suo/DET/5/det:poss/Poss=Yes soldati/soldato/NOUN/2/obj/Number=Plur dall'/da/ADP/7/case "
        "Austria/Austria/PROPN/5/nmod//B-LOC"
    )
    case = Case(row).add("Meier").add("soldati", "description", concept="soldiers", plural=True)
    assert case.add("Austria", codes=("AUT",), name=()).who("soldati") == ("CHE",)


def test_a_counterpart_has_the_same_office() -> None:
    row = (
        f"Huber/Huber/PROPN/2/nsubj vede/vedere/VERB/0/root/{FIN} l'/il/DET/4/det omologo/omologo/NOUN/2/obj "
        "svizzero/svizzero/ADJ/4/amod"
    )
    case = Case(row).add("Huber").add("omologo svizzero", "description", concept="counterpart", codes=("CHE",))
    assert case.who("omologo") == ("Q4",)


def test_a_clause_shares_a_subject_that_is_no_party() -> None:
    row = (
        f"La/il/DET/2/det telefonata/telefonata/NOUN/3/nsubj dura/durare/VERB/0/root/{FIN} "
        f"e/e/CCONJ/5/cc tocca/toccare/VERB/3/conj/{FIN} tutto/tutto/PRON/5/obj"
    )
    assert met(row).who("tocca", dropped=True) == ()


def test_in_quoted_words_he_is_not_the_speaker() -> None:
    row = (
        f"«/«/PUNCT/2/punct Mente/mentire/VERB/6/dep/{FIN} »/»/PUNCT/2/punct ,/,/PUNCT/6/punct "
        f"ha/avere/AUX/6/aux/{FIN} detto/dire/VERB/0/root/{PAST} Meier/Meier/PROPN/6/nsubj"
    )
    case = Case(MEETS, row).add("Huber").add("Meier").add("Meier", nth=1)
    assert case.who("Mente", dropped=True, speaker="Q2") == ("Q1",)
    assert case.who("Mente", dropped=True, speaker="Q1") == ("Q2",)


def test_the_official_is_the_one_told_of() -> None:
    row = (
        "L'/il/DET/2/det/Definite=Def funzionario/funzionario/NOUN/4/nsubj/Number=Sing austriaco/austriaco/ADJ/2/amod "
        f"tace/tacere/VERB/0/root/{FIN}"
    )
    assert met(row).add("funzionario austriaco", "description", concept="officials", codes=("AUT",)).who(
        "funzionario"
    ) == ("Q1",)
    alone = Case(row).add("funzionario austriaco", "description", concept="officials", codes=("AUT",))
    assert alone.who("funzionario") == ("group:AUT/officials",)


def test_the_latter_is_the_one_told_of_last() -> None:
    row = (
        "Quest'/questo/DET/2/det/PronType=Dem ultimo/ultimo/ADJ/3/nsubj/Gender=Masc|Number=Sing "
        f"tace/tacere/VERB/0/root/{FIN}"
    )
    assert met(row).who("ultimo") == ("Q2",)


def test_the_two_governments_are_the_states_told_of() -> None:
    rows = (
        "Berna/Berna/PROPN/4/nsubj e/e/CCONJ/3/cc Vienna/Vienna/PROPN/1/conj "
        f"trattano/trattare/VERB/0/root/{FIN_PLURAL}",
        "I/il/DET/3/det/Definite=Def due/due/NUM/3/nummod governi/governo/NOUN/4/nsubj/Number=Plur "
        f"tacciono/tacere/VERB/0/root/{FIN_PLURAL}",
    )
    case = Case(*rows).add("Berna", "metonym", codes=("CHE",)).add("Vienna", "metonym", codes=("AUT",))
    case.add("due governi", "description", concept="government", plural=True, count=2)
    assert case.who("governi") == ("CHE", "AUT")


def test_a_pair_is_not_of_those_who_act_on_it() -> None:
    row = (
        f"Shushkov/Shushkov/PROPN/2/nsubj vede/vedere/VERB/0/root/{FIN} i/il/DET/5/det due/due/NUM/5/nummod "
        "leader/leader/NOUN/2/obj/Number=Plur"
    )
    huber_and_meier = MEETS.replace("Meier/Meier", "Wolf/Wolf")
    case = Case(huber_and_meier, row).add("Huber").add("Wolf").add("Shushkov")
    case.add("due leader", "description", concept="leaders", plural=True, count=2)
    assert "Q4" not in case.who("leader")


def test_the_ministers_of_both_countries_are_those_of_the_two_told_of() -> None:
    row = (
        "I/il/DET/2/det ministri/ministro/NOUN/7/nsubj/Number=Plur di/di/ADP/6/case i/il/DET/6/det "
        f"due/due/NUM/6/nummod paesi/paese/NOUN/2/nmod/Number=Plur parlano/parlare/VERB/0/root/{FIN_PLURAL}"
    )
    case = Case(MEETS, row).add("Huber").add("Meier")
    case.add("ministri", "office", office="foreign_minister", plural=True)
    case.add("paesi", "description", concept="countries", plural=True, count=2)
    assert case.who("ministri") == ("office:AUT/foreign-minister", "Q2")


@pytest.mark.parametrize(
    "told", [{"role": "office", "office": "negotiator"}, {"role": "description", "concept": "diplomats"}]
)
def test_two_negotiators_or_diplomats_are_the_two_told_of(told: dict[str, Any]) -> None:
    row = (
        "I/il/DET/3/det/Definite=Def due/due/NUM/3/nummod colleghi/collega/NOUN/4/nsubj/Number=Plur "
        f"parlano/parlare/VERB/0/root/{FIN_PLURAL}"
    )
    case = Case(MEETS, row).add("Huber").add("Meier").add("colleghi", **told, plural=True, count=2)
    assert case.who("colleghi") == ("Q1", "Q2")


def test_an_adjective_in_a_row_tells_of_more_of_the_same_people() -> None:
    row = (
        "Funzionari/funzionario/NOUN/5/nsubj/Number=Plur svizzeri/svizzero/ADJ/1/amod e/e/CCONJ/4/cc "
        f"austriaci/austriaco/ADJ/1/conj arrivano/arrivare/VERB/0/root/{FIN_PLURAL}"
    )
    case = Case(row).add("Funzionari svizzeri", "description", concept="officials", codes=("CHE",), plural=True)
    case.add("austriaci", "demonym", codes=("AUT",), plural=True)
    assert case.who("austriaci") == ("group:AUT/officials",)


def test_a_title_alone_of_somebody_named_soon_after() -> None:
    row = f"Il/il/DET/2/det/Definite=Def presidente/presidente/NOUN/3/nsubj tace/tacere/VERB/0/root/{FIN}"
    titled: dict[str, Any] = {"name": ("Huber",), "office": "president", "codes": ("AUT",)}
    case = Case(row, MEETS).add("presidente", "office", office="president").add("Huber", **titled)
    assert case.who("presidente") == ("Q1",)
    late = Case(row, *[ADDS] * 6, MEETS).add("presidente", "office", office="president").add("Huber", **titled)
    assert late.who("presidente") == ()


def test_who_is_named_behind_he_is_not_him() -> None:
    rival = f"Meier/Meier/PROPN/2/nsubj//B-PER attacca/attaccare/VERB/0/root/{FIN} Huber/Huber/PROPN/2/obj//B-PER"
    row = (
        f"He/he/PRON/2/nsubj/Gender=Masc|Number=Sing|Person=3|PronType=Prs wants/want/VERB/0/root/{FIN} "
        "Meier/Meier/PROPN/5/nmod:poss//B-PER 's/'s/PART/3/case arrest/arrest/NOUN/2/obj"
    )
    case = Case(rival, row, language="en").add("Meier").add("Huber").add("Meier", nth=1)
    assert case.who("He") == ("Q1",)


def test_both_generals_are_those_who_lead_and_not_who_speaks_for_them() -> None:
    rows = (
        f"Roe/Roe/PROPN/2/nsubj//B-PER meets/meet/VERB/0/root/{FIN} Doe/Doe/PROPN/2/obj//B-PER",
        f"Poe/Poe/PROPN/2/nsubj//B-PER speaks/speak/VERB/0/root/{FIN}",
        f"Meier/Meier/PROPN/2/nsubj//B-PER calls/call/VERB/0/root/{FIN} both/both/DET/4/det/PronType=Tot "
        "generals/general/NOUN/2/obj/Number=Plur",
    )
    case = Case(*rows, language="en")
    for name, office in (("Roe", "leader"), ("Doe", "general"), ("Poe", "spokesperson")):
        case.add(name, name=(name,), office=office, codes=("CHE",))
    case.add("both generals", "office", office="general", plural=True, count=2)
    assert case.who("generals") == ("person:roe", "person:doe")


def test_envoys_of_the_parties_of_a_country_are_of_both_sides() -> None:
    rows = (
        "Austria/Austria/PROPN/4/nsubj//B-LOC and/and/CCONJ/3/cc X/X/PROPN/1/conj//B-ORG "
        f"agree/agree/VERB/0/root/{FIN}",
        "Envoys/envoy/NOUN/6/nsubj/Number=Plur of/of/ADP/5/case Austria/Austria/PROPN/5/nmod:poss//B-LOC "
        f"'s/'s/PART/3/case parties/party/NOUN/1/nmod/Number=Plur meet/meet/VERB/0/root/{FIN}",
    )
    case = Case(*rows, language="en").add("Austria", codes=("AUT",)).add("X", codes=("armed_group:x",))
    case.add("Austria", nth=1, codes=("AUT",)).add("parties", "description", concept="parties", plural=True)
    case.add("Envoys", "office", office="special_envoy", plural=True)
    assert case.who("Envoys") == ("group:AUT/special-envoy", "group:armed_group:x/special-envoy")


def test_the_president_is_the_one_who_did_it_not_the_one_it_was_done_to() -> None:
    visit = (
        f"Huber/Huber/PROPN/2/nsubj incontra/incontrare/VERB/0/root/{FIN} il/il/DET/4/det "
        "presidente/presidente/NOUN/2/obj Shushkov/Shushkov/PROPN/4/flat"
    )
    row = f"Il/il/DET/2/det/Definite=Def presidente/presidente/NOUN/3/nsubj tace/tacere/VERB/0/root/{FIN}"
    case = Case(visit, row).add("Huber").add("presidente Shushkov", office="president", name=("Shushkov",))
    assert case.add("presidente", "office", nth=1, office="president").who("presidente", nth=1) == ("Q1",)


LEADERS_SPEAK = f"Лидеры/лидер/NOUN/2/nsubj/Number=Plur говорят/говорить/VERB/0/root/{FIN_PLURAL}"
TWO_MEET = f"Huber/Huber/PROPN/2/nsubj встречает/встречать/VERB/0/root/{FIN} Shushkov/Shushkov/PROPN/2/obj"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (LEADERS_SPEAK, ("Q1", "Q4")),
        (f"Другие/другой/ADJ/2/amod {LEADERS_SPEAK.replace('/2/', '/3/')}", ()),
    ],
)
def test_leaders_without_an_article_are_those_told_of(row: str, expected: tuple[str, ...]) -> None:
    case = Case(TWO_MEET, row, language="ru").add("Huber").add("Shushkov")
    case.add("Лидеры", "office", office="leader", plural=True)
    assert case.who("Лидеры") == expected


def test_where_several_houses_say_something_all_of_them_do() -> None:
    row = (
        "В/в/ADP/2/case Вене/Вена/PROPN/5/obl//B-LOC и/и/CCONJ/4/cc Берне/Берн/PROPN/2/conj//B-LOC "
        f"приветствовали/приветствовать/VERB/0/root/{FIN_PLURAL}"
    )
    case = Case(row, language="ru").add("Вене", "metonym", codes=("AUT",)).add("Берне", "metonym", codes=("CHE",))
    assert case.who("приветствовали", dropped=True) == ("AUT", "CHE")


def test_a_personal_pronoun_without_its_type_is_a_person() -> None:
    rows = (
        f"Huber/Huber/PROPN/2/nsubj//B-PER говорит/говорить/VERB/0/root/{FIN}",
        "Австрия/Австрия/PROPN/2/nsubj/Gender=Masc/B-LOC "
        f"молчит/молчать/VERB/0/root/{FIN} сказал/сказать/VERB/2/parataxis/{FIN} "
        "он/он/PRON/3/nsubj/Gender=Masc|Number=Sing|Person=3",
    )
    assert Case(*rows, language="ru").add("Huber").add("Австрия", codes=("AUT",)).who("он") == ("Q1",)


def test_the_minister_of_words_in_quotes_does_not_say_them() -> None:
    rows = (
        f"Huber/Huber/PROPN/2/nsubj звонит/звонить/VERB/0/root/{FIN}",
        f"«/«/PUNCT/3/punct Shushkov/Shushkov/PROPN/3/nsubj звонит/звонить/VERB/5/ccomp/{FIN} »/»/PUNCT/3/punct "
        f"сказал/сказать/VERB/0/root/{FIN} президент/президент/NOUN/5/nsubj/Number=Sing",
    )
    case = Case(*rows, language="ru").add("Huber").add("Shushkov").add("президент", "office", office="president")
    assert case.who("президент") == ("Q1",)


def test_the_sides_are_those_whose_people_met_just_before() -> None:
    rows = (
        "Австрия/Австрия/PROPN/4/nsubj//B-LOC и/и/CCONJ/3/cc Швейцария/Швейцария/PROPN/1/conj//B-LOC "
        f"спорят/спорить/VERB/0/root/{FIN_PLURAL}",
        f"Huber/Huber/PROPN/2/nsubj//B-PER принял/принять/VERB/0/root/{FIN} Shushkov/Shushkov/PROPN/2/obj//B-PER",
        f"Стороны/сторона/NOUN/2/nsubj/Number=Plur молчат/молчать/VERB/0/root/{FIN_PLURAL}",
    )
    case = Case(*rows, language="ru").add("Австрия", codes=("AUT",)).add("Швейцария", codes=("LAKE",))
    case.add("Huber").add("Shushkov").add("Стороны", "description", concept="parties", plural=True)
    assert case.who("Стороны") == ("AUT", "CHE")


def test_the_leaders_are_those_of_the_body_told_of() -> None:
    rows = (
        BOTH_TALK,
        f"Лидеры/лидер/NOUN/3/nsubj/Number=Plur Комиссии/комиссия/NOUN/1/nmod спорят/спорить/VERB/0/root/{FIN_PLURAL}",
        f"Лидеры/лидер/NOUN/2/nsubj/Number=Plur молчат/молчать/VERB/0/root/{FIN_PLURAL}",
    )
    case = Case(*rows, language="ru").add("Huber").add("Meier")
    case.add("Лидеры Комиссии", "office", office="leader", plural=True, codes=("LAKE",))
    case.add("Лидеры", "office", nth=1, office="leader", plural=True)
    assert case.who("Лидеры", nth=1) == ("group:LAKE/leader",)


@pytest.mark.parametrize(
    ("adjective", "expected"), [("", ("Q1",)), ("Другой/другой/ADJ/2/amod ", ("group:diplomats",))]
)
def test_a_diplomat_whom_an_adjective_tells_apart_is_new(adjective: str, expected: tuple[str, ...]) -> None:
    place = 3 if adjective else 2
    row = f"{adjective}дипломат/дипломат/NOUN/{place}/nsubj/Number=Sing молчит/молчать/VERB/0/root/{FIN}"
    case = Case(f"Huber/Huber/PROPN/2/nsubj//B-PER говорит/говорить/VERB/0/root/{FIN}", row, language="ru")
    case.add("Huber").add("дипломат", "description", concept="diplomats")
    assert case.who("дипломат") == expected


@pytest.mark.parametrize(("mark", "expected"), [(":", ("Q1",)), ("и", ())])
def test_a_possessive_behind_a_colon_may_be_of_the_subject_before(mark: str, expected: tuple[str, ...]) -> None:
    row = (
        f"Huber/Huber/PROPN/2/nsubj//B-PER молчит/молчать/VERB/0/root/{FIN} {mark}/{mark}/PUNCT/2/punct "
        "его/его/DET/5/det слова/слово/NOUN/2/obl"
    )
    assert Case(row, language="ru").add("Huber").who("его") == expected


def test_the_alliance_is_the_body_of_several_states_told_of_last() -> None:
    rows = (
        f"Commission/Commission/PROPN/2/nsubj//B-ORG meets/meet/VERB/0/root/{FIN} Austria/Austria/PROPN/2/obj//B-LOC",
        f"The/the/DET/2/det/Definite=Def alliance/alliance/NOUN/3/nsubj/Number=Sing agrees/agree/VERB/0/root/{FIN}",
        f"The/the/DET/2/det/Definite=Def leaders/leader/NOUN/3/nsubj/Number=Plur come/come/VERB/0/root/{FIN}",
    )
    case = Case(*rows, language="en").add("Commission", codes=("LAKE",)).add("Austria", codes=("AUT",))
    case.add("alliance", "description", concept="alliance").add(
        "leaders", "description", concept="leaders", plural=True
    )
    assert case.who("alliance") == ("LAKE",)
    assert case.who("leaders") == ("group:LAKE/leaders",)
    alone = Case(rows[1], language="en").add("alliance", "description", concept="alliance")
    assert alone.who("alliance") == ()


def test_an_institution_that_tells_of_a_state_is_of_it() -> None:
    row = (
        f"Austria/Austria/PROPN/2/nsubj//B-LOC agrees/agree/VERB/5/ccomp/{FIN} the/the/DET/4/det/Definite=Def "
        f"ministry/ministry/NOUN/5/nsubj says/say/VERB/0/root/{FIN}"
    )
    other = f"Switzerland/Switzerland/PROPN/2/nsubj//B-LOC waits/wait/VERB/0/root/{FIN}"
    case = Case(other, other, row, language="en").add("Switzerland", codes=("CHE",))
    case.add("Switzerland", nth=1, codes=("CHE",)).add("Austria", codes=("AUT",))
    assert case.add("ministry", "description", concept="ministry").who("ministry") == ("AUT",)


def test_what_is_its_own_is_of_the_one_in_its_clause() -> None:
    row = (
        f"Switzerland/Switzerland/PROPN/2/nsubj//B-LOC asks/ask/VERB/0/root/{FIN} that/that/SCONJ/5/mark "
        f"Austria/Austria/PROPN/5/nsubj//B-LOC move/move/VERB/2/ccomp/{FIN} its/its/PRON/7/nmod:poss/Poss=Yes "
        "troops/troop/NOUN/5/obj/Number=Plur"
    )
    case = Case(row, language="en").add("Switzerland", codes=("CHE",)).add("Austria", codes=("AUT",))
    assert case.who("its") == ("AUT",)


def test_an_institution_that_asks_others_is_not_theirs() -> None:
    row = (
        f"The/the/DET/2/det/Definite=Def ministry/ministry/NOUN/3/nsubj demands/demand/VERB/0/root/{FIN} "
        f"that/that/SCONJ/6/mark Austria/Austria/PROPN/6/nsubj//B-LOC yields/yield/VERB/3/ccomp/{FIN}"
    )
    case = Case(row, language="en").add("ministry", "description", concept="ministry")
    assert case.add("Austria", codes=("AUT",)).who("ministry") == ()


def test_the_two_countries_are_those_of_whom_the_report_tells_most() -> None:
    rows = (
        f"Austria/Austria/PROPN/2/nsubj//B-LOC attacks/attack/VERB/0/root/{FIN} Switzerland/Switzerland/PROPN/2/obj",
        f"Switzerland/Switzerland/PROPN/2/nsubj//B-LOC answers/answer/VERB/0/root/{FIN} Austria/Austria/PROPN/2/obj",
        f"Norway/Norway/PROPN/2/nsubj//B-LOC waits/wait/VERB/0/root/{FIN}",
        f"Huber/Huber/PROPN/2/nsubj//B-PER urges/urge/VERB/0/root/{FIN} both/both/DET/4/det/PronType=Tot "
        "countries/country/NOUN/2/obj/Number=Plur",
    )
    case = Case(*rows, language="en").add("Austria", codes=("AUT",)).add("Switzerland", codes=("CHE",))
    case.add("Switzerland", nth=1, codes=("CHE",)).add("Austria", nth=1, codes=("AUT",)).add("Norway", codes=("NOR",))
    case.add("both countries", "description", concept="countries", plural=True, count=2)
    assert case.who("countries") == ("AUT", "CHE")


def test_both_sides_are_not_that_of_the_third_who_addresses_them() -> None:
    both = (
        f"Parigi/Parigi/PROPN/2/nsubj invita/invitare/VERB/0/root/{FIN} le/il/DET/5/det/Definite=Def "
        "due/due/NUM/5/nummod parti/parte/NOUN/2/obj/Number=Plur"
    )
    told = (
        "Berna/Berna/PROPN/2/nsubj attacca/attaccare/VERB/0/root/VerbForm=Fin Vienna/Vienna/PROPN/2/obj",
        f"Parigi/Parigi/PROPN/2/nsubj condanna/condannare/VERB/0/root/{FIN} Vienna/Vienna/PROPN/2/obj",
        both,
    )
    case = Case(*told).add("Berna", "metonym", codes=("CHE",)).add("Vienna", "metonym", codes=("AUT",))
    case.add("Parigi", "metonym", codes=("FRA",)).add("Parigi", "metonym", nth=1, codes=("FRA",))
    case.add("Vienna", "metonym", nth=1, codes=("AUT",))
    case.add("due parti", "description", concept="parties", plural=True, count=2)
    assert case.who("parti") == ("CHE", "AUT")


def test_rebels_are_of_the_place_not_of_a_minister_who_tells_of_it() -> None:
    rows = (
        f"Meier/Meier/PROPN/2/nsubj//B-PER critica/criticare/VERB/0/root/{FIN} il/il/DET/4/det "
        "golpe/golpe/NOUN/2/obj "
        "in/in/ADP/6/case Austria/Austria/PROPN/4/nmod//B-LOC",
        f"I/il/DET/2/det/Definite=Def ribelli/ribelle/NOUN/3/nsubj/Number=Plur "
        f"tacciono/tacere/VERB/0/root/{FIN_PLURAL}",
    )
    case = Case(*rows).add("Meier", "name", name=("Klara", "Meier"), office="foreign_minister", codes=("CHE",))
    case.add("Austria", "name", codes=("AUT",), reading="place")
    case.add("ribelli", "description", concept="rebels", plural=True)
    assert case.who("ribelli") == ("group:AUT/rebels",)


def test_a_demonstrative_is_another_of_what_was_told_of() -> None:
    row = (
        "Il/il/DET/2/det ministro/ministro/NOUN/4/nsubj/Gender=Masc|Number=Sing austriaco/austriaco/ADJ/2/amod "
        f"vede/vedere/VERB/0/root/{FIN} quello/quello/PRON/4/obj/Gender=Masc|Number=Sing|PronType=Dem "
        "svizzero/svizzero/ADJ/5/amod"
    )
    case = Case(row).add("ministro", "office", office="foreign_minister", codes=("AUT",))
    case.add("svizzero", "demonym", codes=("CHE",))
    assert case.who("quello") == ("Q2",)


def test_who_is_named_in_words_within_marks_does_not_say_them() -> None:
    row = (
        f"«/«/PUNCT/3/punct Meier/Meier/PROPN/3/nsubj//B-PER resta/restare/VERB/0/root/{FIN} »/»/PUNCT/3/punct "
        f",/,/PUNCT/6/punct assicura/assicurare/VERB/3/parataxis/{FIN}"
    )
    case = Case(MEETS, row).add("Huber").add("Meier").add("Meier", nth=1)
    assert case.who("assicura", dropped=True) == ("Q1",)

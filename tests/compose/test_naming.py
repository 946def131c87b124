"""Who is who: names, offices, institutions and groups of a report."""

import msgspec
import pytest

from cronistoria.compose.offices import is_in_office
from cronistoria.model.actor import Actor
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.world import Tenure
from tests.compose.naming_case import APRIL_2022, FIN, Case

MEETS = f"Huber/Huber/PROPN/2/nsubj//B-PER incontra/incontrare/VERB/0/root/{FIN} Meier/Meier/PROPN/2/obj//B-PER"
FULL = f"Klara/Klara/PROPN/3/nsubj//B-PER Meier/Meier/PROPN/1/flat//I-PER parla/parlare/VERB/0/root/{FIN}"
OFFICE = (
    "Il/il/DET/2/det presidente/presidente/NOUN/4/nsubj/Gender=Masc|Number=Sing austriaco/austriaco/ADJ/2/amod "
    f"parla/parlare/VERB/0/root/{FIN}"
)


def only(case: Case) -> Actor:
    (actor,) = case.index().actors
    return actor


def test_persons_have_their_office_at_the_date() -> None:
    huber, meier = Case(MEETS).add("Huber").add("Meier").index().actors
    assert (huber.id, huber.name, huber.role, huber.country) == ("Q1", "Anton Huber", "president", "AUT")
    assert (meier.id, meier.role) == ("Q2", "foreign minister")


def test_a_surname_is_of_the_full_name_before_and_after() -> None:
    for rows in ((FULL, MEETS), (MEETS, FULL)):
        case = Case(*rows).add("Klara Meier").add("Meier", nth=1 if rows[0] is FULL else 0).add("Huber")
        assert [a.id for a in case.index().actors if a.id != "Q1"] == ["Q2"]


def test_two_spellings_are_one_person() -> None:
    row = f"Schuschkow/Schuschkow/PROPN/2/nsubj chiama/chiamare/VERB/0/root/{FIN} Шушков/Шушков/PROPN/2/obj"
    case = Case(row).add("Schuschkow").add("Шушков")
    assert only(case).id == "Q4"
    assert [m.text for m in only(case).mentions] == ["Schuschkow", "Шушков"]


def test_a_slip_of_the_typist_is_the_same_person() -> None:
    row = f"Rolf/Rolf/PROPN/3/nsubj Berger/Berger/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    slip = f"Rolf/Rolf/PROPN/3/nsubj Bergner/Bergner/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    case = Case(row, slip).add("Rolf Berger").add("Rolf Bergner")
    assert only(case).id == "person:rolf-berger"


def test_a_surname_of_somebody_known_is_no_slip() -> None:
    row = f"Lena/Lena/PROPN/3/nsubj Huper/Huper/PROPN/1/flat chiama/chiamare/VERB/0/root/{FIN} {{0}}/{{0}}/PROPN/3/obj"
    case = Case(row.format("Huber")).add("Lena Huper").add("Huber")
    assert [a.id for a in case.index().actors] == ["person:lena-huper", "Q1"]
    slip = Case(row.format("Hufer")).add("Lena Huper").add("Hufer")
    assert [a.id for a in slip.index().actors] == ["person:lena-huper"]


def test_an_unknown_person_has_what_the_text_says() -> None:
    row = f"Rolf/Rolf/PROPN/3/nsubj Berger/Berger/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    berger = only(Case(row).add("Rolf Berger", name=("Rolf", "Berger"), office="ambassador", codes=("AUT",)))
    assert (berger.id, berger.role, berger.country) == ("person:rolf-berger", "ambassador", "AUT")


def test_a_known_name_of_another_country_is_somebody_else() -> None:
    row = f"Klara/Klara/PROPN/3/nsubj Meier/Meier/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    meier = only(Case(row).add("Klara Meier", name=("Klara", "Meier"), office="foreign_minister", codes=("AUT",)))
    assert meier.id == "person:klara-meier"


def test_the_leader_of_an_armed_group_is_of_the_group_and_of_its_country() -> None:
    row = f"Rosa/Rosa/PROPN/3/nsubj Berger/Berger/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    case = Case(row).add("Rosa Berger", name=("Rosa", "Berger"), office="leader", codes=("armed_group:x",))
    assert only(case).country == "CHE"
    assert case.index().body_of("person:rosa-berger") == "armed_group:x"


def test_a_surname_of_two_in_office_is_nobody_known() -> None:
    row = f"Wolf/Wolf/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    assert only(Case(row).add("Wolf")).id == "person:wolf"
    assert only(Case(row).add("Wolf", name=("Wolf",), office="spokesperson", codes=("CHE",))).id == "Q6"


def test_an_office_is_its_holder() -> None:
    assert only(Case(OFFICE).add("presidente austriaco", "office", office="president", codes=("AUT",))).id == "Q1"


@pytest.mark.parametrize(("published", "former"), [(None, False), ("as it is", True)])
def test_an_office_without_a_known_holder(published: str | None, former: bool) -> None:
    case = Case(OFFICE, published=None) if published is None else Case(OFFICE)
    case.add("presidente austriaco", "office", office="president", codes=("AUT",), former=former)
    actor = only(case)
    assert (actor.kind, actor.country) == ("office", "AUT")
    assert actor.id == ("office:AUT/former-president" if former else "office:AUT/president")


def test_an_office_beside_a_name_is_the_person() -> None:
    row = (
        "La/il/DET/2/det portavoce/portavoce/NOUN/7/nsubj/Gender=Fem|Number=Sing di/di/ADP/4/case "
        "Berna/Berna/PROPN/2/nmod Rosa/Rosa/PROPN/2/appos Berger/Berger/PROPN/5/flat "
        f"parla/parlare/VERB/0/root/{FIN}"
    )
    case = Case(row).add("portavoce", "office", office="spokesperson", codes=("CHE",)).add("Rosa Berger")
    assert case.who("portavoce") == ("person:rosa-berger",)


def test_institutions_are_their_state_and_people_are_groups() -> None:
    row = (
        "Fonti/fonte/NOUN/4/nsubj/Number=Plur di/di/ADP/3/case Berna/Berna/PROPN/1/nmod "
        f"accusano/accusare/VERB/0/root/{FIN} il/il/DET/6/det governo/governo/NOUN/4/obj austriaco/austriaco/ADJ/6/amod"
    )
    case = Case(row).add("Fonti di Berna", "description", concept="sources", codes=("CHE",), plural=True)
    case.add("governo austriaco", "description", concept="government", codes=("AUT",))
    case.add("Berna", "metonym", codes=("CHE",))
    assert case.who("Fonti") == ("group:CHE/sources",)
    assert case.who("governo") == ("AUT",)
    group, swiss, _ = case.index().actors
    assert (group.name, group.country) == ("Switzerland sources", "CHE")
    assert [m.metonym for m in swiss.mentions] == [True]


def test_two_codes_are_two_groups() -> None:
    row = (
        "Funzionari/funzionario/NOUN/5/nsubj/Number=Plur svizzeri/svizzero/ADJ/1/amod e/e/CCONJ/4/cc "
        f"austriaci/austriaco/ADJ/2/conj arrivano/arrivare/VERB/0/root/{FIN}"
    )
    case = Case(row).add(
        "Funzionari svizzeri e austriaci", "description", concept="officials", codes=("CHE", "AUT"), plural=True
    )
    assert case.who("Funzionari") == ("group:CHE/officials", "group:AUT/officials")


def test_a_place_is_no_mention_and_stands_for_its_state_only_when_asked() -> None:
    row = f"Huber/Huber/PROPN/2/nsubj vola/volare/VERB/0/root/{FIN} a/a/ADP/4/case Berna/Berna/PROPN/2/obl"
    case = Case(row).add("Huber").add("Berna", "metonym", codes=("CHE",), reading="place")
    index = case.index()
    assert [a.id for a in index.actors] == ["Q1"]
    assert index.is_place(0, 3) and not index.is_place(0, 0)
    assert index.resolve(case.phrase("Berna")) == ("CHE",)
    assert index.actor("CHE").mentions == ()


def test_ids_at_a_word() -> None:
    index = Case(MEETS).add("Huber").add("Meier").index()
    assert index.ids_at(0, 2) == ("Q2",)
    assert index.ids_at(0, 1) == ()


def test_a_users_actor_by_code_and_by_surname() -> None:
    extra = ExtraActor(id="person:rolf-berger", kind="person", name="Rolf Berger", country="CHE", role="envoy")
    row = f"Berger/Berger/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    by_surname = Case(row).add("Berger").index(extra).actors
    by_code = Case(row).add("Berger", codes=("person:rolf-berger",)).index(extra).actors
    for (actor,) in (by_surname, by_code):
        assert (actor.id, actor.role, actor.country) == ("person:rolf-berger", "envoy", "CHE")


def test_unknown_ids_raise() -> None:
    with pytest.raises(KeyError):
        Case(MEETS).index().actor("Q9")


def test_a_slip_in_a_known_name_with_its_office() -> None:
    row = f"Ivan/Ivan/PROPN/3/nsubj Shushkor/Shushkor/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    case = Case(row).add("Ivan Shushkor", name=("Ivan", "Shushkor"), office="president", codes=("CHE",))
    assert only(case).id == "Q4"


def test_without_a_date_nobody_is_in_office() -> None:
    row = f"Klara/Klara/PROPN/3/nsubj Meier/Meier/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    meier = only(Case(row, published=None).add("Klara Meier"))
    assert (meier.id, meier.role, meier.country) == ("Q2", None, "CHE")


def test_a_name_of_marks_alone_names_nobody() -> None:
    row = f"-/-/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    assert Case(row).add("-").index().actors == ()


def test_a_title_of_leaders_may_be_loose() -> None:
    row = f"Presidente/presidente/NOUN/3/nsubj Shushkov/Shushkov/PROPN/1/flat parla/parlare/VERB/0/root/{FIN}"
    case = Case(row, OFFICE.replace("austriaco", "svizzero")).add(
        "Presidente Shushkov", name=("Shushkov",), office="prime_minister"
    )
    assert {a.id for a in case.add("svizzero", "demonym", codes=("CHE",)).index().actors} == {"Q4", "CHE"}


def test_another_office_is_of_another_person() -> None:
    row = f"Wolf/Wolf/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    assert only(Case(row).add("Wolf", name=("Wolf",), office="ambassador", codes=("CHE",))).id == "person:wolf"


def test_an_organisation_that_no_table_knows() -> None:
    row = f"L'/il/DET/2/det Alpenverein/Alpenverein/PROPN/3/nsubj parla/parlare/VERB/0/root/{FIN}"
    actor = only(Case(row).add("Alpenverein", concept="organisation", codes=("AUT",)))
    assert (actor.id, actor.kind, actor.country) == ("organisation:alpenverein", "organisation", "AUT")


def test_a_body_mistaken_for_an_organisation_is_the_person_of_that_name() -> None:
    row = f"HUBER/HUBER/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    case = Case(MEETS, row).add("Huber").add("Meier").add("HUBER", concept="organisation", codes=())
    assert [a.id for a in case.index().actors] == ["Q1", "Q2"]


def test_the_fighters_of_an_armed_group_are_the_group_and_its_press_the_outlet() -> None:
    row = (
        "Miliziani/miliziano/NOUN/4/nsubj/Number=Plur e/e/CCONJ/3/cc giornalisti/giornalista/NOUN/1/conj/Number=Plur "
        f"partono/partire/VERB/0/root/{FIN}"
    )
    case = Case(row).add("Miliziani", "description", concept="militias", codes=("armed_group:reds",), plural=True)
    case.add("giornalisti", "description", concept="media", codes=("outlet:bugle",), plural=True)
    assert case.who("Miliziani") == ("armed_group:reds",)
    assert case.who("giornalisti") == ("outlet:bugle",)


def test_several_holders_of_an_office_are_a_group_and_a_new_one_is_nobody_known() -> None:
    row = (
        "I/il/DET/2/det ministri/ministro/NOUN/3/nsubj/Number=Plur vedono/vedere/VERB/0/root "
        "un/uno/DET/5/det/Definite=Ind "
        "presidente/presidente/NOUN/3/obj austriaco/austriaco/ADJ/5/amod"
    )
    case = Case(row).add("ministri", "office", office="minister", codes=("AUT",), plural=True)
    case.add("presidente austriaco", "office", office="president", codes=("AUT",))
    assert case.who("ministri") == ("group:AUT/minister",)
    assert case.who("presidente") == ("office:AUT/president",)


def test_actors_that_only_records_name_are_listed_last() -> None:
    index = Case(MEETS).add("Huber").add("Meier").index()
    assert index.listed(()) == index.actors
    assert index.actor("AUT").name == "Austria"


def test_a_name_right_behind_its_side_is_who_is_meant() -> None:
    row = (
        f"il/il/DET/2/det ministro/ministro/NOUN/5/nsubj e/e/CCONJ/4/cc austriaco/austriaco/NOUN/2/conj "
        f"parlano/parlare/VERB/0/root/{FIN} ,/,/PUNCT/7/punct Huber/Huber/PROPN/4/appos"
    )
    case = Case(row).add("austriaco", "description", codes=("AUT",)).add("Huber")
    assert case.who("austriaco") == ("Q1",)


def test_an_office_in_apposition_is_of_the_person_before_it() -> None:
    row = (
        f"Huber/Huber/PROPN/5/nsubj//B-PER ,/,/PUNCT/3/punct inviato/inviato/NOUN/1/appos ,/,/PUNCT/3/punct "
        f"parla/parlare/VERB/0/root/{FIN}"
    )
    case = Case(row).add("Huber").add("inviato", "office", office="special_envoy", codes=("CHE",))
    assert case.who("inviato") == case.who("Huber") == ("person:huber",)


def test_counterparts_behind_several_names_are_these() -> None:
    row = (
        f"chiama/chiamare/VERB/0/root/{FIN} Huber/Huber/PROPN/1/obj//B-PER e/e/CCONJ/4/cc "
        "Meier/Meier/PROPN/2/conj//B-PER ,/,/PUNCT/6/punct omologhi/omologo/NOUN/2/conj/Number=Plur"
    )
    case = Case(row).add("Huber").add("Meier")
    case.add("omologhi", "description", concept="counterpart", plural=True, codes=("AUT", "CHE"))
    assert case.who("omologhi") == ("Q1", "Q2")


def test_those_spoken_to_are_not_the_two_sides() -> None:
    accuses = f"Vienna/Vienna/PROPN/2/nsubj accusa/accusare/VERB/0/root/{FIN} Berna/Berna/PROPN/2/obj"
    speaks = (
        f"Wolf/Wolf/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN} con/con/ADP/4/case Huber/Huber/PROPN/2/obl "
        "e/e/CCONJ/6/cc Meier/Meier/PROPN/4/conj"
    )
    urges = f"Esorta/esortare/VERB/0/root/{FIN} le/il/DET/3/det parti/parte/NOUN/1/obj/Number=Plur"
    case = Case(accuses, speaks, urges).add("Vienna", codes=("AUT",)).add("Berna", codes=("CHE",))
    case.add("Huber").add("Meier").add("parti", "description", concept="parties", plural=True)
    assert set(case.who("parti")) == {"AUT", "CHE"}


def test_the_two_sides_are_those_of_whom_most_is_told() -> None:
    accuses = f"Vienna/Vienna/PROPN/2/nsubj accusa/accusare/VERB/0/root/{FIN} Berna/Berna/PROPN/2/obj"
    others = (
        f"Huber/Huber/PROPN/2/nsubj incontra/incontrare/VERB/0/root/{FIN} la/il/DET/4/det Lega/Lega/PROPN/2/obj//B-ORG"
    )
    urges = f"Esorta/esortare/VERB/0/root/{FIN} le/il/DET/3/det parti/parte/NOUN/1/obj/Number=Plur"
    case = Case(accuses, accuses, others, urges)
    for nth in (0, 1):
        case.add("Vienna", codes=("AUT",), nth=nth).add("Berna", codes=("CHE",), nth=nth)
    case.add("Huber").add("Lega", codes=("LAKE",)).add("parti", "description", concept="parties", plural=True)
    assert set(case.who("parti")) == {"AUT", "CHE"}


def test_an_armed_group_is_a_side() -> None:
    fights = (
        f"Vienna/Vienna/PROPN/2/nsubj combatte/combattere/VERB/0/root/{FIN} il/il/DET/4/det Fronte/Fronte/PROPN/2/obj"
    )
    calls = f"Lega/Lega/PROPN/2/nsubj//B-ORG parla/parlare/VERB/0/root/{FIN}"
    urges = f"Esorta/esortare/VERB/0/root/{FIN} le/il/DET/3/det parti/parte/NOUN/1/obj/Number=Plur"
    case = Case(fights, fights, calls, urges)
    for nth in (0, 1):
        case.add("Vienna", codes=("AUT",), nth=nth).add("Fronte", codes=("armed_group:x",), nth=nth)
    case.add("Lega", codes=("LAKE",)).add("parti", "description", concept="parties", plural=True)
    assert set(case.who("parti")) == {"AUT", "armed_group:x"}


HIM = "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"


@pytest.mark.parametrize(("language", "form"), [("en", "him/he"), ("ru", "его/он")])
def test_the_object_is_not_the_subject_of_its_clause(language: str, form: str) -> None:
    met = f"Huber/Huber/PROPN/2/nsubj/Number=Sing met/meet/VERB/0/root/{FIN} Meier/Meier/PROPN/2/obj/Number=Sing"
    urged = (
        f"he/he/PRON/2/nsubj/Gender=Masc|Number=Sing|Person=3|PronType=Prs urged/urge/VERB/0/root/{FIN} "
        f"{form}/PRON/2/obj/{HIM}"
    )
    case = Case(met, urged, language=language).add("Huber").add("Meier")
    assert case.who("he") == ("Q1",)
    assert case.who(form.partition("/")[0]) == ("Q2",)


def test_the_object_of_a_coordinated_verb_is_who_was_met() -> None:
    spoke = f"Lund/Lund/PROPN/2/nsubj spoke/speak/VERB/0/root/{FIN}"
    met = (
        f"Huber/Huber/PROPN/2/nsubj/Number=Sing met/meet/VERB/0/root/{FIN} Meier/Meier/PROPN/2/obj/Number=Sing "
        f"and/and/CCONJ/5/cc warned/warn/VERB/2/conj/{FIN} him/he/PRON/5/obj/{HIM}"
    )
    case = Case(spoke, met, language="en").add("Lund").add("Huber").add("Meier")
    assert case.who("him") == ("Q2",)


def test_the_diplomat_who_says_so_is_not_the_one_he_tells_of() -> None:
    spoke = f"Huber/Huber/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN}"
    told = (
        f"Meier/Meier/PROPN/2/nsubj tace/tacere/VERB/0/root/{FIN} ,/,/PUNCT/4/punct "
        f"spiega/spiegare/VERB/2/parataxis/{FIN} il/il/DET/6/det/Definite=Def "
        "diplomatico/diplomatico/NOUN/4/nsubj/Number=Sing"
    )
    case = Case(spoke, told).add("Huber").add("Meier").add("diplomatico", "description", concept="diplomats")
    assert case.who("diplomatico") == ("Q1",)


def test_whose_a_person_is_by_a_body_below_a_body_that_nobody_knows() -> None:
    row = (
        f"Roe/Roe/PROPN/6/nsubj//B-PER ,/,/PUNCT/3/punct direttore/direttore/NOUN/1/appos "
        f"ente/ente/NOUN/3/nmod svizzero/svizzero/ADJ/4/amod parla/parlare/VERB/0/root/{FIN}"
    )
    case = Case(row).add("Roe", office="director_general").add("svizzero", "demonym", codes=("CHE",))
    case.add("direttore", "office", office="director_general", name=("Roe",))
    assert next(a for a in case.index().actors if a.kind == "person").country == "CHE"


def test_an_outlet_by_the_name_behind_its_word() -> None:
    row = (
        f"quotidiano/quotidiano/NOUN/4/nsubj austriaco/austriaco/ADJ/1/amod Bugle/Bugle/PROPN/1/nmod "
        f"scrive/scrivere/VERB/0/root/{FIN}"
    )
    case = Case(row).add("quotidiano", "description", concept="media", codes=("AUT",))
    case.add("Bugle", codes=("outlet:bugle",))
    assert case.who("quotidiano") == ("outlet:bugle",)


def test_a_body_by_its_abbreviation_in_brackets() -> None:
    row = (
        "Ente/Ente/PROPN/6/nsubj//B-ORG laghi/lago/NOUN/1/nmod//I-ORG "
        f"(/(/PUNCT/4/punct Lake/Lake/PROPN/1/appos//B-ORG )/)/PUNCT/4/punct tace/tacere/VERB/0/root/{FIN}"
    )
    assert Case(row).add("Lake", codes=("LAKE",)).who("Ente") == ("LAKE",)


def test_who_leads_may_do_so_for_long() -> None:
    begun = Tenure(wikidata="Q9", name="Ada Wolf", country="AUT", office="president", start="1979", end=None)
    assert is_in_office(begun, APRIL_2022)
    assert not is_in_office(msgspec.structs.replace(begun, office="ambassador"), APRIL_2022)


NAMES = (
    f"Anton/Anton/PROPN/3/nsubj//B-PER Huber/Huber/PROPN/1/flat//I-PER parla/parlare/VERB/0/root/{FIN}",
    f"Anton/Anton/PROPN/3/nsubj//B-PER Ivanovich/Ivanovich/PROPN/1/flat//I-PER tace/tacere/VERB/0/root/{FIN}",
)


def test_a_name_after_the_father_is_of_whoever_has_the_given_name() -> None:
    case = Case(*NAMES).add("Anton Huber").add("Anton Ivanovich")
    assert only(case).id == "Q1"
    assert only(Case(NAMES[1]).add("Anton Ivanovich")).id == "person:anton-ivanovich"


def test_a_short_form_in_brackets_is_of_the_name_before() -> None:
    row = (
        "Lake/Lake/PROPN/2/compound Commission/Commission/PROPN/6/nsubj (/(/PUNCT/4/punct LC/LC/PROPN/2/appos//B-ORG "
        f")/)/PUNCT/4/punct parla/parlare/VERB/0/root/{FIN}"
    )
    case = Case(row).add("Lake Commission", codes=("LAKE",)).add("LC", "description", concept="organisation")
    assert case.who("LC") == ("LAKE",)

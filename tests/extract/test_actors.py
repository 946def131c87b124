"""The words of parties, on trees written by hand."""

import msgspec
import pytest

from cronistoria.extract.actors import find_actor_mentions
from cronistoria.extract.gazetteer import load_gazetteer
from cronistoria.model.party import PartyMention
from cronistoria.reference.extra import ExtraActor
from tests.rows import sentences_from_rows

PAST = "Tense=Past|VerbForm=Part"
AUX = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
FIN = AUX
PLURAL = "Number=Plur"


def mentions(*rows: str, language: str = "it", extra: tuple[ExtraActor, ...] = ()) -> list[PartyMention]:
    document, sentences = sentences_from_rows(*rows, language=language)
    gazetteer = load_gazetteer(language, extra)
    return list(find_actor_mentions(document, sentences, language=language, gazetteer=gazetteer))


def only(row: str, words: str, language: str = "it") -> PartyMention:
    found = [m for m in mentions(row, language=language) if m.span.text == words]
    assert len(found) == 1, [m.span.text for m in mentions(row, language=language)]
    return found[0]


ACCUSES = f"Mosca/Mosca/PROPN/2/nsubj//B-LOC accusa/accusare/VERB/0/root/{FIN} Tallinn/Tallinn/PROPN/2/obj//B-LOC"
MET_IN = (
    f"I/il/DET/2/det negoziatori/negoziatore/NOUN/3/nsubj/{PLURAL} parlano/parlare/VERB/0/root/{FIN} "
    "a/a/ADP/5/case Mosca/Mosca/PROPN/3/obl//B-LOC"
)
HANDED_TO = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} consegnato/consegnare/VERB/0/root/{PAST} "
    "la/il/DET/5/det nota/nota/NOUN/3/obj a/a/ADP/7/case Mosca/Mosca/PROPN/3/obl//B-LOC"
)
FLEW_TO = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER è/essere/AUX/3/aux/{AUX} volato/volare/VERB/0/root/{PAST} "
    "a/a/ADP/5/case Mosca/Mosca/PROPN/3/obl//B-LOC"
)
ASKED_BY = (
    "La/il/DET/2/det riunione/riunione/NOUN/0/root chiesta/chiedere/VERB/2/acl/Tense=Past|VerbForm=Part "
    "da/da/ADP/5/case Mosca/Mosca/PROPN/3/obl:agent//B-LOC"
)
TALKS_OF = (
    f"I/il/DET/2/det colloqui/colloquio/NOUN/5/nsubj/{PLURAL} di/di/ADP/4/case Vienna/Vienna/PROPN/2/nmod//B-LOC "
    f"riprendono/riprendere/VERB/0/root/{FIN}"
)
SOURCES_OF = (
    f"Fonti/fonte/NOUN/4/nsubj/{PLURAL} di/di/ADP/3/case Kiev/Kiev/PROPN/1/nmod//B-LOC "
    f"smentiscono/smentire/VERB/0/root/{FIN}"
)
IN_STATE = (
    f"Rossi/Rossi/PROPN/2/nsubj//B-PER vive/vivere/VERB/0/root/{FIN} in/in/ADP/4/case Siria/Siria/PROPN/2/obl//B-LOC"
)
READINGS = [
    (ACCUSES, "Mosca", "actor"),
    (ACCUSES, "Tallinn", "actor"),
    (MET_IN, "Mosca", "place"),
    (HANDED_TO, "Mosca", "actor"),
    (FLEW_TO, "Mosca", "place"),
    (ASKED_BY, "Mosca", "actor"),
    (TALKS_OF, "Vienna", "place"),
    (SOURCES_OF, "Kiev", "actor"),
    (IN_STATE, "Siria", "place"),
]


@pytest.mark.parametrize(("row", "words", "reading"), READINGS)
def test_a_capital_is_a_place_or_a_government(row: str, words: str, reading: str) -> None:
    mention = only(row, words)
    assert mention.reading == reading
    assert mention.role == ("name" if words == "Siria" else "metonym")


OFFICIALS = (
    f"Funzionari/funzionario/NOUN/6/nsubj/{PLURAL} russi/russo/ADJ/1/amod e/e/CCONJ/4/cc cinesi/cinese/ADJ/2/conj "
    f"si/si/PRON/6/expl incontrano/incontrare/VERB/0/root/{FIN}"
)
TWO_PRESIDENTS = (
    f"I/il/DET/3/det due/due/NUM/3/nummod presidenti/presidente/NOUN/4/nsubj/{PLURAL} parlano/parlare/VERB/0/root/{FIN}"
)
MINISTRY_SOURCE = (
    "Una/uno/DET/2/det fonte/fonte/NOUN/8/nsubj/Number=Sing di/di/ADP/5/case il/il/DET/5/det "
    "ministero/ministero/NOUN/2/nmod degli/di/ADP/7/case Esteri/esteri/NOUN/5/nmod parla/parlare/VERB/0/root"
)


def test_two_adjectives_are_two_owners() -> None:
    mention = only(OFFICIALS, "Funzionari russi e cinesi")
    assert (mention.codes, mention.concept, mention.plural) == (("RUS", "CHN"), "officials", True)
    assert mention.role == "description"


def test_how_many_are_meant() -> None:
    mention = only(TWO_PRESIDENTS, "presidenti")
    assert (mention.office, mention.plural, mention.count) == ("president", True, 2)


TITLE = (
    f"Il/il/DET/2/det presidente/presidente/NOUN/5/nsubj russo/russo/ADJ/2/amod Rossi/Rossi/PROPN/2/flat//B-PER "
    f"parla/parlare/VERB/0/root/{FIN}"
)
APPOSED = (
    "Anna/Anna/PROPN/9/nsubj//B-PER Bianchi/Bianchi/PROPN/1/flat//I-PER "
    ",/,/PUNCT/4/punct portavoce/portavoce/NOUN/1/appos "
    f"di/di/ADP/7/case la/il/DET/7/det Nato/Nato/PROPN/4/nmod//B-ORG ,/,/PUNCT/4/punct parla/parlare/VERB/0/root/{FIN}"
)
BEFORE = (
    "Il/il/DET/2/det portavoce/portavoce/NOUN/9/nsubj di/di/ADP/4/case Casa/Casa/PROPN/2/nmod//B-ORG "
    "Bianca/bianco/PROPN/4/flat//I-ORG ,/,/PUNCT/7/punct Ugo/Ugo/PROPN/2/appos//B-PER ,/,/PUNCT/7/punct "
    f"parla/parlare/VERB/0/root/{FIN}"
)
FORMER = (
    "L'/il/DET/3/det ex/ex/ADJ/3/amod ministro/ministro/NOUN/7/nsubj di/di/ADP/5/case Difesa/difesa/NOUN/3/nmod "
    f"francese/francese/ADJ/3/amod parla/parlare/VERB/0/root/{FIN}"
)


def test_a_title_is_part_of_the_name() -> None:
    mention = only(TITLE, "presidente russo Rossi")
    assert (mention.role, mention.name, mention.office, mention.codes) == ("name", ("Rossi",), "president", ("RUS",))


@pytest.mark.parametrize(
    ("row", "name", "office", "codes"),
    [(APPOSED, ("Anna", "Bianchi"), "spokesperson", ("NATO",)), (BEFORE, ("Ugo",), "spokesperson", ("USA",))],
)
def test_name_and_office_beside_each_other_stand_for_one(
    row: str, name: tuple[str, ...], office: str, codes: tuple[str, ...]
) -> None:
    found = [m for m in mentions(row) if m.office == office]
    assert {m.role for m in found} == {"name", "office"}
    assert {(m.name, m.codes) for m in found} == {(name, codes)}


def test_a_branch_makes_the_office_and_a_word_before_it_the_past() -> None:
    (mention,) = (m for m in mentions(FORMER) if m.role == "office")
    assert (mention.office, mention.codes, mention.former) == ("defence_minister", ("FRA",), True)


ENGLISH_TITLE = (
    "Finnish/Finnish/ADJ/4/amod Foreign/Foreign/ADJ/3/amod "
    "Minister/Minister/PROPN/4/compound Aho/Aho/PROPN/6/nsubj//B-PER "
    f"then/then/ADV/6/advmod spoke/speak/VERB/0/root/{FIN}"
)
AIDE = (
    "A/a/DET/3/det Smith/Smith/PROPN/3/compound//B-PER aide/aide/NOUN/4/nsubj/Number=Sing "
    f"resigned/resign/VERB/0/root/{FIN}"
)
PRO = (
    "Pro/pro/ADJ/4/amod -/-/PUNCT/1/punct Chinese/Chinese/ADJ/4/amod parties/party/NOUN/5/nsubj/Number=Plur "
    f"won/win/VERB/0/root/{FIN}"
)
LANGUAGE = f"They/they/PRON/2/nsubj speak/speak/VERB/0/root/{FIN} in/in/ADP/4/case Russian/Russian/PROPN/2/obl"


def test_english_titles_stand_before_the_name() -> None:
    (mention,) = (m for m in mentions(ENGLISH_TITLE, language="en") if m.name)
    assert (mention.name, mention.office, mention.codes) == (("Aho",), "foreign_minister", ("FIN",))


def test_the_owner_of_an_aide_is_not_the_aide() -> None:
    found = {m.span.text: m for m in mentions(AIDE, language="en")}
    assert found["Smith"].office is None
    assert not any(m.office == "adviser" and m.name for m in found.values())


def test_what_is_no_party() -> None:
    assert mentions(LANGUAGE, language="en") == []
    assert not any("CHN" in m.codes for m in mentions(PRO, language="en"))


NER = (
    "Ieri/ieri/ADV/3/advmod la/il/DET/3/det Fondazione/fondazione/PROPN/5/nsubj//B-ORG "
    f"Ghibli/Ghibli/PROPN/3/flat//I-ORG chiude/chiudere/VERB/0/root/{FIN}"
)


def test_an_organisation_that_no_table_knows() -> None:
    mention = only(NER, "Fondazione Ghibli")
    assert (mention.role, mention.concept, mention.codes) == ("name", "organisation", ())


def test_a_name_that_is_marked_once_is_known_everywhere() -> None:
    first = f"Wolfram/Wolfram/PROPN/2/nsubj//B-PER parla/parlare/VERB/0/root/{FIN}"
    second = f"Dopo/dopo/ADV/2/advmod tace/tacere/VERB/0/root/{FIN} Wolfram/Wolfram/PROPN/2/nsubj//B-ORG"
    assert [m.name for m in mentions(first, second)] == [("Wolfram",), ("Wolfram",)]


def test_a_users_own_actors_are_found() -> None:
    lake = ExtraActor(id="LAKE", kind="organisation", name="Lake Commission", names={"it": ("Commissione del Lago",)})
    row = (
        "La/il/DET/2/det Commissione/commissione/PROPN/5/nsubj del/di/ADP/4/case Lago/lago/PROPN/2/nmod "
        f"decide/decidere/VERB/0/root/{FIN}"
    )
    (mention,) = mentions(row, extra=(lake,))
    assert mention.codes == ("LAKE",)


def test_mentions_come_in_text_order_and_stand_on_their_words() -> None:
    rows = (ACCUSES, OFFICIALS, APPOSED, FORMER)
    document, sentences = sentences_from_rows(*rows)
    found = find_actor_mentions(document, sentences, language="it", gazetteer=load_gazetteer("it"))
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for mention in found:
        assert document.text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.first <= mention.last
        assert msgspec.structs.replace(mention) == mention


def test_a_tree_without_sense_breaks_nothing() -> None:
    row = "di/di/ADP/2/nmod Mosca/Mosca/PROPN/3/case presidente/presidente/X/4/flat ,/,/PUNCT/5/nsubj e/e/CCONJ/0/root"
    assert all(m.span.text for m in mentions(row))


def test_a_subject_behind_a_comma_is_nobody_elses_office() -> None:
    row = (
        "Dopo/dopo/ADP/2/case Rossi/Rossi/PROPN/7/obl//B-PER ,/,/PUNCT/2/punct il/il/DET/5/det "
        f"presidente/presidente/NOUN/7/nsubj ha/avere/AUX/7/aux/{AUX} parlato/parlare/VERB/0/root/{PAST}"
    )
    assert [(m.span.text, m.name) for m in mentions(row)] == [("Rossi", ("Rossi",)), ("presidente", ())]


def test_the_state_of_an_office_is_no_first_name() -> None:
    row = (
        "премьер-министр/премьер-министр/NOUN/4/nsubj/Case=Nom Греции/Греция/PROPN/1/nmod/Case=Gen/B-PER "
        f"Деллис/Деллис/PROPN/2/flat/Case=Nom/I-PER молчит/молчать/VERB/0/root/{FIN}"
    )
    named = [m for m in mentions(row, language="ru") if m.name]
    assert [(m.name, m.codes, m.office) for m in named] == [(("Dellis",), ("GRC",), "prime_minister")]


def test_countries_in_the_plural_are_several() -> None:
    row = (
        f"Les/le/DET/3/det/{PLURAL} deux/deux/NUM/3/nummod pays/pays/NOUN/4/nsubj/{PLURAL} "
        f"négocient/négocier/VERB/0/root/{FIN}"
    )
    found = only(row, "pays", "fr")
    assert (found.concept, found.count, found.plural) == ("countries", 2, True)


def test_a_surname_of_the_tables_may_open_a_sentence_as_its_subject() -> None:
    row = f"Merkel/Merkel/PROPN/2/nsubj schweigt/schweigen/VERB/0/root/{FIN}"
    assert [m.name for m in mentions(row, language="de")] == [("Merkel",)]


def test_the_branch_of_an_office_is_no_first_name() -> None:
    row = (
        "ministra/ministra/NOUN/5/nsubj di/di/ADP/3/case Difesa/difesa/NOUN/1/nmod Roberta/Roberta/PROPN/1/nmod//B-PER "
        f"tace/tacere/VERB/0/root/{FIN}"
    )
    assert [m.name for m in mentions(row) if m.name] == [("Roberta",)]


@pytest.mark.parametrize("label", ["frigate/frigate/NOUN", "USS/USS/PROPN"])
def test_a_ship_is_no_person(label: str) -> None:
    row = (
        f"The/the/DET/2/det {label}/5/nsubj Jo/Jo/PROPN/2/appos//B-PER Roe/Roe/PROPN/3/flat//I-PER "
        f"left/leave/VERB/0/root/{FIN}"
    )
    assert mentions(row, language="en") == []


def test_what_an_office_of_another_land_is_for_is_no_party() -> None:
    row = (
        "Beijing/Beijing/PROPN/5/nmod:poss//B-LOC 's/'s/PART/1/case Taiwan/Taiwan/PROPN/5/compound//B-ORG "
        f"Affairs/Affairs/PROPN/5/compound//I-ORG Office/Office/PROPN/6/nsubj//I-ORG objects/object/VERB/0/root/{FIN}"
    )
    assert ("TWN",) not in [m.codes for m in mentions(row, language="en")]


BOTH_KOREAS = (
    f"The/the/DET/2/det leaders/leader/NOUN/6/nsubj/{PLURAL} of/of/ADP/5/case two/two/NUM/5/nummod "
    f"Koreas/Korea/PROPN/2/nmod/{PLURAL} met/meet/VERB/0/root/{PAST}"
)


def test_a_name_of_two_states_is_of_both() -> None:
    assert only(BOTH_KOREAS, "leaders of two Koreas", "en").codes == ("KOR", "PRK")


JUNTA = (
    f"{{}}/x/NOUN/4/nsubj/Number=Sing in/in/ADP/3/case Niger/Niger/PROPN/4/obl//B-LOC "
    f"accused/accuse/VERB/0/root/{PAST} Paris/Paris/PROPN/4/obj//B-LOC"
)


@pytest.mark.parametrize(("word", "codes"), [("junta", ("NER",)), ("authorities", ("NER",)), ("embassy", ())])
def test_who_governs_in_a_country_is_its_government(word: str, codes: tuple[str, ...]) -> None:
    assert only(JUNTA.format(word), word, "en").codes == codes


def test_the_body_before_its_state_is_no_first_name() -> None:
    row = "Хунта/Хунта/PROPN/3/nsubj//B-PER Мали/Мали/PROPN/1/flat//I-PER молчит/молчать/VERB/0/root"
    found = mentions(row, language="ru")
    assert [(m.span.text, m.codes, m.name) for m in found if m.concept] == [("Хунта Мали", ("MLI",), ())]


@pytest.mark.parametrize(("title", "case", "name"), [("Nom", "Dat", "Orlovu"), ("Dat", "Dat", "Orlov")])
def test_a_name_stands_in_the_case_of_its_title(title: str, case: str, name: str) -> None:
    row = (
        f"полковник/полковник/NOUN/3/nsubj/Animacy=Anim|Case={title}|Gender=Masc|Number=Sing "
        f"Орлову/Орлов/PROPN/1/flat:name/Case={case}|Gender=Masc|Number=Sing/B-PER молчит/молчать/VERB/0/root"
    )
    assert next(m.name for m in mentions(row, language="ru") if m.name) == (name,)


NAMED = "/Animacy=Anim|Case={}|Gender=Masc|Number=Sing/B-PER"
OF_FORCES = (
    "Главнокомандующий/главнокомандующий/NOUN/5/nsubj/Animacy=Anim|Case=Nom|Number=Sing ВСУ/ВСУ/PROPN/1/nmod//B-ORG "
    f"Павел/Павел/PROPN/1/appos{NAMED.format('Nom')} Ордынский/Ордынский/PROPN/3/flat:name//I-PER "
    "молчит/молчать/VERB/0/root"
)
AIDE_OF_HEAD = (
    "Заместитель/заместитель/NOUN/6/nsubj/Animacy=Anim|Case=Nom|Number=Sing "
    "президента/президент/NOUN/1/nmod/Animacy=Anim|Case=Gen|Number=Sing РФ/РФ/PROPN/2/nmod//B-LOC "
    f"Павел/Павел/PROPN/1/appos{NAMED.format('Nom')} Ордынский/Ордынский/PROPN/4/flat:name//I-PER "
    "молчит/молчать/VERB/0/root"
)
VISIT_OF = (
    "Визит/Визит/PROPN/0/root//B-PER Пелоси/Пелоси/PROPN/1/flat//I-PER в/в/ADP/4/case Осло/Осло/PROPN/1/nmod//B-LOC"
)
CALLS = (
    f"Ордынский/Ордынский/PROPN/2/nsubj{NAMED.format('Nom')} звонит/звонить/VERB/0/root "
    f"аль-Бурхану/аль-Бурхан/PROPN/2/iobj{NAMED.format('Dat')}"
)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (OF_FORCES, [(("Pavel", "Ordynsky"), "chief_of_defence")]),
        (AIDE_OF_HEAD, [(("Pavel", "Ordynsky"), "deputy")]),
        (VISIT_OF, [(("Pelosi",), None)]),
        (VISIT_OF.replace("Визит/Визит", "ШОС/ШОС"), [(("Pelosi",), None)]),
        (CALLS, [(("Ordynsky",), None), (("al-Burhan",), None)]),
    ],
)
def test_where_a_slavic_name_begins_and_whose_title_it_has(
    row: str, found: list[tuple[tuple[str, ...], str | None]]
) -> None:
    assert [(m.name, m.office) for m in mentions(row, language="ru") if m.name] == found


@pytest.mark.parametrize(("animacy", "found"), [("Anim", True), ("Inan", False)])
def test_policy_is_no_politician(animacy: str, found: bool) -> None:
    row = f"политика/политик/NOUN/2/nsubj/Animacy={animacy}|Number=Sing меняется/меняться/VERB/0/root"
    assert any(m.concept == "politicians" for m in mentions(row, language="ru")) == found


def test_people_behind_an_office_of_as_many_owners_have_one_each() -> None:
    row = (
        f"ministri/ministro/NOUN/11/nsubj/{PLURAL} degli/di/ADP/3/case Esteri/esteri/NOUN/1/nmod di/di/ADP/5/case "
        "Danimarca/Danimarca/PROPN/3/nmod//B-LOC e/e/CCONJ/7/cc Norvegia/Norvegia/PROPN/5/conj//B-LOC "
        f",/,/PUNCT/9/punct Roe/Roe/PROPN/1/appos//B-PER ,/,/PUNCT/9/punct parlano/parlare/VERB/0/root/{FIN} "
        "e/e/CCONJ/13/cc Doe/Doe/PROPN/9/conj//B-PER"
    )
    found = {m.span.text: (m.office, m.codes) for m in mentions(row) if m.name}
    assert found == {"Roe": ("foreign_minister", ("DNK",)), "Doe": ("foreign_minister", ("NOR",))}


def test_a_noun_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    row = (
        "Послание/послание/NOUN/4/nsubj/Case=Nom|Number=Sing "
        "Си/Си/PROPN/1/nmod/Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing/B-PER "
        "Цзиньпина/Цзиньпин/PROPN/2/flat:name/Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing/I-PER "
        "получено/получить/VERB/0/root/VerbForm=Part"
    )
    assert [m.span.text for m in mentions(row, language="ru") if m.name] == ["Си Цзиньпина"]


def test_the_names_of_a_title_and_of_whom_it_serves_are_two() -> None:
    row = (
        "Посланець/посланець/NOUN/0/root/Animacy=Anim|Case=Nom|Number=Sing "
        "Трампа/Трамп/PROPN/1/nmod/Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing/B-PER "
        "Кіт/Кіт/PROPN/1/flat:title/Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing/B-PER "
        "Келлог/Келлог/PROPN/3/flat:name/Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing/I-PER"
    )
    assert [m.name for m in mentions(row, language="uk") if m.name] == [("Keith", "Kellogg"), ("Trump",)]


def test_forces_from_abroad_are_not_those_of_the_country() -> None:
    row = (
        f"Kabul/Kabul/PROPN/2/nsubj//B-LOC vuole/volere/VERB/0/root/{FIN} le/il/DET/4/det "
        "truppe/truppa/NOUN/2/obj/Gender=Fem|Number=Plur {}"
    )
    own, foreign = row.format("regolari/regolare/ADJ/4/amod"), row.format("straniere/straniero/ADJ/4/amod")
    assert len(mentions(own)) == len(mentions(foreign)) + 1


def test_people_of_an_army_and_of_a_state_are_of_both() -> None:
    row = (
        "Envoys/envoy/NOUN/9/nsubj/Number=Plur of/of/ADP/5/case the/the/DET/5/det Sudanese/sudanese/ADJ/5/amod "
        "army/army/NOUN/1/nmod/Number=Sing and/and/CCONJ/8/cc of/of/ADP/8/case Chad/Chad/PROPN/5/conj//B-LOC "
        f"met/meet/VERB/0/root/{PAST}"
    )
    assert only(row, "Envoys of the Sudanese army and of Chad", "en").codes == ("SDN", "TCD")


def test_a_house_of_power_that_rules_something_out_is_no_place() -> None:
    row = (
        "В/в/ADP/2/case Москве/Москва/PROPN/4/obl/Case=Loc/B-LOC не/не/PART/4/advmod "
        "исключили/исключить/VERB/0/root/Number=Plur|Tense=Past|VerbForm=Fin встречу/встреча/NOUN/4/obj/Case=Acc"
    )
    assert only(row, "Москве", "ru").reading != "place"

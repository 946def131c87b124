"""Where something happens, on trees written by hand."""

import pytest

from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.place_names import find_place_hits
from cronistoria.compose.placing import PlaceIndex, find_places
from cronistoria.model.record import Place
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


class NamedActors(ActorIndex):
    """Knows which words name actors and which of these are places."""

    def __init__(self, actors: dict[int, str], places: frozenset[int]) -> None:
        self._actors, self._places = actors, places

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        return (self._actors[token],) if token in self._actors else ()

    def is_place(self, sentence: int, token: int) -> bool:
        return token in self._places


def place(
    row: str,
    head: int,
    *,
    actors: dict[int, str] | None = None,
    places: frozenset[int] = frozenset(),
    language: str = "it",
) -> Place | None:
    document, sentences = sentences_from_rows(row, language=language)
    return find_places(document, sentences, NamedActors(actors or {}, places)).place_of(0, head)


MEET = (
    f"I/il/DET/2/det delegati/delegato/NOUN/4/nsubj si/si/PRON/4/expl incontrano/incontrare/VERB/0/root/{FIN} "
    "a/a/ADP/6/case Ginevra/Ginevra/PROPN/4/obl//B-LOC"
)
TALKS = (
    "I/il/DET/2/det colloqui/colloquio/NOUN/5/nsubj di/di/ADP/4/case Vienna/Vienna/PROPN/2/nmod//B-LOC "
    f"riprendono/riprendere/VERB/0/root/{FIN}"
)
BORDER = (
    "I/il/DET/2/det soldati/soldato/NOUN/3/nsubj sostano/sostare/VERB/0/root a/a/ADP/6/case il/il/DET/6/det "
    "confine/confine/NOUN/3/obl con/con/ADP/8/case Ucraina/Ucraina/PROPN/6/nmod//B-LOC"
)
HANDED = (
    "Rossi/Rossi/PROPN/2/nsubj//B-PER consegna/consegnare/VERB/0/root una/uno/DET/4/det nota/nota/NOUN/2/obj "
    "a/a/ADP/6/case Parigi/Parigi/PROPN/2/obl//B-LOC"
)
SEA = (
    "La/il/DET/2/det nave/nave/NOUN/3/nsubj entra/entrare/VERB/0/root in/in/ADP/6/case il/il/DET/6/det "
    "Mar/mare/PROPN/3/obl Nero/nero/PROPN/6/flat"
)
UNKNOWN = (
    "Gli/il/DET/2/det scontri/scontro/NOUN/3/nsubj proseguono/proseguire/VERB/0/root a/a/ADP/5/case "
    "Zurbagan/Zurbagan/PROPN/3/obl//B-LOC"
)
STATE = "La/il/DET/2/det guerra/guerra/NOUN/0/root in/in/ADP/4/case Siria/Siria/PROPN/2/nmod//B-LOC"


def test_the_place_below_a_verb() -> None:
    found = place(MEET, 3)
    assert found is not None
    assert (found.name, found.country, found.span.text) == ("Geneva", "CHE", "Ginevra")
    assert found.latitude == pytest.approx(46.2, abs=0.1)
    assert found.longitude == pytest.approx(6.15, abs=0.1)


def test_the_place_below_a_noun() -> None:
    found = place(TALKS, 1, places=frozenset({3}))
    assert found is not None
    assert (found.name, found.country) == ("Vienna", "AUT")


def test_the_noun_before_a_name_belongs_to_the_place() -> None:
    found = place(BORDER, 2, actors={7: "UKR"})
    assert found is not None
    assert (found.name, found.country, found.span.text) == ("Ukraine", "UKR", "confine con Ucraina")
    assert found.latitude is None


def test_a_government_is_no_place() -> None:
    assert place(HANDED, 1, actors={5: "FRA"}) is None


def test_waters_have_no_country() -> None:
    found = place(SEA, 2)
    assert found is not None
    assert (found.name, found.country, found.span.text) == ("Black Sea", None, "Mar Nero")


def test_a_place_that_no_table_knows_keeps_its_name() -> None:
    found = place(UNKNOWN, 1)
    assert found is not None
    assert (found.name, found.country, found.latitude) == ("Zurbagan", None, None)


def test_a_state_is_a_place_where_it_is_read_as_one() -> None:
    found = place(STATE, 1, actors={3: "SYR"}, places=frozenset({3}))
    assert found is not None
    assert (found.name, found.country) == ("Syria", "SYR")


def test_no_place_where_none_is_said() -> None:
    assert place(HANDED, 3, actors={5: "FRA"}) is None
    assert PlaceIndex().place_of(0, 0) is None


def test_a_person_who_bears_the_name_of_a_city_is_no_place() -> None:
    document, sentences = sentences_from_rows(
        "Vladimir/Vladimir/PROPN/3/nsubj//B-LOC Roe/Roe/PROPN/1/flat//B-PER spoke/speak/VERB/0/root", language="en"
    )
    assert [hit.place.name for hit in find_place_hits(document, sentences[0])] == []


def test_a_place_behind_the_names_of_those_who_met_and_not_where_one_of_them_is_of() -> None:
    named = (
        "Colloqui/colloquio/NOUN/0/root tra/tra/ADP/3/case Rossi/Rossi/PROPN/1/nmod//B-PER e/e/CCONJ/5/cc "
        "Bianchi/Bianchi/PROPN/3/conj//B-PER ad/a/ADP/7/case Atene/Atene/PROPN/5/nmod//B-LOC"
    )
    found = place(named, 0, places=frozenset({6}))
    assert found is not None and found.name == "Athens"
    owned = (
        "I/il/DET/2/det colloqui/colloquio/NOUN/8/nsubj con/con/ADP/5/case i/il/DET/5/det ribelli/ribelle/NOUN/2/nmod "
        f"di/di/ADP/7/case Aleppo/Aleppo/PROPN/5/nmod//B-LOC cominciano/cominciare/VERB/0/root/{FIN} a/a/ADP/10/case "
        "Ginevra/Ginevra/PROPN/8/obl//B-LOC"
    )
    found = place(owned, 1, places=frozenset({6, 9}))
    assert found is not None and found.name == "Geneva"


def test_where_a_direction_leads_is_a_place_though_it_may_act_elsewhere() -> None:
    document, sentences = sentences_from_rows(HANDED, language="it")
    found = find_places(document, sentences, NamedActors({5: "FRA"}, frozenset()))
    start = document.text.index("a Parigi")
    to = found.place_in(0, document.span(start, len(document.text)))
    assert to is not None
    assert (found.place_of(0, 1), to.country) == (None, "FRA")
    assert found.place_in(0, document.span(0, start)) is None


def test_where_somebody_goes_next_is_not_where_it_was() -> None:
    row = (
        f"Roe/Roe/PROPN/2/nsubj//B-PER held/hold/VERB/0/root/{FIN} talks/talk/NOUN/2/obj then/then/ADV/5/advmod "
        f"flew/fly/VERB/2/conj/{FIN} to/to/ADP/7/case Amman/Amman/PROPN/5/obl//B-LOC"
    )
    assert place(row, 2, places=frozenset({6}), language="en") is None
    found = place(row, 4, places=frozenset({6}), language="en")
    assert found is not None
    assert found.name == "Amman"


def test_arms_are_no_place_of_their_name() -> None:
    row = f"Oslo/Oslo/PROPN/2/nsubj sammelt/sammeln/VERB/0/root/{FIN} {{}}/{{}}/NOUN/2/obj"
    assert place(row.format("Panzer", "Panzer"), 1, language="de") is None

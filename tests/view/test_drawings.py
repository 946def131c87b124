"""Fields with their words, networks and maps."""

from cronistoria.export.fields import fields_of
from cronistoria.model.query import EVERYTHING
from cronistoria.reference.base_map import load_base_map
from cronistoria.view.acquaintance import partners_of
from cronistoria.view.network import Network, Tie, layout, network_of
from cronistoria.view.places import ASPECT, map_of
from tests.view.made_book import made_book


def test_fields_carry_their_words() -> None:
    book = made_book()
    (call, *_) = [entry for entry in book.entries if entry.kind == "contact"]
    fields = {field.name: field for field in fields_of(book.chapter(call).tellings[0].record, book.speaker)}
    assert fields["duration"].value == "50 minutes"
    assert fields["duration"].span is not None and fields["duration"].span.text == "50"
    assert fields["requested_by"].span is None
    (threat,) = [entry for entry in book.entries if entry.type == "threat"]
    fields = {field.name: field for field in fields_of(book.chapter(threat).tellings[0].record, book.speaker)}
    assert fields["condition"].value == "in caso di invasione"
    assert "polarity" not in fields


def test_a_network_of_states_and_of_persons() -> None:
    book = made_book()
    seen = book.index.mask(EVERYTHING)
    states = network_of(book, seen, persons=False, most=10)
    assert [(tie.one, tie.other, tie.count) for tie in states.ties] == [("NOR", "PER", 2)]
    assert [book.entries[tie.latest].status for tie in states.ties] == ["upcoming"]
    persons = network_of(book, seen, persons=True, most=10)
    assert [(tie.one, tie.other, tie.count) for tie in persons.ties] == [("Q1", "Q2", 1)]
    assert network_of(book, seen, persons=False, most=1).nodes == ()
    assert network_of(book, seen & False, persons=False, most=10).ties == ()


def test_of_many_ties_the_strongest_of_each_party_are_drawn() -> None:
    hub = [Tie(one="a", other=other, count=9 - n, latest=0) for n, other in enumerate("bcdef")]
    weak = [Tie(one="b", other="c", count=2, latest=0), Tie(one="b", other="d", count=1, latest=0)]
    found = Network((), (*hub, *weak), 0)
    assert found.strongest(10) == found.ties
    assert [(tie.one, tie.other) for tie in found.strongest(1)] == [("a", other) for other in "bcdef"]
    assert found.strongest(2) == (*hub, *weak)


def test_a_layout_is_always_the_same_and_stays_inside() -> None:
    actors = tuple(f"a{n}" for n in range(20))
    weights = tuple((f"a{n}", f"a{n + 1}", n + 1) for n in range(19))
    places = layout(actors, weights)
    assert places == layout.__wrapped__(actors, weights)
    assert all(0 < x < 100 and 0 < y < 100 for x, y in places.values())
    assert len(set(places.values())) == 20
    assert layout(("a",), ()) == {"a": (50.0, 50.0)}


def test_partners() -> None:
    book = made_book()
    seen = book.index.mask(EVERYTHING)
    assert [(p.actor, len(p.positions)) for p in partners_of(book, "NOR", seen)] == [("PER", 2)]
    assert [(p.actor, len(p.positions)) for p in partners_of(book, "Q1", seen)] == [("Q2", 1)]


def test_a_map_of_no_known_place_shows_the_world() -> None:
    book = made_book()
    found = map_of(book, book.index.mask(EVERYTHING))
    assert (found.spots, found.unplaced) == ((), len(book.entries))
    assert len(found.outlines) > 500


def test_outlines_are_whole() -> None:
    base = load_base_map()
    assert all(outline.west < outline.east and outline.north < outline.south for outline in base.outlines)
    assert all(outline.path[0] == "M" and outline.path[-1] == "z" for outline in base.outlines)
    assert ASPECT > 1

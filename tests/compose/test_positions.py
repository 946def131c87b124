"""Position records from mentions: whose position it is, towards whom, and what is left out."""

from collections.abc import Sequence

import msgspec
import pytest

from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex
from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.placing import PlaceIndex
from cronistoria.compose.positions import PLOVER, compose_positions
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.document import Document, make_document
from cronistoria.model.mention import ConditionMention, Phrase, PositionMention
from cronistoria.model.record import PositionType, Statement
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.model.span import Span

TEXT = "Oslo avverte Quito : reagiremo se Lima attacca , il piano di Quito ( vicino a Lima )"
NORWAY = Actor(id="NOR", kind="state", name="Norway", country="NOR")
MINISTER = Actor(id="person:lund", kind="person", name="Lund", country="NOR")
ECUADOR = Actor(id="ECU", kind="state", name="Ecuador", country="ECU")
PERU = Actor(id="PER", kind="state", name="Peru", country="PER")
PAPER = Actor(id="outlet:gazzetta", kind="outlet", name="Gazzetta")
ENVOY = Actor(id="office:NOR/ambassador", kind="office", name="ambassador, Norway", country="NOR")
NAMES = {"Oslo": "NOR", "Quito": "ECU", "Lima": "PER", "attacca": "outlet:gazzetta"}


class Names(ActorIndex):
    """Every word is its own name."""

    def __init__(self) -> None:
        self.actors = (NORWAY, MINISTER, ECUADOR, PERU, PAPER, ENVOY)

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        if phrase.dropped:
            return (speaker,) if speaker else ()
        return (NAMES[phrase.span.text],) if phrase.span.text in NAMES else ()

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        word = TEXT.split()[token]
        return (NAMES[word],) if word in NAMES else ()

    def actor(self, actor_id: str) -> Actor:
        return next(a for a in self.actors if a.id == actor_id)


class Friday(DateIndex):
    """A deadline at the fifth word."""

    def __init__(self) -> None:
        pass

    def date_of(self, sentence: int, head: int) -> Date | None:
        return None

    def deadline_of(self, sentence: int, head: int) -> Date | None:
        return BY_FRIDAY if head == 4 else None


class Nowhere(PlaceIndex):
    """No place."""

    def __init__(self) -> None:
        pass

    def place_of(self, sentence: int, head: int) -> None:
        return None


BY_FRIDAY = Date(edtf="2021-12-10", start="2021-12-10", end="2021-12-11", precision="day", basis="document")


def document_and_sentence() -> tuple[Document, Sentence]:
    tokens, start = [], 0
    for index, form in enumerate(TEXT.split()):
        head = -1 if index == 0 else 0
        end = start + len(form)
        tokens.append(
            Token(index=index, form=form, lemma=form, upos="X", feats={}, head=head, deprel="dep", start=start, end=end)
        )
        start = end + 1
    return make_document(TEXT, language="it"), make_sentence(0, tuple(tokens))


def context() -> Context:
    document, sentence = document_and_sentence()
    return Context(
        document=document, sentences=(sentence,), actors=Names(), dates=Friday(), places=Nowhere(), sources=()
    )


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def phrase(words: str, *, dropped: bool = False) -> Phrase:
    return Phrase(0, TEXT.split().index(words.split()[0]), span(words), dropped)


def mention(type_: PositionType = "threat", **fields: object) -> PositionMention:
    given: dict[str, object] = {"by": (phrase("Oslo"),), "to": (), "about": 4, **fields}
    return msgspec.convert(
        {
            "sentence": 0, "head": 4, "trigger": span("reagiremo"), "evidence": (span(TEXT),), "rule": "position.test",
            "confidence": 0.5, "type": type_, "content": span("reagiremo"), **given,
        },
        PositionMention,
    )  # fmt: skip


def statement(speaker: str | None, words: str = TEXT) -> Statement:
    return Statement(
        id="statement:1", plover=None, cameo=None, score=None, actors=(), recipients=(), date=None, place=None,
        polarity="affirmed", modality="asserted", attribution=(), evidence=(span(words),), trigger=span("avverte"),
        confidence=0.5, rule="statement.test", speaker=speaker, speaker_label=None, on_behalf_of=None,
        form="indirect", cue=None, cue_span=None, content=span(words), audience=(), via=None,
    )  # fmt: skip


def parties(
    found: PositionMention, statements: Sequence[Statement] = ()
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(r.actors, r.recipients) for r in compose_positions([found], context(), statements)]


def test_those_named_take_the_position() -> None:
    assert parties(mention(to=(phrase("Quito"),))) == [(("NOR",), ("ECU",))]


def test_own_words_belong_to_the_innermost_speaker() -> None:
    around = [statement("ECU"), statement("person:lund", "reagiremo se Lima attacca")]
    assert parties(mention(by=()), around) == [(("person:lund",), ())]


def test_what_several_say_is_the_position_of_all() -> None:
    said = msgspec.structs.replace(statement("ECU"), actors=("ECU", "NOR"))
    assert parties(mention(by=()), [said]) == [(("ECU", "NOR"), ())]


def test_own_words_of_nobody_known_are_left_out() -> None:
    assert parties(mention(by=())) == []
    assert parties(mention(by=()), [statement(None)]) == []


def test_the_speaker_named_in_the_sentence_comes_first() -> None:
    assert parties(mention(by=(), speaker=phrase("Quito")), [statement("NOR")]) == [(("ECU",), ())]


def test_a_deed_of_ones_own_side_needs_a_speaker_of_that_side() -> None:
    assert parties(mention(side="own"), [statement("person:lund")]) == [(("NOR",), ())]
    assert parties(mention(side="own"), [statement("ECU")]) == []


def test_a_report_tells_a_threat_with_its_condition_in_its_own_words() -> None:
    condition = ConditionMention(phrase("Quito").span, "if")
    told = msgspec.structs.replace(mention("threat", side="own"), condition=condition)
    assert parties(told) == [(("NOR",), ())]
    assert parties(msgspec.structs.replace(told, condition=None)) == []
    assert parties(told, [statement("ECU")]) == []


def test_an_accusation_needs_another_side() -> None:
    accused = mention("accusation", by=(), to=(phrase("Quito"),), side="other")
    assert parties(accused, [statement("person:lund")]) == [(("person:lund",), ("ECU",))]
    assert parties(accused, [statement("ECU")]) == []


def test_an_unnamed_speaker_speaks_for_the_power_that_is_to_act() -> None:
    told = context()
    tokens = list(told.sentences[0].tokens)
    tokens[6] = msgspec.structs.replace(tokens[6], head=4, deprel="nsubj")
    spoken = msgspec.structs.replace(told, sentences=(make_sentence(0, tuple(tokens)),))
    unnamed = mention("refusal", by=(phrase("se"),), to=(phrase("Lima"),))
    (record,) = compose_positions([unnamed], spoken, [])
    assert (record.actors, record.recipients) == (("PER",), ())
    (record,) = compose_positions([mention("refusal", to=(phrase("Lima"),))], spoken, [])
    assert (record.actors, record.recipients) == (("NOR",), ("PER",))


def test_nobody_is_his_own_recipient() -> None:
    assert parties(mention(to=(phrase("Oslo"), phrase("Quito")))) == [(("NOR",), ("ECU",))]


def test_names_inside_a_phrase_are_recipients_where_the_phrase_is_none() -> None:
    assert parties(mention(to=(phrase("reagiremo se Lima"),))) == [(("NOR",), ("PER",))]


def test_the_one_whom_the_condition_is_up_to_is_the_recipient() -> None:
    condition = ConditionMention(span("se Lima attacca"), "if")
    assert parties(mention(condition=condition, hinge=phrase("Lima"))) == [(("NOR",), ("PER",))]


def test_the_holders_of_an_answered_position_are_recipients() -> None:
    assert parties(mention("warning", to=(phrase("avverte"),), answers=(phrase("Quito"),))) == [(("NOR",), ("ECU",))]


def test_outlets_take_no_position() -> None:
    assert parties(mention(to=(phrase("attacca"),))) == [(("NOR",), ())]


def test_condition_consequence_and_deadline_are_kept() -> None:
    condition = ConditionMention(span("se Lima attacca"), "if")
    (record,) = compose_positions([mention(condition=condition, consequence=span("reagiremo"))], context(), [])
    assert record.condition is not None
    assert (record.condition.span.text, record.condition.sense) == ("se Lima attacca", "if")
    assert record.consequence == span("reagiremo")
    assert record.deadline == BY_FRIDAY
    assert (record.plover, record.cameo, record.score) == (PLOVER["threat"], "130", -3.5)


@pytest.mark.parametrize("type_", list(PLOVER))
def test_every_type_has_a_score(type_: PositionType) -> None:
    (record,) = compose_positions([mention(type_)], context(), [])
    assert record.score is not None
    assert record.cameo is not None


def test_harm_that_the_own_side_is_to_do_is_a_threat() -> None:
    own, others = mention("warning", foretold=phrase("Oslo")), mention("warning", foretold=phrase("Quito"))
    found = [compose_positions([m], context(), [])[0].type for m in (own, others)]
    assert found == ["threat", "warning"]
    denied = mention("warning", foretold=phrase("Oslo"), own_type="refusal")
    assert compose_positions([denied], context(), [])[0].type == "refusal"


def test_an_order_to_the_own_side_is_no_demand() -> None:
    assert parties(mention("demand", order=True)) == []
    assert parties(mention("demand", order=True, to=(phrase("Quito"),))) == [(("NOR",), ("ECU",))]


def test_the_label_before_an_answer_is_no_content() -> None:
    whole = TEXT[: TEXT.index("reagiremo") + len("reagiremo")]
    answer = msgspec.structs.replace(statement("RUS", TEXT[TEXT.index("reagiremo") :]), form="direct")
    found = mention(content=Span(0, len(whole), whole))
    (record,) = compose_positions([found], context(), [answer])
    assert record.content.text == "reagiremo"


def test_an_office_of_the_own_side_is_told_of_and_not_addressed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "Quito", ENVOY.id)
    assert parties(mention(to=(phrase("Quito"),))) == [(("NOR",), ())]
    assert parties(mention("demand", to=(phrase("Quito"),))) == [(("NOR",), (ENVOY.id,))]


def test_nothing_is_demanded_where_only_a_party_is_named() -> None:
    assert parties(mention("demand", to=(phrase("Quito"),), content=span("Quito"))) == []
    assert parties(mention("demand", to=(phrase("Quito"),), content=span("Lima"))) == [(("NOR",), ("ECU",))]


def test_what_stands_in_brackets_is_not_addressed() -> None:
    (record,) = compose_positions([mention(to=(phrase("piano di Quito ( vicino a Lima )"),))], context(), [])
    assert record.recipients == ("ECU",)

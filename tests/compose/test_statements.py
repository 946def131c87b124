"""Statement records from mentions: speakers who are not spoken, labels, layers of attribution."""

import msgspec

from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex
from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.placing import PlaceIndex
from cronistoria.compose.statements import compose_statements, with_tellers
from cronistoria.model.actor import Actor, ActorMention
from cronistoria.model.document import make_document
from cronistoria.model.mention import Phrase, QuoteMention, Source
from cronistoria.model.record import Statement
from cronistoria.model.sentence import Token, make_sentence
from cronistoria.model.span import Span

TEXT = "Oslo parla : pace . Lima tace . ha aggiunto : guerra . il “portavoce” , ieri lui"
NAMES = {"Oslo": "NOR", "Lima": "PER", "Gazzetta": "outlet:gazzetta"}
KINDS = {"NOR": "state", "PER": "state", "outlet:gazzetta": "outlet"}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def phrase(words: str, *, dropped: bool = False) -> Phrase:
    return Phrase(0, TEXT.split().index(words.split()[0]), span(words), dropped)


class Names(ActorIndex):
    """Names stand for themselves; an unspoken subject, for ``unspoken``."""

    def __init__(self, unspoken: str | None) -> None:
        self._unspoken = unspoken
        self.actors = tuple(self.actor(i) for i in KINDS)

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        found = self._unspoken if phrase.dropped else NAMES.get(phrase.span.text)
        return (found,) if found else ()

    def actor(self, actor_id: str) -> Actor:
        names = [n for n, i in NAMES.items() if i == actor_id and n in TEXT]
        spans = tuple(ActorMention(TEXT.index(n), TEXT.index(n) + len(n), n) for n in names)
        node = {"id": actor_id, "kind": KINDS[actor_id], "name": actor_id.lower()}
        return msgspec.structs.replace(msgspec.convert(node, Actor), mentions=spans)


class Never(DateIndex):
    """No date."""

    def __init__(self) -> None:
        pass

    def date_of(self, sentence: int, head: int) -> None:
        return None


class Nowhere(PlaceIndex):
    """No place."""

    def __init__(self) -> None:
        pass

    def place_of(self, sentence: int, head: int) -> None:
        return None


def context(*, unspoken: str | None = None, sources: tuple[Source, ...] = ()) -> Context:
    tokens, start = [], 0
    for index, form in enumerate(TEXT.split()):
        upos = "PRON" if form == "lui" else "NOUN"
        head, end = -1 if index == 0 else 0, start + len(form)
        tokens.append(
            Token(
                index=index,
                form=form,
                lemma=form.lower(),
                upos=upos,
                feats={},
                head=head,
                deprel="dep",
                start=start,
                end=end,
            )
        )
        start = end + 1
    document, sentence = make_document(TEXT, language="it"), make_sentence(0, tuple(tokens))
    return Context(
        document=document,
        sentences=(sentence,),
        actors=Names(unspoken),
        dates=Never(),
        places=Nowhere(),
        sources=sources,
    )


def mention(content: str, speaker: Phrase | None, *, cue: str = "parla", **fields: object) -> QuoteMention:
    found = QuoteMention(
        sentence=0, head=0, trigger=span(cue), evidence=(span(content),), rule="statement.test", confidence=0.5,
        content=span(content), form="direct", speaker=speaker, cue=cue, cue_span=span(cue),
    )  # fmt: skip
    return msgspec.structs.replace(found, **fields)


FIRST = mention("pace", phrase("Oslo"))
AGAIN = mention("guerra", phrase("ha", dropped=True), cue="aggiunto")


def speakers(found: list[Statement]) -> list[str | None]:
    return [s.speaker for s in found]


def test_who_is_not_spoken_is_who_spoke_last() -> None:
    assert speakers(compose_statements([FIRST, AGAIN], context())) == ["NOR", "NOR"]


def test_unless_somebody_else_was_told_of_since() -> None:
    assert speakers(compose_statements([FIRST, AGAIN], context(unspoken="PER"))) == ["NOR", "PER"]


def test_according_to_somebody_is_said_who_stands_before_the_marks() -> None:
    told = mention("tace", phrase("Oslo"), cue="parla", form="partial", rule="statement.partial.according")
    assert speakers(compose_statements([told, AGAIN], context(unspoken="PER"))) == ["NOR", "NOR"]


def test_an_unspoken_teller_is_the_same_as_source() -> None:
    who = phrase("ha", dropped=True)
    told = Source(who=who, label=who.span, cue="aggiungere", span=who.span, scope=span("guerra"))
    found = with_tellers([FIRST, AGAIN], context(unspoken="outlet:gazzetta", sources=(told,)))
    assert [a.source for a in found.attribution_of(span("guerra"))] == ["NOR"]


def test_nobody_spoke_before_the_first() -> None:
    assert speakers(compose_statements([AGAIN], context())) == [None]


def test_those_who_say_it_together_are_its_actors() -> None:
    (statement,) = compose_statements([mention("pace", phrase("Oslo"), together=(phrase("Lima"),))], context())
    assert (statement.speaker, statement.actors) == ("NOR", ("NOR", "PER"))


def test_labels_are_names_without_marks_and_insertions() -> None:
    (statement,) = compose_statements([mention("pace", phrase("il “portavoce” , ieri"))], context())
    assert statement.speaker_label == "il portavoce"


def test_pronouns_and_unspoken_subjects_are_labelled_by_name() -> None:
    made = compose_statements([FIRST, AGAIN, mention("tace", phrase("lui"))], context())
    assert [s.speaker_label for s in made] == ["Oslo", "nor", None]


def test_indirect_speech_of_nobody_is_no_statement() -> None:
    assert compose_statements([mention("pace", phrase("tace"), form="indirect")], context()) == []
    assert compose_statements([mention("pace", None, form="indirect")], context()) == []


def test_what_is_told_according_to_an_unknown_source_is_no_statement() -> None:
    told = mention("pace", phrase("ha"), form="indirect", rule="statement.indirect.told")
    assert compose_statements([told], context()) == []


def source(who: str, scope: str, cue: str) -> Source:
    return Source(who=phrase(who), label=span(who), cue=cue, span=span(who), scope=span(scope))


def test_each_source_is_one_layer_and_the_speaker_is_none() -> None:
    wide, narrow = "Oslo parla : pace . Lima tace", "parla : pace"
    layers = (source("Oslo", wide, "dire"), source("Lima", wide, "dire"), source("Lima", narrow, "ribadire"))
    (statement,) = compose_statements([mention("pace", phrase("Oslo"))], context(sources=layers))
    assert [(a.label, a.cue) for a in statement.attribution] == [("Lima", "dire")]


def test_words_that_name_the_speaker_again_are_evidence() -> None:
    back = source("Lima", "parla : pace", "confermare")
    (statement,) = compose_statements([mention("pace", phrase("Lima"))], context(sources=(back,)))
    assert [e.text for e in statement.evidence] == ["pace", "Lima"]

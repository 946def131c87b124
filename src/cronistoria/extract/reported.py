"""Whole sentences in the mood of reported speech: "Russland müsse abziehen." after what somebody said.

A page comes in, indirect statements go out; their speaker is whoever was heard last.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import UNSAID, Stage
from cronistoria.extract.speakers import can_speak, speaker_of
from cronistoria.extract.vouching import segment
from cronistoria.model.mention import Phrase, QuoteMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

RULE, CONFIDENCE = "statement.indirect.mood", 0.7
MAIN = frozenset({"root", "parataxis", "conj"})
LEAST_CONTENT = 3


def find_reported(page: Page) -> Iterator[QuoteMention]:
    """The sentences that no cue reports and whose mood says that somebody else is heard in them."""
    follows, last = False, None
    for stage in page.stages:
        if _is_put_to_somebody(stage):
            continue
        root = stage.sentence.root
        carrier = tree.finite_form(stage.sentence, root)
        mood = carrier.feats.get("Mood")
        heard = mood == "Qot" or (mood == "Cnd" and follows and not _is_expected(stage, carrier))
        speaker = _speaker(page, stage)
        content = _content(page, stage, root) if heard and speaker is None else None
        follows = speaker is not None or content is not None
        if content is not None:
            yield _mention(stage, carrier, content, last)
        last = speaker or last


def _is_expected(stage: Stage, carrier: Token) -> bool:
    """Whether a modal in the conditional only tells what is to be expected ("dovrebbe arrivare lunedì")."""
    expecting = stage.grammar.conditional_is_hearsay and carrier.upos == "AUX"
    return expecting and bool(carrier.keys & (stage.grammar.necessity | stage.grammar.possibility))


def _is_put_to_somebody(stage: Stage) -> bool:
    """Whether a sentence is a question in the words of who tells of it: "Ob sie mit Oslo gesprochen habe?"."""
    words = [t for t in stage.sentence.tokens if not set(t.form) <= tree.EDGE_MARKS]
    asked = any(t.form == "?" for t in stage.sentence.tokens[-2:])
    return asked and bool(words) and words[0].upos == "SCONJ"


def _speaker(page: Page, stage: Stage) -> Phrase | None:
    """Who is heard in a sentence by a cue or a source of its own."""
    opens = stage.sentence.tokens[0].lower in stage.words.as_marks
    main = MAIN | {"advcl"} if opens else MAIN
    cues = [c for c in stage.cues if c.token.relation in main and c.modality not in UNSAID]
    speakers = [speaker_of(stage, cue) for cue in reversed(cues)]
    sources = [v.who for v in page.vouchings_in(stage) if v.kind == "according"]
    return next((who for who in (*speakers, *sources) if who is not None and _is_somebody(stage, who)), None)


def _is_somebody(stage: Stage, who: Phrase) -> bool:
    return not who.dropped and can_speak(stage, stage.sentence.tokens[who.head])


def _content(page: Page, stage: Stage, root: Token) -> Span | None:
    """The sentence without the marks at its ends, unless words in quotation marks stand in it or around it."""
    first, last = segment(stage, root.index)
    tokens = list(stage.sentence.tokens[first : last + 1])
    while tokens and set(tokens[0].form) <= tree.EDGE_MARKS:
        tokens = tokens[1:]
    while tokens and set(tokens[-1].form) <= tree.EDGE_MARKS:
        tokens = tokens[:-1]
    if len(tokens) < LEAST_CONTENT or page.enclosing(tokens[0].start) is not None:
        return None
    return stage.document.span(tokens[0].start, max(t.end for t in tokens))


def _mention(stage: Stage, carrier: Token, content: Span, last: Phrase | None) -> QuoteMention:
    return QuoteMention(
        sentence=stage.sentence.index,
        head=carrier.index,
        trigger=tree.token_span(stage.document, carrier),
        evidence=(tree.sentence_span(stage.document, stage.sentence),),
        rule=RULE,
        confidence=CONFIDENCE,
        content=content,
        form="indirect",
        speaker=last or tree.dropped_subject(stage.document, stage.sentence, carrier),
        cue=None,
        cue_span=None,
    )

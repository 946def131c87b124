"""A voice: who says marked words, by which cue; and what the modules that look for one ask of a cue.

A cue or a word comes in; a voice, or the first word of its segment, goes out.
"""

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.pages import SENTENCE_ENDS
from cronistoria.extract.reporting import Cue, Stage
from cronistoria.extract.speakers import can_speak, speaker_of
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Who says marked words, by which cue, and how that was seen."""

    how: str
    speaker: Phrase | None
    cue: Cue | None = None
    span: Span | None = None
    stage: Stage | None = None


def is_verb(token: Token) -> bool:
    """Whether a word is a finite verb or an auxiliary."""
    return token.upos in ("VERB", "AUX") and token.feats.get("VerbForm", "Fin") == "Fin"


def voice_of(stage: Stage, cue: Cue, how: str) -> Voice | None:
    """A cue's voice; that of the cue above it in the tree if this one is said of a thing ("sarebbe considerato")."""
    speaker = speaker_of(stage, cue)
    if speaker is not None and (speaker.dropped or can_speak(stage, stage.sentence.tokens[speaker.head])):
        return Voice(how=how, speaker=speaker, cue=cue, stage=stage)
    by_token = {c.token.index: c for c in stage.cues}
    above = (by_token[t.index] for t in tree.ancestors(stage.sentence, cue.token) if t.index in by_token)
    for outer in above:
        told = speaker_of(stage, outer)
        if told is not None and (told.dropped or can_speak(stage, stage.sentence.tokens[told.head])):
            return Voice(how=how, speaker=told, cue=outer, stage=stage)
    return Voice(how=how, speaker=speaker, cue=cue, stage=stage) if speaker is not None else None


def segment_start(stage: Stage, index: int) -> int:
    """The first word of the sentence that leads up to a word, also where the splitter went on."""
    tokens = stage.sentence.tokens
    while index > 0 and tokens[index - 1].form not in SENTENCE_ENDS:
        if "\n" in stage.text_between(tokens[index - 1].end, tokens[index].start):
            break
        index -= 1
    return index

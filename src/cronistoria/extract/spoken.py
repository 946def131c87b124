"""The voice of a turn in a conversation: whom its label names, who is said to say it, or who answers.

A turn of a page comes in, its voice goes out; without a speaker where nothing tells who it is.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract.carried import interviewed
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import UNSAID, Cue, Stage
from cronistoria.extract.speakers import speaker_of, subject_behind
from cronistoria.extract.turns import Turn, opens_aside
from cronistoria.extract.voice import Voice
from cronistoria.extract.voices import voice_behind
from cronistoria.model.mention import Phrase

_LEAST_ANSWERS = 2


def voice_of_turn(page: Page, marked: Marked, turn: Turn, last: tuple[Marked, Voice] | None) -> Voice:
    """``last``: the words in the report that were given to somebody before."""
    if turn.speaker is not None:
        return Voice(how="label", speaker=turn.speaker)
    if turn.cued:
        found = _reported(page, marked)
        if found is not None and found.speaker is not None and found.speaker.dropped:
            return msgspec.structs.replace(found, speaker=_named_answerer(page, turn))
        if found is not None and turn.answers and _is_described(page, found.speaker):
            found = msgspec.structs.replace(found, speaker=_named_answerer(page, turn) or found.speaker)
        if found is None and turn.goes_on and last is not None and last[0].start >= turn.line:
            return Voice(how="carried", speaker=last[1].speaker)
        return found or Voice(how="bare", speaker=None)
    return Voice(how="answer", speaker=_answerer(page, turn))


def _reported(page: Page, marked: Marked) -> Voice | None:
    """The voice of the reporting word beside or between the words of a turn."""
    return voice_behind(page, marked) or _between_commas(page, marked)


def _between_commas(page: Page, marked: Marked) -> Voice | None:
    """ "We stay, says the envoy. They go.": whoever stands behind the verb, or between its helper and it."""
    for stage in dict.fromkeys(stage for stage, _ in page.tokens_in(marked.start, marked.end)):
        for cue in stage.cues:
            fits = "says" in cue.kinds and cue.modality not in UNSAID and page.enclosing(cue.span.start) is marked
            if fits and opens_aside(stage, cue.token):
                return Voice(how="inserted", speaker=_inverted(stage, cue), cue=cue, stage=stage)
    return None


def _inverted(stage: Stage, cue: Cue) -> Phrase | None:
    """The subject behind a reporting verb, or the pronoun right before it ("a-t-elle dit")."""
    tokens = stage.sentence.tokens
    behind = subject_behind(stage, cue.token)
    before = [t for t in tokens[max(cue.token.index - 2, 0) : cue.token.index] if t.relation == "nsubj"]
    subject = behind if behind is not None and behind.upos in ("NOUN", "PROPN") else next(iter(before), None)
    return stage.phrase(subject) if subject is not None else speaker_of(stage, cue, inverted=True)


def _answerer(page: Page, turn: Turn) -> Phrase | None:
    """Who answers without a reporting word: whoever is named as answering nearby, or else the person interviewed."""
    if found := _named_answerer(page, turn):
        return found
    talks = sum(each.answers for each in page.turns) >= _LEAST_ANSWERS
    return (interviewed(page, page.turns[0].line) if talks else None) or _nearest(
        list(_said_to_answer(page)), turn.start
    )


def _named_answerer(page: Page, turn: Turn) -> Phrase | None:
    named = [answer for answer in _said_to_answer(page) if _is_named(page, answer[1])]
    found = _nearest(named, turn.start)
    return _in_full(page, found) if found is not None else None


def _is_described(page: Page, phrase: Phrase | None) -> bool:
    """Whether a speaker has no name and is known all the same: a pronoun, or a noun that nothing makes indefinite."""
    if phrase is None or phrase.dropped or _is_named(page, phrase):
        return False
    sentence = page.stages[phrase.sentence].sentence
    head = sentence.tokens[phrase.head]
    return not any(
        c.feats.get("Definite") == "Ind" or c.feats.get("PronType") == "Ind" for c in sentence.children(head)
    )


def _nearest(answers: Sequence[tuple[int, Phrase]], offset: int) -> Phrase | None:
    """The last speaker before an offset, or else the first one behind it."""
    before = [phrase for start, phrase in answers if start < offset]
    after = [phrase for start, phrase in answers if start > offset]
    return before[-1] if before else after[0] if after else None


def _said_to_answer(page: Page) -> Iterator[tuple[int, Phrase]]:
    for marked in page.marks:
        turn = page.turns[marked.turn] if marked.turn is not None else None
        if turn is not None and turn.cued and turn.answers and not turn.goes_on:
            voice = _reported(page, marked)
            if voice is not None and voice.speaker is not None and not voice.speaker.dropped:
                yield turn.start, voice.speaker


def _is_named(page: Page, phrase: Phrase) -> bool:
    return any(token.upos == "PROPN" for _, token in page.tokens_in(phrase.span.start, phrase.span.end))


def _in_full(page: Page, phrase: Phrase) -> Phrase:
    """The first mention of the same name, where a person is introduced."""
    (*_, last) = (token for _, token in page.tokens_in(phrase.span.start, phrase.span.end))
    same = ((s, t) for s in page.stages for t in s.sentence.tokens if t.entity == "I-PER" and t.lower == last.lower)
    found = next(same, None)
    return found[0].phrase(found[1]) if found is not None else phrase

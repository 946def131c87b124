"""The voice of marked words that no reporting word stands by: carried over from the sentence or the quotation before.

Marked words of a page and the quotation before them come in, their voice goes out.
"""

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import SENTENCE_ENDS, Page
from cronistoria.extract.reporting import UNSAID, Stage
from cronistoria.extract.speakers import speaker_of
from cronistoria.extract.voice import Voice, segment_start
from cronistoria.extract.voices import first_subject
from cronistoria.model.mention import Phrase
from cronistoria.model.record import StatementForm
from cronistoria.model.sentence import Token


def carried_voice(page: Page, marked: Marked, form: StatementForm, last: tuple[Marked, Voice] | None) -> Voice | None:
    """The speaker of the sentence or the quotation before, where nothing or little of the reporter's stands between."""
    text = page.document.text
    if form == "partial":
        if last is None:
            return None
        between = text[last[0].outer_end : marked.outer_start]
        same = not any(c in SENTENCE_ENDS or c == "\n" for c in between) and len(between) < 120
        return msgspec.structs.replace(last[1], how="carried") if same else None
    speaker = _told_before(page, marked, last[0].outer_end if last is not None else 0)
    if speaker is None and last is not None:
        between = text[last[0].outer_end : marked.outer_start]
        near = len(between) <= 400 and sum(c in SENTENCE_ENDS for c in between) <= 2
        speaker = last[1].speaker if near else None
    speaker = speaker or _interviewed(page, marked)
    return Voice(how="carried", speaker=speaker, stage=None) if speaker is not None else None


def _told_before(page: Page, marked: Marked, earliest: int) -> Phrase | None:
    """Who speaks, or else which person is told of, in the sentence before the marks, in the same paragraph."""
    at = page.token_at(marked.outer_start - 1) if marked.outer_start else None
    if at is None or not page.ends_sentence(marked.outer_start) or marked.parent is not None:
        return None
    stage, last = at
    if (last.index == 0 and last.form in SENTENCE_ENDS) or "\n" in page.document.text[last.end : marked.outer_start]:
        return None
    first = segment_start(stage, last.index - 1 if last.form in SENTENCE_ENDS else last.index)
    if stage.sentence.tokens[first].start < earliest:
        return None
    cues = [c for c in stage.cues if first <= c.token.index <= last.index and "says" in c.kinds]
    cues = [c for c in cues if c.modality not in UNSAID and page.enclosing(c.span.start) is None]
    if cues and (speaker := speaker_of(stage, cues[0])) is not None:
        return speaker
    subject = first_subject(stage.sentence.tokens[first : last.index + 1])
    return stage.phrase(subject) if subject is not None and subject.entity.endswith("PER") else None


def _interviewed(page: Page, marked: Marked) -> Phrase | None:
    """The person who answers, where words in marks are whole paragraphs or stand in the title."""
    titled = "\n" not in page.document.text[: marked.outer_start].lstrip()
    answers = page.is_interview and (page.fills_lines(marked) or titled)
    return interviewed(page, len(page.document.text)) if answers else None


def interviewed(page: Page, end: int) -> Phrase | None:
    """Whom a report of questions and answers is about: the first person who does something in it up to an offset.

    That is somebody whom the report calls interviewed, or who is named outside of the questions and answers.

    Where nobody is named, it is the first one of an office whose owner is told ("interview with Chile's minister").
    """
    people = [(s, t) for s in page.stages for t in s.sentence.tokens if t.entity == "B-PER" and t.start < end]
    told = [p for p in people if page.enclosing(p[1].start) is None and p[0].sentence.tokens[-1].form != "?"] or people
    asked = next((p for p in people if _is_interviewed(*p)), None)
    doing = next((p for p in told if p[1].relation == "nsubj"), None)
    found = asked or doing or next(iter(told), None) or _holder(page, end)
    return found[0].phrase(found[1]) if found is not None else None


def _is_interviewed(stage: Stage, person: Token) -> bool:
    """Whether a person stands below the word for an interview ("intervista | al ministro Rossi")."""
    above = stage.sentence.parent(person)
    while above is not None and above.upos in ("NOUN", "PROPN") and not above.keys & stage.words.interviews:
        above = stage.sentence.parent(above)
    return above is not None and bool(above.keys & stage.words.interviews)


def _holder(page: Page, end: int) -> tuple[Stage, Token] | None:
    """The first singular noun of a person with an owner beside it, up to an offset."""
    for stage in page.stages:
        for token in stage.sentence.tokens:
            one = token.upos == "NOUN" and token.start < end and token.feats.get("Number") != "Plur"
            if one and token.keys & stage.words.persons and tree.children_by(stage.sentence, token, "nmod", "amod"):
                return stage, token
    return None

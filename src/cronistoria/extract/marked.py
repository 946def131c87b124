"""Words in quotation marks, what they are and who says them.

A page comes in, mentions go out in text order. Marked words without any reporting are kept without a speaker; names
and titles in marks are no quotations.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.carried import carried_voice
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import Cue, Stage, audience_of, principal_of
from cronistoria.extract.spoken import voice_of_turn
from cronistoria.extract.voice import Voice, is_verb
from cronistoria.extract.voices import cue_beside, find_voice, said_behind
from cronistoria.model.mention import QuoteMention
from cronistoria.model.record import StatementForm
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

CONFIDENCE = {
    "inserted": 0.95, "before": 0.9, "behind": 0.9, "heading": 0.8, "according": 0.8, "sentence": 0.75,
    "label": 0.9, "carried": 0.7, "answer": 0.7, "noun": 0.6, "bare": 0.4,
}  # fmt: skip


def find_marked_quotes(page: Page) -> Iterator[QuoteMention]:
    """The quotations in marks, in text order."""
    last: tuple[Marked, Voice] | None = None
    for marked in page.marks:
        inside = page.tokens_in(marked.start, marked.end)
        if inside and marked.turn is not None:
            voice = voice_of_turn(page, marked, page.turns[marked.turn], last)
            yield _mention(page, marked, inside, "direct", voice)
            last = (marked, voice) if voice.speaker is not None else last
            continue
        if not inside or is_name(page, marked, inside) or page.is_code(marked):
            continue
        form = _form(page, marked, inside)
        found = find_voice(page, marked, inside, form) or carried_voice(page, marked, form, last)
        if found is None and form == "direct" and marked.parent is not None:
            continue
        voice = found or Voice(how="bare", speaker=None)
        yield _mention(page, marked, inside, form, voice)
        if voice.speaker is not None and marked.parent is None:
            last = (marked, voice)


def _mention(
    page: Page, marked: Marked, inside: list[tuple[Stage, Token]], form: StatementForm, voice: Voice
) -> QuoteMention:
    stage, head = inside[0]
    cue = voice.cue
    content = page.document.span(marked.start, marked.end)
    spans = [tree.sentence_span(page.document, s.sentence) for s in dict.fromkeys(s for s, _ in inside)]
    spans = [content] if len(spans) > 1 else spans
    if voice.stage is not None and voice.stage is not stage:
        spans.append(tree.sentence_span(page.document, voice.stage.sentence))
    elif cue is not None and not any(span.contains(cue.span) for span in spans):
        spans.append(_cue_words(page, voice, cue))
    where = voice.stage if voice.stage is not None else stage
    return QuoteMention(
        sentence=cue.sentence if cue else stage.sentence.index,
        head=cue.token.index if cue else head.index,
        trigger=cue.span if cue else content,
        evidence=tuple(dict.fromkeys(spans)),
        polarity=cue.polarity if cue else "affirmed",
        modality="hearsay" if cue and cue.modality == "hearsay" else "asserted",
        rule=f"statement.{form}.{voice.how}",
        confidence=CONFIDENCE[voice.how],
        content=content,
        form=form,
        speaker=voice.speaker,
        cue=cue.lemma if cue else None,
        cue_span=cue.span if cue else voice.span,
        audience=audience_of(where, cue) if cue else (),
        on_behalf_of=principal_of(where, voice.speaker),
    )


def _cue_words(page: Page, voice: Voice, cue: Cue) -> Span:
    """The cue with its speaker."""
    who = voice.speaker
    if who is None or who.sentence != cue.sentence:
        return cue.span
    return page.document.span(min(who.span.start, cue.span.start), max(who.span.end, cue.span.end))


def is_name(page: Page, marked: Marked, inside: list[tuple[Stage, Token]]) -> bool:
    """Whether marked words are a name or a title, and nobody's words."""
    stage, first = inside[0]
    if (
        len(inside) == 1
        and first.form[:1].isupper()
        and first.index
        and stage.sentence.tokens[first.index - 1].upos == "PUNCT"
    ):
        led = stage.sentence.tokens[first.index - 2] if first.index > 1 else first
        if led.upos in ("NOUN", "ADP"):
            return True
    if any(is_verb(token) for _, token in inside) or len(inside) > 8:
        return False
    before = page.document.text[: marked.outer_start][-3:].strip()
    opens = page.ends_sentence(marked.outer_start) or before.endswith(":")
    if first.entity.startswith("B-") and all(t.entity.startswith("I-") for _, t in inside[1:]):
        return True
    if said_behind(page, marked) and all(t.entity == "O" for _, t in inside):
        return False
    if cue_beside(page, marked) and _is_called_something(stage, inside):
        return False
    capital = page.document.text[marked.start].isupper() or first.form[:1].isdigit()
    if capital and all(t.form[:1].isupper() or len(t.form) < 4 for _, t in inside if t.form[:1].isalpha()):
        return not (opens and len(inside) > 2)
    near = stage.sentence.tokens[max(first.index - 4, 0) : first.index]
    if any(t.keys & page.words.named for t in near):
        return True
    described = not capital and (first.upos == "DET" or all(token.upos == "ADJ" for _, token in inside))
    if len(near) > 1 and near[-2].keys & page.words.names and not described:
        return True
    return capital and not opens and not cue_beside(page, marked)


def _is_called_something(stage: Stage, inside: list[tuple[Stage, Token]]) -> bool:
    """Whether marked common nouns stand behind an indefinite article or a bare "of" ("sprach von einem «Krieg»")."""
    if any(t.upos not in ("NOUN", "ADJ") or t.entity != "O" for _, t in inside):
        return False
    before = [t for t in stage.sentence.tokens[: inside[0][1].index] if t.upos != "PUNCT"][-1:]
    return any(t.feats.get("Definite") == "Ind" or t.keys & stage.words.agent_cases for t in before)


def _form(page: Page, marked: Marked, inside: list[tuple[Stage, Token]]) -> StatementForm:
    """Direct if a whole clause stands in the marks, partial if it is a fragment in the reporter's sentence."""
    text = page.document.text
    has_verb = any(is_verb(t) for _, t in inside)
    before = text[: marked.outer_start].rstrip()[-1:]
    if not has_verb:
        heading = before == ":" and len(inside) > 5
        return "direct" if heading or (len(inside) > 8 and text[marked.start].isupper()) else "partial"
    if text[marked.start].isupper() or text[marked.start].isdigit():
        return "direct"
    stage, first = inside[0]
    previous = next((t for t in reversed(stage.sentence.tokens[: first.index]) if t.upos != "PUNCT"), None)
    led = before == ":" or (previous is not None and bool(previous.keys & page.words.complementisers))
    subject = next((t for _, t in inside if t.relation == "nsubj" or is_verb(t)), None)
    return "direct" if led and subject is not None and subject.relation == "nsubj" else "partial"

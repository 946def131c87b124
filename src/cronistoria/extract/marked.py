"""Words in quotation marks and who says them: the reporting word inside, before, behind or in the sentence before.

A page comes in, mentions go out in text order. Marked words without any reporting are kept without a speaker; names
and titles in marks are no quotations.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import SENTENCE_ENDS, Page
from cronistoria.extract.reporting import (
    NOMINALS,
    UNSAID,
    Cue,
    Stage,
    audience_of,
    principal_of,
)
from cronistoria.extract.speakers import speaker_of, subject_behind
from cronistoria.extract.vouching import vouchings
from cronistoria.model.mention import Phrase, QuoteMention
from cronistoria.model.record import StatementForm
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

BEHIND, BESIDE = 8, 3
DASHES = frozenset("-–—")
CONFIDENCE = {"inserted": 0.95, "before": 0.9, "behind": 0.9, "heading": 0.8, "sentence": 0.75, "according": 0.8, "carried": 0.7, "bare": 0.4}  # fmt: skip


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Who says marked words, by which cue, and how that was seen."""

    how: str
    speaker: Phrase | None
    cue: Cue | None = None
    span: Span | None = None
    stage: Stage | None = None


def find_marked_quotes(page: Page) -> Iterator[QuoteMention]:
    """The quotations in marks, in text order."""
    last: tuple[Marked, Voice] | None = None
    for marked in page.marks:
        inside = page.tokens_in(marked.start, marked.end)
        if not inside or is_name(page, marked, inside):
            continue
        form = _form(page, marked, inside)
        voice = _voice(page, marked, inside, form) or _carried(page, marked, form, last)
        if voice is None and form == "direct" and marked.parent is not None:
            continue
        voice = voice or Voice(how="bare", speaker=None)
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
    if voice.stage is not None and cue is not None and voice.stage is not stage:
        spans.append(tree.sentence_span(page.document, voice.stage.sentence))
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


def is_name(page: Page, marked: Marked, inside: list[tuple[Stage, Token]]) -> bool:
    """Whether marked words are a name or a title, and nobody's words."""
    stage, first = inside[0]
    if any(_is_verb(token) for _, token in inside) or len(inside) > 8:
        return False
    before = page.document.text[: marked.outer_start][-3:].strip()
    opens = page.ends_sentence(marked.outer_start) or before.endswith(":")
    capital = page.document.text[marked.start].isupper() or first.form[:1].isdigit()
    if capital and all(t.form[:1].isupper() or len(t.form) < 4 for _, t in inside if t.form[:1].isalpha()):
        return not (opens and len(inside) > 2)
    previous = stage.sentence.tokens[first.index - 2] if first.index > 1 else None
    if previous is not None and stage.keys(previous) & page.words.names:
        return True
    return capital and not opens and not _beside(page, marked)


def _is_verb(token: Token) -> bool:
    return token.upos in ("VERB", "AUX") and token.feats.get("VerbForm", "Fin") == "Fin"


def _form(page: Page, marked: Marked, inside: list[tuple[Stage, Token]]) -> StatementForm:
    """Direct if a whole clause stands in the marks, partial if it is a fragment in the reporter's sentence."""
    text = page.document.text
    has_verb = any(_is_verb(t) for _, t in inside)
    before = text[: marked.outer_start].rstrip()[-1:]
    if not has_verb:
        heading = before == ":" and len(inside) > 5
        return "direct" if heading or (len(inside) > 8 and text[marked.start].isupper()) else "partial"
    if text[marked.start].isupper() or text[marked.start].isdigit():
        return "direct"
    stage, first = inside[0]
    previous = next((t for t in reversed(stage.sentence.tokens[: first.index]) if t.upos != "PUNCT"), None)
    led = before == ":" or (previous is not None and bool(stage.keys(previous) & page.words.complementisers))
    subject = next((t for _, t in inside if t.relation == "nsubj" or _is_verb(t)), None)
    return "direct" if led and subject is not None and subject.relation == "nsubj" else "partial"


def _voice(page: Page, marked: Marked, inside: list[tuple[Stage, Token]], form: StatementForm) -> Voice | None:
    """The reporting of marked words, looked for from the surest place to the least sure."""
    return (
        _inserted(inside, marked)
        or _before(page, marked)
        or _behind(page, marked)
        or _heading(page, marked)
        or _in_sentence(page, marked, form)
    )


def _inserted(inside: list[tuple[Stage, Token]], marked: Marked) -> Voice | None:
    """A cue between dashes inside the marks."""
    for stage, token in inside:
        if not set(token.form) <= DASHES:
            continue
        near = [c for c in stage.cues if token.index < c.token.index <= token.index + BESIDE + 2 and marked.holds(c.span.start)]
        if near:
            speaker = speaker_of(stage, near[0], inverted=True)
            return Voice(how="inserted", speaker=speaker, cue=near[0], stage=stage)
    return None


def _beside(page: Page, marked: Marked) -> tuple[Stage, Cue] | None:
    """The cue right before the opening mark, with nothing between but what leads to the content."""
    at = page.token_at(marked.outer_start - 1) if marked.outer_start else None
    if at is None or "\n" in page.document.text[at[1].end : marked.outer_start]:
        return None
    stage, last = at
    for cue in reversed(stage.cues):
        gap = stage.sentence.tokens[cue.token.index + 1 : last.index + 1]
        if cue.token.index <= last.index and len(gap) <= BESIDE and not any(t.form in SENTENCE_ENDS for t in gap):
            return stage, cue
    return None


def _before(page: Page, marked: Marked) -> Voice | None:
    """A cue right before the marks, or one whose sentence ends in a colon before them."""
    found = _beside(page, marked) or _before_colon(page, marked)
    if found is None or page.enclosing(found[1].span.start) is not page.enclosing(marked.outer_start):
        return None
    stage, cue = found
    return Voice(how="before", speaker=speaker_of(stage, cue), cue=cue, stage=stage)


def _colon_before(page: Page, marked: Marked) -> tuple[Stage, Token] | None:
    """The colon that leads to the marks, perhaps a line above."""
    before = page.document.text[: marked.outer_start].rstrip()
    if not before.endswith(":") or marked.outer_start - len(before) > 4:
        return None
    return page.token_at(len(before) - 1)


def _before_colon(page: Page, marked: Marked) -> tuple[Stage, Cue] | None:
    at = _colon_before(page, marked)
    if at is None:
        return None
    stage, colon = at
    first = _segment(stage, colon.index)
    cues = [c for c in stage.cues if first <= c.token.index < colon.index and "says" in c.kinds]
    return (stage, cues[-1]) if cues else None


def _segment(stage: Stage, index: int) -> int:
    """The first word of the sentence that leads up to a word, also where the splitter went on."""
    tokens = stage.sentence.tokens
    while index > 0 and tokens[index - 1].form not in SENTENCE_ENDS:
        if "\n" in stage.text_between(tokens[index - 1].end, tokens[index].start):
            break
        index -= 1
    return index


def _behind(page: Page, marked: Marked) -> Voice | None:
    """A cue behind the closing mark: "…", ha detto X; "…," X said; "…". ha detto ancora."""
    text = page.document.text
    following = [(s, t) for s, t in page.tokens_in(marked.outer_end, marked.outer_end + 120) if t.start >= marked.outer_end]
    while following and not any(c.isalnum() for c in following[0][1].form):
        if following[0][1].form in (":", ";", "(") or "\n" in text[marked.outer_end : following[0][1].start]:
            return None
        following = following[1:]
    if not following or "\n" in text[marked.outer_end : following[0][1].start]:
        return None
    stage, first = following[0]
    gap = text[marked.end - 1 : first.start]
    if any(c in SENTENCE_ENDS - {"?", "!"} for c in gap) and not text[first.start].islower():
        return None
    appended = first.upos not in ("ADP", "SCONJ") or any(c in gap for c in ",-–—")
    if first.upos == "CCONJ" or not appended or page.enclosing(first.start) is not page.enclosing(marked.outer_start):
        return None
    return _cue_behind(stage, first)


def _cue_behind(stage: Stage, first: Token) -> Voice | None:
    """The cue of an appended reporting clause that opens with a word."""
    subject_first = first.upos in NOMINALS or first.upos in ("DET", "ADJ")
    for token in stage.sentence.tokens[first.index : first.index + (2 * BEHIND if subject_first else BEHIND)]:
        if token.form in SENTENCE_ENDS or token.form in (";", ":") or token.upos in ("SCONJ", "CCONJ"):
            return None
        cue = next((c for c in stage.cues if c.token is token), None)
        if cue is not None and cue.modality not in UNSAID:
            inverted = not any(t.upos in NOMINALS for t in stage.sentence.tokens[first.index : token.index])
            speaker = speaker_of(stage, cue, inverted=inverted)
            if not inverted:
                speaker = _spoken(stage, cue, first) or speaker
            return Voice(how="behind", speaker=speaker, cue=cue, stage=stage)
        if token.upos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return None
    return None


def _spoken(stage: Stage, cue: Cue, first: Token) -> Phrase | None:
    """The subject between the marks and the cue ("…," the minister said)."""
    between = [t for t in stage.sentence.tokens[first.index : cue.token.index] if t.upos in NOMINALS]
    subject = next((t for t in between if t.relation == "nsubj"), None)
    return stage.phrase(subject) if subject is not None else None


def _heading(page: Page, marked: Marked) -> Voice | None:
    """A colon without a verb of saying: the cue noun's owner, the subject of the sentence, or the name before it."""
    at = _colon_before(page, marked)
    if at is None:
        return None
    stage, colon = at
    tokens = stage.sentence.tokens[_segment(stage, colon.index) : colon.index]
    subject = _owner(stage, tokens) or _subject(stage, tokens) or _last_name(tokens)
    if subject is None:
        return None
    return Voice(how="heading", speaker=stage.phrase(subject), stage=stage)


def _owner(stage: Stage, tokens: tuple[Token, ...]) -> Token | None:
    """Whose "appeal" or "warning" it is."""
    for noun in reversed(tokens):
        if noun.upos == "NOUN" and stage.keys(noun) & stage.words.nouns:
            owners = tree.obliques(stage.sentence, noun, *sorted(stage.words.genitive | stage.words.agent_cases))
            if owners:
                return owners[0]
    return None


def _subject(stage: Stage, tokens: tuple[Token, ...]) -> Token | None:
    return next((t for t in tokens if t.relation == "nsubj" and t.upos in NOMINALS), None)


def _last_name(tokens: tuple[Token, ...]) -> Token | None:
    """The head of a bare heading ("Il ministro:")."""
    if len(tokens) > BEHIND or any(_is_verb(t) for t in tokens):
        return None
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.upos in NOMINALS and t.head not in inside), None)


def _in_sentence(page: Page, marked: Marked, form: StatementForm) -> Voice | None:
    """The nearest cue to the left that reaches the marks, or a source that vouches for the sentence."""
    at = page.token_at(marked.start)
    if at is None:
        return None
    stage, head = at
    first = _segment(stage, head.index)
    around = page.enclosing(marked.outer_start)
    over = [v for v in vouchings(stage) if v.kind == "according" and v.scope.start <= marked.start < v.scope.end]
    over = [v for v in over if v.who is not None and page.enclosing(v.span.start) is around]
    source = max(over, key=lambda v: (v.head < head.index, v.head), default=None)
    for cue in reversed(stage.cues):
        if not first <= cue.token.index < head.index or page.enclosing(cue.span.start) is not around:
            continue
        if source is not None and cue.token.index < source.head < head.index:
            break
        if cue.modality not in UNSAID and _reaches(stage, cue, head):
            return Voice(how="sentence", speaker=speaker_of(stage, cue), cue=cue, stage=stage)
    if source is not None:
        return Voice(how="according", speaker=source.who, span=source.span, stage=stage)
    return _over_all(stage, head) if form == "partial" else None


def _over_all(stage: Stage, head: Token) -> Voice | None:
    """A cue appended to the whole sentence that the marked words stand in ("…, ha aggiunto il ministro")."""
    for cue in stage.cues:
        if cue.token.index <= head.index or "says" not in cue.kinds or cue.modality in UNSAID:
            continue
        before = stage.sentence.tokens[: cue.token.index]
        opening = next((t for t in reversed(before) if t.upos not in ("AUX", "ADV", "PRON")), None)
        behind = subject_behind(stage, cue.token)
        if opening is not None and opening.form == "," and behind is not None and not _breaks(stage, head, cue.token):
            return Voice(how="behind", speaker=stage.phrase(behind), cue=cue, stage=stage)
    return None


def _breaks(stage: Stage, first: Token, last: Token) -> bool:
    return any(t.form in SENTENCE_ENDS for t in stage.sentence.tokens[first.index : last.index])


def _reaches(stage: Stage, cue: Cue, head: Token) -> bool:
    """Whether marked words may be the cue's: below it in the tree, behind its "that", or with no verb between."""
    if any(above is cue.token for above in tree.ancestors(stage.sentence, head)):
        return True
    between = stage.sentence.tokens[cue.token.index + 1 : head.index]
    led = any(stage.keys(t) & stage.words.complementisers and t.upos == "SCONJ" for t in between[:BEHIND])
    rival = any(t.relation == "nsubj" and t.upos in NOMINALS for t in between)
    return led or not (rival or any(_is_verb(t) for t in between))


def _carried(page: Page, marked: Marked, form: StatementForm, last: tuple[Marked, Voice] | None) -> Voice | None:
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
    if last.index == 0 and last.form in SENTENCE_ENDS or "\n" in page.document.text[last.end : marked.outer_start]:
        return None
    first = _segment(stage, last.index - 1 if last.form in SENTENCE_ENDS else last.index)
    if stage.sentence.tokens[first].start < earliest:
        return None
    cues = [c for c in stage.cues if first <= c.token.index <= last.index and "says" in c.kinds]
    cues = [c for c in cues if c.modality not in UNSAID and page.enclosing(c.span.start) is None]
    if cues and (speaker := speaker_of(stage, cues[0])) is not None:
        return speaker
    subject = _subject(stage, stage.sentence.tokens[first : last.index + 1])
    return stage.phrase(subject) if subject is not None and subject.entity.endswith("PER") else None


def _interviewed(page: Page, marked: Marked) -> Phrase | None:
    """The person who answers, where words in marks are whole paragraphs: the first who is named in the report."""
    if not page.is_interview or not page.fills_lines(marked):
        return None
    people = ((s, t) for s in page.stages for t in s.sentence.tokens if t.entity == "B-PER")
    found = next(people, None)
    return found[0].phrase(found[1]) if found is not None else None

"""The voice of marked words inside a sentence of somebody's: a cue that reaches them, a source over them, a noun above.

Marked words of a page come in; who says them and how that was seen goes out.
"""

from cronistoria.extract import tree
from cronistoria.extract.inserted import find_inserted
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import SENTENCE_ENDS, Page
from cronistoria.extract.reporting import NOMINALS, UNSAID, Cue, Stage
from cronistoria.extract.speakers import speaker_of, subject_behind
from cronistoria.extract.voice import Voice, is_verb, segment_start, voice_of
from cronistoria.extract.vouching import Vouching
from cronistoria.model.record import StatementForm
from cronistoria.model.sentence import Token

BEHIND, BESIDE = 8, 3


def find_in_sentence(page: Page, marked: Marked, form: StatementForm) -> Voice | None:
    """The nearest cue to the left that reaches the marks, a source that vouches for the sentence, a cue noun above."""
    at = page.token_at(marked.start)
    if at is None:
        return None
    stage, head = at
    if (viewed := _viewed_by(page, stage, marked)) is not None:
        return viewed
    source = _vouching_over(page, stage, marked)
    cue = _reaching(page, stage, marked)
    if cue is not None and not (source is not None and cue.token.index < source.head < head.index):
        voice = voice_of(stage, cue, "sentence")
        if voice is not None:
            return voice
    if source is not None:
        return Voice(how="according", speaker=source.who, span=source.span, stage=stage)
    if form != "partial":
        return None
    return _over_all(stage, head) or _within(stage, head) or _under_noun(stage, head)


def _viewed_by(page: Page, stage: Stage, marked: Marked) -> Voice | None:
    """A party right before the marks to which something is so ("for Moscow “a mistake”"), behind a comma or stop."""
    at = page.token_at(marked.outer_start - 1) if marked.outer_start else None
    if at is None or at[0] is not stage:
        return None
    tokens = stage.sentence.tokens
    last = at[1].index if any(c.isalnum() for c in at[1].form) else at[1].index - 1
    first = last
    while first > 0 and last - first < BESIDE and not tokens[first].keys & set(stage.words.viewpoint):
        first -= 1
    opened = first > 0 and tokens[first - 1].form in (",", ";")
    head = next((t for t in tokens[first + 1 : last + 1] if t.entity[2:] in ("PER", "ORG", "LOC")), None)
    if head is None or not opened or not tokens[first].keys & set(stage.words.viewpoint):
        return None
    return Voice(how="according", speaker=stage.phrase(head), stage=stage)


def _vouching_over(page: Page, stage: Stage, marked: Marked) -> Vouching | None:
    """The nearest source "according to" whom the marked words are told; one before them wins."""
    around = page.enclosing(marked.outer_start)
    over = [
        v for v in page.vouchings_in(stage) if v.kind == "according" and v.scope.start <= marked.start < v.scope.end
    ]
    over = [v for v in over if v.who is not None and page.enclosing(v.span.start) is around]
    return max(over, key=lambda v: (v.span.start < marked.start, v.span.start), default=None)


def _reaching(page: Page, stage: Stage, marked: Marked) -> Cue | None:
    """The nearest cue before marked words that they may belong to."""
    at = page.token_at(marked.start)
    head = at[1] if at is not None else stage.sentence.tokens[0]
    first, around = segment_start(stage, head.index), page.enclosing(marked.outer_start)
    for cue in reversed(stage.cues):
        inside = first <= cue.token.index < head.index and page.enclosing(cue.span.start) is around
        said = cue.modality not in UNSAID and not stage.is_thought_inside(cue) and not _is_plan(stage, cue, head)
        if inside and said and _reaches(stage, cue, head):
            return cue
    return None


def _is_plan(stage: Stage, cue: Cue, head: Token) -> bool:
    """Whether a verb of planning has an object and no clause ("prevede colloqui «indiretti»")."""
    between = stage.sentence.tokens[cue.token.index + 1 : head.index]
    clause = any(t.upos == "SCONJ" and t.keys & stage.words.complementisers for t in between)
    return cue.lemma in stage.grammar.planning and not clause


def _under_noun(stage: Stage, head: Token) -> Voice | None:
    """The owner of a cue noun above marked words ("l'annuncio di Mosca del ritiro della «maggior parte»")."""
    for noun in tree.ancestors(stage.sentence, head):
        if noun.upos == "VERB":
            return None
        if noun.upos == "NOUN" and noun.keys & stage.words.nouns:
            owners = tree.obliques(stage.sentence, noun, *sorted(stage.words.genitive | stage.words.agent_cases))
            owner = next((o for o in owners if o.entity != "O" and o.index < head.index), None)
            return Voice(how="noun", speaker=stage.phrase(owner), stage=stage) if owner is not None else None
    return None


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


def _within(stage: Stage, head: Token) -> Voice | None:
    """A cue inserted in the sentence before marked words ("La Turchia, ha detto X, non chiederà «permessi»")."""
    for cue in stage.cues:
        content = find_inserted(stage, cue) if cue.token.index < head.index and cue.modality not in UNSAID else None
        if content is not None and content.first <= head.index <= content.last:
            speaker = speaker_of(stage, cue, inverted=True)
            return Voice(how="sentence", speaker=speaker, cue=cue, stage=stage) if speaker is not None else None
    return None


def _breaks(stage: Stage, first: Token, last: Token) -> bool:
    return any(t.form in SENTENCE_ENDS for t in stage.sentence.tokens[first.index : last.index])


def _reaches(stage: Stage, cue: Cue, head: Token) -> bool:
    """Whether marked words may be the cue's: below it in the tree, behind its "that", or with no verb between."""
    if any(above is cue.token for above in tree.ancestors(stage.sentence, head)):
        return True
    between = stage.sentence.tokens[cue.token.index + 1 : head.index]
    led = any(t.keys & stage.words.complementisers and t.upos == "SCONJ" for t in between[:BEHIND])
    rival = any(t.relation == "nsubj" and t.upos in NOMINALS for t in between)
    return led or not (rival or any(is_verb(t) for t in between))

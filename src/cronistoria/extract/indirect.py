"""Indirect speech: reporting verbs with the clause, the infinitive or the noun that they report.

A page comes in, mentions go out. The content begins behind the word that opens it ("that"), except an infinitive's
("di non sapere"); a verdict begins at its object ("le ha definite un errore").
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import (
    MARK_SIGNS,
    NOMINALS,
    UNSAID,
    Cue,
    Stage,
    audience_of,
    principal_of,
)
from cronistoria.extract.speakers import joins, speaker_of, subject_behind
from cronistoria.model.mention import QuoteMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

MOSTLY_MARKED = 0.5
REACH = 12
LEAST_CONTENT = 2
STRONG = frozenset(".;!?")
DASHES = frozenset("-–—")
CONFIDENCE = {"clause": 0.85, "infinitive": 0.8, "verdict": 0.75, "noun": 0.6, "inserted": 0.75}


class Content(msgspec.Struct, frozen=True):
    """What is reported: token indices, both inside, and the kind of construction."""

    first: int
    last: int
    how: str


def find_indirect(page: Page, used: frozenset[int]) -> Iterator[QuoteMention]:
    """The indirect statements of a page; ``used``: offsets of cues that already report words in marks."""
    for stage in page.stages:
        for cue in stage.cues:
            if cue.modality in UNSAID or not cue.kinds & {"says", "judges"} or stage.is_thought_inside(cue):
                continue
            content = _content(stage, cue, bare=cue.span.start in used)
            mention = _mention(page, stage, cue, content) if content else None
            if mention is not None:
                yield mention


def _mention(page: Page, stage: Stage, cue: Cue, content: Content) -> QuoteMention | None:
    span = _span(page, stage, cue, content)
    if span is None or page.is_marked_share(span.start, span.end, MOSTLY_MARKED):
        return None
    speaker = speaker_of(stage, cue, inverted=content.how == "inserted")
    if speaker is None:
        return None
    return QuoteMention(
        sentence=cue.sentence,
        head=cue.token.index,
        trigger=cue.span,
        evidence=(tree.sentence_span(stage.document, stage.sentence),),
        polarity=cue.polarity,
        modality=cue.modality,
        rule=f"statement.indirect.{content.how}",
        confidence=CONFIDENCE[content.how],
        content=span,
        form="indirect",
        speaker=speaker,
        cue=cue.lemma,
        cue_span=cue.span,
        audience=audience_of(stage, cue),
        on_behalf_of=principal_of(stage, speaker),
    )


def _span(page: Page, stage: Stage, cue: Cue, content: Content) -> Span | None:
    """The content's characters, cut at the marks that the cue stands in, without marks and stops at its ends."""
    tokens = [t for t in stage.sentence.tokens[content.first : content.last + 1]]
    around = page.enclosing(cue.span.start)
    if around is not None:
        tokens = [t for t in tokens if t.start < around.end]
    while tokens and set(tokens[0].form) <= tree.EDGE_MARKS:
        tokens = tokens[1:]
    while tokens and set(tokens[-1].form) <= tree.EDGE_MARKS:
        tokens = tokens[:-1]
    if len(tokens) < LEAST_CONTENT:
        return None
    return stage.document.span(tokens[0].start, max(t.end for t in tokens))


def _content(stage: Stage, cue: Cue, *, bare: bool) -> Content | None:
    """What a cue reports; ``bare``: only a clause or an infinitive, as the cue already reports marked words."""
    if "says" in cue.kinds:
        found = _clause(stage, cue) or _infinitive(stage, cue) or _bare_clause(stage, cue)
        if found or bare:
            return found
    if bare:
        return None
    if "judges" in cue.kinds and (verdict := _verdict(stage, cue)):
        return verdict
    if "says" in cue.kinds:
        return _noun(stage, cue) or _inserted(stage, cue)
    return None


def _behind(stage: Stage, cue: Cue) -> Iterator[Token]:
    """The words behind a cue, up to the next verb or stop."""
    for token in stage.sentence.tokens[cue.token.index + 1 : cue.token.index + 1 + REACH]:
        if token.form in STRONG or token.form == ":" or set(token.form) <= DASHES:
            return
        yield token
        if token.upos in ("VERB", "AUX"):
            return


def _clause(stage: Stage, cue: Cue) -> Content | None:
    """A clause behind a complementiser."""
    previous = cue.token
    for token in _behind(stage, cue):
        opens = stage.keys(token) & stage.words.complementisers
        if opens and token.upos in ("SCONJ", "PRON", "ADV", "CCONJ", "DET") and _is_reported(stage, cue, previous, token):
            return _clipped(stage, cue, token.index + 1, "clause")
        if token.upos == "SCONJ":
            return None
        previous = token
    return None


def _is_reported(stage: Stage, cue: Cue, previous: Token, mark: Token) -> bool:
    """Whether the clause behind a mark is the cue's content and not a relative clause of the noun before."""
    governor = stage.sentence.parent(mark)
    if governor is not None and governor.relation in ("ccomp", "csubj") and mark.relation in ("mark", "advmod"):
        return True
    if mark.feats.get("PronType") == "Rel" and mark.upos == "PRON" and previous.upos in NOMINALS:
        return False
    return mark.upos == "SCONJ" and mark.relation == "mark" and (governor is None or governor.relation != "advcl")


def _infinitive(stage: Stage, cue: Cue) -> Content | None:
    """An infinitive behind its mark ("ha negato di aver firmato", "vowed to respond")."""
    for token in _behind(stage, cue):
        if token.upos not in ("ADP", "PART") or not stage.keys(token) & stage.words.infinitive_marks:
            if token.upos in ("SCONJ", "CCONJ"):
                return None
            continue
        governor = stage.sentence.parent(token)
        if governor is None or token.relation != "mark" or governor.feats.get("VerbForm", "Inf") != "Inf":
            continue
        if _is_said_infinitive(stage, cue, governor):
            return _clipped(stage, cue, token.index, "infinitive")
    return None


def _is_said_infinitive(stage: Stage, cue: Cue, governor: Token) -> bool:
    """Whether an infinitive is what a cue reports, also if the tree hangs it on the setting ("in una nota di non …")."""
    above = stage.sentence.parent(governor)
    if above is cue.token:
        return governor.relation in ("xcomp", "ccomp")
    if above is None or above.index < cue.token.index or governor.relation not in ("acl", "advcl", "xcomp"):
        return False
    settings = stage.words.source_cases | stage.words.audience_cases
    return stage.sentence.parent(above) is cue.token and bool(settings & set(tree.case_lemmas(stage.sentence, above)))


def _bare_clause(stage: Stage, cue: Cue) -> Content | None:
    """A clause without a mark, or a predicate of the speaker himself ("si è detto pronto a trattare")."""
    sentence = stage.sentence
    reflexive = any(c.relation == "expl" for c in sentence.children(cue.token))
    for child in sentence.children(cue.token):
        finite = stage.words.bare_clauses and child.relation == "ccomp" and tree.is_finite(sentence, child)
        own = child.relation == "xcomp" and child.upos in ("ADJ", "NOUN", "VERB") and reflexive
        if child.index < cue.token.index or not (finite or own):
            continue
        below = [t.index for t in tree.subtree(sentence, child) if t.index > cue.token.index]
        first = sentence.tokens[min(below)]
        between = sentence.tokens[cue.token.index : first.index]
        if first.form != "," and not any(t.form in STRONG or t.form == ":" for t in between):
            return _clipped(stage, cue, first.index, "clause")
    return None


def _verdict(stage: Stage, cue: Cue) -> Content | None:
    """What somebody is said to be, from the object on: "le ha definite un errore", "called the vote a farce"."""
    sentence, verb = stage.sentence, cue.token
    clitics = [c for c in sentence.children(verb) if c.upos == "PRON" and c.relation == "obj" and c.index < verb.index]
    things = [c for c in sentence.children(verb) if c.relation in ("obj", "xcomp") and c.index > verb.index]
    clitics = [c for c in clitics if c.feats.get("PronType") != "Rel" and c.lemma.lower() not in stage.grammar.relatives]
    if clitics and things:
        return _clipped(stage, cue, clitics[0].index, "verdict")
    objects = [t for t in things if t.relation == "obj"]
    predicates = [t for t in things if t.relation == "xcomp" and t.upos in ("NOUN", "ADJ")]
    if objects and predicates and objects[0].index < predicates[0].index:
        return _clipped(stage, cue, min(t.index for t in tree.phrase_tokens(sentence, objects[0])), "verdict")
    return None


def _noun(stage: Stage, cue: Cue) -> Content | None:
    """A noun that says what was announced, with what belongs to it ("the end of the sanctions")."""
    sentence, verb = stage.sentence, cue.token
    if not stage.keys(verb) & stage.words.tells or tree.is_passive(sentence, verb):
        return None
    for child in tree.children_by(sentence, verb, "obj"):
        described = any(c.relation in ("nmod", "acl") for c in sentence.children(child))
        if child.index > verb.index and child.upos == "NOUN" and described and child.entity == "O":
            below = [t.index for t in tree.subtree(sentence, child) if t.index > verb.index]
            return _clipped(stage, cue, min(below), "noun")
    return None


def _inserted(stage: Stage, cue: Cue) -> Content | None:
    """The sentence that a cue is inserted in or appended to ("the talks will go on, said the envoy")."""
    sentence, tokens = stage.sentence, stage.sentence.tokens
    opening = _opening(stage, cue) if _may_be_inserted(stage, cue) else None
    if opening is None or not _has_speaker(stage, cue, opening):
        return None
    first = _segment_start(stage, opening)
    after = _insertion_end(stage, cue)
    if not _has_verb(stage, first, opening - 1) and not (after is not None and _has_verb(stage, after, len(tokens) - 1)):
        return None
    last = opening - 1 if after is None else _segment_end(stage, after)
    if tokens[first].relation in ("mark", "cc") and tokens[first].upos == "CCONJ":
        first += 1
    return Content(first, last, "inserted") if last > first and sentence.tokens[opening].form not in MARK_SIGNS else None


def _may_be_inserted(stage: Stage, cue: Cue) -> bool:
    """Whether a cue is no relative clause, and has nothing behind it that it reports already."""
    if cue.token.relation == "acl" or "judges" in cue.kinds and "says" not in cue.kinds:
        return False
    own = (c for c in stage.sentence.children(cue.token) if c.index > cue.token.index)
    return not any(c.relation in ("obj", "xcomp") and c.upos in ("NOUN", "VERB", "ADJ") for c in own)


def _opening(stage: Stage, cue: Cue) -> int | None:
    """The comma or dash that the cue's own words follow."""
    tokens, index = stage.sentence.tokens, cue.token.index
    subjects = [s for s in stage.sentence.children(cue.token) if s.relation == "nsubj" and s.index < index]
    commas = [t.index for t in tokens[:index] if t.form == ","]
    near = [s for s in subjects if not commas or s.index > commas[-1]] or subjects
    if near:
        index = min(t.index for t in tree.phrase_tokens(stage.sentence, near[0]))
    while index > 0 and tokens[index - 1].upos in ("AUX", "ADV", "PRON", "PART"):
        index -= 1
    if index == 0 or not (tokens[index - 1].form == "," or set(tokens[index - 1].form) <= DASHES):
        return None
    return index - 1 if index > 1 else None


def _has_speaker(stage: Stage, cue: Cue, opening: int) -> bool:
    """Whether the insertion names its own speaker, or leaves him out and ends at once."""
    if any(s.relation == "nsubj" and opening < s.index < cue.token.index for s in stage.sentence.children(cue.token)):
        return True
    behind = subject_behind(stage, cue.token)
    if behind is not None:
        named = behind.upos == "PROPN" or behind.entity != "O"
        return named or behind.relation == "nsubj" or bool(stage.keys(behind) & (stage.words.persons | stage.words.outlets))
    dash = set(stage.sentence.tokens[opening].form) <= DASHES
    following = stage.sentence.tokens[cue.token.index + 1 : cue.token.index + 2]
    return dash and bool(following) and set(following[0].form) <= DASHES


def _insertion_end(stage: Stage, cue: Cue) -> int | None:
    """Where the sentence goes on behind an insertion; ``None`` if it ends with it."""
    tokens = stage.sentence.tokens
    for token in tokens[cue.token.index + 1 :]:
        if token.form in STRONG:
            return None
        if (token.form == "," or set(token.form) <= DASHES) and token.index + 3 < len(tokens):
            return token.index + 1
    return None


def _segment_start(stage: Stage, index: int) -> int:
    while index > 0 and not _is_break(stage, index - 1):
        index -= 1
    return index


def _segment_end(stage: Stage, index: int) -> int:
    while index + 1 < len(stage.sentence.tokens) and not _is_break(stage, index):
        index += 1
    return index


def _is_break(stage: Stage, index: int) -> bool:
    """Whether a sentence ends at a word, also where the splitter went on."""
    tokens = stage.sentence.tokens
    if tokens[index].form in STRONG or tokens[index].form == ":":
        return True
    following = tokens[index + 1].start if index + 1 < len(tokens) else tokens[index].end
    return "\n" in stage.document.text[tokens[index].end : following]


def _has_verb(stage: Stage, first: int, last: int) -> bool:
    return any(
        t.feats.get("VerbForm") == "Fin" or t.upos == "AUX" for t in stage.sentence.tokens[first : last + 1]
    )


def _clipped(stage: Stage, cue: Cue, first: int, how: str) -> Content | None:
    """From the first word to the end of its clause by the tree, never beyond a stop or the next cue beside this one."""
    tokens = stage.sentence.tokens
    if first >= len(tokens):
        return None
    last = max(_tree_end(stage, cue, first), min(first + 1, len(tokens) - 1))
    for index in range(first, last + 1):
        if _is_break(stage, index) and tokens[index].form != ":":
            last = index
            break
    later = (c for c in stage.cues if first < c.token.index <= last and c is not cue)
    rival = next((c.token for c in later if _is_beside(stage, cue, c)), None)
    if rival is not None:
        last = _before(stage, first, rival)
    return Content(first, last, how) if last >= first else None


def _tree_end(stage: Stage, cue: Cue, first: int) -> int:
    """The last word of the cue's dependent that holds the first word; the sentence's end if the tree has it elsewhere."""
    current: Token | None = stage.sentence.tokens[first]
    for _ in stage.sentence.tokens:
        above = stage.sentence.parent(current) if current is not None else None
        if above is None:
            break
        if above is cue.token and current is not None:
            below = [t.index for t in tree.subtree(stage.sentence, current)]
            return max(below) if max(below) > cue.token.index + 1 else len(stage.sentence.tokens) - 1
        current = above
    return len(stage.sentence.tokens) - 1


def _is_beside(stage: Stage, cue: Cue, other: Cue) -> bool:
    """Whether another cue is coordinated with this one, or stands above it."""
    if joins(stage, other) and other.polarity == cue.polarity and other.modality == cue.modality:
        same = speaker_of(stage, other)
        if same is not None and same == speaker_of(stage, cue):
            return True
    token: Token | None = other.token
    while token is not None and token.relation == "conj":
        token = stage.sentence.parent(token)
    return token is tree.first_conjunct(stage.sentence, cue.token) or other.token in list(tree.ancestors(stage.sentence, cue.token))


def _before(stage: Stage, first: int, rival: Token) -> int:
    """The word before the conjunction or comma that leads over to another cue."""
    tokens = stage.sentence.tokens
    for index in range(rival.index - 1, first, -1):
        if tokens[index].form == "," or tokens[index].upos == "CCONJ":
            return index - 1
    return rival.index - 1

"""Reporting that is inserted in what it reports, or appended to it: "the talks, said the envoy, will go on".

A cue of a sentence comes in, the words that it reports go out.
"""

import re

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.reporting import MARK_SIGNS, Cue, Stage, companion_of, goes_on_from
from cronistoria.extract.speakers import can_speak, carrier_of, impersonal_source, is_closed, subject_behind

STAMP = re.compile(r"\d{1,2}[:.]\d{2}")
STRONG = frozenset(".;!?")
DASHES = frozenset("-–—")
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "xcomp", "ccomp", "csubj"})
BEFORE_CUE = frozenset({"AUX", "ADV", "PRON", "PART"})


class Content(msgspec.Struct, frozen=True):
    """What is reported: token indices, both inside, and the kind of construction."""

    first: int
    last: int
    how: str


def find_inserted(stage: Stage, cue: Cue) -> Content | None:
    """The sentence that a cue is inserted in or appended to ("the talks will go on, said the envoy")."""
    sentence, tokens = stage.sentence, stage.sentence.tokens
    if (fronted := _fronted(stage, cue)) is not None:
        return fronted
    opening = _opening(stage, cue) if _may_be_inserted(stage, cue) else None
    if opening is None or not _has_speaker(stage, cue, opening):
        return None
    first = _segment_start(stage, opening)
    if _goes_on(stage, cue, first):
        return None
    after = _insertion_end(stage, cue)
    if not has_verb(stage, first, opening - 1) and not (after is not None and has_verb(stage, after, len(tokens) - 1)):
        return None
    if after is not None and has_verb(stage, first, opening - 1) and _is_beside(stage, after, opening):
        after = None
    last = opening - 1 if after is None else _segment_end(stage, after)
    if tokens[first].relation in ("mark", "cc") and tokens[first].upos == "CCONJ":
        first += 1
    return (
        Content(first, last, "inserted") if last > first and sentence.tokens[opening].form not in MARK_SIGNS else None
    )


def _fronted(stage: Stage, cue: Cue) -> Content | None:
    """The clause behind an insertion that opens its sentence ("Как заявил посол, переговоры продолжатся")."""
    tokens, first = stage.sentence.tokens, _segment_start(stage, cue.token.index)
    opens = tokens[first].keys & stage.words.inserting and "says" in cue.kinds
    if not opens or any(t.form == "," for t in tokens[first : cue.token.index]) or not _has_speaker(stage, cue, first):
        return None
    after = _insertion_end(stage, cue)
    if after is None or not has_verb(stage, after, len(tokens) - 1):
        return None
    return Content(after, _segment_end(stage, after), "inserted")


def _goes_on(stage: Stage, cue: Cue, first: int) -> bool:
    """Whether a cue without a subject only says again who speaks in its sentence ("Oslo dice che, precisa, …")."""
    named = any(c.relation == "nsubj" for c in stage.sentence.children(cue.token)) or subject_behind(stage, cue.token)
    return not named and any(first <= c.token.index < cue.token.index and "says" in c.kinds for c in stage.cues)


def _may_be_inserted(stage: Stage, cue: Cue) -> bool:
    """Whether a cue is no relative clause, and has nothing behind it that it reports already."""
    if cue.token.relation == "acl" or "says" not in cue.kinds or tree.is_passive(stage.sentence, cue.token):
        return False
    if goes_on_from(stage, cue.token):
        return False
    _, beside = companion_of(stage, cue.token) or ("", None)
    own = [c for c in stage.sentence.children(cue.token) if c.index > cue.token.index and not can_speak(stage, c)]
    return not any(
        c is not beside and c.relation in ("obj", "xcomp") and c.upos in ("NOUN", "VERB", "ADJ") for c in own
    )


def _opening(stage: Stage, cue: Cue) -> int | None:
    """The comma or dash that the cue's own words follow."""
    tokens, index = stage.sentence.tokens, min(cue.token.index, carrier_of(stage, cue.token).index)
    subjects = [s for s in stage.sentence.children(cue.token) if s.relation == "nsubj" and s.index < index]
    commas = [t.index for t in tokens[:index] if t.form == ","]
    near = [s for s in subjects if not commas or s.index > commas[-1]] or subjects
    if near:
        index = min(t.index for t in tree.phrase_tokens(stage.sentence, near[0]))
    while index > 0 and (tokens[index - 1].upos in BEFORE_CUE or tokens[index - 1].keys & stage.words.inserting):
        index -= 1
    if index == 0 or not (tokens[index - 1].form == "," or set(tokens[index - 1].form) <= DASHES):
        return None
    return index - 1 if index > 1 else None


def _has_speaker(stage: Stage, cue: Cue, opening: int) -> bool:
    """Whether the insertion names its own speaker, or leaves him out and ends at once."""
    if any(s.relation == "nsubj" and opening < s.index < cue.token.index for s in stage.sentence.children(cue.token)):
        return True
    expletive = tree.children_by(stage.sentence, cue.token, "expl") and cue.token.keys & stage.words.impersonal
    if expletive or impersonal_source(stage, cue.token) is not None:
        return True
    behind = subject_behind(stage, cue.token)
    if behind is not None:
        named = behind.upos == "PROPN" or behind.entity != "O"
        return named or behind.relation == "nsubj" or bool(behind.keys & (stage.words.persons | stage.words.outlets))
    if is_closed(stage, cue.token):
        return stage.sentence.tokens[opening].form == ","
    dash = set(stage.sentence.tokens[opening].form) <= DASHES
    following = stage.sentence.tokens[cue.token.index + 1 : cue.token.index + 2]
    return dash and bool(following) and set(following[0].form) <= DASHES


def _insertion_end(stage: Stage, cue: Cue) -> int | None:
    """Where the sentence goes on behind an insertion; ``None`` if it ends with it."""
    tokens = stage.sentence.tokens
    behind = subject_behind(stage, cue.token)
    own = {t.index for t in tree.subtree(stage.sentence, behind)} if behind is not None else set()
    for token in tokens[cue.token.index + 1 :]:
        if token.form in STRONG:
            return None
        if token.index in own and token.index + 1 in own:
            continue
        if (token.form == "," or set(token.form) <= DASHES) and token.index + 3 < len(tokens):
            return token.index + 1
    return None


def _is_beside(stage: Stage, after: int, opening: int) -> bool:
    """Whether what follows an insertion is no part of what it interrupts: its setting, or a cue that adds to it."""
    adds = any(c.token.index == after and goes_on_from(stage, c.token) for c in stage.cues)
    return adds or _is_setting(stage, after, opening)


def _is_setting(stage: Stage, after: int, opening: int) -> bool:
    """Whether what follows an insertion only tells who, when and where it was said ("…, at the end of the talks")."""
    last = _segment_end(stage, after)
    rest = stage.sentence.tokens[after : last + 1]
    needed = any(t.relation in ARGUMENTS and 0 <= t.head < opening for t in rest)
    return not needed and not has_verb(stage, after, last)


def _segment_start(stage: Stage, index: int) -> int:
    while index > 0 and not is_break(stage, index - 1):
        index -= 1
    return index + 1 if index == 0 and STAMP.fullmatch(stage.sentence.tokens[0].form) else index


def _segment_end(stage: Stage, index: int) -> int:
    while index + 1 < len(stage.sentence.tokens) and not is_break(stage, index):
        index += 1
    return index


def is_break(stage: Stage, index: int) -> bool:
    """Whether a sentence ends at a word, also where the splitter went on."""
    tokens = stage.sentence.tokens
    if tokens[index].form in STRONG or tokens[index].form == ":":
        return True
    following = tokens[index + 1].start if index + 1 < len(tokens) else tokens[index].end
    return "\n" in stage.document.text[tokens[index].end : following]


def has_verb(stage: Stage, first: int, last: int) -> bool:
    """Whether a finite verb, an auxiliary or a short participle stands among words in a row.

    Where a clause needs no verb, any word with a subject there is a predicate.
    """
    words = stage.sentence.tokens[first : last + 1]
    if any(t.feats.get("VerbForm") == "Fin" or t.upos == "AUX" or t.feats.get("Variant") == "Short" for t in words):
        return True
    return stage.grammar.zero_copula and any(t.relation == "nsubj" and first <= t.head <= last for t in words)

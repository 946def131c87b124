"""Where words that a cue reports end: by the tree, before a stop, and before a cue beside it.

A cue and the first of the words come in, the stretch goes out.
"""

from collections.abc import Sequence
from itertools import dropwhile

from cronistoria.extract import tree
from cronistoria.extract.inserted import Content, is_break
from cronistoria.extract.reporting import Cue, Stage
from cronistoria.extract.speakers import joins, speaker_of
from cronistoria.model.sentence import Token

ADVERBIAL = frozenset({"ADP", "ADV", "DET", "ADJ", "NOUN", "PROPN", "NUM"})
LONGEST_ADVERBIAL = 6


def clipped(stage: Stage, cue: Cue, first: int, how: str, *, reach: int = 0) -> Content | None:
    """From the first word to the end of its clause by the tree, never beyond a stop or the next cue beside this one.

    ``reach``: a word that belongs to it in any case.
    """
    tokens = stage.sentence.tokens
    if first >= len(tokens):
        return None
    last = max(_tree_end(stage, cue, first), min(first + 1, len(tokens) - 1), reach)
    if how == "clause":
        last = max([last, *(last_of(stage, clause) for clause in _clauses(stage, cue, last))])
    if stage.words.commas and how == "clause":
        last = max(last, next((t.index for t in tokens[first:] if t.feats.get("VerbForm") == "Fin"), last))
    for index in range(first, last + 1):
        if is_break(stage, index) and tokens[index].form != ":":
            last = index
            break
    later = (c for c in stage.cues if first < c.token.index <= last and c is not cue)
    rival = next((c.token for c in later if _is_beside(stage, cue, c)), None)
    if rival is not None:
        last = _before(stage, first, rival)
    return Content(first, last, how) if last >= first else None


def _clauses(stage: Stage, cue: Cue, last: int) -> list[Token]:
    """The clauses of a cue right behind a word, where their opening hangs on the cue ("that with the gate shut, …")."""
    found = (c for c in tree.children_by(stage.sentence, cue.token, "ccomp") if c.index > last)
    return [c for c in found if min(t.index for t in tree.subtree(stage.sentence, c) if t.index > last) <= last + 2]


def last_of(stage: Stage, head: Token) -> int:
    """The last word below a head."""
    return max(t.index for t in tree.subtree(stage.sentence, head))


def _tree_end(stage: Stage, cue: Cue, first: int) -> int:
    """The last word of the cue's dependent that holds the first word, else the sentence's end."""
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
    return token is tree.first_conjunct(stage.sentence, cue.token) or other.token in list(
        tree.ancestors(stage.sentence, cue.token)
    )


def _before(stage: Stage, first: int, rival: Token) -> int:
    """The word before the conjunction or comma that leads over to another cue."""
    tokens = stage.sentence.tokens
    for index in range(rival.index - 1, first, -1):
        if tokens[index].form == "," or tokens[index].upos == "CCONJ":
            return index - 1
    return rival.index - 1


def mark_behind(tokens: Sequence[Token]) -> str:
    """The mark that closes an aside, also behind where or when it was said ("…, so Keller | in Bern,")."""
    if tokens and tokens[0].upos in ("ADP", "ADV"):
        tokens = list(dropwhile(lambda token: token.upos in ADVERBIAL, tokens[:LONGEST_ADVERBIAL]))
    return tokens[0].form if tokens else "."

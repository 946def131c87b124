"""What one marked party of a sentence does to the other: the act that stands nearest to both in the tree.

Sentences with the places of source and target come in, one act goes out. Acts that the source does come first, of
those the one with the target below it; then acts of which the source is a part, acts over the target, and all others.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.acts import Act, Scene, act_of, agents_of, is_blame
from cronistoria.languages.coding import coding_lexicon
from cronistoria.languages.events import load_event_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token

Place = tuple[int, int]
PARTIES = frozenset({"NOUN", "PROPN", "NUM"})
CONFIDENCE = {
    (0, True): 0.86, (0, False): 0.81, (1, True): 0.81, (1, False): 0.8, (2, True): 0.8, (2, False): 0.8,
    (3, True): 0.45, (3, False): 0.45, (4, True): 0.45, (4, False): 0.45, (5, True): 0.45, (5, False): 0.45,
}  # fmt: skip


class Relation(msgspec.Struct, frozen=True):
    """An act between two parties; ``nearness``: how it was found, 0 (done by the source, over the target) to 5."""

    act: Act
    sentence: int
    nearness: int

    @property
    def confidence(self) -> float:
        """How often acts that were found so were right on reports which nobody had looked at (docs/coding.md)."""
        return CONFIDENCE[self.nearness, self.act.beside]


def find_relation(
    sentences: Sequence[Sentence], source: Place | None, target: Place | None, *, language: str
) -> Relation | None:
    """The act of the source towards the target; places are offsets into the text, ``None`` where nobody is named."""
    lexicon, grammar = coding_lexicon(language), load_grammar(language)
    best: Relation | None = None
    for sentence in sentences:
        doers, others = words_in(sentence, source), words_in(sentence, target)
        scene = Scene(sentence, lexicon, grammar, language, frozenset(t.index for t in others))
        for token, nearness in _candidates(scene, doers, others):
            if best is not None and nearness >= best.nearness:
                continue
            act = act_of(scene, token)
            if act is not None:
                best = Relation(_as_vouched(scene, doers, act), sentence.index, nearness)
    return best


def _as_vouched(scene: Scene, doers: list[Token], act: Act) -> Act:
    """What the target does according to the source is blame if it is hostile ("according to X, Y shot the men")."""
    before = [t.lower for t in scene.sentence.tokens[: doers[0].index] if t.upos != "DET"] if doers else []
    rows = (row.split() for row in load_quote_words(scene.language).according)
    if any(before[-len(row) :] == row for row in rows) and is_blame(scene, act.token, act):
        return msgspec.structs.replace(act, code="112", rule=f"coding.blamed.{act.rule.rpartition('.')[2]}")
    return act


def find_acts(sentence: Sentence, *, language: str) -> Iterator[Relation]:
    """The acts that a sentence tells where no parties are marked: the topmost, and that of a verb beside or below it.

    Words for people are no acts ("protesters"), nor are names; what is only the content of an act is none either.
    """
    scene = Scene(sentence, coding_lexicon(language), load_grammar(language), language)
    people, first = load_event_words(language).people, True
    waiting = [sentence.root]
    for token in waiting:
        is_word = token.upos != "PROPN" and not (token.upos == "NOUN" and token.keys & people)
        act = act_of(scene, token) if is_word and (first or token.upos == "VERB") else None
        if act is not None:
            yield Relation(act, sentence.index, 2 if first else 4)
            if not first:
                return
            first = False
        waiting += [c for c in sentence.children(token) if first or c.relation not in ("ccomp", "xcomp", "csubj")]


def parties_of(document: Document, sentence: Sentence, predicate: Token) -> tuple[Phrase | None, Phrase | None]:
    """Who does what a predicate says and to whom, where nobody has marked them."""
    doers = [p for p in tree.doers(document, sentence, predicate) if not p.dropped]
    others = tree.objects(sentence, predicate) or tree.children_by(sentence, predicate, "iobj")
    named = [t for t in others if t.upos in PARTIES and (not doers or t.index != doers[0].head)]
    recipient = tree.phrase(document, sentence, named[0]) if named else None
    return (doers[0] if doers else None), recipient


def words_in(sentence: Sentence, place: Place | None) -> list[Token]:
    """The words at a place."""
    return [t for t in sentence.tokens if place is not None and t.start < place[1] and t.end > place[0]]


def _candidates(scene: Scene, doers: list[Token], others: list[Token]) -> Iterator[tuple[Token, int]]:
    sentence = scene.sentence
    below = {t.index for t in others}
    done = list(_done_by(scene, doers, below))
    own = [t for t in _done_below(sentence, doers) if _holds(sentence, t, below)]
    yield from ((t, 0) for t in done if _holds(sentence, t, below))
    yield from ((t, 0 if not done else 1) for t in own)
    yield from ((t, 1) for t in done)
    inside = {t.index for t in (*doers, *others)}
    if doers:
        yield from ((t, 2) for t in tree.ancestors(sentence, _head(doers)) if t.index not in inside)
    if others:
        yield from ((t, 3) for t in tree.ancestors(sentence, _head(others)) if t.index not in inside)
    yield from ((t, 4) for t in _downwards(sentence) if t.index not in inside)
    yield from ((t, 5) for t in _downwards(sentence) if t.index in inside)


def _done_by(scene: Scene, doers: list[Token], below: set[int]) -> Iterator[Token]:
    """Predicates that have the source for a subject or agent, or are its nouns ("the threats by"), outermost first.

    A noun that has both parties comes before its verb ("the threats by Oslo to Bonn caused"), unless that says what
    became of it ("were stopped").
    """
    if not doers:
        return
    sentence, head, inside = scene.sentence, _head(doers), {t.index for t in doers}
    nouns: list[Token] = []
    for above in tree.ancestors(sentence, head):
        if above.index in inside:
            continue
        ready = above.keys & scene.lexicon.turnings.keys() and tree.children_by(sentence, above, "xcomp")
        suffers = tree.is_passive(sentence, above) and not ready
        active = [] if suffers else tree.subjects(sentence, above)
        agents = [a for t in agents_of(scene, above) for a in tree.conjuncts(sentence, t)]
        whole = not suffers and any(_holds(sentence, n, below) and not _befalls(scene, above, n) for n in nouns)
        if {t.index for t in (*active, *agents)} & (inside | {n.index for n in nouns}) or above.upos == "ADJ":
            yield from reversed(nouns) if whole else ()
            yield from tree.conjuncts(sentence, above)
        if above.upos == "NOUN":
            nouns.append(above)
        if above.upos == "VERB":
            free = not tree.subjects(sentence, above) or (suffers and bool(nouns) and _befalls(scene, above, nouns[-1]))
            if nouns and free and not agents:
                yield above
            break
    yield from reversed(nouns)


def _befalls(scene: Scene, verb: Token, noun: Token) -> bool:
    """Whether a verb says what becomes of the act that its noun tells ("aid was stopped", "sanctions were lifted")."""
    if scene.keys(noun) & scene.lexicon.turnings.keys():
        return False
    needing = (beside for key in verb.keys for _, beside in scene.lexicon.needing.get(key, ()))
    ending = (t.turn in ("stopped", "refused") for key in verb.keys for t in scene.lexicon.turnings.get(key, ()))
    return any(ending) or any(scene.keys(noun) & beside for beside in needing)


def _done_below(sentence: Sentence, doers: list[Token]) -> Iterator[Token]:
    """What the source does in a clause below it: "the men who shot", "urged the men to shoot", "was accused of it"."""
    if not doers:
        return
    inside, head = {t.index for t in doers}, _head(doers)
    above = sentence.parent(head)
    for word in doers:
        yield from (c for c in tree.children_by(sentence, word, "acl") if c.index not in inside)
    governed = head.deprel in ("obj", "iobj", "nsubj:pass") or (head.relation == "obl" and above is not None)
    if above is not None and above.upos == "VERB" and governed:
        yield from tree.children_by(sentence, above, "xcomp", "ccomp", "advcl")
        yield from tree.children_by(sentence, above, "obl") if head.deprel == "nsubj:pass" else ()


def _holds(sentence: Sentence, token: Token, below: set[int]) -> bool:
    """Whether a word has the target below it, outside what is coordinated with it."""
    waiting = [c for c in sentence.children(token) if c.relation != "conj"]
    while waiting:
        current = waiting.pop()
        if current.index in below:
            return True
        waiting += sentence.children(current)
    return False


def _head(words: list[Token]) -> Token:
    inside = {t.index for t in words}
    return next((t for t in words if t.head not in inside), words[0])


def _downwards(sentence: Sentence) -> list[Token]:
    found = [sentence.root]
    for token in found:
        found.extend(sentence.children(token))
    return found

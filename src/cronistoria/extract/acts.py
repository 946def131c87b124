"""What a predicate says is done, as a CAMEO code: its own word, what hangs on it, and what turns the act below it.

A word of a tree comes in, an act goes out: "agreed to release" is an agreement (0353), "will attack" a threat, "will
not meet" a refusal. Words that only records know (positions, events, contacts) count where the coding table is silent.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.record_words import HOSTILE, word_code
from cronistoria.languages.coding import Frame, Lexicon, Turning
from cronistoria.languages.events import load_event_words
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.record import Modality, Polarity
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.cameo import turned

DEPTH = 6
REACH = 8
OUT = REACH + 1
STEPS = {"obl": 2, "nmod": 2, "iobj": 2, "advcl": 3, "acl": 2, "appos": 2, "conj": 0}
COMPLEMENTS = ("xcomp", "ccomp", "csubj", "obj", "obl", "advcl", "acl", "nmod", "iobj", "compound", "parataxis", "dep")
INFINITIVES = ("xcomp", "ccomp", "advcl", "acl")
TOLD = ("ccomp", "parataxis", "xcomp", "obj", "obl")
CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "csubj"})
NOMINAL = frozenset({"NOUN", "PROPN"})
BARE = frozenset({"PUNCT", "DET", "CCONJ", "SCONJ", "PRON", "X", "SYM", "ADP"})
COOPERATIVE = ("04", "05", "06", "07", "08")


class Act(msgspec.Struct, frozen=True):
    """What a word says is done: a CAMEO code, the rule that made it, how sure the text is of it.

    ``denied``: the code already tells what it means that the word is denied ("did not let in", "did not rule out").
    """

    code: str
    rule: str
    token: Token
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    beside: bool = False
    denied: bool = False


class Scene(msgspec.Struct, frozen=True):
    """A sentence with the words of its language; ``target`` holds the indices of the words of the other party."""

    sentence: Sentence
    lexicon: Lexicon
    grammar: Grammar
    language: str
    target: frozenset[int] = frozenset()

    def keys(self, token: Token) -> frozenset[str]:
        """What a word may be listed under; a compound also under the word it ends with, a participle under its verb."""
        if token.feats.get("VerbForm") == "Part":
            return token.keys | self.lexicon.bases(token.lemma.lower())
        head = self.lexicon.head(token.lemma.lower()) if token.upos in NOMINAL else None
        return token.keys if head is None else token.keys | {head}

    def fronts(self, token: Token) -> frozenset[str]:
        """The listed word that a compound begins with."""
        front = self.lexicon.front(token.lemma.lower()) if token.upos in NOMINAL else None
        return frozenset() if front is None else frozenset((front,))


def act_of(scene: Scene, token: Token, depth: int = 0) -> Act | None:
    """The act that a word tells, by itself or by what hangs on it; ``None`` if it tells none."""
    negator = token.upos == "ADV" and token.feats.get("Polarity") == "Neg"
    if depth > DEPTH or negator or token.upos in BARE or (token.entity != "O" and token.upos == "PROPN"):
        return None
    found = _plain_act(scene, token, depth)
    return _as_told(scene, token, found) if found is not None else None


def _plain_act(scene: Scene, token: Token, depth: int) -> Act | None:
    """The act of a word whatever its tense: what needs something beside it first, then what turns the act below."""
    reach, lexicon, keys = reach_of(scene, token), scene.lexicon, own_keys(scene, token)
    found = _clause_act(scene, token, reach, depth) or _needing_act(scene, token, reach)
    if found is not None:
        return found
    for turning in (t for key in keys for t in lexicon.turnings.get(key, ())):
        act = _turned_act(scene, token, turning, reach, depth)
        if act is not None:
            return act
    telling = token.keys & lexicon.words.telling and any(c.relation == "ccomp" for c in scene.sentence.children(token))
    for key in () if telling else keys:
        for frame in lexicon.plain.get(key, ()):
            if _fits(scene, token, frame, reach):
                return Act(frame.code, f"coding.{frame.code}.{key}", token, denied=frame.denied)
    carries = scene.keys(token) & (lexicon.words.carrying | lexicon.words.telling)
    record = None if carries else word_code(scene.language, token, frozenset(reach))
    return Act(record[0], record[1], token) if record is not None else _carried(scene, token, depth)


def own_keys(scene: Scene, token: Token) -> list[str]:
    """What a word may be listed under, in a fixed order; a compound only under its last part if it is not listed."""
    listed = sorted(token.keys & scene.lexicon.acting)
    return listed or sorted(scene.keys(token))


def _clause_act(scene: Scene, token: Token, reach: dict[str, int], depth: int) -> Act | None:
    """What a turning word makes of the act of its clause ("offered to send food": no gift yet)."""
    if not any(c.relation in ("xcomp", "ccomp") for c in scene.sentence.children(token)):
        return None
    for turning in (t for key in own_keys(scene, token) for t in scene.lexicon.turnings.get(key, ())):
        if turning.turn != "stopped":
            act = _turned_act(scene, token, turning, reach, depth, INFINITIVES[:2])
            if act is not None and act.beside:
                return act
    return None


def _needing_act(scene: Scene, token: Token, reach: dict[str, int]) -> Act | None:
    """The act of the frame whose other word stands nearest; of equals the first."""
    best: tuple[int, Act] | None = None
    for key in own_keys(scene, token):
        for frame, beside in scene.lexicon.needing.get(key, ()):
            distance = min((reach[word] for word in beside & reach.keys()), default=OUT)
            nearer = distance < (OUT if best is None else best[0])
            if nearer and _fits(scene, token, frame, reach):
                rule = f"coding.{frame.code}.{key}"
                best = distance, Act(frame.code, rule, token, beside=True, denied=frame.denied)
    return best[1] if best is not None else None


def _fits(scene: Scene, token: Token, frame: Frame, reach: dict[str, int]) -> bool:
    if reach.keys() & frame.without or not _is_behind(scene.sentence, token, frame.behind):
        return False
    if frame.denied and reality.polarity(scene.sentence, token, scene.grammar) != "negated":
        return False
    if not (frame.subjects or frame.crowd or frame.person):
        return True
    doers = agents_of(scene, token) if tree.is_passive(scene.sentence, token) else tree.subjects(scene.sentence, token)
    named = frozenset().union(*(scene.keys(t) for d in doers for t in tree.phrase_tokens(scene.sentence, d)))
    if frame.subjects and not named & frame.subjects:
        return False
    if frame.crowd and token.upos == "VERB" and (not doers or any(d.upos != "NOUN" or d.entity != "O" for d in doers)):
        return False
    if frame.crowd and named & scene.lexicon.words.officials:
        return False
    return not frame.person or any(d.entity.endswith("-PER") for d in doers)


def agents_of(scene: Scene, verb: Token) -> list[Token]:
    """Those by whom a passive verb's deed is done, by their relation or their adposition ("da Mosca")."""
    found = tree.passive_agents(scene.sentence, verb)
    if found or not tree.is_passive(scene.sentence, verb):
        return found
    return tree.obliques(scene.sentence, verb, *sorted(load_quote_words(scene.language).agent_cases))


def _is_behind(sentence: Sentence, token: Token, words: frozenset[str]) -> bool:
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return not words or any(t.keys & words for t in following)


def reach_of(scene: Scene, token: Token) -> dict[str, int]:
    """The words that hang on a word, with their distance; subordinate clauses and active subjects apart."""
    sentence, found = scene.sentence, dict.fromkeys(scene.fronts(token) | _antecedent(scene, token), 1)
    waiting = [(child, _step(sentence, child)) for child in sentence.children(token) if child.relation != "conj"]
    while waiting:
        child, distance = waiting.pop()
        if distance > REACH:
            continue
        for key in scene.keys(child) | scene.fronts(child):
            found[key] = min(distance, found.get(key, distance))
        waiting += [(c, distance + _step(sentence, c)) for c in sentence.children(child)]
    return found


def _antecedent(scene: Scene, token: Token) -> frozenset[str]:
    """What a participle describes ("the tanks supplied by") or the relative pronoun that a clause has for its object.

    "The pact that Oslo signed with Bonn".
    """
    above = scene.sentence.parent(token)
    if above is None:
        return frozenset()
    if token.deprel in ("acl", "amod"):
        return scene.keys(above) if token.feats.get("VerbForm") == "Part" else frozenset()
    objects = tree.children_by(scene.sentence, token, "obj", "nsubj:pass") if token.deprel == "acl:relcl" else []
    pronouns = [o for o in objects if o.upos == "PRON" and o.index < token.index]
    return scene.keys(above) if pronouns else frozenset()


def _step(sentence: Sentence, child: Token) -> int:
    """How far a word is from its governor in meaning; a clause of its own is out of reach."""
    purpose = child.relation == "advcl" and not tree.is_finite(sentence, child)
    if child.deprel in ("nsubj", "punct", "acl:relcl") or (child.relation in CLAUSES and not purpose):
        return OUT
    return STEPS.get(child.relation, 1)


def _turned_act(
    scene: Scene,
    token: Token,
    turning: Turning,
    reach: dict[str, int],
    depth: int,
    relations: tuple[str, ...] = COMPLEMENTS,
) -> Act | None:
    """What a word makes of the act below it."""
    if (turning.beside and not reach.keys() & turning.beside) or reach.keys() & turning.without:
        return None
    below = list(complements(scene.sentence, token, relations))
    if turning.turn == "stopped":
        below = [c for c in below if c.relation != "advcl"]
    if turning.infinitive:
        below = [c for c in below if c.relation in INFINITIVES and c.feats.get("VerbForm") == "Inf"]
    if not _is_behind(scene.sentence, token, turning.behind) or (turning.infinitive and not below):
        return None
    if turning.own and any(tree.subjects(scene.sentence, c) != tree.subjects(scene.sentence, token) for c in below[:1]):
        return None
    if turning.own and tree.objects(scene.sentence, token):
        return None
    rule = f"coding.{turning.turn}.{token.lemma.lower()}"
    denied = turning.turn == "refused" and reality.polarity(scene.sentence, token, scene.grammar) == "negated"
    for complement in below:
        act = (_plain_act if denied else act_of)(scene, complement, depth + 1)
        if act is None:
            continue
        code = turned(act.code, "agreed") if denied else _turned_code(scene, token, turning, (complement, act))
        if code is not None:
            modality: Modality = "asserted" if act.modality == "planned" else act.modality
            rule = f"{rule}.{act.rule.rpartition('.')[2]}"
            return Act(code, rule, token, modality=modality, beside=True, denied=denied)
    return Act(turning.alone, rule, token) if turning.alone else None


def _turned_code(scene: Scene, token: Token, turning: Turning, below: tuple[Token, Act]) -> str | None:
    """The code of the act below; what is ordered is done, unless the other party is told to do it."""
    complement, act = below
    if turning.turn != "ordered":
        return turned(act.code, turning.turn)
    return turned(act.code, "demanded") if _is_told(scene, token, complement) else act.code


def _is_told(scene: Scene, token: Token, complement: Token) -> bool:
    """Whether the other party is to do what a clause says, or nobody is named and it is a clause all the same."""
    if complement.relation not in ("xcomp", "ccomp", "advcl"):
        return False
    told = [*tree.objects(scene.sentence, token), *tree.subjects(scene.sentence, complement)]
    words = {w.index for t in told for w in tree.phrase_tokens(scene.sentence, t)}
    passive = tree.is_passive(scene.sentence, complement) or complement.feats.get("VerbForm") == "Part"
    return not passive and (not scene.target or bool(words & scene.target))


def complements(sentence: Sentence, token: Token, relations: tuple[str, ...]) -> Iterator[Token]:
    """What hangs on a word, the closest relations first; a passive subject counts as an object."""
    children = sentence.children(token)
    for relation in relations:
        for child in children:
            if child.deprel == "acl:relcl":
                continue
            passive = relation == "obj" and child.deprel == "nsubj:pass"
            if child.relation == relation or passive:
                yield child
                if relation in ("obj", "xcomp", "ccomp", "obl"):
                    yield from tree.children_by(sentence, child, "conj")


def _carried(scene: Scene, token: Token, depth: int) -> Act | None:
    """The act below a verb that leaves the meaning to it, or that tells it."""
    words = scene.lexicon.words
    telling = bool(token.keys & words.telling)
    if not telling and not token.keys & words.carrying:
        return None
    below = list(complements(scene.sentence, token, TOLD if telling else COMPLEMENTS))
    if not telling and not any(c.relation in ("obj", "xcomp", "ccomp") and c.upos not in BARE for c in below):
        below = [s for s in tree.subjects(scene.sentence, token) if s.upos == "NOUN"] + below
    for complement in below:
        if telling and _is_obliged(scene, complement):
            return _obliged(scene, complement, depth)
        act = act_of(scene, complement, depth + 1)
        if act is None:
            continue
        if telling and is_blame(scene, complement, act):
            return Act("112", f"coding.blamed.{act.rule.rpartition('.')[2]}", token)
        return act
    return None


def _is_obliged(scene: Scene, complement: Token) -> bool:
    """Whether somebody other is said to have to do something."""
    helpers = tree.children_by(scene.sentence, complement, "aux")
    own = any(c.feats.get("Person") == "1" for c in scene.sentence.children(complement))
    return not own and any(h.keys & scene.grammar.necessity - scene.grammar.future_auxiliaries for h in helpers)


def _obliged(scene: Scene, complement: Token, depth: int) -> Act:
    act = act_of(scene, complement, depth + 1)
    code = turned(act.code, "demanded") if act is not None else None
    return Act(code or "100", "coding.demanded.duty", complement)


def is_blame(scene: Scene, complement: Token, act: Act) -> bool:
    """Whether the other party is said to do something hostile."""
    if not act.code.startswith(HOSTILE):
        return False
    doers = tree.subjects(scene.sentence, complement)
    return any(t.index in scene.target for d in doers for t in tree.phrase_tokens(scene.sentence, d))


def _as_told(scene: Scene, token: Token, act: Act) -> Act | None:
    """An act in the tense and polarity of its word: to come, conditional, denied."""
    sentence = scene.sentence
    if token.upos != "VERB" and not tree.is_finite(sentence, token):
        return act
    told = reality.modality(sentence, token, scene.grammar)
    told = "conditional" if told in ("asserted", "planned") and _hangs_on(scene, token) else told
    code: str | None = act.code
    if _is_to_come(scene, token):
        if act.code.startswith((*COOPERATIVE, *HOSTILE)):
            code = turned(act.code, "agreed" if act.code.startswith(COOPERATIVE) else "threatened") or code
        told = "planned" if told == "asserted" else told
    if not act.denied and reality.polarity(sentence, token, scene.grammar) == "negated":
        code = turned(act.code, "refused") if act.code.startswith((*COOPERATIVE, "03")) else None
    if code is None:
        return None
    return msgspec.structs.replace(act, code=code, modality=told if told != "asserted" else act.modality)


def _hangs_on(scene: Scene, token: Token) -> bool:
    """Whether an if-clause hangs on a word, whatever its tense ("threatened to leave unless they paid")."""
    words = load_event_words(scene.language).hypothetical
    clauses = tree.children_by(scene.sentence, token, "advcl")
    return any(words & set(tree.mark_lemmas(scene.sentence, clause)) for clause in clauses)


def _is_to_come(scene: Scene, token: Token) -> bool:
    """Whether something is future, conditional, or a possibility that hangs over somebody."""
    sentence, grammar = scene.sentence, scene.grammar
    if reality.tense(sentence, token, grammar) == "future":
        return True
    helpers = tree.children_by(sentence, token, "aux")
    open_ = token.feats.get("VerbForm") == "Inf" and any(h.keys & grammar.possibility for h in helpers)
    if open_ or any(h.keys & grammar.conditional_auxiliaries for h in helpers):
        return True
    planned = any(h.keys & scene.lexicon.words.prospective for h in helpers) and token.feats.get("VerbForm") == "Inf"
    above = sentence.parent(token) if token.relation == "ccomp" else None
    foretold = above is not None and reality.tense(sentence, above, grammar) == "past"
    conditional = tree.finite_form(sentence, token).feats.get("Mood") == "Cnd"
    return planned or (conditional and (foretold or not grammar.conditional_is_hearsay))

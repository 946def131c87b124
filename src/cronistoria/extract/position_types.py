"""Which type of position a word makes here: denied, turned round by its content, or none at all.

Threat: the doer's own side does the harm; warning: harm is foretold. A promise not to is a refusal.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import is_conditional
from cronistoria.extract.position_frames import Content, Stage, is_relative
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.positions import WhenNegated
from cronistoria.model.record import Modality, Polarity, PositionType
from cronistoria.model.sentence import Token

COMPLEMENTS = ("obj", "obl", "xcomp", "conj", "amod", "compound")
CONTENT_LINKS = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj", "csubj", "obj", "obl", "nmod"})


def denied_type(
    stage: Stage, predicate: Token, kind: PositionType, negated: WhenNegated
) -> tuple[PositionType, Polarity] | None:
    """The type and polarity of a position after any negation of its word; ``None`` if nothing is left of it."""
    if reality.polarity(stage.sentence, predicate, stage.grammar) == "affirmed":
        return kind, "affirmed"
    if negated == "drop":
        return None
    return (kind, "negated") if negated == "keep" else (negated, "affirmed")


def is_within_position(stage: Stage, token: Token, triggers: set[int]) -> bool:
    """Whether a word only says what another position is about ("demands that they accept")."""
    current: Token | None = token
    while current is not None and current.relation in CONTENT_LINKS and not _is_aside(stage, current):
        above = stage.sentence.parent(current)
        if above is not None and above.index in triggers and current.relation != "conj":
            return True
        current = above
    return False


def _is_aside(stage: Stage, token: Token) -> bool:
    """Whether a word opens a relative, participle, gerund or finite adverbial clause: it says something of its own."""
    if token.relation == "advcl":
        during = token.feats.get("VerbForm") in ("Ger", "Part") and token.feats.get("Tense") != "Past"
        return tree.is_finite(stage.sentence, token) or during
    return token.relation == "acl" and is_relative(stage.sentence, token)


def is_empty(stage: Stage, token: Token) -> bool:
    """Whether a word tells of no position taken: below "must", in a condition or question, what a verb ends."""
    sentence, grammar = stage.sentence, stage.grammar
    clause = token if token.upos in ("VERB", "AUX") else tree.clause_of(sentence, token)
    wished = clause.deprel == "acl:relcl" and tree.finite_form(sentence, clause).feats.get("Mood") == "Sub"
    asked = wished or any(c.form == "?" for c in tree.children_by(sentence, clause, "punct"))
    above = sentence.parent(clause)
    governed = clause.relation == "xcomp" and above is not None and above.upos == "VERB"
    tested = (clause, above) if governed and above is not None else (clause,)
    if asked or any(reality.is_conditional_clause(sentence, c, grammar) for c in tested):
        return True
    helpers = {a.lemma.lower() for a in tree.children_by(sentence, token, "aux")}
    duties = grammar.necessity | stage.words.speech.duties | _abilities(stage, token)
    above = sentence.parent(token)
    if above is not None and token.relation in ("xcomp", "ccomp", "csubj", "advcl"):
        lemma = above.lemma.lower()
        if lemma in stage.words.detached or (lemma in duties and token.relation != "advcl"):
            return True
    return bool(helpers & duties)


def _abilities(stage: Stage, token: Token) -> frozenset[str]:
    """What makes of a deed only one that somebody may do, in the present of the indicative ("can ask us to leave")."""
    feats = tree.finite_form(stage.sentence, token).feats
    fact = feats.get("Mood") == "Ind" and feats.get("Tense") == "Pres"
    return stage.grammar.possibility if fact and token.feats.get("VerbForm") == "Inf" else frozenset()


def refined_type(stage: Stage, kind: PositionType, trigger: Token, content: Content) -> PositionType:
    """The type after a look at the content: a promise of harm is a threat, a promise not to do is a refusal."""
    head = content.head
    if kind == "demand" and head is not trigger and _would_end_badly(stage, head):
        return "warning"
    if kind not in ("promise", "warning", "offer") or head is trigger:
        return kind
    if kind == "offer":
        hostile = is_harm(stage, head) or _meets_attack(stage, trigger, head)
        return "threat" if trigger.upos == "ADJ" and hostile else kind
    if kind == "warning" and is_reprisal(stage, head):
        return "threat"
    if kind == "promise" and not _has_own_subject(stage, trigger, head) and _is_danger(stage, head):
        return "warning"
    if kind == "warning" and is_to_come(stage, head) and _is_retribution(stage, head):
        return "threat"
    if kind == "warning" and not (_has_own_subject(stage, trigger, head) and is_to_come(stage, head)):
        return kind
    if reality.polarity(stage.sentence, head, stage.grammar) == "negated":
        if is_no_inaction(stage, head):
            return "threat"
        return kind if kind == "promise" and _is_there(stage, head) else "refusal"
    return "threat" if is_harm(stage, head) or _is_answer(stage, head) else kind


def _meets_attack(stage: Stage, trigger: Token, head: Token) -> bool:
    """Whether forces are to be sent if somebody attacks, and not to help ("ready to send troops if they attack")."""
    sentence = stage.sentence
    words = load_force_words(stage.language)
    forces = words.forces | words.bodies | words.counted | words.national
    things = [t for o in tree.children_by(sentence, head, "obj") for t in (o, *tree.children_by(sentence, o, "nmod"))]
    if is_mending(stage, head) or not any(t.keys & forces for t in things):
        return False
    clauses = tree.children_by(sentence, trigger, "advcl") + tree.children_by(sentence, head, "advcl")
    tested = (c for c in clauses if reality.is_conditional_clause(sentence, c, stage.grammar))
    return any(c.keys & stage.words.speech.harm for c in tested)


def _would_end_badly(stage: Stage, head: Token) -> bool:
    """Whether a clause tells of a danger that would come ("mahnte, ein Angriff würde zu Krieg führen")."""
    sentence, danger = stage.sentence, stage.words.speech.danger
    if head.upos != "VERB" or not is_conditional(sentence, head, stage.grammar) or is_mending(stage, head):
        return False
    return any(t.keys & danger for t in tree.children_by(sentence, head, "obj", "obl", "xcomp"))


def _is_answer(stage: Stage, head: Token) -> bool:
    """Whether a predicate says what the answer will be like ("the response will be overwhelming")."""
    copular = bool(tree.children_by(stage.sentence, head, "cop")) and is_to_come(stage, head)
    subjects = tree.children_by(stage.sentence, head, "nsubj")
    return copular and any(s.keys & stage.words.speech.reprisals for s in subjects)


def _is_retribution(stage: Stage, head: Token) -> bool:
    """Whether what is foretold is what its speaker will see to ("any attack will have an answer")."""
    there_is = head.upos in ("VERB", "AUX") and not tree.children_by(stage.sentence, head, "xcomp", "advmod")
    below = tree.children_by(stage.sentence, head, *(("obj", "nsubj") if there_is else ("obj",)))
    return any(t.keys & stage.words.speech.retribution and not is_calamity(stage, t) for t in below)


def is_calamity(stage: Stage, harm: Token) -> bool:
    """Whether a harm is of a kind that nobody sees to: "catastrophic consequences", "consequences for the region"."""
    below = tree.children_by(stage.sentence, harm, "amod", "nmod", "conj")
    above = stage.sentence.parent(harm)
    below += tree.children_by(stage.sentence, above, "obl") if above is not None and above.upos == "VERB" else []
    return any(t.keys & stage.words.speech.calamities for t in below)


def _is_there(stage: Stage, head: Token) -> bool:
    """Whether a predicate says that there is some harm ("there will be no reprisals")."""
    below = tree.children_by(stage.sentence, head, "nsubj", "obj")
    return head.lemma.lower() in stage.words.speech.states and any(is_harm(stage, t) for t in below)


def _is_danger(stage: Stage, head: Token) -> bool:
    return head.upos == "VERB" and tree.is_finite(stage.sentence, head) and bool(head.keys & stage.words.speech.danger)


def is_harm(stage: Stage, head: Token) -> bool:
    """Whether a predicate or noun does harm, itself or through its complements, and mends nothing ("end the war")."""
    if _deprives(stage, head):
        return True
    return bool(_keys_below(stage, head) & stage.words.speech.harm) and not is_mending(stage, head)


def _deprives(stage: Stage, head: Token) -> bool:
    """Whether somebody is to lose help ("will suspend its aid")."""
    speech = stage.words.speech
    lost = tree.children_by(stage.sentence, head, "obj", "nsubj:pass")
    return bool(head.keys & speech.depriving) and any(t.keys & speech.deprived for t in lost)


def is_mending(stage: Stage, head: Token) -> bool:
    """Whether a predicate or noun undoes harm or helps, itself or through its complements."""
    return bool(_keys_below(stage, head) & stage.words.speech.mending)


def is_reprisal(stage: Stage, head: Token) -> bool:
    """Whether a predicate foretells what its subject will meet with ("will be met with force")."""
    speech = stage.words.speech
    if not head.keys & speech.meeting or not is_to_come(stage, head):
        return False
    return any(t.keys & speech.reprisals for t in tree.children_by(stage.sentence, head, "obl", "obj"))


def is_no_inaction(stage: Stage, head: Token) -> bool:
    """Whether a denied predicate says that somebody will not just look on ("will not sit on its hands")."""
    keys = _keys_below(stage, head).union(*(child.keys for child in stage.sentence.children(head)))
    return bool(keys & stage.words.speech.inaction)


def _keys_below(stage: Stage, head: Token) -> set[str]:
    arms = load_force_words(stage.language).arms
    below = [head]
    for token in below:
        given = token.upos == "NOUN" and token.relation not in ("obl", "nmod") and token.keys & arms
        relations = [r for r in COMPLEMENTS if r != "amod"] if given else COMPLEMENTS
        below += tree.children_by(stage.sentence, token, *relations)
    return {key for token in below if not (token.upos == "NOUN" and token.keys & arms) for key in token.keys}


def denies(stage: Stage, head: Token) -> bool:
    """Whether a predicate is denied, by a negator or by "no" on what it is said of."""
    sentence = stage.sentence
    if reality.polarity(sentence, head, stage.grammar) == "negated" or head.keys & stage.grammar.negators:
        return True
    nominals = [head, *tree.children_by(sentence, head, "nsubj", "obj", "expl")]
    words = [w for n in nominals for w in (n, *tree.children_by(sentence, n, "det"))]
    return any(w.feats.get("PronType") == "Neg" or w.feats.get("Polarity") == "Neg" for w in words)


def is_to_come(stage: Stage, predicate: Token) -> bool:
    """Whether a predicate tells what somebody will do, in the future or the future of the past."""
    sentence, grammar = stage.sentence, stage.grammar
    if reality.tense(sentence, predicate, grammar) == "future":
        return True
    helpers = tree.children_by(sentence, predicate, "aux")
    if any(a.keys & grammar.conditional_auxiliaries for a in helpers):
        return True
    mood = tree.finite_form(sentence, predicate).feats.get("Mood")
    perfect = grammar.forms.perfect if grammar.forms is not None else frozenset()
    if predicate.feats.get("VerbForm") == "Part" and any(a.lemma.lower() in perfect for a in helpers):
        return False
    if grammar.simple_future_in_past and predicate.feats.get("VerbForm") == "Part":
        return False
    return mood == "Cnd" and not any(a.keys & (grammar.possibility | grammar.necessity) for a in helpers)


def _has_own_subject(stage: Stage, trigger: Token, head: Token) -> bool:
    """Whether a content clause has the subject of its governor: not spoken, a pronoun, or the same words."""
    sentence = stage.sentence
    if not tree.is_finite(sentence, head) or head.lemma.lower() in stage.grammar.impersonals:
        return False
    subjects = tree.children_by(sentence, head, "nsubj")
    above = {t.lemma.lower() for t in tree.subjects(sentence, trigger)}
    houses = stage.words.speech.houses
    personal = (s.upos == "PRON" and s.feats.get("PronType") != "Dem" for s in subjects)
    return all(p or s.lemma.lower() in above or s.keys & houses for p, s in zip(personal, subjects, strict=True))


def speech_modality(stage: Stage, trigger: Token) -> Modality:
    """How sure it is that the position was taken; its own condition does not make it less so."""
    sentence, grammar = stage.sentence, stage.grammar
    if trigger.upos not in ("VERB", "AUX", "ADJ"):
        return "asserted"
    found = reality.modality(sentence, trigger, grammar)
    own = reality.is_conditional_clause(sentence, trigger, grammar)
    mood = tree.finite_form(sentence, trigger).feats.get("Mood")
    return "asserted" if found == "conditional" and not own and mood != "Cnd" else found


def names_intention(stage: Stage, predicate: Token) -> bool:
    """Whether a predicate says of an intention that somebody has it, or that there is none ("has no intention of")."""
    below = tree.children_by(stage.sentence, predicate, "obj", "nsubj")
    return any(t.keys & stage.words.speech.intentions and t.upos == "NOUN" for t in below)

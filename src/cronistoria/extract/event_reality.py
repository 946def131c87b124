"""Whether an event is told as a fact: what is feared, wished, planned or supposed is not.

A verb or a noun comes in, its modality goes out; ``None`` stands for a mere idea that makes no event.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.event_roles import Stage
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.events import EventNoun
from cronistoria.languages.positions import load_position_words
from cronistoria.model.record import Modality
from cronistoria.model.sentence import Token

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
BESIDE = CONTENT | {"DET"}
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl"})
DEPTH, NEAR = 4, 3


def verb_modality(stage: Stage, verb: Token) -> Modality | None:
    """A bare infinitive or a subjunctive clause tells no fact, unless it is begun, continued or behind."""
    sentence = stage.sentence
    head = tree.first_conjunct(sentence, verb)
    interrogatives = load_position_words(stage.document.language).questions - stage.words.hypothetical
    if reality.is_asked(sentence, verb, interrogatives):
        return None
    if _is_hypothesis(stage, verb) or _is_supposed(stage, head) or _is_denied(stage, head) or _is_duty(stage, head):
        return None
    above = sentence.parent(head)
    bare = head.relation in ("xcomp", "ccomp") and not tree.is_finite(sentence, head)
    if bare and above is not None and above.keys & stage.words.irrealis:
        return None
    certain = reality.modality(sentence, verb, stage.grammar)
    if certain != "asserted":
        return certain
    carrier = tree.finite_form(sentence, head)
    if carrier.feats.get("Mood") == "Sub" and head.relation in ("ccomp", "advcl", "csubj"):
        return None
    return "asserted" if _is_real(stage, head) else None


def noun_modality(stage: Stage, noun: Token, entry: EventNoun) -> Modality | None:
    """Nothing below or beside a word of threat, wish or supposition; planned in a plan; else as its clause is."""
    sentence, irrealis = stage.sentence, stage.words.irrealis
    ancestors = list(tree.ancestors(sentence, noun))[:NEAR]
    above = [a for place, a in enumerate(ancestors) if a.upos in CONTENT and (place < NEAR - 1 or a.upos == "VERB")]
    beside = [c for c in sentence.children(noun) if c.upos in BESIDE and c.relation != "acl"]
    if any(t.keys & irrealis for t in (noun, *beside, *above)):
        return None
    if set(tree.case_lemmas(sentence, noun)) & stage.grammar.negating_marks:
        return None
    clause = tree.clause_of(sentence, noun)
    if _is_hypothesis(stage, clause) or _is_supposed(stage, clause) or _would_lead(stage, noun, clause):
        return None
    wished = tree.finite_form(sentence, clause).feats.get("Mood") == "Sub" and clause.deprel != "acl:relcl"
    if wished and clause.relation in COMPLEMENTS:
        return None
    if clause.keys & stage.grammar.planning and not entry.announced:
        return "planned"
    certain = reality.modality(sentence, clause, stage.grammar)
    if certain in ("conditional", "possible") or not _is_real(stage, clause):
        return None
    return "asserted" if certain == "planned" else certain


def _would_lead(stage: Stage, noun: Token, clause: Token) -> bool:
    """Whether a clause tells what an event that is its subject would lead to ("an attack would mean war")."""
    helped = any(c.relation == "aux" and c.deprel != "aux:pass" for c in stage.sentence.children(clause))
    unreal = tree.finite_form(stage.sentence, clause).feats.get("Mood") == "Cnd" and not helped
    return unreal and noun.relation == "nsubj" and stage.sentence.parent(noun) is clause


def _is_real(stage: Stage, head: Token) -> bool:
    """Whether a clause is finite, or an infinitive below a verb that makes it a fact ("began to")."""
    sentence = stage.sentence
    carrier, above = tree.finite_form(sentence, head), sentence.parent(head)
    bare = carrier.feats.get("VerbForm") == "Inf" and not tree.children_by(sentence, head, "aux")
    if not bare:
        return True
    marks = set(tree.mark_lemmas(sentence, head)) | set(tree.case_lemmas(sentence, head))
    return bool(marks & stage.words.actual) or (above is not None and bool(above.keys & stage.words.actual))


def _is_duty(stage: Stage, head: Token) -> bool:
    """Whether somebody only ought to do it ("must be freed", not "had to be freed")."""
    sentence, grammar = stage.sentence, stage.grammar
    above = sentence.parent(head)
    governor = [above] if above is not None and head.relation in ("xcomp", "csubj") else []
    duties = grammar.necessity - grammar.future_auxiliaries - grammar.hearsay_auxiliaries
    helpers = [*tree.children_by(sentence, head, "aux"), *governor]
    return any(t.keys & duties and t.feats.get("Tense") in (None, "Pres") for t in helpers)


def _is_denied(stage: Stage, head: Token) -> bool:
    """Whether somebody denies having done it: an infinitive below a verb of denying."""
    above = stage.sentence.parent(head)
    if above is None or head.relation not in ("xcomp", "ccomp") or tree.is_finite(stage.sentence, head):
        return False
    return bool(above.keys & load_contact_words(stage.document.language).denials)


def _is_supposed(stage: Stage, head: Token) -> bool:
    """Whether a clause further up is an if-clause or a wish: "if he decided to go on with the invasion"."""
    sentence, current = stage.sentence, head
    for _ in range(DEPTH):
        above = sentence.parent(current)
        if above is None or current.relation not in COMPLEMENTS or current.deprel == "acl:relcl":
            return False
        if _is_hypothesis(stage, above):
            return True
        if tree.finite_form(sentence, above).feats.get("Mood") == "Sub" and above.relation in COMPLEMENTS:
            return above.deprel != "acl:relcl"
        current = above
    return False


def _is_hypothesis(stage: Stage, predicate: Token) -> bool:
    """Whether a clause is an if-clause; "if" makes one whatever mood and tense the verb seems to have."""
    head = tree.first_conjunct(stage.sentence, predicate)
    supposed = set(tree.mark_lemmas(stage.sentence, head)) & stage.words.hypothetical
    return bool(supposed) or reality.is_conditional_clause(stage.sentence, predicate, stage.grammar)

"""Forces and where they are: "sono ammassati più di 100mila soldati russi", "U.S. troops in South Korea".

Sentences come in, deployment mentions go out in text order. A force is a noun of the forces table; what it does is told
by a verb or noun of posture above it, or by a named place that it is said to be in.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.force_places import direction_span, has_place, stands_in_named_place
from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.forces import (
    ForceWords,
    PostureNoun,
    PostureVerb,
    load_force_words,
    posture_nouns,
    posture_verbs,
)
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.languages.quantities import QuantityWords, load_quantity_words
from cronistoria.model.document import Document
from cronistoria.model.mention import DeploymentMention, Phrase, QuantityMention
from cronistoria.model.record import Modality, Posture
from cronistoria.model.sentence import Sentence, Token

VERB_CONFIDENCE, NOUN_CONFIDENCE, PLACE_CONFIDENCE = 0.85, 0.75, 0.65
DEPENDENT = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})


class Ground(msgspec.Struct, frozen=True):
    """A sentence with the words of its language."""

    document: Document
    sentence: Sentence
    forces: ForceWords
    numbers: QuantityWords
    grammar: Grammar
    language: str


class Role(msgspec.Struct, frozen=True):
    """What tells the posture of a force: the trigger, the posture, and the predicate that carries time and mood."""

    trigger: Token
    posture: Posture
    predicate: Token
    confidence: float


def find_deployments(
    document: Document, sentences: Sequence[Sentence], *, language: str
) -> Iterator[DeploymentMention]:
    """The deployments that a report tells of, in text order, one for each force.

    "Al confine sono ammassati ventimila soldati russi." yields one mention: massed, 20,000, owner "russi".
    """
    forces, numbers, grammar = load_force_words(language), load_quantity_words(language), load_grammar(language)
    for sentence in sentences:
        ground = Ground(document, sentence, forces, numbers, grammar, language)
        for token in sentence.tokens:
            if token.upos in ("NOUN", "PROPN", "ADJ") and is_force(sentence, token, forces):
                role = _role(ground, token)
                if role is not None:
                    yield _mention(ground, token, role)


def is_force(sentence: Sentence, token: Token, forces: ForceWords, *, bodies: bool = True) -> bool:
    """Whether a noun names forces, by itself or with the modifiers that make it so."""
    keys = {token.lemma.lower(), token.lower}
    if token.relation in ("compound", "amod", "flat") or (
        token.upos == "ADJ" and token.relation not in ("nsubj", "obj")
    ):
        return False
    if keys & forces.forces or (bodies and keys & forces.bodies):
        return True
    needed = frozenset().union(*(forces.compounds.get(key, frozenset()) for key in sorted(keys)))
    if not needed:
        return False
    near = tree.children_by(sentence, token, "amod", "compound", "nmod", "flat", "acl", "appos")
    return any({t.lemma.lower(), t.lower} & needed for t in near)


def _role(ground: Ground, force: Token) -> Role | None:
    """What the force does, from the nearest verb or noun of posture above it, else from its place."""
    body = {force.lemma.lower(), force.lower} & ground.forces.bodies
    return _by_verb(ground, force) or _by_noun(ground, force) or (None if body else _by_place(ground, force))


def _chain(ground: Ground, force: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and its governor, through coordination and through nouns of number and part."""
    current = tree.first_conjunct(ground.sentence, force)
    for _ in range(4):
        above = ground.sentence.parent(current)
        if above is None:
            return
        yield current, above
        linking = {above.lemma.lower(), above.lower} & ground.forces.links or is_force(
            ground.sentence, above, ground.forces
        )
        if not (linking and current.relation in ("nmod", "nummod", "appos")):
            return
        current = tree.first_conjunct(ground.sentence, above)


def _by_verb(ground: Ground, force: Token) -> Role | None:
    participles = [c for c in ground.sentence.children(force) if c.relation in ("acl", "amod")]
    for word, verb in (*_chain(ground, force), *((force, p) for p in participles)):
        for entry in posture_verbs(ground.language).get(verb.lemma.lower(), ()):
            if verb.upos in ("VERB", "ADJ") and _fits(ground, word, verb, entry):
                return Role(verb, entry.posture, verb, VERB_CONFIDENCE)
    return None


def _fits(ground: Ground, force: Token, verb: Token, entry: PostureVerb) -> bool:
    """Whether the force stands in the role that the verb needs."""
    sentence = ground.sentence
    if entry.needs and not any(o.lemma.lower() in entry.needs for o in tree.objects(sentence, verb)):
        return False
    if entry.needs_place and not has_place(sentence, verb, ground.forces):
        return False
    if verb.relation in ("acl", "amod") and sentence.parent(verb) is force:
        relative = verb.deprel == "acl:relcl"
        return entry.object if not relative else _fits_relative(sentence, verb, entry)
    as_subject = force.deprel == "nsubj" and not tree.is_passive(sentence, verb)
    as_object = force.deprel in ("obj", "nsubj:pass")
    agent = force.deprel == "obl:agent"
    return (entry.subject and (as_subject or agent)) or (entry.object and as_object)


def _fits_relative(sentence: Sentence, verb: Token, entry: PostureVerb) -> bool:
    is_object = any(t.feats.get("PronType") == "Rel" for t in tree.objects(sentence, verb))
    return entry.object if is_object else entry.subject


def _by_noun(ground: Ground, force: Token) -> Role | None:
    """Forces in the genitive of a posture noun, or beside it ("troop withdrawal" is left to the noun's own words)."""
    for word, noun in _chain(ground, force):
        entry: PostureNoun | None = posture_nouns(ground.language).get(noun.lemma.lower())
        if entry is not None and noun.upos in ("NOUN", "PROPN") and word.relation in ("nmod", "compound", "obl"):
            return Role(noun, entry.posture, tree.clause_of(ground.sentence, noun), NOUN_CONFIDENCE)
    for child in tree.children_by(ground.sentence, force, "acl"):
        for noun in tree.children_by(ground.sentence, child, "nsubj", "obj"):
            entry = posture_nouns(ground.language).get(noun.lemma.lower())
            if child.deprel == "acl:relcl" and entry is not None and entry.posture == "deployed":
                return Role(noun, entry.posture, child, NOUN_CONFIDENCE)
    return None


def _by_place(ground: Ground, force: Token) -> Role | None:
    """Owned forces that are said to be in a named place."""
    owned = _owner(ground, force, None) or tree.children_by(ground.sentence, force, "amod")
    if not owned or not stands_in_named_place(ground.sentence, force, ground.forces):
        return None
    return Role(force, "deployed", tree.clause_of(ground.sentence, force), PLACE_CONFIDENCE)


def _owner(ground: Ground, force: Token, role: Role | None) -> Phrase | None:
    """Whose forces: possessor, genitive or name beside the force, else the subject who places them.

    Adjectives are left inside the phrase of the force ("soldati russi"), where the composer looks for parties too.
    """
    sentence = ground.sentence
    for child in sentence.children(force):
        possessor = child.deprel in ("nmod:poss", "det:poss")
        genitive = child.relation == "nmod" and set(tree.case_lemmas(sentence, child)) & ground.forces.owners
        named = child.relation in ("compound", "amod", "flat") and (child.upos == "PROPN" or child.entity != "O")
        if possessor or genitive or named:
            return tree.phrase(ground.document, sentence, child)
    if role is None or role.trigger is force:
        return None
    if role.trigger.upos in ("NOUN", "PROPN"):
        owners = tree.children_by(sentence, role.trigger, "nmod:poss", "det:poss", "amod")
        return tree.phrase(ground.document, sentence, owners[0]) if owners else None
    doers = tree.doers(ground.document, sentence, role.trigger)
    return next((d for d in doers if d.dropped or d.head != tree.first_conjunct(sentence, force).index), None)


def _mention(ground: Ground, force: Token, role: Role) -> DeploymentMention:
    sentence, document = ground.sentence, ground.document
    clause = tree.clause_of(sentence, role.trigger)
    return DeploymentMention(
        sentence=sentence.index,
        head=role.trigger.index,
        trigger=tree.token_span(document, role.trigger),
        evidence=(tree.clause_span(document, sentence, clause),),
        polarity="affirmed" if role.trigger is force else tree.polarity(sentence, role.predicate, ground.grammar),
        modality=_modality(ground, role),
        rule=f"deployment.{role.posture}.{role.trigger.lemma.lower()}",
        confidence=role.confidence,
        owner=_owner(ground, force, role),
        force=tree.phrase(document, sentence, force),
        quantity=_quantity(ground, force),
        posture=role.posture,
        direction=direction_span(document, sentence, role.trigger, ground.forces),
    )


def _quantity(ground: Ground, force: Token) -> QuantityMention | None:
    """The number of the forces; a vague one is left to the words of the force."""
    found = find_quantity(ground.document, ground.sentence, force, ground.numbers)
    return found if found and (found.min is not None or found.max is not None) else None


def _modality(ground: Ground, role: Role) -> Modality:
    """A wish or a demand (subjunctive below a verb) is only possible; a plan stays a plan; a place is a fact."""
    if role.posture == "deployed" and role.confidence == PLACE_CONFIDENCE:
        return "asserted"
    carrier = tree.finite_form(ground.sentence, role.predicate)
    if carrier.feats.get("Mood") == "Sub" and role.predicate.relation in ("ccomp", "csubj", "advcl", "xcomp"):
        return "possible"
    return tree.modality(ground.sentence, role.predicate, ground.grammar)

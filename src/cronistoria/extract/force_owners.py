"""Whose forces: the words that name the owner, beside the force or in its clause.

A force and its role come in, a phrase goes out; who that is, the composer knows.
"""

from cronistoria.extract import tree
from cronistoria.extract.force_nouns import keys_of
from cronistoria.extract.force_roles import Ground, Role
from cronistoria.extract.neighbours import nominal_before
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token

SUBJECTLESS = frozenset({"withdrawn", "moved", "deployed", "massed", "exercising"})


def owner_beside(ground: Ground, force: Token) -> Phrase | None:
    """Possessor, genitive or name beside the force.

    Adjectives are left inside the phrase of the force ("soldati russi"), where the composer looks for parties too.
    """
    sentence = ground.sentence
    for child in sentence.children(force):
        possessor = child.deprel in ("nmod:poss", "det:poss")
        genitive = child.relation == "nmod" and set(tree.case_lemmas(sentence, child)) & ground.forces.owners
        named = child.relation in ("compound", "amod", "flat") and (child.upos == "PROPN" or child.entity != "O")
        if possessor or genitive or named:
            return tree.phrase(ground.document, sentence, child)
    return None


def owner_in_clause(ground: Ground, force: Token, role: Role) -> Phrase | None:
    """Who places the forces: the subject of the verb, the possessor of the noun, or the land they come from."""
    if role.trigger is force:
        return None
    sentence, document = ground.sentence, ground.document
    if role.trigger.upos in ("NOUN", "PROPN"):
        owners = tree.children_by(sentence, role.trigger, "nmod:poss", "det:poss", "amod")
        return tree.phrase(document, sentence, owners[0]) if owners else None
    heads = {t.index for t in tree.conjuncts(sentence, tree.first_conjunct(sentence, force))}
    doers = [d for d in tree.doers(document, sentence, role.trigger) if d.head not in heads and not _is_number(ground, d)]
    if doers and not doers[0].dropped:
        return doers[0]
    before = nominal_before(sentence, role.trigger)
    if before is not None and before.upos == "PROPN" and force.index > role.trigger.index:
        return tree.phrase(document, sentence, before)
    return _origin(ground, role) or (doers[0] if doers and force.relation in ("obj", "obl") else None)


def _is_number(ground: Ground, phrase: Phrase) -> bool:
    """Whether a subject is the noun of number that the force hangs on ("a dozen of tanks")."""
    return not phrase.dropped and bool(keys_of(ground.sentence.tokens[phrase.head]) & ground.forces.links)


def _origin(ground: Ground, role: Role) -> Phrase | None:
    """The land that forces on the move come from, where nobody else is named."""
    if role.posture != "moved":
        return None
    found = tree.obliques(ground.sentence, role.trigger, *ground.forces.origins)
    named = [t for t in found if t.entity.endswith("-LOC")]
    return tree.phrase(ground.document, ground.sentence, named[0]) if named else None

"""Whose forces: the words that name the owner, beside the force or in its clause.

A force and its role come in, a phrase goes out; who that is, the composer knows.
"""

from cronistoria.extract import tree
from cronistoria.extract.force_places import is_place
from cronistoria.extract.force_roles import Ground, Role, is_owned, is_possessive
from cronistoria.extract.neighbours import nominal_before
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.events import load_event_words
from cronistoria.languages.positions import load_position_words, position_verbs
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token

ASKED = frozenset({"xcomp", "advcl", "ccomp"})


def force_phrase(ground: Ground, force: Token, role: Role) -> Phrase:
    """The words of the force without those that say where it is or whence it goes."""
    sentence = ground.sentence
    whole = tree.phrase(ground.document, sentence, force)
    cuts = [
        tree.children_by(sentence, c, "case")[0].start
        for c in sentence.children(force)
        if _is_where(ground, force, c, role)
    ]
    after = [cut for cut in cuts if cut >= force.end]
    if not after:
        return whole
    last = max(t.end for t in sentence.tokens if t.end <= min(after) and t.start >= force.start)
    return Phrase(whole.sentence, whole.head, ground.document.span(whole.span.start, last))


def _is_where(ground: Ground, force: Token, child: Token, role: Role) -> bool:
    """Whether a dependent says where forces are, or where those that leave come from.

    Behind a possessive a genitive says where those come from, not whose they are ("ses soldats du Niger").
    """
    cases = set(tree.roles(ground.sentence, child))
    where = ground.forces.places - ground.forces.owners
    owned = any(is_possessive(c) for c in ground.sentence.children(force))
    leaving = ground.forces.origins | (ground.forces.owners if owned else frozenset())
    leaving = leaving if role.posture == "withdrawn" or (owned and role.trigger is not force) else frozenset()
    placed = child.relation == "nmod" and is_place(ground.sentence, child, ground.forces)
    return placed and bool(cases & (where | leaving))


def owner_beside(ground: Ground, force: Token, role: Role) -> Phrase | None:
    """Possessor, genitive or name beside the force.

    Adjectives are left inside the phrase of the force ("soldati russi"), where the composer looks for parties too.
    """
    sentence = ground.sentence
    parts = frozenset().union(*(ground.forces.compounds.get(key, frozenset()) for key in sorted(force.keys)))
    for child in sentence.children(force):
        part = child.relation == "nmod" and child.upos == "NOUN" and bool(child.keys & parts)
        kind = child.keys & ground.forces.bodies and not is_owned(ground, child)
        if part or kind or child.keys & ground.forces.others or (force.upos == "NUM" and child.upos == "PRON"):
            continue
        possessor = is_possessive(child)
        cases = set(tree.roles(sentence, child))
        belongs = child.relation == "nmod" and bool(cases & ground.forces.owners)
        belongs = belongs and not (cases <= ground.forces.origins and _is_moved_by_another(ground, force, role))
        genitive = belongs and not _is_where(ground, force, child, role) and not _is_of_land(ground, force, child)
        named = child.relation in ("compound", "amod", "flat") and (child.upos == "PROPN" or child.entity != "O")
        if possessor or genitive or named:
            return tree.phrase(ground.document, sentence, child)
    return None


def _is_moved_by_another(ground: Ground, force: Token, role: Role) -> bool:
    """Whether somebody moves forces, so that the land they come from is not whose they are ("fighters from Syria")."""
    verb = role.trigger
    if role.posture != "moved" or verb.upos != "VERB" or sum(t is force for t in tree.subjects(ground.sentence, verb)):
        return False
    return any(t.entity != "O" for t in tree.subjects(ground.sentence, verb))


def _is_of_land(ground: Ground, force: Token, child: Token) -> bool:
    """Whether a land is where forces of a named people are ("the French soldiers of Chad")."""
    peoples = [c for c in tree.children_by(ground.sentence, force, "amod") if c.keys & ground.forces.peoples]
    return bool(peoples) and child.entity.endswith("-LOC")


def owner_in_clause(ground: Ground, force: Token, role: Role) -> Phrase | None:
    """Who places the forces: the subject of the verb, the possessor of the noun, or the land they come from."""
    if role.trigger is force:
        return None
    sentence, document = ground.sentence, ground.document
    there_are = role.trigger.keys & ground.forces.existence and not _has(ground, role.trigger, force)
    if there_are and tree.first_conjunct(sentence, force).relation == "obj":
        return None
    if role.trigger.upos in ("NOUN", "PROPN"):
        owners = tree.children_by(sentence, role.trigger, "nmod:poss", "det:poss", "amod")
        owners = [o for o in owners if o.relation != "amod" or o.keys & ground.forces.peoples or o.entity != "O"]
        owners = owners or _bidden(ground, role)
        return tree.phrase(document, sentence, owners[0]) if owners else _carrying(ground, role)
    if (asked := _asked(ground, role.trigger)) is not None:
        return tree.phrase(document, sentence, asked)
    if _is_asked_of_nobody(ground, role.trigger):
        return None
    antecedent = _antecedent(ground, role.trigger)
    if antecedent is not None:
        return tree.phrase(document, sentence, antecedent)
    heads = {t.index for t in tree.conjuncts(sentence, tree.first_conjunct(sentence, force))}
    doers = [
        d for d in tree.doers(document, sentence, role.trigger) if d.head not in heads and not _is_number(ground, d)
    ]
    bare = force.relation == "obl" and not tree.children_by(sentence, force, "case")
    subject = (force.deprel == "nsubj" or bare) and sentence.parent(force) is role.trigger
    if subject:
        doers = [d for d in doers if not d.dropped and sentence.tokens[d.head].head == role.trigger.index]
    if doers and not doers[0].dropped:
        return doers[0]
    if subject:
        return _origin(ground, role)
    before = nominal_before(sentence, role.trigger)
    if before is not None and before.upos == "PROPN" and force.index > role.trigger.index:
        return tree.phrase(document, sentence, before)
    return _origin(ground, role) or (doers[0] if doers and force.relation in ("obj", "obl") else None)


def _has(ground: Ground, verb: Token, force: Token) -> bool:
    """Whether a verb that may only say that there are forces says who has them ("Oslo counts on 900 soldiers")."""
    if not verb.keys & ground.forces.possession:
        return False
    told = tree.children_by(ground.sentence, verb, "nsubj")
    subjects = [tree.antecedent(ground.sentence, s) or s for s in told]
    named = any(s.upos in ("NOUN", "PROPN") and s is not force for s in subjects)
    return named or bool(set(tree.roles(ground.sentence, force)) & ground.forces.possessed)


def is_of_asked(ground: Ground, force: Token, role: Role) -> bool:
    """Whether a possessive means whom somebody asks to do it ("asked Oslo to withdraw its troops")."""
    possessed = any(is_possessive(c) for c in ground.sentence.children(force))
    return possessed and role.trigger.upos == "VERB" and _asked(ground, role.trigger) is not None


def _asked(ground: Ground, verb: Token) -> Token | None:
    """Who is asked to do what a verb says, or accused of it ("asked Oslo to withdraw the troops")."""
    sentence, above = ground.sentence, ground.sentence.parent(verb)
    wished = tree.finite_form(sentence, verb).feats.get("Mood") == "Sub" and not tree.subjects(sentence, verb)
    if above is None or verb.relation not in ASKED:
        return None
    if tree.is_finite(sentence, verb) and not wished:
        return None
    for entry in position_verbs(ground.language).get(above.lemma.lower(), ()):
        if entry.type in ("demand", "request", "accusation"):
            objects = tree.children_by(sentence, above, "obj", "iobj") if entry.object_is_to else []
            asked = tree.obliques(sentence, above, *entry.to) or [o for o in objects if o is not verb]
            return asked[0] if asked else None
    return None


def _bidden(ground: Ground, role: Role) -> list[Token]:
    """Who is asked for what the noun says ("asked Oslo for the deployment of troops")."""
    noun = tree.first_conjunct(ground.sentence, role.trigger)
    verb = ground.sentence.parent(noun) if noun.relation == "obj" else None
    entries = position_verbs(ground.language).get(verb.lemma.lower(), ()) if verb is not None else ()
    cases = {case for e in entries if e.type in ("demand", "request") for case in e.to - e.content}
    asked = tree.obliques(ground.sentence, verb, *sorted(cases)) if verb is not None and cases else []
    return [t for t in asked if t.entity.endswith(("-LOC", "-ORG", "-PER"))]


def _is_asked_of_nobody(ground: Ground, verb: Token) -> bool:
    """Whether an infinitive tells what is asked, of whom nobody says ("called to pull the troops back")."""
    above = ground.sentence.parent(verb)
    if above is None or verb.relation not in ASKED or verb.feats.get("VerbForm") != "Inf":
        return False
    entries = position_verbs(ground.language).get(above.lemma.lower(), ())
    ordered = above.keys & load_position_words(ground.language).orders
    return bool(entries) and not ordered and all(entry.type == "demand" for entry in entries)


def _carrying(ground: Ground, role: Role) -> Phrase | None:
    """The subject of a verb that carries out or plans what the noun says ("ordered the deployment of")."""
    carriers = load_event_words(ground.language).carriers | ground.grammar.planning | ground.grammar.light_verbs
    carriers |= load_position_words(ground.language).orders
    carriers |= load_contact_words(ground.language).light_verbs
    verb = ground.sentence.parent(tree.first_conjunct(ground.sentence, role.trigger))
    if verb is None or verb.upos != "VERB" or verb.lemma.lower() not in carriers:
        return None
    if role.trigger not in tree.objects(ground.sentence, verb):
        return None
    return next(iter(tree.doers(ground.document, ground.sentence, verb)), None)


def _antecedent(ground: Ground, verb: Token) -> Token | None:
    """Whose forces a relative clause tells of ("Oslo, whose soldiers are stationed there")."""
    owned = any(c.keys & ground.forces.owner_relatives for c in tree.subtree(ground.sentence, verb))
    return ground.sentence.parent(verb) if owned and verb.deprel == "acl:relcl" else None


def _is_number(ground: Ground, phrase: Phrase) -> bool:
    """Whether a subject is the noun of number that the force hangs on, or "others" ("a dozen of tanks")."""
    words = ground.forces.links | ground.forces.others
    return not phrase.dropped and bool(ground.sentence.tokens[phrase.head].keys & words)


def _origin(ground: Ground, role: Role) -> Phrase | None:
    """The land that forces on the move come from, where nobody else is named."""
    if role.posture != "moved":
        return None
    found = tree.obliques(ground.sentence, role.trigger, *ground.forces.origins)
    named = [t for t in found if t.entity.endswith("-LOC")]
    return tree.phrase(ground.document, ground.sentence, named[0]) if named else None

"""What forces do: the verb, noun or place that tells their posture.

A force comes in with its sentence, a role goes out. The tree is asked first; where it has the force hang on nothing
that fits, the verbs next to it in the same clause are asked.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.force_nouns import continues_earlier, count_of, is_force, is_led, is_part
from cronistoria.extract.force_places import has_place, is_place, stands_in_named_place
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.events import casualty_words, event_verbs
from cronistoria.languages.forces import ForceWords, PostureVerb, posture_nouns, posture_verbs
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quantities import QuantityWords
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.record import Posture
from cronistoria.model.sentence import Sentence, Token

VERB_CONFIDENCE, NOUN_CONFIDENCE, PLACE_CONFIDENCE, NEAR_CONFIDENCE = 0.85, 0.75, 0.65, 0.6
FURTHEST = 9
STOPS = frozenset('.;:!?()[]«»“”"')


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


def role_of(ground: Ground, force: Token, number: QuantityMention | None, *, counted: bool) -> Role | None:
    """What the force does, surest reading first; ``None`` if the text does not say.

    ``counted``: the word is a force only by its number, so that its place alone does not make it one.
    """
    if _moves_others(ground, force) or _are_victims(ground, force) or is_led(ground.sentence, force, ground.language):
        return None
    found = (
        _by_standing(ground, force)
        or _by_verb(ground, force)
        or _by_noun(ground, force)
        or _by_having(ground, force)
        or _near(ground, force, number)
    )
    if found is None and force.upos == "NUM":
        return _as_part(ground, force)
    if found is not None or counted or force.keys & ground.forces.bodies:
        return found
    return _by_place(ground, force) or _by_activity(ground, force, number) or _without_verb(ground, force, number)


def _chain(ground: Ground, force: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and its governor, through coordination and through nouns of number and part."""
    current = tree.first_conjunct(ground.sentence, force)
    for _ in range(4):
        above = ground.sentence.parent(current)
        if above is None:
            return
        yield current, above
        linking = above.keys & ground.forces.links or is_force(ground.sentence, above, ground.forces)
        if not (linking and current.relation in ("nmod", "nummod", "appos")):
            return
        current = tree.first_conjunct(ground.sentence, above)


def _entries(ground: Ground, verb: Token) -> tuple[PostureVerb, ...]:
    verbs = posture_verbs(ground.language)
    found = verbs.get(verb.lemma.lower()) or verbs.get(verb.lower) or ()
    return found if verb.upos in ("VERB", "ADJ") else ()


def _by_verb(ground: Ground, force: Token) -> Role | None:
    participles = [c for c in ground.sentence.children(force) if c.relation in ("acl", "amod")]
    chain = tuple(_chain(ground, force))
    below = ((word, x) for word, verb in chain for x in ground.sentence.children(verb) if x.relation == "xcomp")
    for word, verb in (*chain, *((force, p) for p in participles), *below):
        for entry in _entries(ground, verb):
            if _fits(ground, word, verb, entry):
                return Role(verb, entry.posture, verb, VERB_CONFIDENCE)
    return None


def _fits(ground: Ground, force: Token, verb: Token, entry: PostureVerb) -> bool:
    """Whether the force stands in the role that the verb needs."""
    sentence = ground.sentence
    if not _has_needs(ground, force, verb, entry) or _is_state(sentence, verb, entry):
        return False
    if verb.relation in ("acl", "amod") and sentence.parent(verb) is force:
        relative = verb.deprel == "acl:relcl"
        return entry.object if not relative else _fits_relative(sentence, verb, entry)
    bare = force.deprel == "obl" and _is_bare(ground, force)
    passive = tree.is_passive(sentence, verb)
    moving = entry.object and any(is_force(sentence, o, ground.forces) for o in tree.objects(sentence, verb))
    as_subject = (force.deprel == "nsubj" and not passive and not moving) or bare
    as_subject = as_subject or (force.deprel == "nsubj:pass" and sentence.parent(force) is not verb)
    caused = force.relation == "obj" and _is_caused(ground, verb)
    as_object = force.relation == "obj" or force.deprel == "nsubj:pass" or bare
    as_object = as_object or (force.deprel == "nsubj" and _is_done(sentence, verb))
    if force.deprel == "obl" and entry.means.intersection(tree.case_lemmas(sentence, force)):
        return True
    doing = entry.subject and (as_subject or caused or force.deprel == "obl:agent")
    if doing and entry.object and not bare and any(o is not force for o in tree.objects(sentence, verb)):
        return False
    return doing or (entry.object and as_object)


def _is_caused(ground: Ground, verb: Token) -> bool:
    """Whether somebody has others do what a verb says ("let three brigades enter")."""
    above = ground.sentence.parent(verb)
    return above is not None and verb.relation == "xcomp" and bool(above.keys & ground.forces.causatives)


def _are_victims(ground: Ground, force: Token) -> bool:
    """Whether forces are told of as dead, wounded or missing ("two soldiers died at the border", "remain wounded")."""
    sentence, head, verbs = ground.sentence, tree.first_conjunct(ground.sentence, force), event_verbs(ground.language)
    verb, suffering = sentence.parent(head), head.deprel == "nsubj"
    if verb is None or verb.upos not in ("VERB", "ADJ"):
        return False
    befallen = {True: suffering, False: head.deprel in ("obj", "nsubj:pass")}
    states = tree.children_by(sentence, verb, "xcomp", "obj", "advmod") if suffering else []
    found = any(e.casualty and befallen[e.victim_is_subject] for e in verbs.get(verb.lemma.lower(), ()))
    return found or any(s.keys & casualty_words(ground.language) for s in states)


def _moves_others(ground: Ground, force: Token) -> bool:
    """Whether forces in the subject do it to other forces ("the army withdrew two platoons")."""
    verb = ground.sentence.parent(force) if force.deprel == "nsubj" else None
    if verb is None or not any(entry.object for entry in _entries(ground, verb)):
        return False
    others = tree.children_by(ground.sentence, verb, "obj", "obl")
    carrier = tree.finite_form(ground.sentence, verb)
    bare = (o for o in others if not tree.case_lemmas(ground.sentence, o) and o.index > carrier.index > force.index)
    return any(is_force(ground.sentence, o, ground.forces) for o in bare)


def _is_state(sentence: Sentence, verb: Token, entry: PostureVerb) -> bool:
    """Whether a verb of staying tells a state and not a place ("remain wounded")."""
    return entry.posture == "deployed" and not entry.needs_place and bool(tree.children_by(sentence, verb, "xcomp"))


def _has_others_do(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that may leave forces somewhere only has something done ("ließ zwei Raketen abfeuern")."""
    return any(t.feats.get("VerbForm") == "Inf" for t in tree.children_by(sentence, verb, "xcomp", "ccomp", "conj"))


def _is_done(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb looks passive: a participle with an auxiliary and without an object of its own."""
    helped = bool(tree.children_by(sentence, verb, "aux"))
    return helped and verb.feats.get("VerbForm") == "Part" and not tree.children_by(sentence, verb, "obj")


def _has_needs(ground: Ground, force: Token, verb: Token, entry: PostureVerb) -> bool:
    """Whether the words that give the verb this posture are there; more of the same forces need no place again."""
    sentence = ground.sentence
    if verb.keys & ground.forces.causatives and entry.posture == "deployed" and _has_others_do(sentence, verb):
        return False
    if entry.needs:
        beside = tree.children_by(sentence, verb, "obj", "obl", "nsubj:pass", "compound", "advmod")
        above = sentence.parent(verb) if verb.deprel == "acl:relcl" else None
        beside += [above] if above is not None and above is not force else []
        if not any(t.keys & entry.needs for t in beside):
            return False
    if entry.needs_number and count_of(ground.document, sentence, force, ground.numbers) is None:
        return False
    more = continues_earlier(sentence, force, ground.forces)
    return not entry.needs_place or more or has_place(sentence, verb, ground.forces)


def _is_bare(ground: Ground, force: Token) -> bool:
    """Whether the only adposition on a force belongs to its number ("più di 100mila soldati")."""
    cases, tokens, numbers = tree.children_by(ground.sentence, force, "case"), ground.sentence.tokens, ground.numbers
    bounds = {*numbers.between, *numbers.over, *numbers.under, *numbers.about}
    return all(
        tokens[c.index + 1].upos == "NUM" and (c.lower in bounds or (c.index > 0 and tokens[c.index - 1].upos == "ADV"))
        for c in cases
    )


def _fits_relative(sentence: Sentence, verb: Token, entry: PostureVerb) -> bool:
    is_object = any(t.feats.get("PronType") == "Rel" for t in tree.objects(sentence, verb))
    return entry.object if is_object else entry.subject


def _by_noun(ground: Ground, force: Token) -> Role | None:
    """Forces in the genitive of a posture noun, beside it, taking part in it, or told of by it in a relative clause."""
    sentence, nouns = ground.sentence, posture_nouns(ground.language)
    for word, noun in _chain(ground, force):
        entry = nouns.get(noun.lemma.lower())
        if entry is not None and noun.upos in ("NOUN", "PROPN") and word.relation in ("nmod", "compound", "obl"):
            return Role(noun, entry.posture, tree.clause_of(sentence, noun), NOUN_CONFIDENCE)
    for child in tree.children_by(sentence, force, "acl", "amod"):
        for noun in tree.children_by(sentence, child, "nsubj", "obj", "obl"):
            entry = nouns.get(noun.lemma.lower())
            if entry is not None and entry.posture in ("deployed", "exercising"):
                return Role(noun, entry.posture, child, NOUN_CONFIDENCE)
    return _by_exercise(ground, force) or _by_owned_noun(ground, force)


def _by_exercise(ground: Ground, force: Token) -> Role | None:
    """Exercises that forces carry out, begin or end, if they have a name or the exercises a place."""
    verb = ground.sentence.parent(force) if force.relation == "nsubj" else None
    placed = verb is not None and has_place(ground.sentence, verb, ground.forces)
    known = placed or force.entity != "O"
    if verb is None or verb.upos != "VERB" or not known:
        return None
    words = load_contact_words(ground.language)
    carried = verb.keys & (ground.grammar.light_verbs | words.light_verbs | words.happening)
    some = tree.obliques(ground.sentence, verb, *ground.forces.owners)
    drills = (o for o in (*tree.objects(ground.sentence, verb), *some) if carried)
    entries = ((o, posture_nouns(ground.language).get(o.lemma.lower())) for o in drills)
    found = next((o for o, entry in entries if entry is not None and entry.posture == "exercising"), None)
    return Role(found, "exercising", verb, NOUN_CONFIDENCE) if found is not None else None


def _by_standing(ground: Ground, force: Token) -> Role | None:
    """A noun that says of forces that they are somewhere ("stationed": "di stanza"), beside them or said of them."""
    sentence = ground.sentence
    above = sentence.parent(force) if force.relation == "nsubj" else None
    for noun in (*sentence.children(force), *([above] if above is not None else [])):
        if noun.keys & ground.forces.standing:
            return Role(noun, "deployed", noun if noun is above else tree.clause_of(sentence, noun), NOUN_CONFIDENCE)
    return None


def _by_owned_noun(ground: Ground, force: Token) -> Role | None:
    """A posture noun right behind the force whose relative pronoun points back to it ("troops, whose presence ...")."""
    for token in ground.sentence.tokens[force.index + 1 : force.index + FURTHEST]:
        entry = posture_nouns(ground.language).get(token.lemma.lower())
        if entry is not None and token.upos == "NOUN":
            below, relatives = ground.sentence.children(token), ground.grammar.relatives
            relative = [
                c for c in below if c.feats.get("PronType") == "Rel" or (c.upos == "PRON" and c.keys & relatives)
            ]
            return (
                Role(token, entry.posture, tree.clause_of(ground.sentence, token), NOUN_CONFIDENCE)
                if relative
                else None
            )
    return None


def _by_having(ground: Ground, force: Token) -> Role | None:
    """Forces that somebody has, or that there are, at a place."""
    sentence = ground.sentence
    for word, verb in _chain(ground, force):
        if word.relation == "nsubj" and _is_where(ground, verb):
            return Role(verb, "deployed", verb, NOUN_CONFIDENCE)
        if verb.upos not in ("VERB", "AUX"):
            continue
        has = verb.lemma.lower() in ground.forces.possession and word.relation in ("obj", "obl")
        exists = verb.lemma.lower() in ground.forces.existence and word.relation in ("nsubj", "obj", "obl", "xcomp")
        placed = has_place(sentence, verb, ground.forces) or stands_in_named_place(sentence, word, ground.forces)
        had = has and bool(set(tree.roles(sentence, word)) & ground.forces.possessed)
        if (has or exists) and (word.relation != "obl" or had or _is_bare(ground, word)) and placed:
            return Role(verb, "deployed", verb, NOUN_CONFIDENCE)
    return None


def _is_where(ground: Ground, noun: Token) -> bool:
    """Whether a noun with a copula says where something is ("are in the region")."""
    sentence, places = ground.sentence, ground.forces.places - ground.forces.owners
    placed = is_place(sentence, noun, ground.forces) and bool(set(tree.roles(sentence, noun)) & places)
    return placed and bool(tree.children_by(sentence, noun, "cop"))


def _near(ground: Ground, force: Token, number: QuantityMention | None) -> Role | None:
    """The posture verb next to the force in the same clause, where the tree has put the force elsewhere."""
    if force.relation == "iobj" or not _is_free(ground, force, number):
        return None
    first = next(t for t in ground.sentence.tokens if t.end > (number.span.start if number else force.start))
    for verb, left in _verbs_beside(ground.sentence, first, force):
        if left and _does_other(ground.sentence, verb, force):
            continue
        for entry in _entries(ground, verb):
            done = left or verb.feats.get("VerbForm") in ("Part", "Inf")
            if _has_needs(ground, force, verb, entry) and ((entry.object and done) or (entry.subject and not left)):
                return Role(verb, entry.posture, verb, NEAR_CONFIDENCE)
    return None


def _does_other(sentence: Sentence, before: Token, force: Token) -> bool:
    """Whether forces behind a comma are the subject of a verb of their own, not of the one before."""
    verb = sentence.parent(force)
    own = force.relation == "nsubj" and verb is not None and verb.upos == "VERB" and verb.index > force.index
    return own and any(t.form == "," for t in sentence.tokens[before.index + 1 : force.index])


def _is_free(ground: Ground, force: Token, number: QuantityMention | None) -> bool:
    """Whether no adposition governs the force: its own stand inside the number, and none stands before the number.

    Nor is it whose something is that a verb takes ("attacked positions of the militia").
    """
    above = ground.sentence.parent(force)
    beside = above is not None and force.relation == "nmod" and above.index == force.index - 1
    owning = beside or any(
        c.relation == "det" and c.feats.get("Case") == "Gen" for c in ground.sentence.children(force)
    )
    if owning and force.relation == "nmod" and above is not None and above.relation == "obj":
        return False
    start = number.span.start if number else force.start
    left = [t for t in ground.sentence.tokens[: force.index] if t.start < start]
    before = next((t for t in reversed(left) if t.upos not in ("DET", "ADJ", "ADV", "NUM")), None)
    return before is None or before.upos != "ADP"


def _verbs_beside(sentence: Sentence, first: Token, force: Token) -> Iterator[tuple[Token, bool]]:
    """The nearest verb on each side within the clause, and whether it stands on the left."""
    left = reversed(sentence.tokens[max(first.index - FURTHEST, 0) : first.index])
    right = iter(sentence.tokens[force.index + 1 : force.index + FURTHEST])
    for tokens, is_left in ((left, True), (right, False)):
        for token in tokens:
            if token.upos == "VERB":
                yield token, is_left
            shut = token.form in STOPS or (token.form == "," and not is_left)
            if token.upos in ("VERB", "SCONJ") or shut or token.feats.get("PronType") == "Rel":
                break


def _by_place(ground: Ground, force: Token) -> Role | None:
    """Owned forces that are said to be in a named place, and not only named beside another happening."""
    above = ground.sentence.parent(force)
    single = force.feats.get("Number") == "Sing" and not force.keys & ground.forces.links
    beside_event = single and force.relation in ("nmod", "obl") and above is not None
    if beside_event or not is_owned(ground, force) or not stands_in_named_place(ground.sentence, force, ground.forces):
        return None
    return Role(force, "deployed", tree.clause_of(ground.sentence, force), PLACE_CONFIDENCE)


def _as_part(ground: Ground, force: Token) -> Role | None:
    """A part of forces with a place of its own ("of whom 400 in Mali")."""
    sentence = ground.sentence
    if not is_part(sentence, force, ground.forces):
        return None
    placed = any(
        is_place(sentence, child, ground.forces) and set(tree.roles(sentence, child)) & ground.forces.places
        for child in tree.children_by(sentence, force, "nmod", "obl")
    )
    return Role(force, "deployed", tree.clause_of(sentence, force), PLACE_CONFIDENCE) if placed else None


def _by_activity(ground: Ground, force: Token, number: QuantityMention | None) -> Role | None:
    """Counted forces that do something at a place: they are there."""
    verb = ground.sentence.parent(tree.first_conjunct(ground.sentence, force))
    if number is None or verb is None or verb.upos != "VERB" or force.relation not in ("nsubj", "conj"):
        return None
    if tree.is_passive(ground.sentence, verb) or not has_place(ground.sentence, verb, ground.forces):
        return None
    return Role(force, "deployed", verb, PLACE_CONFIDENCE)


def _without_verb(ground: Ground, force: Token, number: QuantityMention | None) -> Role | None:
    """Counted forces at a place in a clause without a verb: they are there."""
    if number is None or not ground.grammar.zero_copula:
        return None
    tokens, first, last = ground.sentence.tokens, force.index, force.index
    while first > 0 and tokens[first - 1].form not in STOPS | {","}:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].form not in STOPS | {","}:
        last += 1
    clause = tokens[first : last + 1]
    placed = any(
        set(tree.case_lemmas(ground.sentence, t)) & ground.forces.places and is_place(ground.sentence, t, ground.forces)
        for t in clause
    )
    said = any(t.upos in ("VERB", "AUX") or t.feats.get("Variant") == "Short" for t in clause)
    return Role(force, "deployed", force, PLACE_CONFIDENCE) if placed and not said else None


def is_owned(ground: Ground, force: Token) -> bool:
    """Whether a possessor, a genitive, an adjective or a name stands with the force."""
    for child in ground.sentence.children(force):
        genitive = child.relation == "nmod" and set(tree.roles(ground.sentence, child)) & ground.forces.owners
        adjective = child.relation in ("amod", "compound") and not child.keys & ground.forces.others
        if genitive or is_possessive(child) or adjective:
            return True
    return False


def is_possessive(child: Token) -> bool:
    """Whether a dependent says whose something is by its form ("its", "sus")."""
    own = child.relation == "det" and child.feats.get("Poss") == "Yes"
    return own or child.deprel in ("nmod:poss", "det:poss")

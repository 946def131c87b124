"""Who did an event and who suffered it, read from the tree around a verb or a noun.

Passive agents are found by their adposition too, since trees do not always mark them.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.force_nouns import is_force
from cronistoria.languages.events import EventNoun, EventVerb, EventWords
from cronistoria.languages.forces import ForceWords
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quantities import QuantityWords
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token

NEAR = 5
EXPELLED = "expel"
BREAKS = frozenset(".,;:()–—-")
Parties = tuple[tuple[Phrase, ...], tuple[Phrase, ...]]


class Stage(msgspec.Struct, frozen=True):
    """A sentence with the words of its language."""

    document: Document
    sentence: Sentence
    words: EventWords
    forces: ForceWords
    numbers: QuantityWords
    grammar: Grammar

    def phrases(self, tokens: Sequence[Token]) -> tuple[Phrase, ...]:
        """The phrases of head words; a relative pronoun gives its antecedent."""
        heads = [tree.antecedent(self.sentence, t) or t for t in tokens]
        return tuple(dict.fromkeys(tree.phrase(self.document, self.sentence, t) for t in heads))


def _obliques(sentence: Sentence, token: Token, *cases: str) -> list[Token]:
    """Prepositional dependents under nothing but these adpositions ("to", but not "according to")."""
    found = tree.obliques(sentence, token, *cases)
    return [t for t in found if set(tree.roles(sentence, t)) <= set(cases)]


def agents(stage: Stage, verb: Token) -> list[Token]:
    """Those by whom a passive verb or a participle is done: "dai ribelli", "da parte dell'esercito", "by rebels"."""
    if verb.feats.get("VerbForm") != "Part" and not tree.is_passive(stage.sentence, verb):
        return []
    if tree.children_by(stage.sentence, verb, "obj") and not _has_passive_helpers(stage, verb):
        return []
    found = tree.passive_agents(stage.sentence, verb)
    marked = [t for t in _obliques(stage.sentence, verb, *stage.words.agents) if t.relation != "nmod"]
    named = [t for t in marked if not t.entity.endswith("-LOC") or _is_passive(stage, verb)]
    return [t for a in found or named or _astray(stage, verb) for t in _through_part(stage, a)]


def _astray(stage: Stage, verb: Token) -> list[Token]:
    """A doer with a name that a parser hung on a noun before it ("sanctions were put on firms | by the Union")."""
    cases = stage.words.agents - stage.words.genitive if tree.is_passive(stage.sentence, verb) else frozenset[str]()
    near = (c for c in tree.children_by(stage.sentence, verb, "obl", "nsubj") if cases)
    hung = [t for c in near for t in _obliques(stage.sentence, c, *cases)]
    return [t for t in hung if t.relation == "nmod" and t.entity.startswith("B-") and t.index > verb.index]


def _through_part(stage: Stage, agent: Token) -> list[Token]:
    """The one behind "on the part of"."""
    if agent.keys & stage.words.behalf:
        below = tree.children_by(stage.sentence, agent, "nmod")
        return [t for b in below for t in tree.conjuncts(stage.sentence, b)]
    return tree.conjuncts(stage.sentence, agent)


def _is_passive(stage: Stage, verb: Token) -> bool:
    return tree.is_passive(stage.sentence, verb) or verb.relation in ("acl", "amod") or verb.head == -1


def is_done_to_subject(stage: Stage, verb: Token) -> bool:
    """Whether the subject of a verb is the one it happens to."""
    if tree.is_passive(stage.sentence, verb):
        return True
    participle = verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") in (None, "Past")
    helpers = tree.children_by(stage.sentence, verb, "aux")
    if participle and _has_passive_helpers(stage, verb):
        return True
    objects = tree.children_by(stage.sentence, verb, "obj", "expl", "iobj")
    if (
        not participle
        or verb.keys & stage.grammar.unaccusatives
        or any(o.relation == "obj" or o.keys & stage.words.reflexives for o in objects)
    ):
        return False
    return bool(agents(stage, verb)) or any(h.keys & stage.words.passive for h in helpers)


def _has_passive_helpers(stage: Stage, verb: Token) -> bool:
    """Whether two auxiliaries make a passive past beyond doubt ("sono stati uccisi", "have been killed")."""
    helpers = tree.children_by(stage.sentence, verb, "aux")
    return len(helpers) > 1 and any(h.keys & stage.words.passive for h in helpers[1:])


def things_of(stage: Stage, verb: Token) -> list[Token]:
    """What a verb happens to: its objects, passive subjects, the noun that a participle or relative clause hangs on."""
    sentence = stage.sentence
    found = [tree.antecedent(sentence, o) or o for o in tree.objects(sentence, verb)]
    if not found and is_done_to_subject(stage, verb):
        subjects = tree.subjects(sentence, verb) or tree.children_by(sentence, verb, "obj")
        found = [tree.antecedent(sentence, s) or s for s in subjects]
    above = sentence.parent(verb)
    if not found and above is not None and verb.relation in ("acl", "amod") and not _is_apart(sentence, above, verb):
        found = tree.conjuncts(sentence, above) if above.upos in ("NOUN", "PROPN", "PRON") else []
    return found


def things_in(stage: Stage, thing: Token) -> list[Token]:
    """What a noun of several things is made of ("a package | of sanctions")."""
    return tree.children_by(stage.sentence, thing, "nmod") if thing.keys & stage.forces.links else []


def _is_apart(sentence: Sentence, above: Token, verb: Token) -> bool:
    """Whether a participle is no attribute of the noun above it: a clause, or after a place that heads the line."""
    between = sentence.tokens[above.index + 1 : verb.index]
    headline = above.index == 0 and above.entity.endswith("-LOC") and any(t.form in BREAKS for t in between)
    return verb.deprel == "acl:relcl" or headline


def verb_parties(stage: Stage, verb: Token, entry: EventVerb) -> Parties:
    """Actors and recipients of an event verb."""
    sentence = stage.sentence
    things = things_of(stage, verb)
    actors = _actors(stage, verb)
    if entry.mode == EXPELLED and not actors and is_done_to_subject(stage, verb):
        left = tree.obliques(sentence, verb, *stage.forces.origins)
        actors = stage.phrases([t for t in left if t.entity == "B-LOC"])
    recipients = stage.phrases([*_obliques(sentence, verb, *entry.recipients), *_towards(stage, [verb, *things])])
    others = [t for t in things if not t.keys & entry.objects]
    if entry.event == "COERCE":
        recipients += stage.phrases(_flags(stage, verb, things))
    if entry.mode == EXPELLED:
        recipients += stage.phrases(things)
    elif entry.object_is_recipient or (entry.objects_with and others):
        recipients += stage.phrases(others)
    elif entry.objects:
        recipients += stage.phrases([t for thing in things for t in aimed_at(stage, thing, entry)])
    return ((), actors) if entry.victim_is_subject else (actors, recipients)


def _flags(stage: Stage, verb: Token, things: Sequence[Token]) -> list[Token]:
    """Whose flag a ship sails under, which tells whose it is ("una petroliera battente bandiera | panamense")."""
    near = [t for thing in things for t in tree.subtree(stage.sentence, thing)[1:]]
    flags = [t for t in (*near, *tree.children_by(stage.sentence, verb, "obl")) if t.keys & stage.words.flags]
    beside = (c for flag in flags for c in tree.children_by(stage.sentence, flag, "nmod", "amod", "compound"))
    return [c for c in beside if c.upos in ("PROPN", "ADJ")]


def aimed_at(stage: Stage, thing: Token, entry: EventVerb) -> list[Token]:
    """Whom a thing is for or against, by itself or by what it is of ("a warrant for the arrest | of Roe")."""
    heads = (thing, *things_in(stage, thing))
    found = [o for t in heads for o in _obliques(stage.sentence, t, *entry.recipients)]
    inner = tree.children_by(stage.sentence, thing, "nmod")
    return found or [o for t in inner for o in _obliques(stage.sentence, t, *entry.recipients) if o.upos == "PROPN"]


def _actors(stage: Stage, verb: Token) -> tuple[Phrase, ...]:
    participle = verb.relation in ("acl", "amod") and verb.deprel != "acl:relcl"
    if (participle and verb.feats.get("VerbForm") == "Part") or is_done_to_subject(stage, verb):
        return stage.phrases(agents(stage, verb))
    controlled = _controller(stage, verb)
    if controlled:
        return stage.phrases(controlled)
    return _sure_doers(stage, verb)


def _sure_doers(stage: Stage, verb: Token) -> tuple[Phrase, ...]:
    """The doers of a verb; of subjects on both sides those before it, and a noun right before it over a dropped one."""
    found = tree.doers(stage.document, stage.sentence, verb)
    if not found or found[0].dropped:
        beside = _noun_before(stage, verb) if found else None
        return stage.phrases([beside]) if beside is not None else found
    before = tuple(p for p in found if p.head < verb.index) or found
    heads = (stage.sentence.tokens[p.head] for p in before if p.sentence == stage.sentence.index)
    return before + stage.phrases([t for head in heads for t in things_in(stage, head)])


def _noun_before(stage: Stage, verb: Token) -> Token | None:
    """A noun that stands right before a finite verb, quotation marks and auxiliaries apart, under no adposition."""
    for token in reversed(stage.sentence.tokens[max(verb.index - NEAR, 0) : verb.index]):
        if token.upos in ("NOUN", "PROPN"):
            free = not tree.children_by(stage.sentence, token, "case") and token.relation not in ("nmod", "flat")
            return token if free else None
        if token.upos not in ("AUX", "PUNCT", "ADV") or token.form in BREAKS:
            return None
    return None


def _controller(stage: Stage, verb: Token) -> list[Token]:
    """Who does an infinitive below "accuse somebody of", "thank somebody for": the object of that verb."""
    above = stage.sentence.parent(tree.first_conjunct(stage.sentence, verb))
    if above is None or tree.is_finite(stage.sentence, verb) or not above.keys & stage.words.controllers:
        return []
    return things_of(stage, above) or tree.children_by(stage.sentence, above, "iobj")


def _towards(stage: Stage, heads: Sequence[Token]) -> list[Token]:
    """Those behind "nei confronti di", "ai danni di", below any of the heads."""
    nouns = [c for h in heads for c in tree.children_by(stage.sentence, h, "obl", "nmod")]
    return [t for n in nouns if n.keys & stage.words.towards for t in tree.children_by(stage.sentence, n, "nmod")]


def is_armed(stage: Stage, verb: Token) -> bool:
    """Whether forces, or what forces do, do it, or it is done to forces, to what they hold or with arms."""
    sentence, things = stage.sentence, things_of(stage, verb)
    held = [owner for thing in things for owner in tree.children_by(sentence, thing, "nmod")]
    held += [t for t in tree.children_by(sentence, verb, "obl", "iobj") if t.keys & stage.words.arms and things]
    heads = [*tree.subjects(sentence, verb), *agents(stage, verb), *things, *held]
    heads = [tree.antecedent(sentence, h) or h for h in heads]
    heads += [t for h in heads for t in things_in(stage, h)]
    return any(is_force(sentence, h, stage.forces) or h.keys & stage.words.arms for h in heads)


def noun_parties(stage: Stage, noun: Token, entry: EventNoun) -> Parties:
    """Actors and recipients of an event noun, from its own phrase and from the verb that carries it out."""
    sentence = stage.sentence
    needed = [c for c in tree.children_by(sentence, noun, "nmod") if c.keys & entry.needs]
    actors = [*_obliques(sentence, noun, *entry.actors), *_obliques(sentence, noun, *entry.between)]
    actors = [a for a in actors if a not in needed] or _on_behalf(stage, noun, entry)
    actors = [t for a in actors for t in ([a] if not a.keys & stage.words.behalf else _through_part(stage, a))]
    targets = [*(t for n in (noun, *needed) for t in _obliques(sentence, n, *entry.targets)), *_towards(stage, [noun])]
    possessors = [c for c in sentence.children(noun) if c.deprel in ("nmod:poss", "det:poss")]
    if entry.genitive_is_target:
        genitive = [*_obliques(sentence, noun, *stage.words.genitive), *possessors]
        forces = [t for t in genitive if is_force(sentence, t, stage.forces)]
        armed = [t for t in genitive if (t in forces and (entry.forces_do or targets)) or (targets and t.entity != "O")]
        actors += armed
        targets += [t for t in genitive if t not in armed]
    else:
        actors += possessors
    actors += [c for c in sentence.children(noun) if c.relation in ("amod", "compound") and c.upos in ("ADJ", "PROPN")]
    for participle in tree.children_by(sentence, noun, "acl", "amod"):
        if participle.keys & stage.words.carriers:
            actors += agents(stage, participle)
    done = stage.phrases(actors) + _carried_by(stage, noun, announced=entry.announced and not actors)
    return done, stage.phrases([t for t in targets if t not in actors])


def _on_behalf(stage: Stage, noun: Token, entry: EventNoun) -> list[Token]:
    """ "Da parte di" and the like behind an object, hung on its verb by a parser ("condanna il raid | da parte di")."""
    verb = stage.sentence.parent(noun) if noun.relation == "obj" else None
    beside = _obliques(stage.sentence, verb, *entry.actors) if verb is not None else []
    return [c for c in beside if c.keys & stage.words.behalf and c.index > noun.index]


def _carried_by(stage: Stage, noun: Token, *, announced: bool) -> tuple[Phrase, ...]:
    """Who carries the event out, if its noun is the object of a verb such as "carry out", "decide on".

    So does who announces what is done by being announced.
    """
    above = stage.sentence.parent(tree.first_conjunct(stage.sentence, noun))
    telling = load_quote_words(stage.document.language).says if announced else frozenset()
    if above is None or not above.keys & (stage.words.carriers | telling) or above.upos != "VERB":
        return ()
    if is_done_to_subject(stage, above):
        return stage.phrases(agents(stage, above))
    head = tree.first_conjunct(stage.sentence, noun)
    return tree.doers(stage.document, stage.sentence, above) if head.relation == "obj" else ()

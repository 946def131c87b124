"""Every other PLOVER event: attacks, arrests, sanctions, protests, releases, aid, agreements, told by verbs or nouns.

Sentences come in, event mentions with their casualties go out in text order. What is planned, conditional or denied
keeps that mark; a noun below a threat or a wish is only possible.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.casualties import Casualties, casualties_of_nouns, casualties_of_victims, is_toll
from cronistoria.extract.event_reality import noun_modality, verb_modality
from cronistoria.extract.event_roles import (
    Parties,
    Stage,
    agents,
    aimed_at,
    is_armed,
    noun_parties,
    things_in,
    things_of,
    verb_parties,
)
from cronistoria.languages.events import EventNoun, EventVerb, event_nouns, event_verbs, load_event_words
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quantities import load_quantity_words
from cronistoria.model.document import Document
from cronistoria.model.mention import EventMention
from cronistoria.model.record import Modality, Plover
from cronistoria.model.sentence import Sentence, Token

VERB_CONFIDENCE, NOUN_CONFIDENCE = 0.75, 0.6


def find_events(document: Document, sentences: Sequence[Sentence], *, language: str) -> Iterator[EventMention]:
    """The events that a report tells of, in text order.

    "I ribelli hanno attaccato il convoglio." yields one mention: ASSAULT by "I ribelli" on "il convoglio".
    """
    words, forces = load_event_words(language), load_force_words(language)
    numbers, grammar = load_quantity_words(language), load_grammar(language)
    verbs, nouns = event_verbs(language), event_nouns(language)
    held: list[EventMention] = []
    for sentence in sentences:
        stage = Stage(document, sentence, words, forces, numbers, grammar)
        found = [m for m in _in_sentence(stage, verbs, nouns) if not _is_counted(stage, m)]
        if not found and held and (toll := _toll_alone(stage)) is not None:
            held = _with_late_toll(held, toll)
            continue
        yield from held
        held = found
    yield from held


def _toll_alone(stage: Stage) -> Casualties | None:
    """What a sentence counts that tells of nothing else: "At least 42 dead.", "The death toll rose to 97."."""
    sentence = stage.sentence
    verbless = not any(t.upos in ("VERB", "AUX") for t in sentence.tokens)
    risen = any(is_toll(sentence, t, stage.words) for t in tree.children_by(sentence, sentence.root, "nsubj"))
    if not risen and not (verbless and sentence.root.upos in ("NOUN", "ADJ", "NUM")):
        return None
    return casualties_of_nouns(stage.document, sentence, frozenset(), stage.words, stage.numbers)


def _is_counted(stage: Stage, mention: EventMention) -> bool:
    """Whether a word only tells whose number has changed ("число | погибших | возросло")."""
    word = stage.sentence.tokens[mention.head]
    above = stage.sentence.parent(word)
    victims = any(word.keys & nouns for nouns in stage.words.casualties.values())
    return victims and above is not None and is_toll(stage.sentence, above, stage.words)


def _with_late_toll(held: list[EventMention], toll: Casualties) -> list[EventMention]:
    """The events of a sentence, where its one assault that counts nobody has the toll told behind it."""
    free = [i for i, m in enumerate(held) if m.event == "ASSAULT" and not (m.killed or m.wounded)]
    if len(free) == 1:
        held[free[0]] = _with_toll(held[free[0]], toll)
    return held


def _in_sentence(
    stage: Stage, verbs: dict[str, tuple[EventVerb, ...]], nouns: dict[str, tuple[EventNoun, ...]]
) -> Iterator[EventMention]:
    """The events of a sentence."""
    found: list[EventMention | None] = []
    taken: set[int] = set()
    for token in stage.sentence.tokens:
        if token.upos == "VERB":
            entries = verbs.get(token.lemma.lower()) or verbs.get(token.lower) or ()
            entry = next((e for e in entries if _fits_verb(stage, token, e)), None)
            if entry is not None:
                taken |= _carried(stage, token, entry)
                found.append(_verb_mention(stage, token, entry, nouns))
    for token in stage.sentence.tokens:
        if token.upos in ("NOUN", "PROPN") and token.index not in taken:
            nominal = nouns.get(token.lemma.lower()) or nouns.get(token.lower) or ()
            noun_entry = next((e for e in nominal if _fits_noun(stage, token, e)), None)
            if noun_entry is not None:
                found.append(_noun_mention(stage, token, noun_entry))
    yield from _with_tolls(stage, sorted((m for m in found if m is not None), key=lambda m: m.head))


def _carried(stage: Stage, verb: Token, entry: EventVerb) -> set[int]:
    """Event nouns that an event verb tells together with itself: what it carries out, what begins, or what strikes."""
    heads = things_of(stage, verb) if entry.objects else []
    heads += tree.subjects(stage.sentence, verb) if entry.subjects else []
    if entry.event == "ASSAULT":
        heads = [*heads, *tree.subjects(stage.sentence, verb), *agents(stage, verb)]
    return {t.index for head in heads for t in (head, *things_in(stage, head))}


def _with_tolls(stage: Stage, found: list[EventMention]) -> list[EventMention]:
    """The dead and wounded of a sentence's nouns belong to its first assault that counts none itself.

    A killing told as the outcome of another deed ("they attacked it, killing ten") is that deed's toll.
    """
    found = _with_outcomes(stage, found)
    assaults = [i for i, m in enumerate(found) if m.event == "ASSAULT"]
    heads = frozenset(found[i].head for i in assaults)
    toll = casualties_of_nouns(stage.document, stage.sentence, heads, stage.words, stage.numbers)
    free = [i for i in assaults if not (found[i].killed or found[i].wounded)] or assaults
    if free and toll is not None:
        found[free[0]] = _with_toll(found[free[0]], toll)
    return found


def _with_outcomes(stage: Stage, found: list[EventMention]) -> list[EventMention]:
    kept: list[EventMention] = []
    for mention in found:
        verb = stage.sentence.tokens[mention.head]
        relation = tree.first_conjunct(stage.sentence, verb).relation
        outcome = relation == "advcl" and not tree.is_finite(stage.sentence, verb)
        outcome = outcome and not tree.children_by(stage.sentence, verb, "aux", "nsubj")
        deed = next((i for i in reversed(range(len(kept))) if kept[i].event == "ASSAULT"), None)
        if deed is not None and _is_means(stage, kept[deed], mention):
            kept[deed] = msgspec.structs.replace(kept[deed], actors=kept[deed].actors or mention.actors)
        elif deed is not None and _is_cause(stage, kept[deed], mention):
            by, to = mention.actors or kept[deed].actors, kept[deed].recipients or mention.recipients
            kept[deed] = msgspec.structs.replace(mention, actors=by, recipients=to)
        elif outcome and mention.event == "ASSAULT" and deed is not None and verb.upos == "VERB":
            toll = Casualties(killed=mention.killed, wounded=mention.wounded, missing=mention.missing)
            kept[deed] = _with_toll(kept[deed], toll)
        else:
            kept.append(mention)
    return kept


def _is_means(stage: Stage, deed: EventMention, mention: EventMention) -> bool:
    """Whether an attack is what a killing was done by ("was killed in an Israeli air raid")."""
    noun, verb = stage.sentence.tokens[mention.head], stage.sentence.tokens[deed.head]
    if noun.upos == "VERB" or verb.upos != "VERB" or mention.event != deed.event or mention.recipients:
        return False
    return noun.relation == "obl" and stage.sentence.parent(noun) is verb


def _is_cause(stage: Stage, deed: EventMention, mention: EventMention) -> bool:
    """Whether an attack is what those died of of whom the verb behind it tells ("after the raid 16 died")."""
    noun, verb = stage.sentence.tokens[deed.head], stage.sentence.tokens[mention.head]
    if noun.upos != "NOUN" or verb.upos != "VERB" or mention.event != deed.event or not mention.killed:
        return False
    above = stage.sentence.parent(noun) if noun.relation == "nmod" else noun
    return above is not None and above.relation == "obl" and stage.sentence.parent(above) is verb


def _with_toll(mention: EventMention, toll: Casualties) -> EventMention:
    return msgspec.structs.replace(
        mention,
        killed=mention.killed or toll.killed,
        wounded=mention.wounded or toll.wounded,
        missing=mention.missing or toll.missing,
    )


def _fits_verb(stage: Stage, verb: Token, entry: EventVerb) -> bool:
    """Whether what stands with a verb lets it mean the event."""
    things = things_of(stage, verb)
    if entry.objects_with:
        under = tree.obliques(stage.sentence, verb, *entry.objects_with)
        things += [t for o in under for t in (o, *tree.children_by(stage.sentence, o, "nmod", "amod"))]
    if entry.objects:
        things += tree.children_by(stage.sentence, verb, "xcomp", "compound", "advmod")
    things += [n for t in things for n in things_in(stage, t)] if entry.objects else []
    keys = frozenset().union(*(t.keys for t in things))
    arming = entry.event == "AID" and "military" in entry.context
    objects = entry.objects | stage.forces.arms if arming else entry.objects
    if keys & entry.not_objects or (entry.objects and not keys & objects):
        return False
    if entry.expelled:
        return _is_expelled(stage, verb, entry.subjects, things)
    if entry.subjects and not _is_done_by(stage, verb, entry.subjects):
        return False
    if entry.reflexive and not _is_reflexive(stage, verb):
        return False
    if entry.plain and _is_reflexive(stage, verb):
        return False
    if entry.content and not _has_content(stage, verb):
        return False
    aimed = entry.aimed and not tree.obliques(stage.sentence, verb, *sorted(entry.recipients))
    if aimed and not any(aimed_at(stage, t, entry) for t in things):
        return False
    if verb.relation == "amod" and not agents(stage, verb):
        return False
    if entry.persons and not any(_is_person(stage, t) for t in things):
        return False
    return not entry.armed or is_armed(stage, verb)


def _has_content(stage: Stage, verb: Token) -> bool:
    """Whether what is agreed is said: by a clause, or by a noun under an adposition."""
    return bool(tree.children_by(stage.sentence, verb, "xcomp", "ccomp", "obl"))


def _is_done_by(stage: Stage, verb: Token, words: frozenset[str]) -> bool:
    """Whether one of some words is the subject of a verb, or what the subject is many of."""
    subjects = tree.subjects(stage.sentence, verb)
    several = [c for s in subjects for c in tree.children_by(stage.sentence, s, "nmod")]
    return any(t.keys & words for t in (*subjects, *several))


def _is_expelled(stage: Stage, verb: Token, bodies: frozenset[str], things: list[Token]) -> bool:
    """Whether a body does something to a land, and not to what is of it ("the union suspended | Mali")."""
    doers = [*tree.subjects(stage.sentence, verb), *agents(stage, verb)]
    does = any(d.entity.endswith("-ORG") or d.keys & bodies for d in doers if d not in things)
    return does and any(t.entity.endswith("-LOC") and t.upos == "PROPN" for t in things)


def _is_person(stage: Stage, thing: Token) -> bool:
    """Whether a word means people: a person's name or a title of one, a word of people, or forces."""
    named = (thing, *tree.children_by(stage.sentence, thing, "appos", "flat"))
    people = any(t.entity.endswith("-PER") for t in named)
    return people or bool(thing.keys & stage.words.people) or thing.upos == "PRON"


def _is_reflexive(stage: Stage, verb: Token) -> bool:
    pronouns = tree.children_by(stage.sentence, verb, "expl", "obj", "iobj")
    return any(p.keys & stage.words.reflexives for p in pronouns)


def _verb_mention(
    stage: Stage, verb: Token, entry: EventVerb, nouns: dict[str, tuple[EventNoun, ...]]
) -> EventMention | None:
    modality = verb_modality(stage, verb)
    if modality is None:
        return None
    toll = _toll_of_verb(stage, verb, entry)
    code = Plover(entry.event, entry.mode, entry.context)
    parties = verb_parties(stage, verb, entry)
    if entry.subjects or not parties[0]:
        parties = _parties_between(stage, verb, entry, nouns) or parties
    return _mention(stage, verb, code, parties, (modality, VERB_CONFIDENCE, toll))


def _parties_between(
    stage: Stage, verb: Token, entry: EventVerb, nouns: dict[str, tuple[EventNoun, ...]]
) -> Parties | None:
    """Those between whom is what begins or is brought about ("the truce | between both began", "was signed")."""
    heads = tree.subjects(stage.sentence, verb) if entry.subjects else []
    for head in heads or (things_of(stage, verb) if entry.objects else []):
        for noun in nouns.get(head.lemma.lower(), ()):
            found = noun_parties(stage, head, noun) if noun.between else None
            if found is not None and found[0]:
                return found
    return None


def _toll_of_verb(stage: Stage, verb: Token, entry: EventVerb) -> Casualties:
    """The number of those whom a verb of killing, dying or wounding befalls; empty for other verbs."""
    if entry.casualty is None:
        return Casualties()
    counts = [c for c in stage.sentence.children(verb) if c.upos == "NUM" and c.index < verb.index]
    own = counts if verb.feats.get("VerbForm") != "Inf" else []
    victims = tree.subjects(stage.sentence, verb) if entry.victim_is_subject else own or things_of(stage, verb)
    if entry.objects and entry.recipients and not entry.victim_is_subject:
        victims = _bereft(stage, verb, entry) or victims
    return casualties_of_victims(stage.document, stage.sentence, victims, entry.casualty, stage.numbers)


def _bereft(stage: Stage, verb: Token, entry: EventVerb) -> list[Token]:
    """Whose lives a deed cost, beside the verb or the lives."""
    lives = [t for t in things_of(stage, verb) if t.keys & entry.objects]
    others = [t for t in things_of(stage, verb) if t not in lives and t.upos == "NOUN"]
    beside = [t for h in (verb, *lives) for t in tree.obliques(stage.sentence, h, *sorted(entry.recipients))]
    return [t for t in (*beside, *others) if t not in lives]


def _fits_noun(stage: Stage, noun: Token, entry: EventNoun) -> bool:
    """Whether the noun is an event: its modifiers do not make it another thing, and what it needs is beside it."""
    near = tree.children_by(stage.sentence, noun, "amod", "compound", "nmod", "flat")
    keys = frozenset().union(*(t.keys for t in near))
    if keys & stage.words.excluded or noun.relation in ("compound", "flat"):
        return False
    if entry.needs and not keys & entry.needs:
        return False
    above = stage.sentence.parent(noun)
    if above is not None and noun.relation in ("nsubj", "obj") and above.keys & entry.undone:
        return False
    return not entry.between or bool(tree.obliques(stage.sentence, noun, *entry.between))


def _noun_mention(stage: Stage, noun: Token, entry: EventNoun) -> EventMention | None:
    modality = noun_modality(stage, noun, entry)
    if modality is None:
        return None
    code = Plover(entry.event, entry.mode, entry.context)
    return _mention(stage, noun, code, noun_parties(stage, noun, entry), (modality, NOUN_CONFIDENCE, Casualties()))


def _mention(
    stage: Stage, trigger: Token, code: Plover, parties: Parties, told: tuple[Modality, float, Casualties]
) -> EventMention:
    sentence = stage.sentence
    clause = tree.clause_of(sentence, trigger)
    modality, confidence, toll = told
    is_verb = trigger.upos == "VERB"
    return EventMention(
        sentence=sentence.index,
        head=trigger.index,
        trigger=tree.token_span(stage.document, trigger),
        evidence=(tree.clause_span(stage.document, sentence, clause),),
        polarity=reality.polarity(sentence, trigger, stage.grammar) if is_verb else "affirmed",
        modality=modality,
        rule=f"event.{code.event.lower()}.{trigger.lemma.lower()}",
        confidence=confidence,
        event=code.event,
        mode=code.mode,
        context=code.context,
        actors=parties[0],
        recipients=parties[1],
        killed=toll.killed,
        wounded=toll.wounded,
        missing=toll.missing,
    )

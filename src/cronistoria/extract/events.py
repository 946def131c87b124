"""Every other PLOVER event: attacks, arrests, sanctions, protests, releases, aid, agreements, told by verbs or nouns.

Sentences come in, event mentions with their casualties go out in text order. What is planned, conditional or denied
keeps that mark; a noun below a threat or a wish is only possible.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.casualties import Casualties, casualties_of_nouns, casualties_of_verb
from cronistoria.extract.force_nouns import is_force
from cronistoria.languages.events import EventNoun, EventVerb, EventWords, event_nouns, event_verbs, load_event_words
from cronistoria.languages.forces import ForceWords, load_force_words
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.languages.quantities import QuantityWords, load_quantity_words
from cronistoria.model.document import Document
from cronistoria.model.mention import EventMention, Phrase
from cronistoria.model.record import Modality
from cronistoria.model.sentence import Sentence, Token

VERB_CONFIDENCE, NOUN_CONFIDENCE = 0.75, 0.6


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


def find_events(document: Document, sentences: Sequence[Sentence], *, language: str) -> Iterator[EventMention]:
    """The events that a report tells of, in text order.

    "I ribelli hanno attaccato il convoglio." yields one mention: ASSAULT by "I ribelli" on "il convoglio".
    """
    words, forces = load_event_words(language), load_force_words(language)
    numbers, grammar = load_quantity_words(language), load_grammar(language)
    verbs, nouns = event_verbs(language), event_nouns(language)
    for sentence in sentences:
        stage = Stage(document, sentence, words, forces, numbers, grammar)
        yield from _in_sentence(stage, verbs, nouns)


def _in_sentence(
    stage: Stage, verbs: dict[str, tuple[EventVerb, ...]], nouns: dict[str, tuple[EventNoun, ...]]
) -> Iterator[EventMention]:
    """The events of a sentence; the dead and wounded of its nouns belong to its first assault."""
    found: list[EventMention] = []
    taken: set[int] = set()
    for token in stage.sentence.tokens:
        if token.upos == "VERB":
            entry = next((e for e in verbs.get(token.lemma.lower(), ()) if _fits_verb(stage, token, e)), None)
            if entry is not None:
                taken |= {o.index for o in _things(stage, token)} if entry.objects else set()
                found.append(_verb_mention(stage, token, entry))
    for token in stage.sentence.tokens:
        if token.upos in ("NOUN", "PROPN") and token.index not in taken:
            entries = nouns.get(token.lemma.lower()) or nouns.get(token.lower) or ()
            noun_entry = next((e for e in entries if _fits_noun(stage, token, e)), None)
            if noun_entry is not None:
                found.append(_noun_mention(stage, token, noun_entry))
    found.sort(key=lambda m: m.head)
    toll = casualties_of_nouns(stage.document, stage.sentence, stage.words, stage.numbers)
    assault = next((i for i, m in enumerate(found) if m.event == "ASSAULT"), None)
    if assault is not None and toll is not None:
        found[assault] = _with_toll(found[assault], toll)
    yield from found


def _with_toll(mention: EventMention, toll: Casualties) -> EventMention:
    return msgspec.structs.replace(
        mention,
        killed=mention.killed or toll.killed,
        wounded=mention.wounded or toll.wounded,
        missing=mention.missing or toll.missing,
    )


def _things(stage: Stage, verb: Token) -> list[Token]:
    """What a verb happens to: its objects, passive subjects, the noun that a participle or relative clause hangs on."""
    found = [tree.antecedent(stage.sentence, o) or o for o in tree.objects(stage.sentence, verb)]
    above = stage.sentence.parent(verb)
    if not found and above is not None and verb.relation == "acl" and verb.deprel != "acl:relcl":
        found = tree.conjuncts(stage.sentence, above)
    return found


def _fits_verb(stage: Stage, verb: Token, entry: EventVerb) -> bool:
    things = _things(stage, verb)
    keys = {key for t in things for key in (t.lemma.lower(), t.lower)}
    if keys & entry.not_objects or (entry.objects and not keys & entry.objects):
        return False
    if entry.reflexive and not _is_reflexive(stage, verb):
        return False
    return not entry.armed or _is_armed(stage, verb)


def _is_reflexive(stage: Stage, verb: Token) -> bool:
    pronouns = tree.children_by(stage.sentence, verb, "expl", "obj", "iobj")
    return any({p.lemma.lower(), p.lower} & stage.words.reflexives for p in pronouns)


def _is_armed(stage: Stage, verb: Token) -> bool:
    """Whether forces do it or it is done to forces."""
    sentence = stage.sentence
    heads = [*tree.subjects(sentence, verb), *tree.passive_agents(sentence, verb), *tree.objects(sentence, verb)]
    heads = [tree.antecedent(sentence, h) or h for h in heads]
    return any(is_force(sentence, head, stage.forces) for head in heads)


def _verb_mention(stage: Stage, verb: Token, entry: EventVerb) -> EventMention:
    sentence = stage.sentence
    actors = tree.doers(stage.document, sentence, verb)
    if verb.relation == "acl" and verb.deprel != "acl:relcl":
        actors = stage.phrases(tree.passive_agents(sentence, verb))
    recipients = stage.phrases(tree.obliques(sentence, verb, *entry.recipients))
    things = _things(stage, verb)
    if entry.object_is_recipient:
        recipients += stage.phrases([t for t in things if not {t.lemma.lower(), t.lower} & entry.objects])
    elif entry.objects:
        recipients += stage.phrases([o for t in things for o in tree.obliques(sentence, t, *entry.recipients)])
    if entry.victim_is_subject:
        actors, recipients = (), actors
    toll = casualties_of_verb(stage.document, sentence, verb, entry, stage.numbers)
    modality = _verb_modality(stage, verb)
    return _mention(
        stage, verb, (entry.event, entry.mode, entry.context), (actors, recipients), (modality, VERB_CONFIDENCE, toll)
    )


def _verb_modality(stage: Stage, verb: Token) -> Modality:
    """A bare infinitive or a subjunctive clause tells no fact, unless it is begun, continued or behind."""
    sentence = stage.sentence
    certain = tree.modality(sentence, verb, stage.grammar)
    if certain != "asserted":
        return certain
    head = tree.first_conjunct(sentence, verb)
    carrier, above = tree.finite_form(sentence, head), sentence.parent(head)
    if carrier.feats.get("Mood") == "Sub" and head.relation in ("ccomp", "advcl", "csubj"):
        return "possible"
    bare = carrier.feats.get("VerbForm") == "Inf" and not tree.children_by(sentence, head, "aux")
    real = above is not None and above.lemma.lower() in stage.words.actual
    return "possible" if bare and not real else "asserted"


def _fits_noun(stage: Stage, noun: Token, entry: EventNoun) -> bool:
    """Whether the noun is an event: its modifiers do not make it another thing, and what it needs is beside it."""
    near = tree.children_by(stage.sentence, noun, "amod", "compound", "nmod", "flat")
    keys = {key for t in near for key in (t.lemma.lower(), t.lower)}
    if keys & stage.words.excluded or noun.relation in ("compound", "flat"):
        return False
    if entry.needs and not keys & entry.needs:
        return False
    return not entry.between or bool(tree.obliques(stage.sentence, noun, *entry.between))


def _noun_mention(stage: Stage, noun: Token, entry: EventNoun) -> EventMention:
    sentence = stage.sentence
    sides = tree.obliques(sentence, noun, *entry.between)
    actors = [*tree.obliques(sentence, noun, *entry.actors), *sides]
    targets = tree.obliques(sentence, noun, *entry.targets)
    possessors = [c for c in sentence.children(noun) if c.deprel in ("nmod:poss", "det:poss")]
    adjectives = [
        c for c in sentence.children(noun) if c.relation in ("amod", "compound") and c.upos in ("ADJ", "PROPN")
    ]
    if entry.genitive_is_target:
        targets += [*tree.obliques(sentence, noun, *stage.words.genitive), *possessors]
    else:
        actors += possessors
    actors += adjectives
    parties = (stage.phrases(actors), stage.phrases([t for t in targets if t not in actors]))
    told = (_noun_modality(stage, noun), NOUN_CONFIDENCE, Casualties())
    return _mention(stage, noun, (entry.event, entry.mode, entry.context), parties, told)


def _noun_modality(stage: Stage, noun: Token) -> Modality:
    """Possible below or beside a word of threat, wish or plan; else that of a conditional clause, or asserted."""
    sentence, irrealis = stage.sentence, stage.words.irrealis
    above = [noun, *list(tree.ancestors(sentence, noun))[:2]]
    beside = [*sentence.children(noun), *(a for a in above[1:] if a.upos in ("NOUN", "VERB", "ADJ"))]
    if any({t.lemma.lower(), t.lower} & irrealis for t in beside):
        return "possible"
    clause = tree.clause_of(sentence, noun)
    certain = tree.modality(sentence, clause, stage.grammar)
    return "conditional" if certain == "conditional" else "asserted"


def _mention(
    stage: Stage,
    trigger: Token,
    code: tuple[str, str | None, tuple[str, ...]],
    parties: tuple[tuple[Phrase, ...], tuple[Phrase, ...]],
    told: tuple[Modality, float, Casualties],
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
        polarity=tree.polarity(sentence, trigger, stage.grammar) if is_verb else "affirmed",
        modality=modality,
        rule=f"event.{code[0].lower()}.{trigger.lemma.lower()}",
        confidence=confidence,
        event=code[0],
        mode=code[1],
        context=code[2],
        actors=parties[0],
        recipients=parties[1],
        killed=toll.killed,
        wounded=toll.wounded,
        missing=toll.missing,
    )

"""Perfects that a parser took for passives: "la delegazione è arrivata", "les troupes sont entrées", "a téléphoné".

Sentences come in, the same words go out. Which verbs have no passive is told by the grammar table; with a reflexive
pronoun none has ("si erano incontrati"), nor beside an auxiliary of tense alone. A doer ("da Rossi") or a second
auxiliary ("è stata affondata") makes one of any verb.
"""

from functools import cache

import msgspec

from cronistoria.languages.actors import load_actors
from cronistoria.languages.contacts import contact_verbs, load_contact_words
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.languages.positions import load_position_words
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

_REFLEXIVE = frozenset({"expl", "expl:pv", "expl:comp"})
_FINITE_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_ACTIVE = {"Mood": "Ind", "VerbForm": "Fin", "Voice": "Act"}
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})


def with_active_verbs(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with verbs that have no passive in the active voice."""
    grammar = load_grammar(language)
    by, doing = load_position_words(language).agent, load_contact_words(language).agent_cases
    agents, only = by | doing, (by & doing) - load_actors(language).reading.near
    sentences = tuple(_with_doers(_with_named_doers(sentence, only), agents) for sentence in sentences)
    if not grammar.past_shows_number:
        sentences = tuple(map(_with_bare_pasts, sentences))
    intending = load_position_words(language).speech.intending
    sentences = tuple(_with_intentions(sentence, intending) for sentence in sentences)
    sentences = tuple(_with_doers(_with_states(sentence, grammar), agents) for sentence in sentences)
    sentences = tuple(map(_with_perfects, sentences))
    passive = grammar.passive_auxiliaries
    if passive:
        moving = _with_objects(language)
        sentences = tuple(_with_awaited(sentence, passive, moving) for sentence in sentences)
    verbs = grammar.unaccusatives
    return tuple(_active(sentence, verbs) for sentence in sentences) if verbs else sentences


@cache
def _with_objects(language: str) -> frozenset[str]:
    """The verbs of contacts and of telling that have somebody for their object."""
    verbs = contact_verbs(language).items()
    met = frozenset(lemma for lemma, entries in verbs if any(e.object in ("envoy", "partner") for e in entries))
    return met | load_quote_words(language).audience_objects


def _with_awaited(sentence: Sentence, auxiliaries: frozenset[str], verbs: frozenset[str]) -> Sentence:
    """Who is awaited, met or warned is so in the passive, before the verb or behind it ("è atteso a Roma | Roe")."""
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.feats.get("VerbForm") != "Part" or verb.lemma.lower() not in verbs:
            continue
        below = sentence.children(verb)
        helpers = [c for c in below if c.deprel in ("aux", "cop")]
        passive = len(helpers) == 1 and bool(helpers[0].keys & auxiliaries)
        if passive and not any(c.deprel in _REFLEXIVE | _PASSIVE | {"obj", "iobj"} for c in below):
            changed |= {c.index: msgspec.structs.replace(c, deprel="nsubj:pass") for c in below if c.deprel == "nsubj"}
            changed[helpers[0].index] = msgspec.structs.replace(helpers[0], deprel="aux:pass")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _with_perfects(sentence: Sentence) -> Sentence:
    """A participle beside auxiliaries of tense alone is in the active voice ("Roe | a téléphoné")."""
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        below = sentence.children(verb)
        helpers = {c.deprel for c in below if c.relation == "aux"}
        if helpers != {"aux:tense"} or any(c.deprel in _REFLEXIVE | {"obl:agent"} for c in below):
            continue
        subjects = {c.index: msgspec.structs.replace(c, deprel=c.relation) for c in below if c.deprel in _PASSIVE}
        if subjects or verb.feats.get("Voice") == "Pass":
            feats = {name: value for name, value in verb.feats.items() if name != "Voice"}
            changed |= subjects | {verb.index: msgspec.structs.replace(verb, feats=feats)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _with_intentions(sentence: Sentence, intending: frozenset[str]) -> Sentence:
    """Who is of a mind to do something does so, though the form is a passive participle ("она намерена ехать")."""
    changed: dict[int, Token] = {}
    for state in sentence.tokens:
        if state.upos != "VERB" or state.feats.get("Variant") != "Short" or not state.keys & intending:
            continue
        below = sentence.children(state)
        if any(c.relation == "xcomp" for c in below) and not any(c.deprel == "obl:agent" for c in below):
            changed[state.index] = msgspec.structs.replace(state, feats=state.feats | _ACTIVE)
            subjects = (c for c in below if c.deprel == "nsubj:pass")
            changed |= {c.index: msgspec.structs.replace(c, deprel="nsubj") for c in subjects}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _with_doers(sentence: Sentence, agents: frozenset[str]) -> Sentence:
    """Only under an adposition of doers is somebody one ("spoke | with Roe", "d'après | Roe" have none)."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        cases = [c for c in sentence.children(token) if c.relation == "case"] if token.deprel == "obl:agent" else []
        compound = cases and any(c.relation == "fixed" for c in sentence.children(cases[0]))
        if cases and (compound or not cases[0].keys & agents):
            changed[token.index] = msgspec.structs.replace(token, deprel=token.relation)
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _with_named_doers(sentence: Sentence, only: frozenset[str]) -> Sentence:
    """A name under an adposition that only doers have, beside a passive, is who does it ("demandé | par Oslo")."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        above = sentence.parent(token) if token.relation == "obl" and token.upos == "PROPN" else None
        if above is None or not any(c.deprel == "aux:pass" for c in sentence.children(above)):
            continue
        cases = [c for c in sentence.children(token) if c.relation == "case"]
        if len(cases) == 1 and cases[0].keys & only and not sentence.children(cases[0]):
            changed[token.index] = msgspec.structs.replace(token, deprel="obl:agent")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _with_states(sentence: Sentence, grammar: Grammar) -> Sentence:
    """Who says of himself that he is something, or has to do something, is no empty subject ("il doit rencontrer")."""
    changed: dict[int, Token] = {}
    for empty in sentence.tokens:
        verb = sentence.parent(empty) if empty.deprel == "expl:subj" else None
        below = sentence.children(verb) if verb is not None else ()
        own = any(c.deprel in _REFLEXIVE for c in below)
        deeds = [c for c in below if c.relation == "xcomp" and c.upos == "VERB"] if _is_modal(verb, grammar) else []
        done = any(d.keys.isdisjoint(grammar.impersonals) and not _is_empty(sentence, d) for d in deeds)
        if done or (own and any(c.relation == "xcomp" and c.upos == "ADJ" for c in below)):
            changed[empty.index] = msgspec.structs.replace(empty, deprel="nsubj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _is_modal(verb: Token | None, grammar: Grammar) -> bool:
    modal = grammar.necessity | grammar.possibility | grammar.volition | grammar.future_auxiliaries
    return verb is not None and bool(verb.keys & modal)


def _is_empty(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive is of those that nobody does ("il doit y avoir", "il peut s'agir")."""
    return any(c.relation == "expl" for c in sentence.children(verb))


def _with_bare_pasts(sentence: Sentence) -> Sentence:
    """A past like its participle is one beside a finite verb that shares its subject ("Oslo called … and said")."""
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        below = sentence.children(verb)
        if _goes_on(sentence, verb, below):
            changed[verb.index] = msgspec.structs.replace(verb, feats=_FINITE_PAST)
            continue
        subjects = [c for c in below if c.deprel == "nsubj:pass"]
        if not subjects or any(c.relation == "aux" for c in below) or not _has_active_beside(sentence, below):
            continue
        changed[verb.index] = msgspec.structs.replace(verb, feats=_FINITE_PAST)
        changed |= {c.index: msgspec.structs.replace(c, deprel=c.relation) for c in subjects}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _goes_on(sentence: Sentence, verb: Token, below: tuple[Token, ...]) -> bool:
    """Whether what looks like a participle goes on from a finite past ("Roe stressed … and called")."""
    first = sentence.parent(verb)
    participle = verb.upos == "VERB" and verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past"
    if not participle or verb.deprel != "conj" or first is None or first.upos != "VERB":
        return False
    past = first.feats.get("VerbForm") == "Fin" and first.feats.get("Tense") == "Past"
    held = any(c.relation == "nsubj" and c.deprel == "nsubj" for c in sentence.children(first))
    own = any(c.relation in ("aux", "nsubj") or c.deprel == "obl:agent" for c in below)
    return past and held and not own and sentence.tokens[verb.index - 1].upos == "CCONJ"


def _has_active_beside(sentence: Sentence, below: tuple[Token, ...]) -> bool:
    """Whether a finite verb without a subject or a helper of its own is coordinated."""
    joined = [c for c in below if c.relation == "conj" and c.feats.get("VerbForm") == "Fin"]
    return any(not any(g.relation in ("nsubj", "aux") for g in sentence.children(c)) for c in joined)


def _active(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        below = sentence.children(verb)
        if not any(c.deprel in _PASSIVE for c in below):
            continue
        if verb.lemma.lower() not in verbs and not any(c.deprel in _REFLEXIVE for c in below):
            continue
        helpers = sum(c.relation == "aux" for c in below)
        if helpers < 2 and not any(c.deprel == "obl:agent" for c in below):
            changed |= {c.index: msgspec.structs.replace(c, deprel=c.relation) for c in below if c.deprel in _PASSIVE}
            feats = {name: value for name, value in verb.feats.items() if name != "Voice"}
            changed[verb.index] = msgspec.structs.replace(verb, feats=feats)
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))
